"""`check` reads every template of a theme, and fills it for pages that are not there yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

WEB = "themes/paper/web"
KINDS = ["home", "edition", "entry", "archive", "tags", "tag", "author", "page", "404", "redirect"]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        *((f"web/{kind}.html", "<p>\n{{ site.titel }}</p>", "2:9 error") for kind in KINDS),
        ("mail/message.html", "<p>\n{{ site.titel }}</p>", "2:9 error"),
        # in what only some pages have
        ("web/home.html", "{% if newest %}{{ newest.titel }}{% endif %}x", "1:26 error"),
        ("web/entry.html", "{% for a in mentions %}{{ a.titel }}{% endfor %}x", "1:29 error"),
        ("web/entry.html", "x{% if entry.figure %}{{ 'a' | asset }}{% endif %}", "1:27 error"),
        ("web/macros.html", "{% macro x() %}{{ y | prosa }}{% endmacro %}", "1:23 error"),
        ("web/unused.html", "{% iff %}", "1:4 error"),
        ("web/tag.html", b"\xff", "1:1 error"),
        ("web/tag.html", "{% raw %}", "1:1 error"),
        ("web/home.html", "x\n{{ site.title.upper }}", "2:1 error"),
        (
            "web/home.html",
            "{% extends 'parent:web/home.html' %}\n{% block mian %}x{% endblock %}",
            "2:10 warning",
        ),
        ("static/own.css", "a { b: url('nope.png?x#y') }", "1:13 error"),
        ("static/own.css", "h1 { color: red }".encode("utf-16"), "1:1 error"),
        ("static/own.css", "h1 { color: red }".encode("utf-16-le"), "1:1 error"),
        ("static/own.woff2", b"wOF2\0\1\0\0\0\0\1\0half", "1:1 error"),
        ("static/own.otf", b"<html>", "1:1 error"),
        ("static/own.png", b"<html>", "1:1 error"),
        ("web/page.html", "<META HTTP-EQUIV='Refresh' content='1'>x", "1:1 warning"),
        ("static/deep/own.css", '/* url(x) */ @import "../papr.css";', "1:23 error"),
        ("web/page.html", "", "1:1 error"),
        ("web/page.html", "{% include 'web/foot.html' %}", "1:13 error"),
        ("web/page.html", "{% extends 'web/page.html' %}", "1:1 error"),
        ("mail/message.html", "<p>{% if folded %}{{ folded.x }}{% endif %}</p>", "1:29 error"),
        # what fails for some pages only, which may come
        ("web/home.html", "{{ entries[0].title | safe }}", "1:4 warning"),
        ("web/entry.html", "{{ mentions[0].title }}", "1:4 error"),
        ("web/edition.html", "{{ exports[0].name }}", "1:4 error"),
        ("web/edition.html", "{{ newer.title }}", "1:4 error"),
        ("web/tags.html", "{{ tags[0].name }}", "1:4 warning"),
    ],
)
def test_a_mistake_is_found_though_no_page_shows_it(
    newsletter: Newsletter, name: str, text: str | bytes, problem: str
) -> None:
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    newsletter.edition("2022-03", "Text.\n")
    newsletter.edition("2022-04", "Text.\n")
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-04/01-a", arxiv="2202.00001", tags=["vision"])
    newsletter.write(f"themes/paper/{name}", text)
    found = newsletter.check()
    assert f"themes/paper/{name}:{problem} theme-error" in found
    paths = {one.partition(":")[0] for one in found}
    assert paths == {f"themes/paper/{name}"} or name == "web/macros.html"


def test_a_theme_without_any_template(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write("themes/own/theme.yaml", "contract: 1\n")
    newsletter.edition("2022-03")
    there = ["home", "edition", "archive", "tags", "404"]
    found = newsletter.check()
    # nobody in 'people' has a page
    needed = [kind for kind in KINDS if kind not in {"person", "people"}]
    for kind in needed:
        severity = "error" if kind in there else "warning"
        assert f"themes/own/web/{kind}.html:1:1 {severity} theme-error" in found
    assert len(found) == len(needed)
    hint = "write it, or put 'extends: paper' into theme.yaml"
    assert {one.hint for one in newsletter.diagnose()} == {hint}
    assert sorted(newsletter.build().diagnostics) == [
        one for one in newsletter.diagnose() if one.severity == "error"
    ]


def test_it_takes_what_it_lacks_from_another(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.edition("2022-03")
    newsletter.write("themes/own/theme.yaml", "name: Own\n")
    (found,) = newsletter.diagnose()
    assert found.hint == "add 'contract: 2'"
    newsletter.write("themes/own/theme.yaml", "contract: 1\nextends: paper\n")
    assert newsletter.build().diagnostics == ()


def test_the_bundled_theme_can_be_filled_with_samples(newsletter: Newsletter) -> None:
    bundled = Path(__file__).parents[2] / "themes/paper"
    for file in bundled.glob("[mw]*/*"):
        newsletter.write(f"themes/paper/{file.relative_to(bundled)}", file.read_bytes())
    for lang in ("en", "he", "zh-CN"):
        newsletter.settings(f"lang: {lang}\n".replace("lang: en\n", ""))
        if lang != "en":
            newsletter.write(
                "content/site.yaml", f"title: T\nurl: https://example.org/\nlang: {lang}\n"
            )
        assert newsletter.check() == []


def test_of_what_all_pages_share_are_named_the_names_that_all_have(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/web/base.html", "{{ foozle }}")
    (found,) = [one for one in newsletter.diagnose() if "'foozle'" in one.message]
    names = found.hint.removeprefix("there are: ").split(", ")
    assert {"page", "site", "words"} <= set(names)
    assert not {"years", "edition", "entries"} & set(names)


def test_a_word_of_a_theme_may_have_any_signs(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/words/en.yaml", "'read (': More\n")
    told = [one.message for one in newsletter.diagnose()]
    assert "no template asks for the word 'read ('" in told

"""Themes: found, extended, overridden in part, and named where they cannot be used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest.commands.askedmails import NoMailError

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SITE = "site.yaml:5"
OWN = "themes/own/theme.yaml"


def test_a_file_of_the_site_stands_in_place_of_the_bundled_one(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/web/404.html", "Gone from {{ site.title }}.\n")
    newsletter.build()
    assert newsletter.page("404.html") == "Gone from Test News.\n"
    assert "Archive" in newsletter.text("archive/")
    newsletter.delete("themes/paper/web/404.html")
    newsletter.build()
    assert "Gone from" not in newsletter.page("404.html")


def test_a_theme_has_what_it_extends(newsletter: Newsletter) -> None:
    newsletter.settings("theme: {name: own, options: {colour: red}}\n")
    newsletter.write(OWN, "contract: 1\nextends: paper\noptions: {colour: blue, size: big}\n")
    newsletter.write(
        "themes/own/web/404.html",
        "{% extends 'web/base.html' %}{% block main %}"
        "{{ site.options.colour }} {{ site.options.size }}{% endblock %}",
    )
    newsletter.write("themes/own/static/paper.css", "body { color: red }\n")
    newsletter.build()
    assert newsletter.text("404.html") == "red big"
    styles = [data for path, data in newsletter.tree().items() if path.endswith("paper.css")]
    assert styles == [b"body { color: red }\n"]


def test_static_files_have_a_new_address_when_one_changes(newsletter: Newsletter) -> None:
    newsletter.build()
    before = {path for path in newsletter.tree() if path.startswith("static/")}
    newsletter.write("themes/paper/static/paper.css", "body { color: red }\n")
    newsletter.build()
    after = {path for path in newsletter.tree() if path.startswith("static/")}
    assert before.isdisjoint(after)


def test_hidden_files_are_no_part_of_a_theme(newsletter: Newsletter) -> None:
    newsletter.build()
    newsletter.write("themes/paper/.git/index", "1")
    newsletter.write("themes/paper/static/.DS_Store", "1")
    assert newsletter.build().changes == ()


@pytest.mark.parametrize(
    ("theme", "problem"),
    [
        ("theme: papre\n", f"{SITE}:8 error theme-missing"),
        ("theme: {name: papre}\n", f"{SITE}:15 error theme-missing"),
        ("theme: ..\n", f"{SITE}:8 error theme-missing"),
        ("theme: ../..\n", f"{SITE}:8 error theme-missing"),
        ("theme: /etc\n", f"{SITE}:8 error theme-missing"),
        ("theme: papre\ncheck: {theme-missing: off}\n", f"{SITE}:8 error theme-missing"),
        ("theme: {name: paper, options: {acent: red}}\n", f"{SITE}:32 error field-unknown"),
        (
            'theme: {name: paper, options: {accent: "red} body{display:none"}}\n',
            f"{SITE}:40 error field-type",
        ),
        (
            "theme: {name: paper, options: {accent: 'url(https://e.org/x)'}}\n",
            f"{SITE}:40 error field-type",
        ),
        (
            "theme: {name: paper, options: {accent: '</style><script>x</script>'}}\n",
            f"{SITE}:40 error field-type",
        ),
    ],
)
def test_a_choice_that_cannot_be_met(newsletter: Newsletter, theme: str, problem: str) -> None:
    newsletter.settings(theme)
    assert newsletter.check() == [problem]
    assert newsletter.build().outputs == 0


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        ("contract: 1\nextends: own\n", "2:10 error theme-error"),
        ("contract: 1\nextends: nope\n", "2:10 error theme-missing"),
        ("contract: 99\nextends: paper\n", "1:11 error theme-error"),
        ("contract: 1\nextends: paper\nfoo: bar\n", "3:1 error theme-error"),
        ("contract: a: b\n", "1:12 error theme-error"),
        ("contract: 1\nextends: paper\nextends: paper\n", "3:1 error theme-error"),
        ("extends: paper\n", "1:1 error theme-error"),
        ("", "1:1 error theme-error"),
        (b"\xff", "1:1 error theme-error"),
    ],
)
def test_a_theme_that_cannot_be_used(
    newsletter: Newsletter, yaml: str | bytes, problem: str
) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write(OWN, yaml)
    assert newsletter.check() == [f"{OWN}:{problem}"]


def test_a_theme_for_a_newer_digest_says_so(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write(OWN, "contract: 9\nextends: paper\n")
    (found,) = newsletter.diagnose()
    assert found.message == (
        "the theme wants a newer digest: it is written for contract 9, and this one knows 2"
    )
    assert found.hint == "install a newer digest, or take a version of the theme that is older"
    # what it says besides may be right for that one
    newsletter.write(OWN, "contract: 9\nshape: round\noptions: {a: {type: sound}}\n")
    assert newsletter.check() == [f"{OWN}:1:11 error theme-error"]


def test_a_clash_of_a_themes_files_is_told_where_they_are(newsletter: Newsletter) -> None:
    newsletter.write("themes/paper/static/paper.CSS", "p {}")
    assert newsletter.check() == ["themes/paper/static/paper.CSS:1:1 error address-clash"] or (
        newsletter.check() == ["themes/paper/static/paper.css:1:1 error address-clash"]
    )


def test_a_theme_without_mails_says_why_there_is_none(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write(OWN, "contract: 1\n")
    newsletter.edition("2022-03")
    with pytest.raises(NoMailError, match="the theme 'own' makes no mails: it has no 'mail/mess"):
        newsletter.build(email="2022-03")


def test_other_problems_are_told_though_the_theme_is_missing(newsletter: Newsletter) -> None:
    newsletter.settings("theme: papre\n")
    newsletter.edition("2022-03", "[@nope]\n")
    assert newsletter.check() == [
        "editions/2022-03/index.md:5:2 error citation-undefined",
        f"{SITE}:8 error theme-missing",
    ]


OWN_REFERENCES = """\
{% macro references(citations, files=()) %}
<ol class="own" id="references">
{% for reference in citations.references %}
<li id="ref-{{ reference.number }}">\
{{ reference.work.authors | map(attribute="family") | join("; ") }}\
{{ " and others" if reference.work.more_authors }} | {{ reference.work.title | safe }} | \
{{ reference.work.container_title }} {{ reference.work.volume }} | \
{{ reference.work.issued | date }} | {{ reference.work.doi }} | {{ reference.work.arxiv }} | \
{{ reference.work.type }} {{ reference.work.status }}</li>
{% endfor %}
</ol>
{% endmacro %}
"""


def test_a_theme_may_format_references_itself(newsletter: Newsletter) -> None:
    bundled = Path(__file__).parents[2] / "themes/paper/web/macros.html"
    own = bundled.read_text().replace("macro references(", "macro bundled_references(")
    newsletter.write("themes/paper/web/macros.html", own + OWN_REFERENCES)
    newsletter.paper(
        "arxiv:2010.00904",
        "On $O(n)$ & more",
        "Nicola De Cao, Fabio Petroni",
        facts={"withdrawn": True},
    )
    newsletter.paper(
        "doi:10.1162/tacl_a_00276",
        "Natural Questions",
        ", ".join(f"Ada Family{letter}" for letter in "abcdefghijklmnopqrstuv"),
        **{"container-title": "TACL", "volume": "7", "DOI": "10.1162/tacl_a_00276"},
    )
    newsletter.edition("2022-03", "Two [@arxiv:2010.00904; @doi:10.1162/tacl_a_00276].\n")
    newsletter.build()
    page = newsletter.page("editions/2022-03/")
    first, second = re.findall(r'<li id="ref-\d">(.*?)</li>', page)
    title, *rest = first.split(" | ")[1:]
    assert first.startswith("Cao; Petroni | ")
    assert "<math" in title
    assert "&amp; more" in title
    assert rest == [" ", "February 14, 2022", "", "2010.00904", "article withdrawn"]
    names, *rest = second.split(" | ")
    assert (
        names == "; ".join(f"Family{letter}" for letter in "abcdefghijklmnopqrst") + " and others"
    )
    assert rest == [
        "Natural Questions", "TACL 7", "February 14, 2022", "10.1162/tacl_a_00276", "",
        "article-journal ",
    ]  # fmt: skip
    # what such a theme shows is what its page depends on
    newsletter.paper("arxiv:2010.00904", "On $O(n)$ & less", "Nicola De Cao, Fabio Petroni")
    newsletter.build()
    assert "&amp; less" in newsletter.page("editions/2022-03/")

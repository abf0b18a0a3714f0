"""`footer:` in site.yaml: the text at the foot of every page, mail and twin, and its links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

FOOTER = """\
footer: |
  See "us" at [about](/about/), [beside](pages/about.md#why) and
  [a file](/files/report.pdf), *or* [elsewhere](https://example.com/?a&b).

  Thanks.
"""


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", "[About](/about/).\n")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["search"])
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\n## Why\n\nWords.\n")
    newsletter.write("content/pages/files/report.pdf", "%PDF")
    newsletter.settings(FOOTER)
    return newsletter


def foot(newsletter: Newsletter, address: str) -> str:
    found = re.search(r'<div class="footer".*?</div>', newsletter.page(address), re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("", "./"),
        ("archive/", "../"),
        ("editions/2022-03/", "../../"),
        ("editions/2022-03/dsi/", "../../../"),
        ("about/", "../"),
        ("404.html", "/news/"),
    ],
)
def test_it_stands_on_every_page_with_its_links(
    filled: Newsletter, address: str, base: str
) -> None:
    assert filled.build().diagnostics == ()
    shown = foot(filled, address)
    assert "<p>See “us” at " in shown
    links = re.findall(r'href="([^"]*)"', shown)
    about, report = f"{base}about/", f"{base}files/report.pdf"
    assert links == [about, f"{about}#why", report, "https://example.com/?a&amp;b"]
    assert "<p>Thanks.</p>" in shown
    # it is published for the footer alone
    assert (filled.out / "site/files/report.pdf").read_text() == "%PDF"


def test_mails_and_twins_have_it_with_whole_addresses(filled: Newsletter) -> None:
    filled.build()
    mail = filled.out / "email/2022-03"
    whole = "https://example.org/news/about/"
    assert re.search(rf'<a href="{whole}"[^>]*>about</a>', (mail / "message.html").read_text())
    text = " ".join((mail / "message.txt").read_text().split())
    assert f"See “us” at about <{whole}>, beside <{whole}#why> and a file" in text
    for address in ("", "about/", "editions/2022-03/dsi/"):
        twin = filled.page(f"{address}index.md")
        assert f"\n---\n\nSee “us” at [about]({whole})" in twin
        assert twin.endswith("Thanks.\n")
    assert "Thanks" not in filled.page("llms.txt")


def test_an_edit_of_it_makes_all_pages_again(filled: Newsletter) -> None:
    filled.build()
    filled.settings(FOOTER.replace("Thanks", "Many thanks"))
    filled.build()
    for address in ("", "editions/2022-03/dsi/", "404.html"):
        assert "<p>Many thanks.</p>" in foot(filled, address)
    filled.settings("")
    filled.build()
    assert foot(filled, "") == ""
    assert not (filled.out / "site/files").exists()


def test_it_follows_a_page_that_comes_and_goes(filled: Newsletter) -> None:
    filled.build()
    filled.delete("content/pages/about.md")
    filled.edition("2022-03")
    found = {(one.path, one.line, one.column, one.rule) for one in filled.build().diagnostics}
    site = "content/site.yaml"
    assert found == {(site, 6, 15, "link-broken"), (site, 6, 33, "link-broken")}


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("footer: See [us](/abuot/).\n", "5:13 error link-broken", "no page '/abuot/'"),
        ("footer: 'See [us](/about/#how).'\n", "5:14 error anchor-broken", "no heading '#how'"),
        ("footer: See [us](#why).\n", "5:13 error anchor-broken", "on no page in particular"),
        ("footer: |\n  One.\n\n  Two [x](gone.pdf).\n", "8:7 error link-broken", "'gone.pdf'"),
        ("footer: '[a](javascript:alert(1))'\n", "5:10 error link-scheme", "javascript"),
        ("footer: |\n  # Us\n", "6:3 error field-type", "a footer has no headings"),
        ("footer: |\n  We read [@dsi].\n", "6:12 error field-type", "a footer has no citations"),
        ("footer: |\n  A ![logo](a.png).\n", "6:5 error field-type", "a footer has no pictures"),
        (
            "footer: |\n  A[^n].\n\n  [^n]: B.\n",
            "6:4 error field-type",
            "a footer has no footnotes",
        ),
        ("footer: |\n  A ^[note].\n", "6:5 error", ""),
        (
            "footer: |\n  :::{references}\n  :::\n",
            "6:3 error field-type",
            "a footer has no directives",
        ),
        ("footer: |\n  <script>x</script>\n", "6:3 warning markup-left", ""),
    ],
)
def test_it_is_checked_as_any_text(filled: Newsletter, text: str, place: str, message: str) -> None:
    filled.settings(text)
    found = filled.diagnose()
    assert found
    assert filled.check()[0].startswith(f"site.yaml:{place}")
    assert message in found[0].message


def test_what_it_leads_to_may_be_a_draft(filled: Newsletter) -> None:
    draft = "---\ntitle: About\ndraft: true\n---\n## Why\n\nWords.\n"
    filled.write("content/pages/about.md", draft)
    filled.edition("2022-03")
    assert {one.hint for one in filled.diagnose()} == {"it is a draft, or dated later"}
    assert filled.build(drafts=True).diagnostics == ()


def test_on_a_page_in_another_language_it_says_so(filled: Newsletter) -> None:
    filled.edition("2022-03", lang="ar")
    filled.build()
    assert '<div class="footer" lang="en" dir="ltr">' in foot(filled, "editions/2022-03/")
    assert '<div class="footer">' in foot(filled, "")


def test_without_it_nothing_is_there(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    assert 'class="footer"' not in newsletter.page("")
    assert "---" not in newsletter.page("index.md")

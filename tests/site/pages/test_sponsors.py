"""What is said of an edition's sponsors: shown wherever the edition is, and never as its own."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import plain

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

CLOUD = "**[Cloud](https://cloud.example/?a=1)** gives [hours](mailto:a@cloud.example)."
BREAD = "The *Foundation* pays [^1], see [about](#x).\n\n### Bread {#x}\n\n[^1]: And butter.\n"


@pytest.fixture
def filled(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991", "First")
    newsletter.paper("arxiv:2202.07000", "Second")
    newsletter.edition(
        "2022-03", "Words[^1] [@arxiv:2202.07000].\n\n[^1]: Own note.\n", sponsors=[CLOUD, BREAD]
    )
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991")
    return newsletter


def test_they_stand_apart_before_the_editions_own_words(filled: Newsletter) -> None:
    assert filled.build().diagnostics == ()
    html = filled.page("editions/2022-03/")
    section = re.search(r'<section class="part sponsors">.*?</section>', html, re.DOTALL)
    assert section
    assert plain(section[0]).startswith("Sponsors Cloud gives hours .")
    assert '<a rel="sponsored" href="https://cloud.example/?a=1">' in section[0]
    assert '<a href="mailto:a@cloud.example">' in section[0]
    assert html.count('rel="sponsored"') == 1
    text = filled.text("editions/2022-03/")
    assert text.index("Sponsors") < text.index("Words")
    # two notes a on one page, each with its own id
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len({*ids})
    assert 'href="#sponsor-2.x"' in section[0]
    assert "sponsor-2.x" in ids


def test_an_entrys_page_and_descriptions_have_nothing_of_them(filled: Newsletter) -> None:
    filled.build()
    assert "Cloud" not in filled.page("editions/2022-03/dsi/")
    assert "Cloud" not in filled.page("")
    meta = re.search(r'<meta name="description" content="(.*?)">', filled.page("editions/2022-03/"))
    assert meta
    assert "Cloud" not in meta[1]
    assert b"cloud" not in filled.tree()["editions/2022-03/references.bib"].lower()


def test_mail_feeds_and_twin_have_them_marked(filled: Newsletter) -> None:
    filled.build(email="all")
    mails = filled.mails()
    html, text = (mails[f"2022-03/message.{form}"].decode() for form in ("html", "txt"))
    assert "Sponsors Cloud gives" in plain(html)
    assert plain(html).index("Cloud") < plain(html).index("Words")
    assert "\nSponsors\n--------\n\n*Cloud <https://cloud.example/?a=1>* gives" in text
    assert text.index("Foundation") < text.index("* * *") < text.index("Words")
    item = json.loads((filled.out / "site/feed.json").read_text())["items"][0]
    assert "<p><strong>Sponsors</strong></p>" in item["content_html"]
    assert "Cloud" not in item.get("summary", "")
    twin = (filled.out / "site/editions/2022-03/index.md").read_text()
    assert "## Sponsors\n\n**[Cloud](https://cloud.example/?a=1)** gives" in twin


@pytest.mark.parametrize("text", ["As [@bib-x] did.", "As @bib-x did.", "A[^1].\n\n[^1]: @bib-x"])
def test_they_cite_nothing_for_references_are_the_editors(filled: Newsletter, text: str) -> None:
    filled.edition("2022-03", "[@arxiv:2202.07000]\n", sponsors=[text])
    filled.write(
        "content/references.bib", "@misc{bib-x, title={Paid}, author={X, Y}, year={2020}}\n"
    )
    (found,) = filled.diagnose()
    assert (found.rule, found.message) == ("field-type", "a sponsor's text has no citations")
    assert found.hint == "link to the paper: '[title](https://…)'"


@pytest.mark.parametrize(
    ("sponsors", "rule"),
    [
        ("[x](nowhere.md)", "link-broken"),
        ("[x](javascript:y)", "link-scheme"),
        ("[x](#words)", "anchor-broken"),
        ("![mark](none.png)", "image-missing"),
        (":::{papers}\n:::", "directive-unknown"),
        ({"name": "Cloud"}, "field-type"),
    ],
)
def test_they_are_checked_as_any_text(filled: Newsletter, sponsors: object, rule: str) -> None:
    filled.edition("2022-03", sponsors=[sponsors])
    assert [(one.rule, one.line) for one in filled.diagnose()] == [(rule, 4)]


@pytest.mark.parametrize("sponsors", ["", [], [""], "  "])
def test_who_has_none_has_no_label(filled: Newsletter, sponsors: object) -> None:
    filled.edition("2022-03", "Words.\n", sponsors=sponsors)
    assert filled.build(email="all").diagnostics == ()
    assert "Sponsors" not in filled.text("editions/2022-03/")
    assert b"Sponsors" not in filled.mails()["2022-03/message.txt"]

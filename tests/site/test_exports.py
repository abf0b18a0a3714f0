"""What pages offer to reference managers: the papers, and files beside the edition."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from digest.citing.formats import FORMATS
from tests.citing.formats import zotero
from tests.newsletter import plain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

LINK = re.compile(r'<a href="([^"]*)" type="([^"]*)">([^<]*)</a>')


def offered(page: str) -> list[tuple[str, str, str]]:
    """Return the links of the line about exported files: address, media type, name."""
    line = re.search(r'<p class="exports">(.*?)</p>', page)
    return LINK.findall(line[1]) if line else []


def test_an_edition_offers_its_works_in_each_format(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991")
    newsletter.edition("2022-04", "[@2022-03/dsi]\n")
    newsletter.edition("2022-05", "Nothing.\n")
    assert newsletter.build().changes
    for id_ in ("2022-03", "2022-04"):
        page = newsletter.page(f"editions/{id_}/")
        links = offered(page)
        assert [(media_type, name) for _, media_type, name in links] == [
            (form.media_type, form.name) for form in FORMATS.values()
        ]
        in_head = re.findall(
            r'<link rel="alternate" type="([^"]*)" title="[^"]*" href="([^"]*)">', page
        )
        assert {(media_type, address) for address, media_type, _ in links} <= set(in_head)
        for address, _, _ in links:
            assert address.removeprefix("../../") in newsletter.tree()
    assert offered(newsletter.page("editions/2022-05/")) == []
    assert "application/x-bibtex" not in newsletter.page("editions/2022-05/")


def test_the_line_is_in_the_page_s_language(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", "[@arxiv:2202.06991]\n", lang="fr")
    newsletter.build()
    names = " , ".join(form.name for form in FORMATS.values())
    page = plain(newsletter.page("editions/2022-03/"))
    assert f"Articles et références au format {names}" in page


def test_zotero_takes_the_paper_from_its_entry_and_a_choice_from_an_edition(
    newsletter: Newsletter,
) -> None:
    newsletter.paper("arxiv:2202.06991", 'Memory & "Search" <in> 5%', "Yi Tay, Vinh Q. Tran")
    newsletter.paper("doi:10.1000/a<b>&c", "Cited & Covered", "Bo Ng")
    newsletter.edition("2022-03", "[@doi:10.1000/a<b>&c]\n\n:::{papers}\n:::\n")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991")
    newsletter.entry("2022-03/02-ng", doi="10.1000/a<b>&c", title="Cited and Covered")
    newsletter.build()
    first = {
        "itemType": "preprint",
        "title": 'Memory & "Search" <in> 5%',
        "creators": [("Tay", "Yi"), ("Tran", "Vinh Q")],
        "date": "2022-02-14",
        "url": "https://arxiv.org/abs/2202.06991",
    }
    second = {
        "itemType": "journalArticle",
        # as the editor typed it
        "title": "Cited and Covered",
        "creators": [("Ng", "Bo")],
        "date": "2022-02-14",
        "DOI": "10.1000/a<b>&c",
        "url": "https://doi.org/10.1000/a<b>&c",
    }
    assert zotero.take(newsletter.page("editions/2022-03/dsi/")) == [first]
    assert zotero.take(newsletter.page("editions/2022-03/ng/")) == [second]
    assert zotero.take(newsletter.page("editions/2022-03/")) == [first, second]
    # a list of papers is no place to take one from
    assert zotero.take(newsletter.page("")) == []


def test_no_page_claims_to_be_a_paper(showcase: Path) -> None:
    pages = sorted(showcase.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text("utf-8")
        assert not re.search(
            r"""<meta[^>]*=["']?(citation_|dc\.|dcterms\.|prism\.)""", text, re.IGNORECASE
        ), page
        for span in re.findall(r"<span class=\"Z3988\"[^>]*>[^<]*</span>", text):
            assert re.fullmatch(
                r'<span class="Z3988" title="[^"]+" aria-hidden="true"></span>', span
            )


@pytest.mark.parametrize(
    ("body", "title", "key"),
    [
        ("", "Another Title", "lovelace2019another"),
        (":::{papers}\n:only: [b]\n:::\n\n:::{papers}\n:::\n", "A Paper", "lovelace2022paper"),
    ],
)
def test_a_paper_of_two_entries_is_as_the_one_that_is_shown_first_has_it(
    newsletter: Newsletter, body: str, title: str, key: str
) -> None:
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", body)
    newsletter.entry("2022-03/01-a", arxiv="2202.06991", title="Another Title", date="2019")
    newsletter.entry("2022-03/02-b", arxiv="2202.06991")
    told = {one.rule for one in newsletter.build().diagnostics}
    assert told == {"covered-before", "metadata-differs"}
    (work,) = json.loads(newsletter.page("editions/2022-03/references.json"))
    assert (work["title"], work["id"]) == (title, key)

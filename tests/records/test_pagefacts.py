"""What pages say of their papers."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.records.pagefacts import PageFacts, read_page_facts


def read(*tags: tuple[str, str]) -> PageFacts:
    metas = "".join(f'<meta name="{name}" content="{text}">' for name, text in tags)
    return read_page_facts(f"<html><head>{metas}</head>".encode())


def names(facts: PageFacts) -> list[str]:
    return [name.literal for name in facts.authors]


@pytest.mark.parametrize(
    ("tags", "key"),
    [
        ([("citation_doi", "10.1000/x")], "doi:10.1000/x"),
        ([("CITATION_DOI", "https://doi.org/10.1000/X")], "doi:10.1000/x"),
        ([("prism.doi", "doi:10.1000/x")], "doi:10.1000/x"),
        ([("dc.identifier", "urn:isbn:1"), ("dc.identifier", "10.1000/x")], "doi:10.1000/x"),
        ([("citation_doi", "10.1000/x"), ("citation_arxiv_id", "2202.06991")], "arxiv:2202.06991"),
        ([("citation_doi", "none"), ("og:title", "T")], ""),
    ],
)
def test_the_id_of_a_page(tags: list[tuple[str, str]], key: str) -> None:
    found = read(*tags).id
    assert (found.key if found else "") == key


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2021/05/03", (2021, 5, 3)),
        ("2021-05", (2021, 5)),
        ("2021", (2021,)),
        ("3 May 2021", (2021, 5, 3)),
        ("soon", ()),
    ],
)
def test_the_date_of_a_page(typed: str, date: tuple[int, ...]) -> None:
    assert read(("citation_publication_date", typed)).date == date


def test_authors_come_one_in_a_tag_or_all_in_one() -> None:
    one_each = [("citation_author", "Example, Ada"), ("citation_author", "Bo van der Berg")]
    assert names(read(*one_each)) == ["Ada Example", "Bo van der Berg"]
    together = ("citation_authors", "Example, Ada; Berg, Bo van der")
    assert names(read(together)) == ["Ada Example", "Bo van der Berg"]
    # others say the same once more
    assert names(read(*one_each, ("dc.creator", "Ada Example"))) == [
        "Ada Example",
        "Bo van der Berg",
    ]


def test_a_page_is_read_in_its_own_encoding() -> None:
    html = '<meta name="citation_title" content="Über Bäume">'
    assert read_page_facts(html.encode("latin-1"), "iso-8859-1").title == "Über Bäume"
    named = f"<meta charset='windows-1252'>{html}".encode("cp1252")
    assert read_page_facts(named).title == "Über Bäume"
    assert read_page_facts(html.encode(), "no-such-encoding").title == "Über Bäume"


def test_only_the_head_of_a_page_is_read() -> None:
    html = (
        b"<meta name=citation_doi content=10.1000/x></head><meta name=citation_doi content=10.1/y>"
    )
    found = read_page_facts(html).id
    assert found
    assert found.key == "doi:10.1000/x"


@example(b"<![foo[")
@given(st.binary(max_size=300) | st.text(st.sampled_from("<meta name=content\"'>/!-&#;")))
def test_any_bytes_are_read(data: bytes | str) -> None:
    read_page_facts(data if isinstance(data, bytes) else data.encode())

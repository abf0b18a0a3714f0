"""CSL-JSON as citation processors read it: nothing of a work is lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.formats.csljson import format_csl_json
from digest.records.csl import parse_item
from digest.records.richtitles import read_title
from tests.citing.formats import pandoc
from tests.citing.formats.references import from_items
from tests.citing.formats.works import keyed, lists_of_works, plain, read_gathered, read_showcase

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.formats.keys import KeyedWork

TEXTS = {
    "title": "title",
    "container_title": "container-title",
    "container_title_short": "container-title-short",
    "collection_title": "collection-title",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "genre": "genre",
    "event_title": "event-title",
    "event_place": "event-place",
    "version": "version",
    "chapter_number": "chapter-number",
    "collection_number": "collection-number",
    "isbn": "ISBN",
    "issn": "ISSN",
    "status": "status",
    "url": "URL",
}


def parts(name: Name) -> tuple[str, str, str]:
    if not (name.family and name.given):
        return name.literal, "", ""
    return name.family, name.given, name.suffix


def whole_name(name: dict[str, str]) -> tuple[str, str, str]:
    family = " ".join(
        name[part]
        for part in ("dropping-particle", "non-dropping-particle", "family", "literal")
        if part in name
    )
    return family, name.get("given", ""), name.get("suffix", "")


def check(items: dict[str, dict[str, Any]], given_works: list[KeyedWork]) -> None:
    """Check that items have everything that the works have."""
    assert list(items) == [one.key for one in given_works]
    for one in given_works:
        item, work = items[one.key], one.work
        assert item["type"] == ("document" if work.type == "event" else work.type)
        assert {name: plain(item.get(csl, "")) for name, csl in TEXTS.items()} == {
            name: plain(work.state if name == "status" else getattr(work, name)) for name in TEXTS
        }
        eprint = f"arXiv:{work.arxiv.id}" if work.arxiv else ""
        numbers = [item.get("number", ""), item.get("note", "")]
        is_numbered = bool(eprint) and work.type == "article" and not work.number
        notes = [] if is_numbered else [eprint]
        number = eprint if is_numbered else work.number
        note = "\n".join(filter(None, (*notes, plain(work.note))))
        assert list(map(plain, numbers)) == list(map(plain, (number, note)))
        assert item.get("DOI", "") == work.doi
        assert pandoc.date(item) == work.issued
        assert pandoc.date(item, "accessed") == work.accessed
        assert pandoc.date(item, "original-date") == work.original_date
        for role in (
            "author",
            "editor",
            "translator",
            "director",
            "collection-editor",
            "container-author",
        ):
            names = [whole_name(name) for name in item.get(role, [])]
            assert names == [parts(name) for name in getattr(work, role.replace("-", "_"))]


def read(given_works: list[KeyedWork]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads(format_csl_json(given_works))}


@settings(max_examples=50)
@given(lists_of_works)
def test_every_field_is_there(works: list[Work]) -> None:
    given_works = keyed(works)
    check(read(given_works), given_works)


LEFT_AS_IT_IS = re.compile(r"(?:OpenAI|Barnes and Noble, Inc\.|Ada and Bo [a-z .IJ]*[A-Z][a-z]+)")
"""Names in which there is nothing to mend."""


@settings(max_examples=50)
@given(lists_of_works)
def test_digest_reads_its_own(works: list[Work]) -> None:
    given_works = keyed(works)
    for one, item in zip(given_works, read(given_works).values(), strict=True):
        back = parse_item(item, "doi:10.1000/x")
        assert back.problems == ()
        # what looks like TeX in a record of another program is taken for TeX
        assert plain(back.work.title) == plain(read_title(one.work.title))
        names = {parts(name) for name in one.work.author if LEFT_AS_IT_IS.fullmatch(name.literal)}
        assert names <= {parts(name) for name in back.work.author}


@settings(max_examples=25)
@given(lists_of_works)
def test_pandoc_reads_every_field(works: list[Work]) -> None:
    check_pandoc(keyed(works))


def check_pandoc(given_works: list[KeyedWork]) -> None:
    items = pandoc.read(format_csl_json(given_works), "csljson")
    for key, item in read(given_works).items():
        texts = {name: text for name, text in item.items() if isinstance(text, str)}
        # a line of the note that is `name: value` is a variable, as Zotero's users know
        for line in texts.pop("note", "").split("\n"):
            named = re.fullmatch(r"(?P<name>(?:[^\W\d_]|-)+):(?P<value>.+)", line)
            texts |= {named["name"].lower(): named["value"]} if named else {"note": line}
        for name, text in texts.items():
            assert pandoc.fold(items[key].get(name, "")) == pandoc.fold(text), name
        assert pandoc.date(items[key]) == pandoc.date(item)
        for role in ("author", "editor"):
            names = item.get(role, [])
            # a comma within a given name parts a suffix from it, for Pandoc
            if not any("," in name.get("given", "") for name in names):
                assert [pandoc.reading_order(one) for one in items[key].get(role, [])] == [
                    pandoc.reading_order(one) for one in names
                ]


@pytest.mark.parametrize("given_by", [read_showcase, read_gathered], ids=["showcase", "gathered"])
def test_real_works_come_back_whole(given_by: Callable[[], list[Work]]) -> None:
    given_works = keyed(given_by())
    text = format_csl_json(given_works)
    check(read(given_works), given_works)
    check_pandoc(given_works)
    references = from_items(json.loads(text))
    for one in given_works:
        shown = pandoc.fold(references[one.key])
        assert pandoc.fold(one.work.title) in shown
        assert (str(one.work.issued[0]) if one.work.issued else "no date") in shown
        if one.work.author and one.work.author[0].family:
            assert pandoc.fold(one.work.author[0].family) in shown


def test_an_article_has_its_arxiv_id_beside_its_note() -> None:
    arxiv = ArxivFacts("2202.06991")
    work = Work("x", "article-journal", "T", note="Code: see arXiv:2202.06991", arxiv=arxiv)
    item = read(keyed([work]))["anonndt"]
    assert item["note"] == "arXiv:2202.06991\nCode: see arXiv:2202.06991"


def test_an_item_looks_as_people_would_write_it() -> None:
    work = Work(
        "arxiv:2202.06991",
        "article",
        "Memory of $n$",
        (Name("van den Oord", "Aaron"), Name(literal="OpenAI")),
        issued=(2022, 2),
        publisher="arXiv",
        doi="10.48550/arXiv.2202.06991",
        abstract="Not exported.",
        arxiv=ArxivFacts("2202.06991", 3, comment="8 pages"),
    )
    assert (
        format_csl_json(keyed([work]))
        == """\
[
  {
    "id": "oord2022memory",
    "type": "article",
    "title": "Memory of $n$",
    "author": [
      {
        "non-dropping-particle": "van den",
        "family": "Oord",
        "given": "Aaron"
      },
      {
        "literal": "OpenAI"
      }
    ],
    "issued": {
      "date-parts": [
        [
          2022,
          2
        ]
      ]
    },
    "publisher": "arXiv",
    "DOI": "10.48550/arXiv.2202.06991",
    "number": "arXiv:2202.06991"
  }
]
"""
    )

"""RIS as other programs read it: nothing of a work is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from hypothesis import given, settings

from digest.basics.text import iso_date
from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.formats.ris import format_ris
from digest.records.names import known_names
from tests.citing.formats import pandoc
from tests.citing.formats.works import keyed, lists_of_works, plain, read_gathered, read_showcase

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.citing.formats.keys import KeyedWork

NUMBERS = {"JOUR": "custom7", "RPRT": "issn", "PAT": "issn", "STAND": "issn"}
GENRES = ("THES", "RPRT", "UNPB", "ELEC", "BLOG")


def name(one: Name) -> str:
    """Return a name as it must come back. A comma parts a person's name, so bodies have none."""
    if not (one.family and one.given):
        return plain(one.literal.replace(",", ""))
    return plain(", ".join(part for part in (one.family, one.given, one.suffix) if part))


def pages(page: str) -> tuple[str, str]:
    """Return first and last page; what is no plain range is left whole."""
    found = re.fullmatch("([^-\u2013, ]+)[-\u2013]([^-\u2013, ]+)", page)
    return (found[1], found[2]) if found else (page, "")


def slashed(date: tuple[int, ...]) -> str:
    """Return year/month/day/, with nothing for a part that is not known."""
    parts = [f"{part:0{width}}" for part, width in zip(date, (4, 2, 2), strict=False)]
    return "/".join([*parts, "", "", ""][:4]) if date else ""


def expected(work: Work, key: str, kind: str) -> dict[str, Any]:
    """Return what rispy must find."""
    year, *rest = work.issued or (0,)
    first, last = pages(work.page)
    conference = {
        "secondary_title": work.event_title or work.container_title,
        "custom3": work.container_title,
    }
    state = work.state
    genre = work.genre or ("Preprint" if work.type == "article" else "")
    fields = {
        "type_of_reference": kind,
        "id": key,
        "title": work.title,
        **(conference if kind == "CONF" else {"secondary_title": work.container_title}),
        "alternate_title1": work.container_title_short,
        "tertiary_title": work.collection_title,
        "year": f"{year:04}" if year else "",
        "date": slashed(work.issued) if rest else "",
        "access_date": slashed(work.accessed),
        "original_publication": iso_date(work.original_date),
        "volume": work.volume,
        "number": work.issue,
        "section": work.chapter_number,
        "note": work.collection_number,
        NUMBERS.get(kind, "custom7" if work.collection_number else "note"): work.number,
        "start_page": first,
        "end_page": last,
        "edition": work.edition or work.version,
        "publisher": work.publisher,
        "place_published": work.event_place if kind == "CONF" else work.publisher_place,
        "custom1": work.publisher_place if kind == "CONF" else "",
        "type_of_work": genre if kind in GENRES else "",
        "name_of_database": "arXiv" if work.arxiv else "",
        "accession_number": f"arXiv:{work.arxiv.id}" if work.arxiv else "",
        "doi": work.doi,
    }
    made: dict[str, Any] = {field: plain(text) for field, text in fields.items() if plain(text)}
    people = map(known_names, (work.author, work.editor))
    authors, editors = (list(filter(None, map(name, names))) for names in people)
    if authors:
        made["authors"] = authors
    if editors and kind in {"CHAP", "CONF", "DICT", "ENCYC", "JOUR"}:
        made["secondary_authors"] = editors
    elif editors:
        # a tag that most programs know and rispy does not
        made["unknown_tag"] = {"ED": editors}
    if work.url:
        made["urls"] = [work.url]
    others = {"subsidiary_authors": work.translator, "tertiary_authors": work.collection_editor}
    listed = {tag: [*filter(None, map(name, known_names(who)))] for tag, who in others.items()}
    made |= {tag: names for tag, names in listed.items() if names}
    notes = [plain(work.genre)] if plain(work.genre) and kind not in GENRES else []
    notes += [plain(state[0].upper() + state[1:])] if state else []
    if plain(work.edition) and plain(work.version):
        notes.append(plain(f"Version {work.version}"))
    book_authors = filter(None, map(name, known_names(work.container_author)))
    notes += [plain(f"Author of the book: {one}") for one in book_authors]
    serials = {"ISBN": plain(work.isbn), "ISSN": plain(work.issn)}
    if NUMBERS.get(kind) == "issn":
        notes += [f"{name} {number}" for name, number in serials.items() if number]
    elif any(serials.values()):
        made["issn"] = plain("; ".join(filter(None, serials.values())))
    notes += [plain(work.note)] if plain(work.note) else []
    if notes:
        made["notes"] = notes
    return made


def normal(read: Any) -> Any:
    """Return what rispy found, with letters in one piece."""
    if isinstance(read, str):
        return plain(read)
    if isinstance(read, list):
        return [normal(one) for one in read]
    return {key: normal(value) for key, value in read.items()}


def check(given_works: list[KeyedWork]) -> None:
    read = rispy.loads(format_ris(given_works))
    for item, one in zip(read, given_works, strict=True):
        kind = item["type_of_reference"]
        assert normal(item) == expected(one.work, one.key, kind)


@settings(max_examples=50)
@given(lists_of_works)
def test_rispy_reads_every_field(works: list[Work]) -> None:
    check(keyed(works))


@settings(max_examples=25)
@given(lists_of_works)
def test_pandoc_reads_what_it_has_a_place_for(works: list[Work]) -> None:
    check_pandoc(keyed(works))


def check_pandoc(given_works: list[KeyedWork]) -> None:
    items = pandoc.read(format_ris(given_works), "ris")
    for one in given_works:
        item, work = items[one.key], one.work
        assert pandoc.fold(item["title"]) == pandoc.fold(work.title)
        assert pandoc.fold(item.get("volume", "")) == pandoc.fold(work.volume)
        assert item.get("DOI", "") == work.doi
        # of a date it takes the year alone
        assert pandoc.date(item) == work.issued[:1]
        whole = [pandoc.whole_name(read)[0] for read in item.get("author", [])]
        assert len(whole) == len(known_names(work.author))
        for family, author in zip(whole, known_names(work.author), strict=True):
            if author.family and author.given:
                # a given name's last word in small letters is a particle to it
                assert family.endswith(pandoc.fold(author.family))


@pytest.mark.parametrize("read", [read_showcase, read_gathered], ids=["showcase", "gathered"])
def test_real_works_come_back_whole(read: Callable[[], list[Work]]) -> None:
    given_works = keyed(read())
    assert len(given_works) > 15
    check(given_works)
    check_pandoc(given_works)


def test_a_record_looks_as_reference_managers_write_it() -> None:
    work = Work(
        "arxiv:2202.06991",
        "article",
        "Transformer Memory\nas an Index",
        (Name("Tay", "Yi"), Name("King", "Martin", "Jr."), Name(literal="A and B, Inc.")),
        issued=(2022, 2, 14),
        publisher="arXiv",
        doi="10.48550/arXiv.2202.06991",
        url="https://arxiv.org/abs/2202.06991",
        arxiv=ArxivFacts("2202.06991", 3),
    )
    assert format_ris(keyed([work])).split("\r\n") == [
        "TY  - UNPB",
        "ID  - tay2022transformer",
        "AU  - Tay, Yi",
        "AU  - King, Martin, Jr.",
        "AU  - A and B Inc.",
        "TI  - Transformer Memory as an Index",
        "PY  - 2022",
        "DA  - 2022/02/14/",
        "PB  - arXiv",
        "M3  - Preprint",
        "DB  - arXiv",
        "AN  - arXiv:2202.06991",
        "DO  - 10.48550/arXiv.2202.06991",
        "UR  - https://arxiv.org/abs/2202.06991",
        "ER  - ",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("article-journal", "JOUR"),
        ("paper-conference", "CONF"),
        ("book", "BOOK"),
        ("chapter", "CHAP"),
        ("report", "RPRT"),
        ("thesis", "THES"),
        ("software", "COMP"),
        ("dataset", "DATA"),
        ("webpage", "ELEC"),
        ("patent", "PAT"),
        ("treaty", "GEN"),
    ],
)
def test_each_kind_of_work_has_its_type(type_: str, kind: str) -> None:
    assert format_ris(keyed([Work("x", type_, "T")])).startswith(f"TY  - {kind}\r\n")


def test_no_text_can_begin_a_line_of_its_own() -> None:
    work = Work("x", "book", "A\r\nER  - \r\nTY  - JOUR", publisher="B\u2028TI  - C\x0bD\x85E")
    (item,) = rispy.loads(format_ris(keyed([work])))
    assert item["title"] == "A ER - TY - JOUR"
    assert item["publisher"] == "B TI - C DE"

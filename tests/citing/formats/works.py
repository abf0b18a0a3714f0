"""Works to export: made up with every field and every awkward sign, and real ones."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import strategies as st

from digest.basics.text import one_line
from digest.basics.works import ArxivFacts, Name, Work
from digest.citing.formats.keys import KeyedWork, key_base, make_keys
from digest.records.bibtex import parse_bibtex
from digest.records.csltypes import CSL_TYPES
from digest.records.identifiers import Identifier
from digest.records.names import known_names
from digest.records.names.reading import make_literal, read_names
from digest.records.record import parse_record

REPOSITORY = Path(__file__).parents[3]
SHARED = REPOSITORY.parent / "shared" / "data"

SIGNS = (
    "abcXYZ09 \u00e9\u00fc\u00f1\u00e5\u00c5\u00e7\u0142\u00df\u00f8\u0131\u00ee\u0111\u00de\u1ea1"
)
AWKWARD = "&%#_~^\\$|<>\"'`*+=/[]():;.,-\u2013\u2014\u2019\u201c\u201d\u2026\u00b0\u00d7"
ELSEWHERE = "\u6df1\u5c42\u5b66\u041b\u044f\u0394\u03c8\u05d0\u0639\u0e01\uac00\U0001f600"
WORDS = (
    "and", "or", "NeRF", "GPT-4", "of", "The", "M\u00fcller", "C++", "$x^2$", "$O(n \\log n)$",
    "$\\alpha_{i}$", "\\alpha", "100%", "AT&T", "$5", "{Braces}", "--", "``", "''", "?`", "\n",
    "\t", "\u2028", "e\u0301", "https://x.org/~a_b",
)  # fmt: skip

texts = st.lists(
    st.sampled_from(WORDS) | st.text(SIGNS + AWKWARD + ELSEWHERE, min_size=1, max_size=6),
    min_size=1,
    max_size=6,
).map(" ".join)
some_texts = texts.filter(one_line) | st.just("")
syllables = st.text(SIGNS.replace(" ", "") + ELSEWHERE, min_size=1, max_size=4)
parts = st.tuples(syllables, st.sampled_from(["", "-", "'", " ", ". ", "&"]), syllables).map(
    "".join
)
particles = st.sampled_from(["", "", "", "van den ", "de la ", "von "])


@st.composite
def people(draw: st.DrawFn) -> Name:
    family = draw(particles) + one_line(draw(parts)).capitalize()
    given = one_line(draw(parts | st.sampled_from(["Ada and Bo", "A, B", "J.-P."])))
    suffix = draw(st.sampled_from(["", "", "Jr.", "III"]))
    return Name(family, given, suffix, make_literal(family, given, suffix))


bodies = st.sampled_from(
    ["OpenAI", "Barnes and Noble, Inc.", "The {ATLAS} Collaboration", "AT&T Labs", "\u5c71\u7530"]
).map(lambda literal: Name(literal=literal)) | texts.filter(one_line).map(
    lambda text: Name(literal=one_line(text))
)
names = st.lists(people() | bodies, max_size=4).map(tuple)
dates = st.sampled_from([(), (2022,), (2022, 2), (2022, 2, 14), (1899, 12, 31), (2000, 1, 1)])
pages = st.sampled_from(["", "100-110", "7", "e12", "S1-S9", "1-3, 7-9", "1234\u20131240", "iv-x"])
arxiv_facts = st.sampled_from(
    [
        None,
        ArxivFacts("2202.06991", 3, primary_category="cs.CL"),
        ArxivFacts("hep-th/9901001", 1, withdrawn=True),
    ]
)


@st.composite
def works(draw: st.DrawFn) -> Work:
    """Draw a work of any type, with any of its fields."""
    arxiv = draw(arxiv_facts)
    id_ = f"arxiv:{arxiv.id}" if arxiv else "doi:10.1000/x"
    dois = [
        "",
        "10.1000/a_b%c#d",
        "10.1002/(sici)1097<1::aid>3.0.co;2-#",
        "10.1007/jhep02(2016)087",
    ]
    doi = Identifier(id_).doi.lower() if arxiv else draw(st.sampled_from(dois))
    fields = (
        *("container_title", "collection_title", "publisher", "publisher_place", "genre"),
        *("event_title", "edition", "volume", "issue", "number"),
        *("version", "event_place", "container_title_short"),
        *("chapter_number", "collection_number", "note", "isbn", "issn"),
    )
    title = one_line(draw(texts.filter(one_line)))
    authors = draw(names)
    work = Work(
        id_,
        draw(st.sampled_from(sorted(CSL_TYPES))),
        title,
        authors,
        draw(names),
        draw(dates),
        translator=draw(names),
        collection_editor=draw(names),
        director=draw(st.sampled_from([(), known_names(authors)[:1]])),
        container_author=draw(names),
        kept_words=tuple(draw(st.lists(st.sampled_from(title.split()), max_size=2))),
        page=draw(pages),
        status=draw(st.sampled_from(["", "", "retracted", "forthcoming"])),
        doi=doi,
        url=draw(
            st.sampled_from(["", "https://x.org/a_b%20c?d=e&f=~g#h", "https://arxiv.org/abs/1"])
        ),
        accessed=draw(dates),
        original_date=draw(dates),
        abstract="What nobody exports.",
        arxiv=arxiv,
    )
    return msgspec.structs.replace(work, **{one: one_line(draw(some_texts)) for one in fields})


lists_of_works = st.lists(works(), min_size=1, max_size=4)


def keyed(given: list[Work]) -> list[KeyedWork]:
    """Return works with keys; each counts as a work of its own."""
    given = [msgspec.structs.replace(work, id=f"{work.id}#{n}") for n, work in enumerate(given)]
    keys = make_keys((work.id, key_base(work)) for work in given)
    return [KeyedWork(keys[work.id], work) for work in given]


def plain(text: str) -> str:
    """Return a text as it must come back: on one line, with letters in one piece."""
    return unicodedata.normalize("NFC", one_line(text))


def read_showcase() -> list[Work]:
    """Return the works of the project's own newsletter."""
    found = []
    for file in sorted((REPOSITORY / "content" / "papers").rglob("*.json")):
        path = file.relative_to(REPOSITORY).as_posix()
        work = parse_record(file.read_bytes(), path).value
        assert work, path
        found.append(work)
    return found


def read_gathered() -> list[Work]:
    """Return the works that were gathered for the showcase, and those of two real .bib files."""
    if not SHARED.is_dir():
        pytest.skip("needs records gathered from others, which do not travel with the project")
    found = []
    for paper in json.loads((SHARED / "papers.json").read_text("utf-8")):
        id_ = f"arxiv:{paper['arxiv']}" if paper.get("arxiv") else f"doi:{paper['doi']}"
        people = read_names(f"{one['given']} {one['family']}" for one in paper["authors"])
        arxiv = ArxivFacts(paper["arxiv"]) if paper.get("arxiv") else None
        found.append(Work(id_, "article", paper["title"], tuple(people), arxiv=arxiv))
    for file in sorted((SHARED / "bib").glob("*.bib")):
        entries = parse_bibtex(file.read_text("utf-8"), file.name).value or ()
        found += [entry.work for entry in entries]
    return found

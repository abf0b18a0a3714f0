"""An entry of a BibTeX file to a work."""

from __future__ import annotations

import re

import msgspec

from digest.identifiers import Identifier, parse_arxiv, parse_doi, parse_identifier
from digest.model import ArxivFacts, Place, Work
from digest.records.csl import with_aliases
from digest.records.names import parse_names
from digest.records.tex import tex_to_text

_TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
    "book": "book",
    "mvbook": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "proceedings": "book",
    "manual": "book",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "patent": "patent",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "software": "software",
    "dataset": "dataset",
}
"""From an entry's type to CSL's; others are `document`."""

_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master\u2019s thesis",
    "techreport": "Technical report",
    "mathesis": "Master\u2019s thesis",
}

_TEXTS = {
    "container_title": ("journal", "journaltitle", "booktitle"),
    "event_title": ("eventtitle",),
    "collection_title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization"),
    "publisher_place": ("address", "location"),
    "edition": ("edition",),
    "volume": ("volume",),
}
"""From a field of `Work` to the BibTeX fields that it is taken from, the first that is there."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DASHES = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_ARXIV_IN_TEXT = re.compile(
    r"arxiv(?:\.org/[a-z]+/|[:\s]+)(?P<id>[a-z.-]+/\d{7}|\d{4}\.\d{4,5})", re.IGNORECASE
)


class RawEntry(msgspec.Struct, frozen=True):
    """An entry as it stands in the file: its values are still TeX."""

    key: str
    type: str
    fields: dict[str, str]
    """Names in lower case; values without their delimiters, abbreviations expanded."""
    places: dict[str, Place]
    place: Place

    def first(self, *names: str) -> str:
        """Return the text of the first of these fields that is there."""
        return next((tex_to_text(self.fields[name]) for name in names if self.fields.get(name)), "")


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field of an entry."""

    field: str
    message: str
    hint: str


class MadeWork(msgspec.Struct, frozen=True):
    """The work of an entry, or None where the entry has no title."""

    work: Work | None
    problems: tuple[FieldProblem, ...] = ()


def make_work(entry: RawEntry) -> MadeWork:
    """Make the work that an entry describes. Its id is `bib:` and the entry's key.

    An arXiv id or a DOI, wherever the entry has it, becomes an alias: so the work is the same as
    that of the record. One that cannot be an id is a problem, and left out.
    """
    title = ": ".join(part for part in (entry.first("title"), entry.first("subtitle")) if part)
    if not title:
        message = f"the entry '{entry.key}' has no title"
        return MadeWork(None, (FieldProblem("title", message, "add 'title = {…}'"),))
    doi, doi_problem = _find_doi(entry)
    arxiv, arxiv_problem = _find_arxiv(entry)
    work = Work(
        id=f"bib:{entry.key}",
        type=_TYPES.get(entry.type, "document"),
        title=title,
        author=parse_names(entry.fields.get("author", "")),
        editor=parse_names(entry.fields.get("editor", "")),
        issued=_date(entry),
        genre=entry.first("type") or _GENRES.get(entry.type, ""),
        page=_DASHES.sub("-", entry.first("pages")),
        doi=doi.doi.lower() if doi else "",
        url=_url(entry, doi, arxiv),
        arxiv=_facts(entry, doi, arxiv) if arxiv else None,
    )
    texts = {field: entry.first(*names) for field, names in _TEXTS.items()}
    work = msgspec.structs.replace(work, **texts, **_numbers(entry))
    if arxiv and _is_preprint(work):
        preprint = {"type": "article", "container_title": "", "volume": "", "publisher": "arXiv"}
        work = msgspec.structs.replace(work, **preprint)
    return MadeWork(with_aliases(work), (*doi_problem, *arxiv_problem))


def _is_preprint(work: Work) -> bool:
    container = work.container_title
    return not container or "arxiv" in container.lower() or container == "CoRR"


def _find_doi(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    text = _verbatim(entry.fields.get("doi", ""))
    if not text:
        found = parse_identifier(entry.fields.get("url", ""))
        return (found if isinstance(found, Identifier) and found.kind == "doi" else None), ()
    found = parse_doi(text)
    if isinstance(found, Identifier):
        return found, ()
    return None, (FieldProblem("doi", found.message, found.hint),)


def _find_arxiv(entry: RawEntry) -> tuple[Identifier | None, tuple[FieldProblem, ...]]:
    archive = entry.first("archiveprefix", "eprinttype").lower()
    if entry.fields.get("eprint") and archive in {"", "arxiv"}:
        found = parse_arxiv(entry.first("eprint"))
        if isinstance(found, Identifier):
            return found, ()
        if archive:
            return None, (FieldProblem("eprint", found.message, found.hint),)
    for name in ("url", "doi", "journal", "howpublished", "note", "volume"):
        text = entry.first(name)
        named = _ARXIV_IN_TEXT.search(text)
        # DBLP writes an arXiv paper as CoRR, volume abs/2202.06991
        is_id = name in {"url", "doi"} or text.startswith("abs/")
        found = parse_arxiv(named["id"] if named else text if is_id else "")
        if isinstance(found, Identifier):
            return found, ()
    return None, ()


def _date(entry: RawEntry) -> tuple[int, ...]:
    """Read `date = {2022-02-14}`, or `year`, `month` and `day`; of a range, the beginning."""
    dated = re.match(r"\s*([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", entry.fields.get("date", ""))
    if dated:
        return tuple(int(part) for part in dated.groups() if part and int(part))
    year = re.search(r"[0-9]{4}", entry.fields.get("year", ""))
    if not year:
        return ()
    month, day = (entry.fields.get(name, "").strip().lower() for name in ("month", "day"))
    name = re.search("|".join(_MONTHS), month)
    number = _MONTHS.index(name[0]) + 1 if name else int(month) if month.isdecimal() else 0
    if not 1 <= number <= len(_MONTHS):
        return (int(year[0]),)
    return (int(year[0]), number, *([int(day)] if day.isdecimal() and int(day) else []))


def _numbers(entry: RawEntry) -> dict[str, str]:
    """Tell an issue's number from a report's, and an article's where it has no pages."""
    number, issue = entry.first("number"), entry.first("issue")
    if entry.type == "article":
        return {"issue": number or issue, "number": entry.first("eid", "articleno")}
    return {"issue": issue, "number": number or entry.first("eid", "articleno")}


def _facts(entry: RawEntry, doi: Identifier | None, arxiv: Identifier) -> ArxivFacts:
    return ArxivFacts(
        id=arxiv.value,
        version=arxiv.version,
        primary_category=entry.first("primaryclass", "eprintclass"),
        doi=doi.value if doi and doi.kind == "doi" else "",
    )


def _url(entry: RawEntry, doi: Identifier | None, arxiv: Identifier | None) -> str:
    """Return where the work is to be read: the publisher's page before arXiv's."""
    given = _verbatim(entry.fields.get("url", ""))
    if doi:
        return doi.url
    if given.lower().startswith(("https://", "http://")):
        return given
    return arxiv.url if arxiv else ""


def _verbatim(tex: str) -> str:
    """Return an address or a DOI, in which `~`, `%` and `--` mean themselves."""
    return tex_to_text(tex) if "\\" in tex or "{" in tex else tex.strip()

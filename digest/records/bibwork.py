"""An entry of a BibTeX file to a work."""

from __future__ import annotations

import contextlib
import datetime
import re

import msgspec

from digest.identifiers import Identifier, parse_arxiv, parse_doi, parse_identifier
from digest.model import ArxivFacts, Place, Work
from digest.records.csl import with_aliases
from digest.records.names import parse_names
from digest.records.pages import read_pages
from digest.records.tex import tex_to_text

_TYPES = {
    "article": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
    "book": "book",
    "mvbook": "book",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "reference": "book",
    "mvreference": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "periodical": "periodical",
    "suppperiodical": "article-journal",
    "review": "review",
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
    "softwareversion": "software",
    "softwaremodule": "software",
    "codefragment": "software",
    "dataset": "dataset",
    "standard": "standard",
    "legislation": "legislation",
    "letter": "personal_communication",
    "presentation": "speech",
    "movie": "motion_picture",
    "video": "motion_picture",
    "artwork": "graphic",
    "image": "graphic",
    "music": "song",
    "performance": "performance",
}
"""From an entry's type to CSL's; others are `document`."""
_SUBTYPES = {
    ("article-journal", "magazine"): "article-magazine",
    ("article-journal", "newspaper"): "article-newspaper",
}
"""By type and biblatex's `entrysubtype`."""

_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master\u2019s thesis",
    "techreport": "Technical report",
    "mathesis": "Master\u2019s thesis",
    "bathesis": "Bachelor\u2019s thesis",
    "candthesis": "Candidate thesis",
    "resreport": "Research report",
    "patentus": "U.S. Patent",
    "patenteu": "European Patent",
    "patentde": "German Patent",
    "patentfr": "French Patent",
    "patentuk": "British Patent",
    "patreq": "Patent application",
    "patrequs": "U.S. Patent application",
    "patreqeu": "European Patent application",
}
"""By BibTeX's types, and by what biblatex's `type` has words for (its manual, section 4.9.2)."""

_TEXTS = {
    "container_title_short": ("shortjournal",),
    "event_title": ("eventtitle",),
    "collection_title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization", "holder"),
    "edition": ("edition",),
    "volume": ("volume",),
    "version": ("version",),
}
"""From a field of `Work` to the BibTeX fields that it is taken from, the first that is there."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ID = r"(?P<id>[a-z.-]+/\d{7}|\d{4}\.\d{4,5})"
_ARXIV_IN_TEXT = re.compile(rf"arxiv(?:\.org/[a-z]+/|[:\s]+){_ID}", re.IGNORECASE)

_TILDE = re.compile(
    r"\\~\s*(?:\{\s*\})?|\{?\\textasciitilde(?:\s*\{\}|\b\s*)\}?|\$\s*\{?\\sim\}?\s*\$"
)
"""In addresses, where TeX takes a bare one for a space."""
_MARKS = re.compile(r"\\url\b\s*|\\(?=[%#&_$^-])")
"""What an address has for TeX's sake alone."""
_NOTE = re.compile(
    rf"(?:arxiv preprint\s+)?arxiv:\s*{_ID}(?:v\d+)?(?:\s*\[[\w.-]+\])?\.?", re.IGNORECASE
)
"""A note that is nothing but an id; others may be about any paper."""
_PREPRINTS = frozenset({"article-journal", "document", "manuscript", "webpage"})
"""What preprints are in BibTeX, which has no type for them."""
_ADDRESS = re.compile(r"\\url\s*\{(?P<url>[^{}]+)\}|^\s*(?=https?://)(?P<bare>\S+)\s*$")


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
    title = _titled(entry, "title", "subtitle")
    if not title:
        message = f"the entry '{entry.key}' has no title"
        return MadeWork(None, (FieldProblem("title", message, "add 'title = {…}'"),))
    doi, doi_problem = _find_doi(entry)
    arxiv, arxiv_problem = _find_arxiv(entry)
    work = Work(
        id=f"bib:{entry.key}",
        type=_type(entry),
        title=title,
        author=parse_names(entry.fields.get("author", "") or _responsible(entry)),
        editor=parse_names(entry.fields.get("editor", "")),
        issued=_date(entry),
        genre=_genre(entry),
        status=_status(entry),
        accessed=parse_date(entry.fields.get("urldate", "")),
        page=read_pages(entry.first("pages")),
        doi=doi.doi.lower() if doi else "",
        url=_url(entry, doi, arxiv),
        arxiv=_facts(entry, doi, arxiv) if arxiv else None,
    )
    texts = {field: entry.first(*names) for field, names in _TEXTS.items()}
    texts |= _numbers(entry) | _places(entry)
    if not entry.fields.get("author") and work.author:
        texts["publisher"] = entry.first("publisher")
    work = msgspec.structs.replace(work, container_title=_container(entry), **texts)
    if arxiv and _is_preprint(work):
        preprint = {"type": "article", "container_title": "", "volume": "", "publisher": "arXiv"}
        work = msgspec.structs.replace(work, **preprint)
    return MadeWork(with_aliases(work), (*doi_problem, *arxiv_problem))


def _titled(entry: RawEntry, title: str, subtitle: str) -> str:
    """Join a title and its subtitle, which follows a colon unless there is a mark already."""
    first, second = entry.first(title), entry.first(subtitle)
    joint = " " if first.endswith((":", "?", "!", ".")) else ": "
    return joint.join(part for part in (first, second) if part)


def _container(entry: RawEntry) -> str:
    journal = _titled(entry, "journaltitle", "journalsubtitle")
    return entry.first("journal") or journal or _titled(entry, "booktitle", "booksubtitle")


def _type(entry: RawEntry) -> str:
    kind = _TYPES.get(entry.type, "document")
    return _SUBTYPES.get((kind, entry.first("entrysubtype").lower()), kind)


def _genre(entry: RawEntry) -> str:
    told = entry.first("type")
    return _GENRES.get(told.lower(), told) or _GENRES.get(entry.type, "")


def _status(entry: RawEntry) -> str:
    """Return biblatex's `pubstate` in words (its manual, section 4.9.2)."""
    told = entry.first("pubstate")
    return {"inpress": "in press", "inpreparation": "in preparation"}.get(told.lower(), told)


def _responsible(entry: RawEntry) -> str:
    """Return who made a manual that names no author (BibTeXing, section 3.2, "organization")."""
    organization = entry.fields.get("organization", "")
    if entry.type != "manual" or not organization or entry.fields.get("editor"):
        return ""
    return f"{{{organization}}}"


def _places(entry: RawEntry) -> dict[str, str]:
    """Tell where a publisher is from where people met; `location` may be either."""
    address, location = entry.first("address"), entry.first("location")
    is_paper = _TYPES.get(entry.type) == "paper-conference"
    met = location if is_paper and address else ""
    return {
        "publisher_place": address or location,
        "event_place": entry.first("venue", "eventplace") or met,
    }


def _is_preprint(work: Work) -> bool:
    """Tell whether a work on arXiv is out nowhere else: no thesis, book or report of somebody's."""
    container, publisher = work.container_title.lower(), work.publisher.lower()
    if container and "arxiv" not in container and container != "corr":
        return False
    return "arxiv" in publisher or (not publisher and work.type in _PREPRINTS)


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
        named = _NOTE.fullmatch(text) if name == "note" else _ARXIV_IN_TEXT.search(text)
        # DBLP writes an arXiv paper as CoRR, volume abs/2202.06991
        is_id = name in {"url", "doi"} or text.startswith("abs/")
        found = parse_arxiv(named["id"] if named else text if is_id else "")
        if isinstance(found, Identifier):
            return found, ()
    return None, ()


def _date(entry: RawEntry) -> tuple[int, ...]:
    """Read `date = {2022-02-14}`, or `year`, `month` and `day`; of a range, the beginning."""
    dated = parse_date(entry.fields.get("date", ""))
    if dated:
        return dated
    typed = entry.fields.get("year", "").strip("{} ")
    year = re.search(r"[0-9]{4}", typed) or re.fullmatch(r"[1-9][0-9]{2}", typed)
    if not year:
        return ()
    month, day = (entry.fields.get(name, "").strip().lower() for name in ("month", "day"))
    name = re.search("|".join(_MONTHS), month)
    number = _MONTHS.index(name[0]) + 1 if name else int(month) if month.isdecimal() else 0
    # the day may stand with the month, as in `jan # "~31"`
    beside = re.search(r"(?<![0-9])[0-9]{1,2}(?![0-9])", month) if name else None
    day = day or (beside[0] if beside else "")
    days = [int(day)] if day.isdecimal() else []
    return _existing(int(year[0]), number, *days)


def parse_date(text: str) -> tuple[int, ...]:
    """Read the beginning of an ISO date or a range of two; what is no month or day is left out.

    A season (biblatex's months 21 to 24) is no month.
    """
    dated = re.match(r"\s*([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
    return _existing(*(int(part) for part in dated.groups() if part)) if dated else ()


def _existing(year: int, *rest: int) -> tuple[int, ...]:
    """Return as many parts of a date as there can be."""
    for count in range(len(rest), 0, -1):
        with contextlib.suppress(ValueError):
            datetime.date(*(year, *rest[:count], 1)[:3])
            return (year, *rest[:count])
    return (year,)


def _numbers(entry: RawEntry) -> dict[str, str]:
    """Tell an issue's number from a report's, and an article's where it has no pages."""
    number, issue = entry.first("number"), entry.first("issue")
    if entry.type in {"article", "review", "suppperiodical"}:
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
    if not given:
        # where BibTeX's own styles have it
        published, note = (entry.fields.get(name, "") for name in ("howpublished", "note"))
        # what a note leads to beside other words may be a list of its errata
        named = (_ADDRESS.search(published), _ADDRESS.fullmatch(note.strip()))
        given = next((_verbatim(one["url"] or one["bare"]) for one in named if one), "")
    if given.lower().startswith(("https://", "http://")):
        return given
    return arxiv.url if arxiv else ""


def _verbatim(tex: str) -> str:
    """Return an address or a DOI, in which `~`, `%` and `--` mean themselves."""
    if "\\" in tex or "{" in tex or "$" in tex:
        plain = _MARKS.sub("", _TILDE.sub("~", tex))
        return tex_to_text(plain) if "\\" in plain else re.sub("[{}]", "", plain).strip()
    return tex.strip()

"""What kind of work an entry of a BibTeX file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.records.csltypes import CSL_TYPES

if TYPE_CHECKING:
    from digest.records.bibtex.entry import RawEntry

TYPES = {
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
    "bachelorthesis": "thesis",
    "bachelorsthesis": "thesis",
    "doctoralthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "patent": "patent",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "webpage": "webpage",
    "website": "webpage",
    "software": "software",
    "softwareversion": "software",
    "softwaremodule": "software",
    "codefragment": "software",
    "dataset": "dataset",
    "data": "dataset",
    "standard": "standard",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "commentary": "book",
    "letter": "personal_communication",
    "presentation": "speech",
    "movie": "motion_picture",
    "film": "motion_picture",
    "video": "motion_picture",
    "artwork": "graphic",
    "image": "graphic",
    "audio": "broadcast",
    "podcast": "broadcast",
    "music": "song",
    "performance": "performance",
}
"""From an entry's type to CSL's; others are `document`."""
_SUBTYPES = {
    ("article-journal", "magazine"): "article-magazine",
    ("article-journal", "newspaper"): "article-newspaper",
    ("report", "standard"): "standard",
    ("document", "preprint"): "article",
}
"""By type and biblatex's `entrysubtype`, or the field `type` of what standard styles know."""

_GENRES = {
    "phdthesis": "PhD thesis",
    "mastersthesis": "Master\u2019s thesis",
    "bachelorthesis": "Bachelor\u2019s thesis",
    "bachelorsthesis": "Bachelor\u2019s thesis",
    "doctoralthesis": "PhD thesis",
    "audio": "Audio podcast episode",
    "podcast": "Audio podcast episode",
    "movie": "Film",
    "film": "Film",
    "techreport": "Technical report",
    "report": "",
    "standard": "",
    "thesis": "",
    "mathesis": "Master\u2019s thesis",
    "bathesis": "Bachelor\u2019s thesis",
    "candthesis": "Candidate thesis",
    "resreport": "Research report",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patentus": "U.S. Patent",
    "patenteu": "European Patent",
    "patentde": "German Patent",
    "patentfr": "French Patent",
    "patentuk": "British Patent",
    "patent": "",
    "patreq": "Patent application",
    "patreqde": "German Patent application",
    "patreqfr": "French Patent application",
    "patrequk": "British Patent application",
    "patrequs": "U.S. Patent application",
    "patreqeu": "European Patent application",
}
"""By BibTeX's types, and by what biblatex's `type` has words for (its manual, section 4.9.2)."""


PACKAGE = lazy_regex(r"R package version (?P<version>v?[0-9][\w.-]*)(?=[,;.]*(?: |$))[,;.]*\s*")
"""What R says of its packages, which it calls manuals."""


_PATENT = lazy_regex(
    r"(?P<office>U\.?S\.?|United States|[A-Z][A-Za-z]+) Patent(?P<kind> App(?:lication|\.)?)?"
    r"(?: No\.?)? (?P<number>[A-Z]*[0-9/,.-]*[0-9](?:[0-9/,A-Z-]*[0-9A-Z])?)\.?"
)
"""What Google Scholar has in the note of a patent, `US Patent App. 12/345,678`."""
_OFFICES = {"US": "U.S.", "United States": "U.S.", "EP": "European"}
"""How patents are called by where they are from, or by who gives them."""


class Patent(NamedTuple):
    """The number of a patent, and what kind of one it is."""

    genre: str
    number: str


def named_patent(text: str) -> Patent | None:
    """Return the patent that a text names if it says nothing else."""
    found = _PATENT.fullmatch(text)
    if not found:
        return None
    kind = " Application" if found["kind"] else ""
    return Patent(_patent_of(found["office"]) + kind, found["number"])


def find_patent(entry: RawEntry) -> Patent | None:
    """Return the patent that an entry is about, where it names one with its office."""
    named = (named_patent(entry.first(name)) for name in ("number", "note", "howpublished"))
    return next(filter(None, named), None)


def _patent_of(office: str) -> str:
    return f"{_OFFICES.get(office.replace('.', ''), office)} Patent"


def work_type(entry: RawEntry) -> str:
    """Return the CSL type of an entry's work; `document` where nothing tells."""
    kind = _part_type(entry) or TYPES.get(entry.type, "document")
    if entry.type in {"manual", "misc"} and PACKAGE.match(entry.first("note")):
        kind = "software"
    if entry.type == "misc" and find_patent(entry):
        kind = "patent"
    subtype = entry.first("entrysubtype").lower()
    told = (subtype, entry.first("type").lower())
    known = (_SUBTYPES[kind, one] for one in told if (kind, one) in _SUBTYPES)
    # as our own exports have CSL's types
    return next(known, subtype if subtype in CSL_TYPES and subtype != "article" else kind)


def _part_type(entry: RawEntry) -> str:
    """Return the type of what is called a book and is a part of the one that it names, or nothing.

    Proceedings have no author; where they do, they are a paper in them.
    """
    book = entry.first("booktitle").casefold()
    if not book or book == entry.first("title").casefold():
        return ""
    if entry.type == "book" and entry.first("pages", "chapter"):
        return "chapter"
    is_paper = entry.type == "proceedings" and entry.first("author") and not entry.first("editor")
    return "paper-conference" if is_paper else ""


def work_genre(entry: RawEntry) -> str:
    """Return what kind of its type a work is, as `PhD thesis`; may be empty."""
    told = entry.first("type")
    if told or work_type(entry) != "patent":
        return _GENRES.get(told.lower(), told) if told else _GENRES.get(entry.type, "")
    patent, nation = find_patent(entry), entry.first("nationality")
    return patent.genre if patent else _patent_of(nation) if nation else ""

"""Works as BibTeX.

Types and fields are those of the standard styles ("BibTeXing", Oren Patashnik, 1988, section 3).
The others are what newer styles and reference managers read besides (biblatex's manual, section
2; arXiv's help, "Hypertex bibstyles"): `translator`, `director`, `bookauthor`, `entrysubtype`,
`doi`, `isbn`, `issn`, `url`, `urldate`, `origdate`, `eid`, `day`, `eventtitle`, `venue`,
`version`, `collaboration`, arXiv's `eprint`, `archiveprefix` and `primaryclass`, and the types
`dataset`, `online`, `patent` and `software`.
Abstracts are left out: they are their publishers'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.days import MONTHS
from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import without_styles
from digest.basics.text import iso_date, join_sentences, one_line
from digest.citing.formats.textotex import escape_name, escape_text, escape_title, is_balanced
from digest.records.names import OTHERS
from digest.records.numbers import join_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.works import Name, Work
    from digest.citing.formats.keys import KeyedWork

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "book": "book",
    "classic": "book",
    "collection": "book",
    "pamphlet": "booklet",
    "thesis": "phdthesis",
    "report": "techreport",
    "standard": "techreport",
    "manuscript": "unpublished",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
}
"""From a CSL type to the entry's; all others are `misc`, and to old styles so are the last six."""
_PLAIN = {kind: type_ for type_, kind in reversed(_TYPES.items())}
"""What an entry is of which nothing but its type is told."""
_SUBTYPES = {
    "article": "preprint",
    "article-magazine": "magazine",
    "article-newspaper": "newspaper",
}
"""What biblatex calls some CSL types of which an entry's type does not tell."""
_CONTAINERS = {
    "article": "journal",
    "online": "organization",
    "misc": "howpublished",
    "booklet": "howpublished",
    "unpublished": "howpublished",
    "dataset": "howpublished",
    "software": "howpublished",
    "patent": "howpublished",
}
"""The field for what a work is contained in; `booktitle` for all other types."""
_BOOKS = frozenset({"book", "inproceedings", "incollection"})
"""Types whose `number` is that of a volume in its series."""
_PUBLISHERS = {
    "techreport": "institution",
    "phdthesis": "school",
    "mastersthesis": "school",
}
_GENRES = {"report": "Report", "standard": "Standard", "thesis": "Thesis"}
"""What the styles would call a technical report or a PhD thesis, which nobody has said."""
_NOTES = {"speech": "Talk", "motion_picture": "Video"}
"""What a work is, where the entry's type does not say it."""
_MASTER = lazy_regex(r"\bmaster|\bm\.?\s?sc\b|\bdiplom", re.IGNORECASE)
_COLLABORATION = " Collaboration"
_AND = lazy_regex(r"\band\b", re.IGNORECASE)


def format_bibtex(works: Iterable[KeyedWork]) -> str:
    """Return the works as the text of a .bib file, in their order, an empty line between."""
    return "\n".join(_format(one.key, one.work) for one in works)


def _format(key: str, work: Work) -> str:
    kind = _kind(work)
    lines = [f"  {name:<13} = {value},\n" for name, value in _fields(work, kind) if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _kind(work: Work) -> str:
    kind = _TYPES.get(work.type, "misc")
    return "mastersthesis" if kind == "phdthesis" and _MASTER.search(work.genre) else kind


def _fields(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the fields with their values, in braces where they need them; some are empty."""
    yield "entrysubtype", _subtype(work, kind)
    authors, groups = _split_collaboration(work.author)
    yield "author", _braced(_names(authors))
    yield "collaboration", _braced(groups)
    yield "editor", _braced(_names(work.editor))
    yield "editora", _braced(_names(work.collection_editor))
    yield "editoratype", "{series}" if work.collection_editor else ""
    yield "translator", _braced(_names(work.translator))
    yield "director", _braced(_names(work.director))
    yield "bookauthor", _braced(_names(work.container_author))
    yield "title", _title(work, work.title)
    yield from _containers(work, kind)
    yield "eventtitle", _title(work, work.event_title)
    yield "venue", _text(work.event_place)
    yield from _numbers(work, kind)
    yield "chapter", _text(work.chapter_number)
    yield "pages", _pages(work, kind)
    yield "edition", _text(work.edition)
    yield "version", _text(work.version)
    yield from _date(work)
    yield _PUBLISHERS.get(kind, "publisher"), _text(work.publisher)
    yield "address", _text(work.publisher_place)
    series = without_styles(work.container_title) if kind == "techreport" else ""
    yield "type", _text(work.genre or series or _GENRES.get(work.type, ""))
    yield "note", _text(_note(work, kind))
    yield "isbn", _text(work.isbn)
    yield "issn", _text(work.issn)
    yield "doi", _verbatim(work.doi)
    if work.arxiv:
        yield "eprint", _verbatim(work.arxiv.id)
        yield "archiveprefix", "{arXiv}"
        yield "primaryclass", _verbatim(work.arxiv.primary_category)
    yield "url", _verbatim(work.url)
    yield "urldate", _braced(iso_date(work.accessed))
    yield "origdate", _braced(iso_date(work.original_date))


def _subtype(work: Work, kind: str) -> str:
    """Return which CSL type a work has, where neither the entry's type nor its eprint tells it."""
    is_told = work.type == _PLAIN.get(kind, "document") or kind == "mastersthesis"
    is_preprint = work.type == "article" and work.arxiv
    return "" if is_told or is_preprint else f"{{{_SUBTYPES.get(work.type, work.type)}}}"


def _containers(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    name = _CONTAINERS.get(kind, "booktitle")
    container = _container(work.container_title)
    # some programs change the case of books' titles as of all others
    yield name, container if name == "journal" else _braced(container)
    yield "shortjournal", _container(work.container_title_short)
    yield "series", _braced(_container(work.collection_title))


def _container(name: str) -> str:
    return _braced(escape_name(name)) if name else ""


def _numbers(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    yield "volume", _text(work.volume)
    if kind == "article":
        yield "number", _text(work.issue)
        yield "eid", _text(work.number)
    elif kind == "book" and not (work.collection_number or work.issue):
        yield "number", _text(work.number)
    elif kind in _BOOKS:
        yield "number", _text(work.collection_number or work.issue)
        yield "issue", _text(work.issue if work.collection_number else "")
        yield "eid", _text(work.number)
    else:
        yield "number", _text(work.number)
        yield "issue", _text(work.issue)


def _pages(work: Work, kind: str) -> str:
    if work.page:
        return _text(join_pages(work.page, "--")).replace("-{}-", "--")
    # an article's own number, as physicists' journals have it: old styles and Pandoc know no `eid`
    return _text(work.number) if kind == "article" else ""


def _date(work: Work) -> Iterator[tuple[str, str]]:
    year, month, day = (*work.issued, 0, 0, 0)[:3]
    yield "year", _braced(iso_date(work.issued[:1]))
    # biblatex's sign for what is about right
    yield "date", _braced(f"{iso_date(work.issued)}~" if year and work.circa else "")
    # the styles have words for the months, in their own language
    yield "month", MONTHS[month - 1] if 1 <= month <= len(MONTHS) else ""
    yield "day", f"{{{day}}}" if month and day else ""


def _note(work: Work, kind: str) -> str:
    # of the other types the field `type` says it, or they are of one kind only
    is_plain = kind in {"misc", "online", "dataset", "software", "patent"} and not work.arxiv
    what = (work.genre or _NOTES.get(work.type, "")) if is_plain else ""
    state = work.state
    number = "" if kind in _BOOKS else work.collection_number
    in_series = f"No. {number} in the series" if number else ""
    return join_sentences((what, state[:1].upper() + state[1:], in_series, work.note))


def _split_collaboration(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], str]:
    """Return the authors, and the collaborations behind them in the form of their own field.

    So physicists' styles print them: `G. Aad et al. (ATLAS Collaboration)`.
    """
    ends = tuple(name for name in names[1:] if name.literal.endswith(_COLLABORATION))
    if not (ends and names[0].family and names[0].given):
        return names, ""
    authors = tuple(name for name in names if name not in ends)
    return authors, " and ".join(
        _name_part(name.literal.removesuffix(_COLLABORATION)) for name in ends
    )


def _names(names: tuple[Name, ...]) -> str:
    last = len(names) - 1
    return " and ".join(
        OTHERS if name.literal == OTHERS and index == last else _name(name)
        for index, name in enumerate(names)
    )


def _name(name: Name) -> str:
    """Return `van den Oord, Aaron`, `King, Jr., Martin Luther`, or a body in braces."""
    if not (name.family and name.given):
        whole = name.literal or name.family or name.given
        return _braced(escape_text(whole))
    parts = [name.family, name.suffix, name.given] if name.suffix else [name.family, name.given]
    return ", ".join(_name_part(part) for part in parts)


def _name_part(part: str) -> str:
    """Return a part of a name, in braces where its words would be taken for the list's own."""
    text = escape_text(part)
    return _braced(text) if _AND.search(part) or "," in part or "=" in part else text


def _text(text: str) -> str:
    # most fields of a work are empty
    return _braced(escape_text(text)) if text else ""


def _title(work: Work, text: str) -> str:
    return _braced(escape_title(text, work.kept_words)) if text else ""


def _verbatim(text: str) -> str:
    """Return what no style reads as TeX: an id or an address."""
    if not text:
        return ""
    text = one_line(text)
    # braces have no place in addresses; in a DOI nothing can stand for them
    for sign, code in (("{", "%7B"), ("}", "%7D")) if text.startswith("http") else ():
        text = text.replace(sign, code)
    return _braced(text) if is_balanced(text) else ""


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""

"""A work as a COinS, by which reference managers take a paper from the page that is about it.

A COinS is an OpenURL context object in the `title` of an empty `<span class="Z3988">`
(ocoins.info, "Brief guide to implementing OpenURL 1.0 Context Object for COinS", 2005). Fields
are those of the OpenURL formats journal, book, dissertation, patent and Dublin Core (ANSI/NISO
Z39.88-2004); within Dublin Core, `rft.type` is Zotero's name for what else there is.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.basics.richtext import without_styles
from digest.basics.text import iso_date
from digest.records.names import known_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.works import Name, Work

_FORMATS = {
    "article-journal": ("journal", "article"),
    "article-magazine": ("journal", "article"),
    "article-newspaper": ("journal", "article"),
    "review": ("journal", "article"),
    "paper-conference": ("book", "proceeding"),
    "chapter": ("book", "bookitem"),
    "entry": ("book", "bookitem"),
    "entry-dictionary": ("book", "bookitem"),
    "entry-encyclopedia": ("book", "bookitem"),
    "book": ("book", "book"),
    "classic": ("book", "book"),
    "collection": ("book", "book"),
    "report": ("book", "report"),
    "standard": ("book", "report"),
    "thesis": ("dissertation", ""),
    "patent": ("patent", ""),
}
"""From a CSL type to the format and the genre within it; all others are in Dublin Core."""
_TYPES = {
    "article": "preprint",
    "dataset": "dataset",
    "manuscript": "manuscript",
    "motion_picture": "videoRecording",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "software": "computerProgram",
    "speech": "presentation",
    "webpage": "webpage",
}
_ASCII = {code: quote(chr(code), safe="") for code in range(128)}

Field = tuple[str, str]


@functools.lru_cache(maxsize=1024)  # an entry is on its edition's page and soon on its own
def make_coins(work: Work) -> str:
    """Return the value of the span's `title`, not yet escaped for HTML."""
    form, genre = _FORMATS.get(work.type, ("dc", ""))
    fields = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}")]
    fields += [("rft_id", id_) for id_ in _ids(work)]
    fields += [("rft.genre", genre), *_titles(work, form, genre), *_people(work, form)]
    fields += [("rft.date", iso_date(work.issued)), *_details(work, form)]
    return "&".join([f"{name}={_encode(value)}" for name, value in fields if value])


def _ids(work: Work) -> Iterator[str]:
    doi = work.doi
    if doi:
        yield f"info:doi/{doi}"
    # the last address is the one that is kept: it is where the paper is read
    if work.arxiv:
        yield f"https://arxiv.org/abs/{work.arxiv.id}"
    if not work.arxiv or "arxiv.org" not in work.url:
        yield work.url


def _titles(work: Work, form: str, genre: str) -> Iterator[Field]:
    if form == "journal":
        yield "rft.atitle", work.plain_title
        yield "rft.jtitle", without_styles(work.container_title)
        yield "rft.stitle", without_styles(work.container_title_short)
    elif genre in {"proceeding", "bookitem"}:
        yield "rft.atitle", work.plain_title
        yield "rft.btitle", without_styles(work.container_title)
    elif form == "book":
        yield "rft.btitle", work.plain_title
    else:
        yield "rft.title", work.plain_title


def _people(work: Work, form: str) -> Iterator[Field]:
    """Yield the authors in full.

    `aulast` and `aufirst`, the first author in parts, are left out: where Zotero spells a given
    name in its own way, `É.` as `É`, it would take them for one more author.
    """
    for name in known_names(work.author):
        if form == "patent":
            yield "rft.inventor", _name(name)
        else:
            is_person = bool(name.family and name.given)
            yield "rft.au" if is_person else "rft.aucorp", _name(name)


def _details(work: Work, form: str) -> Iterator[Field]:
    if form == "dc":
        yield "rft.type", _TYPES.get(work.type, "document")
        yield "rft.source", without_styles(work.container_title)
        yield "rft.publisher", work.publisher
    elif form == "dissertation":
        yield "rft.inst", work.publisher
        yield "rft.degree", work.genre
    elif form == "patent":
        yield "rft.number", work.number
        yield "rft.assignee", work.publisher
    else:
        yield "rft.volume", work.volume
        yield "rft.issue", work.issue
        # an article without pages has a number of its own, for which few readers have a place
        yield "rft.pages", work.page or (work.number if form == "journal" else "")
        if form == "journal":
            yield "rft.artnum", work.number
            yield from _issns(work)
        if form == "book":
            yield from (("rft.isbn", one) for one in _several(work.isbn)[:1])
            yield "rft.pub", work.publisher
            yield "rft.place", work.publisher_place
            yield "rft.edition", work.edition
            yield "rft.series", without_styles(work.collection_title)


def _issns(work: Work) -> Iterator[Field]:
    """Yield a journal's numbers: the formats have places for two, in print and on screens."""
    yield from zip(("rft.issn", "rft.eissn"), _several(work.issn), strict=False)


def _several(numbers: str) -> list[str]:
    return [one.strip() for one in numbers.split(",")]


def _name(name: Name) -> str:
    """Return `King, Martin Luther Jr.`: a comma tells the family name, and a second one is lost."""
    if not (name.family and name.given):
        return name.literal or name.family or name.given
    return f"{name.family}, {name.given} {name.suffix}".rstrip()


def _encode(value: str) -> str:
    # much faster than `quote`, and there are thousands of these in each build
    return value.translate(_ASCII) if value.isascii() else quote(value, safe="")

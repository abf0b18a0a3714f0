"""What the free texts of a BibTeX entry say: `note`, `addendum` and `howpublished`.

People write there what has fields of its own: that a work is in press, when its page was looked
at, its arXiv id, its address. Each goes where it belongs, and the rest is the work's note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import join_sentences
from digest.records.bibtex.ids import without_doi
from digest.records.bibtex.types import PACKAGE, named_patent
from digest.records.bibtex.urlfields import (
    SEEN,
    only_address,
    with_addresses,
    without_address,
)
from digest.records.csl import with_aliases
from digest.records.dateparsing import parse_day, state_named
from digest.records.namedids import named_id
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.works import Work
    from digest.records.bibtex.entry import RawEntry

_NOTES = (
    *("note", "addendum", "titleaddon", "booktitleaddon", "maintitleaddon", "eventtitleaddon"),
    *("issuetitle", "issuesubtitle", "origtitle", "origpublisher"),
)
"""Fields of which a work has no other place."""
_KINDS = {"motion_picture": "Video", "speech": "Talk"}
"""What exports say of works whose type BibTeX does not have."""
_DAY = lazy_regex(r"[0-9]{4}([/-])[0-9]{1,2}\1[0-9]{1,2}")
_SENTENCE_END = lazy_regex(r"(?<=[.!?]) ")


def with_notes(work: Work, entry: RawEntry, *, is_preprint: bool) -> Work:
    """Return a work with what its entry's free texts say.

    `howpublished` is where a work is found (`Blog post`, `Lecture notes, MIT`): its container,
    unless it has one, or a series, or is a preprint. Then it is one more note.
    """
    published = without_address(entry.fields.get("howpublished", ""), work.url)
    if work.url and _DAY.fullmatch(published):
        # behind an address, `(2020/05/06)` says when it was looked at
        published = f"accessed {published.replace('/', '-')}"
    found = _Notes(work)
    noted = filter(None, map(entry.fields.get, _NOTES))
    notes = [found.rest(_words_of(tex, work)) for tex in noted]
    notes += _seconds(entry)
    if work.type == "article-journal" and entry.first("number"):
        notes.append(entry.first("issue"))
    eprint, archive = entry.first("eprint"), entry.first("eprinttype", "archiveprefix")
    if eprint and not work.arxiv and eprint not in work.url and "://" not in eprint:
        notes.append(": ".join(filter(None, (archive, eprint))))
    rest = found.rest(published)
    published = rest if rest == published else rest.rstrip(" .")
    is_found = work.container_title or work.collection_title or is_preprint
    if is_found or "://" in published:
        notes.append(published)
        published = ""
    return msgspec.structs.replace(
        work,
        container_title=work.container_title or published,
        status=found.status,
        accessed=found.accessed,
        version=found.version,
        note=join_sentences(notes),
    )


def _words_of(tex: str, work: Work) -> str:
    """Return the text of a note with its addresses; without one, or a DOI, that the work has."""
    if only_address(tex) == [work.url]:
        return without_address(tex, work.url)
    plain = tex_to_text(tex)
    ids = without_doi(plain, work.doi)
    return with_addresses(tex) if ids == plain else ids


def _seconds(entry: RawEntry) -> Iterator[str]:
    """Return the second of two things of which a work has one."""
    series, number = entry.first("series"), entry.first("number")
    if entry.is_of_main:
        yield f"{series} {number}".strip()
    elif series:
        yield entry.first("maintitle")
    if number:
        yield entry.first("reportnumber")


class _Notes:
    """Takes out of texts what a work has fields for."""

    def __init__(self, work: Work) -> None:
        self.status, self.accessed, self.version = work.status, work.accessed, work.version
        self._ids = {work.id, *with_aliases(work).aliases}
        self._url, self._genre, self._type = work.url, work.genre, work.type

    def rest(self, text: str) -> str:
        """Return what is left of a text."""
        if self._type == "patent" and named_patent(text):
            return ""
        package = PACKAGE.match(text)
        if package and self.version in {"", package["version"]}:
            self.version = package["version"].rstrip(".")
            text = text[package.end() :]
        if seen := SEEN.search(text):
            before, day = text[: seen.start()].rstrip(), parse_day(seen["date"].strip())
            # not "Data retrieved May 2019"
            is_apart = not before or before[-1] in ".,;:)]" or "://" in before.split()[-1]
            if is_apart and len(day) > 1 and self.accessed in {(), day}:
                self.accessed = day
                text = f"{before.rstrip(',;')} {text[seen.end() :].lstrip()}".strip()
        if self._genre:
            # as an export has it, before other notes
            text = re.sub(rf"^{re.escape(self._genre)}(?:\. |\.?$)", "", text)
        return " ".join(one for one in _SENTENCE_END.split(text) if not self._is_told(one))

    def _is_told(self, sentence: str) -> bool:
        """Tell whether a sentence is but an id, an address, a kind or a state that the work has."""
        state = state_named(sentence)
        self.status = self.status or state
        bare = sentence.rstrip(".")
        is_known = (
            bare in {self._url, self._genre, _KINDS.get(self._type)} or named_id(bare) in self._ids
        )
        return is_known or bool(state and state == self.status)

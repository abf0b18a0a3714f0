"""The works of an archive's own BibTeX files, from which its posts cite by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.works import Work
from digest.citing.comparison import title_words
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.importing.post import LeftOut, Place
from digest.records.bibtex import parse_bibtex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.files import Files
    from digest.importing.post import Archive

_UNREAD = "a line of a bibliography that cannot be read"
_OTHER = "references.bib has another work under this key, and citations lead to that"


class GivenWorks(msgspec.Struct, frozen=True):
    """Works that come with an archive."""

    works: tuple[Work, ...] = ()
    """With ids as those of references.bib."""
    text: str = ""
    """The same as BibTeX."""
    left_out: tuple[LeftOut, ...] = ()


def read_bibliographies(archive: Archive, files: Files, there: Iterable[Work]) -> GivenWorks:
    """Read the works of an archive's BibTeX files, without those whose key references.bib has.

    `there` are the works of references.bib. Of two works with a key the first counts.
    """
    if not any("@" in post.text for post in archive.posts):
        return GivenWorks()
    taken = {work.id.casefold(): work for work in there}
    works: list[KeyedWork] = []
    left_out = []
    for name in archive.bibliographies:
        text = files.read_text(name)
        if isinstance(text, LeftOut):
            left_out.append(text)
            continue
        read = parse_bibtex(text, name)
        left_out += (
            LeftOut(one.message, _UNREAD, Place(name, one.line)) for one in read.diagnostics
        )
        for entry in read.value or ():
            other = taken.setdefault(entry.work.id.casefold(), entry.work)
            if other is entry.work:
                works.append(KeyedWork(entry.key, entry.work))
            elif title_words(other.title) != title_words(entry.work.title):
                left_out.append(LeftOut(entry.key, _OTHER, Place(name, entry.place.line)))
    return GivenWorks(tuple(one.work for one in works), format_bibtex(works), tuple(left_out))

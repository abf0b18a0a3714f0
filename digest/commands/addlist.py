"""`digest add --from`: the papers of a list, as reference managers and spreadsheets export it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.richtext import without_styles
from digest.basics.text import shorten
from digest.basics.works import Work
from digest.commands.add import NamedPaper, title_key
from digest.importing.files import decode_text
from digest.importing.lists import FORMS, find_form

if TYPE_CHECKING:
    from digest.importing.lists.paperlist import ListedPaper

LONGEST = 64 * 2**20
"""Bytes of a list: ten thousand papers with their abstracts have a third of it."""
_BEGINNING = 4096


class ReadList(msgspec.Struct, frozen=True):
    """What was read of a list of papers."""

    papers: tuple[NamedPaper, ...] = ()
    remarks: tuple[str, ...] = ()
    """What to tell the user of items that cannot be read, or that lack something."""
    problem: str = ""
    """Why nothing can be read; empty elsewhere."""


def read_list(name: str, data: bytes) -> ReadList:
    """Read the papers of a list; `name` is that of its file."""
    text = decode_text(data)
    form = None if text is None else find_form(name, text[:_BEGINNING])
    if text is None or form is None:
        known = ", ".join(one.what for one in FORMS)
        return ReadList(problem=f"'{name}' is no list of papers; it may be {known}")
    found = form.read(text)
    remarks = [f"{name}:{one.line}: {one.message}" for one in found.faults]
    papers = []
    for one in found.papers:
        papers.append(_name(one, name))
        if not one.id and not one.url:
            shown = shorten(without_styles(one.title))
            remarks.append(
                f"{name}:{one.line}: '{shown}' has no id and no address: type 'arxiv', 'doi' or"
                " 'url' into its entry"
            )
    if not papers and not remarks:
        return ReadList(problem=f"'{name}' has no papers, as {form.what}")
    return ReadList(tuple(papers), tuple(remarks))


def _name(one: ListedPaper, name: str) -> NamedPaper:
    shown = without_styles(one.title) or (one.id.value if one.id else one.url)
    typed = f"{shorten(shown)} ({name}:{one.line})"
    if one.id:
        return NamedPaper(typed, one.id)
    key = one.url or title_key(one.title)
    work = Work(key, "webpage", one.title, one.authors, issued=one.date, url=one.url)
    return NamedPaper(typed, None, work)

"""Lists of papers, as reference managers export them: an edition of each file."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from digest.basics.richtext import without_styles
from digest.basics.text import iso_date
from digest.importing.lists import FORMS
from digest.importing.plaintext import as_markdown
from digest.importing.post import Archive, LeftOut, Place, Post
from digest.importing.sources.source import Source
from digest.records.names import OTHERS

if TYPE_CHECKING:
    from digest.importing.files import Files
    from digest.importing.lists import Form
    from digest.importing.lists.paperlist import ListedPaper
    from digest.importing.sources.source import Options


_COLUMN = "an edition has no place for it"


def _matches(form: Form, files: Files) -> bool:
    """Tell whether every file is a list in this form."""
    return bool(files.names) and all(
        name.lower().endswith(form.endings) and form.matches(files.read_beginning(name))
        for name in files.names
    )


def _read(form: Form, files: Files, _options: Options) -> Archive:
    posts, left_out = [], []
    for name in files.names:
        text = files.read_text(name)
        if isinstance(text, LeftOut):
            left_out.append(text)
            continue
        found = form.read(text)
        left_out += [
            LeftOut(f"line {one.line}", one.message, Place(name, one.line)) for one in found.faults
        ]
        left_out += [
            LeftOut(f"the column '{one}'", _COLUMN, Place(name, 1)) for one in found.not_taken
        ]
        if found.papers:
            entries = "\n".join(map(_format, found.papers))
            title = PurePosixPath(name).stem.replace("_", " ").replace("-", " ")
            posts.append(Post(Place(name), title[:1].upper() + title[1:], entries))
    return Archive(form.name, tuple(posts), left_out=tuple(left_out))


def _format(one: ListedPaper) -> str:
    """Return a paper as posts have it: its title, which leads to it, and who wrote it when."""
    title = as_markdown(without_styles(one.title) or (one.id.value if one.id else one.url))
    # an address without an id may be any page: its name says that it is the paper's
    links = one.links if one.id or not one.url else (("paper", one.url), *one.links)
    lines = [f"## [{title}](<{one.id.url}>)" if one.id else f"## {title}", ""]
    names = ["et al." if name.literal == OTHERS else name.literal for name in one.authors]
    date = f" ({iso_date(one.date)})" if one.date else ""
    if names:
        lines += [f"By {as_markdown(', '.join(names))}{date}", ""]
    if links:
        lines += [", ".join(f"[{as_markdown(name)}](<{link}>)" for name, link in links), ""]
    if one.text:
        lines += [as_markdown(one.text), ""]
    return "\n".join(lines)


PAPER_LISTS: tuple[Source, ...] = tuple(
    Source(form.name, form.what, partial(_matches, form), partial(_read, form)) for form in FORMS
)
"""They stand behind the exports of services, some of which are tables or JSON, too."""

"""Cards: what one page says of another edition, entry or tag that it names.

Fields whose type is `Markup` are finished HTML; all else is plain text that the template engine
escapes. Addresses are paths from the site's root without a leading slash (`editions/2022-03/`).
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Markup = Annotated[str, "HTML"]
"""HTML that is finished and safe; templates print it with the filter `safe`."""


class CoveringEntry(msgspec.Struct, frozen=True, array_like=True):
    """An entry of this site that covers a work, where a reference names it."""

    address: str
    anchor: str
    """Its id on the page that has the reference; empty where it is not on that page."""
    name: str
    """The short name; empty where it has none: the reference has its paper's title already."""
    edition: str
    """The title of its edition."""
    date: str
    """The edition's date."""
    draft: bool


class EditionCard(msgspec.Struct, frozen=True, array_like=True):
    """An edition, where another page names it."""

    id: str
    address: str
    title: str
    date: str
    """`YYYY-MM-DD`; print it with the filter `date`."""
    number: int
    """0 where it has none."""
    description: str
    papers: int
    """How many entries it has."""
    draft: bool
    """Whether it is a draft, which a preview shows; an edition of the future is none."""
    lang: str
    """That of its own words."""


class TagCard(msgspec.Struct, frozen=True, array_like=True):
    """A tag, where another page names it."""

    name: str
    address: str
    entries: int
    """0 where the page does not show it."""


class EntryCard(msgspec.Struct, frozen=True, array_like=True):
    """An entry, where another page lists it."""

    address: str
    name: str
    """The short name, or the title where it has none."""
    title: Markup
    """The paper's title, math set."""
    title_text: str
    """The same as plain text, math in Unicode; it is the name where there is no short one."""
    byline: str
    description: str
    """Plain text; may be empty."""
    number: int
    """Its place in the edition, from 1."""
    edition: str
    """The title of its edition; empty on pages of that edition."""
    date: str
    """The edition's date."""
    lang: str
    """That of what the editor says of it."""
    tags: tuple[TagCard, ...] = ()
    draft: bool = False


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """Another text of this site that covers or cites the work of an entry."""

    kind: Literal["covers", "cites"]
    """An entry that does both covers it."""
    address: str
    title: str
    """Of an entry its short name, or else its paper's title; of an edition its title. Plain."""
    edition: str
    """The title of the entry's edition; empty where the edition's own text cites the work."""
    date: str
    """The edition's date."""
    draft: bool

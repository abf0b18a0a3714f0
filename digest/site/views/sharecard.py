"""What a card shows: the picture that stands for a page where someone shares its address."""

from __future__ import annotations

from typing import ClassVar

import msgspec

FILE = "card.png"
"""Beside the page that it is drawn for."""
WIDTH, HEIGHT = 1200, 630
"""In pixels: what networks show without cutting anything off, at twice the density."""


class CardView(msgspec.Struct, frozen=True):
    """A card. What its faces cannot set is left out."""

    kind: ClassVar[str] = "card"
    name: str
    """The newsletter's; empty on its own card."""
    title: str
    lang: str
    number: str = ""
    """Of the edition, with the theme's word for it: `No. 14`."""
    date: str = ""
    """`YYYY-MM-DD`."""
    line: str = ""
    """A sentence under the title: who wrote the paper, or what the newsletter is."""
    papers: tuple[str, ...] = ()
    """What the edition's papers are called; as many are shown as there is room for."""

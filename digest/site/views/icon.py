"""How an icon is made of a picture."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class IconView(msgspec.Struct, frozen=True):
    """A square picture of the whole of another."""

    kind: ClassVar[str] = "icon"
    size: int
    """Of each side, in pixels."""
    is_opaque: bool = False
    """Whether it is set on white; else one sees through it where one sees through the other."""

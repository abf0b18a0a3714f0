"""How wide a theme shows the pictures of texts: `figures:` of its theme.yaml."""

from __future__ import annotations

import msgspec

from digest.settings.schema import Field, integer, list_of, mapping, text

_WIDEST = 16_383
"""In pixels: a WebP is no wider."""


class FigureSizes(msgspec.Struct, frozen=True):
    """How wide pictures are shown."""

    widths: tuple[int, ...] = (720, 1120, 1440)
    """In pixels: in which other sizes there are pictures. Without any there are none."""
    sizes: str = "100vw"
    """As the attribute `sizes` says it (HTML, "Sizes attributes")."""


read_figures = mapping(
    {"widths": Field(list_of(integer(1, _WIDEST))), "sizes": Field(text)}, "figures"
)

"""How wide a theme shows the pictures of texts: `figures:` of its theme.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import integer, list_of, text
from digest.settings.schema import Field, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = lazy_regex(r"\{(\w+)\}")
_WIDEST = 16_383
"""In pixels: a WebP is no wider."""


class FigureSizes(msgspec.Struct, frozen=True):
    """How wide pictures are shown."""

    widths: tuple[int, ...] = (720, 1120, 1440)
    """In pixels: in which other sizes there are pictures. Without any there are none."""
    sizes: str = "100vw"
    """As the attribute `sizes` says it (HTML, "Sizes attributes"), with the options in it."""


def fill_sizes(declared: Mapping[str, Any], options: Mapping[str, object]) -> FigureSizes:
    """Return what a theme declares, with the value of an option in place of its name in braces."""
    made = FigureSizes(**declared)
    return msgspec.structs.replace(
        made, sizes=_NAME.sub(lambda name: str(options.get(name[1], name[0])), made.sizes)
    )


read_figures = mapping(
    {"widths": Field(list_of(integer(1, _WIDEST))), "sizes": Field(text)}, "figures"
)

"""What is known of the other formats and sizes of a picture."""

from __future__ import annotations

import msgspec

from digest.site.views.parts import Variant


class Variants(msgspec.Struct, frozen=True):
    """The other formats and sizes of a picture."""

    shown: tuple[Variant, ...] = ()
    is_damaged: bool = False
    """Whether the picture cannot be unpacked."""

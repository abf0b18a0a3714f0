"""What is wrong with a picture that a page shows, or should be known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.images import DAMAGED, MOST_PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Diagnostic, Place
    from digest.content.filefacts import FileFacts


def check_picture(
    name: str, place: Place, facts: FileFacts, *, is_damaged: bool = False
) -> Iterator[Diagnostic]:
    """Report what is wrong with a file that is named and shown at a place.

    `is_damaged` is known where it was unpacked.
    """
    pixels = facts.width * facts.height
    if facts.problem:
        # told of the file itself
        return
    if not facts.width:
        message = f"'{name}' cannot be read as an image"
        yield place.diagnose("image-missing", message, facts.fault)
    elif facts.fault or is_damaged:
        message = f"a part of '{name}' is lost or damaged"
        yield place.diagnose("image-missing", message, facts.fault or DAMAGED)
    if pixels > MOST_PIXELS and not name.lower().endswith(".svg"):
        millions = f"{pixels / 1_000_000:,.0f} million"
        message = f"'{name}' has {millions} pixels, for which a phone may lack memory"
        yield place.diagnose("image-large", message, "make it 3,000 pixels wide, or less")
    if facts.outer:
        message = f"'{name}' shows '{facts.outer}', which no browser loads into a picture"
        hint = "put that into the drawing itself: drawing programs call it to embed"
        yield place.diagnose("image-outer", message, hint)
    if facts.is_located:
        message = f"'{name}' tells where it was taken, and is published as it is"
        hint = "take that out, as 'exiftool -gps:all= FILE' does"
        yield place.diagnose("image-location", message, hint)

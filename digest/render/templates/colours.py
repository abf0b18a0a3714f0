"""The filter `mix` of pages and mails."""

from __future__ import annotations

from digest.basics.colours import colour_names, mix_written, parse_colour
from digest.basics.text import did_you_mean
from digest.settings.theme import TemplateMistakeError


def mix_colours(colour: str, other: str, share: float) -> str:
    """Return `share` of a colour, from 0 to 1, mixed with the rest of another.

    What is empty, as an option that is not set, stays so. Raises TemplateMistakeError.
    """
    if not 0 <= share <= 1:
        message = f"'mix' takes a share from 0 to 1, not {share}"
        raise TemplateMistakeError(message, "write 0.4 for 40 of 100 parts")
    for one in (colour, other):
        if one and not parse_colour(one):
            hint = did_you_mean(one, colour_names()) or "as '#0b5bb0' or 'navy'"
            raise TemplateMistakeError(f"'{one}' is no colour", hint)
    return mix_written(colour, other, share)

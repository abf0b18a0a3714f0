"""Ranked papers printed: for people, as a checklist for an issue, as a page, and for programs."""

from __future__ import annotations

import pkgutil
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.ranking.rank import Ranked


class Format(msgspec.Struct, frozen=True):
    """A way to print papers."""

    limit: int
    """How many are printed if nobody says how many; 0 for all."""
    function: str
    """What writes them, from their list, the newsletter's title, and how many authors a byline has
    at most, to a text. It is imported when it is asked for."""


FORMATS = {
    "text": Format(20, "digest.candidates.shown.text:format_text"),
    "markdown": Format(30, "digest.candidates.shown.markdown:format_markdown"),
    "json": Format(0, "digest.candidates.shown.json:format_json"),
    "html": Format(100, "digest.candidates.shown.page:format_page"),
}
"""By the names that `digest discover` knows them by."""


def format_ranked(form: str, ranked: Sequence[Ranked], title: str, byline_max: int) -> str:
    """Return papers as a text, of which the last line is whole; `form` is a key of `FORMATS`."""
    write = pkgutil.resolve_name(FORMATS[form].function)
    text: str = write(ranked, title, byline_max)
    return text

"""Titles in HTML or TeX, which services do not tell apart, to rich text."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.records.chemistry import CHEMISTRY
from digest.records.markup import markup_to_rich
from digest.records.tex import DASHES, tex_to_rich, unknown_command, without_formulas

_WRITTEN = lazy_regex(r"\\(?:[A-Za-z]{2}|[%&#_$,]|[\"'`^~=.]\{?\\?[A-Za-z]|[a-zA-Z]\s*\{)")
"""A command, or an accent on a letter."""
_TEX_ELEMENT = lazy_regex(
    r"<(?P<name>(?:jats:)?tex(?:-math)?)\b[^<>]*>.*?</(?P=name)>", re.DOTALL | re.IGNORECASE
)
"""A formula in TeX that is marked as one, with its dollars or without."""
_QUOTED = lazy_regex(r"(?<![\w`])(?:``[^\s`][^`]*?''|`[^\s`](?:[^`]*?[^\s`])??')(?!\w)")
"""What stands between the quotation marks of TeX, double or single."""
_TYPED_DASH = lazy_regex(r"(?<=\w)---?(?=\w)|(?<=\s)---?(?=\s)")
"""TeX's dashes, which some publishers leave in titles: `Navier--Stokes`."""


def read_title(text: str) -> str:
    """Return a title as rich text.

    It is TeX where it has quotation marks of TeX, chemistry, or commands outside of its formulas,
    all of them known.
    """
    has_command = "\\" in text and _WRITTEN.search(without_formulas(_TEX_ELEMENT.sub("", text)))
    is_tex = has_command or ("`" in text and _QUOTED.search(text)) or CHEMISTRY.search(text)
    if is_tex and not unknown_command(text):
        return tex_to_rich(text)
    return markup_to_rich(_TYPED_DASH.sub(lambda found: DASHES[found[0]], text))

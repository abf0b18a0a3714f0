"""Signs that a mail provider would take for its own tags, as `{{`, made harmless."""

from __future__ import annotations

import re
from html import escape

_OPENINGS = {"{{": "{&#123;", "{%": "{&#37;", "*|": "*&#124;", "%%": "%&#37;", "[[": "[&#91;"}
"""What tags begin with, and how HTML writes the same signs so that no provider sees one."""
_OPENING = re.compile("|".join(map(re.escape, _OPENINGS)))


def escape_tags(html: str, tag: str) -> str:
    """Return `html` with nothing in it that looks like a provider's tag, but for `tag` itself.

    TeX has such signs, and so has code.
    """
    kept = escape(tag)
    pieces = html.split(kept) if kept else [html]
    return tag.join(_OPENING.sub(lambda found: _OPENINGS[found[0]], piece) for piece in pieces)


def part_tags(text: str, tag: str) -> str:
    """Return a plain text with a space in what looks like a tag of the kind that `tag` is."""
    opening = tag[:2]
    if opening not in _OPENINGS:
        return text
    pieces = text.split(tag)
    return tag.join(piece.replace(opening, f"{opening[0]} {opening[1]}") for piece in pieces)

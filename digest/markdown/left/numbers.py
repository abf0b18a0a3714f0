"""Numbers of references that were typed by hand, `[1]`, which nothing keeps right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import Form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_NUMBER = "[1-9][0-9]{0,2}"
_LISTED = lazy_regex(rf"(?m)^[ \t>*+-]*(?:\\?\[(?P<note>{_NUMBER})\\?\]|(?P<item>{_NUMBER})[.)]\s)")
"""A note, or an item of a list, that has a number itself."""
_WITHIN = lazy_regex(
    r"(?i)(?:\b(?:across|between|domain|from|in|interval|of|over|range|ranges|scale|to|within)|[∈=~])\s*$"
)
"""Words before two numbers that are the ends of an interval."""
_NEAR = 20


def _tell(found: Found) -> str:
    start = found.match.start()
    before = found.match.string[max(0, start - _NEAR) : start]
    is_interval = found["second"] and _WITHIN.search(before)
    if is_interval or found["first"] in found.typed.whole.ask(_list_numbers):
        return ""
    return "write '[@key]' with the key of the work, which is numbered so; or '\\[' for the bracket"


def _list_numbers(body: str) -> frozenset[str]:
    """List the numbers that notes and items of lists have in a text."""
    return frozenset(one["note"] or one["item"] for one in _LISTED.finditer(body))


FORMS = (
    Form(
        tuple(f"[{digit}" for digit in range(1, 10)),
        lazy_regex(
            rf"(?<![\w\[\]!\\])\[(?P<first>{_NUMBER})"
            rf"(?:\s?[,–-]\s?(?P<second>{_NUMBER})(?:\s?[,–-]\s?{_NUMBER}){{0,20}})?\](?![\w\[(:])"
        ),
        _tell,
    ),
)

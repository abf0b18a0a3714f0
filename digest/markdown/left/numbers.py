"""Numbers of references that were typed by hand, `[1]`, which nothing keeps right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import make_form
from digest.markdown.left.fullwidth import LETTER

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_NUMBER = "[1-9][0-9]{0,2}"
_WORD = rf"[^\W{LETTER}]"
"""A sign of a word that has blanks around it, unlike those of Chinese."""
_OPEN, _CLOSE = rf"(?<!{_WORD})(?<![\[\]!\\])\[", rf"\](?!{_WORD}|[\[\](:])"
_SINGLE = lazy_regex(f"{_OPEN}{_NUMBER}{_CLOSE}")
_LISTED = lazy_regex(rf"(?m)^[ \t>*+-]*(?:\\?\[(?P<note>{_NUMBER})\\?\]|(?P<item>{_NUMBER})[.)]\s)")
"""A note, or an item of a list, that has a number itself."""
_WITHIN = lazy_regex(
    r"(?i)(?:\b(?:across|between|domain|from|in|interval|of|over|range|ranges|scale|to|within)"
    r"|\b(?:aus|bereich|intervall|skala|von|zwischen)|[\u4e3a\u56f4\u70ba\u570d\u9593\u95f4]|[∈=~]|\d[%)]?)\s*$"
)
"""What stands before two numbers that are the ends of an interval: `45 [38, 52]`, too."""
_NEAR = 20


def _tell(found: Found) -> str:
    ask = found.typed.whole.ask
    is_other = found["second"] and (_is_interval(found) or not ask(_has_single))
    if is_other or found["first"] in ask(_list_numbers):
        return ""
    return "write '[@key]' with the work's key, and it is numbered; or '\\[' for the bracket"


def _is_interval(found: Found) -> bool:
    start = found.match.start()
    return bool(_WITHIN.search(found.match.string[max(0, start - _NEAR) : start]))


def _has_single(body: str) -> bool:
    """Tell whether a text has a number alone: else `[1, 2, 3]` is a list, a size, an interval."""
    return bool(_SINGLE.search(body))


def _list_numbers(body: str) -> frozenset[str]:
    """List the numbers that notes and items of lists have in a text."""
    return frozenset(one["note"] or one["item"] for one in _LISTED.finditer(body))


FORMS = (
    make_form(
        tuple(f"[{digit}" for digit in range(1, 10)),
        rf"{_OPEN}(?P<first>{_NUMBER})"
        rf"(?:\s?[,–-]\s?(?P<second>{_NUMBER})(?:\s?[,–-]\s?{_NUMBER}){{0,20}})?{_CLOSE}",
        _tell,
    ),
)

"""Where signs of emphasis may open it and close it, also beside Chinese, Japanese and Korean.

Words are not parted by spaces there, which CommonMark's rules count on (0.31, "Emphasis and strong
emphasis"). Beside such a character, signs hold back no emphasis, as the proposal has it that many
programs follow (commonmark-spec, issue 650).
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline

from digest.basics.lazyregex import lazy_regex

WIDE = (
    "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffdc"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
"""The characters of Chinese and Japanese, for a regular expression."""
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_EAST_ASIAN = lazy_regex(f"[{WIDE}{_HANGUL}]")


class _Side(NamedTuple):
    """The character on one side of a row of signs."""

    is_space: bool
    is_sign: bool
    is_east_asian: bool


class EmphasisState(StateInline):
    """What is known of a text while markdown-it parses it."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 -- markdown-it's method
        """Tell whether the signs that begin at `start` may open and close emphasis."""
        text, end = self.src, start + 1
        while end < self.posMax and text[end] == text[start]:
            end += 1
        before = _look_at(text[start - 1] if start else " ")
        after = _look_at(text[end] if end < self.posMax else " ")
        left, right = _belongs(after, before), _belongs(before, after)
        return Scanned(
            left and (canSplitWord or not right or before.is_sign),
            right and (canSplitWord or not left or after.is_sign),
            end - start,
        )


@functools.lru_cache(maxsize=1024)
def _look_at(character: str) -> _Side:
    is_sign = isMdAsciiPunct(ord(character)) or isPunctChar(character)
    is_east_asian = not character.isascii() and _EAST_ASIAN.match(character) is not None
    return _Side(isWhiteSpace(ord(character)), is_sign, is_east_asian)


def _belongs(inside: _Side, outside: _Side) -> bool:
    """Tell whether signs of emphasis may belong to the character on one side of them."""
    if inside.is_space:
        return False
    return not inside.is_sign or inside.is_east_asian or any(outside)

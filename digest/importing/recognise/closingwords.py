"""Where the last entry of a post ends, and its closing words begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.habits import is_habit_closing
from digest.importing.recognise.labels import is_label, read_label
from digest.importing.recognise.words import CLOSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.importing.recognise.habits import Habits
    from digest.markdown.outline import Block

_BEGINNING = 120
"""Characters of a paragraph among which its goodbye begins."""
_ABOUT_EDITION = lazy_regex(
    r"\b(?:(?P<sure>(?:this|next|last|coming) (?:month|week|issue|edition|newsletter|time)"
    r"|these (?:two|three|four|five|six|seven|eight|nine|ten|twelve|papers|picks|works)"
    r"|which (?:one )?(?:would|did) you)"
    r"|we'll|we will|we are|we have|we enjoyed|you|your|enjoy|reading|picks|picked"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_ENOUGH = 2


def count_own_blocks(body: Sequence[Block], habits: Habits, *, is_apart: bool) -> int:
    """Return how many blocks of the last entry's body are its own.

    What follows a rule or says goodbye is the edition's. Where titles are no headings, `is_apart`
    being false, so is a last paragraph that speaks of the edition.
    """
    for at, block in enumerate(body[1:], 1):
        if block.kind == "rule" or (block.kind == "paragraph" and says_goodbye(block.text, habits)):
            return at
    if is_apart or len(body) < _ENOUGH or body[-1].kind != "paragraph":
        return len(body)
    return len(body) - _speaks_of_edition(body[-1].text, habits)


def says_goodbye(text: str, habits: Habits) -> bool:
    """Tell whether a paragraph says goodbye to the reader."""
    if _has_label(text, habits):
        return False
    begin = " ".join(text.lower().replace("’", "'").split())[:_BEGINNING]
    return any(words in begin for words in CLOSING) or is_habit_closing(text, habits)


def _speaks_of_edition(text: str, habits: Habits) -> bool:
    """Tell whether a paragraph speaks to readers of the edition: by two words, or a sure one."""
    found = [one["sure"] for one in _ABOUT_EDITION.finditer(text.replace("’", "'"))]
    return len(found) + sum(map(bool, found)) >= _ENOUGH and not _has_label(text, habits)


def _has_label(text: str, habits: Habits) -> bool:
    label = read_label(text)
    return label is not None and is_label(label, habits.names)

"""The words of a text, in a form in which they can be compared and counted."""

from __future__ import annotations

from functools import cache

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian

_WORD = lazy_regex(r"[^\W_]+")
_SHORTEST = 4
"""Letters of a word whose ending may be taken off."""


def list_words(text: str) -> list[str]:
    """Return the words of a text in small letters and in the singular, one after another.

    What hyphens join are several words. Text in Chinese, Japanese or Korean script, which has no
    spaces, is taken two characters at a time.
    """
    return [word for typed in list_typed_words(text) for word in fold(typed)]


def list_typed_words(text: str) -> list[str]:
    """Return the words of a text as they stand there."""
    found: list[str] = _WORD.findall(text)
    return found


@cache
def fold(typed: str) -> tuple[str, ...]:
    """Return the words that `list_words` makes of one that was typed."""
    word = typed.lower()
    if is_east_asian(word):
        return tuple(word[start : start + 2] for start in range(max(len(word) - 1, 1)))
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is", "as")):
        return (word,)
    if word.endswith("ies") and len(word) > _SHORTEST:
        return (word[:-3] + "y",)
    return (word[:-1],)

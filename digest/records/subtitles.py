"""A title and the subtitle that its source keeps apart, which may be a running head."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import without_styles

_MARK = lazy_regex(r"[:?!\u2013\u2014\u2026](?:</\w+>)*$")
_STOP = lazy_regex(r"(?<=[^\W\d_]{3})((?:</\w+>)*)\.((?:</\w+>)*)$")
"""The full stop of a sentence, and not that of an initial."""
_BEFORE = lazy_regex(r"^(?:[:;]\s*|[\u2013\u2014-]+\s+)")
"""A mark that some have before a subtitle."""

_AUTHORS = lazy_regex(r"\bet al\b\.?\W*$", re.IGNORECASE)
_WILEY = lazy_regex(r"\b(?:wiley|blackwell|geophysical union)\b", re.IGNORECASE)
_WORD = lazy_regex(r"\b(?!(?:and|by|for|from|in|of|on|the|to|using|with)\b)[^\W_]+")
"""One that says something."""
_STEM = 4
"""Letters in which `tree` and `trees`, `model` and `modelling` begin alike."""


def join_subtitle(title: str, subtitle: str) -> str:
    """Return a title, a colon and a subtitle, of which one may be missing; all are rich text.

    A mark that the title ends in takes the colon's place, and the colon that of a full stop.
    """
    subtitle = _BEFORE.sub("", subtitle)
    if not title or not subtitle:
        return title or subtitle
    title = title.rstrip(" ,;")
    if _MARK.search(title):
        return f"{title} {subtitle}"
    return _STOP.sub(r"\1\2", title) + f": {subtitle}"


def is_running_head(subtitle: str, title: str, publisher: str) -> bool:
    """Tell whether what stands for the subtitle of an article is what heads its pages.

    That is the title made short, or the authors' names. Wiley's are in capitals, and may have other
    words than the title. Both titles are rich text.
    """
    head, whole = without_styles(subtitle), without_styles(title)
    if _AUTHORS.search(head) or (
        _WILEY.search(publisher) and head.isupper() and " " in head and not whole.isupper()
    ):
        return True
    known = {word[:_STEM] for word in _WORD.findall(whole.casefold())}
    return all(word[:_STEM] in known for word in _WORD.findall(head.casefold()))

"""A title and the subtitle that its source keeps apart."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex

_MARK = lazy_regex(r"[:?!\u2013\u2014\u2026](?:</\w+>)*$")
_STOP = lazy_regex(r"(?<=[^\W\d_]{3})((?:</\w+>)*)\.((?:</\w+>)*)$")
"""The full stop of a sentence, and not that of an initial."""
_BEFORE = lazy_regex(r"^(?:[:;]\s*|[\u2013\u2014-]+\s+)")
"""A mark that some have before a subtitle."""


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

"""Subjects of mails, made by a pattern as `{newsletter} #{number}: {title}`."""

# ruff: noqa: RUF001 -- brackets and colons of Chinese and Japanese are meant

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.settings.providertags import STAND_IN, hide_tags

if TYPE_CHECKING:
    import re

PARTS = ("title", "description", "number", "newsletter")
"""What a pattern may have in braces."""
IN_BRACES = lazy_regex(r"(?<![{$])(?<!%%)\{(\w*)\}(?!\})")
"""A part, and not what is in a provider's tag, as `${…}` or `%%{…}%%`."""
_EMPTY, _FILLED = "\x01", "\x02"
"""Stand for parts: for one that an edition has not, and for one that it has, or a tag."""
_OPEN, _CLOSE = r"(\[（［【「『〔《〈", r")\]）］】」』〕》〉"
_IN_BRACKETS = lazy_regex(rf"([{_OPEN}])([^{_OPEN}{_CLOSE}]*)([{_CLOSE}])")
_BETWEEN = lazy_regex(r"(\s*[:;,|·•：；，、｜／]\s*|\s+[-–—/]\s+)")
"""What parts a subject into stretches, each of which says one thing."""
_SAYS_LESS = lazy_regex(
    rf"^[^{_FILLED}]*{_EMPTY}[^{_FILLED}]*|(?<=[{_FILLED}{_CLOSE}])[^{_FILLED}{_CLOSE}]*{_EMPTY}\S*?"
    rf"(?=\s|[{_FILLED}{_OPEN}]|$)"
)
"""An empty part in a stretch that has others: with the words about it, which stand before it, and
behind it where it is the first."""


def make_subject(pattern: str, **parts: str) -> str:
    """Return a subject made by the `pattern` of `email.subject`, with its tags hidden.

    `parts` are those of `PARTS`. An empty one takes away what is said of it: what stands with it in
    brackets, or between two colons, commas or the like, and where another part stands there, too,
    the words between the two.
    """
    shown: list[str] = []
    made = ""
    for index, piece in enumerate(IN_BRACES.split(pattern)):
        # words and names of parts by turns
        is_part = index % 2 == 1
        words = parts[piece] if is_part else hide_tags(piece)
        shown += filter(None, [words]) if is_part else STAND_IN.findall(words)
        made += (_FILLED if words else _EMPTY) if is_part else STAND_IN.sub(_FILLED, words)
    made = _shorten(_IN_BRACKETS.sub(_shorten_brackets, made)).strip(" :,;|·–—-")
    first, *rest = made.split(_FILLED)
    subject = first + "".join(map("".join, zip(shown, rest, strict=True)))
    return " ".join(subject.split()) or parts["title"]


def _shorten_brackets(found: re.Match[str]) -> str:
    """Return brackets without what is empty, or an empty part if they have nothing else."""
    opening, inner, closing = found.groups()
    short = _shorten(inner)
    return _EMPTY if _EMPTY in inner and _FILLED not in short else f"{opening}{short}{closing}"


def _shorten(text: str) -> str:
    """Return a text without its stretches that say nothing."""
    if _EMPTY not in text:
        return text
    first, *others = _BETWEEN.split(text)
    stretches = (("", first), *zip(others[::2], others[1::2], strict=True))
    kept = [one for one in stretches if _EMPTY not in one[1] or _FILLED in one[1]]
    short = [
        sign * bool(index) + _SAYS_LESS.sub(" ", words).strip()
        for index, (sign, words) in enumerate(kept)
    ]
    return "".join(short)

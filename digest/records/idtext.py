"""An id as people paste it: what stands around it in a sentence, and the words before it."""

from __future__ import annotations

import functools
import re
import unicodedata

from digest.basics.lazyregex import lazy_regex

# what PDF viewers and word processors put in place of plain characters
_PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2044\u2215\u29f8\uff0f", "/")
    | dict.fromkeys("\uff1a\ua789\ufe55", ":")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
)
_QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb`"
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
_LONGEST_QUOTE = 80


# of a link only the address counts
_LINK = lazy_regex(r"\[[^\[\]]*\]\(<?(\S+?)>?\)")
_CITED = lazy_regex(r"-?@\{?(?=[a-z]+:)", re.IGNORECASE)


def strip_around(text: str) -> str:
    """Return `text` in plain characters, without the marks that stand around it.

    Those are a sentence's, and Markdown's of a link or a citation.
    """
    plain = unicodedata.normalize("NFC", text).translate(_PLAIN)
    plain = " ".join(plain.split()).strip(_QUOTES)
    if "](" in plain and (link := _LINK.fullmatch(_strip_end(plain))):
        plain = link[1]
    while plain[:1] in _CLOSING.values() and plain[:1]:
        plain = plain[1:].strip()
    if "@" in plain[:2] and (cited := _CITED.match(plain)):
        plain = plain[cited.end() :]
    return _strip_end(plain)


def _strip_end(text: str) -> str:
    """Drop a sentence's punctuation, and closing brackets that `text` does not open."""
    while text:
        last = text[-1]
        opens = _CLOSING.get(last)
        is_stray = opens is not None and text.count(opens) < text.count(last)
        if not (is_stray or last in " .,;:!?" + _QUOTES):
            break
        text = text[:-1]
    return text


def split_prefix(text: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Split `arXiv: 2202.06991` into the kind it names, if any, and the rest.

    Prefixes may be doubled; the last one counts.
    """
    kind = ""
    while prefix := _prefix(kinds).match(text):
        kind = prefix[1].lower()
        text = text[prefix.end() :]
    return kind, text


@functools.cache
def _prefix(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"({'|'.join(kinds)})(?:\s*:\s*|\.(?!org\b)|\s+(?:preprint\s+)?)", re.IGNORECASE
    )


def quote_line(text: str) -> str:
    """Return a text in quotes, on one line, and cut where it is long."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _LONGEST_QUOTE else f"'{line[: _LONGEST_QUOTE - 1]}…'"

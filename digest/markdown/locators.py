"""Places in a work: `p. 3`, `§2`, `{ii, A, D-Z}` (Pandoc User's Guide, "Citation syntax")."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from digest.basics.lazyregex import lazy_regex

_TERMS = (
    *("book", "bk", "bks", "chapter", "chapters", "chap", "chaps", "ch", "column", "columns"),
    *("col", "cols", "figure", "figures", "fig", "figs", "folio", "fol", "fols", "number"),
    *("no", "nos", "line", "lines", "l", "ll", "note", "notes", "n", "nn", "opus", "op", "opp"),
    *("page", "pages", "p", "pp", "paragraph", "paragraphs", "para", "paras", "part", "parts"),
    *("pt", "pts", "section", "sections", "sec", "secs", "s.v", "s.vv", "verse", "v", "vv"),
    *("volume", "vol", "vols", "table", "tables", "tab", "equation", "equations", "eq", "eqs"),
    *("appendix", "app", "theorem", "thm", "step", "S"),
)
_NUMBER = r"\(?(?:[0-9][\w.:]*|[ivxlcdm]+\b)\)?"
_NAMED = lazy_regex(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_TERMS, key=len, reverse=True)))})\b\.?|[§¶]+)"
    rf"\s*{_NUMBER}(?:\s*(?:-+|–|,|&|\band\b)\s*{_NUMBER})*",
    re.IGNORECASE,
)
_LABEL = lazy_regex(rf"(?:{'|'.join(map(re.escape, _TERMS))})\b|[§¶]", re.IGNORECASE)
# a number that more words follow, as in "99 years later", is no page
_BARE = lazy_regex(r"([0-9]+(?:\s*(?:-|–|,|&|\band\b)\s*[0-9]+)*)(?=\s*$|[,;.)]|\s+and\b)")
_NO_BREAK = "\N{NO-BREAK SPACE}"
_AFTER_LABEL = lazy_regex(r"(?<=\D)(?:\s+|(?<=[a-z]\.)(?=[0-9]))(?=\S)", re.IGNORECASE)
_HYPHEN = lazy_regex(r"(?<=[\w)])\s*-\s*(?=[\w(])")
_SEVERAL = lazy_regex(r"[-–,&]|\band\b")

_PAGE = {
    "cs": ("s.", "s."),
    "da": ("s.", "s."),
    "de": ("S.", "S."),
    "fr": ("p.", "p."),
    "nb": ("s.", "s."),
    "nn": ("s.", "s."),
    "no": ("s.", "s."),
    "pl": ("s.", "s."),
    "pt": ("p.", "p."),
    "sv": ("s.", "s."),
}
"""What a page, and several, are called in short: CSL's locale files. Others say `p.`, `pp.`"""


class Locator(Enum):
    """What is known of the place in a work with which a piece of text may begin."""

    NONE = 0
    """There is none."""
    FOUND = 1
    """If it reads like one, it is one."""
    MARKED = 2
    """Braces say that all of it is one."""


class Tail(NamedTuple):
    """What stands behind a key: a joint, then pieces of the text."""

    joint: str
    """As printed: a comma and a space, a space, or nothing."""
    pieces: list[tuple[int, int, Locator]]
    """Where each begins and ends, and whether that is with a place."""


def read_tail(text: str, start: int, end: int) -> Tail:
    """Part what stands between a key and the end of its item."""
    if start == end:
        return Tail("", [])
    begin, end, joint = _skip_joint(text, start, end)
    close = text.find("}", begin, end) if text.startswith("{", begin, end) else -1
    if close < 0:
        named = _NAMED.match(text, begin, end) or _BARE.match(text[begin:end])
        return Tail(", " if named else joint if begin < end else "", [(begin, end, Locator.FOUND)])
    if text[begin + 1 : close].strip():
        pieces = [(begin + 1, close, Locator.MARKED), (close + 1, end, Locator.NONE)]
        return Tail(", ", pieces)
    # empty braces say that what follows is no place, whatever it looks like
    behind, end, other = _skip_joint(text, close + 1, end)
    return Tail((other or joint) if behind < end else "", [(behind, end, Locator.NONE)])


def _skip_joint(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return where words begin and end that follow a key, and how they are joined to it."""
    typed = text[start:end]
    begin = start + len(typed) - len(typed.lstrip())
    end = max(begin, start + len(typed.rstrip()))
    if not text.startswith(",", begin, end):
        if text[start - 1] == "[":
            # what is written `@key [sic]` stands behind a year or a number
            return begin, end, ", "
        return begin, end, " " if begin > start else ""
    inner = text[begin + 1 : end]
    return end - len(inner.lstrip()), end, ", "


def set_locator(text: str, lang: str, place: Locator) -> str:
    """Return a piece of a suffix as it is printed.

    Ranges have dashes, a number stays beside its name, and numbers that nothing names are pages,
    as Pandoc has it; otherwise `[2, 33]` would be two references.
    """
    if place is Locator.NONE:
        return text
    located, is_page = _read_place(text, place)
    if not located.strip():
        return text
    rest = text[len(located) :]
    located = _HYPHEN.sub("–", located)
    if is_page:
        one, several = _PAGE.get(lang.lower().partition("-")[0], ("p.", "pp."))
        return f"{several if _SEVERAL.search(located) else one}{_NO_BREAK}{located}{rest}"
    return _AFTER_LABEL.sub(_NO_BREAK, located, count=1) + rest


def _read_place(text: str, place: Locator) -> tuple[str, bool]:
    """Return the place that a suffix begins with, and whether it is a page that nothing names."""
    if place is Locator.MARKED:
        return text, not _LABEL.match(text)
    named = _NAMED.match(text)
    bare = _BARE.match(text)
    found = named or bare
    return (found[0] if found else "", not named)

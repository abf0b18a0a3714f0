"""Places in a work: `p. 3`, `§2`, `{ii, A, D-Z}` (Pandoc User's Guide, "Citation syntax")."""

from __future__ import annotations

import re
from typing import NamedTuple

_TERMS = (
    *("book", "bk", "bks", "chapter", "chapters", "chap", "chaps", "ch", "column", "columns"),
    *("col", "cols", "figure", "figures", "fig", "figs", "folio", "fol", "fols", "number"),
    *("no", "nos", "line", "lines", "l", "ll", "note", "notes", "n", "nn", "opus", "op", "opp"),
    *("page", "pages", "p", "pp", "paragraph", "paragraphs", "para", "paras", "part", "parts"),
    *("pt", "pts", "section", "sections", "sec", "secs", "s.v", "s.vv", "verse", "v", "vv"),
    *("volume", "vol", "vols", "table", "tables", "tab", "equation", "equations", "eq", "eqs"),
    *("appendix", "app", "theorem", "thm", "step", "S"),
)
_NUMBERS = r"\(?[0-9][\w.:]*\)?(?:\s*(?:-|–|,|&|\band\b)\s*\(?[0-9][\w.:]*\)?)*"
_NAMED = re.compile(
    rf"(?:(?:{'|'.join(map(re.escape, sorted(_TERMS, key=len, reverse=True)))})\b\.?|[§¶]+)"
    rf"\s*(?:{_NUMBERS}|[ivxlcdm]+(?:\s*[-–]\s*[ivxlcdm]+)?\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"(?:{'|'.join(map(re.escape, _TERMS))})\b|[§¶]", re.IGNORECASE)
# a number that more words follow, as in "99 years later", is no page
_BARE = re.compile(r"([0-9]+(?:\s*(?:-|–|,|&|\band\b)\s*[0-9]+)*)(?=\s*$|[,;.)]|\s+and\b)")
_HYPHEN = re.compile(r"(?<=[\w)])\s*-\s*(?=[\w(])")
_SEVERAL = re.compile(r"[-–,&]|\band\b")

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


class Tail(NamedTuple):
    """What stands behind a key: a joint, then pieces of the text."""

    joint: str
    """As printed: a comma and a space, a space, or nothing."""
    pieces: list[tuple[int, int, bool]]
    """Where each begins and ends, and whether braces say that it is a place in the work."""


def read_tail(text: str, start: int, end: int) -> Tail:
    """Part what stands between a key and the end of its item."""
    typed = text[start:end]
    begin = start + len(typed) - len(typed.lstrip())
    end = max(begin, start + len(typed.rstrip()))
    joint = " " if begin > start else ""
    if text.startswith(",", begin, end):
        joint = ", "
        inner = text[begin + 1 : end]
        begin += 1 + len(inner) - len(inner.lstrip())
    close = text.find("}", begin, end) if text.startswith("{", begin, end) else -1
    if close < 0:
        named = _NAMED.match(text, begin, end) or _BARE.match(text[begin:end])
        return Tail(", " if named else joint if begin < end else "", [(begin, end, False)])
    if not text[begin + 1 : close].strip():
        # empty braces say that no place follows
        rest = Tail(joint, []) if close + 1 == end else read_tail(text, close + 1, end)
        return Tail(rest.joint or joint if rest.pieces else "", rest.pieces)
    return Tail(", ", [(begin + 1, close, True), (close + 1, end, False)])


def set_locator(text: str, lang: str, *, forced: bool) -> str:
    """Return the beginning of a suffix as it is printed.

    Ranges have dashes, and numbers that nothing names are pages, as Pandoc has it; otherwise
    `[2, 33]` would be two references.
    """
    place, is_page = _read_place(text, forced=forced)
    if not place.strip():
        return text
    rest = text[len(place) :]
    place = _HYPHEN.sub("–", place)
    one, several = _PAGE.get(lang.lower().partition("-")[0], ("p.", "pp."))
    label = f"{several if _SEVERAL.search(place) else one} " if is_page else ""
    return label + place + rest


def _read_place(text: str, *, forced: bool) -> tuple[str, bool]:
    """Return the place that a suffix begins with, and whether it is a page that nothing names."""
    if forced:
        return text, not _LABEL.match(text)
    named = _NAMED.match(text)
    bare = _BARE.match(text)
    found = named or bare
    return (found[0] if found else "", not named)

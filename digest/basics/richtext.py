"""The one form that titles have: words, formulas, and a few styles.

It is that of CSL-JSON ("Rich text content within fields", citeproc-js), in a str on one line:
`<i>…</i>`, `<b>…</b>`, `<sup>…</sup>`, `<sub>…</sub>`, and for small capitals
`<span style="font-variant:small-caps;">…</span>`, with formulas in TeX as `$…$`. There are no other
tags, and nothing is escaped: any other sign, and a tag without its partner, is text, as in
`p < 0.05` and `Vector<T>`.

`digest.records.tex` and `digest.records.markup` read this form out of what services and editors
have; each output has one writer, which calls `write`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import msgspec

from digest.basics.dollarmath import split_math
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL_CAPITALS = '<span style="font-variant:small-caps;">'
_TAG = lazy_regex(
    r"<(?P<close>/)?(?P<name>i|b|sup|sub|span(?P<small> style=\"font-variant: ?small-caps;?\")?)>"
)
_RAISED = str.maketrans("0123456789+-\u2212=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ITALIC = lazy_regex(r"<i>((?:(?!</?i>).)*)</i>")
_COUNTING = lazy_regex(r"[0-9+\u2212=/]")


_DEEPEST = 16
"""So many styles may be open at once."""


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a rich text: words, a formula, or a tag that opens or closes a style."""

    kind: str
    """`words`, `formula`, `open` or `close`."""
    text: str
    """The words; a formula's TeX without dollars; a tag's style: `i`, `b`, `sup`, `sub`, `sc`."""
    offset: int
    """Where it begins."""
    end: int


class Writer(msgspec.Struct, frozen=True):
    """How an output has rich text."""

    words: Callable[[str], str]
    formula: Callable[[str], str]
    """Takes the TeX, without dollars."""
    styles: Mapping[str, Callable[[str], str]] = {}
    """How what is in a style is written, where it is not as all else."""


def mark(style: str, inner: str) -> str:
    """Return a rich text in a style, with the spaces at its ends outside. Blanks have no style."""
    words = inner.strip()
    if not words:
        return inner
    opening, closing = (
        (SMALL_CAPITALS, "</span>") if style == "sc" else (f"<{style}>", f"</{style}>")
    )
    lead, _, tail = inner.partition(words)
    return f"{lead}{opening}{words}{closing}{tail}"


def without_italics_around(text: str) -> str:
    """Return the name of a journal or a book without italics that hold all of it: styles set it."""
    found = _ITALIC.fullmatch(text)
    return found[1] if found else text


def split(text: str) -> Iterator[Piece]:
    """Part a rich text. Each `open` has its `close`, one pair within another or beside it."""
    end = 0
    for start, stop, kind, style in _find_tags(text) if "</" in text else ():
        yield from _split_words(text[end:start], end)
        yield Piece(kind, style, start, stop)
        end = stop
    yield from _split_words(text[end:], end)


def _split_words(text: str, start: int) -> Iterator[Piece]:
    for piece in split_math(text):
        if piece.typed:
            kind, begin = "formula" if piece.is_math else "words", start + piece.offset
            yield Piece(kind, piece.text, begin, begin + len(piece.typed))


def _find_tags(text: str) -> list[tuple[int, int, str, str]]:
    """Return the tags that have a partner, in order."""
    found: list[tuple[int, int, str, str]] = []
    opened: list[tuple[str, tuple[int, int]]] = []
    count: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        style = "sc" if tag["name"].startswith("span") else tag["name"]
        if not tag["close"] and (style != "sc" or tag["small"]) and len(opened) < _DEEPEST:
            opened.append((style, tag.span()))
            count[style] += 1
        elif tag["close"] and count[style]:
            partner = ""
            while partner != style:
                partner, place = opened.pop()
                count[partner] -= 1
            found += [(*place, "open", style), (*tag.span(), "close", style)]
    return sorted(found)


def write(text: str, writer: Writer) -> str:
    """Write a rich text in the way of an output.

    Where that has no small capitals, what is in small letters in them becomes capitals: `H I`.
    """
    parts: list[list[str]] = [[]]
    styles: list[str] = []
    for piece in split(text):
        if piece.kind == "open":
            styles.append(piece.text)
            parts.append([])
        elif piece.kind == "close":
            inner, style = "".join(parts.pop()), styles.pop()
            parts[-1].append(writer.styles[style](inner) if style in writer.styles else inner)
        elif piece.kind == "formula":
            parts[-1].append(writer.formula(piece.text))
        else:
            is_small = "sc" in styles and "sc" not in writer.styles and piece.text.islower()
            parts[-1].append(writer.words(piece.text.upper() if is_small else piece.text))
    return "".join(parts[0])


def raised(text: str) -> str:
    """Return what is raised as plain text: `10⁶`, `10^6.5`, `19th`."""
    return "™" if text == "TM" else _scripted(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return what is lowered as plain text: `H₂O`, `NOx`."""
    return _scripted(text, _LOWERED, "_")


def _scripted(text: str, table: dict[int, int], sign: str) -> str:
    if all(ord(one) in table for one in text):
        return text.translate(table)
    if not _COUNTING.search(text):
        # a word, or a mark
        return text
    return f"{sign}{text}" if re.fullmatch(r"[\w.,]+", text) else f"{sign}({text})"


PLAIN_STYLES = {"sup": raised, "sub": lowered}
"""How text without styles has them."""
_PLAIN = Writer(lambda words: words, lambda tex: f"${tex}$", PLAIN_STYLES)


def without_styles(text: str) -> str:
    """Return a rich text as plain text, with its formulas as `$…$`."""
    return write(text, _PLAIN) if "</" in text else text


def change_words(text: str, change: Callable[[str], str]) -> str:
    """Return a rich text with what is between its formulas changed, which must leave the tags.

    A control character stands for the tag of small capitals, so that no tag has quotation marks.
    """
    shown = text.replace(SMALL_CAPITALS, "\x01")
    changed = (one.typed if one.is_math else change(one.typed) for one in split_math(shown))
    return "".join(changed).replace("\x01", SMALL_CAPITALS)

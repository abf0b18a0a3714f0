"""Which dollars in a text enclose a formula, and which are money."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_FUNCTIONS = "arg|cos|deg|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|mod|sin|sup|tan"
_PRICE = rf"(?!\d[^$\\]*?\s(?!(?:{_FUNCTIONS})\b)[^\W\d_]{{2,}}+[,;:.]?\s)"
"""No number with a word of prose somewhere behind it: `$5 or C$6`, `$10 a month, 5$ less`."""
_TEX = (
    r"(?:[^$\\`]|`[^$`]*+`|\\(?:text(?:rm|bf|it|sf|tt|normal)?|mbox|hbox)\s*\{(?:[^{}]|\{[^{}]*\})*\}|\\.)++"
    r"(?<!\s)\$"
)
"""TeX to its closing dollar, which is not in code, as in `$A or `$B``; words within it, as in
`\\text{if $x$}`, may have formulas of their own."""
_DISPLAYED = r"(?:[^$\\]|\\.|\$(?!\$))++\$\$"
_OPENS_TEX = r"(?=[\\^_=<>])"
_SURE = rf"(?:\${_OPENS_TEX}{_DISPLAYED}|{_OPENS_TEX}{_TEX})"
"""Behind a dollar: what begins as only TeX does."""
_LIKELY = rf"(?<!\d\$)(?:\${_DISPLAYED}|(?![\s$]){_PRICE}{_TEX})(?!\d)"
"""Behind a dollar: what may be TeX, and is no price."""
_FORMULA = lazy_regex(rf"\$(?:{_SURE}|{_LIKELY})", re.DOTALL)
INLINE_MATH = (
    r"\$(?<!\$\$)"
    rf"(?:(?:{_SURE}|{_LIKELY})(?:\$(?:{_SURE}|{_LIKELY}))*+(?!\$)"
    rf"|{_SURE}(?:\${_SURE})*+)"
)
r"""A pattern for math within a line: `$…$`, or `$$…$$` to be displayed, or a row of these.

Money stays money: no space within the dollars and no digit behind them (Pandoc User's Guide,
`tex_math_dollars`), none before them either, and no price. What begins as only TeX does may stand
between digits, as in `10$^{-3}$`, `3$\times$3` and `p$>$20`. The formulas of `H$_2$$^{18}$O` are
two; a row of dollars, `$/$$/$$$`, is none.
"""
TITLE_MATH = lazy_regex(rf"(?<!\\){INLINE_MATH}", re.DOTALL)
"""Math in a text that is no Markdown, as a title, with its dollars."""


def part_formulas(found: str) -> list[str]:
    """Return the formulas of what `INLINE_MATH` has found, each with its dollars."""
    return _FORMULA.findall(found) if "$$" in found else [found]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text that is no Markdown, as a title: words, or a formula."""

    typed: str
    """As it stands; of a formula with its dollars."""
    offset: int
    """Where it begins."""
    is_math: bool

    @property
    def text(self) -> str:
        """The words as they stand; of a formula its TeX, without dollars."""
        return self.typed.strip("$").strip() if self.is_math else self.typed


def split_math(text: str) -> Iterator[Piece]:
    """Part a text that is no Markdown into words and formulas, each of which may be missing."""
    end = 0
    for found in TITLE_MATH.finditer(text) if "$" in text else ():
        yield Piece(text[end : found.start()], end, is_math=False)
        end = found.start()
        for formula in part_formulas(found[0]):
            yield Piece(formula, end, is_math=True)
            end += len(formula)
    yield Piece(text[end:], end, is_math=False)

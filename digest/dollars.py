"""Which dollars in a text enclose a formula, and which are money."""

from __future__ import annotations

import re

_FUNCTIONS = "arg|cos|deg|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|mod|sin|sup|tan"
_PRICE = rf"(?!\d[^$\\]*?\s(?!(?:{_FUNCTIONS})\b)[^\W\d_]{{2,}}+[,;:.]?\s)"
"""No number with a word of prose somewhere behind it: `$5 or C$6`, `$10 a month, 5$ less`."""
_TEX = (
    r"(?:[^$\\]|\\(?:text(?:rm|bf|it|sf|tt|normal)?|mbox|hbox)\s*\{(?:[^{}]|\{[^{}]*\})*\}|\\.)++"
    r"(?<!\s)\$(?!\$)"
)
"""TeX to its closing dollar; words within it, `\\text{if $x$}`, may have formulas of their own."""
INLINE_MATH = (
    r"\$(?<!\$\$)"
    r"(?:(?<!\d\$)\$(?:[^$\\]|\\.|\$(?!\$))++\$\$(?!\d)"
    rf"|(?=[\\^_]){_TEX}"
    rf"|(?<!\d\$)(?![\s$\\^_]){_PRICE}{_TEX}(?!\d))"
)
r"""A pattern for math within a line: `$…$`, or `$$…$$` to be displayed.

Money stays money: no space within the dollars and no digit behind them (Pandoc User's Guide,
`tex_math_dollars`), none before them either, and no price. What begins as only TeX does may stand
between digits, as in `10$^{-3}$` and `3$\times$3`.
"""
TITLE_MATH = re.compile(rf"(?<!\\){INLINE_MATH}", re.DOTALL)
"""Math in a text that is no Markdown, as a title, with its dollars."""

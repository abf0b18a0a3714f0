"""Math in dollars: where it stands, and the formula as HTML."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from mdit_py_plugins.dollarmath.index import math_block_dollar

from digest.basics.dollarmath import INLINE_MATH, part_formulas
from digest.basics.lazyregex import lazy_regex
from digest.markdown.blocklines import find_line, line_text
from digest.markdown.mathml import TexError, make_mathml, without_controls
from digest.markdown.places import OFFSET

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_TICKED = lazy_regex(r"\A`([^`]+)`\Z", re.DOTALL)
"""A formula as GitHub and GitLab have it as well, between `` $` `` and `` `$ ``."""
_INLINE_MATH = lazy_regex(INLINE_MATH, re.DOTALL)


class Formula(NamedTuple):
    """A formula set, or why it could not be."""

    html: str
    """MathML; where the TeX is broken, the TeX in code style."""
    problem: str = ""
    """What is wrong with the TeX; empty where nothing is."""


def inline_math_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read math within a line. An inline rule of markdown-it."""
    if state.src[state.pos] != "$":
        return False
    found = _INLINE_MATH.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    for formula in () if silent else part_formulas(found[0]):
        double = formula.startswith("$$")
        token = state.push("math_inline_double" if double else "math_inline", "math", 0)
        token.content = formula[2:-2] if double else _TICKED.sub(r"\1", formula[1:-1])
        token.meta[OFFSET] = state.pos
        state.pos += len(formula)
    state.pos = found.end()
    return True


_DOLLARS = lazy_regex(r"(?<!\\)\$\$")
_plain_block_rule = math_block_dollar(allow_labels=False, allow_blank_lines=True)


def block_math_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    """Read math on lines of its own. A block rule of markdown-it.

    Where its first line has more than that, as a second formula, it is left to the line's rule.
    """
    first = line_text(state, start).rstrip()
    if not first.startswith("$$"):
        return False
    signs = [found.start() for found in _DOLLARS.finditer(first)]
    if signs[1:] and signs[1:] != [len(first) - 2]:
        return False
    last = start if signs[1:] else find_line(state, start, end, _ends_math, "math_search")
    return last is not None and _plain_block_rule(state, start, last + 1, silent)


def _ends_math(text: str) -> bool:
    return text.rstrip().endswith("$$")


@functools.cache
def set_math(tex: str, *, display: bool) -> Formula:
    """Set a formula, on a line of its own if `display`. The TeX stays in its `alttext`."""
    try:
        made = make_mathml(tex, display=display)
    except TexError as error:
        shown = escape(without_controls(tex), quote=False)
        return Formula(f'<code class="math-broken">{shown}</code>', str(error))
    return Formula(made.replace("<math", f'<math alttext="{escape(tex)}"', 1))

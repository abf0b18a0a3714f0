"""Math in dollars, and TeX to MathML."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from digest.markdown.places import OFFSET

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from math_core import LatexToMathML

# money stays money: no space within the dollars, no digit without
INLINE_MATH = (
    r"\$(?<![\d$]\$)"
    r"(?:\$(?:[^$\\]|\\.|\$(?!\$))++\$\$|(?![\s$])(?:[^$\\]|\\.)++(?<!\s)\$(?!\$))"
    r"(?!\d)"
)
"""A pattern for math within a line: `$…$`, or `$$…$$` to be displayed."""
_INLINE_MATH = re.compile(INLINE_MATH, re.DOTALL)

_MACROS = {
    "widetilde": r"\tilde{#1}",
    "widehat": r"\hat{#1}",
    "mbox": r"\text{#1}",
    "ensuremath": "#1",
    "xspace": "",
}
"""What is found in titles and abstracts and the converter does not know."""

_LONGEST = 4000
"""Characters of TeX. The converter ends the whole program where TeX is nested too deeply."""


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
    if not silent:
        double = found[0].startswith("$$")
        token = state.push("math_inline_double" if double else "math_inline", "math", 0)
        token.content = found[0][2:-2] if double else found[0][1:-1]
        token.meta[OFFSET] = state.pos
    state.pos = found.end()
    return True


@functools.cache
def set_math(tex: str, *, display: bool) -> Formula:
    """Set a formula, on a line of its own if `display`. The TeX stays in its `alttext`."""
    from math_core import LatexError  # noqa: PLC0415 -- most texts have no math

    if len(tex) > _LONGEST:
        return _leave(tex, f"it has more than {_LONGEST} characters")
    try:
        made = _converter().convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        return _leave(tex, _explain(str(error)))
    return Formula(made.replace("<math", f'<math alttext="{escape(tex)}"', 1))


def _leave(tex: str, problem: str) -> Formula:
    return Formula(f'<code class="math-broken">{escape(tex, quote=False)}</code>', problem)


@functools.cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML  # noqa: PLC0415 -- most texts have no math

    return LatexToMathML(macros=_MACROS, fancy_error=False)


def _explain(error: str) -> str:
    """Return the converter's message in the form of ours."""
    message = " ".join(re.sub(r"^\d+: ", "", error).replace('"', "'").split()).rstrip(".")
    return message[:1].lower() + message[1:]

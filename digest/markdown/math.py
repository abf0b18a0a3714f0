"""TeX to MathML."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from math_core import LatexToMathML

_MACROS = {
    "widetilde": r"\tilde{#1}",
    "widehat": r"\hat{#1}",
    "mbox": r"\text{#1}",
    "ensuremath": "#1",
    "xspace": "",
}
"""What is found in titles and abstracts and the converter does not know."""


class Formula(NamedTuple):
    """A formula set, or why it could not be."""

    html: str
    """MathML; where the TeX is broken, the TeX in code style."""
    problem: str = ""
    """What is wrong with the TeX; empty where nothing is."""


@functools.cache
def set_math(tex: str, *, display: bool) -> Formula:
    """Set a formula, on a line of its own if `display`. The TeX stays in its `alttext`."""
    from math_core import LatexError  # noqa: PLC0415 -- most texts have no math

    try:
        made = _converter().convert_with_local_state(tex, displaystyle=display)
    except LatexError as error:
        shown = f'<code class="math-broken">{escape(tex, quote=False)}</code>'
        return Formula(shown, _explain(str(error)))
    return Formula(made.replace("<math", f'<math alttext="{escape(tex)}"', 1))


@functools.cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML  # noqa: PLC0415 -- most texts have no math

    return LatexToMathML(macros=_MACROS, fancy_error=False)


def _explain(error: str) -> str:
    """Return the converter's message in the form of ours."""
    message = " ".join(re.sub(r"^\d+: ", "", error).replace('"', "'").split()).rstrip(".")
    return message[:1].lower() + message[1:]

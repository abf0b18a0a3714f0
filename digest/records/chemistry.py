r"""Chemical formulas in TeX: `\ce{SO4^2-}` of mhchem, and chemformula's `\ch`.

What is lowered and raised follows from what stands where (mhchem's manual, version 4, "Chemical
Equations"): a number behind a symbol or a bracket is lowered, and one before them an amount; what
`^` stands before is raised, and so is a sign at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable

CHEMISTRY = lazy_regex(r"\\c[eh]\s*\{(?P<formula>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_SIGNS = {
    "<=>": "\u21cc", "<->": "\u2194", "->": "\u2192", "<-": "\u2190", "#": "\u2261",
}  # fmt: skip
_PART = lazy_regex(
    rf"(?P<sign>{'|'.join(map(re.escape, _SIGNS))})"
    r"|\^(?P<raised>\{[^{}]*\}|[0-9]*[-+]|[0-9]+|[A-Za-z.*])"
    r"|_(?P<lowered>\{[^{}]*\}|[0-9]+|[A-Za-z])"
    r"|(?<=[A-Za-z)\]}])(?P<count>0\.[0-9]+|[0-9]+)"
    r"|(?<=[\w)\]}])(?P<charge>[-+])(?=[\s),;]|$)"
    r"|(?<=[\w)\]}])\s*[*.]\s*(?P<amount>[0-9]*)\s*(?=[A-Z(])"
)
_TEXT = {"^": r"\textsuperscript", "_": r"\textsubscript"}


def chemistry_in_text(found: re.Match[str]) -> str:
    """Return TeX for text in place of a formula that `CHEMISTRY` has found."""
    return _write(found["formula"], _TEXT.__getitem__)


def chemistry_in_math(found: re.Match[str]) -> str:
    """Return TeX for math in place of one that stands in another formula."""
    return rf"\mathrm{{{_write(found['formula'], str)}}}"


def _write(formula: str, script: Callable[[str], str]) -> str:
    """Return a formula with TeX's commands; `script` returns the one for `^` or `_`."""

    def write(part: re.Match[str]) -> str:
        if part["sign"]:
            return _SIGNS[part["sign"]]
        if part["amount"] is not None:
            return f"\u00b7{part['amount']}"
        raised, lowered = part["raised"] or part["charge"], part["lowered"] or part["count"]
        return script("^" if raised else "_") + f"{{{(raised or lowered).strip('{}')}}}"

    return _PART.sub(write, formula)

"""Tokens that stand for a problem: they print nothing and are reported at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from digest.basics.diagnostics import Diagnostic, Place

PROBLEM = "problem"
DOLLAR = "or write '\\$' for the sign"
"""What else may have been meant by what is no formula."""


def push_problem(state: StateInline, offset: int, rule: str, message: str, hint: str = "") -> None:
    """Add a problem at an offset of the inline text that is being parsed."""
    set_problem(state.push(PROBLEM, "", 0), rule, message, hint)["offset"] = offset


def set_problem(token: Token, rule: str, message: str, hint: str = "") -> dict[str, object]:
    """Make a token stand for a problem, and return its meta."""
    token.meta = {"rule": rule, "message": message, "hint": hint}
    return token.meta


def report_math(place: Place, problem: str, hint: str = DOLLAR) -> Diagnostic:
    """Return `math-broken` for a formula that begins at `place`."""
    return place.diagnose("math-broken", f"this TeX cannot be set: {problem}", hint)

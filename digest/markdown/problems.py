"""Tokens that stand for a problem: they print nothing and are reported at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.places import COLUMN, OFFSET

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from digest.basics.diagnostics import Diagnostic, Place

PROBLEM = "problem"
DOLLAR = "or write '\\$' for the sign"
"""What else may have been meant by what is no formula."""


def push_problem(state: StateInline, offset: int, rule: str, message: str, hint: str = "") -> None:
    """Add a problem at an offset of the inline text that is being parsed."""
    set_inline_problem(state.push(PROBLEM, "", 0), offset, rule, message, hint)


def set_inline_problem(token: Token, offset: int, rule: str, message: str, hint: str = "") -> None:
    """Make a token stand for a problem at an offset of its inline text."""
    token.meta = {"rule": rule, "message": message, "hint": hint, OFFSET: offset}


def set_block_problem(token: Token, column: int, rule: str, message: str, hint: str = "") -> None:
    """Make a token stand for a problem at a column, from 0, of its first line."""
    token.meta = {"rule": rule, "message": message, "hint": hint, COLUMN: column}


def report_math(place: Place, problem: str, hint: str = DOLLAR) -> Diagnostic:
    """Return `math-broken` for a formula that begins at `place`."""
    return place.diagnose("math-broken", f"this TeX cannot be set: {problem}", hint)

"""Tokens that stand for a problem: they print nothing and are reported at their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.places import COLUMN, OFFSET

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

    from digest.basics.diagnostics import Diagnostic, Place

PROBLEM = "problem"
DOLLAR = "mend the TeX, or write '\\$' for the sign"
"""What else may have been meant by what is no formula."""


def push_problem(state: StateInline, offset: int, rule: str, message: str, hint: str = "") -> None:
    """Add a problem at an offset of the inline text that is being parsed."""
    state.push(PROBLEM, "", 0).meta = make_inline_problem(offset, rule, message, hint).meta


def make_inline_problem(offset: int, rule: str, message: str, hint: str) -> Token:
    """Return a token that stands for a problem at an offset of its inline text."""
    meta = {"rule": rule, "message": message, "hint": hint, OFFSET: offset}
    return Token(PROBLEM, "", 0, meta=meta)


def make_block_problem(
    lines: list[int] | None, column: int, rule: str, message: str, hint: str
) -> Token:
    """Return a token that stands for a problem at a column, from 0, of the first of some lines.

    The lines are those of a block, as a token has them. A column below 0 is where the first one
    begins: what was looked for in it is not there.
    """
    token = Token(PROBLEM, "", 0, map=lines)
    set_block_problem(token, max(column, 0), rule, message, hint)
    return token


def set_block_problem(token: Token, column: int, rule: str, message: str, hint: str) -> None:
    """Make a token stand for a problem at a column, from 0, of its first line."""
    token.meta = {"rule": rule, "message": message, "hint": hint, COLUMN: column}


def report_math(place: Place, problem: str, hint: str = DOLLAR) -> Diagnostic:
    """Return `math-broken` for a formula that begins at `place`."""
    return place.diagnose("math-broken", f"this TeX cannot be set: {problem}", hint)

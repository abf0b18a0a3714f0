"""Raised and lowered text in titles: `10⁶`, or math where Unicode has no sign for it."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-\u2212=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def set_script(text: str, *, is_raised: bool) -> str:
    """Return raised or lowered text: in Unicode where it has the signs, else as math."""
    table = _RAISED if is_raised else _LOWERED
    if all(ord(one) in table for one in text.strip()):
        return text.translate(table)
    return f"$^{braced(text.strip())}$" if is_raised else f"$_{braced(text.strip())}$"


def braced(text: str) -> str:
    """Return what TeX takes for one: a sign as it is, more in braces."""
    return text if len(text) == 1 else f"{{{text}}}"

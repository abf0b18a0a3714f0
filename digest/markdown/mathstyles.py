"""How the parts of a formula are written where no MathML is shown."""

# ruff: noqa: RUF001, D102 -- the signs of mathematics are meant; `Style` says what methods do

from __future__ import annotations

import unicodedata
from html import escape
from typing import Protocol

from digest.basics.lazyregex import lazy_regex

INVISIBLE = lazy_regex("[\u2061-\u2064\ufe00-\ufe0f]")
"""Signs that only say how others are meant."""
_SUPERSCRIPTS = dict(zip("0123456789+−-=()niT⊤∘∗†", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵀᵀ°*†", strict=True))
_SUBSCRIPTS = dict(
    zip("0123456789+−-=()aehijklmnoprstuvx⊙", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ⊙", strict=True)
)

_RAISED = dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True))


class Style(Protocol):
    """How the parts of a formula are written in one of the two forms."""

    def letters(self, text: str, *, upright: bool) -> str:
        """Write letters, digits or signs."""

    def raised(self, text: str, *, is_one: bool) -> str:
        """Write a superscript; `is_one` tells whether it is one number, name or piece of text."""

    def lowered(self, text: str) -> str:
        """Write a subscript."""

    def tex(self, tex: str) -> str:
        """Write a formula as it was typed."""


class Plain:
    """Unicode alone."""

    def letters(self, text: str, *, upright: bool) -> str:  # noqa: ARG002 -- as in HTML
        return _plain_letters(text)

    def raised(self, text: str, *, is_one: bool) -> str:
        return _scripted(text, _SUPERSCRIPTS, "^", is_whole=is_one)

    def lowered(self, text: str) -> str:
        return lower_text(text)

    def tex(self, tex: str) -> str:
        return f"`{tex}`"


class Bare(Plain):
    """Unicode where nothing is in code style."""

    def tex(self, tex: str) -> str:
        return tex


class Html:
    """Tags that mail clients and feed readers know."""

    def letters(self, text: str, *, upright: bool) -> str:
        plain = _plain_letters(text)
        shown = escape(plain, quote=False)
        name = unicodedata.name(text[0], "") if text else ""
        if name.startswith(("MATHEMATICAL BOLD", "MATHEMATICAL SANS-SERIF BOLD")):
            return f"<b>{shown}</b>"
        is_slanted = not upright and plain[:1].isalpha() and not _is_letterlike(plain[0])
        return f"<i>{shown}</i>" if is_slanted else shown

    def raised(self, text: str, *, is_one: bool) -> str:  # noqa: ARG002 -- as in plain text
        return f"<sup>{text}</sup>"

    def lowered(self, text: str) -> str:
        return f"<sub>{text}</sub>"

    def tex(self, tex: str) -> str:
        return f"<code>{escape(tex, quote=False)}</code>"


def _plain_letters(text: str) -> str:
    """Return letters of a mathematical alphabet as letters, but for the double-struck ones.

    Few mail clients have a face for bold and sans-serif letters of their own code points.
    """
    shown = []
    for letter in INVISIBLE.sub("", text):
        is_styled = "\U0001d400" <= letter <= "\U0001d7ff"
        keeps = "DOUBLE-STRUCK" in unicodedata.name(letter, "")
        shown.append(unicodedata.normalize("NFKC", letter) if is_styled and not keeps else letter)
    return "".join(shown)


def _is_letterlike(letter: str) -> bool:
    return "\u2100" <= letter <= "\u214f" or letter >= "\U0001d400"


def lower_text(text: str) -> str:
    """Return a subscript."""
    return _scripted(text, _SUBSCRIPTS, "_", is_whole=text.isascii() and text.isalnum())


def _scripted(text: str, table: dict[str, str], sign: str, *, is_whole: bool) -> str:
    """Return a script in small signs if there are such, and otherwise behind `^` or `_`.

    There it is in parentheses, unless it is known to be whole without them.
    """
    if all(letter in table for letter in text):
        return "".join(table[letter] for letter in text)
    is_whole = is_whole or len(text) == 1 or is_fenced(text)
    return f"{sign}{text}" if is_whole else f"{sign}({text})"


def raise_words(text: str) -> str:
    """Return a superscript of a text, in which letters are not a formula's: `1ˢᵗ`."""
    return _scripted(text, _SUPERSCRIPTS | _RAISED, "^", is_whole=False)


SCRIPTS = {"sup": raise_words, "sub": lower_text}
"""By the element of HTML."""


def is_fenced(made: str) -> bool:
    """Tell whether a formula's first parenthesis is closed by its last sign."""
    depth = 0
    for index, sign in enumerate(made):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return sign == ")" and index == len(made) - 1
    return False

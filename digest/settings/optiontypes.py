"""The types of a theme's options, and what each lets through.

A template prints a value as it is, also into a style sheet: whatever its type, it is one value
there, and can end or load nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.colours import colour_names, parse_colour
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.settings.converters import boolean
from digest.settings.webaddresses import clean_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.settings.yamlnodes import Reading, Scalar

Value = str | bool
"""What a template has: of a flag true or false, of all else a text."""


def _report(node: Scalar, reading: Reading, kind: str, hint: str) -> None:
    reading.report("field-type", node.place, f"'{node.text.strip()}' is no {kind}", hint)


def _colour(node: Scalar, reading: Reading) -> str | None:
    """Read a colour; it is printed as `#rrggbb`, which browsers, mails and cards know."""
    colour = parse_colour(node.text)
    if colour and colour.alpha == 1:
        return colour.hex
    hint = "as '#0b5bb0', 'rgb(11 91 176)', 'hsl(211 88% 37%)' or 'navy'"
    if colour:
        hint = f"a theme's colours cover what is under them: write '{colour.hex}'"
    elif parse_colour(f"#{node.text.strip()}"):
        hint = f"write '#{node.text.strip()}'"
    _report(node, reading, "colour", did_you_mean(node.text, colour_names()) or hint)
    return None


_UNITS = ("px", "rem", "em", "ch", "ex", "lh", "rlh", "vw", "vh", "%", "pt", "cm", "mm", "in")
_LENGTH = lazy_regex(rf"(?:\d{{1,5}}(?:\.\d{{1,4}})?|\.\d{{1,4}})(?:{'|'.join(_UNITS)})", re.ASCII)


def _length(node: Scalar, reading: Reading) -> str | None:
    found = node.text.strip()
    if found == "0" or _LENGTH.fullmatch(found.lower()):
        return found.lower()
    meant = re.sub(r"\s+", "", found.lower()).replace(",", ".")
    hint = f"a number and its unit: {', '.join(_UNITS)}"
    if _LENGTH.fullmatch(meant):
        hint = f"write '{meant}'"
    elif _LENGTH.fullmatch(f"{meant}px"):
        hint = f"write '{meant}' with its unit: {', '.join(_UNITS)}"
    _report(node, reading, "length", hint)
    return None


_FAMILY = lazy_regex(r"[^\W_][\w -]*")
_WORD = lazy_regex(r"[^\W\d][\w-]*")
_NO_FAMILY = frozenset({"inherit", "initial", "unset", "revert", "revert-layer", "default"})


def _font(node: Scalar, reading: Reading) -> str | None:
    """Read a list of font families.

    It is printed without quotation marks, which HTML would escape within a style: CSS Fonts 4,
    section 2.1.2, lets a name be a row of words, and a word that begins with a digit be escaped.
    """
    families = [family.strip() for family in node.text.split(",")]
    plain = [re.sub(r"""^(["'])(.*)\1$""", r"\2", family).strip() for family in families]
    for family in plain:
        if not _FAMILY.fullmatch(family) or family.lower() in _NO_FAMILY:
            hint = "names of fonts, the first that is there is taken: 'Georgia, serif'"
            _report(node, reading, "font", hint)
            return None
    return ", ".join(" ".join(map(_escape_word, family.split())) for family in plain)


def _escape_word(word: str) -> str:
    if _WORD.fullmatch(word):
        return word
    # a hexadecimal number and the space that ends it
    return f"\\{ord(word[0]):x} {word[1:]}"


def _address(node: Scalar, reading: Reading) -> str | None:
    found = node.text.strip()
    # a page of the site, as the filter `href` has it
    if re.fullmatch(r"/(?!/)[\w./#-]*", found):
        return found[1:]
    if re.match(r"https?://", found, re.IGNORECASE):
        return clean_address(node, reading)
    hint = "as 'https://example.org/', or '/about/' for a page of the site"
    _report(node, reading, "address", hint)
    return None


_STYLE = lazy_regex(r"[{}<>;\\]|url\s*\(|/\*|@import", re.IGNORECASE)
"""What would end the style in which an option is printed, or load something."""


def _text(node: Scalar, reading: Reading) -> str | None:
    found = node.text.strip()
    if not _STYLE.search(found):
        return found
    message = f"'{found}' is no value of an option"
    hint = "write it without braces, angle brackets, semicolons and backslashes, which end a style"
    reading.report("field-type", node.place, message, hint)
    return None


def _number(node: Scalar, reading: Reading) -> str | None:
    found = node.text.strip()
    if re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", found, re.ASCII):
        return found
    _report(node, reading, "number", "as '3' or '0.5'")
    return None


TYPES: dict[str, Callable[[Scalar, Reading], Value | None]] = {
    "colour": _colour,
    "length": _length,
    "font": _font,
    "address": _address,
    "choice": _text,
    "text": _text,
    "number": _number,
    "flag": boolean,
}
"""Every type of an option, and what reads a value of it."""

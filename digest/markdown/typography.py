"""Quotes, dashes and ellipses as a language prints them."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from markdown_it.rules_core import smartquotes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_NARROW = "\N{NARROW NO-BREAK SPACE}"
_ENGLISH = ("“", "”", "‘", "’")
_LOW_HIGH = ("„", "“", "‚", "‘")
_RIGHT_RIGHT = ("”", "”", "’", "’")
_GUILLEMETS = ("«", "»", "“", "”")
_SPACED_GUILLEMETS = (f"«{_NARROW}", f"{_NARROW}»", f"‹{_NARROW}", f"{_NARROW}›")

_QUOTES: dict[str, tuple[str, str, str, str]] = {
    "cs": _LOW_HIGH,
    "da": ("»", "«", "›", "‹"),
    "de": _LOW_HIGH,
    "de-ch": ("«", "»", "‹", "›"),
    "el": _GUILLEMETS,
    "es": _GUILLEMETS,
    "fi": _RIGHT_RIGHT,
    "fr": _SPACED_GUILLEMETS,
    "hu": ("„", "”", "»", "«"),
    "it": _GUILLEMETS,
    "nb": ("«", "»", "‘", "’"),
    "nn": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
    "pt": _GUILLEMETS,
    "pt-br": _ENGLISH,
    "ro": ("„", "”", "«", "»"),
    "ru": ("«", "»", "„", "“"),
    "sk": _LOW_HIGH,
    "sl": _LOW_HIGH,
    "sv": _RIGHT_RIGHT,
    "uk": ("«", "»", "„", "“"),
}
"""By language: outer and inner, opening and closing. Others are quoted as in English."""


def quotes(lang: str) -> tuple[str, str, str, str]:
    """Return a language's marks: outer opening and closing, inner opening and closing."""
    tag = lang.lower()
    return _QUOTES.get(tag) or _QUOTES.get(tag.partition("-")[0]) or _ENGLISH


_ROW = re.compile(r"--+|\.\.\.+")
_SET = {"--": "–", "---": "—", "...": "…"}
_MOST_QUOTES = 10_000
"""Quote marks in one paragraph; markdown-it compares each with those before it."""


def typography_plugin(parser: MarkdownIt) -> None:
    """Add the rule that makes `--` and `---` dashes and `...` an ellipsis, and bound the quotes."""
    parser.core.ruler.before("smartquotes", "dashes", _dashes_rule)
    parser.core.ruler.at("smartquotes", _quotes_rule)


def _quotes_rule(state: StateCore) -> None:
    tokens = state.tokens
    state.tokens = [
        token
        for token in tokens
        if token.content.count('"') + token.content.count("'") <= _MOST_QUOTES
    ]
    smartquotes(state)
    state.tokens = tokens


def _dashes_rule(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and ("--" in token.content or "..." in token.content):
            for before, child in itertools.pairwise((None, *(token.children or ()))):
                # an address between `<` and `>` is shown as typed
                if child and child.type == "text" and not (before and _opens_address(before)):
                    child.content = set_dashes(child.content)


def _opens_address(token: Token) -> bool:
    return token.type == "link_open" and token.info == "auto"


def set_dashes(text: str) -> str:
    """Return `text` with dashes and ellipses; rows of more than three signs stay."""
    return _ROW.sub(lambda found: _SET.get(found[0], found[0]), text)

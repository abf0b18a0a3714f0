"""Quotes, dashes and ellipses as a language prints them."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

from markdown_it.rules_core import smartquotes

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_ROW = lazy_regex(
    # a web address, and an option of a program, as `--strict`, stay as typed
    r"((?<!\w)www\.\S+|(?<![^\s(\[{/|])--(?=[A-Za-z]))"
    r"|--+|\.\.\.+"
)
_SET = {"--": "–", "---": "—", "...": "…"}
_YEAR = r"\d\d(?:s\b|\b(?!'|[^']*\w'(?!\w)))"
"""The '90s, or '68 where no quotation mark closes behind it."""
_SHORTENED = {
    "en": r"n'(?!\w)|(?:tis|twas|twere|twill|em|til)\b(?!')",
    "nl": r"[kmnst]\b(?!')",
}
"""By language: what an apostrophe stands before, where a quotation mark is to be expected."""
_MOST_QUOTES = 10_000
"""Quote marks in one paragraph; markdown-it compares each with those before it."""


def typography_plugin(parser: MarkdownIt) -> None:
    """Add the rules: dashes of `--`, an ellipsis of `...`, apostrophes, and not too many quotes."""
    parser.core.ruler.before("smartquotes", "dashes", _dashes_rule)
    parser.core.ruler.before("smartquotes", "apostrophes", _apostrophes_rule)
    parser.core.ruler.at("smartquotes", _quotes_rule)


def _quotes_rule(state: StateCore) -> None:
    if '"' not in state.src and "'" not in state.src:
        return
    tokens = state.tokens
    state.tokens = [
        token
        for token in tokens
        if token.type == "inline" and _count_quotes(token.content) <= _MOST_QUOTES
    ]
    smartquotes(state)
    state.tokens = tokens


def _count_quotes(text: str) -> int:
    return text.count('"') + text.count("'")


def _dashes_rule(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and ("--" in token.content or "..." in token.content):
            for before, child in itertools.pairwise((None, *(token.children or ()))):
                if child and child.type == "text":
                    child.content = set_dashes(child.content, after=_last_sign(before))


def _last_sign(token: Token | None) -> str:
    """Return the last sign of what stands before a text; nothing at its beginning."""
    if token is None or token.nesting > 0:
        return ""
    return token.content[-1:] or ("" if token.type.endswith("break") else "x")


def set_dashes(text: str, *, after: str = "") -> str:
    """Return `text`, behind the sign `after`, with dashes and ellipses.

    Rows of more than three signs stay.
    """
    return _ROW.sub(_set, after + text)[len(after) :]


def _set(row: re.Match[str]) -> str:
    return row[1] or _SET.get(row[0], row[0])


def _apostrophes_rule(state: StateCore) -> None:
    """Turn the apostrophes that begin a word: '90s, 'tis, rock 'n' roll."""
    pattern = _find_apostrophes(str(state.md.options.get("lang", "")).partition("-")[0].lower())
    for token in state.tokens:
        if token.type == "inline" and "'" in token.content:
            for child in token.children or ():
                if child.type == "text" and "'" in child.content:
                    child.content = pattern.sub(_curve, child.content)


def _curve(found: re.Match[str]) -> str:
    return found[0].replace("'", "’")


@functools.cache
def _find_apostrophes(lang: str) -> re.Pattern[str]:
    words = _SHORTENED.get(lang)
    shortened = f"|'(?i:{words})" if words else ""
    return re.compile(rf"(?<![\w'])(?:'{_YEAR}{shortened})")

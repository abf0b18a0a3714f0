"""Chinese and Japanese: ends of lines; Korean too: quotation marks. Emphasis: see `emphasis.py`.

The end of a line between two characters of either is no space (CSS Text 3, "Segment Break
Transformation Rules").
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.quotationmarks import quotation_marks
from digest.markdown.emphasis import WIDE

if TYPE_CHECKING:
    import re

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_JOINED = lazy_regex(f"[{WIDE}]")
_SHARED = frozenset("“”‘’…—·")
"""Signs that Chinese and Japanese have, but other scripts as well."""
_LANGUAGES = frozenset({"zh", "ja", "yue"})
_CLOSE_QUOTES = _LANGUAGES | {"ko"}
"""Those in which a word may follow close behind a quotation, as particles do in Korean."""
_DOUBLE, _SINGLE = lazy_regex('"'), lazy_regex(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")
"""Quotation marks; between two letters of another script, the second is an apostrophe."""
_MARKS = frozenset({"citation_close", "footnote_ref"})
"""What stands close behind a word."""


def east_asian_plugin(parser: MarkdownIt) -> None:
    """Add the rules."""
    parser.core.ruler.after("left", "east_asian_breaks", _breaks_rule)
    parser.core.ruler.before("smartquotes", "east_asian_quotes", _quotes_rule)


# --- ends of lines ---


def _breaks_rule(state: StateCore) -> None:
    if state.src.isascii():
        return
    shared = _SHARED if _is_own(state) else frozenset()
    for token in state.tokens:
        children = token.children
        if not children or "\n" not in token.content or token.content.isascii():
            continue
        token.children = [
            child
            for index, child in enumerate(children)
            if child.type != "softbreak" or _is_space(children, index, shared)
        ]


def _is_space(tokens: list[Token], at: int, shared: frozenset[str]) -> bool:
    beside = [_next(tokens, at, -1), _next(tokens, at, 1)]
    wide = [one for one in beside if _JOINED.match(one)]
    return not wide or any(one not in wide and one not in shared for one in beside)


def _next(tokens: list[Token], at: int, step: int) -> str:
    """Return the character next to the end of a line, before it or behind it."""
    at += step
    while 0 <= at < len(tokens):
        token = tokens[at]
        if token.type in _MARKS:
            # it stands close, as a sign does
            return "·"
        if token.content:
            is_text = token.type in {"text", "text_special"}
            return token.content[-1 if step < 0 else 0] if is_text else ""
        at += step
    return ""


def _is_own(state: StateCore) -> bool:
    """Tell whether a text is Chinese or Japanese."""
    return _language(state) in _LANGUAGES


def _language(state: StateCore) -> str:
    return str(state.md.options.get("lang", "")).partition("-")[0].lower()


# --- quotation marks ---


def _quotes_rule(state: StateCore) -> None:
    """Turn `"` and `'` by turns: where no spaces are, nothing else tells which of them opens."""
    if _language(state) not in _CLOSE_QUOTES:
        return
    marks = quotation_marks(str(state.md.options["lang"]))
    for token in state.tokens:
        texts = [one for one in token.children or () if one.type == "text"]
        _turn(texts, _DOUBLE, marks[:2])
        _turn(texts, _SINGLE, marks[2:])


def _turn(texts: list[Token], sign: re.Pattern[str], marks: tuple[str, ...]) -> None:
    if sum(len(sign.findall(one.content)) for one in texts) % 2:
        # one of them is something else
        return
    following = cycle(marks)
    for one in texts:
        one.content = sign.sub(lambda _: next(following), one.content)

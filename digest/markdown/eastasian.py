"""Chinese, Japanese and Korean: emphasis beside their signs, ends of lines, quotation marks.

Words are not parted by spaces there, which CommonMark's rules for emphasis count on. Beside such a
character, signs hold back no emphasis, as the proposal has it that many programs follow
(commonmark-spec, issue 650). The end of a line between two characters of Chinese or Japanese is no
space (CSS Text 3, "Segment Break Transformation Rules").
"""

from __future__ import annotations

from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline

from digest.basics.lazyregex import lazy_regex
from digest.markdown.typography import quotes

if TYPE_CHECKING:
    import re

    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import ParserInline
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_WIDE = (
    "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffdc"
    "\U0001f200-\U0001f2ff\U00020000-\U0003ffff"
)
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
_EAST_ASIAN = lazy_regex(f"[{_WIDE}{_HANGUL}]")
_JOINED = lazy_regex(f"[{_WIDE}]")
_SHARED = frozenset("“”‘’…—·")
"""Signs that Chinese and Japanese have, but other scripts as well."""
_LANGUAGES = frozenset({"zh", "ja", "yue"})
_DOUBLE, _SINGLE = lazy_regex('"'), lazy_regex(r"(?<![A-Za-z0-9])'|'(?![A-Za-z0-9])")
"""Quotation marks; between two letters of another script, the second is an apostrophe."""
_MARKS = frozenset({"citation_close", "footnote_ref"})
"""What stands close behind a word."""


def east_asian_plugin(parser: MarkdownIt) -> None:
    """Read emphasis by the other rule, and add rules for ends of lines and quotation marks."""
    # the method makes the state, and the state knows the rule for emphasis
    parser.inline.parse = partial(_parse, parser.inline)  # type: ignore[method-assign]
    parser.core.ruler.after("left", "east_asian_breaks", _breaks_rule)
    parser.core.ruler.before("smartquotes", "east_asian_quotes", _quotes_rule)


# --- emphasis ---


def _parse(
    inline: ParserInline, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]
) -> list[Token]:
    """Parse inline text as markdown-it does, but with our own state where it may matter."""
    state = (StateInline if src.isascii() else _State)(src, md, env, tokens)
    inline.tokenize(state)
    for rule in inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803 -- markdown-it's method
        """Tell whether signs of emphasis may open and close some."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if not (_EAST_ASIAN.match(before) or _EAST_ASIAN.match(after)):
            return scanned
        left, right = _belongs(after, before), _belongs(before, after)
        return Scanned(
            left and (canSplitWord or not right or _is_sign(before)),
            right and (canSplitWord or not left or _is_sign(after)),
            scanned.length,
        )


def _belongs(inside: str, outside: str) -> bool:
    """Tell whether signs of emphasis may belong to the character on one side of them."""
    if isWhiteSpace(ord(inside)):
        return False
    if not _is_sign(inside) or _EAST_ASIAN.match(inside):
        return True
    is_apart = isWhiteSpace(ord(outside)) or _is_sign(outside)
    return is_apart or _EAST_ASIAN.match(outside) is not None


def _is_sign(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


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
    return str(state.md.options.get("lang", "")).partition("-")[0].lower() in _LANGUAGES


# --- quotation marks ---


def _quotes_rule(state: StateCore) -> None:
    """Turn `"` and `'` by turns: where no spaces are, nothing else tells which of them opens."""
    if not _is_own(state):
        return
    marks = quotes(str(state.md.options["lang"]))
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

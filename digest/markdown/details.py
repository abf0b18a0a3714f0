"""What is folded until one asks for it: `<details>`, with a `<summary>`, on lines of their own.

What is between `<details>` and `</details>` is Markdown, with empty lines around it or without.
One that is never closed, or is closed in another list or quotation, stays text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from markdown_it.token import Token

from digest.basics.lazyregex import lazy_regex
from digest.markdown.directives import DIRECTIVE, refuse_within
from digest.markdown.places import STARTS, Starts
from digest.markdown.summaries import read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_MARK = "details_mark"
"""The type of a token for either tag, while it is not known whether they are a pair."""
_SUMMARY = "summary"
_OPEN = lazy_regex(r"<details>[ \t]*", re.IGNORECASE)
_CLOSE = lazy_regex(r"</details>[ \t]*", re.IGNORECASE)
_TITLE = lazy_regex(
    # empty lines may stand around its words, but not between them
    r"\s*<summary>\s*+((?!#)(?:(?!\n[ \t]*\n\s*[^\s<]).)*?)\s*</summary>[ \t]*",
    re.IGNORECASE | re.DOTALL,
)
_ENDS = lazy_regex(r"(?<!\\)</details>$", re.IGNORECASE)
_MOST_LINES, _MOST_CHARACTERS = 9, 2000
"""Lines of a summary with its tags, and characters in each."""


def details_plugin(parser: MarkdownIt) -> None:
    """Add the rules: one reads the tags, and one pairs them when all blocks are known."""
    ends = ["paragraph", "reference", "blockquote"]
    parser.block.ruler.before("table", "details", _rule, {"alt": ends})
    parser.core.ruler.before("inline", "details_pairs", _pair)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(("<d", "</d", "<D", "</D"), begin) or state.is_code_block(start):
        return False
    line, tag = start, _read_tag(state, start, end)
    if tag is None or silent:
        return tag is not None
    while tag:
        state.tokens.append(tag.token)
        line, begin = tag.line, tag.end
        if not state.src[begin : state.eMarks[line]].strip():
            state.line = line + 1
            return True
        # what stands behind it on its line begins another block
        state.bMarks[line], state.tShift[line] = begin, 0
        state.sCount[line] = state.blkIndent
        tag = _read_tag(state, line, end)
    return any(rule(state, line, end, silent) for rule in state.md.block.ruler.getRules(""))


class _Tag(NamedTuple):
    """A tag that was read, with its summary."""

    token: Token
    line: int
    """The line on which it ends."""
    end: int
    """Where it ends in the whole text."""


def _read_tag(state: StateBlock, start: int, end: int) -> _Tag | None:
    """Read the tag with which a line begins, if it does."""
    text, starts = _read_lines(state, start, end)
    opening = _OPEN.match(text)
    found = opening or _CLOSE.match(text)
    if found is None:
        return None
    title = _TITLE.match(text, found.end()) if opening else None
    stop = (title or found).end()
    line, column = starts.find(stop)
    token = Token(_MARK, "details", 0, content=text[:stop].strip(), block=True, level=state.level)
    token.map = [start, line + 1]
    token.meta = {STARTS: starts, "opens": bool(opening)}
    if title and title[1].strip():
        within = starts.within(title.start(1), title.end(1))
        token.meta[_SUMMARY] = _inline(*read_words(title[1], within))
    return _Tag(token, line, state.src.rfind("\n", 0, state.eMarks[line]) + 1 + column)


def _read_lines(state: StateBlock, start: int, end: int) -> tuple[str, Starts]:
    """Return a tag's line, and those on which its summary may stand; and where they begin."""
    starts, text = Starts(), ""
    for line in range(start, min(end, start + _MOST_LINES)):
        begin = state.bMarks[line] + state.tShift[line]
        one = state.src[begin : min(state.eMarks[line], begin + _MOST_CHARACTERS)]
        if line > start and one and state.sCount[line] < state.blkIndent:
            break
        offset = len(text) + (line > start)
        starts.add(offset, line, begin - (state.src.rfind("\n", 0, begin) + 1))
        text += ("\n" if line > start else "") + one
        if not _OPEN.match(text) or "</summary>" in text.lower():
            break
        rest = text[len("<details>") :].strip().lower()
        if rest and not rest.startswith("<summary>"):
            break
    return text, starts


def _inline(content: str, starts: Starts) -> Token:
    line = starts.find(0)[0]
    token = Token("inline", "", 0, content=content, children=[], map=[line, line + 1])
    token.meta = {STARTS: starts}
    return token


def _pair(state: StateCore) -> None:
    if "<" in state.src and any(token.type == _MARK for token in state.tokens):
        closed = _find_pairs(state.tokens)
        state.tokens = list(_print(state.tokens, closed))


def _find_pairs(tokens: list[Token]) -> dict[int, int]:
    """Return by its index which mark is one of a pair, and by how much it goes in or out.

    A paragraph may end in the tag that closes: then it is the paragraph's own end.
    """
    pairs: dict[int, int] = {}
    # for each block that is open, the marks in it that are
    open_: list[list[int]] = [[]]
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            open_.append([])
        elif token.nesting < 0:
            open_.pop()
        elif token.type == _MARK and token.meta["opens"]:
            open_[-1].append(index)
        elif token.type == _MARK and open_[-1]:
            pairs[open_[-1].pop()], pairs[index] = 1, -1
        elif token.type == "inline" and open_[-2:-1] != [[]] and _ends_in_tag(token):
            token.content = token.content.rstrip()[: -len("</details>")].rstrip()
            pairs[open_[-2].pop()], pairs[index + 1] = 1, -1
    return pairs


def _ends_in_tag(inline: Token) -> bool:
    return bool(_ENDS.search(inline.content[-100:].rstrip()))


def _print(tokens: list[Token], pairs: dict[int, int]) -> Iterator[Token]:
    depth = 0
    for index, token in enumerate(tokens):
        if token.type == _MARK and index not in pairs:
            yield from _around("paragraph", "p", _inline(token.content, token.meta[STARTS]), depth)
        elif token.type == _MARK and token.meta["opens"]:
            yield _block("details_open", "details", 1, depth)
            depth += 1
            if _SUMMARY in token.meta:
                yield from _around(_SUMMARY, _SUMMARY, token.meta[_SUMMARY], depth)
        else:
            if token.type == DIRECTIVE and depth:
                refuse_within(token, "'<details>'")
            if token.type != _MARK:
                token.level += depth
                yield token
            if index in pairs:
                depth -= 1
                yield _block("details_close", "details", -1, depth)


def _around(kind: str, tag: str, inline: Token, depth: int) -> Iterator[Token]:
    yield _block(f"{kind}_open", tag, 1, depth)
    yield inline
    yield _block(f"{kind}_close", tag, -1, depth)


def _block(kind: str, tag: str, nesting: Literal[-1, 1], level: int) -> Token:
    return Token(kind, tag, nesting, block=True, level=level)

"""At which sign each rule begins: it is not asked elsewhere.

markdown-it asks each of its rules at each sign that may mean something, and on each line.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from markdown_it.parser_inline import ParserInline
from markdown_it.token import Token

from digest.basics.lazyregex import lazy_regex
from digest.markdown.emphasis import EmphasisState

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.parser_inline import RuleFuncInline2Type
    from markdown_it.ruler import Ruler
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.utils import EnvType

T = TypeVar("T")

_BLOCK = {
    "comment": "<",
    "details": "<",
    "fence": "`~",
    "directive": ":",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "math_block": "$",
    "heading": "#",
}
"""The first sign of the line. What is not named here may begin with any."""
_LINES = {
    "hr": lazy_regex(r"([-*_])[ \t]*+(?:\1[ \t]*+){2,}+$"),
    "list": lazy_regex(r"(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)"),
}
"""What the line begins with, where its first sign says little."""
_TEXTS = {
    "table": lazy_regex(r"[|:-][ \t]*$", re.MULTILINE),
    "lheading": lazy_regex(r"[=-][ \t]*$", re.MULTILINE),
    "deflist": lazy_regex(r"[:~][ \t](?<![^\s>]..)"),
}
"""What a text has somewhere: the lines behind the first one make these what they are."""
_INLINE = {
    "newline": "\n",
    "escape": "\\",
    "math_inline": "$",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "address": ":w",
    "inline_note": "^",
    "citation_bracket": "[",
    "citation_text": "@-",
    "link": "[",
    "footnote_ref": "[",
    "image": "!",
    "autolink": "<",
    "comment": "<",
    "element_break": "<",
    "element": "<",
    "entity": "&",
}
_PAIRS = ("://", "www.", "-@", "![", "^[")
"""What the signs that texts are full of mean nothing without."""
_LABEL_END = "]"
"""Where no rule begins, but markdown-it looks for the end of a link's text."""
_ENDS = ("paragraph", "reference", "blockquote", "list")
"""What a block ends that begins on the next line."""


def ask_by_sign(parser: MarkdownIt) -> None:
    """Have the rules of a parser asked by their signs. It takes no more rules then."""
    parser.inline = InlineParser(parser.inline)
    ruler = parser.block.ruler
    chains = {chain: [_choose(ruler, chain)] for chain in ("", *_ENDS)}
    ruler.getRules = chains.__getitem__  # type: ignore[method-assign, assignment]


class _Rules(NamedTuple, Generic[T]):
    """Rules in their order."""

    by_sign: dict[str, tuple[T, ...]]
    """Those that may begin at a sign."""
    anywhere: tuple[T, ...]
    """Those that may begin at any other."""


def _sort(rules: dict[str, T], signs: dict[str, str]) -> _Rules[T]:
    by_sign = {
        sign: tuple(rule for name, rule in rules.items() if sign in signs.get(name, sign))
        for sign in "".join(signs.values())
    }
    return _Rules(by_sign, tuple(rule for name, rule in rules.items() if name not in signs))


def _choose(ruler: Ruler[RuleFuncBlockType], chain: str) -> RuleFuncBlockType:
    """Return a rule in place of all those of a chain."""
    names = {rule.fn: rule.name for rule in ruler.__rules__}
    rules = {names[rule]: rule for rule in ruler.getRules(chain)}
    rules |= {name: _if_in_line(rules[name], _LINES[name]) for name in _LINES.keys() & rules}
    rules |= {name: _if_in_text(rules[name], _TEXTS[name]) for name in _TEXTS.keys() & rules}
    by_sign, anywhere = _sort(rules, _BLOCK)

    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
        begin = state.bMarks[start] + state.tShift[start]
        for rule in by_sign.get(state.src[begin : begin + 1], anywhere):
            if rule(state, start, end, silent):
                return True
        return False

    return ask


def _if_in_line(rule: RuleFuncBlockType, pattern: re.Pattern[str]) -> RuleFuncBlockType:
    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- as above
        begin = state.bMarks[start] + state.tShift[start]
        found = pattern.match(state.src, begin, state.eMarks[start])
        return found is not None and rule(state, start, end, silent)

    return ask


def _if_in_text(rule: RuleFuncBlockType, pattern: re.Pattern[str]) -> RuleFuncBlockType:
    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- as above
        return _has(pattern, state.src) and rule(state, start, end, silent)

    return ask


@functools.lru_cache(maxsize=8)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


@functools.lru_cache(maxsize=16)
def _has_pairs(text: str) -> bool:
    # it is asked for each part of a text that is parsed by itself, as the words of a link
    return any(pair in text for pair in _PAIRS)


class InlineParser(ParserInline):
    """Parses what stands within a block, as markdown-it does."""

    def __init__(self, plain: ParserInline) -> None:
        """Take the rules of a parser."""
        self.ruler, self.ruler2 = plain.ruler, plain.ruler2
        names, rules = self.ruler.get_active_rules(), self.ruler.getRules("")
        self._by_sign, _ = _sort(dict(zip(names, rules, strict=True)), _INLINE)
        self._by_sign[_LABEL_END] = ()
        self._sign = re.compile(f"[{re.escape(''.join(self._by_sign))}]")
        few = self._by_sign.keys() - {pair[0] for pair in _PAIRS}
        self._few = re.compile(f"[{re.escape(''.join(few))}]")
        after = dict(zip(self.ruler2.get_active_rules(), self.ruler2.getRules(""), strict=True))
        self._pair = tuple(after.values())
        """What is done when the rules have been asked, where signs are to be paired."""
        self._pair_stars = tuple(rule for name, rule in after.items() if name != "strikethrough")
        self._join = (after["fragments_join"],)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse a text and add its tokens to those that are given."""
        if not self._choose_sign(src).search(src):
            # so it is with most cells, headings and short lines
            tokens += [Token("text", "", 0, content=src)] if src else []
            return tokens
        state = EmphasisState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self._choose_after(src):
            rule(state)
        return state.tokens

    def _choose_sign(self, src: str) -> re.Pattern[str]:
        return self._sign if _has_pairs(src) else self._few

    def _choose_after(self, src: str) -> tuple[RuleFuncInline2Type, ...]:
        if "~~" in src:
            return self._pair
        return self._pair_stars if "*" in src or "_" in src else self._join

    def tokenize(self, state: StateInline) -> None:
        """Parse a part of a text, from one place to another."""
        src, end, deepest = state.src, state.posMax, state.md.options["maxNesting"]
        signs = self._choose_sign(src)
        while (start := state.pos) < end:
            sign = signs.search(src, start, end)
            at = sign.start() if sign else end
            if at > start:
                state.append_pending(src[start:at])
                state.pos = at
                continue
            for rule in self._by_sign[src[at]] if state.level < deepest else ():
                if rule(state, False):  # noqa: FBT003 -- as markdown-it calls them
                    break
            else:
                state.append_pending(src[at])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 -- markdown-it's method
        """Go behind what begins here, as is done to find the end of a link's text."""
        start = state.pos
        if start not in state.cache:
            self._skip(state)
            state.cache[start] = state.pos
        state.pos = state.cache[start]

    def _skip(self, state: StateInline) -> None:
        if state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax
            return
        start = state.pos
        sign = self._choose_sign(state.src).search(state.src, start, state.posMax)
        state.pos = sign.start() if sign else state.posMax
        if state.pos > start:
            return
        # so deep do links nest in each other
        state.level += 1
        for rule in self._by_sign[state.src[start]]:
            if rule(state, True):  # noqa: FBT003 -- as markdown-it calls them
                break
        else:
            state.pos += 1
        state.level -= 1

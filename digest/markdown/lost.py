"""Text that markdown-it would leave out in silence: each piece of it becomes a problem."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.markdown.places import END
from digest.markdown.problems import make_block_problem, make_inline_problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_WORD = lazy_regex(r"[^\W\d_][\w'’-]*[,;:!?]?")
"""What is hardly an address."""
_LETTER = r"[^\W\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]"
"""Of a language that has blanks between its words."""
_STAR = lazy_regex(rf"{_LETTER}\*{{1,2}}{_LETTER}")
_WITHIN = lazy_regex(rf"\*(?<={_LETTER}\*)\*?(?={_LETTER})")
"""The same, found fast."""
_NEAR_LETTERS = lazy_regex(r"\*(?<=\w\*)\*?(?=\w)")
"""The same for letters of any language: most texts lack it, and it is compiled in no time."""
_OPENING, _CLOSING = ("(", "[", "\uff08", "\u3010"), (")", "]", "\uff09", "\u3011")
"""Brackets, as around the mark of a footnote that is there twice: `Ada (*), Ben (*)`."""
_CLOSED = lazy_regex(rf"\*[{re.escape(''.join(_CLOSING))}]")
_NAMES = words_of("eq getattr getitem init iter main repr setattr setitem")
"""Python's own, which nobody writes in bold."""
_NEAR = 8
"""Characters beside a sign by which its place is found."""
_ITEM = lazy_regex(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[")
_CONTAINERS = frozenset({"blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"})


def lost_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed and footnotes still stand apart."""
    parser.core.ruler.after("inline", "lost", _rule)


def _rule(state: StateCore) -> None:
    if state.inlineMode:
        # a caption, whose page is searched as a whole
        return
    lines = state.src.split("\n")
    found = [*_nested(state)]
    found += _cells(state, lines) if "|" in state.src else ()
    found += _footnotes(state, lines) if "[^" in state.src else ()
    found += _definitions(state, lines) if "]:" in state.src else ()
    state.tokens += found
    for token in state.tokens:
        if token.type == "inline" and token.children and _may_be_stars(token.content):
            token.children += [*_stars(token.content, token.children)]
        if token.type == "inline" and token.children and "__" in token.content:
            token.children += [*_names(token.content, token.children)]


def _may_be_stars(text: str) -> bool:
    if "*" not in text:
        return False
    is_within = len(_NEAR_LETTERS.findall(text)) > 1 and len(_WITHIN.findall(text)) > 1
    return is_within or _CLOSED.search(text) is not None


def _stars(text: str, children: list[Token]) -> Iterator[Token]:
    """Find `*` within two words, as of `2*3 and 4*5`, or brackets, that were read as emphasis."""
    at = 0
    for index, token in enumerate(children):
        if token.type not in {"em_open", "strong_open"}:
            continue
        is_within = _is_within_word(children, index)
        if not is_within and not children[index + 1].content.startswith(_CLOSING):
            continue
        rest = range(index + 1, len(children))
        closes = (i for i in rest if children[i].level == token.level and children[i].nesting < 0)
        stop = next(closes, len(children))
        inner = children[index + 1 : stop]
        if is_within and _is_within_word(children, stop) and any(map(_has_blank, inner)):
            where = "words"
        elif not is_within and inner and inner[-1].content.endswith(_OPENING):
            where = "brackets"
        else:
            continue
        before = children[index - 1].content[-_NEAR:] if index else ""
        at = text.find(before + token.markup + inner[0].content[:_NEAR], at) + len(before)
        message = f"'{token.markup}' within two {where} is read as emphasis"
        hint = "write '" + r"\*" * len(token.markup) + f"' in both {where}, for the sign"
        yield make_inline_problem(max(at, 0), "text-lost", message, hint)


def _names(text: str, children: list[Token]) -> Iterator[Token]:
    """Find Python's names as `__init__`, which are read as bold words and lose their signs."""
    at = 0
    for opening, inner in itertools.pairwise(children):
        if opening.markup == "__" and opening.nesting == 1 and inner.content in _NAMES:
            name = f"__{inner.content}__"
            at = max(text.find(name, at), 0)
            hint = f"write '`{name}`'"
            yield make_inline_problem(at, "text-lost", f"'{name}' is read as a bold word", hint)


def _is_within_word(children: list[Token], index: int) -> bool:
    """Tell whether a letter stands right before a token, and one right behind it."""
    if not 0 < index < len(children) - 1:
        return False
    around = children[index - 1].content[-1:] + "*" + children[index + 1].content[:1]
    return _STAR.fullmatch(around) is not None


def _has_blank(token: Token) -> bool:
    return token.type in {"softbreak", "hardbreak"} or " " in token.content


def _nested(state: StateCore) -> Iterator[Token]:
    """Find where blocks are nested deeper than the parser follows."""
    deepest = state.md.options["maxNesting"] - 1
    for token in state.tokens if len(state.tokens) > deepest else ():
        if token.level >= deepest and token.type in _CONTAINERS:
            message = "lists and quotations are nested too deeply"
            yield _problem(token.map, 0, message, "take some of them apart")
            return


def _cells(state: StateCore, lines: list[str]) -> Iterator[Token]:
    """Find rows of tables that have more cells than the table's first."""
    for index, token in enumerate(state.tokens):
        if token.type == "tr_close" and state.tokens[index - 1].type == "td_close":
            cell = state.tokens[index - 2]
            rest = lines[cell.map[0] if cell.map else 0][cell.meta[END] :].strip()
            if rest.removeprefix("|"):
                message = "a row with more cells than its table's first row"
                column = cell.meta[END]
                yield _problem(cell.map, column, message, "write '\\|' for a '|' within a cell")


def _footnotes(state: StateCore, lines: list[str]) -> Iterator[Token]:
    """Find footnotes that no mark leads to, and those defined twice."""
    numbers = state.env.get("footnotes", {}).get("refs", {})
    seen = set()
    for token in state.tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        message = hint = ""
        if label in seen:
            message, hint = f"a second footnote '{label}'", "give it another label"
        elif numbers.get(f":{label}", -1) < 0:
            message = f"nothing leads to the footnote '{label}'"
            hint = f"write '[^{label}]' where it belongs, or take it away"
        if message:
            column = lines[token.map[0] if token.map else 0].find(f"[^{label}]")
            yield _problem(token.map, column, message, hint)
        seen.add(label)


def _definitions(state: StateCore, lines: list[str]) -> Iterator[Token]:
    """Find lines like `[Note]: important`, which define a link that nothing is.

    So does `- [Words]: https://…`, of which an empty item stays. Of two definitions of one link
    the second is passed over.
    """
    known, again = state.env.get("references", {}), state.env.get("duplicate_refs", ())
    doubtful = [one for one in (*known.values(), *again) if _is_doubtful(one, lines)]
    targets = set(_targets(state.tokens)) if doubtful else set()
    for one in doubtful:
        if one["href"] not in targets:
            href = unquote(one["href"])
            message = f"this defines a link to '{href}', and nothing is that link"
            hint = "write '[…](…)' for a link, or '\\[' for a bracket that is only a sign"
            yield _of_definition(one, lines, message, hint)
    for one in again:
        if one["href"] != known[one["label"]]["href"] and one not in doubtful:
            message = "a second definition of one link, which leads elsewhere"
            yield _of_definition(one, lines, message, "give it another label, or take it away")


def _is_doubtful(definition: dict[str, Any], lines: list[str]) -> bool:
    """Tell whether a definition was hardly meant as one."""
    line = lines[definition["map"][0]]
    href = unquote(definition["href"])
    return bool(_WORD.fullmatch(href)) or href.startswith("(") or bool(_ITEM.match(line))


def _of_definition(one: dict[str, Any], lines: list[str], message: str, hint: str) -> Token:
    return _problem(one["map"], lines[one["map"][0]].find("["), message, hint)


def _targets(tokens: Iterable[Token]) -> Iterator[str]:
    """List where links lead to, and what images show."""
    for token in tokens:
        if token.type in {"link_open", "image"}:
            yield str(token.attrGet("href") or token.attrGet("src"))
        yield from _targets(token.children or ())


def _problem(at: list[int] | None, column: int, message: str, hint: str) -> Token:
    return make_block_problem(at, column, "text-lost", message, hint)

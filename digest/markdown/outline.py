"""Where the blocks of a text stand, and the marks within them: for what takes a text apart.

Blocks have the lines of the text, marks the offsets in their block's own text. So each part can
be taken out as it was typed. Texts are plain CommonMark here, with tables, footnotes and math.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block.table import escapedSplit
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from digest.basics.lazyregex import lazy_regex
from digest.markdown.addresses import BARE, address_plugin
from digest.markdown.links import link_plugin
from digest.markdown.places import END, OFFSET
from digest.markdown.signs import ask_by_sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.parser_inline import RuleFuncInlineType
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

BlockKind = Literal[
    "heading", "paragraph", "list", "item", "quote", "table", "row", "footnote", "rule", "other"
]


class Block(msgspec.Struct, frozen=True):
    """A block of a text, with those within it."""

    kind: BlockKind
    first: int
    """The line on which it begins, from 0."""
    end: int
    """The line behind its last one."""
    text: str = ""
    """The Markdown of a heading or a paragraph, without what its lines begin with."""
    level: int = 0
    """Of a heading, 1 to 6."""
    label: str = ""
    """An item's mark as typed, as `1.`; a footnote's name."""
    indent: int = 0
    """Of an item: how many characters stand before its mark."""
    cells: tuple[str, ...] = ()
    """Of a row, their Markdown."""
    children: tuple[Block, ...] = ()
    """Of a list its items, of a table its rows, the headings first."""


class Definition(msgspec.Struct, frozen=True):
    """The address behind a link's label, as `[label]: https://…` says it."""

    label: str
    """As it is compared: white space and the size of letters make no difference."""
    address: str
    first: int
    end: int
    """Its lines, as of a block."""


class Outline(msgspec.Struct, frozen=True):
    """A text and its blocks."""

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    definitions: tuple[Definition, ...]

    def source(self, first: int, end: int) -> str:
        """Return lines as typed, without empty ones before and behind."""
        return "\n".join(self.lines[first:end]).strip("\n")

    @property
    def addresses(self) -> dict[str, str]:
        """The addresses behind labels."""
        return {one.label: one.address for one in reversed(self.definitions)}


MarkKind = Literal["link", "image", "strong", "emphasis", "code", "math"]


class Mark(msgspec.Struct, frozen=True):
    """Something in a block's text that is more than words."""

    kind: MarkKind
    start: int
    end: int
    """Offsets in the text, the signs of the mark within."""
    inner: tuple[int, int]
    """The offsets of what stands between its signs."""
    address: str = ""
    """Where a link leads, or where a picture is."""


def parse_outline(text: str) -> Outline:
    """Find the blocks of a Markdown text, whose line ends are LF."""
    parser, env = _parser(), {}  # type: tuple[MarkdownIt, dict[str, object]]
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    lines = tuple(text.split("\n"))
    blocks = _Builder(lines, tokens).build(0, len(tokens))
    return Outline(lines, blocks, tuple(_list_definitions(env)))


def name_label(label: str) -> str:
    """Return a link's label as `Definition` has it."""
    return str(normalizeReference(label))


@functools.lru_cache(maxsize=256)
def find_marks(text: str, addresses: tuple[tuple[str, str], ...] = ()) -> tuple[Mark, ...]:
    """Find the marks in a block's text, in their order; one that holds others comes first.

    `addresses` are those behind the labels of links.
    """
    parser = _parser()
    references = {label: {"href": address, "title": ""} for label, address in addresses}
    tokens = parser.inline.parse(text, parser, {"references": references}, [])
    return tuple(sorted(_list_marks(text, tokens), key=lambda mark: (mark.start, -mark.end)))


# --- blocks --------------------------------------------------------------------------------------

_KINDS: dict[str, BlockKind] = {
    "heading": "heading", "paragraph": "paragraph", "bullet_list": "list", "ordered_list": "list",
    "list_item": "item", "blockquote": "quote", "table": "table", "tr": "row",
    "footnote_reference": "footnote", "hr": "rule",
}  # fmt: skip
"""By the types of markdown-it's tokens, less how they begin or end. Others are `other`."""
_ITEM = lazy_regex(r"([ \t>]*)([-*+]|[0-9]{1,9}[.)])(?:[ \t]|$)")


class _Builder:
    """Makes blocks of block tokens."""

    def __init__(self, lines: Sequence[str], tokens: Sequence[Token]) -> None:
        self._lines = lines
        self._tokens = tokens

    def build(self, start: int, stop: int) -> tuple[Block, ...]:
        """Return the blocks that some of the tokens make."""
        blocks: list[Block] = []
        at = start
        while at < stop:
            token = self._tokens[at]
            close = self._find_close(at) if token.nesting > 0 else at
            name = token.type.removesuffix("_open")
            if name in {"thead", "tbody"}:
                blocks += self.build(at + 1, close)
            elif token.type != "inline":
                blocks.append(self._make(name, at, close))
            at = close + 1
        return tuple(blocks)

    def _find_close(self, at: int) -> int:
        depth = 0
        while True:
            depth += self._tokens[at].nesting
            if depth == 0:
                return at
            at += 1

    def _make(self, name: str, at: int, close: int) -> Block:
        token, kind = self._tokens[at], _KINDS.get(name, "other")
        within = self.build(at + 1, close) if kind not in {"heading", "paragraph", "row"} else ()
        # a footnote's own token does not know its lines
        first, end = (
            token.map or (within[0].first, within[-1].end) if within or token.map else (0, 0)
        )
        if name in {"bullet_list", "list_item", "ordered_list", "blockquote", "footnote_reference"}:
            # markdown-it counts the empty lines behind them
            end = max((one.end for one in within), default=min(first + 1, end))
        block = Block(kind, first, end, children=within)
        replace = msgspec.structs.replace
        match kind:
            case "heading":
                return replace(block, text=self._tokens[at + 1].content, level=int(token.tag[1]))
            case "paragraph":
                return replace(block, text=self._tokens[at + 1].content)
            case "item":
                mark = _ITEM.match(self._lines[first])
                indent = len(mark[1]) if mark else 0
                return replace(block, label=mark[2] if mark else token.markup, indent=indent)
            case "row":
                return replace(block, cells=split_row(self._lines[first]))
            case "footnote":
                return replace(block, label=str(token.meta["label"]))
            case _:
                return block


def split_row(line: str) -> tuple[str, ...]:
    r"""Return the cells of a row, also those that no column is left for. `\|` is a `|` in them."""
    cells = escapedSplit(line.strip())
    if cells and not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(cell.strip() for cell in cells)


def _list_definitions(env: Mapping[str, object]) -> Iterator[Definition]:
    known = cast("dict[str, dict[str, Any]]", env.get("references", {}))
    again = cast("list[dict[str, Any]]", env.get("duplicate_refs", []))
    for label, one in [*known.items(), *((one["label"], one) for one in again)]:
        yield Definition(label, one["href"], *one["map"])


# --- marks ---------------------------------------------------------------------------------------

_MARKS: dict[str, MarkKind] = {
    "link_open": "link", "image": "image", "strong_open": "strong", "em_open": "emphasis",
    "code_inline": "code", "math_inline": "math", "math_inline_double": "math",
}  # fmt: skip


def _list_marks(text: str, tokens: Sequence[Token]) -> Iterator[Mark]:
    opened: list[tuple[MarkKind, int, int]] = []
    for token in tokens:
        if token.type in {"em_close", "strong_close"}:
            kind, start, width = opened.pop()
            end = token.meta[OFFSET] + width
            yield Mark(kind, start, end, (start + width, end - width))
        elif token.type in {"em_open", "strong_open"}:
            width = len(token.markup)
            # of two signs that open, the second one is the token
            opened.append((_MARKS[token.type], token.meta[OFFSET] + 1 - width, width))
        elif token.type in _MARKS and OFFSET in token.meta:
            start, end = token.meta[OFFSET], token.meta[END]
            address = str(token.attrs.get("href", "") or token.attrs.get("src", ""))
            inner = _inner(text, token, start, end)
            yield Mark(_MARKS[token.type], start, end, inner, address)


def _inner(text: str, token: Token, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of what stands between the signs of a mark that is no emphasis."""
    if token.type not in {"link_open", "image"}:
        width = len(token.markup)
        return start + width, end - width
    if token.markup == BARE:
        return start, end
    if token.info == "auto":
        return start + 1, end - 1
    first = start + 1 + (token.type == "image")
    last = max(text.rfind("](", first, end), text.rfind("][", first, end))
    return first, last if last >= 0 else end - 1


# --- the parser ----------------------------------------------------------------------------------


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 30})
    parser.enable(["table", "strikethrough"])
    parser.disable(["html_block", "html_inline", "text"])
    footnote_plugin(parser, inline=False, move_to_end=False)
    # whether there is such a note is asked by others
    parser.inline.ruler.disable("footnote_ref")
    link_plugin(parser)
    address_plugin(parser)
    # addresses are wanted as typed
    parser.normalizeLink = str  # type: ignore[method-assign, assignment]
    dollarmath_plugin(parser, allow_labels=False)
    for name in ("backticks", "math_inline", "emphasis"):
        rule = next(one.fn for one in parser.inline.ruler.__rules__ if one.name == name)
        parser.inline.ruler.at(name, _noting_place(rule))
    ask_by_sign(parser)
    return parser


def _noting_place(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    """Return a rule whose tokens know where they stand; each sign of emphasis is one."""

    def noting(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        # text that was pending may have been added first
        made = state.tokens[before:][-(state.pos - start) :]
        signs = [token for token in made if token.content == state.src[start]]
        for index, token in enumerate(signs):
            token.meta[OFFSET] = start + index
        for token in made if not signs else ():
            token.meta |= {OFFSET: start, END: state.pos}
        return True

    return noting

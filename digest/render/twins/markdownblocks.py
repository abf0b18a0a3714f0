"""Blocks of Markdown, written again: CommonMark, with GitHub's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digest.basics import plain
from digest.basics.lazyregex import lazy_regex
from digest.render.twins.escaping import escape_beginning, escape_cell, fence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from digest.render.twins.markdownlines import LineWriter

_RULES = {"left": ":--", "right": "--:", "center": ":-:"}
_RULE_OF_ITEMS = lazy_regex(r"(?:- *){3,}|(?:\* *){3,}")
RULE = "___"
"""A line across; of other signs it would be an item of a list, or underline the line before it."""


class BlockWriter:
    """Writes the blocks of one page."""

    def __init__(self, lines: LineWriter) -> None:
        self._lines = lines
        self._writers: dict[type, Callable[[Any, int], list[str]]] = {
            plain.Paragraph: self._paragraph,
            plain.Heading: self._heading,
            plain.CodeBlock: self._code,
            plain.FormulaBlock: self._formula,
            plain.Quote: self._quote,
            plain.Details: self._details,
            plain.Terms: self._terms,
            plain.Table: self._table,
            plain.FigureBlock: self._figure,
            plain.Rule: self._rule,
            plain.Note: self._note,
        }

    def write(
        self, blocks: plain.Blocks, shift: int = 0, known: dict[int, list[str]] | None = None
    ) -> list[str]:
        """Return the lines of blocks; `shift` is added to the level of headings.

        `known` has the lines of those that are the same on every page, by their index; others
        that turn out to be so are added.
        """
        joined: list[str] = []
        was_other = False
        around: tuple[plain.Block | None, ...] = (None, *blocks)
        for index, (before, block) in enumerate(zip(around, blocks, strict=False)):
            if isinstance(block, plain.Items):
                # a list right behind another begins with another mark
                was_other = isinstance(before, plain.Items | plain.Terms) and not was_other
            else:
                was_other = isinstance(block, plain.Terms) and isinstance(before, plain.Items)
            lines = known.get(index) if known else None
            if lines is None:
                self._lines.is_of_page &= known is None
                lines = self._write_block(block, shift, is_other=was_other)
                if known is not None and not self._lines.is_of_page:
                    known[index] = lines
            if joined and lines and not _is_close(before, block):
                joined.append("")
            joined += lines
        return joined

    def _write_block(self, block: plain.Block, shift: int, *, is_other: bool) -> list[str]:
        if isinstance(block, plain.Items):
            return self._items(block, shift, is_other=is_other)
        return self._writers[type(block)](block, shift)

    def _paragraph(self, block: plain.Paragraph, _shift: int) -> list[str]:
        return paragraph(self._lines.write(block.inner))

    def _heading(self, block: plain.Heading, shift: int) -> list[str]:
        self._lines.is_of_page = True
        level = min(max(block.level, 2) + shift, 6)
        return [heading(level, self._lines.write_flat(block.inner))]

    def _code(self, block: plain.CodeBlock, _shift: int) -> list[str]:
        around = fence(block.text)
        text = block.text.removesuffix("\n").split("\n") if block.text else []
        return [around + block.language.replace("`", ""), *text, around]

    def _formula(self, block: plain.FormulaBlock, _shift: int) -> list[str]:
        return ["$$", *block.tex.split("\n"), "$$"]

    def _quote(self, block: plain.Quote, shift: int) -> list[str]:
        lines = self.write(block.blocks, shift)
        if block.alert:
            lines = [f"[!{block.alert.upper()}]", *lines]
        return [f"> {line}".rstrip() for line in lines or [""]]

    def _details(self, block: plain.Details, shift: int) -> list[str]:
        # HTML ends at an empty line, where Markdown begins again: CommonMark, "HTML blocks"
        summary = paragraph(self._lines.write(block.summary))
        title = ["<summary>", "", *summary, "", "</summary>"] if summary else []
        return ["<details>", *title, "", *self.write(block.blocks, shift), "", "</details>"]

    def _items(self, block: plain.Items, shift: int, *, is_other: bool) -> list[str]:
        items = [self.write(item, shift) for item in block.items]
        tight = (p.is_tight for item in block.items for p in item if isinstance(p, plain.Paragraph))
        space = [] if all(tight) else [""]
        if block.start < 0:
            made = _list(items, ["* " if is_other else "- "] * len(items), space)
            # an empty item in an item of two lists
            is_rule = any(_RULE_OF_ITEMS.fullmatch(line) for line in made)
            return _list(items, ["+ "] * len(items), space) if is_rule else made
        sign = ")" if is_other else "."
        return _list(items, [f"{block.start + n}{sign} " for n in range(len(items))], space)

    def _terms(self, block: plain.Terms, shift: int) -> list[str]:
        """Write a list of terms as a list, for CommonMark has no other."""
        made: list[str] = []
        for term in block.terms:
            if made:
                made.append("")
            if term.blocks:
                made += hang(self.write(term.blocks, shift), "  ")
            else:
                is_marked = any(isinstance(part, plain.Marked) for part in term.inner)
                inner = term.inner if is_marked else (plain.Marked("**", term.inner),)
                made += hang(paragraph(self._lines.write(inner)), "- ")
        return made

    def _table(self, block: plain.Table, _shift: int) -> list[str]:
        head, *rows = [[self._lines.write_flat(cell) for cell in row] for row in block.rows]
        return [_row(head), f"| {' | '.join(_RULES.get(one, '---') for one in block.align)} |"] + [
            _row(row) for row in rows
        ]

    def _figure(self, block: plain.FigureBlock, _shift: int) -> list[str]:
        image, caption = self._lines.write(block.image), self._lines.write(block.caption)
        return [*paragraph(image), *([""] if image and caption else ()), *paragraph(caption)]

    def _rule(self, _block: plain.Rule, _shift: int) -> list[str]:
        return [RULE]

    def _note(self, block: plain.Note, shift: int) -> list[str]:
        self._lines.is_of_page = True
        mark = f'<a id="{self._lines.use.prefix}fn-{block.letters}"></a>\\[{block.letters}\\]'
        lines = self.write(block.blocks, shift)
        if isinstance(block.blocks[0] if block.blocks else None, plain.Paragraph):
            return [f"{mark} {lines[0]}", *lines[1:]]
        return [mark, "", *lines]


def paragraph(text: str) -> list[str]:
    """Return a paragraph's lines; none of them is taken for anything else."""
    return [escape_beginning(line) for line in text.split("\n")] if text else []


def heading(level: int, text: str) -> str:
    """Return a heading; signs at its end stay, too (CommonMark, "ATX headings")."""
    closing = text.rstrip("#")
    if text.endswith("#") and not closing.endswith("\\"):
        text = f"{closing}\\{text[len(closing) :]}"
    return f"{'#' * level} {text}".rstrip()


def hang(lines: Sequence[str], mark: str) -> list[str]:
    """Return lines with a mark before the first, and the others set below it."""
    first, *rest = lines or [""]
    return [(mark + first).rstrip(), *indent(rest, " " * len(mark))]


def indent(lines: Iterable[str], space: str) -> list[str]:
    """Return lines set further in; empty ones stay empty."""
    return [space + line if line else "" for line in lines]


def _list(items: Sequence[Sequence[str]], marks: Sequence[str], space: list[str]) -> list[str]:
    made: list[str] = []
    for item, mark in zip(items, marks, strict=True):
        made += [*(space if made else ()), *hang(item, mark)]
    return made


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(escape_cell, cells))} |"


def _is_close(before: plain.Block | None, block: plain.Block) -> bool:
    """Tell whether a block of a tight list may stand right behind the one before it."""
    if not isinstance(before, plain.Paragraph) or not before.is_tight:
        return False
    # what may interrupt a paragraph (CommonMark, "Lists")
    return isinstance(block, plain.Items) and block.start in {-1, 1} and bool(block.items[0])

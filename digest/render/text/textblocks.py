"""Blocks of Markdown as lines of plain text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from digest.basics import plain
from digest.markdown.alerts import TITLES
from digest.render.pagecontext import formula_text
from digest.render.text.tables import write_table
from digest.render.text.wrapping import COLUMNS, columns, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from digest.render.text.textlines import LineWriter

_UNDERLINES = {1: "=", 2: "-", 3: "~"}
"""By the level of a heading. A deeper one stands by itself."""
_NARROWEST = 24
"""Columns that the text of a list within lists has at least."""
_INDENT = 4
"""Columns before code, formulas and definitions."""
_BULLET = "- "


class BlockWriter:
    """Writes the blocks of one page."""

    def __init__(self, lines: LineWriter, words: Mapping[str, str]) -> None:
        self._lines = lines
        self._figure_word = words.get("figure", "Figure")
        self._alerts = {name: words.get(f"alert_{name}", TITLES[name]) for name in TITLES}
        self._writers: dict[type, Callable[[Any, int, int], list[str]]] = {
            plain.Paragraph: self._paragraph,
            plain.Heading: self._heading,
            plain.CodeBlock: self._code,
            plain.FormulaBlock: self._formula,
            plain.Quote: self._quote,
            plain.Details: self._details,
            plain.Items: self._items,
            plain.Terms: self._terms,
            plain.Table: self._table,
            plain.FigureBlock: self._figure,
            plain.Rule: self._rule,
            plain.Note: self._note,
        }

    def write(self, blocks: plain.Blocks, width: int = COLUMNS, shift: int = 0) -> list[str]:
        """Return the lines of blocks; `shift` is added to the level of headings."""
        joined: list[str] = []
        for before, block in pairwise((None, *blocks)):
            is_next_note = isinstance(block, plain.Note) and isinstance(before, plain.Note)
            if joined and not is_next_note:
                joined.append("")
            joined += self._writers[type(block)](block, max(width, _NARROWEST), shift)
        return joined

    def _paragraph(self, block: plain.Paragraph, width: int, _shift: int) -> list[str]:
        return wrap(self._lines.write(block.inner), width)

    def _heading(self, block: plain.Heading, width: int, shift: int) -> list[str]:
        level = min(max(block.level, 2) + shift, 6)
        return underline(self._lines.write(block.inner), level, width)

    def _code(self, block: plain.CodeBlock, _width: int, _shift: int) -> list[str]:
        return indent(block.text.rstrip("\n").split("\n"), " " * _INDENT)

    def _formula(self, block: plain.FormulaBlock, _width: int, _shift: int) -> list[str]:
        return indent(formula_text(block.tex, display=True).split("\n"), " " * _INDENT)

    def _quote(self, block: plain.Quote, width: int, shift: int) -> list[str]:
        title = [f"*{self._alerts[block.alert]}*"] if block.alert else []
        return indent([*title, *self.write(block.blocks, width - 2, shift)], "> ")

    def _details(self, block: plain.Details, width: int, shift: int) -> list[str]:
        summary = self._lines.write(block.summary)
        lines = self.write(block.blocks, width - _INDENT, shift)
        return [*(wrap(summary, width) if summary else ()), *indent(lines, " " * _INDENT)]

    def _table(self, block: plain.Table, width: int, _shift: int) -> list[str]:
        rows = [[self._lines.write(cell) for cell in row] for row in block.rows]
        return write_table(rows, block.align, width)

    def _rule(self, _block: plain.Rule, _width: int, _shift: int) -> list[str]:
        return ["* * *"]

    def _note(self, block: plain.Note, width: int, shift: int) -> list[str]:
        mark = f"[{block.letters}] "
        return hang(self.write(block.blocks, width - len(mark), shift), mark)

    def _figure(self, block: plain.FigureBlock, width: int, _shift: int) -> list[str]:
        caption = self._lines.write(block.caption)
        pictures = [part for part in block.image if isinstance(part, plain.Picture)]
        if pictures:
            return wrap(self._lines.picture(self._figure_word, pictures[0], caption), width)
        return wrap(f"{self._lines.write(block.image)} {caption}", width)

    def _items(self, block: plain.Items, width: int, shift: int) -> list[str]:
        is_tight = all(
            one.is_tight for item in block.items for one in item if isinstance(one, plain.Paragraph)
        )
        last = block.start + len(block.items) - 1
        size = len(_BULLET) if block.start < 0 else len(f"{last}. ")
        made: list[str] = []
        for index, item in enumerate(block.items):
            mark = _BULLET if block.start < 0 else f"{block.start + index}. ".ljust(size)
            if made and not is_tight:
                made.append("")
            lines = self._close(item, width - size, shift) if is_tight else []
            made += hang(lines or self.write(item, width - size, shift) or [""], mark)
        return made

    def _close(self, item: plain.Blocks, width: int, shift: int) -> list[str]:
        """Write what stands in an item of a tight list, with no empty lines between its parts."""
        return [line for block in item for line in self.write((block,), width, shift)]

    def _terms(self, block: plain.Terms, width: int, shift: int) -> list[str]:
        made: list[str] = []
        for index, term in enumerate(block.terms):
            if term.blocks:
                made += indent(self.write(term.blocks, width - _INDENT, shift), " " * _INDENT)
                continue
            if index and block.terms[index - 1].blocks:
                made.append("")
            made += wrap(self._lines.write(term.inner), width)
        return made


def underline(text: str, level: int, width: int = COLUMNS) -> list[str]:
    """Return a heading's lines."""
    lines = wrap(text, width)
    sign = _UNDERLINES.get(level)
    return [*lines, sign * max(map(columns, lines))] if sign else lines


def indent(lines: Iterable[str], before: str) -> list[str]:
    """Return lines with the same before each of them."""
    return [(before + line).rstrip() for line in lines]


def hang(lines: Sequence[str], mark: str) -> list[str]:
    """Return lines with a mark before the first and its width before the others."""
    first, *rest = lines or [""]
    return [(mark + first).rstrip(), *indent(rest, " " * columns(mark))]

"""Entries in the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.bylines import read_date
from digest.importing.recognise.compose import compose_paragraph
from digest.importing.recognise.entries import PlacedEntry, make_entry
from digest.importing.recognise.entryfacts import EntryFacts
from digest.importing.recognise.firstwords import is_numbered, read_first_words
from digest.importing.recognise.linkrows import read_links
from digest.importing.recognise.paperaddresses import find_key
from digest.importing.recognise.titlewords import may_be_title
from digest.importing.recognise.words import (
    AUTHOR_FIELDS,
    BULLETS,
    DATE_FIELDS,
    LINK_FIELDS,
    NOTE_FIELDS,
    PAPER_LINKS,
    TITLE_FIELDS,
)
from digest.markdown.outline import Block, find_marks, split_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.importing.recognise.linkrows import Addresses

_BREAK = lazy_regex(r"\s*<br\s*/?>\s*", 2)
_BULLET = lazy_regex(rf"(?:\s*<br\s*/?>|\s{{2,}}|^|(?<=[.;:!?]))\s*[{BULLETS}]\s*", 2)
_FIGURE = lazy_regex(r"[\W\d_]*\d[\W\d_]*[a-zA-Z%]{0,2}\W*")
_YEAR = lazy_regex(r"(?:19|20)\d\d")
_NUMBERED = lazy_regex(r"[#\s*(]*\d{1,4}[.)\s*]*")


class _Row:
    """A row that is being read."""

    def __init__(self, block: Block, cells: Sequence[str], end: int) -> None:
        self.block = block
        self.cells = list(cells)
        self.end = end


def make_table(block: Block) -> Block:
    """Return a table; of a paragraph whose lines are rows, as one without its line of dashes is."""
    if block.kind == "table":
        return block
    lines = block.text.split("\n")
    if block.kind != "paragraph" or not all(line.lstrip().startswith("|") for line in lines):
        return msgspec.structs.replace(block, children=())
    rows = tuple(
        Block("row", block.first + at, block.first + at + 1, cells=split_row(line))
        for at, line in enumerate(lines)
    )
    if not _names_columns(rows[0].cells):
        rows = (Block("row", block.first, block.first), *rows)
    return msgspec.structs.replace(block, children=rows)


def _names_columns(cells: Sequence[str]) -> bool:
    """Tell whether each cell says what a column may be called."""
    return all(slugify(cell) in _COLUMNS for cell in cells)


def find_rows(table: Block, addresses: Addresses, known: frozenset[str]) -> list[PlacedEntry]:
    """Return the entries that a table has; none where it is no list of papers."""
    header, rows = _list_rows(table)
    if not rows or _is_of_figures(rows, addresses):
        return []
    names = [slugify(cell) for cell in header]
    read = [_read_row(row, names, header, addresses) for row in rows]
    with_paper = [facts for facts, _ in read if facts.may_have_paper]
    if len(with_paper) * 2 < len(read) or not any(facts.has_paper for facts in with_paper):
        return []
    found: list[PlacedEntry] = []
    # the names of the columns go with the first row
    dropped = [cell for cell in header if cell]
    for row, (facts, texts) in zip(rows, read, strict=True):
        if not (facts.title or facts.links):
            continue
        text = "\n\n".join(filter(None, (_make_text(text, known) for text in texts)))
        for words in dropped:
            facts.drop(words)
        made = make_entry(facts, text, row.block.first, row.end)
        found.append(made)
        dropped = []
    if found:
        found[0] = msgspec.structs.replace(found[0], first=table.first)
    return found


def _list_rows(table: Block) -> tuple[list[str], list[_Row]]:
    """Return the names of the columns, and the rows, each with as many cells as these."""
    if not table.children:
        return [], []
    head, *body = table.children
    width = max(len(head.cells), 1)
    rows: list[_Row] = []
    for block in body:
        cells = list(block.cells)
        if rows and len(rows[-1].cells) < width and len(cells) < width:
            # a row that was broken
            rows[-1].cells[-1:] = [" ".join([*rows[-1].cells[-1:], *cells[:1]]), *cells[1:]]
            rows[-1].end = block.end
            continue
        if len(cells) > width > 1:
            # a sign within a cell that parts cells
            spare = len(cells) - width + 1
            cells = ["|".join(cells[:spare]), *cells[spare:]]
        rows.append(_Row(block, cells, block.end))
    header = [cell.strip("*_ ") for cell in head.cells]
    if _has_links(head.cells):
        # the first paper stands where the names should
        rows.insert(0, _Row(head, head.cells, body[0].first if body else head.end))
        header = []
    return header, rows


def _has_links(cells: Sequence[str]) -> bool:
    return any(mark.kind == "link" for cell in cells for mark in find_marks(cell))


def _is_of_figures(rows: Sequence[_Row], addresses: Addresses) -> bool:
    """Tell whether a table compares by numbers: results, not papers."""
    cells = [cell for row in rows for cell in row.cells[1:] if cell.strip()]
    figures = [
        cell
        for cell in cells
        if _FIGURE.fullmatch(cell)
        and not _YEAR.fullmatch(cell.strip())
        and not read_date(cell)
        and not find_marks(cell, addresses)
        and not find_key(cell)
    ]
    return len(figures) * 3 >= len(cells) > 0


def _read_row(
    row: _Row, names: Sequence[str], header: Sequence[str], addresses: Addresses
) -> tuple[EntryFacts, list[str]]:
    """Read a row: what it says of its paper, and the texts that are left."""
    facts, texts = EntryFacts(), []
    for index, cell in enumerate(row.cells):
        if not cell.strip():
            continue
        name = names[index] if index < len(names) else ""
        typed = header[index] if index < len(header) else ""
        if _take_cell(cell, name, facts, addresses):
            continue
        if not facts.title and not _NUMBERED.fullmatch(cell):
            opening, rest = read_first_words(cell, addresses)
            facts.add(opening)
            texts.append(rest if opening.title or opening.links else _only_rest(facts, rest))
        elif _NUMBERED.fullmatch(cell) and not facts.title:
            facts.drop(cell)
        else:
            texts.append(cell if name in _TEXT_COLUMNS else f"{typed}: {cell}")
    return facts, texts


def _only_rest(facts: EntryFacts, rest: str) -> str:
    """Return the text of a first cell without marks: a short one is the title."""
    if not facts.title and "<br" not in rest and len(rest) <= _LONGEST_TITLE and _is_title(rest):
        facts.title = rest.strip()
        return ""
    return rest


_LONGEST_TITLE = 200


def _is_title(text: str) -> bool:
    return not text.rstrip().endswith(".") and "; " not in text


def _take_cell(cell: str, name: str, facts: EntryFacts, addresses: Addresses) -> bool:
    """Take a cell that says one thing of the paper, by the name of its column."""
    row = read_links(cell, addresses)
    if row.links and (row.end == len(cell) or name in _LINK_COLUMNS):
        if name in LINK_FIELDS and name not in _LINK_COLUMNS:
            # "here" below "Code" is the code
            facts.links += [(_column_link(called, name), address) for called, address in row.links]
            facts.dropped += (*row.dropped, *(called for called, _ in row.links))
        else:
            facts.take_links(row)
        facts.drop(cell[row.end :].strip("|_* "))
        return True
    plain = cell.strip()
    if not slugify(plain):
        # a dash where there is nothing
        return True
    if name in PAPER_LINKS and find_key(plain):
        facts.add_link(name, plain)
    elif name in AUTHOR_FIELDS and not facts.byline:
        facts.byline = plain
    elif name in DATE_FIELDS and (date := read_date(plain)):
        facts.take_date(date)
        facts.drop(plain.replace(date, "", 1))
    elif name in NOTE_FIELDS:
        facts.add_note(plain)
    elif _names_title(plain, name) and not facts.title and not find_marks(cell, addresses):
        facts.title = plain
    else:
        return False
    return True


_LINK_COLUMNS = frozenset(
    {"link", "links", "url", "urls", "resources", "materials", "paper", "papers"}
)
_TEXT_COLUMNS = frozenset({"", "description", "summary", "notes", "comment", "abstract", "tl-dr"})
_COLUMNS = (
    _LINK_COLUMNS
    | _TEXT_COLUMNS
    | TITLE_FIELDS
    | AUTHOR_FIELDS
    | DATE_FIELDS
    | NOTE_FIELDS
    | LINK_FIELDS
)


def _names_title(cell: str, column: str) -> bool:
    """Tell whether a cell is a title: one below "Paper" may have a number and a text as well."""
    is_paper = column in {"paper", "papers"} and "  " not in cell and not is_numbered(cell)
    return column in TITLE_FIELDS or (is_paper and _is_title(cell) and may_be_title(cell))


def _column_link(called: str, column: str) -> str:
    generic = slugify(called) in _GENERIC or slugify(called) == column
    return column if generic or column in PAPER_LINKS else called


_GENERIC = frozenset({"link", "here", "url", "yes", "paper", "", "x"})


def _make_text(text: str, known: frozenset[str]) -> str:
    """Return what a cell says, with its lists as lists and its breaks as paragraphs."""
    first, *items = _BULLET.split(text)
    listed = "\n".join(
        "- " + "\n  ".join(filter(None, _BREAK.split(item.strip())))
        for item in items
        if item.strip()
    )
    if first.strip() == "" and len(items) == 1:
        return compose_paragraph(items[0].strip(), known)
    paragraphs = [compose_paragraph(part, known) for part in _BREAK.split(first.strip()) if part]
    return "\n\n".join(filter(None, [*paragraphs, listed]))

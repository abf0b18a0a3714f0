"""Papers of a table: CSV as Zotero, Mendeley and spreadsheets write it, or a line a paper.

Columns may stand in any order, and have the names that people give them. A table without names for
its columns has ids or addresses.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.importing.lists.paperlist import ListedPaper, ListFault, PaperList, find_id, find_url
from digest.importing.papers.typed import read_byline, read_paper_date, read_typed_title
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.names.reading import read_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digest.basics.works import Name

_COLUMNS: Final = {
    "doi": "id", "digital object identifier": "id", "arxiv": "id", "arxiv id": "id",
    "arxivid": "id", "eprint": "id", "id": "id", "identifier": "id", "paper id": "id",
    "url": "url", "urls": "url", "link": "url", "links": "url", "paper": "url", "paper url": "url",
    "paper link": "url", "pdf": "url", "pdf url": "url", "address": "url", "source": "url",
    "title": "title", "paper title": "title", "name": "title", "paper name": "title",
    "document title": "title", "article title": "title",
    "author": "authors", "authors": "authors", "creator": "authors", "creators": "authors",
    "author full names": "authors", "by": "authors",
    "date": "date", "published": "date", "publication date": "date", "date published": "date",
    "year": "year", "publication year": "year",
    "extra": "note", "note": "note", "notes": "note", "archive location": "note",
    "archive": "note", "arxiv number": "note", "number": "note", "report number": "note",
    "description": "text", "summary": "text", "comment": "text", "comments": "text", "tldr": "text",
}  # fmt: skip
"""From the names of columns, in small letters, to what they hold."""
_BETWEEN = lazy_regex(r"[_-]|(?<=[a-z])(?=[A-Z])(?<!\b[Aa]r(?=Xiv))")
_DELIMITERS = ",;\t|"


def is_table(beginning: str) -> bool:
    """Tell whether a text begins with the names of columns of papers, or with an id a line."""
    first = beginning.lstrip("\ufeff\n").partition("\n")[0]
    names = _column_names(first, _find_delimiter(first))
    if len({*names} - {"note", "date", "year", "text"}) > 1:
        return True
    lines = [line.strip() for line in beginning.split("\n")[:-1] if line.strip()]
    ids = [isinstance(parse_identifier(line), Identifier) for line in lines[:20]]
    return bool(ids) and all(ids)


def read_table(text: str) -> PaperList:
    """Read the papers of a table, a row each."""
    text = text.lstrip("\ufeff")
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = _find_delimiter(first)
    columns = _column_names(first, delimiter)
    called = next(csv.reader([first], delimiter=delimiter), [])
    not_taken: dict[str, None] = {}
    rows = _read_rows(text, delimiter)
    papers, faults = [], []
    is_named = any(columns)
    for line, row in rows:
        if isinstance(row, str):
            faults.append(ListFault(line, row))
            continue
        if is_named:
            # the row of the names
            is_named = False
            continue
        if not any(cell.strip() for cell in row):
            continue
        paper = _read_bare(line, row)
        if any(columns):
            links, others = _read_others(row, columns, called)
            paper = msgspec.structs.replace(_read_row(line, row, columns), links=links)
            not_taken |= dict.fromkeys(others)
        if paper.is_nothing:
            shown = shorten(delimiter.join(row))
            message = f"'{shown}' has neither an id, an address nor a title"
            faults.append(ListFault(line, message))
        else:
            papers.append(paper)
    return PaperList(tuple(papers), tuple(faults), tuple(not_taken))


def _find_delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _column_names(line: str, delimiter: str) -> list[str]:
    """Return what the columns hold; empty for each that is not known."""
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [_COLUMNS.get(_plain_name(cell), "") for cell in cells]


def _plain_name(cell: str) -> str:
    """Return a column's name in small letters, as `paper url` of `PaperURL` and `paper_url`."""
    return " ".join(_BETWEEN.sub(" ", cell).split()).lower()


def _read_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield rows, or what is wrong with one, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"the row cannot be read: {error}"
            line = reader.line_num + 1
            continue
        yield line, row
        line = reader.line_num + 1


def _read_row(line: int, row: Sequence[str], columns: Sequence[str]) -> ListedPaper:
    cells: dict[str, list[str]] = {}
    for name, cell in zip(columns, row, strict=False):
        if name and cell.strip():
            cells.setdefault(name, []).append(cell.strip())
    dates = (read_paper_date(one) for one in (*cells.get("date", ()), *cells.get("year", ())))
    urls = cells.get("url", [])
    return ListedPaper(
        line,
        find_id((*cells.get("id", ()), *urls), (*cells.get("note", ()), *cells.get("id", ()))),
        find_url(urls),
        read_typed_title(cells["title"][0]) if "title" in cells else "",
        _read_authors(cells),
        next(filter(None, dates), ()),
        text="\n\n".join(cells.get("text", ())),
    )


def _read_others(
    row: Sequence[str], columns: Sequence[str], called: Sequence[str]
) -> tuple[tuple[tuple[str, str], ...], list[str]]:
    """Read the cells of columns that are not known: addresses, and the names of the others."""
    links, others = [], []
    for column, name, cell in zip(columns, called, row, strict=False):
        if column or not cell.strip():
            continue
        if find_url([cell.strip()]):
            words = _plain_name(name).removesuffix("url").removesuffix("link").strip()
            links.append((words or "link", cell.strip()))
        else:
            others.append(name)
    return tuple(links), others


def _read_authors(cells: Mapping[str, Sequence[str]]) -> tuple[Name, ...]:
    text = next(iter(cells.get("authors", ())), "")
    return read_names([text]) if ";" in text else read_byline(text)


def _read_bare(line: int, row: Sequence[str]) -> ListedPaper:
    cells = [cell.strip() for cell in row]
    found = find_id(cells)
    url = "" if found else find_url(cells)
    rest = [cell for cell in cells if cell and cell != url and not _is_id(cell)]
    title = read_typed_title(max(rest, key=len)) if rest and (found or url) else ""
    return ListedPaper(line, found, url, title)


def _is_id(cell: str) -> bool:
    return isinstance(parse_identifier(cell), Identifier)

"""Papers of a RIS file, as reference managers and publishers export them.

The form is that of the Research Information Systems format: a tag of two signs, two blanks, a
hyphen and the value; `TY` begins a record and `ER` ends it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digest.basics.lazyregex import lazy_regex
from digest.importing.lists.paperlist import ListedPaper, ListFault, PaperList, find_id, find_url
from digest.importing.papers.typed import read_paper_date
from digest.records.names.reading import read_names
from digest.records.richtitles import read_title

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGIN = lazy_regex(r"^[ \t]*TY  ?-", re.MULTILINE)
_PARTS = frozenset({"CHAP", "CONF", "CPAPER", "DICT", "ECHAP", "ENCYC"})
_TAG = lazy_regex(r"[ \t]*([A-Z][A-Z0-9])[ \t]{1,2}-[ \t]?(.*)")


def is_ris(beginning: str) -> bool:
    """Tell whether a text begins as a RIS file does."""
    return bool(_BEGIN.search(beginning))


def read_ris(text: str) -> PaperList:
    """Read the papers of a RIS file; each record by itself, so that a broken one harms no other."""
    papers, faults = [], []
    for line, record in _split_records(text):
        found = _read_record(line, record)
        if found.is_nothing:
            faults.append(ListFault(line, "a record has neither an id, an address nor a title"))
        else:
            papers.append(found)
    return PaperList(tuple(papers), tuple(faults))


def _split_records(text: str) -> Iterator[tuple[int, str]]:
    """Yield the records in the strict form, each with the line on which it begins."""
    began = 0
    lines: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        tag = _TAG.match(line)
        if tag and tag[1] == "TY":
            if lines:
                yield began, "\n".join((*lines, "ER  - "))
            began, lines = number, [f"TY  - {tag[2]}"]
        elif tag and tag[1] == "ER":
            if lines:
                yield began, "\n".join((*lines, "ER  - "))
            lines = []
        elif lines:
            lines.append(f"{tag[1]}  - {tag[2]}" if tag else line)
    if lines:
        yield began, "\n".join((*lines, "ER  - "))


def _read_record(line: int, record: str) -> ListedPaper:
    import rispy  # noqa: PLC0415 -- only where there is a RIS file

    found = rispy.loads(record)
    if not found:
        return ListedPaper(line)
    fields: dict[str, Any] = found[0]
    urls = [*_texts(fields, "urls"), *_texts(fields, "url"), *_texts(fields, "file_attachments1")]
    # of what is in a book, those are the book's editors
    editors = () if fields.get("type_of_reference") in _PARTS else ("secondary_authors",)
    names = ("authors", "first_authors", *editors)
    authors = next(filter(None, (_texts(fields, name) for name in names)), [])
    titles = ("primary_title", "title", "translated_title", "short_title")
    dates = ("date", "publication_year", "year")
    return ListedPaper(
        line,
        find_id(
            (*_texts(fields, "doi"), *urls, *_texts(fields, "accession_number")),
            (*_texts(fields, "notes"), *_texts(fields, "notes_abstract"), *_customs(fields)),
        ),
        find_url(urls),
        read_title(next(filter(None, (" ".join(_texts(fields, name)) for name in titles)), "")),
        read_names(authors),
        next(
            filter(
                None,
                (
                    read_paper_date(one.rstrip("/"))
                    for name in dates
                    for one in _texts(fields, name)
                ),
            ),
            (),
        ),
    )


def _customs(fields: dict[str, Any]) -> list[str]:
    return [text for name in fields if name.startswith("custom") for text in _texts(fields, name)]


def _texts(fields: dict[str, Any], name: str) -> list[str]:
    value = fields.get(name)
    values = value if isinstance(value, list) else [value]
    return [one.strip() for one in values if isinstance(one, str) and one.strip()]

"""The record of a work: one file of CSL-JSON below content/papers.

Written by `digest fetch` and `digest add`, and kept under version control, so the form is fixed:
UTF-8, two spaces of indent, keys always in the same order, empty fields left out, one newline at
the end.

`id`
    The work's key, `arxiv:2202.06991` or `doi:10.…`; the file is named after it. In a record
    of another program's making it may be missing, or a key of that program's own.
`type`
    A CSL type. `article`, CSL's word for a preprint, for all that comes from arXiv.
`title`
    Rich text, CSL's own: Unicode on one line with the tags `<i>`, `<b>`, `<sup>`, `<sub>` and
    `<span style="font-variant:small-caps;">`, and math as `$…$` (see `digest.basics.richtext`). So
    are `container-title`, `container-title-short` and `collection-title`. What other programs write
    there, HTML with its entities, JATS and MathML, is read as well, and so is what stood in records
    before styles did: Unicode's raised and lowered signs, or math.
`author`, `editor`
    Names split into `family`, `given` and `suffix`, and in `literal` the name as the source had
    it, in reading order; a body has a `literal` alone. "et al." is a last name `others`.
`issued`
    `date-parts`. For arXiv the day of version 1.
`director`, `collection-editor`, `container-author`, `translator`
    As `editor`. No service gives them, nor `note`.
`container-title` to `event-place`, `ISBN`, `ISSN`
    As CSL has them, from the DOI service; several numbers with commas between. The `publisher` of
    an arXiv paper is `arXiv`.
`status`
    `retracted` or `withdrawn` where a notice or the title takes the work back; `partly retracted`
    where a notice takes back a part of it.
`DOI`
    From the DOI service; for arXiv the one that arXiv registered, `10.48550/arXiv.…`.
`URL`
    Where readers are led: the abstract page, or doi.org.
`accessed`, `original-date`
    `date-parts`: when a page that changes was looked at, when what is translated came out first.
    No service gives them.
`abstract`
    Rich text, an empty line between paragraphs; left out under `abstracts: false`.
`custom`
    `arxiv` holds what only arXiv's feed says: see `digest.basics.works.ArxivFacts`.

The record of an arXiv paper is of the preprint; the publisher's DOI is in `custom.arxiv.doi`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Checked, Diagnostic
from digest.basics.text import one_line
from digest.basics.typos import surely_meant, typos_among
from digest.records.csl import parse_item
from digest.records.cslitems import FIELDS, make_item
from digest.records.csltypes import CSL_TYPES
from digest.records.identifiers import Identifier, is_id_key, parse_identifier
from digest.records.store import FOLDER, record_key, record_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.works import Work

_CROSSREFS = frozenset({"accepted", "published"})
"""Names of Crossref's that are near to CSL's."""
_HINT = "undo the edit, or delete the file and run 'digest fetch'"


def format_record(work: Work) -> bytes:
    """Return the file that holds a work's record.

    `parse_record` reads the same work out of it.
    """
    return msgspec.json.format(msgspec.json.encode(make_item(work)), indent=2) + b"\n"


def parse_record(data: bytes, path: str) -> Checked[Work]:
    """Read a record; `path` is its place from the site's root.

    Whatever is wrong with it is `paper-record-broken`. There is a work even so, with the key for
    a title if need be, so that its citations are not called unfetched as well; only a file that
    bears no work's name has none.
    """
    name = path.removeprefix(FOLDER)
    read = _parse_json(data, path)
    item = read.value if isinstance(read.value, dict) else {}
    key = record_key(name) or _key_of_item(item, name)
    if key is None:
        message = "the file's name is not the id of a work"
        hint = "move it out of content/papers; 'digest fetch' names records itself"
        return Checked(None, (_broken(path, message, hint),))
    if read.diagnostics:
        return Checked(parse_item({}, key).work, read.diagnostics)
    if not isinstance(read.value, dict):
        message = "a record is one JSON object, {…}"
        return Checked(parse_item({}, key).work, (_broken(path, message),))
    checked = parse_item(item, key)
    problems = [*_check_id(item, key), *checked.problems]
    found = (*(_broken(path, problem) for problem in problems), *_check_words(item, path))
    return Checked(checked.work, found)


def _check_id(item: dict[str, object], key: str) -> list[str]:
    """Report an id that is not this work's; one of another program's making says nothing."""
    named = item.get("id")
    if not isinstance(named, str):
        return []
    found = parse_identifier(named)
    is_ours = isinstance(found, Identifier) or is_id_key(named)
    if is_ours and not (isinstance(found, Identifier) and found.key == key):
        return [f"'id' is '{one_line(named)}', but the file's name says '{key}'"]
    return []


def _check_words(item: dict[str, object], path: str) -> Iterator[Diagnostic]:
    """Report what is surely a typo: a type, and fields in place of others that are missing."""
    kind = item.get("type")
    if isinstance(kind, str) and kind.lower() not in CSL_TYPES:
        meant = surely_meant(kind, CSL_TYPES)
        if meant:
            yield _broken(path, f"there is no type '{kind}'", f"did you mean '{meant}'?")
    others = item.keys() - FIELDS - _CROSSREFS
    for name, meant in typos_among(sorted(others), FIELDS - item.keys()).items():
        yield _broken(path, f"there is no field '{name}'", f"did you mean '{meant}'?")


def _key_of_item(item: dict[str, object], name: str) -> str | None:
    """Return the key that a record gives itself, where the file's name was cut."""
    named = item.get("id")
    found = parse_identifier(named) if isinstance(named, str) else None
    if isinstance(found, Identifier) and record_name(found.key) == name:
        return found.key
    return None


def _parse_json(data: bytes, path: str) -> Checked[object]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Checked(None, (_broken_at(path, data, error.start, "this is not UTF-8"),))
    try:
        return Checked(msgspec.json.decode(text))
    except RecursionError:
        return Checked(None, (_broken(path, "brackets are nested too deep"),))
    except msgspec.DecodeError as error:
        data = text.encode()
        where = re.search(r"byte ([0-9]+)", str(error))
        offset = int(where[1]) if where else len(data)
        reason = "it ends too early" if "truncated" in str(error) else "it cannot be read from here"
        return Checked(None, (_broken_at(path, data, offset, f"this is not JSON: {reason}"),))


def _broken(path: str, message: str, hint: str = _HINT) -> Diagnostic:
    return Diagnostic(path, 1, 1, "paper-record-broken", message, hint)


def _broken_at(path: str, data: bytes, offset: int, message: str) -> Diagnostic:
    before = data[:offset].decode("utf-8-sig", errors="replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Diagnostic(path, line, column, "paper-record-broken", message, _HINT)

"""What editors' own lists say of which papers others look at: feeds, and lists in JSON.

In a feed each item that leads to a paper counts. A list in JSON has objects with a paper's id or
address and a number, as `{"id": "2506.12345", "upvotes": 12}`; they may be one in another.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from contextlib import suppress
from html import unescape
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.candidates.sources.feedxml import parse_items
from digest.candidates.sources.texts import find_id
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.jsonanswers import decode_json
from digest.records.politeclient import WrongQuestionError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = lazy_regex(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_MOST_LINKS: Final = 100
"""Addresses of one item's text that are looked at."""
_NUMBERS = ("upvotes", "score", "votes", "points", "likes", "stars", "count")
"""What the number is usually called."""
_IDS = ("id", "arxiv_id", "arxivid", "arxiv", "paper_id", "paperid", "doi", "url", "link", "href")
"""What an id or an address is usually called, in small letters; the surest first."""
_DEEPEST: Final = 6
"""How many lists and objects may be one in another."""


class Counted(msgspec.Struct, frozen=True):
    """What one list says."""

    numbers: dict[str, float] = {}
    """By the key of a work, `arxiv:…` or `doi:…`."""


def read_attention(data: bytes, field: str = "") -> Counted:
    """Read a list in either form; `field` is what the number is called in JSON.

    Raises Fault, and WrongQuestionError where a list in JSON has no paper with such a number.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.lstrip()[:1] in {b"[", b"{"}:
        return _read_json(data, field)
    feed = parse_items(data, "list")
    numbers: Counter[str] = Counter()
    for item in feed.items:
        inner = _ADDRESS.findall(unescape(item.text))[:_MOST_LINKS]
        found = (find_id([one]) for one in (*item.links, *inner))
        numbers.update({one.key for one in found if one})
    return Counted({key: float(number) for key, number in numbers.items()})


def _read_json(data: bytes, field: str) -> Counted:
    answer = decode_json(data)
    wanted = (field.casefold(),) if field else _NUMBERS
    numbers: dict[str, float] = {}
    for key, number in _list_counted(answer, wanted, 0):
        numbers[key] = max(number, numbers.get(key, number))
    if not numbers and answer not in ([], {}):
        what = f"a number '{field}'" if field else "a number, as 'upvotes'"
        why = f"it has no object with the id of a paper and {what}"
        raise WrongQuestionError(why, "say what the number is called in 'field' under 'attention:'")
    return Counted(numbers)


def _list_counted(
    value: object, wanted: tuple[str, ...], depth: int
) -> Iterator[tuple[str, float]]:
    """List the papers with their numbers: each is of the innermost object that has both."""
    if depth > _DEEPEST:
        return
    inner = [*value.values()] if isinstance(value, dict) else value
    if isinstance(inner, list):
        found = [one for each in inner for one in _list_counted(each, wanted, depth + 1)]
        yield from found
        if isinstance(value, dict) and not found:
            fields = _flatten(value)
            id_, number = _find_id(fields), _find_number(fields, wanted)
            if id_ and number is not None:
                yield id_, number


def _flatten(row: dict[str, Any]) -> dict[str, object]:
    """Return an object's fields, and those of the objects in it, by their names in small letters.

    One of an inner object is also there under a name as `paper.upvotes`.
    """
    fields: dict[str, object] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            for inner, deep in value.items():
                fields[f"{name}.{inner}".casefold()] = deep
                fields.setdefault(inner.casefold(), deep)
    return fields | {name.casefold(): value for name, value in row.items()}


def _find_id(fields: dict[str, object]) -> str:
    for name in _IDS:
        value = fields.get(name)
        found = parse_identifier(value) if isinstance(value, str) and value else None
        if isinstance(found, Identifier):
            return found.key
    return ""


def _find_number(fields: dict[str, object], wanted: tuple[str, ...]) -> float | None:
    for name in wanted:
        value = fields.get(name)
        if isinstance(value, int | float | str) and not isinstance(value, bool):
            with suppress(ValueError, OverflowError):
                number = float(value)
                if isfinite(number):
                    return number
    return None

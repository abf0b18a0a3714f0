"""Candidates as lines of JSON, one object a line, as others hand them over.

The fields are those of `Candidate`. Only `id` must be there, in any form in which people paste
it; `attention` is an object of names and numbers. Other fields are let be.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.candidates.sources.texts import read_day
from digest.records.identifiers import Malformed, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable


class CandidateList(msgspec.Struct, frozen=True):
    """What was read of lines of JSON."""

    candidates: tuple[Candidate, ...] = ()
    """In the order of their lines."""
    problems: tuple[str, ...] = ()
    """What is wrong with each line that was left out, with its number."""


class _FaultyLineError(Exception):
    """A line is no candidate; the message says why."""


def parse_candidates(lines: Iterable[bytes]) -> CandidateList:
    """Read candidates; a line that is none is told of and left out, an empty one left out."""
    candidates, problems = [], []
    for number, line in enumerate(lines, 1):
        data = line.removeprefix(b"\xef\xbb\xbf").strip()
        if not data:
            continue
        try:
            candidates.append(_parse_line(data))
        except _FaultyLineError as error:
            problems.append(f"line {number}: {error}")
    return CandidateList(tuple(candidates), tuple(problems))


def _parse_line(data: bytes) -> Candidate:
    row = _decode(data)
    typed = _read_text(row, "id")
    key, url = _read_id(typed)
    return Candidate(
        key,
        _read_text(row, "title"),
        _read_text(row, "abstract"),
        _read_texts(row, "authors"),
        _read_texts(row, "categories"),
        _read_day(row, "listed"),
        _read_text(row, "url") or url,
        _read_text(row, "license"),
        _read_text(row, "source"),
        _read_numbers(row, "attention"),
        "" if typed == key else typed,
        _read_texts(row, "versions"),
    )


def _decode(data: bytes) -> dict[str, object]:
    try:
        row = msgspec.json.decode(data.decode())
    except (UnicodeDecodeError, RecursionError, msgspec.DecodeError) as error:
        is_coding = isinstance(error, UnicodeDecodeError)
        raise _FaultyLineError("it is not UTF-8" if is_coding else "it is not JSON") from error
    if not isinstance(row, dict):
        raise _FaultyLineError('it is not a JSON object, as {"id": "2506.12345"}')
    return row


def _read_id(typed: str) -> tuple[str, str]:
    """Return the key of the work that is named, and the address of its page."""
    if not typed:
        raise _FaultyLineError("'id' is missing")
    found = parse_identifier(typed)
    if not isinstance(found, Malformed):
        return found.key, found.url
    if not found.page:
        raise _FaultyLineError(f"'id': {found.message}")
    return found.page, found.page


def _read_text(row: dict[str, object], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _FaultyLineError(f"'{name}' is not a text")
    return one_line(value)


def _read_texts(row: dict[str, object], name: str) -> tuple[str, ...]:
    value = row.get(name)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _FaultyLineError(f"'{name}' is not a list of texts")
    return tuple(filter(None, map(one_line, value)))


def _read_day(row: dict[str, object], name: str) -> str:
    text = _read_text(row, name)
    day = read_day(text)
    if text and not day:
        raise _FaultyLineError(f"'{name}' is not a date as 2025-06-19")
    return day


def _read_numbers(row: dict[str, object], name: str) -> tuple[tuple[str, float], ...]:
    value = row.get(name)
    if value is None:
        return ()
    are_numbers = isinstance(value, dict) and all(
        isinstance(one, int | float)
        and not isinstance(one, bool)
        and abs(one) <= sys.float_info.max
        for one in value.values()
    )
    if not isinstance(value, dict) or not are_numbers:
        raise _FaultyLineError(f"'{name}' is not an object of numbers")
    return tuple((one_line(key), number) for key, number in value.items())

"""Answers in JSON, of which nothing is believed before it was looked at."""

from __future__ import annotations

import codecs
from typing import Any

import msgspec

from digest.records.service import Fault


def decode_json(data: bytes) -> Any:  # noqa: ANN401 -- whatever JSON has
    """Return an answer that must be JSON. Raises Fault."""
    # RFC 8259, section 8.1: a mark of the order of bytes may be passed over
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        is_page = data.lstrip()[:1] == b"<"
        is_begun = data.lstrip()[:1] in {b"{", b"["}
        what = "an HTML page" if is_page else "JSON that breaks off" if is_begun else "no JSON"
        raise Fault(f"answered with {what} in place of a list") from error


def decode_answer(data: bytes) -> dict[str, Any]:
    """Return an answer that must be a JSON object. Raises Fault."""
    answer = decode_json(data)
    if not isinstance(answer, dict):
        raise Fault("answered with something that is no list of works")
    return answer


def read_text(row: dict[str, Any], name: str) -> str:
    """Return a field that must be a text or a number; empty where it is neither."""
    value = row.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    is_text = isinstance(value, str | int) and not isinstance(value, bool)
    return str(value).strip() if is_text else ""

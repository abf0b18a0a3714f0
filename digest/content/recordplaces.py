"""Where what a work has stands in the file of its record, whoever has written that."""

from __future__ import annotations

import json

from digest.basics.diagnostics import Place


def place_in_record(data: bytes, path: str, field: str, text: str = "") -> Place:
    """Return where a text of a field stands in a record's file, or else where the field does."""
    name = f'"{field.replace("_", "-")}"'
    start = data.find(name.encode())
    spelt = (json.dumps(text, ensure_ascii=False), json.dumps(text))
    found = next((at for one in spelt if (at := data.find(one[1:-1].encode(), start)) > 0), 0)
    if start >= 0 and not (text and found):
        found = data.find(b'"', start + len(name)) + 1
    before = data[: found if start >= 0 else 0].decode("utf-8", errors="replace")
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))

"""Where in a record's file a text of its work stands, whatever program wrote the file."""

from __future__ import annotations

import json

from digest.basics.diagnostics import Place


def place_in_record(data: bytes, path: str, field: str, text: str = "") -> Place:
    """Return where a text of a field stands in a record's file, or else where the field does."""
    name = f'"{field.replace("_", "-")}"'.encode()
    start = data.find(name)
    if start < 0:
        return Place(path, 1, 1)
    behind = start + len(name)
    # without a text, the place is where the field's first one begins
    spelt = {json.dumps(text, ensure_ascii=False), json.dumps(text)} if text else ()
    found = (at for one in spelt if (at := data.find(one[1:-1].encode(), behind)) >= 0)
    at = next(found, data.find(b'"', behind) + 1)
    before = data[:at].decode("utf-8", errors="replace")
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))

"""What the head of a post's file says, whichever tool it was written for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.importing.plaintext import plain_html

if TYPE_CHECKING:
    from collections.abc import Mapping

_TRUE = frozenset({"true", "yes", "on", "1", "y", "t"})
_FALSE = frozenset({"false", "no", "off", "0", "n", "f"})
_COMMAS = lazy_regex(r"\s*[,;]\s*")


def text_of(fields: Mapping[str, object], *names: str) -> str:
    """Return the first of some fields that has a text, on one line; else nothing."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return one_line(value)
    return ""


def plain_of(fields: Mapping[str, object], *names: str) -> str:
    """Return the same of a field that may have HTML in it, without."""
    return plain_html(text_of(fields, *names))


def list_of(fields: Mapping[str, object], *names: str, parted_by: str = ",") -> tuple[str, ...]:
    """Return the texts that some fields have, each once: lists, or texts with commas in them.

    `parted_by` is a space for tools that take spaces for commas where there are none. Of a
    mapping, as an author's, the name counts.
    """
    found: list[str] = []
    for name in names:
        value = fields.get(name)
        if isinstance(value, str):
            parts = value.strip("[]").split() if parted_by == " " and "," not in value else None
            found += parts if parts is not None else _COMMAS.split(value)
        elif isinstance(value, tuple):
            found += [_name(one) for one in value]
        elif isinstance(value, dict):
            found.append(_name(value))
    return tuple(dict.fromkeys(one_line(one) for one in found if one.strip()))


def _name(value: object) -> str:
    if isinstance(value, dict):
        named = (value.get(key) for key in ("name", "title", "id"))
        return next((one for one in named if isinstance(one, str)), "")
    return value if isinstance(value, str) else ""


def mapping_of(fields: Mapping[str, object], *names: str) -> dict[str, object]:
    """Return the mapping that stands below names within each other, or an empty one."""
    value: object = fields
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def is_true(fields: Mapping[str, object], name: str) -> bool:
    """Tell whether a field says yes."""
    return text_of(fields, name).lower() in _TRUE


def is_false(fields: Mapping[str, object], name: str) -> bool:
    """Tell whether a field says no, rather than nothing."""
    return text_of(fields, name).lower() in _FALSE

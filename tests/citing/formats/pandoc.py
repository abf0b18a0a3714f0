"""Pandoc, which reads BibTeX, RIS and CSL-JSON as its users have them."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pypandoc

from tests.citing.formats.works import plain

Item = dict[str, Any]

# quotes that Pandoc curls, and its sentence case of titles, are no losses
_QUOTES = str.maketrans(dict.fromkeys("\u2018\u2019\u201c\u201d`'\"", ""))
_MARKUP = re.compile(r"</?(?:span|sup|sub|i|b|em|strong|code)\b[^>]*>")


def read(text: str, form: str) -> dict[str, Item]:
    """Return the CSL-JSON items that Pandoc reads out of a text, by their ids."""
    items = json.loads(pypandoc.convert_text(text, "csljson", format=form))
    return {item["id"]: item for item in items}


def fold(text: str) -> str:
    """Return a text without what Pandoc may change in it."""
    text = html.unescape(_MARKUP.sub("", text)).translate(_QUOTES)
    return plain(text).casefold()


def whole_name(name: Item) -> tuple[str, str, str]:
    """Return family with particles, given and suffix; a body's name stands for the family."""
    parts = (
        name.get(part, "") for part in ("dropping-particle", "non-dropping-particle", "family")
    )
    family = " ".join(part for part in parts if part) or name.get("literal", "")
    return fold(family), fold(name.get("given", "")), fold(name.get("suffix", ""))


def reading_order(name: Item) -> str:
    """Return a name as it is read; where its particles belong is a matter of judgement."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")
    return fold(" ".join(name[part] for part in parts if part in name))


def date(item: Item, name: str = "issued") -> tuple[int, ...]:
    """Return the parts of a date that are known."""
    (parts,) = item.get(name, {"date-parts": [[]]})["date-parts"] or [[]]
    return tuple(int(part) for part in parts)

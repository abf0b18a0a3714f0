"""Texts of sources as candidates have them: plain, and on one line; and their days."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import without_styles
from digest.basics.text import one_line
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.markup import markup_to_text
from digest.records.names.namewords import is_suffix
from digest.records.tex import tex_to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKUP = lazy_regex(r"<[a-z/!]|&#?\w+;", re.IGNORECASE)
_ASIDE = lazy_regex(r"\([^()]*\)")
_SPLIT = lazy_regex(r"\s*(?:[,;]|\band\b|&)\s*")


def plain_tex(text: str) -> str:
    """Return a text of arXiv's without TeX's commands: accents as letters, formulas as they are."""
    # few have any, and reading them takes its time
    return one_line(tex_to_text(text) if "\\" in text else text)


def plain_source(text: str) -> str:
    """Return a text of a publisher's or a feed's without its markup."""
    if not _MARKUP.search(text):
        return one_line(text)
    # a feed escapes HTML, in which texts are escaped once more
    return one_line(unescape(without_styles(markup_to_text(text))))


def split_authors(text: str) -> tuple[str, ...]:
    """Return the names in one line, without what stands in brackets behind them."""
    plain = text
    while "(" in plain and plain != (less := _ASIDE.sub(" ", plain)):
        plain = less
    names: list[str] = []
    for name in filter(None, map(one_line, _SPLIT.split(plain))):
        if names and is_suffix(name):
            names[-1] += f" {name}"
        else:
            names.append(name)
    return tuple(names)


def read_day(text: str) -> str:
    """Return the day with which a text begins, `YYYY-MM-DD`, in ISO's form and maybe with a time.

    Empty where it begins with none that exists.
    """
    try:
        return dt.date.fromisoformat(text.strip()[: len("2025-06-19")]).isoformat()
    except ValueError:
        return ""


def find_id(texts: Iterable[str]) -> Identifier | None:
    """Return the first id that one of the texts tells, in any form that people paste."""
    for text in texts:
        found = parse_identifier(text)
        if isinstance(found, Identifier):
            return found
    return None

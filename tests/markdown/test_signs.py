"""Rules that are asked at their signs alone find what they find when they are asked everywhere."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from digest.markdown import signs
from digest.markdown.parser import get_parser
from tests.markdown.test_properties import TEXTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def _make_plain_parser() -> MarkdownIt:
    """Return a parser that asks each rule at each sign, and on each line."""
    with pytest.MonkeyPatch.context() as patch:
        everywhere = dict.fromkeys(signs._INLINE, string.punctuation + "\n")  # noqa: SLF001 -- its names
        patch.setattr(signs, "_INLINE", everywhere)
        for table in ("_BLOCK", "_LINES", "_TEXTS"):
            patch.setattr(signs, table, {})
        return get_parser.__wrapped__("en")


_PLAIN = _make_plain_parser()


@given(TEXTS)
def test_nothing_is_passed_over(text: str) -> None:
    assert _parse(get_parser("en"), text) == _parse(_PLAIN, text)


def _parse(parser: MarkdownIt, text: str) -> list[object]:
    return [token.as_dict(meta_serializer=sorted) for token in parser.parse(text)]

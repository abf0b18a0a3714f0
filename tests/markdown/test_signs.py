"""Rules that are asked at their signs alone find what they find when they are asked everywhere."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.markdown import signs
from digest.markdown.parser import get_parser
from tests.markdown.test_properties import TEXTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

EXAMPLES = (
    *("a  \nb", "a\\*b", "$a$", "`a`", "~~a~~", "*a*", "__a__", "https://a.b/", "a^[b]"),
    *("[@a; @b]", "@a [p. 1]", "-@a", "[a](b)", "[a[b]c](d)", "![a](b)", "a[^b]\n\n[^b]: c"),
    *("<https://a.b/>", "<!-- a -->", "a<br>b", "<sub>a</sub>", "&amp;", "\n\n<!-- a -->\nb"),
    *("\n\n```\na\n```\n", "\n\n<details>\na\n</details>\n", "\n\n~~~\na\n~~~\n"),
    *("\n\n:::{papers}\n:::\n", "\n\n> a\nb", "\n\n* * *\n", "\n\n---\n", "\n\n_ _ _\n"),
    *("\n- a\n- b\n\n  c", "\n\n+ a", "\n* a", "\n\n0. a", "\n\n12) a", "\n1.", "\n\n-\n"),
    *("\n\n[a]: b\n\n[a]", "\n\n$$\na\n$$\n", "\n# a\n", "\n\n    a\n", "\n\na\n===\n"),
    *("\n\na\n- \n", "\n\na | b\n-|-\nc | d", "\n\na\n:-:\nb", "\n\na\n: b", "\n\n~ a"),
    *("\n\n> a\n>: b", "\n\na\n\n~ b\n\n    c", "\n\n- a\n  -\n", "\n> a\n> ="),
    *("\n3. a\n4. b\n", "\t", "a <!-- b --> c"),
)
"""What each rule finds at each of its signs, and what is almost that."""


def _make_plain_parser() -> MarkdownIt:
    """Return a parser that asks each rule at each sign, and on each line."""
    with pytest.MonkeyPatch.context() as patch:
        everywhere = dict.fromkeys(signs._INLINE, string.punctuation + "\n")  # noqa: SLF001 -- its names
        patch.setattr(signs, "_INLINE", everywhere)
        for table in ("_BLOCK", "_LINES", "_TEXTS"):
            patch.setattr(signs, table, {})
        parser = get_parser.__wrapped__("en")
    assert isinstance(parser.inline, signs.InlineParser)
    parser.inline._few = parser.inline._sign  # noqa: SLF001 -- to stop at all signs
    return parser


_PLAIN = _make_plain_parser()


def _parse(parser: MarkdownIt, text: str) -> list[object]:
    return [token.as_dict(meta_serializer=sorted) for token in parser.parse(text)]


@pytest.mark.parametrize("text", EXAMPLES)
def test_each_rule_is_asked_at_its_signs(text: str) -> None:
    assert _parse(get_parser("en"), text) == _parse(_PLAIN, text)


@given(st.lists(st.sampled_from(EXAMPLES), max_size=8).map("".join) | TEXTS)
def test_nothing_is_passed_over(text: str) -> None:
    assert _parse(get_parser("en"), text) == _parse(_PLAIN, text)

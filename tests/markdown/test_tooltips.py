"""Titles of links and images are plain words, with formulas in Unicode."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show


@pytest.mark.parametrize(
    "text",
    [
        '[a](https://e.example "of $x^2$ & $5")',
        '[a][b]\n\n[b]: https://e.example "of $x^2$ & $5"',
        'an ![a](a.png "of $x^2$ & $5") in a line',
    ],
)
def test_formulas_are_in_unicode(text: str) -> None:
    assert 'title="of x² &amp; $5"' in show(text)
    assert not problems(text)
    (plain,) = parse_body(text, "a.md").value.plain.values()
    assert "of x² & $5" in repr(plain)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("in *italics*", "the signs of '*italics*' would be shown"),
        ("as [@k] says", "' [@k]' would be shown"),
        ("a <b>sign</b>", "'<b>sign</b>' would be shown"),
        ("plain words: 2 * 3 < 7, see a_b_c", ""),
    ],
)
def test_markup_in_them_is_told(title: str, told: str) -> None:
    for text in (f'[a](https://e.example "{title}")', f'an ![a](a.png "{title}") here'):
        assert [told in one for one in problems(text)] == [True] * bool(told)


def test_no_image_cites_in_its_text() -> None:
    (told,) = problems("![a plot [@k]](a.png)")
    assert "'[@k]' would be shown as it is typed" in told
    assert not problems("![a post of @ada](a.png)")

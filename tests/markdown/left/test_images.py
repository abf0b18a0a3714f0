"""The words in place of an image are shown where it is not, so their signs are told as well."""

from __future__ import annotations

import pytest

from tests.markdown.shown import problems


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("![A {{name}}](https://a.org/a.png)", "1:5"),
        ("words ![A <b>plot</b>][a] more\n\n[a]: https://a.org/a.png", "1:11"),
        ("[![A plot,\nand **it](https://a.org/a.png)](https://a.org/)", ""),
        ("> - ![A plot\n>   of <b>it</b>](https://a.org/a.png)", "2:8"),
        ("| a |\n|---|\n| ![A <i>b</i>](https://a.org/a.png) |", "3:7"),
    ],
)
def test_their_signs_are_told(text: str, place: str) -> None:
    found = [one.partition(" ")[0] for one in problems(text) if "markup-left" in one]
    assert found == ([place] if place else [])


def test_what_is_read_in_them_is_not() -> None:
    assert problems("![A *plot*, `x` and [b](https://a.org/)](https://a.org/a.png)") == []

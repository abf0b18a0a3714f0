"""A definition that stands as text is told once, and not at each link that it was to define."""

from __future__ import annotations

import pytest

from tests.markdown.shown import problems, show

SHOWN = "the definition of a link would be shown as text"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("See [one][] and [it][A  b].\n\nMore.\n[one]: https://a.org/\n[a b]: /c/", ["4:1"]),
        ("See [one][].\n\na[^n]\n\n[^n]: A note.\n[one]: https://a.org/", ["6:1"]),
        ("See [it][one].\n\n- item\n[one]: <https://a.org/>", ["4:1"]),
        ("See [it][one].\n\nMore.\n[one]: ../other/#part", ["4:1"]),
        ("See [it][one].\n\nMore.\n[one]: mailto:ada@a.org", ["4:1"]),
    ],
)  # fmt: skip
def test_a_definition_is_told_once(text: str, places: list[str]) -> None:
    assert problems(text) == [f"{place} markup-left: {SHOWN}" for place in places]


@pytest.mark.parametrize(
    "text",
    [
        "See [it][one].\n\n```\n[one]: https://a.org/\n```\n",
        "See [it][one].\n\n<!--\n[one]: https://a.org/\n-->\n",
        "See [it][one].\n\nMore.\n[two]: about /b/ and so on",
    ],
)
def test_a_link_is_told_whose_definition_is_not(text: str) -> None:
    assert problems(text) == ["1:5 markup-left: no link is defined as 'one'"]


def test_a_handle_may_name_a_link_where_its_sign_is_escaped() -> None:
    text = "See [\\@ada][] and [it][by \\@ada].\n\n[\\@ada]: https://a.org/\n[by \\@ada]: https://b.org/"
    assert show(text) == (
        '<p>See <a href="https://a.org/">@ada</a> and <a href="https://b.org/">it</a>.</p>\n'
    )
    assert problems(text) == []


def test_an_image_without_words_is_told_of_as_a_link_is() -> None:
    assert problems("![][the plot]") == ["1:1 markup-left: no link is defined as 'the plot'"]
    defined = problems("![][the plot]\n\n[the plot]: https://a.org/plot.png")
    assert [one for one in defined if "markup-left" in one] == []

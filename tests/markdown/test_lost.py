"""Text that would be printed nowhere is reported where it stands."""

from __future__ import annotations

import pytest

from tests.markdown.shown import problems


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n\n[Note]: lost\n", "3:1"),
        ("- a\n\n  [Note]: füll\n", "3:3"),
        ("> [Note]: lost! 'and more'\n", "1:3"),
        ("[a]: one\n[a]: two\n\n[a]\n", "2:1"),
    ],
)
def test_a_definition_that_is_a_sentence_is_reported(text: str, place: str) -> None:
    (found,) = problems(text)
    assert found.startswith(f"{place} text-lost: this defines a link to '")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("see [](https://example.org/)\n", "1:5"),
        ("- *see [ ](https://example.org/)*\n", "1:8"),
        ("[][x]\n\n[x]: https://example.org/\n", "1:1"),
        ("a [\n](https://example.org/) b\n", "1:3"),
    ],
)
def test_a_link_without_words_is_reported(text: str, place: str) -> None:
    (found,) = problems(text)
    assert found == f"{place} text-lost: a link without words, which nobody can see"


@pytest.mark.parametrize(
    "text",
    [
        "[x]: about\n\nsee [x]\n",
        "[x]: about\n\nsee [that][X]\n",
        "[x]: figure\n\n![a figure][x]\n",
        "[x]: https://example.org/\n",
        "[//]: # (a comment)\n",
        "[comment]: <> (a comment)\n",
        "[x]: #references\n",
        "[![a picture](https://example.org/a.png)](https://example.org/)\n",
        "[*a*](https://example.org/) [`b`](https://example.org/) [$c$](https://example.org/)\n",
    ],
)
def test_what_is_shown_is_not(text: str) -> None:
    assert not [found for found in problems(text) if "text-lost" in found]

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
    "text",
    [
        "[x]: about\n\nsee [x]\n",
        "[x]: about\n\nsee [that][X]\n",
        "[x]: figure\n\n![a figure][x]\n",
        "[x]: https://example.org/\n",
        "[//]: # (a comment)\n",
        "[comment]: <> (a comment)\n",
        "[x]: #references\n",
    ],
)
def test_definitions_of_links_are_none(text: str) -> None:
    assert not [found for found in problems(text) if "text-lost" in found]

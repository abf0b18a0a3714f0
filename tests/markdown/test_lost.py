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
        ("- [words]: https://example.org/\n- b\n", "1:3"),
        ("> 1. [words]: https://example.org/\n", "1:6"),
        ("[words]:(https://example.org/)\n", "1:1"),
    ],
)
def test_a_definition_that_is_a_sentence_is_reported(text: str, place: str) -> None:
    (found,) = problems(text)
    assert found.startswith(f"{place} text-lost: this defines a link to '")


def test_a_second_definition_that_leads_elsewhere_is_reported() -> None:
    text = "see [x]\n\n[x]: https://example.org/a\n[X]: https://example.org/"
    told = "4:1 text-lost: a second definition of one link, which leads elsewhere"
    assert problems(f"{text}b\n") == [told]
    assert problems(f"{text}a\n") == []


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
        "- see [x]\n\n  [x]: https://example.org/\n",
        "- [x]: https://example.org/\n\nsee [x]\n",
        "[//]: # (a comment)\n",
        "[comment]: <> (a comment)\n",
        "[x]: #references\n",
        "[![a picture](https://example.org/a.png)](https://example.org/)\n",
        "[*a*](https://example.org/) [`b`](https://example.org/) [$c$](https://example.org/)\n",
    ],
)
def test_what_is_shown_is_not(text: str) -> None:
    assert not [found for found in problems(text) if "text-lost" in found]

from __future__ import annotations

import pytest

from digest.markdown.typography import set_dashes
from tests.markdown.shown import show


@pytest.mark.parametrize(
    ("lang", "shown"),
    [
        ("en", "“a ‘b’ c”"),
        ("de", "„a ‚b‘ c“"),
        ("de-CH", "«a ‹b› c»"),
        ("de-AT", "„a ‚b‘ c“"),
        ("fr", "«\u202fa ‹\u202fb\u202f› c\u202f»"),
        ("sv", "”a ’b’ c”"),
        ("pt-BR", "“a ‘b’ c”"),
        ("sr-Latn", "„a ‚b‘ c“"),
        ("bg", "„a ‚b‘ c“"),
        ("no", "«a ‘b’ c»"),
        ("xx", "“a ‘b’ c”"),
    ],
)
def test_quotes_are_those_of_the_language(lang: str, shown: str) -> None:
    assert show("\"a 'b' c\"", lang=lang) == f"<p>{shown}</p>\n"


def test_a_language_leaves_no_trace_in_the_next_text() -> None:
    assert show('"a"', lang="de") != show('"a"', lang="en") == "<p>“a”</p>\n"


@pytest.mark.parametrize(
    ("text", "set_"), [("1--2", "1–2"), ("a---b", "a—b"), ("a...", "a…"), ("----", "----")]
)
def test_dashes(text: str, set_: str) -> None:
    assert set_dashes(text) == set_

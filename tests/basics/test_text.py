"""Slugs, hashes and suggestions."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.basics.text import (
    canonical_json,
    closest,
    count_of,
    did_you_mean,
    fingerprint,
    join_words,
    printable,
    slugify,
)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Key insights", "key-insights"),
        ("Vision–language", "vision-language"),
        ("João Carreira", "joao-carreira"),
        ("Straße & Œuvre", "strasse-oeuvre"),
        ("Łukasz Kaiser", "lukasz-kaiser"),
        ("  C++ / C#  ", "c-c"),
        ("snake_case", "snake-case"),
        ("हिन्दी में", "हिन्दी-में"),
        ("日本語 の 見出し", "日本語-の-見出し"),
        ("हिन्दी", "हिन्दी"),
        ("❓", ""),
        ("", ""),
    ],
)
def test_a_slug_is_what_stands_in_an_address(text: str, slug: str) -> None:
    assert slugify(text) == slug


@example("0\x80\ua674")
@example("\u0e34")
@given(st.text())
def test_a_slug_of_a_slug_is_itself(text: str) -> None:
    assert slugify(slugify(text)) == slugify(text)


@given(st.text())
def test_a_slug_cannot_leave_its_folder(text: str) -> None:
    assert not set(slugify(text)) & set("/\\.?#% ")


@given(st.text(st.characters()))
def test_what_is_printed_acts_on_nothing(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not set("\x1b\x07\u202e\u200b\ud800") & set(shown)


@pytest.mark.parametrize("text", ["é 深層 👩\u200d💻 a\N{NO-BREAK SPACE}b", "a\\nb"])
def test_what_acts_on_nothing_is_printed_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_each_part_of_a_fingerprint_counts_by_itself() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("ab") == fingerprint(b"ab")


def test_canonical_json_does_not_depend_on_the_order_of_keys() -> None:
    assert canonical_json({"b": 1, "a": 2}) == canonical_json({"a": 2, "b": 1})


def test_the_closest_word_is_found_whatever_its_case() -> None:
    assert closest("lnag", ["title", "lang"]) == "lang"
    assert closest("LANG", ["title", "Lang"]) == "Lang"
    assert closest("xyzzy", ["title", "lang"]) is None


def test_a_suggestion_is_a_question() -> None:
    assert did_you_mean("tite", ["title"]) == "did you mean 'title'?"
    assert did_you_mean("xyzzy", ["title"]) == ""


def test_words_and_counts_are_told_as_a_sentence_has_them() -> None:
    assert [join_words("abc"[:number]) for number in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
    assert [count_of(one, "day") for one in (0, 1, 1000)] == ["0 days", "1 day", "1,000 days"]
    assert [count_of(one, "entry", "entries") for one in (1, 2)] == ["1 entry", "2 entries"]

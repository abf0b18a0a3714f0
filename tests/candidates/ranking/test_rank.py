"""Candidates, best first: learnt from the archive, and by wishes."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.candidates.candidate import Candidate
from digest.candidates.ranking.choices import Choice
from digest.candidates.ranking.rank import rank
from digest.candidates.ranking.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TOPICS = {
    "search": "retrieval index query document passage ranking corpus relevance recall dense",
    "stars": "galaxy telescope redshift luminosity spectrum dust orbit planet survey stellar",
    "cells": "protein membrane enzyme gene mutation tissue receptor kinase folding sequence",
}


def paper(topic: str, number: int, listed: str = "2022-03-10") -> Candidate:
    """Return a paper of some words of a topic, among words that all papers have."""
    words = Random(f"{topic}{number}").choices(TOPICS[topic].split(), k=9)
    text = " ".join(words[3:])
    return Candidate(
        f"arxiv:{number:04}.{[*TOPICS].index(topic):05}",
        " ".join(words[:3]),
        f"We study {text} and show results.",
        listed=listed,
    )


def choose(topic: str, numbers: Iterable[int], day: str = "2022-03-01") -> list[Choice]:
    return [Choice(paper(topic, number), day, day) for number in numbers]


BACKGROUND = [
    paper(topic, number, "2022-02-01") for topic in TOPICS for number in range(1000, 1040)
]
CANDIDATES = [paper(topic, number) for topic in TOPICS for number in range(2000, 2010)]
SEARCH = {paper("search", number).id for number in range(2000, 2010)}


def order(
    candidates: Sequence[Candidate], choices: Sequence[Choice], background: Sequence[Candidate]
) -> list[str]:
    return [one.candidate.id for one in rank(candidates, choices, background, Wishes())]


@pytest.mark.parametrize("number", [10, 50, 300])
@pytest.mark.parametrize("background", [BACKGROUND, []])
def test_what_is_like_the_archive_comes_first(number: int, background: list[Candidate]) -> None:
    found = order(CANDIDATES, choose("search", range(number)), background)
    assert len(SEARCH & {*found[:10]}) >= 8


def test_with_no_archive_what_many_papers_are_on_comes_first() -> None:
    many = [paper("search", number) for number in range(3000, 3040)]
    assert len(SEARCH & {*order([*CANDIDATES, *many], [], [])[-20:]}) == 0


def test_choices_without_abstracts_will_do() -> None:
    bare = [
        msgspec.structs.replace(one, paper=msgspec.structs.replace(one.paper, abstract=""))
        for one in choose("search", range(50))
    ]
    assert len(SEARCH & {*order(CANDIDATES, bare, BACKGROUND)[:10]}) >= 8


def test_what_a_record_lacks_is_known_from_what_was_seen_before() -> None:
    whole = choose("search", range(50))
    bare = [
        msgspec.structs.replace(one, paper=msgspec.structs.replace(one.paper, abstract=""))
        for one in whole
    ]
    seen = [*BACKGROUND, *(one.paper for one in whole)]
    assert order(CANDIDATES, bare, seen) == order(CANDIDATES, whole, BACKGROUND)


def test_the_order_of_what_is_given_makes_no_difference() -> None:
    choices = choose("search", range(20))
    first = rank(CANDIDATES, choices, BACKGROUND, Wishes())
    assert rank(CANDIDATES[::-1], choices[::-1], BACKGROUND[::-1], Wishes()) == first


def test_newer_choices_count_more() -> None:
    older = choose("stars", range(10), "2020-03-01")
    newer = choose("search", range(10), "2022-03-01")
    assert len(SEARCH & {*order(CANDIDATES, older + newer, BACKGROUND)[:10]}) >= 8


@pytest.mark.parametrize("next_one", [[], choose("search", [30], "2022-04-01")])
def test_what_was_not_chosen_for_the_newest_edition_moves_down(next_one: list[Choice]) -> None:
    twins = [
        msgspec.structs.replace(paper("search", 2000, day), id=f"arxiv:2203.0000{number}")
        for number, day in enumerate(("2022-02-28", "2022-03-02"))
    ]
    many = [paper(topic, number) for topic in TOPICS for number in range(3000, 3400)]
    found = order([*CANDIDATES, *twins], choose("search", range(20)) + next_one, many)
    assert found.index(twins[1].id) < found.index(twins[0].id)


def test_a_paper_of_long_ago_is_not_new() -> None:
    old = msgspec.structs.replace(paper("search", 2000, "2021-03-02"), id="arxiv:2103.00001")
    found = order([*CANDIDATES, old], choose("search", range(20)), BACKGROUND)
    assert found[-1] == old.id


def test_of_a_paper_that_is_there_twice_the_fuller_one_is_shown() -> None:
    bare = msgspec.structs.replace(CANDIDATES[0], abstract="")
    ranked = rank([bare, *CANDIDATES, bare], choose("search", range(5)), [], Wishes())
    assert len(ranked) == len(CANDIDATES)
    assert all(one.candidate.abstract for one in ranked)


@pytest.mark.parametrize("choices", [[], choose("search", range(3))])
def test_papers_of_which_nothing_is_known_are_ranked(choices: list[Choice]) -> None:
    bare = [Candidate("arxiv:2203.00001"), Candidate("arxiv:2203.00002")]
    assert order(bare, choices, []) == ["arxiv:2203.00001", "arxiv:2203.00002"]
    assert order([], choices, BACKGROUND) == []


def test_wishes_come_on_top_of_what_is_learnt() -> None:
    followed = msgspec.structs.replace(paper("cells", 2000), authors=("Ada B. Lovelace",))
    others = [one for one in CANDIDATES if one.id != followed.id]
    wishes = Wishes(keywords=("Receptors",), people=("A. Lovelace",))
    ranked = rank([*others, followed], choose("search", range(20)), BACKGROUND, wishes)
    [place] = [place for place, one in enumerate(ranked) if one.candidate == followed]
    without = order([*others, followed], choose("search", range(20)), BACKGROUND)
    assert place < without.index(followed.id)
    assert ranked[place].met.people == ("Ada B. Lovelace",)

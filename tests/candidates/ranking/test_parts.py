"""What the ranking is made of: words, and the model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.candidates.candidate import Candidate
from digest.candidates.ranking.linear import fit, predict
from digest.candidates.ranking.table import Row
from digest.candidates.ranking.wishes import Wishes, has_all_words, has_words, meet
from digest.candidates.ranking.words import list_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chain-of-Thought, for LLMs!", ["chain", "of", "thought", "for", "llm"]),
        ("Policies of classes", ["policy", "of", "classe"]),
        ("bias, analysis, loss, gas", ["bias", "analysis", "loss", "gas"]),
        ("Über größere 3D-Modelle", ["über", "größere", "3d", "modelle"]),
        ("检索模型 A", ["检索", "索模", "模型", "a"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list_words(text) == words


NUMBERS = st.floats(-1, 1)
ROWS = st.lists(
    st.tuples(st.tuples(NUMBERS, NUMBERS, NUMBERS), NUMBERS, st.floats(0.01, 1)), min_size=1
)


@given(ROWS, st.floats(0.01, 1))
def test_no_other_weights_explain_more(
    papers: list[tuple[tuple[float, ...], float, float]], penalty: float
) -> None:
    rows = [Row((0, 1, 2), values) for values, _, _ in papers]
    targets, shares = [target for _, target, _ in papers], [share for _, _, share in papers]

    def loss(weights: list[float]) -> float:
        errors = (predict(row, weights) - target for row, target in zip(rows, targets, strict=True))
        fitted = sum(share * error**2 for share, error in zip(shares, errors, strict=True))
        return fitted + penalty * sum(weight**2 for weight in weights)

    found = fit(rows, targets, shares, penalty, 3)
    for column in range(3):
        for step in (-0.05, 0.05):
            other = [*found]
            other[column] += step
            assert loss(found) <= loss(other)


PAPER = Candidate(
    "arxiv:2203.00001", "Dense Retrieval", "Of long-tail queries.", ("Yi Tay", "J. van Dyk")
)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("dense retrieval", True),
        ("long tail query", True),
        ("retrieval of", False),
        ("dens", False),
        (" ", False),
    ],
)
def test_a_phrase_is_found_word_by_word(phrase: str, found: bool) -> None:  # noqa: FBT001 -- expected
    assert has_words(PAPER, [phrase]) is found
    assert bool(meet(PAPER, Wishes(keywords=(phrase,))).keywords) is found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("yi tay", True),
        ("Y. Tay", True),
        ("Yang Tay", False),
        ("Jan van Dyk", True),
        ("Tay", False),
    ],
)
def test_people_are_known_by_their_initials(name: str, found: bool) -> None:  # noqa: FBT001 -- expected
    assert bool(meet(PAPER, Wishes(people=(name,))).people) is found


def test_a_query_is_of_words_in_any_order() -> None:
    assert has_all_words(PAPER, "tay: queries, dense")
    assert not has_all_words(PAPER, "sparse retrieval")

"""Candidates as lines of JSON."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.candidates.jsonlines import parse_candidates

TEXTS = st.text(st.characters(exclude_categories=["Cs"])).map(one_line)
WORDS = st.lists(TEXTS.filter(bool)).map(tuple)
CANDIDATES = st.builds(
    Candidate,
    id=st.sampled_from(["arxiv:2506.12345", "doi:10.1000/a", "https://example.org/a"]),
    title=TEXTS,
    abstract=TEXTS,
    authors=WORDS,
    categories=WORDS,
    listed=st.just("") | st.dates().map(str),
    url=st.just("https://example.org/b"),
    license=TEXTS,
    source=TEXTS,
    attention=st.dictionaries(TEXTS, st.integers(0, 2**53)).map(lambda it: tuple(it.items())),
)


@given(st.lists(CANDIDATES))
def test_all_fields_are_read(candidates: list[Candidate]) -> None:
    read = parse_candidates(
        json.dumps(msgspec.to_builtins(one) | {"attention": dict(one.attention)}).encode()
        for one in candidates
    )
    assert list(read.candidates) == candidates
    assert read.problems == ()


@pytest.mark.parametrize(
    ("typed", "key", "url"),
    [
        ("2506.12345", "arxiv:2506.12345", "https://arxiv.org/abs/2506.12345"),
        ("arxiv:2506.12345v2", "arxiv:2506.12345", "https://arxiv.org/abs/2506.12345"),
        ("10.48550/arXiv.2506.12345", "arxiv:2506.12345", "https://arxiv.org/abs/2506.12345"),
        ("doi:10.1000/ABC", "doi:10.1000/abc", "https://doi.org/10.1000/abc"),
        ("https://example.org/post", "https://example.org/post", "https://example.org/post"),
    ],
)
def test_an_id_may_have_any_form_and_is_kept_as_it_was(typed: str, key: str, url: str) -> None:
    [one] = parse_candidates([json.dumps({"id": typed}).encode()]).candidates
    assert (one.id, one.url, one.typed or one.id) == (key, url, typed)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"\xff", "it is not UTF-8"),
        (b"[]", 'it is not a JSON object, as {"id": "2506.12345"}'),
        (b"{}", "'id' is missing"),
        (b'{"id": 2506.12345}', "'id' is not a text"),
        (b'{"id": "dsi"}', "'id': 'dsi' is neither an arXiv id nor a DOI"),
        (b'{"id": "2506.12345", "authors": "A, B"}', "'authors' is not a list of texts"),
        (b'{"id": "2506.12345", "listed": "June"}', "'listed' is not a date as 2025-06-19"),
        (b'{"id": "2506.12345", "attention": [1]}', "'attention' is not an object of numbers"),
        (
            b'{"id": "2506.12345", "attention": {"upvotes": 1%s}}' % (b"0" * 400),
            "'attention' is not an object of numbers",
        ),
    ],
)
def test_a_faulty_line_is_told_and_the_others_are_read(line: bytes, problem: str) -> None:
    read = parse_candidates(
        [b'\xef\xbb\xbf{"id": "2506.11111"}\r\n', b"\n", line, b'{"id": "2506.22222"}']
    )
    assert [one.id for one in read.candidates] == ["arxiv:2506.11111", "arxiv:2506.22222"]
    assert read.problems == (f"line 3: {problem}",)


def test_texts_are_on_one_line_and_days_have_no_time() -> None:
    row = {"id": "2506.12345", "title": "Of\n two\x07 lines", "abstract": None}
    [one] = parse_candidates(
        [json.dumps(row | {"listed": "2025-06-19T04:00:00Z"}).encode()]
    ).candidates
    assert (one.title, one.abstract, one.listed) == ("Of two lines", "", "2025-06-19")

"""What editors' own lists count is read in every form, and stands beside the papers."""

from __future__ import annotations

import codecs
import json
from typing import TYPE_CHECKING, Any

import pytest

from digest.candidates.candidate import Candidate
from digest.candidates.counting import ask_attention, count_attention
from digest.candidates.sources.attention import read_attention
from digest.records.politeclient import WrongQuestionError
from digest.settings.discoverconfig import AttentionSource
from tests.service import HTML, Answer, Service

if TYPE_CHECKING:
    from pathlib import Path

ARXIV, DOI = "arxiv:2506.12345", "doi:10.1000/x"
FEED = b"""<rss version="2.0"><channel><title>Links</title>
<item><title>Two papers</title><link>https://list.example/1</link><description>
&lt;a href="https://arxiv.org/abs/2506.12345v2"&gt;one&lt;/a&gt; and https://doi.org/10.1000/X
&lt;a href="https://arxiv.org/pdf/2506.12345"&gt;again&lt;/a&gt;</description></item>
<item><title>One</title><link>https://huggingface.co/papers/2506.12345</link></item>
<item><title>None</title><link>https://list.example/2</link></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("rows", "field", "numbers"),
    [
        ([{"id": "2506.12345", "upvotes": 12}], "", {ARXIV: 12}),
        ([{"url": "https://arxiv.org/abs/2506.12345v1", "score": 1.5}], "", {ARXIV: 1.5}),
        ([{"doi": "10.1000/X", "hearts": 3, "score": 9}], "hearts", {DOI: 3}),
        ([{"paper": {"id": "2506.12345", "upvotes": 7}, "title": "A"}], "", {ARXIV: 7}),
        ([{"paper": {"id": "2506.12345"}, "stats": {"votes": 4}}], "stats.votes", {ARXIV: 4}),
        ({"data": {"papers": [{"arXiv_ID": "2506.12345", "Votes": 2}]}}, "", {ARXIV: 2}),
        (
            [{"id": "2506.12345", "score": 1}, {"id": "2506.12345v2", "score": 3}],
            "",
            {ARXIV: 3},
        ),
        ([{"id": 77, "link": "https://doi.org/10.1000/x", "points": 0}], "", {DOI: 0}),
        ([{"id": "2506.12345", "upvotes": "12"}], "", {ARXIV: 12}),
        ([{"id": "2506.12345", "upvotes": 10**400, "score": "NaN", "votes": 2}], "", {ARXIV: 2}),
        ([], "", {}),
    ],
)
def test_lists_in_json_of_all_shapes_are_read(
    rows: Any, field: str, numbers: dict[str, float]
) -> None:
    written = json.dumps(rows).encode()
    for data in (written, codecs.BOM_UTF8 + written):
        assert read_attention(data, field).numbers == numbers


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        ([{"id": "2506.12345"}], ""),
        ([{"id": "2506.12345", "score": True}], ""),
        ([{"id": "2506.12345", "score": 3}], "upvotes"),
        ([{"id": "2506.12345", "score": "many"}], ""),
        ([{"id": "words", "score": 3}], ""),
        ([1, "2", None], ""),
        (["[" * 50], ""),
    ],
)
def test_a_list_without_numbers_of_papers_is_told_of(rows: Any, field: str) -> None:
    with pytest.raises(WrongQuestionError, match="it has no object with the id of a paper and a"):
        read_attention(json.dumps(rows).encode(), field)


def test_in_a_feed_each_item_that_leads_to_a_paper_counts() -> None:
    assert read_attention(FEED).numbers == {ARXIV: 2, DOI: 1}


def test_each_list_has_its_own_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path))
    monkeypatch.setenv("DIGEST_HASTE", "200")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    candidates = [
        Candidate(ARXIV, attention=(("stars", 5),)),
        Candidate("doi:10.5555/1", versions=(DOI,)),
        Candidate("arxiv:2506.00001"),
    ]
    with Service() as service:
        service.pages = {
            "/list": Answer(FEED),
            "/papers": Answer(b'[{"id": "2506.12345", "upvotes": 12}]'),
            "/blog": HTML,
        }
        sources = [
            AttentionSource(f"{service.url}/list", "links"),
            AttentionSource(f"{service.url}/papers", "votes", "upvotes"),
            AttentionSource(f"{service.url}/papers", "wrong", "hearts"),
        ]
        for _ in range(2):
            counts, failures = ask_attention(sources, "2025-06-17", "")
        (failure,) = failures
        assert failure.startswith("'wrong' cannot answer: it has no object with the id of a paper ")
        # what was answered is known for the day
        assert [one.path for one in service.seen] == ["/list", "/papers", "/papers", "/papers"]
    found = count_attention(candidates, counts)
    assert [one.attention for one in found] == [
        (("stars", 5), ("links", 2), ("votes", 12)),
        (("links", 1),),
        (),
    ]

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from digest.basics.fragments import Anchor
from digest.basics.text import letters
from digest.markdown import parse_body
from digest.markdown.anchors import is_reserved
from tests.markdown.shown import holes

TITLES = st.sampled_from(["a", "a 1", "A-1", "ref 1", "Contents", "fn a", "🎉", "why", "1"])


@given(st.lists(TITLES, max_size=8))
def test_every_heading_has_an_id_of_its_own(titles: list[str]) -> None:
    text = "\n\n".join(f"## {title}" for title in titles)
    ids = [hole.name for hole in holes(text) if isinstance(hole, Anchor)]
    # sections of this test are called why and insights, which are ids already
    shown = [title for title in titles if title != "why"]
    # an id, and the heading's own link to it
    assert Counter(Counter(ids).values()) == ({2: len(shown)} if shown else {})
    assert not any(is_reserved(id_) for id_ in ids)


def test_a_fragment_names_its_ids_once() -> None:
    (block,) = parse_body("## a\n\n## a", "a.md").value.body.blocks
    assert block.fragment.anchors == ("a", "a-1")  # type: ignore[union-attr]


def test_footnotes_are_marked_by_letters() -> None:
    assert [letters(index) for index in (0, 25, 26, 51, 52, 701, 702)] == (
        ["a", "z", "aa", "az", "ba", "zz", "aaa"]
    )

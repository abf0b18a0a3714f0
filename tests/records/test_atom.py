"""arXiv's answers are believed only when they are whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.records.atom import NotAFeed, clean_feed, parse_feed
from tests.feeds import Form, Paper, error_feed, feed
from tests.service import BOMB, HTML, RATE_EXCEEDED

WHOLE = feed([Paper("2202.00001"), Paper("hep-th/9901001", version=2)])


@pytest.mark.parametrize("form", ["new", "old"])
def test_a_feed_tells_what_it_has(form: Form) -> None:
    papers, errors = (
        parse_feed(feed([Paper("2202.00001")], form)),
        parse_feed(error_feed("no", form)),
    )
    assert [(one.id, one.is_error) for one in papers] == [
        ("http://arxiv.org/abs/2202.00001v1", False)
    ]
    assert [(one.summary, one.is_error) for one in errors] == [("no", True)]
    assert parse_feed(feed([], form)) == ()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "nothing"),
        (b"  \n", "nothing"),
        (RATE_EXCEEDED.body, "'Rate exceeded.'"),
        (HTML.body, "an HTML page"),
        (b"<html><p>Busy", "an HTML page"),
        (BOMB.body, "XML that declares entities"),
        (b"<rss/>", "XML of another kind"),
        (b"<feed><entry/></feed>", "XML of another kind"),
        (WHOLE[:-10], "XML that breaks off"),
        (WHOLE.replace(b"</title>", b"", 1), "broken XML"),
        (b"\x1f\x8b\x00", "something unreadable"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, told: str) -> None:
    with pytest.raises(NotAFeed) as caught:
        parse_feed(body)
    assert str(caught.value) == told


@given(st.integers(min_value=0, max_value=len(WHOLE.rstrip()) - 1))
def test_a_feed_cut_anywhere_is_none(length: int) -> None:
    with pytest.raises(NotAFeed):
        parse_feed(clean_feed(WHOLE[:length]))


@given(st.binary())
def test_any_bytes_are_judged(body: bytes) -> None:
    with pytest.raises(NotAFeed):
        parse_feed(clean_feed(body))


def test_a_good_feed_is_left_as_it_is() -> None:
    assert clean_feed(WHOLE) == WHOLE

"""A provider's own tag stays, and nothing else looks like one."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.providers import escape_tags, part_tags, stand_in

TAGS = ["{{ unsubscribe_url }}", '{{ url "a&b" }}', "*|UNSUB|*", "%%unsub%%", "[[leave]]", "<%x%>"]
OPENINGS = ("{{", "{%", "{#", "*|", "%%", "[[")
SIGNS = st.text(st.sampled_from("{%#*|[a ;&"), max_size=30)


@pytest.mark.parametrize("tag", TAGS)
def test_the_tag_is_kept_where_it_is_meant_and_nowhere_else(tag: str) -> None:
    html = f'<p>{{{{ unsubscribe_url }}}} *|UNSUB|*</p><a href="{stand_in(tag)}">Leave</a>'
    made = escape_tags(html, tag)
    assert made.endswith(f'<a href="{tag}">Leave</a>')
    own = made.partition("</p>")[0]
    assert not any(opening in own for opening in OPENINGS)
    assert unescape(own) == "<p>{{ unsubscribe_url }} *|UNSUB|*"
    text = part_tags(f"A {tag} of ours\nLeave <{stand_in(tag)}>", tag)
    assert text.endswith(f"Leave <{tag}>")
    assert text.count(tag) == (2 if tag.startswith("<") else 1)


def test_an_address_stands_for_itself() -> None:
    assert stand_in("https://example.org/a?b=1") == "https://example.org/a?b=1"
    assert part_tags("a {{ b }} %% c", "https://example.org/") == "a {{ b }} %% c"


@given(SIGNS, st.sampled_from([*TAGS, "", "https://example.org/"]))
def test_no_text_looks_like_a_tag_and_none_is_lost(text: str, tag: str) -> None:
    html = text.replace("&", "&amp;")
    made = escape_tags(html, tag)
    assert not any(opening in made for opening in OPENINGS)
    assert unescape(made) == unescape(html)
    parted = part_tags(text, tag)
    assert parted.replace(" ", "") == text.replace(" ", "")
    assert not any(opening in parted for opening in OPENINGS if tag and opening[0] == tag[0])

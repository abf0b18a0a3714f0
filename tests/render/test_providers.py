"""A provider's own tags stay, and nothing else looks like one."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.render.providers import finish_html, finish_text
from digest.settings.providertags import find_opening, find_tags, hide_tags
from tests.mails import sender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.site.views.mail import Sender

TAGS = [
    *("{{ unsubscribe_url }}", '{{ url "a&b" }}', "{{{unsubscribe}}}", "{% unsubscribe_link %}"),
    *("*|UNSUB|*", "*|LIST:ADDRESSLINE|*", "%%unsub%%", "[[leave]]", "<%x%>", "${leave}"),
    *("[unsubscribe]", "{unsubscribe_url}", "{$unsubscribe}", "%unsubscribe_url%"),
    *('{first_name, "there"}', "{!remove_web}", "[% unsubscribe %]", "$[LI:UNSUBSCRIBE]$"),
    *("{{${set_user_to_unsubscribed_url}}}", "{{custom.${id} | default: 'x'}}", "__leave_url__"),
]
OPENINGS = ("{{", "{%", "{#", "{!", "*|", "%%", "[[", "[%", "${", "$[")
SIGNS = st.text(st.sampled_from("{%#*|[$a ;&"), max_size=30)


def text_of(text: str, tags: Sequence[str]) -> str:
    return finish_text(text, of(tags))


def html_of(html: str, tags: Sequence[str]) -> str:
    return finish_html(html, of(tags))


def of(tags: Sequence[str]) -> Sender:
    openings = tuple(sorted({find_opening(tag) for tag in tags} - {""}))
    return sender(tags=tuple(tags), openings=openings)


@pytest.mark.parametrize("tag", TAGS)
def test_the_tag_is_kept_where_it_is_meant_and_nowhere_else(tag: str) -> None:
    text = f"{{{{ unsubscribe_url }}}} *|UNSUB|* {tag}"
    written = text.replace("<", "&lt;")
    html = f'<p>{written}</p><a href="{hide_tags(tag)}">Leave</a>'
    made = html_of(html, [tag])
    assert made.endswith(f'<a href="{tag}">Leave</a>')
    own = made.partition("</p>")[0]
    assert not any(opening in own for opening in (*OPENINGS, tag))
    assert unescape(own) == f"<p>{text}"
    made = text_of(f"A {tag} of ours\nLeave <{hide_tags(tag)}>", [tag])
    assert made.endswith(f"Leave <{tag}>")
    assert made.count(tag) == 1


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("form", ["https://example.org/u?a=1&e={}", "https://example.org/{}/x&y"])
def test_a_tag_within_an_address_is_kept_and_the_rest_is_an_address(tag: str, form: str) -> None:
    address = form.format(tag)
    assert find_tags(address) == [tag]
    hidden = hide_tags(address).replace("&", "&amp;")
    made = html_of(f'<a href="{hidden}">', [tag])
    assert made == f'<a href="{form.replace("&", "&amp;").format(tag)}">'
    assert text_of(f"<{hide_tags(address)}>", [tag]) == f"<{address}>"


@pytest.mark.parametrize("tag", ["#unsubscribeLink#", "::leave.url::", "$LEAVE_URL$", "-leave-"])
def test_a_tag_of_signs_that_may_be_anything_stands_alone(tag: str) -> None:
    assert find_tags(tag) == [tag]
    assert find_opening(tag) == ""
    assert find_tags(f"https://example.org/a{tag}") == []
    assert html_of(f'<a href="{hide_tags(tag)}">', [tag]) == f'<a href="{tag}">'


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=1", "https://example.org/%20b%20c%C3%A9%e2%", "100 % b"]
)
def test_an_address_without_a_tag_stays_as_it_is(address: str) -> None:
    assert hide_tags(address) == address
    assert text_of("a {{ b }} %% c [d] {e}", find_tags(address)) == "a {{ b }} %% c [d] {e}"


@pytest.mark.parametrize(
    "style", ["<style>@media (a) {b {c: 1}} d{e:f%%}</style>", "<!--[if mso]>{{a}}<![endif]-->"]
)
def test_style_sheets_and_what_outlook_heeds_stay_as_they_are(style: str) -> None:
    assert html_of(f"{style}[if]", ["[leave]"]) == f"{style}&#91;if]"
    assert html_of(f"{style}<p>{{x}}", ["{leave}"]) == f"{style}<p>&#123;x}}"


def test_what_no_provider_takes_for_a_tag_stays_as_it_is() -> None:
    text = "As [3] shows, 12% of {1, 2} and %20 of https://example.org/a%20b [see 4]"
    assert text_of(text, ["{{ leave }}"]) == text
    assert text_of(text, ["[leave]"]) == text.replace("[see", "[ see")
    assert html_of(text, ["%leave%"]) == text


@given(SIGNS, st.sampled_from([(), *((tag,) for tag in TAGS)]))
def test_no_text_looks_like_a_tag_and_none_is_lost(text: str, tags: tuple[str, ...]) -> None:
    html = text.replace("&", "&amp;")
    made = html_of(html, tags)
    assert not any(opening in made for opening in OPENINGS)
    assert unescape(made) == unescape(html)
    parted = text_of(text, tags)
    assert parted.replace(" ", "") == text.replace(" ", "")
    own = {find_opening(tag) for tag in tags}
    # Django's and Liquid's have more than one
    own |= {"{%", "{#"} if "{{" in own else set()
    assert not any(opening in parted for opening in own & {*OPENINGS})

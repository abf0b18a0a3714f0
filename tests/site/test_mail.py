"""What a message says of the list that it goes to."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.mark.parametrize(
    ("url", "more", "list_id"),
    [
        ("https://news.example.org/", "", "<news.example.org>"),
        ("https://example.org:8080/labs/ai-news/", "", "<ai-news.labs.example.org>"),
        (
            "https://example.org/",
            "email: {list_id: 'Ours <l.example.org>'}",
            '"Ours" <l.example.org>',
        ),
        ("https://example.org/~ada/", "", None),
    ],
)
def test_the_list_is_named_by_the_setting_or_by_the_newsletter_s_address(
    newsletter: Newsletter, url: str, more: str, list_id: str | None
) -> None:
    newsletter.write("content/site.yaml", f"title: News\nurl: {url}\n{more}\n")
    newsletter.edition("2022-03")
    newsletter.build()
    message = message_from_bytes(newsletter.mails()["2022-03/message.eml"], policy=SMTP)
    assert message["List-ID"] == list_id

"""Addresses of readers in running text."""

from __future__ import annotations

import pytest

from digest.importing.post import Place, Post
from digest.importing.readers import hide_readers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("You get this as rita@example.net.", "You get this as (an e-mail address)."),
        (
            "You received this email because you signed up with <rita\\_r@example.net> here.",
            "You received this email because you signed up with (an e-mail address) here.",
        ),
        (
            "This was sent to\n[rita@example.net](mailto:rita@example.net)\n\nBy a@example.org",
            "This was sent to\n(an e-mail address)\n\nBy a@example.org",
        ),
        ("rita@example.net is subscribed.", "(an e-mail address) is subscribed."),
        ("Unsubscribe rita@example.net: (x)", "Unsubscribe (an e-mail address): (x)"),
        ("To unsubscribe, write to list@example.org.", None),
        ("To: Rita <rita@example.net>", "To: Rita (an e-mail address)"),
        ("Sie erhalten dies an rita@example.net.", "Sie erhalten dies an (an e-mail address)."),
        ("You got news? Write to editors@example.org!", None),
        ("Subject: a\nTo: rita@example.net", "Subject: a\nTo: (an e-mail address)"),
        (
            "Rita rita@example.net\n\n**To:** rita@example.net",
            "Rita (an e-mail address)\n\n**To:** (an e-mail address)",
        ),
        ("Papers should be sent to editors@example.org.", None),
        ("The code is at git@example.org, and you may mail ada@example.org.", None),
    ],
)  # fmt: skip
def test_only_addresses_to_which_a_mail_went_are_taken_out(text: str, shown: str | None) -> None:
    post = hide_readers(Post(Place("a.html"), "One", text))
    assert post.text == (shown or text)
    assert [one.what for one in post.left_out] == ["an e-mail address"] * post.text.count("(an ")

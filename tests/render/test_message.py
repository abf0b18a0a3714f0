"""The message: whatever the headers and the texts say, it is read back as it was meant."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import SMTP
from email.utils import parseaddr
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.render.message import Envelope, make_message
from digest.settings.providertags import hide_tags
from tests.mails import sender

if TYPE_CHECKING:
    from email.message import EmailMessage

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=300)
NAMES = (
    LINES.filter(lambda name: not set(name) & set("<>"))
    .map(lambda name: " ".join(name.split()))
    # one in quotation marks is written as headers have it
    .filter(lambda name: not (name.startswith('"') and name.endswith('"')))
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=400)
FROM = st.lists(st.sampled_from(["From ", "From", " ", "\n", "x" * 70]), max_size=20).map("".join)
HOSTILE = [
    "a\r\nBcc: x@example.org",
    "a\nBcc: x",
    "\r\n\r\nbody",
    "=?utf-8?q?a?=",
    "a, b; c:",
    "\0\a",
]


def write(subject: str = "A subject", html: str = "<p>", text: str = "", **fields: Any) -> bytes:
    return make_message(Envelope(subject, "en", sender(**fields)), html, text)


def read(raw: bytes) -> EmailMessage:
    message: EmailMessage = message_from_bytes(raw, policy=SMTP)
    assert [one.defects for one in (message, *message.iter_parts())] == [[], [], []]
    headers = [header for header in message.values() if hasattr(header, "defects")]
    assert [header.defects for header in headers] == [()] * len(headers)
    return message


def check_lines(raw: bytes) -> None:
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 998
    # RFC 2047, section 2, and RFC 2045, section 6.7 (5)
    body = raw.index(b"\r\n\r\n")
    encoded = [line for line in lines if b"=?" in line] + raw[body:].split(b"\r\n")
    assert max(map(len, encoded)) <= 76
    # a mailbox would write it otherwise, and a signature would not be true any more
    assert not any(line.startswith(b"From ") for line in lines)
    raw.decode("ascii")


@settings(max_examples=60)
@given(LINES | st.sampled_from(HOSTILE))
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    raw = write(subject)
    check_lines(raw)
    message = read(raw)
    kept = "".join(sign for sign in " ".join(subject.split()) if sign not in "\0\a")
    assert message["Subject"] == kept
    assert message.keys().count("Subject") == 1
    assert message["Bcc"] is None


@settings(max_examples=60)
@given(NAMES, NAMES)
def test_names_are_read_as_they_were_written(name: str, list_name: str) -> None:
    raw = write(sender=f"{name} <news@example.org>", list_id=f"{list_name} <news.example.org>")
    check_lines(raw)
    message = read(raw)
    assert [one.addr_spec for one in message["From"].addresses] == ["news@example.org"]
    # the newer parser puts a space between encoded words; RFC 2047, section 6.2, has none
    phrase = parseaddr(message_from_bytes(raw)["From"].replace("\r\n ", " "))[0]
    assert str(make_header(decode_header(phrase))) == name
    assert message["List-ID"].endswith("<news.example.org>")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('"News, Inc."', "News, Inc."),
        ('The "Best" News, Inc.', 'The "Best" News, Inc.'),
        (r'"The \"Best\" News"', 'The "Best" News'),
    ],
)
def test_a_name_may_be_in_quotation_marks_and_have_some(name: str, shown: str) -> None:
    message = read(write(sender=f"{name} <news@example.org>"))
    (mailbox,) = message["From"].addresses
    assert (mailbox.display_name, mailbox.addr_spec) == (shown, "news@example.org")


@settings(max_examples=60)
@given(TEXTS | FROM, TEXTS)
def test_both_parts_are_read_as_they_were_written(html: str, text: str) -> None:
    raw = write(html=html, text=text)
    check_lines(raw)
    message = read(raw)
    plain, rich = message.iter_parts()
    for part, written in ((plain, text), (rich, html)):
        assert isinstance(part.get_payload(decode=True), bytes)
        found = part.get_payload(decode=True).decode()  # type: ignore[union-attr]
        lines = written.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert found.replace("\r\n", "\n").rstrip("\n") == "\n".join(lines).rstrip("\n")


@pytest.mark.parametrize(
    ("url", "mail", "ways"),
    [
        ("https://example.org/x", "", "<https://example.org/x>"),
        ("https://example.org/x", "a@b.org", "<https://example.org/x>, <mailto:a@b.org>"),
        ("", "a?b%c@b.org", "<mailto:a%3Fb%25c@b.org>"),
        ("", "", None),
    ],
)
def test_how_one_leaves_the_list(url: str, mail: str, ways: str | None) -> None:
    message = read(write(unsubscribe_url=url, unsubscribe_mail=mail))
    assert message["List-Unsubscribe"] == ways
    assert message["List-Unsubscribe-Post"] is None
    message = read(write(unsubscribe_url=url, unsubscribe_mail=mail, one_click=True))
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_tags_stand_in_headers_as_they_are_written_and_nothing_else_looks_like_one() -> None:
    leave = "https://lists.example.org/u?id={{ .Subscriber.UUID }}"
    tags = ("{{ .Subscriber.UUID }}", "{{ mail }}")
    raw = write(
        "What {{ x }} means",
        unsubscribe_url=hide_tags(leave),
        to=hide_tags(tags[1]),
        sender=hide_tags("News for {{ mail }} <news@example.org>"),
        tags=tags,
        openings=("{{",),
    )
    assert f"\r\nList-Unsubscribe: <{leave}>\r\n".encode() in raw
    assert raw.startswith(b'From: "News for {{ mail }}" <news@example.org>\r\n')
    assert b"\r\nTo: {{ mail }}\r\n" in raw
    assert b"\r\nSubject: What { { x }} means\r\n" in raw


def test_a_message_names_somebody_it_is_to() -> None:
    assert read(write(sender="A, B <news@example.org>"))["To"] == '"A, B" <news@example.org>'
    own = read(write(sender="news@example.org", to="Readers <readers@example.org>"))
    assert (own["From"], own["To"]) == ("news@example.org", "Readers <readers@example.org>")
    # the mail program that opens a draft asks for both
    assert read(write())["To"] is None


def test_a_built_message_depends_on_no_moment() -> None:
    assert write() == write()
    message = read(write())
    assert (message["Date"], message["Message-ID"]) == (None, None)
    assert write("Another")[:2000] != write()[:2000]

"""The message: whatever the headers and the texts say, it is read back as it was meant."""

from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import SMTP
from email.utils import parseaddr
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.render.message import Envelope, make_message
from digest.site.mailview import Sender

if TYPE_CHECKING:
    from email.message import EmailMessage

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=300)
NAMES = LINES.filter(lambda name: not set(name) & set('<>"')).map(
    lambda name: " ".join(name.split())
)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=400)
HOSTILE = [
    "a\r\nBcc: x@example.org",
    "a\nBcc: x",
    "\r\n\r\nbody",
    "=?utf-8?q?a?=",
    "a, b; c:",
    "\0\a",
]


def sender(**fields: str) -> Sender:
    known = dict.fromkeys(Sender.__struct_fields__, "")
    return Sender(**{**known, "budget": 97_000, **fields})  # type: ignore[arg-type]


def write(subject: str = "A subject", html: str = "<p>", text: str = "", **fields: str) -> bytes:
    date = "2022-03-02T00:00:00+01:00"
    return make_message(Envelope(subject, date, "en", "example.org", sender(**fields)), html, text)


def read(raw: bytes) -> EmailMessage:
    message: EmailMessage = message_from_bytes(raw, policy=SMTP)
    assert [one.defects for one in (message, *message.iter_parts())] == [[], [], []]
    headers = [header for header in message.values() if hasattr(header, "defects")]
    assert [header.defects for header in headers] == [()] * len(headers)
    return message


def check_lines(raw: bytes) -> None:
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
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


@settings(max_examples=60)
@given(TEXTS, TEXTS)
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
    ("url", "mail", "ways", "post"),
    [
        ("https://example.org/x", "", "<https://example.org/x>", True),
        ("https://example.org/x", "a@b.org", "<https://example.org/x>, <mailto:a@b.org>", True),
        ("http://example.org/x", "", "<http://example.org/x>", False),
        ("{{ leave }}", "", "<{{ leave }}>", True),
        ("", "a?b%c@b.org", "<mailto:a%3Fb%25c@b.org>", False),
        ("", "", None, False),
    ],
)
def test_how_one_leaves_the_list(url: str, mail: str, ways: str | None, *, post: bool) -> None:
    message = read(write(unsubscribe_url=url, unsubscribe_mail=mail))
    assert message["List-Unsubscribe"] == ways
    assert (message["List-Unsubscribe-Post"] is not None) is post


def test_the_date_is_that_of_the_edition_and_nothing_else_is_of_a_time() -> None:
    assert write() == write()
    message = read(write())
    assert message["Date"].datetime == dt.datetime.fromisoformat("2022-03-02T00:00:00+01:00")
    assert write("Another")[:2000] != write()[:2000]


def test_a_message_has_an_id_of_its_own() -> None:
    ids = {read(write(text=text))["Message-ID"] for text in ("one", "two")}
    assert len(ids) == 2
    assert all(id_.endswith("@example.org>") for id_ in ids)
    assert read(write(sender="a@news.example.com"))["Message-ID"].endswith("@news.example.com>")

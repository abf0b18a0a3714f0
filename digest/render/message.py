"""A mail as it goes over the wire: both parts and the headers, in one file.

RFC 5322 (the message), RFC 2045 to 2047 (MIME and headers outside ASCII), RFC 2919 (List-ID), RFC
2369 (List-Unsubscribe) and RFC 8058 (unsubscribing with one click). Nothing in it depends on the
time or on chance: the boundary and the Message-ID are hashes.
"""

from __future__ import annotations

import datetime as dt
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import msgspec

from digest.emailconfig import split_mailbox
from digest.site.mailview import Sender
from digest.text import fingerprint


class Envelope(msgspec.Struct, frozen=True):
    """What the headers say."""

    subject: str
    date: str
    """ISO 8601, with the offset of the time zone."""
    lang: str
    sender: Sender


def make_message(envelope: Envelope, html: str, text: str) -> bytes:
    """Return the message, its lines ending in CRLF: text first, as the plainer alternative."""
    sender = envelope.sender
    hash_ = fingerprint(msgspec.json.encode(envelope), html, text)
    message = EmailMessage(policy=SMTP)
    message["From"] = _address(sender.sender)
    if sender.reply_to:
        message["Reply-To"] = _address(sender.reply_to)
    message["Subject"] = " ".join(envelope.subject.split())
    message["Date"] = format_datetime(dt.datetime.fromisoformat(envelope.date))
    host = split_mailbox(sender.sender)[1].rpartition("@")[2]
    message["Message-ID"] = f"<{hash_}@{host}>"
    message.set_content(_lines(text), cte="quoted-printable")
    message.add_alternative(_lines(html), subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.lang
    message.set_boundary(f"=_{hash_}")
    head, _, body = message.as_bytes().partition(b"\r\n\r\n")
    return b"\r\n".join([head, *_list_headers(sender), b"", body])


def _address(mailbox: str) -> Address:
    name, address = split_mailbox(mailbox)
    return Address(name, addr_spec=address)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _list_headers(sender: Sender) -> list[bytes]:
    """Return the headers of a mailing list, each on one line.

    They are not left to the library: it would encode a long address as if it were words, and mail
    clients then show no button to unsubscribe.
    """
    headers = []
    if sender.list_id:
        name, _, id_ = sender.list_id.rpartition("<")
        headers.append(f"List-ID: {_phrase(name)}<{id_.rstrip('>')}>")
    ways = []
    if sender.unsubscribe_url:
        ways.append(f"<{sender.unsubscribe_url}>")
    if sender.unsubscribe_mail:
        ways.append(f"<mailto:{sender.unsubscribe_mail}>")
    if ways:
        # folded between two addresses, never within one
        headers.append("List-Unsubscribe: " + ",\r\n ".join(ways))
    if sender.unsubscribe_url and not sender.unsubscribe_url.startswith("http:"):
        headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return [header.encode() for header in headers]


def _phrase(name: str) -> str:
    """Return a list's name before its id; as RFC 2047 has it where it is not plain ASCII."""
    name = name.strip().strip('"').strip()
    if not name:
        return ""
    return f'"{name}" ' if name.isascii() else f"{Header(name, 'utf-8').encode()} "

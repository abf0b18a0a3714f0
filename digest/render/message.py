"""A mail as it goes over the wire: both parts and the headers, in one file.

RFC 5322 (the message), RFC 2045 to 2047 (MIME and headers outside ASCII), RFC 2919 (List-ID), RFC
2369 (List-Unsubscribe) and RFC 8058 (unsubscribing with one click). Nothing in it depends on the
time or on chance: the boundary and the Message-ID are hashes.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote

import msgspec

from digest.emailconfig import is_tag, mailto, split_mailbox
from digest.site.mailview import Sender
from digest.text import fingerprint


class Envelope(msgspec.Struct, frozen=True):
    """What the headers say."""

    subject: str
    date: str
    """ISO 8601, with the offset of the time zone."""
    lang: str
    host: str
    """Of the newsletter's public address."""
    sender: Sender


def make_message(envelope: Envelope, html: str, text: str) -> bytes:
    """Return the message, its lines ending in CRLF: text first, as the plainer alternative.

    Without an address to send from it is a draft: it has no From, which the mail program that
    opens it fills in.
    """
    sender = envelope.sender
    hash_ = fingerprint(msgspec.json.encode(envelope), html, text)
    message = EmailMessage(policy=SMTP)
    if sender.sender:
        message["From"] = _address(sender.sender)
    else:
        message["X-Unsent"] = "1"
    if sender.reply_to:
        message["Reply-To"] = _address(sender.reply_to)
    message["Subject"] = _line(envelope.subject)
    message["Date"] = format_datetime(dt.datetime.fromisoformat(envelope.date))
    message["Message-ID"] = f"<{hash_}@{_host(envelope)}>"
    message.set_content(_lines(text), cte="quoted-printable")
    message.add_alternative(_lines(html), subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.lang
    message.set_boundary(f"=_{hash_}")
    head, _, body = message.as_bytes().partition(b"\r\n\r\n")
    return b"\r\n".join([head, *_list_headers(sender), b"", body])


def _address(mailbox: str) -> Address:
    name, address = split_mailbox(mailbox)
    return Address(name, addr_spec=address)


def _host(envelope: Envelope) -> str:
    """Return a host of the sender's, which makes the Message-ID unlike all others."""
    host = split_mailbox(envelope.sender.sender)[1].rpartition("@")[2] or envelope.host
    # RFC 5322, section 3.6.4: a dot-atom
    return host if re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*", host) else "localhost"


def _line(text: str) -> str:
    """Return a text as one line, without control characters."""
    words = " ".join(text.split())
    return "".join(letter for letter in words if unicodedata.category(letter) != "Cc")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _list_headers(sender: Sender) -> list[bytes]:
    """Return the headers of a mailing list, each address of them on one line.

    They are not left to the library: it would encode a long address as if it were words, and mail
    clients then show no button to unsubscribe.
    """
    headers = []
    if sender.list_id:
        name, _, id_ = sender.list_id.rpartition("<")
        headers.append(f"List-ID: {_phrase(name)}<{id_.rstrip('>')}>")
    url = sender.unsubscribe_url
    ways = [f"<{url}>"] if url else []
    if sender.unsubscribe_mail:
        ways.append(f"<{mailto(sender.unsubscribe_mail)}>")
    if ways:
        headers.append("List-Unsubscribe: " + ",\r\n ".join(ways))
    # RFC 8058, section 3.1: only with an https address, which is what providers put for their tags
    if url.startswith("https:") or is_tag(url):
        headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return [header.encode() for header in headers]


def _phrase(name: str) -> str:
    """Return a list's name before its id; as RFC 2047 has it where it is not plain ASCII."""
    name = name.strip().strip('"').strip()
    if not name:
        return ""
    encoded = f'"{quote(name)}"' if name.isascii() else Header(name, "utf-8").encode(linesep="\r\n")
    return f"{encoded}\r\n "

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
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote

import msgspec

from digest.basics.text import fingerprint
from digest.settings.emailconfig import is_tag, mailto, split_mailbox
from digest.site.mailview import Sender

_CRLF = "\r\n"
_LONGEST_NAME = 50
"""Of one in quotation marks: with its address on one line of 78, as most are."""
_LONGEST_WORD = 60
"""A longer one could not be left whole in a line of 78."""


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
    headers = [
        _mailbox("From", sender.sender) if sender.sender else "X-Unsent: 1",
        *([_mailbox("Reply-To", sender.reply_to)] if sender.reply_to else ()),
        f"Subject: {encode_words(envelope.subject, 'Subject')}",
        f"Date: {format_datetime(dt.datetime.fromisoformat(envelope.date))}",
        f"Message-ID: <{hash_}@{_host(envelope)}>",
        *_list_headers(sender),
    ]
    message = EmailMessage(policy=SMTP)
    message.set_content(_lines(text), cte="quoted-printable")
    message.add_alternative(_lines(html), subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.lang
    message.set_boundary(f"=_{hash_}")
    return "".join(header + _CRLF for header in headers).encode() + message.as_bytes()


def _mailbox(header: str, mailbox: str) -> str:
    name, address = split_mailbox(mailbox)
    return f"{header}: {_phrase(name, header)}<{address}>" if name else f"{header}: {address}"


def _host(envelope: Envelope) -> str:
    """Return a host of the sender's, which makes the Message-ID unlike all others."""
    host = split_mailbox(envelope.sender.sender)[1].rpartition("@")[2] or envelope.host
    # RFC 5322, section 3.6.4: a dot-atom
    return host if re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*", host) else "localhost"


def encode_words(text: str, header: str) -> str:
    """Return a header's text as one line, or as RFC 2047 has it where it is not plain ASCII.

    The library's own policy loses spaces between the words that it encodes.
    """
    line = " ".join(text.split())
    line = "".join(letter for letter in line if unicodedata.category(letter) != "Cc")
    is_plain = _is_plain(line) and max(map(len, line.split()), default=0) < _LONGEST_WORD
    encoded = Header(line, "us-ascii" if is_plain else "utf-8", header_name=header)
    return encoded.encode(linesep=_CRLF)


def _phrase(name: str, header: str) -> str:
    """Return the name before an address, with what parts the two."""
    if len(name) <= _LONGEST_NAME and _is_plain(name):
        return f'"{quote(name)}" '
    encoded = Header(name, "utf-8", header_name=header).encode(linesep=_CRLF)
    return f"{encoded}{_CRLF} "


def _is_plain(text: str) -> bool:
    return text.isascii() and "=?" not in text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _list_headers(sender: Sender) -> list[str]:
    """Return the headers of a mailing list, each address of them on one line.

    They are not left to the library: it would encode a long address as if it were words, and mail
    clients then show no button to unsubscribe.
    """
    headers = []
    if sender.list_id:
        name, _, id_ = sender.list_id.rpartition("<")
        name = name.strip().strip('"').strip()
        phrase = _phrase(name, "List-ID") if name else ""
        headers.append(f"List-ID: {phrase}<{id_.rstrip('>')}>")
    url = sender.unsubscribe_url
    ways = [f"<{url}>"] if url else []
    if sender.unsubscribe_mail:
        ways.append(f"<{mailto(sender.unsubscribe_mail)}>")
    if ways:
        headers.append("List-Unsubscribe: " + f",{_CRLF} ".join(ways))
    # RFC 8058, section 3.1: only with an https address, which is what providers put for their tags
    if url.startswith("https:") or is_tag(url):
        headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return headers

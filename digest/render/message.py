"""A mail as it goes over the wire: both parts and the headers, in one file.

RFC 5322 (the message), RFC 2045 to 2047 (MIME and headers outside ASCII), RFC 2919 (List-ID), RFC
2369 (List-Unsubscribe) and RFC 8058 (unsubscribing with one click). Nothing in it depends on the
time or on chance: the boundary is a hash. Date and Message-ID are those of the moment at which it
is sent, so whoever sends it puts them in (RFC 6409, sections 8.2 and 8.3): a mail program, a mail
server that takes messages from its users, or `digest send`.
"""

from __future__ import annotations

import re
import unicodedata
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import quote

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint
from digest.render.providers import finish_text
from digest.settings.emailconfig import mailto, split_mailbox
from digest.settings.providertags import show_tags
from digest.site.views.mail import Sender

_CRLF = "\r\n"
_POLICY = SMTP.clone(max_line_length=76)
"""RFC 2045, section 6.7 (5), and RFC 2047, section 2: no line that is encoded is longer."""
_FROM = lazy_regex(rb"^From ", re.MULTILINE)
"""What mailboxes put a sign before, which a signature of the message (DKIM) does not survive; it is
written as RFC 2049, section 3 (8), has it, with a soft line break behind."""
_LONGEST_NAME = 50
"""Of one in quotation marks: with its address on one line of 76, as most are."""
_LONGEST_WORD = 60
"""A longer one could not be left whole in a line of 76."""


class Envelope(msgspec.Struct, frozen=True):
    """What the headers say."""

    subject: str
    lang: str
    sender: Sender


def make_message(envelope: Envelope, html: str, text: str) -> bytes:
    """Return the message, its lines ending in CRLF: text first, as the plainer alternative.

    Without an address to send from it is a draft: it has no From, which the mail program that
    opens it fills in.
    """
    hash_ = fingerprint(msgspec.json.encode(envelope), html, text)
    subject = finish_text(envelope.subject, envelope.sender)
    sender = _show_tags(envelope.sender)
    to = sender.to or sender.sender
    headers = [
        _mailbox("From", sender.sender) if sender.sender else "X-Unsent: 1",
        *([_mailbox("To", to)] if to else ()),
        *([_mailbox("Reply-To", sender.reply_to)] if sender.reply_to else ()),
        f"Subject: {encode_words(subject, 'Subject')}",
        *_list_headers(sender),
    ]
    message = EmailMessage(policy=_POLICY)
    message.set_content(_lines(text), cte="quoted-printable")
    message.add_alternative(_lines(html), subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.lang
    message.set_boundary(f"=_{hash_}")
    parts = _FROM.sub(b"=46rom=\r\n ", message.as_bytes())
    return "".join(header + _CRLF for header in headers).encode() + parts


def _show_tags(sender: Sender) -> Sender:
    """Return the settings with the provider's tags in them, for headers have no other signs."""
    fields = {name: getattr(sender, name) for name in sender.__struct_fields__}
    shown = {
        name: show_tags(value, sender.tags)
        for name, value in fields.items()
        if isinstance(value, str)
    }
    return msgspec.structs.replace(sender, **shown)


def _mailbox(header: str, mailbox: str) -> str:
    name, address = split_mailbox(mailbox)
    return f"{header}: {_phrase(name, header)}<{address}>" if name else f"{header}: {address}"


def encode_words(text: str, header: str) -> str:
    """Return a header's text as one line, or as RFC 2047 has it where it is not plain ASCII.

    The library's own policy loses spaces between the words that it encodes.
    """
    line = " ".join(text.split())
    line = "".join(letter for letter in line if unicodedata.category(letter) != "Cc")
    is_plain = _is_plain(line) and max(map(len, line.split()), default=0) < _LONGEST_WORD
    return _encode(line, "us-ascii" if is_plain else "utf-8", header)


def _phrase(name: str, header: str) -> str:
    """Return the name before an address, with what parts the two."""
    if len(name) <= _LONGEST_NAME and _is_plain(name):
        return f'"{quote(name)}" '
    return f"{_encode(name, 'utf-8', header)}{_CRLF} "


def _encode(text: str, charset: str, header: str) -> str:
    longest = _POLICY.max_line_length
    return Header(text, charset, longest, header).encode(linesep=_CRLF)


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
    ways = [f"<{sender.unsubscribe_url}>"] if sender.unsubscribe_url else []
    if sender.unsubscribe_mail:
        ways.append(f"<{mailto(sender.unsubscribe_mail)}>")
    if ways:
        headers.append("List-Unsubscribe: " + f",{_CRLF} ".join(ways))
    if sender.one_click:
        headers.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    return headers

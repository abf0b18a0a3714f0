"""A proof: the message as it was built, to one person, as a mail of its own."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from typing import TYPE_CHECKING

from digest.basics.text import one_line
from digest.render.message import encode_words
from digest.settings.emailconfig import split_mailbox

if TYPE_CHECKING:
    import datetime as dt

_CRLF = b"\r\n"
_OWN = frozenset({"to", "date", "message-id", "subject", "from", "x-unsent"})
"""Headers that a proof has of its own. Of the built message's, those of a list are left out, too:
nobody subscribed to a proof, and their addresses may be tags that a service fills in."""


def make_proof(message: bytes, to: str, now: dt.datetime, host: str, *, is_draft: bool) -> bytes:
    """Return the built message with the headers of a mail to `to`, sent `now`.

    `host` is a name of the sender's, for the Message-ID, which is like no other's: mailboxes drop
    what they have seen, and the mail that readers get later must not be dropped. Where the
    newsletter has no sender, it is from whom it is to. The subject of a draft says so.
    """
    head, _, body = message.partition(_CRLF * 2)
    subject = read_subject(message)
    sender = read_sender(message)
    own = (
        *(() if sender else (f"From: {to}",)),
        f"To: {to}",
        f"Subject: {encode_words(f'[draft] {subject}' if is_draft else subject, 'Subject')}",
        f"Date: {email.utils.format_datetime(now)}",
        f"Message-ID: {email.utils.make_msgid(domain=host)}",
    )
    kept = [one for one in _split(head) if _keeps(one, has_sender=bool(sender))]
    return _CRLF.join((*kept, *(one.encode() for one in own))) + _CRLF * 2 + body


def read_subject(message: bytes) -> str:
    """Return a message's subject, decoded and on one line."""
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    return one_line(str(parsed["Subject"] or ""))


def read_sender(message: bytes) -> str:
    """Return the address that a message is from; empty where it says nothing of it."""
    parsed = email.message_from_bytes(message, policy=email.policy.default)
    return split_mailbox(str(parsed["From"] or ""))[1]


def _split(head: bytes) -> list[bytes]:
    """Part a message's head into its headers: a line that begins with a blank goes on with one."""
    return re.split(rb"\r\n(?![ \t])", head)


def _keeps(header: bytes, *, has_sender: bool) -> bool:
    name = header.partition(b":")[0].decode("ascii", "replace").lower()
    if name == "from":
        return has_sender
    return name not in _OWN and not name.startswith("list-")

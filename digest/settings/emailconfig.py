"""The settings under `email:` in site.yaml: who sends the mail, and how one leaves its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.settings.schema import Field, integer, text, wrong_form
from digest.settings.serviceconfig import Provider, provider
from digest.settings.yamlnodes import Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

# as HTML's `<input type="email">` has it, with a dot in the host: what all mail servers take
_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_MAILBOX = lazy_regex(
    rf"(?:(?P<name>[^<>\"]*|\"[^<>\"]*\")\s*<(?P<address>{_ADDRESS})>|{_ADDRESS})"
)
_LIST_ID = lazy_regex(r"[^<>]*<[\w-]+(?:\.[\w-]+)+>|[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB_ADDRESS = lazy_regex(r"https?://[!-;=?-~]+")
_WORDS = "[^<>]+"
_TAG = lazy_regex(
    rf"\{{\{{{_WORDS}\}}\}}|\*\|{_WORDS}\|\*|\[\[?{_WORDS}\]\]?|%%?{_WORDS}%%?|<%{_WORDS}%>"
)
"""What providers put an address in place of: `{{ unsubscribe_url }}`, `*|UNSUB|*`, … It is printed
as it is, and so has no sign that ends or begins an element."""
_LONGEST_ADDRESS = 254
"""RFC 5321, section 4.5.3.1.3: a path has 256 octets, its brackets included."""
_LONGEST_LIST_ID = 255
"""RFC 2919, section 3."""
_LONGEST_URL = 900
"""A line of a message has no more than 998 octets, and an address must not be broken."""


class EmailSettings(msgspec.Struct, frozen=True):
    """What the mail needs."""

    sender: str = ""
    """`email.from`: a name and an address as in a mail's From line."""
    address: str = ""
    """Where the sender is to be found, for the foot of the mail."""
    reply_to: str = ""
    list_id: str = ""
    """RFC 2919: `trends.example.org`, or `Trends <trends.example.org>`."""
    unsubscribe_url: str = ""
    """An https address, or a provider's tag that it puts one in place of."""
    unsubscribe_mail: str = ""
    """An address to which a mail unsubscribes."""
    budget: int = 97_000
    """The most bytes that the mail's HTML may have."""
    provider: Provider = Provider()
    """The service that editions are handed to."""


def split_mailbox(mailbox: str) -> tuple[str, str]:
    """Return the name, which may be empty, and the address of a From line."""
    found = _MAILBOX.fullmatch(mailbox)
    if found is None or found["address"] is None:
        return "", mailbox
    return found["name"].strip().strip('"').strip(), found["address"]


def is_tag(address: str) -> bool:
    """Tell whether an address is a provider's tag, which it puts one in place of."""
    return _TAG.fullmatch(address) is not None


def is_mail_address(address: str) -> bool:
    """Tell whether a text is a mail address, without a name."""
    return re.fullmatch(_ADDRESS, address) is not None and len(address) <= _LONGEST_ADDRESS


def mailto(address: str) -> str:
    """Return the link that begins a mail to an address (RFC 6068, section 2)."""
    return "mailto:" + quote(address, safe="@!$'*+")


def _mailbox(node: Node, reading: Reading) -> str | None:
    """Read a mail address with or without a name."""
    found = _line(node)
    if _MAILBOX.fullmatch(found) and len(split_mailbox(found)[1]) <= _LONGEST_ADDRESS:
        return found
    hint = "as 'Trends <news@example.org>'"
    wrong_form(node, reading, "this must be a mail address, with or without a name", hint)
    return None


def _mail_address(node: Node, reading: Reading) -> str | None:
    found = _line(node)
    if is_mail_address(found):
        return found
    wrong_form(node, reading, "this must be a mail address", "as 'leave@example.org'")
    return None


def _list_id(node: Node, reading: Reading) -> str | None:
    found = _line(node)
    if _LIST_ID.fullmatch(found) and len(found) <= _LONGEST_LIST_ID:
        return found
    wrong_form(node, reading, "this must be a list's id", "as 'trends.example.org'")
    return None


def _unsubscribe(node: Node, reading: Reading) -> str | None:
    found = _line(node)
    if len(found) > _LONGEST_URL:
        wrong_form(node, reading, f"this must have no more than {_LONGEST_URL} characters")
        return None
    if _WEB_ADDRESS.fullmatch(found) or is_tag(found):
        return found
    hint = "or your provider's tag for one, as '{{ unsubscribe_url }}', in quotes"
    wrong_form(node, reading, "this must be a web address", hint)
    return None


def _line(node: Node) -> str:
    """Return a text of one line; empty where there is none."""
    found = node.text.strip() if isinstance(node, Scalar) else ""
    return found if found.isprintable() else ""


EMAIL_FIELDS = {
    "from": Field(_mailbox),
    "address": Field(text),
    "reply_to": Field(_mailbox),
    "list_id": Field(_list_id),
    "unsubscribe_url": Field(_unsubscribe),
    "unsubscribe_mail": Field(_mail_address),
    "budget": Field(integer(1_000, 10_000_000)),
    "provider": Field(provider),
}

"""The settings under `email:` in site.yaml: who sends the mail, and how one leaves its list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from digest.basics.hosts import ascii_host
from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import boolean, integer, text, wrong_form
from digest.settings.providertags import find_tags, hide_tags, is_provider_tag
from digest.settings.schema import Field, convert_mapping
from digest.settings.serviceconfig import Provider, provider
from digest.settings.subjects import IN_BRACES, PARTS
from digest.settings.webaddresses import AMPERSAND
from digest.settings.yamlnodes import Scalar

if TYPE_CHECKING:
    from digest.settings.converters import Convert
    from digest.settings.schema import Values
    from digest.settings.yamlnodes import Node, Reading

# as HTML's `<input type="email">` has it, with a dot in the host: what all mail servers take
_ADDRESS = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_MAILBOX = lazy_regex(rf"(?:(?P<name>[^<>]*)<(?P<address>{_ADDRESS})>|{_ADDRESS})")
_QUOTED = lazy_regex(r'"(?:[^"\\]|\\.)*"')
"""A name as headers have it (RFC 5322, section 3.2.4)."""
_ESCAPED = lazy_regex(r"\\(.)")
_LIST_ID = lazy_regex(r"[^<>]*<[\w-]+(?:\.[\w-]+)+>|[\w-]+(?:\.[\w-]+)+", re.ASCII)
_WEB_ADDRESS = lazy_regex(r"(?:https?://[!-;=?-~]|tag[0-9a-f]{32})[!-;=?-~]*")
"""One whose tags are hidden."""
_BARE = lazy_regex(r"[\w-]+(?:\.[\w-]+)+(?:[/?]|$)", re.ASCII)
"""A host, and what may follow it."""
_HOST = lazy_regex(r"(?<=://)[^/?#:]+")
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
    to: str = ""
    """Whom the To line names, or a provider's tag; where it is empty, the sender."""
    subject: str = "{title}"
    """How a subject is made of an edition that has none: see `subjects.py`."""
    address: str = ""
    """Where the sender is to be found, for the foot of the mail; provider's tags may be in it."""
    reply_to: str = ""
    list_id: str = ""
    """RFC 2919: `trends.example.org`, or `Trends <trends.example.org>`; if empty, of the `url`."""
    subscribe_url: str = ""
    """Where one subscribes. It, and the next two, are web addresses that may have provider's tags
    in them, or such tags alone."""
    preferences_url: str = ""
    """Where one chooses what one gets."""
    unsubscribe_url: str = ""
    unsubscribe_mail: str = ""
    """An address to which a mail unsubscribes."""
    one_click: bool = False
    """Whether a request to `unsubscribe_url` unsubscribes whoever got the mail, though there is no
    tag in it."""
    budget: int = 97_000
    """The most bytes that the mail's HTML may have, its links as long as a provider makes them."""
    tracked_link: int = 150
    """How long a provider makes a link whose clicks it counts; 0 where it does not."""
    provider: Provider = Provider()
    """The service that editions are handed to."""


def split_mailbox(mailbox: str) -> tuple[str, str]:
    """Return the name, which may be empty, and the address of a From line."""
    found = _MAILBOX.fullmatch(mailbox)
    if found is None or found["address"] is None:
        return "", mailbox
    name = found["name"].strip()
    if _QUOTED.fullmatch(name):
        name = _ESCAPED.sub(r"\1", name[1:-1]).strip()
    return name, found["address"]


def list_tags(email: EmailSettings) -> tuple[str, ...]:
    """Return the provider's tags that stand in the settings, each once."""
    settings = {name: getattr(email, name) for name in email.__struct_fields__}
    settings["subject"] = IN_BRACES.sub("", email.subject)
    texts = (text for text in settings.values() if isinstance(text, str))
    return tuple(dict.fromkeys(tag for text in texts for tag in find_tags(text)))


def is_mail_address(address: str) -> bool:
    """Tell whether a text is a mail address, without a name."""
    return re.fullmatch(_ADDRESS, address) is not None and len(address) <= _LONGEST_ADDRESS


def is_list_id(text: str) -> bool:
    """Tell whether a text is the id of a mailing list, with or without a name."""
    return _LIST_ID.fullmatch(text) is not None and len(text) <= _LONGEST_LIST_ID


def mailto(address: str) -> str:
    """Return the link that begins a mail to an address (RFC 6068, section 2)."""
    return "mailto:" + quote(address, safe="@!$'*+")


def _mailbox(node: Node, reading: Reading) -> str | None:
    """Read a mail address with or without a name."""
    found = _line(node)
    if _MAILBOX.fullmatch(found) and len(split_mailbox(found)[1]) <= _LONGEST_ADDRESS:
        return found
    expected = "this must be a mail address, with or without a name"
    wrong_form(node, reading, expected, _mend_address(found) or "as 'Trends <news@example.org>'")
    return None


def _mail_address(node: Node, reading: Reading) -> str | None:
    found = _line(node)
    if is_mail_address(found):
        return found
    hint = _mend_address(found) or "as 'leave@example.org'"
    wrong_form(node, reading, "this must be a mail address", hint)
    return None


def _mend_address(written: str) -> str:
    """Say how a mail address is written in ASCII, if its host alone is not (RFC 5891)."""
    host = written.rpartition("@")[2].rstrip(">")
    mended = written.replace(f"@{host}", f"@{ascii_host(host)}")
    if not host.isascii() and _MAILBOX.fullmatch(mended):
        return f"not every mail server knows such letters: write '{mended}'"
    return ""


def _list_id(node: Node, reading: Reading) -> str | None:
    found = _line(node)
    if is_list_id(found):
        return found
    wrong_form(node, reading, "this must be a list's id", "as 'trends.example.org'")
    return None


def _recipient(node: Node, reading: Reading) -> str | None:
    """Read a mail address with or without a name, or a provider's tag for one."""
    found = _line(node)
    return found if is_provider_tag(found) else _mailbox(node, reading)


def _address(node: Node, reading: Reading) -> str | None:
    """Read where the sender is: its lines, with commas between them."""
    found = text(node, reading)
    lines = (line.strip(" ,") for line in (found or "").splitlines())
    return found and ", ".join(filter(None, lines))


def _subject(node: Node, reading: Reading) -> str | None:
    """Read how a subject is made."""
    found = _line(node)
    unknown = [name for name in IN_BRACES.findall(found) if name not in PARTS]
    if found and not unknown:
        return found
    hint = "in braces there may be " + ", ".join(f"{{{name}}}" for name in PARTS)
    wrong_form(node, reading, "this must be a line that a subject is made of", hint)
    return None


def _mend_web_address(written: str) -> str:
    """Say how a web address is written, if it is one but for its letters, or for its scheme."""
    host = _HOST.search(written)
    found = written.replace(host[0], ascii_host(host[0]), 1) if host else written
    mended = quote(found, safe="".join(map(chr, range(33, 127))))
    if not written.isascii() and _WEB_ADDRESS.fullmatch(hide_tags(mended)):
        return f"headers have no such letters: write '{mended}'"
    whole = f"https://{written}"
    is_bare = _BARE.match(written) and _WEB_ADDRESS.fullmatch(hide_tags(whole))
    return f"write '{whole}'" if is_bare else ""


def _web_address(example: str) -> Convert[str]:
    """Read a web address with provider's tags in it, or a tag alone; `example` is one."""

    def convert(node: Node, reading: Reading) -> str | None:
        found = _line(node)
        if len(found) > _LONGEST_URL:
            wrong_form(node, reading, f"this must have no more than {_LONGEST_URL} characters")
            return None
        hidden = hide_tags(found)
        if "&amp;" in hidden:
            wrong_form(node, reading, "this must be a web address", AMPERSAND)
            return None
        if _WEB_ADDRESS.fullmatch(hidden):
            return found
        hint = f"or your provider's tag for one, as '{example}', in quotes"
        hint = _mend_web_address(found) or hint
        wrong_form(node, reading, "this must be a web address", hint)
        return None

    return convert


def _line(node: Node) -> str:
    """Return a text of one line; empty where there is none."""
    found = node.text.strip() if isinstance(node, Scalar) else ""
    return found if found.isprintable() else ""


def email_settings(node: Node, reading: Reading) -> Values | None:
    """Read `email:`."""
    values = convert_mapping(node, EMAIL_FIELDS, reading, what="email")
    if values and values.get("one_click"):
        url = values.get("unsubscribe_url", "")
        is_told = "unsubscribe_url" in values.given and not url
        if not is_told and (not url or url.startswith("http:")):
            message = "mails do not say that one click unsubscribes (RFC 8058)"
            hint = "that needs an unsubscribe_url with https; set one, or take this away"
            reading.report("field-doubtful", values.places["one_click"], message, hint)
    return values


EMAIL_FIELDS = {
    "from": Field(_mailbox),
    "to": Field(_recipient),
    "subject": Field(_subject),
    "address": Field(_address),
    "reply_to": Field(_mailbox),
    "list_id": Field(_list_id),
    "subscribe_url": Field(_web_address("{{ subscribe_url }}")),
    "preferences_url": Field(_web_address("*|UPDATE_PROFILE|*")),
    "unsubscribe_url": Field(_web_address("{{ unsubscribe_url }}")),
    "unsubscribe_mail": Field(_mail_address),
    "one_click": Field(boolean),
    "budget": Field(integer(1_000, 10_000_000)),
    "tracked_link": Field(integer(0, _LONGEST_URL)),
    "provider": Field(provider),
}

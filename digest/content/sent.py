"""content/sent.yaml: which editions were handed to the mail service, written by `digest send`."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from digest.basics.diagnostics import Found, Place
from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import choice, pairs_of, wrong_form
from digest.settings.schema import Field, convert_mapping
from digest.settings.serviceconfig import SERVICES
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import Reading, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.settings.schema import Values
    from digest.settings.yamlnodes import Node

SENT_FILE = "content/sent.yaml"
_HEAD = (
    "# What was handed to the mail service. 'digest send' writes this file: commit it with the rest"
)
_ID = lazy_regex(r"[\w.-]{1,200}", re.ASCII)
"""Of a draft, as services give them."""
_PLAIN_KEY = lazy_regex(r"[A-Za-z0-9][\w.-]*", re.ASCII)


class Handover(msgspec.Struct, frozen=True, omit_defaults=True):
    """An edition that was handed to a mail service."""

    edition: str
    """Its id."""
    service: str
    """One of `SERVICES`."""
    state: Literal["draft", "sent"]
    """`sent` once the service says so, or a person who has written it here."""
    draft: str = ""
    """The id that the service gave the draft."""
    time: str = ""
    """When it was handed over for the last time, in ISO 8601 and UTC."""
    content: str = ""
    """A hash of what was handed over."""
    words: str = ""
    """The `Words` of the edition as it was then; empty where a person has made the entry."""
    line: int = 0
    """Where it stands; 0 where it was not read."""


def parse_sent(source: str) -> Found[tuple[Handover, ...]]:
    """Read the text of content/sent.yaml: a mapping from an edition's id to what became of it.

    Problems are those of YAML and of the schema; an entry with one that matters is left out.
    """
    reading = Reading(SENT_FILE)
    node = parse_fields(source, reading)
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return Found((), tuple(reading.diagnostics))
    entries = pairs_of(_handover)(node, reading) or ()
    found = tuple(
        Handover(edition=key.text, line=key.place.line, **values) for key, values in entries
    )
    _check_once(found, reading)
    return Found(found, tuple(reading.diagnostics))


def _check_once(found: Iterable[Handover], reading: Reading) -> None:
    """Report a draft that stands at two editions: one of them would overwrite the other's."""
    editions: dict[tuple[str, str], str] = {}
    for one in (each for each in found if each.draft):
        first = editions.setdefault((one.service, one.draft), one.edition)
        if first != one.edition:
            message = f"the draft '{one.draft}' is that of '{first}', too"
            hint = "take the draft away from both of them: digest send finds each by its mark"
            reading.report("field-type", Place(SENT_FILE, one.line, 1), message, hint)


def format_sent(handovers: Iterable[Handover]) -> str:
    """Return the text of content/sent.yaml, by edition: what differs does so on its own lines."""
    lines = [_HEAD]
    for one in sorted(handovers, key=lambda each: each.edition):
        fields: dict[str, Any] = msgspec.structs.asdict(one)
        edition = fields.pop("edition")
        del fields["line"]
        # as JSON writes it, which YAML reads as well
        name = edition if _PLAIN_KEY.fullmatch(edition) else json.dumps(edition, ensure_ascii=False)
        lines.append(f"{name}:")
        lines += (f"  {field}: {_quote(value)}" for field, value in fields.items() if value)
    return "\n".join(lines) + "\n"


def _quote(value: str) -> str:
    """Return a value as other programs must read it, too: as a text, though it be all digits."""
    return value if re.fullmatch("[a-z]+", value) else json.dumps(value)


def _handover(node: Node, reading: Reading) -> Values | None:
    values = convert_mapping(node, _HANDOVER, reading, what="an edition that was sent")
    return values if values and values.keys() >= {"service", "state"} else None


def _id(node: Node, reading: Reading) -> str | None:
    # it becomes a part of an address that is asked for
    if isinstance(node, Scalar) and _ID.fullmatch(node.text) and not node.text.startswith("."):
        return node.text
    wrong_form(node, reading, "this must be the id of a draft, as the service gave it")
    return None


def _word(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Scalar) and re.fullmatch(r"[\w:+. -]*", node.text, re.ASCII):
        return node.text.strip()
    wrong_form(node, reading, "this must be as 'digest send' wrote it", "restore it from git")
    return None


_HANDOVER = {
    "service": Field(choice(*SERVICES), required=True, example=SERVICES[0]),
    "state": Field(choice("draft", "sent"), required=True, example="sent"),
    "draft": Field(_id),
    "time": Field(_word),
    "content": Field(_word),
    "words": Field(_word),
}

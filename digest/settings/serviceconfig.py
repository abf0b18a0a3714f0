"""The setting `email: {provider: …}` in site.yaml: the mail service that editions are handed to.

Neither a service's key is a setting, nor the address to which the key goes: whoever may read the
newsletter's folder could send mail with it, or whoever may propose a change there have it.
"""

from __future__ import annotations

import contextlib
import ipaddress
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import choice, integer, list_of, text, wrong_form
from digest.settings.schema import Field, convert_mapping
from digest.settings.yamlnodes import ListNode, MapNode, Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

_NUMBER = integer(1, 10**9)
_LIST = lazy_regex(r"[A-Za-z0-9]{1,40}")


class Provider(msgspec.Struct, frozen=True):
    """A mail service, and what it must know to take an edition."""

    name: str = ""
    """One of `SERVICES`; empty where the newsletter names none."""
    lists: tuple[int, ...] = ()
    """listmonk: the ids of the lists that a draft is for."""
    template: int = 0
    """listmonk: the id of a template that holds nothing but the mail."""
    list: str = ""
    """Mailchimp: the id of the audience that a draft is for."""
    folder: str = ""
    """`files`: where what is to be pasted is put, from the newsletter's folder."""


def is_this_machine(host: str) -> bool:
    """Tell whether a host is this machine, so that nobody is on the way to it."""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host.lower() == "localhost"


def _lists(node: Node, reading: Reading) -> tuple[int, ...] | None:
    found = list_of(_NUMBER)(node, reading)
    if found == () and isinstance(node, ListNode) and not node.items:
        wrong_form(node, reading, "this must name a list, by its id", "as '[1]'")
        return None
    return found


def _list(node: Node, reading: Reading) -> str | None:
    if isinstance(node, Scalar) and _LIST.fullmatch(node.text):
        return node.text
    hint = "Mailchimp shows it under 'Audience', 'Settings': a word as 'a1b2c3d4e5'"
    wrong_form(node, reading, "this must be the id of an audience", hint)
    return None


def _folder(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found and not found.startswith(("/", "\\")) and ".." not in re.split(r"[/\\]", found):
        return found
    if found is not None:
        wrong_form(node, reading, "this must be a folder in the newsletter's", "as 'build/paste'")
    return None


_FIELDS: dict[str, dict[str, Field]] = {
    "buttondown": {},
    "listmonk": {
        "lists": Field(_lists, required=True, example="[1]"),
        "template": Field(_NUMBER, required=True, example="2"),
    },
    "mailchimp": {"list": Field(_list, required=True, example="a1b2c3d4e5")},
    "ghost": {},
    "files": {"folder": Field(_folder)},
}
SERVICES = tuple(_FIELDS)
"""Each is a file of `sending/services/`; `files` is a folder, for a person to paste from."""
_name = choice(*SERVICES)


def provider(node: Node, reading: Reading) -> Provider | None:
    """Read the name of a service, or a mapping with its `name` and what else it needs."""
    if not isinstance(node, MapNode):
        name = _name(node, reading)
        lacking = {key: one for key, one in _FIELDS.get(name or "", {}).items() if one.required}
        if name and lacking:
            what = " and ".join(f"'{key}'" for key in lacking)
            how = "".join(f", {key}: {one.example}" for key, one in lacking.items())
            hint = f"write {{name: {name}{how}}}"
            reading.report("field-missing", node.place, f"{name} needs {what}", hint)
            return None
        return Provider(name) if name else None
    named = next((value for key, value in node.pairs if key.text == "name"), None)
    name = named.text if isinstance(named, Scalar) and named.text in SERVICES else ""
    fields = {"name": Field(_name, required=True, example=SERVICES[0]), **_FIELDS.get(name, {})}
    if not name:
        # of which service the others are is not known
        node = MapNode(tuple(pair for pair in node.pairs if pair.key.text == "name"), node.place)
    values = convert_mapping(node, fields, reading, what=name or "the provider")
    return Provider(**values) if values and "name" in values else None

"""What the head of each page says to others: `head:` and `script:` in site.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import list_of, pairs_of, text, wrong_form
from digest.settings.readerconfig import said_page
from digest.settings.schema import Field, convert_mapping
from digest.settings.webaddresses import (
    clean_address,
    host_source,
    policed_address,
    private_address,
)
from digest.settings.yamlerrors import quote_in_flow
from digest.settings.yamlnodes import ListNode, MapNode, Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

ME = "me"
"""The name of what is no `<meta>`: `<link rel="me">`, a page of the newsletter's elsewhere."""
_OWN = frozenset({
    *("description", "viewport", "referrer", "generator", "color-scheme", "theme-color"),
    *("twitter:card", "charset"),
})  # fmt: skip
"""What pages say by themselves."""
_NAME = lazy_regex(r"[A-Za-z][\w.:-]*", re.ASCII)
_ATTRIBUTE = lazy_regex(r"data-[a-z0-9]+(?:-[a-z0-9]+)*")
_INTEGRITY = lazy_regex(
    r"sha(?:256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)"
)
_PASTED = lazy_regex(
    r"""\s*<meta\s+name=["']?([\w.:-]+)["']?\s+content=["']?([^"'>]*)""", re.IGNORECASE
)
_SOURCE = lazy_regex(r"""<script\b[^>]*\ssrc=["']?([^"'\s>]+)""", re.IGNORECASE)


class HeadTag(msgspec.Struct, frozen=True):
    """A line in the head of each page: `<meta name=… content=…>`, or of the name `me` a link."""

    name: str
    content: str


class ScriptChoice(msgspec.Struct, frozen=True):
    """A script that all pages let in."""

    src: str
    attributes: tuple[tuple[str, str], ...] = ()
    """Those that begin with `data-`."""
    integrity: str = ""
    """What the script's bytes must be (Subresource Integrity); may be empty."""
    connect: tuple[str, ...] = ()
    """The hosts to which it may send, as a Content-Security-Policy has them."""
    privacy: str = ""
    """As written: a page of the site, or a web address; may be empty."""
    privacy_place: Place | None = None
    """Where it is named, be it so that it can be read or not."""
    place: Place | None = None


# --- head -------------------------------------------------------------------------------------


def head(node: Node, reading: Reading) -> tuple[HeadTag, ...]:
    """Read `head:`: a list of names with what each says, or a mapping of them."""
    tags: list[HeadTag] = []
    for item in node.items if isinstance(node, ListNode) else (node,):
        if not isinstance(item, MapNode):
            _refuse_text(item, reading)
            continue
        for key, value in item.pairs:
            tag = _tag(key, value, reading)
            tags += [tag] if tag else []
    return tuple(tags)


def _refuse_text(node: Node, reading: Reading) -> None:
    pasted = _PASTED.match(node.text) if isinstance(node, Scalar) else None
    hint = "as {google-site-verification: …}"
    if pasted:
        hint = f"write {{{pasted[1]}: {quote_in_flow(pasted[2])}}}"
    wrong_form(node, reading, "this must be a name with what it says", hint)


def _tag(key: Scalar, value: Node, reading: Reading) -> HeadTag | None:
    name = key.text
    if not _NAME.fullmatch(name):
        hint = "as google-site-verification"
        wrong_form(key, reading, "this must be the name of a <meta>, without spaces", hint)
        return None
    if name.lower() in _OWN:
        message = f"every page says its own '{name.lower()}'"
        reading.report("field-type", key.place, message, "take it away")
        return None
    if name == ME:
        address = clean_address(value, reading)
        return HeadTag(ME, address) if address else None
    content = text(value, reading)
    if content is not None and (not content or not content.isprintable()):
        wrong_form(value, reading, "this must be a text on one line")
        return None
    return HeadTag(name, content) if content else None


# --- script -----------------------------------------------------------------------------------


_EXPECTED = "this must be the address of a script"


def _say(src: str) -> str:
    return f"write {{src: {src}, privacy: /privacy/}}"


def scripts(node: Node, reading: Reading) -> tuple[ScriptChoice, ...]:
    """Read `script:`: the address of one, a mapping with its `src`, or a list of these."""
    found = (
        _script(one, reading) for one in (node.items if isinstance(node, ListNode) else (node,))
    )
    return tuple(one for one in found if one)


def _script(node: Node, reading: Reading) -> ScriptChoice | None:
    if isinstance(node, Scalar):
        if pasted := _SOURCE.search(node.text):
            hint = f"{_say(quote_in_flow(pasted[1]))}, with its 'data-' attributes"
            wrong_form(node, reading, _EXPECTED, hint)
            return None
        src = _src(node, reading)
        return ScriptChoice(src, connect=(host_source(src),), place=node.place) if src else None
    if not isinstance(node, MapNode):
        wrong_form(node, reading, _EXPECTED, _say("…"))
        return None
    data = tuple(pair for pair in node.pairs if pair[0].text.startswith("data-"))
    rest = MapNode(tuple(pair for pair in node.pairs if pair not in data), node.place)
    values = convert_mapping(rest, _SCRIPT, reading, what="a script")
    if not values or "src" not in values:
        return None
    return ScriptChoice(
        values["src"],
        _attributes(MapNode(data, node.place), reading),
        values.get("integrity", ""),
        values.get("connect", (host_source(values["src"]),)),
        values.get("privacy", ""),
        values.places["privacy"] if "privacy" in values.given else None,
        node.place,
    )


def _attributes(node: MapNode, reading: Reading) -> tuple[tuple[str, str], ...]:
    found = []
    for key, value in pairs_of(text)(node, reading) or ():
        if not _ATTRIBUTE.fullmatch(key.text):
            hint = "in small letters, as data-domain"
            wrong_form(key, reading, "this must be the name of an attribute", hint)
        elif value and not value.isprintable():
            wrong_form(key, reading, "what it says must be on one line")
        else:
            found.append((key.text, value))
    return tuple(found)


def _src(node: Node, reading: Reading) -> str | None:
    return private_address(node, reading, "others could change the script on its way to readers")


def _integrity(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found is not None and not _INTEGRITY.fullmatch(found):
        hint = "as 'sha384-' and 64 letters, from the provider's own line"
        wrong_form(node, reading, "this must be a hash of the script", hint)
        return None
    return found


def _hosts(node: Node, reading: Reading) -> tuple[str, ...] | None:
    """Read web addresses, of which the hosts count: one, or a list."""
    convert = list_of(policed_address)
    nodes = node if isinstance(node, ListNode) else ListNode((node,), node.place)
    found = convert(nodes, reading)
    return None if found is None else tuple(dict.fromkeys(map(host_source, found)))


_SCRIPT = {
    "src": Field(_src, required=True),
    "integrity": Field(_integrity),
    "connect": Field(_hosts),
    "privacy": Field(said_page),
}
HEAD_FIELDS = {"head": Field(head), "script": Field(scripts)}

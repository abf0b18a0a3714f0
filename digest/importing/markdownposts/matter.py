"""The head of a post's file, which says what the post is: front matter in the forms of all tools.

YAML between `---`, TOML between `+++`, JSON in braces; lines `Title: …` up to an empty one, as
Pelican has them (MultiMarkdown's "metadata"); lines `.. title: …` in a comment, as Nikola has them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.settings.yamlnodes import ListNode, MapNode, Reading, Scalar, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.settings.yamlnodes import Node

_FENCED = lazy_regex(
    r"\s*(?P<fence>---|\+\+\+|;;;)[ \t]*\n(?P<head>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_NIKOLA = lazy_regex(r"\s*<!--\s*\n(?P<head>(?:\.\. .*\n|\s*\n)+)\s*-->[ \t]*\n?")
_NIKOLA_LINE = lazy_regex(r"^\.\. +([\w-]+):[ \t]*(.*)$", re.MULTILINE)
_META_LINE = lazy_regex(r"([A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_META_MORE = lazy_regex(r"(?: {4,}|\t)\s*(.*\S)")
_LOOSE_LINE = lazy_regex(r"^([\w-]+)[ \t]*:[ \t]+(.*\S)[ \t]*$", re.MULTILINE)
_DEEPEST = 20
_LARGEST = 100_000
"""Characters of a head; more are no head."""


class Split(msgspec.Struct, frozen=True):
    """A file's text in its two parts."""

    fields: dict[str, object]
    body: str
    """The Markdown behind the head."""
    line: int
    """The 1-based line of the file on which it begins."""
    form: str = ""
    """`yaml`, `toml`, `json` or `lines`; nothing where there is no head."""
    fault: str = ""
    """What is wrong with the head, where it cannot be read in full."""


def split_matter(text: str, *, has_lines: bool = False) -> Split:
    """Part a file's text from its head. `has_lines` says that it may have lines `Title: …`."""
    split = _split_fenced(text) or _split_json(text) or _split_nikola(text)
    if split is None and has_lines:
        split = _split_lines(text)
    return split or Split({}, text, 1)


def _rest(text: str, end: int) -> tuple[str, int]:
    return text[end:], text.count("\n", 0, end) + 1


def _split_fenced(text: str) -> Split | None:
    found = _FENCED.match(text) if text.lstrip()[:3] in _READERS else None
    if found is None or len(found["head"]) > _LARGEST:
        return None
    form, read = _READERS[found["fence"]]
    fields, fault = read(found["head"] if form != "json" else f"{{{found['head']}}}")
    if fault and not fields and form == "yaml":
        # two lines across the page, and a text between them
        return None
    return Split(fields, *_rest(text, found.end()), form, fault)


def _split_json(text: str) -> Split | None:
    if not text.startswith("{"):
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or text[end:].partition("\n")[0].strip():
        return None
    newline = text.find("\n", end)
    fields = _as_fields(value)
    return Split(fields, *_rest(text, newline + 1 if newline >= 0 else len(text)), "json")


def _split_nikola(text: str) -> Split | None:
    found = _NIKOLA.match(text)
    if found is None:
        return None
    fields = {one[1].lower(): one[2].strip() for one in _NIKOLA_LINE.finditer(found["head"])}
    return Split(dict(fields), *_rest(text, found.end()), "lines")


def _split_lines(text: str) -> Split | None:
    """Part lines `Name: value` at the top, which an empty line ends."""
    fields: dict[str, str] = {}
    name, position = "", 0
    for line in text.split("\n"):
        if not line.strip():
            position += bool(fields) and len(line) + 1
            break
        found = _META_LINE.match(line)
        more = _META_MORE.match(line)
        if found:
            name = found[1].lower()
            fields[name] = (found[2] or "").strip()
        elif more and name:
            fields[name] = f"{fields[name]} {more[1]}".strip()
        else:
            # a text, and what stood before it is its first lines
            return None
        position += len(line) + 1
    if "title" not in fields and "date" not in fields:
        return None
    return Split(dict(fields), *_rest(text, min(position, len(text))), "lines")


def read_yaml(text: str) -> tuple[dict[str, object], str]:
    """Return the fields of a mapping in YAML, and what is wrong where it is none.

    Then lines `name: value` are read one by one: people write titles with a colon in them.
    """
    reading = Reading("")
    node = parse_yaml(text.replace("\t", "    "), reading)
    if isinstance(node, MapNode):
        return _of_map(node), ""
    if node is None and not reading.diagnostics:
        return {}, ""
    loose = {one[1].lower(): one[2].strip("\"'") for one in _LOOSE_LINE.finditer(text)}
    fault = reading.diagnostics[0].message if reading.diagnostics else "it is no list of fields"
    return dict(loose), fault


def _of_map(node: MapNode) -> dict[str, object]:
    return {pair.key.text.lower(): _of_node(pair.value) for pair in node.pairs}


def _of_node(node: Node) -> object:
    match node:
        case Scalar():
            return "" if node.is_null else node.text.strip()
        case ListNode():
            return tuple(_of_node(one) for one in node.items)
        case MapNode():
            return _of_map(node)


def read_toml(text: str) -> tuple[dict[str, object], str]:
    """Return the fields of a text in TOML, and what is wrong where it cannot be read."""
    try:
        return _as_fields(tomllib.loads(text)), ""
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, str(error) or "it is nested too deep"


def read_json(text: str) -> tuple[dict[str, object], str]:
    """Return the fields of an object in JSON, and what is wrong where it cannot be read."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return {}, str(error) or "it is nested too deep"
    return (_as_fields(value), "") if isinstance(value, dict) else ({}, "it is no list of fields")


def _as_fields(value: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    return {str(key).lower(): _plain(one, depth + 1) for key, one in value.items()}


def _plain(value: object, depth: int) -> object:
    if isinstance(value, dict):
        return _as_fields(value, depth) if depth < _DEEPEST else {}
    if isinstance(value, list):
        return tuple(_plain(one, depth + 1) for one in value) if depth < _DEEPEST else ()
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value).strip()


_READERS: dict[str, tuple[str, Callable[[str], tuple[dict[str, object], str]]]] = {
    "---": ("yaml", read_yaml),
    "+++": ("toml", read_toml),
    ";;;": ("json", read_json),
}
"""By their fence: the form of a head, and what reads it."""

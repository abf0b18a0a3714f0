"""The settings that say who makes the newsletter: `people:` and `editors:` in site.yaml."""

from __future__ import annotations

import re

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.editions import Override
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten, slugify
from digest.settings.converters import (
    Convert,
    one_of,
    pairs_of,
    scalar,
    shown,
    shown_text,
    wrong_form,
)
from digest.settings.schema import Field, Values, convert_mapping, mapping
from digest.settings.webaddresses import clean_address, web_address
from digest.settings.yamlnodes import MapNode, Node, Reading, Scalar


class Portrait(msgspec.Struct, frozen=True):
    """A picture of a person."""

    target: str
    """As written: a path beside the content, or an https address."""
    place: Place
    alt: str = ""
    """What it shows; empty where the person's name says it."""


class Person(msgspec.Struct, frozen=True):
    """One who has a page."""

    id: str
    name: str
    url: str = ""
    """A page of the person's own, elsewhere."""
    orcid: str = ""
    """As `0000-0002-1825-0097`."""
    affiliation: str = ""
    bio: Scalar | None = None
    """In Markdown."""
    picture: Portrait | None = None


class NamedEditor(msgspec.Struct, frozen=True):
    """An editor of the newsletter, as `editors:` names one."""

    name: Override
    """A name, or a person's id."""
    url: str = ""
    orcid: str = ""


# --- orcid ------------------------------------------------------------------------------------

_ORCID = lazy_regex(
    r"(?:https?://)?(?:www\.)?orcid(?:\.org/|(?: id)?[:\s]\s*)"
    r"|[\s\u2010-\u2015\u2212-]|/?(?:[?#].*)?$",
    re.IGNORECASE,
)
"""What people paste with an ORCID, and what stands between its digits."""


def parse_orcid(typed: str) -> str:
    """Return an ORCID as `0000-0002-1825-0097`, in whatever form it was pasted.

    Empty where it can be none: the last of its 16 signs is a check digit, by ISO/IEC 7064,
    MOD 11-2, in which X stands for ten (ORCID, "Structure of the ORCID Identifier").
    """
    digits = _ORCID.sub("", typed.strip()).upper()
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        return ""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = "0123456789X"[(12 - total % 11) % 11]
    return "-".join(re.findall("....", digits)) if check == digits[-1] else ""


def _orcid(rule: str, placeholder: str = "") -> Convert[str]:
    """Read an ORCID; one that cannot be is left out, and reported by the rule.

    Of a `placeholder` nothing is said.
    """

    def convert(node: Node, reading: Reading) -> str | None:
        typed = scalar(node, reading)
        if typed is None:
            return None
        found = parse_orcid(typed.text)
        if not found and typed.text != placeholder:
            message = f"'{shorten(typed.text)}' is no ORCID, or a digit of it is wrong"
            hint = "copy it from orcid.org, as '0000-0002-1825-0097'"
            reading.report(rule, node.place, message, hint)
        return found or None

    return convert


# --- people -----------------------------------------------------------------------------------


def _name(node: Node, reading: Reading) -> Override | None:
    found = shown(node, reading)
    if found is None:
        return None
    if found.is_null or not found.text.strip():
        wrong_form(node, reading, "this must not be empty")
        return None
    return Override(" ".join(found.text.split()), found.text_place)


_PORTRAIT = {"src": Field(scalar, required=True), "alt": Field(shown_text)}


def _portrait(node: Node, reading: Reading) -> Portrait | None:
    values = Values()
    if isinstance(node, MapNode):
        values = convert_mapping(node, _PORTRAIT, reading, what="a picture") or values
    elif source := scalar(node, reading):
        values["src"] = source
    source = values.get("src")
    if source is None:
        return None
    return Portrait(source.text.strip(), source.text_place, values.get("alt", ""))


PERSON_FIELDS = {
    "name": Field(_name, required=True),
    "url": Field(clean_address),
    "orcid": Field(_orcid("id-malformed")),
    "affiliation": Field(shown_text),
    "bio": Field(shown),
    "picture": Field(_portrait),
}


def people(node: Node, reading: Reading) -> tuple[Person, ...] | None:
    """Read `people:`: from each person's id to what there is to say."""
    one = one_of(mapping(PERSON_FIELDS, "a person"), [MapNode], _just_named)
    pairs = pairs_of(one)(node, reading)
    if pairs is None:
        return None
    # what is wrong with one is told here alone: those who name that one are right
    return tuple(
        Person(id_, name.value, **{k: v for k, v in values.items() if k != "name"})
        for key, values in pairs
        if (id_ := _read_id(key, reading))
        and (name := values.get("name", Override(key.text, key.place)))
    )


def _just_named(node: Node, reading: Reading) -> Values | None:
    name = _name(node, reading)
    if name is None:
        return None
    values = Values()
    values["name"] = name
    return values


_LONGEST_ID = 100
"""In bytes: it is a part of an address."""


def _read_id(key: Scalar, reading: Reading) -> str:
    """Return the id that a key is, or was meant to be; empty where it can be none."""
    meant = slugify(key.text)
    is_short = 0 < len(meant.encode()) <= _LONGEST_ID
    if key.text != meant or not is_short:
        hint = f"write '{meant}'" if is_short else "as 'ada'"
        message = "a person's id is a part of an address: small letters, digits and hyphens"
        wrong_form(key, reading, message, hint)
    return meant if is_short else ""


# --- editors ----------------------------------------------------------------------------------

_EDITOR = {
    "name": Field(_name, required=True),
    "url": Field(web_address),
    # for long nothing was said of a wrong one, nor of the example that the starter had
    "orcid": Field(_orcid("field-doubtful", "0000-0000-0000-0000")),
}


def editor(node: Node, reading: Reading) -> NamedEditor | None:
    """Read one of `editors:`: a name, a person's id, or a mapping with a name."""
    if isinstance(node, MapNode):
        values = convert_mapping(node, _EDITOR, reading, what="an editor")
        return NamedEditor(**values) if values and "name" in values else None
    name = _name(node, reading)
    return NamedEditor(name) if name else None

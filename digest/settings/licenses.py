"""The licence of a newsletter's texts: `license:` in site.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from digest.basics.text import closest, shorten
from digest.settings.converters import shown_text, wrong_form
from digest.settings.schema import Field, convert_mapping
from digest.settings.webaddresses import clean_address
from digest.settings.yamlnodes import MapNode, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.yamlnodes import Node, Reading


class License(msgspec.Struct, frozen=True):
    """Under which terms others may use the newsletter's own texts."""

    name: str
    """As people write it: `CC BY 4.0`."""
    url: str
    """The whole address of its text."""


_CC = "https://creativecommons.org"
_CC_KINDS = ("by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd")
_CC_VERSIONS = ("4.0", "3.0")


def _list_licenses() -> Iterator[tuple[str, License]]:
    for version in _CC_VERSIONS:
        for kind in _CC_KINDS:
            id_ = f"CC-{kind.upper()}-{version}"
            name = f"CC {kind.upper()} {version}"
            yield id_, License(name, f"{_CC}/licenses/{kind}/{version}/")
    yield "CC0-1.0", License("CC0 1.0", f"{_CC}/publicdomain/zero/1.0/")
    yield "MIT", License("MIT License", "https://opensource.org/license/mit")
    yield "Apache-2.0", License("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0")
    yield "BSD-3-Clause", License("BSD 3-Clause", "https://opensource.org/license/bsd-3-clause")
    yield "Unlicense", License("Unlicense", "https://unlicense.org/")
    fdl = "https://www.gnu.org/licenses/fdl-1.3.html"
    yield "GFDL-1.3-or-later", License("GNU FDL 1.3", fdl)
    yield "GFDL-1.3-only", License("GNU FDL 1.3", fdl)
    gpl = "https://www.gnu.org/licenses/gpl-3.0.html"
    yield "GPL-3.0-or-later", License("GNU GPL 3.0", gpl)
    yield "GPL-3.0-only", License("GNU GPL 3.0", gpl)
    yield "LAL-1.3", License("Free Art License 1.3", "https://artlibre.org/licence/lal/en/")
    ogl = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    yield "OGL-UK-3.0", License("Open Government Licence 3.0", ogl)


LICENSES = dict(_list_licenses())
"""Those that people give texts, by their ids in the SPDX License List (spdx.org/licenses)."""
_SMALL = {id_.lower(): id_ for id_ in LICENSES}
"""An id is the same in small letters: SPDX 2.3, annex D.2."""


def license_(node: Node, reading: Reading) -> License | None:
    """Read an SPDX id, an address, or a mapping with a name and an address."""
    if isinstance(node, MapNode):
        values = convert_mapping(node, _NAMED, reading, what="a licence")
        if values is None or not values.get("name") or "url" not in values:
            if values is not None and values.get("name") == "":
                wrong_form(node, reading, "a licence must have a name")
            return None
        return License(values["name"], values["url"])
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text.lower().startswith(("https://", "http://")):
        url = clean_address(node, reading)
        return License(_name_address(url), url) if url else None
    if found := _SMALL.get(text.lower()):
        return LICENSES[found]
    if re.match(r"all rights|none\b|copyright|©|proprietary", text, re.IGNORECASE):
        message = f"'{shorten(text)}' is no licence"
        hint = "take 'license' away: without one, all rights are reserved"
        reading.report("field-type", node.place, message, hint)
        return None
    meant, hint = _find_meant(text), "write {name: …, url: …} for one that is no such id"
    fix = node.rewrite(meant) if meant and isinstance(node, Scalar) else ()
    hint = f"write '{meant}'" if meant else _find_near(text) or hint
    message = f"digest knows no licence '{shorten(text)}'" if text else "this must be a licence"
    reading.report("field-type", node.place, message, hint, fix)
    return None


_NAMED = {
    "name": Field(shown_text, required=True),
    "url": Field(clean_address, required=True, example="https://…"),
}


def _find_meant(text: str) -> str:
    """Return the id that a text surely means, as `cc by 4.0`; empty where there is none."""
    said = _words(re.sub(r"creative[ _-]*commons", "cc", text.lower()))
    return next((id_ for id_ in LICENSES if _words(id_) == said), "")


_PARTS = {
    "attribution": "by",
    "sharealike": "sa",
    "noncommercial": "nc",
    "noderivatives": "nd",
    "zero": "0",
}
_UNSAID = frozenset({"license", "licence", "the", "v", "version", "international", "unported"})


def _words(text: str) -> list[str]:
    """Return the letters and numbers that a licence's name is made of."""
    words = re.findall(r"[a-z]+|\d+(?:\.\d+)*", text.lower())
    return [_PARTS.get(word, word) for word in words if word not in _UNSAID]


def _find_near(text: str) -> str:
    """Ask for the newest id that begins as the text does, or one that is spelt nearly so."""
    begun = [id_ for id_ in LICENSES if text and _words(id_)[:-1] == _words(text)]
    near = begun[0] if begun else _SMALL.get(closest(text.lower(), _SMALL) or "", "")
    return f"did you mean '{near}'?" if near else ""


def _name_address(url: str) -> str:
    """Return what a licence is called whose address is all that is known."""
    parts = urlsplit(url)
    path = re.sub(r"/(?:deed|legalcode)[^/]*$", "/", parts.path)
    known = f"https://{(parts.hostname or '').removeprefix('www.')}{path}".rstrip("/")
    for one in LICENSES.values():
        if one.url.replace("://www.", "://").rstrip("/") == known:
            return one.name
    return f"{parts.netloc}{parts.path}".rstrip("/")

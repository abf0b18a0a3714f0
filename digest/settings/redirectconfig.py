"""The setting `redirects:` in site.yaml, and what an old address is, there and among `aliases:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.lazyregex import lazy_regex
from digest.settings.converters import Convert, pairs_of, text, wrong_form
from digest.settings.readerconfig import said_page

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading

LONGEST_NAME = 200
"""In bytes; most file systems allow names of 255, and need some for what is put behind one."""
_NO_PATH = lazy_regex(r"[\s?#\\]|//|/\.\.?(/|$)")
"""What no old address has in it."""


class Redirect(msgspec.Struct, frozen=True):
    """An address that leads to another."""

    old: str
    """As typed: `/join/`."""
    old_place: Place
    target: str
    """As typed: a path of the site, `/subscribe/`, or a whole address."""
    target_place: Place


def old_path(what: str) -> Convert[str]:
    """Read a path of this site at which something was; `what` names it, as "an alias"."""

    def convert(node: Node, reading: Reading) -> str | None:
        found = text(node, reading)
        if found is None:
            return None
        if not is_old_path(found):
            hint = f"write '/{found}'" if found and is_old_path(f"/{found}") else ""
            if re.match(r"https?://", found):
                hint = "write what stands behind the newsletter's own address, from a '/' on"
            expected = f"{what} must be a path on this site, as '/old/address/'"
            wrong_form(node, reading, expected, hint)
            return None
        return found

    return convert


def is_old_path(path: str) -> bool:
    """Tell whether a path can be that of a page which leads on."""
    return path.startswith("/") and not _NO_PATH.search(path) and not _is_long(path)


def _is_long(path: str) -> bool:
    return any(len(part.encode()) > LONGEST_NAME for part in path.split("/"))


def redirects(node: Node, reading: Reading) -> tuple[Redirect, ...] | None:
    """Read `redirects:`: old paths of the site, each with where it leads."""
    pairs = pairs_of(lambda value, reading: (said_page(value, reading), value.place))(node, reading)
    if pairs is None:
        return None
    found = []
    for key, (target, place) in pairs:
        old = old_path("a redirect")(key, reading)
        if old and target:
            found.append(Redirect(old, key.place, target, place))
    return tuple(found)

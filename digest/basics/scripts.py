"""What a file may run as a script where a browser shows it by itself, at the site's address."""

from __future__ import annotations

import html
import re

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.svgcleaning import Taken, UncleanError, clean_svg

_CODE = (".js", ".mjs")
_PAGES = (".html", ".htm", ".xhtml", ".xht", *_CODE)
_LOOSE = lazy_regex(
    r"<\s*(?:[^\s<>/:]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener)\b"
    r"|\son[a-z]+\s*=(?=\s*[\"'])|javascript:|<!(?:ENTITY|ATTLIST)\b|<\?xml-stylesheet\b",
    re.IGNORECASE,
)
"""What may run, or may hide what does, in a drawing that is not read to its end."""


class Scripts(msgspec.Struct, frozen=True):
    """What a file may run, and what of that is left out where it is a drawing that is cleaned."""

    named: str = ""
    """As messages begin with it; empty where it runs nothing."""
    taken: Taken | None = None
    """The first of what is left out, which may also be loaded from another site. None where the
    drawing cannot be cleaned."""
    others: int = 0
    """How much more is left out."""


def find_scripts(data: bytes, name: str, *, is_whole: bool = True) -> Scripts:
    """Find what a file of this name may run; `data` is what it has, or how it begins.

    A drawing in a page runs none (SVG 2, "Image contexts"); at its own address it does. A page
    without a tag, as those by which one shows to others that a site is one's own, has none.
    """
    is_drawing = name.lower().endswith(".svg")
    if not is_drawing and not name.lower().endswith(_PAGES):
        return Scripts()
    if not is_whole:
        return Scripts("what is in this file, too large to be looked through,")
    if not is_drawing:
        is_code = name.lower().endswith(_CODE)
        return Scripts("scripts in this file" if is_code or b"<" in data else "")
    try:
        taken = clean_svg(data).taken
    except UncleanError:
        return Scripts(_find_loose(data))
    named = next((f"'{one.what}' in this file" for one in taken if one.can_run), "")
    return Scripts(named, taken[0], len(taken) - 1) if taken else Scripts()


def _find_loose(data: bytes) -> str:
    # in UTF-16, the letters are those of ASCII with a zero beside each
    text = data.replace(b"\0", b"").decode("latin-1")
    found = _LOOSE.search(html.unescape(text))
    return f"'{' '.join(found[0].split())}' in this file" if found else ""

"""Another key written in place of one that is wrong, so that it is read as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Place
from digest.markdown.keys import read_key
from digest.records.identifiers import SOURCES, Identifier, parse_identifier

if TYPE_CHECKING:
    from digest.basics.diagnostics import Edit

_WHATEVER = "x"
"""Stands for what may follow behind that which is known of a text: it could go on the key."""


def rewrite_key(key: str, place: Place, typed: str, meant: str) -> tuple[Edit, ...]:
    """Return the fix that writes the key `meant` in place of `key`.

    `place` is that of its `@`, and `typed` what stands there, up to two characters behind the
    key. Nothing where the new key would be read together with what follows it.
    """
    before, _, behind = typed.partition(key)
    if not before.startswith("@"):
        return ()
    text = f"{before}{meant}{behind}{_WHATEVER if len(behind) > 1 else ''}"
    read = read_key(text, 1, len(text))
    if read is None or read[0] != meant:
        return ()
    return Place(place.path, place.line, place.column + len(before)).edit(key, meant)


def full_form(key: str) -> str:
    """Return the key `arxiv:…` or `doi:…` whose id has more around it than it needs, without that.

    Empty for a key that is in its form, or of another kind.
    """
    kind = key.partition(":")[0].lower()
    if kind not in SOURCES:
        return ""
    found = parse_identifier(key)
    # a DOI that arXiv gave stays one, and letters stay as large as they are
    if not isinstance(found, Identifier) or found.kind != kind:
        return ""
    form = f"{found.key}v{found.version}" if found.version else found.key
    return "" if form.lower() == key.lower() and key.startswith(kind) else form

"""Style sheets of a theme, with what they import from beside them in place of the imports.

A browser would ask for an imported sheet only when it has read the other, and show nothing until
then.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.settings.theme import Theme

_IMPORT = lazy_regex(
    r"""(?isx) (?P<before> (?: \s | /\*.*?\*/ )* )
    @import \s* (?: url\( \s* )? (?P<quote>["']?) (?P<name>[\w.-]+\.css) (?P=quote) \s* \)? \s* ;"""
)
"""One at the head of a sheet, of a sheet in the same folder and under no condition."""
_OTHER = lazy_regex(r"(?i)@(import|charset|namespace)\b")
"""What has to stand before all rules."""
_COMMENT = lazy_regex(r"(?s)/\*.*?\*/\n*")
"""In a sheet that came with digest, which has none in a text."""


def join_sheets(theme: Theme, name: str) -> bytes:
    """Return what is published of a style sheet of `theme`, by its path within the theme.

    One that also imports something else stays as it is: rules may not stand before an import. One
    that came with digest loses its comments.
    """
    joined = _join(theme, name, ())
    return theme.read(theme.files[name]) if joined is None else joined.encode()


def _join(theme: Theme, name: str, asking: tuple[str, ...]) -> str | None:
    """Return a sheet with its imports put in; None where that cannot be.

    `asking` are the sheets that import this one.
    """
    if name not in theme.files or name in asking:
        return None
    try:
        text = theme.read(theme.files[name]).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if name not in theme.own_files:
        # they are for whoever reads the sheet here, and a quarter of what a page would load of it
        text = _COMMENT.sub("", text)
    parts: list[str] = []
    while found := _IMPORT.match(text):
        beside = posixpath.join(posixpath.dirname(name), found["name"])
        part = _join(theme, beside, (*asking, name))
        if part is None:
            return None
        parts += (found["before"], part)
        text = text[found.end() :]
    return None if _OTHER.search(text) else "".join((*parts, text))

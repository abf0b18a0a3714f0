"""Posts and files that the text of a post leads to, found among the files of a folder."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.importing.post import Picture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.markdownposts.heads import Head

_SCHEME = lazy_regex(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|#|\?|$)")
_TAKEN = words_of(
    "png jpg jpeg gif webp avif svg bmp tif tiff pdf ps csv tsv txt bib ris ipynb zip gz mp3 mp4 "
    "m4a ogg oga ogv webm mov wav pptx ppt docx doc xlsx odp odt epub"
)
"""Endings of files that come along; scripts, styles and settings do not."""


class Posts:
    """The posts of a folder, by all that a link may call them."""

    def __init__(self, heads: Iterable[Head]) -> None:
        """Take the heads, each with its address."""
        self._by_file: dict[str, Head] = {}
        self._by_end: dict[str, Head] = {}
        for head in heads:
            self._by_file[head.file] = head
            name = _without_ending(head.file)
            while name:
                self._by_end.setdefault(name.lower(), head)
                name = name.partition("/")[2]

    def find(self, typed: str, source: Head) -> str | None:
        """Return the address of the post that a text names by its file; None where it is none.

        By a path from the folder's top or from the post's own folder, with the name's ending or
        without, or by the end of its path alone; with `#` and a place behind it.
        """
        path, sign, place = typed.partition("#")
        path = unquote(path.strip())
        if not path:
            return f"{sign}{place}" if sign else None
        near = posixpath.normpath(posixpath.join(posixpath.dirname(source.file), path))
        far = posixpath.normpath(path.lstrip("/"))
        found = next((self._by_file[one] for one in (near, far) if one in self._by_file), None)
        found = found or self._find_by_end(near) or self._find_by_end(far)
        return f"{found.address}{sign}{place}" if found and found.address else None

    def _find_by_end(self, path: str) -> Head | None:
        return self._by_end.get(_without_ending(path).strip("/").lower())


def _without_ending(path: str) -> str:
    """Return the path of a post's file without its ending; of a folder's index the folder."""
    for name in ("/index", "/_index"):
        path = path.replace(f"{name}.", "/.") if f"{name}." in path else path
    head, dot, ending = path.rpartition(".")
    return (head if dot and "/" not in ending and ending.isalpha() else path).rstrip("/")


def is_path(address: str) -> bool:
    """Tell whether an address is a path of the same site, and no place in the page."""
    return not _SCHEME.match(address)


def find_picture(address: str, places: Iterable[str], names: frozenset[str]) -> Picture | None:
    """Return the file that a text shows or leads to; None where none of the names is its.

    `places` are the paths at which it may be, in the order in which they are tried.
    """
    for place in places:
        path = posixpath.normpath(unquote(place.partition("#")[0].partition("?")[0]).lstrip("/"))
        if path in names and path.rpartition(".")[2].lower() in _TAKEN:
            return Picture(address, path)
    return None

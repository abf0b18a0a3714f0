"""What a link that leads nowhere may have meant, written so that it would lead there."""

from __future__ import annotations

import functools
import posixpath
from bisect import bisect
from collections import defaultdict
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.site.addresses import edition_address, file_address, is_static

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_ENDING = lazy_regex(r"(?:/?index)?\.(?:html?|md)$")
_NUMBER = lazy_regex(r"^\d+[-_. ]+(?=.)")

_MARKDOWN = (".md", ".markdown")
"""How a text ends, which is no page where it stands among the files: it makes none."""

_OUTWARD = lazy_regex(
    r"(?P<mail>[^/@\s]+@[\w-]+(?:\.[\w-]+)+$)"
    r"|www\.[\w-]+\.\w|(?:[\w-]+\.)+[a-z]{2,}/@\w"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|dev)(?:/|$)"
)
"""A mail address, or one of the web, that lacks its scheme."""
_BESIDE = 16
"""Paths on either side of one, in their order, that are compared with it."""
_BAD_SCHEME = lazy_regex(r"https?[:;]?/+(?=[\w-]+\.)")
"""The scheme of a web address without its colon."""


class Nearby:
    """All that links may lead to, by what is alike in paths: few of ten thousand are compared."""

    def __init__(
        self, pages: Mapping[str, str], addresses: Iterable[str], files: Iterable[str]
    ) -> None:
        """`pages` are the addresses of pages by the files and folders that make them.

        `addresses` are those of all pages, and `files` what else may be linked to, by its path.
        """
        files = [one for one in files if not one.lower().endswith(_MARKDOWN)]
        self._pages = pages
        self._sources = {address: made for made, address in pages.items()}
        self._addresses = frozenset(addresses)
        self._names = frozenset(one.strip("/").rpartition("/")[2] for one in self._addresses)
        self._all_files = _Alike(files)
        self._paths = _Alike((*pages, *files))
        self._published = _Alike((*self._addresses, *map(file_address, files)))

    def hint_page(self, path: str, source: str, *, may_guess: bool) -> str:
        """Return a hint for a link to `path` in the file `source`, or an empty string.

        Typos are looked for where that `may_guess`.
        """
        if badly := _BAD_SCHEME.match(path):
            return _suggest(f"https://{path[badly.end() :]}")
        if outward := _OUTWARD.match(path):
            return _suggest(f"{'mailto:' if outward['mail'] else 'https://'}{path}")
        made = self._pages.get(f"content/{path.lstrip('/')}")
        meant = next(self._read(path, source), made)
        if meant is not None:
            return _suggest(self._write(path, source, meant))
        rooted = self._published.near(path[1:]) if path.startswith("/") and may_guess else ()
        hint = did_you_mean(path, [f"/{one}" for one in rooted])
        hint = hint or self._paths.hint_moved(path, source)
        if hint or not may_guess or path.startswith("/"):
            return hint
        folder = posixpath.dirname(source)
        near = self._paths.near(posixpath.normpath(posixpath.join(folder, path)))
        return did_you_mean(path, [_relative(one, folder) for one in near])

    def hint_file(self, path: str, source: str, *, may_guess: bool) -> str:
        """Return a hint for a file `path` that is to be shown in the file `source`, or none."""
        moved = self._all_files.hint_moved(path, source)
        if moved or not may_guess:
            return moved
        folder = posixpath.dirname(source)
        files = self._all_files.beside(posixpath.normpath(posixpath.join(folder, path)))
        return did_you_mean(path, [_relative(one, folder) for one in files])

    def _read(self, path: str, source: str) -> Iterator[str]:
        """List the pages that a path may mean to who takes it for one of the web, or of a file."""
        name = _stem(path).rpartition("/")[2]
        if name.strip(".") and not {name, _NUMBER.sub("", name)} & self._names:
            return
        made = self._pages.get(source, "")
        roots = [path.lstrip("/")] if path.startswith("/") else [
            posixpath.normpath(posixpath.join(posixpath.dirname(source), path)),
            posixpath.normpath(posixpath.join(made, path)),
            posixpath.normpath(posixpath.join(posixpath.dirname(made.rstrip("/")), path)),
            path,
        ]  # fmt: skip
        for root in roots:
            stem = _stem(file_address(root))
            folder, slash, name = stem.rpartition("/")
            for one in (stem, folder + slash + _NUMBER.sub("", name)):
                known = (f"{one}/", edition_address(one))
                yield from (address for address in known if address in self._addresses)

    def _write(self, path: str, source: str, address: str) -> str:
        """Write the way to a page as the link was written: from the root, or from its file."""
        made = self._sources.get(address)
        if path.startswith("/") or made is None:
            return f"/{address}"
        return _relative(made, posixpath.dirname(source))


class _Ordered:
    """Paths in their order: a misspelt one stands beside what it was meant for.

    So it does where they are ordered from their ends, if the typo is at the beginning.
    """

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._paths = [*paths]

    def add(self, path: str) -> None:
        """Add a path, before any is asked for."""
        self._paths.append(path)

    @functools.cached_property
    def _forwards(self) -> list[str]:
        return sorted(self._paths)

    @functools.cached_property
    def _backwards(self) -> list[str]:
        return sorted(path[::-1] for path in self._paths)

    def beside(self, path: str) -> set[str]:
        """List those that are beside a path."""
        behind = (one[::-1] for one in _slice(self._backwards, path[::-1]))
        return {*_slice(self._forwards, path), *behind}


def _slice(ordered: Sequence[str], text: str) -> Sequence[str]:
    at = bisect(ordered, text)
    return ordered[max(at - _BESIDE, 0) : at + _BESIDE]


class _Alike:
    """Paths by their folders and names: to compare one with each of ten thousand takes long."""

    def __init__(self, paths: Collection[str]) -> None:
        self._all = _Ordered(paths)
        self._inside = defaultdict[str, _Ordered](_Ordered)
        self._named = defaultdict[str, _Ordered](_Ordered)
        self._bare: dict[str, list[str]] = {}
        for path in paths:
            folder, _, name = path.rstrip("/").rpartition("/")
            self._inside[folder].add(path)
            self._named[name].add(path)
            self._bare.setdefault(_bare_name(path), []).append(path)

    def near(self, path: str) -> set[str]:
        """List those in the folder that a path names, and those of its name in others."""
        folder, _, name = path.rstrip("/").rpartition("/")
        places = self._inside.get(folder), self._named.get(name)
        return {one for place in places if place for one in place.beside(path)}

    def beside(self, path: str) -> set[str]:
        """List those that are most like a path, wherever they are."""
        return self._all.beside(path)

    def hint_moved(self, path: str, source: str) -> str:
        """Return a hint that names the only one of the name of `path`, in another folder."""
        name = _bare_name(path)
        same = self._bare.get(name, ()) if name not in {"", "index.md"} else ()
        if len(same) != 1:
            return ""
        return _suggest(_relative(same[0], posixpath.dirname(source)))


def hint_anchor(anchor: str, anchors: Collection[str]) -> str:
    """Return a hint that names the heading most like `anchor`, with its `#`."""
    if anchor == "top":
        # browsers take it for the same; on a page of several texts each has anchors of its own
        return "write '#' for the top of the page"
    return did_you_mean(f"#{anchor}", [f"#{one}" for one in anchors])


@functools.lru_cache(maxsize=4096)
def _relative(path: str, folder: str) -> str:
    """Return how a text in a folder leads to a file or folder of another path.

    To one in static/ by its address: so it is written where nobody looks it up.
    """
    return f"/{file_address(path)}" if is_static(path) else posixpath.relpath(path, folder)


def _stem(path: str) -> str:
    """Return a path as pages have it: without what names of files end with."""
    return _ENDING.sub("", path).strip("/")


def _bare_name(path: str) -> str:
    """Return the name of a file without the number that orders it, in small letters."""
    return _NUMBER.sub("", posixpath.basename(path.rstrip("/")).lower())


def _suggest(text: str) -> str:
    return f"did you mean '{text}'?"

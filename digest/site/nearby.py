"""What a link that leads nowhere may have meant, written so that it would lead there."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.site.addresses import edition_address, file_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_NUMBER = lazy_regex(r"^\d+[-_. ]+(?=.)")

_OUTWARD = lazy_regex(
    r"(?P<mail>[^/@\s]+@[\w-]+(?:\.[\w-]+)+$)"
    r"|www\.[\w-]+\.\w|(?:[\w-]+\.)+[a-z]{2,}/@\w"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|dev)(?:/|$)"
)
"""A mail address, or one of the web, that lacks its scheme."""


def hint_page(
    path: str, source: str, pages: Mapping[str, str], addresses: Iterable[str], files: Iterable[str]
) -> str:
    """Return a hint for a link to `path` in the file `source`, or an empty string.

    `pages` are the addresses of pages by the files and folders that make them, `addresses` all of
    them, and `files` what else may be linked to, by its path.
    """
    if outward := _OUTWARD.match(path):
        return _suggest(f"{'mailto:' if outward['mail'] else 'https://'}{path}")
    sources = {address: made for made, address in pages.items()}
    known = {*addresses}
    meant = next((one for one in _readings(path, source, pages) if one in known), None)
    if meant is not None:
        return _suggest(_write(path, source, meant, sources))
    moved = hint_moved(path, source, [*pages, *files])
    if moved:
        return moved
    if path.startswith("/"):
        near = _near(path[1:], (*known, *map(file_address, files)))
        return did_you_mean(path, (f"/{one}" for one in near))
    folder = posixpath.dirname(source)
    near = _near(posixpath.normpath(posixpath.join(folder, path)), (*pages, *files))
    return did_you_mean(path, [posixpath.relpath(one, folder) for one in near])


def _near(path: str, candidates: Iterable[str]) -> list[str]:
    """Choose the candidates in the folder that a path names, and those of its name in others.

    To compare a path with each of ten thousand others takes a tenth of a second.
    """
    folder, _, name = path.rstrip("/").rpartition("/")
    parted = ((one, one.rstrip("/").rpartition("/")) for one in candidates)
    return [one for one, (inside, _, own) in parted if inside == folder or own == name]


def hint_moved(path: str, source: str, files: Iterable[str]) -> str:
    """Return a hint that names the only file of the name of `path` in another folder."""
    name = _bare_name(path)
    same = [one for one in files if _bare_name(one) == name] if name not in {"", "index.md"} else []
    return _suggest(posixpath.relpath(same[0], posixpath.dirname(source))) if len(same) == 1 else ""


def hint_anchor(anchor: str, anchors: Collection[str]) -> str:
    """Return a hint that names the heading most like `anchor`, with its `#`."""
    return did_you_mean(f"#{anchor}", [f"#{one}" for one in anchors])


def _readings(path: str, source: str, pages: Mapping[str, str]) -> Iterable[str]:
    """List the addresses that a path may mean to who takes it for one of the web, or of a file."""
    made = pages.get(source, "")
    wanted = posixpath.normpath(posixpath.join(f"content/{posixpath.dirname(source)[8:]}", path))
    roots = [path.lstrip("/")] if path.startswith("/") else [
        file_address(wanted),
        posixpath.normpath(posixpath.join(made, path)),
        posixpath.normpath(posixpath.join(posixpath.dirname(made.rstrip("/")), path)),
    ]  # fmt: skip
    for root in roots:
        rooted = root.removeprefix("content/").removeprefix("pages/")
        bare = re.sub(r"(?:/?index)?\.(?:html?|md)$", "", rooted).strip("/")
        *folders, name = bare.split("/")
        for one in dict.fromkeys((bare, "/".join((*folders, _NUMBER.sub("", name))))):
            yield from (f"{one}/", edition_address(one))
    yield from (pages[one] for one in (f"content/{path.lstrip('/')}",) if one in pages)


def _write(path: str, source: str, address: str, sources: Mapping[str, str]) -> str:
    """Write the way to an address as the link was written: from the root, or from its file."""
    made = sources.get(address)
    if path.startswith("/") or made is None:
        return f"/{address}"
    return posixpath.relpath(made, posixpath.dirname(source))


def _bare_name(path: str) -> str:
    """Return the name of a file without the number that orders it, in small letters."""
    return _NUMBER.sub("", posixpath.basename(path.rstrip("/")).lower())


def _suggest(text: str) -> str:
    return f"did you mean '{text}'?"

"""The old addresses of a post, as aliases of what it became."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.post import LeftOut
from digest.settings.redirectconfig import is_old_path
from digest.site.addresses import edition_address, page_address
from digest.site.aliases import alias_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.importing.post import Post
    from digest.importing.writing.destinations import Destination

_OWN = lazy_regex(r"/(?:archive|subscribe)/?|/(?:editions|tags|authors|people)(?:/.*)?")
"""Addresses at which digest has pages of its own."""


_TWIN = lazy_regex(r"~\d+$")
"""What tells posts of one address apart in the ledger."""


class Aliases(msgspec.Struct, frozen=True):
    """The old addresses of a post."""

    paths: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    """Those from which nothing can lead on, with the reasons."""


def make_aliases(
    posts: Sequence[Post], destinations: Sequence[Destination], base: str
) -> tuple[Aliases, ...]:
    """Return the old addresses of each post, which are aliases of what it became.

    `base` is the path of the newsletter's address, which aliases go without.
    """
    owners: dict[str, str] = {}
    """By address, where it leads on to."""
    made = []
    for post, destination in zip(posts, destinations, strict=True):
        paths: dict[str, None] = {}
        left_out = []
        known = _TWIN.sub("", destination.key) if "://" in destination.key else ""
        seen = set()
        # a post that was renamed is known by the address that it had at first
        for address in filter(None, (post.address, *post.aliases, known)):
            path, why = read_old_path(address, base)
            if (path, why) in seen:
                continue
            seen.add((path, why))
            if (
                not why
                and owners.setdefault(alias_address(path), destination.path) != destination.path
            ):
                why = "an old address that another post has, too"
            if why:
                left_out.append(LeftOut(address, why, post.place))
            elif alias_address(path) != _new_address(destination):
                paths[path] = None
        made.append(Aliases(tuple(paths), tuple(left_out)))
    return tuple(made)


def read_old_path(address: str, base: str) -> tuple[str, str]:
    """Return the path of an old address, and why nothing can lead on from it, if so it is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", "an old address that is none"
    path = "/" + unquote(parts.path).removeprefix(base.rstrip("/")).lstrip("/")
    return path, _refuse(path, parts.query)


def _refuse(path: str, query: str) -> str:
    if query:
        return "an old address with a '?', which no page can lead on from"
    if path == "/":
        return "an old address that is the home page's"
    if not is_old_path(path):
        return "an old address with signs that no page's can have"
    if _OWN.fullmatch(path):
        return "an old address at which digest has a page of its own"
    return ""


def _new_address(destination: Destination) -> str:
    if destination.path.startswith("content/pages/"):
        return page_address(destination.path.removeprefix("content/pages/").removesuffix(".md"))
    return edition_address(destination.path.split("/")[2])

"""The old addresses of a post, as aliases of what it became."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from digest.importing.post import LeftOut
from digest.settings.redirectconfig import is_old_path
from digest.site.addresses import edition_address, page_address
from digest.site.aliases import alias_address

if TYPE_CHECKING:
    from digest.importing.post import Post
    from digest.importing.writing.homes import Home

_OWN = frozenset({"archive", "editions", "tags", "authors", "people", "subscribe"})
"""Addresses at which digest has pages of its own."""


def make_aliases(post: Post, home: Home, base: str) -> tuple[tuple[str, ...], list[LeftOut]]:
    """Return the old addresses that can lead on, and those that cannot, with the reasons.

    `base` is the path of the newsletter's address, which aliases go without.
    """
    aliases: list[str] = []
    left_out = []
    for address in filter(None, (post.address, *post.aliases)):
        parts = urlsplit(address)
        path = "/" + unquote(parts.path).removeprefix(base.rstrip("/")).lstrip("/")
        why = _refuse(path, parts.query)
        if why:
            left_out.append(LeftOut(address, why, post.place))
        elif path not in aliases and alias_address(path) != _new_address(home):
            aliases.append(path)
    return tuple(aliases), left_out


def _refuse(path: str, query: str) -> str:
    if query:
        return "an old address with a '?', which no page can lead on from"
    if path == "/":
        return "an old address that is the home page's"
    if not is_old_path(path):
        return "an old address with signs that no page's can have"
    if path.split("/")[1] in _OWN:
        return "an old address at which digest has a page of its own"
    return ""


def _new_address(home: Home) -> str:
    if home.path.startswith("content/pages/"):
        return page_address(home.path.removeprefix("content/pages/").removesuffix(".md"))
    return edition_address(home.path.split("/")[2])

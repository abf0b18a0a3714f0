"""Editions and pages that are there and not in the ledger: of which posts they are.

So it is where the ledger was deleted, or an import was made on another machine. An edition has the
old addresses of its post as aliases; where it has none, its id, title and date are the post's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.importing.writing.aliases import read_old_path
from digest.importing.writing.destinations import PAGES, slug_of_post
from digest.site.aliases import alias_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.importing.post import Post


class Present(msgspec.Struct, frozen=True):
    """An edition or a page that is there and not in the ledger."""

    path: str
    """Of the file with its text."""
    title: str
    date: str = ""
    """`YYYY-MM-DD`; a page has none."""
    aliases: tuple[str, ...] = ()
    """As typed."""


def match_present(posts: Sequence[Post], present: Iterable[Present], base: str) -> dict[int, str]:
    """Return the path of what each post became, by the post's index, where it is there.

    `base` is the path of the newsletter's address, which aliases go without.
    """
    # of posts with one name and date, that with the shorter id came first
    ordered = sorted(present, key=lambda one: (len(one.path), one.path))
    there: dict[_Sign, list[str]] = {}
    for one in ordered:
        for sign in _list_signs(one):
            there.setdefault(sign, []).append(one.path)
    found: dict[int, str] = {}
    taken: set[str] = set()
    for index, post in enumerate(posts):
        paths = (path for sign in _list_signs_of_post(post, base) for path in there.get(sign, ()))
        if path := next((path for path in paths if path not in taken), None):
            taken.add(path)
            found[index] = path
    # where none of the posts is there, a page of the same name is one of the editor's own
    return found if any(posts[index].state != "page" for index in found) else {}


_Sign = tuple[str, ...]
"""What a post and what it became have in common: an address, or a title, a date and an id."""


def _list_signs(one: Present) -> Iterator[_Sign]:
    for alias in one.aliases:
        yield (alias_address(alias),)
    if not one.aliases:
        is_page = one.path.startswith(PAGES)
        id_ = (
            one.path.removeprefix(PAGES).removesuffix(".md") if is_page else one.path.split("/")[2]
        )
        # a post without a title has its id in its place
        yield (one.title if one.title != id_ else "", one.date, id_ if is_page else _month(id_))


def _list_signs_of_post(post: Post, base: str) -> Iterator[_Sign]:
    for address in filter(None, (post.address, *post.aliases)):
        path, why = read_old_path(address, base)
        if not why:
            yield (alias_address(path),)
    slug = slug_of_post(post)
    if post.state == "page":
        yield (post.title, "", slug)
    else:
        day = post.date.isoformat() if post.date else ""
        yield (post.title, day, _month(day or slug))


def _month(id_: str) -> str:
    """Return the month of an id: the number of editions in it may have changed the rest."""
    return id_[: len("2022-03")]

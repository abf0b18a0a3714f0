"""What an import asks of the network, where the editor says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.commands.unfetched import describe_lacking, describe_unanswered
from digest.importing.linktargets import list_pictures
from digest.importing.resolve import Newsletter, find_wanted
from digest.importing.writing.pictures import is_on_web
from digest.records.answers import hold_fetching
from digest.records.obtain import FetchOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.commands.importaround import Around
    from digest.importing.parts import Parts
    from digest.importing.post import Place, Post
    from digest.importing.writing.ledger import Record
    from digest.importing.writing.pictures import Fetched
    from digest.records.webfiles import WebFile


class FoundWorks(msgspec.Struct, frozen=True):
    """What is known of works once they were looked up."""

    newsletter: Newsletter
    failures: tuple[str, ...] = ()
    """What to tell the user of what nobody answered for."""


def look_up_works(
    posts: Sequence[tuple[Post, Parts]],
    around: Around,
    root: Path,
    now: int,
    tell: Callable[[str, int, int], None],
) -> FoundWorks:
    """Ask for the works that posts name and of which nothing is known; write their records.

    `now` is the time in seconds since 1970. Raises FileError where a record cannot be written.
    """
    # requests takes 100 ms, and few imports need it
    from digest.importing.papers.lookup import look_up  # noqa: PLC0415

    newsletter = around.newsletter
    options = FetchOptions(
        root,
        now,
        around.contact,
        lambda work: work if around.has_abstracts else msgspec.structs.replace(work, abstract=""),
        lambda done, total: tell("looking up papers", done, total),
    )
    with hold_fetching(root, lambda: tell("waiting for another digest", 0, 0)):
        looked = look_up(find_wanted(posts, newsletter), options)
    got = looked.obtained
    known = msgspec.structs.replace(
        newsletter,
        records=(*newsletter.records, *got.works),
        pages=looked.pages,
        lacking=tuple((one.key, describe_lacking(one)) for one in got.lacking),
    )
    unanswered = describe_unanswered(got.unanswered, lambda _key: "")
    return FoundWorks(known, (*looked.failures, *unanswered))


def fetch_shown(
    posts: Sequence[tuple[Post, Record | None]],
    fetched: Fetched,
    contact: str,
    progress: Callable[[int, int], None],
) -> list[tuple[WebFile, Place]]:
    """Fetch the pictures that posts show from the web; return those that cannot be had.

    Each post comes with what the ledger has of it: what was fetched before is not asked for.
    Raises FileError where a picture cannot be kept.
    """
    wanted: dict[str, Place] = {}
    for post, known in posts:
        for url in list_pictures(post.text):
            if is_on_web(url) and not (known and url in known.fetched):
                wanted.setdefault(url, post.place)
    lacking = [url for url in wanted if not fetched.read(url)]
    if not lacking:
        return []
    # requests takes 100 ms, and few imports need it
    from digest.records.webfiles import fetch_pictures  # noqa: PLC0415

    problems = []
    for done, picture in enumerate(fetch_pictures(lacking, contact), start=1):
        if picture.data:
            fetched.keep(picture.url, picture.data)
        else:
            problems.append((picture, wanted[picture.url]))
        progress(done, len(lacking))
    return problems

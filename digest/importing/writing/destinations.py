"""Where posts go: the id of each edition, the names of its files, and the slug of each page.

What a post was given once it keeps: the ledger says where posts of earlier imports are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.content.frontmatter import SLUG
from digest.content.slugs import PAGE_IDS, free_slug, make_slug
from digest.importing.plaintext import plain_text
from digest.importing.writing.headings import list_headings
from digest.markdown.ownids import split_own_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from digest.importing.parts import EntryPaper, FoundEntry, Resolved
    from digest.importing.post import Archive, Post
    from digest.importing.writing.ledger import Record

EDITIONS, PAGES = "content/editions/", "content/pages/"
_LONGEST = 60
_SEVERAL = 0.2
"""With a greater part of its months having several posts, a newsletter is no monthly one."""


class Destination(msgspec.Struct, frozen=True):
    """Where a post goes."""

    key: str
    """What tells the post from others in the ledger."""
    path: str
    """Of the file that has its text: `content/editions/2022-03/index.md`."""
    entries: tuple[str, ...] = ()
    """The paths of its entries' files, in their order."""
    anchors: dict[str, str] = {}
    """From what links may name to what they lead to: an entry's file, or a heading of its own."""

    @property
    def folder(self) -> str:
        """The folder of the file."""
        return self.path.rpartition("/")[0]


class TakenNames(msgspec.Struct, frozen=True):
    """What there is already in the newsletter."""

    editions: frozenset[str] = frozenset()
    """Names of folders in content/editions."""
    pages: frozenset[str] = frozenset()
    """Slugs of pages."""
    keys: frozenset[str] = frozenset()
    """Keys of references.bib."""

    def has(self, path: str) -> bool:
        """Tell whether an edition or a page of this path is there."""
        if path.startswith(EDITIONS):
            return path.split("/")[2] in self.editions
        return path.removeprefix(PAGES).removesuffix(".md") in self.pages


def choose_destinations(
    archive: Archive,
    resolved: Sequence[Resolved],
    ledger: Mapping[str, Record],
    taken: TakenNames,
    present: Mapping[int, str],
) -> tuple[Destination, ...]:
    """Return where each post of an archive goes, in the order of its posts.

    `present` has the paths of those that are there and not in the ledger, by their indices.
    """
    # in the order of their dates, whatever the source's is: of two of a day the first has its id
    lang = base_language(archive.main_lang)
    order = sorted(range(len(archive.posts)), key=lambda one: _order(archive.posts[one], lang))
    keys = _choose_keys(archive, order, ledger)
    editions = {one.casefold() for one in taken.editions}
    pages = {one.casefold() for one in taken.pages}
    for record in ledger.values():
        if record.path.startswith(EDITIONS):
            editions.add(record.path.split("/")[2].casefold())
        else:
            pages.add(record.path.removeprefix(PAGES).removesuffix(".md").casefold())
    months = _count_months(archive.posts, lang)
    destinations: dict[int, Destination] = {}
    for index in order:
        post = archive.posts[index]
        known = ledger.get(keys[index])
        if index in present and not (known and taken.has(known.path)):
            # of one that was moved here the ledger has the place that it had
            path = present[index]
        elif known:
            path = known.path
        elif post.state == "page":
            slug = free_slug(slug_of_post(post), pages)
            pages.add(slug.casefold())
            path = f"{PAGES}{slug}.md"
        else:
            id_ = _choose_id(post, months, editions)
            editions.add(id_.casefold())
            path = f"{EDITIONS}{id_}/index.md"
        destinations[index] = _make_destination(keys[index], path, resolved[index], taken.keys)
    return tuple(destinations[index] for index in range(len(archive.posts)))


def _order(post: Post, lang: str) -> tuple[str, bool, str, int]:
    day = post.date.isoformat() if post.date else "~"
    # of a post and its translation, which may be of one day, the one in the newsletter's language
    return (day, _is_translated(post, lang), post.place.path, post.place.line)


def _is_translated(post: Post, lang: str) -> bool:
    return base_language(post.lang) not in {"", lang}


def base_language(lang: str) -> str:
    """Return a language without its country, as `en` of `en-US`."""
    return lang.lower().partition("-")[0].partition("_")[0]


# --- keys -------------------------------------------------------------------------------------


def _choose_keys(
    archive: Archive, order: Iterable[int], ledger: Mapping[str, Record]
) -> dict[int, str]:
    """Return what tells each post from all others, by its index.

    That is its address, or else its place in the source. A post that has neither its title nor
    its date in common with the one that the ledger has under that key is another one, as from
    another source whose file has the same name.
    """
    chosen: dict[int, str] = {}
    used: set[str] = set()
    names = [_name(post, archive) for post in archive.posts]
    there = set(names)
    alike = {(_tail(key), one.title, one.date): key for key, one in ledger.items()}
    gone = {
        (_head(key), one.title, one.date): key
        for key, one in ledger.items()
        if one.title and one.date and key not in there
    }
    for index in order:
        post, name = archive.posts[index], names[index]
        # the same post, which was called otherwise then, or whose file or site was
        renamed = gone.get((_head(name), post.title, _day(post)), name)
        same = alike.get((_tail(name), post.title, _day(post)), renamed)
        key, count = name if name in ledger or same in used else same, 1
        while key in used or not _may_be(post, ledger.get(key)):
            count += 1
            key = f"{name}~{count}"
        used.add(key)
        chosen[index] = key
    return chosen


def _name(post: Post, archive: Archive) -> str:
    host = archive.url.rstrip("/") if post.address.startswith("/") else ""
    return f"{host}{post.address}" if post.address else f"{archive.kind}:{post.place.path}"


def list_gone(
    archive: Archive,
    destinations: Iterable[Destination],
    ledger: Mapping[str, Record],
    origin: str,
) -> tuple[str, ...]:
    """Return where those posts are that came from the same source, and are in it no more.

    `archive` is all of it, also what does not come in this time. The source may have had another
    name then: what it still has tells which one.
    """
    there = {one.key for one in destinations} | {_name(post, archive) for post in archive.posts}
    origins = {record.origin for key, record in ledger.items() if key in there} | {origin}
    left = (one for key, one in ledger.items() if key not in there and one.origin in origins)
    return tuple(sorted(one.path for one in left if one.origin))


def _may_be(post: Post, record: Record | None) -> bool:
    """Tell whether a record of the ledger may be that of a post."""
    return record is None or record.title == post.title or record.date == _day(post)


def _day(post: Post) -> str:
    return post.date.isoformat() if post.date else ""


def _head(key: str) -> str:
    """Return what stays of a key when its post gets another name: its site or folder, and kind."""
    return _LAST.sub("", key)


_LAST = lazy_regex(r"[^/:#]+/?$")


def _tail(key: str) -> str:
    """Return what stays of a key when a site gets another host, or a file another name."""
    if "://" in key:
        return key.split("/", 3)[-1]
    file, mark, name = key.partition("#")
    return name if mark else file.rpartition("/")[2] if ":" in key else key.lstrip("/")


# --- ids of editions --------------------------------------------------------------------------


def _count_months(posts: Iterable[Post], lang: str) -> Counter[str]:
    """Return how many posts each month has in a newsletter that is a monthly one; else nothing.

    Translations from the language `lang` are not counted.
    """
    originals = (post for post in posts if not _is_translated(post, lang))
    days = (post.date.isoformat() for post in originals if post.date and post.state != "page")
    months = Counter(day[: len("2022-03")] for day in days)
    several = sum(count > 1 for count in months.values())
    return months if several <= len(months) * _SEVERAL else Counter()


def _choose_id(post: Post, months: Counter[str], taken: Collection[str]) -> str:
    if not post.date:
        return free_slug(slug_of_post(post), taken)
    day = post.date.isoformat()
    month = day[: len("2022-03")]
    return month if months[month] == 1 and month not in taken else free_slug(day, taken)


def slug_of_post(post: Post) -> str:
    """Return a slug for what has no date: the last part of its address, or words of its title."""
    last = post.address.partition("?")[0].rstrip("/").rpartition("/")[2]
    file = post.place.path.rpartition("#")[2].rpartition("/")[2]
    names = (last.removesuffix(".html"), post.title, file.partition(".")[0], "post")
    slugs = (slugify(name)[:_LONGEST].strip("-") for name in names)
    return next(slug for slug in slugs if SLUG.fullmatch(slug))


# --- files ------------------------------------------------------------------------------------


def _make_destination(
    key: str, path: str, resolved: Resolved, keys: Collection[str]
) -> Destination:
    found = resolved.parts.entries
    anchors: dict[str, str] = {}
    for stretch in resolved.parts.stretches:
        for heading in list_headings(stretch.text):
            typed, own = split_own_id(heading.words)
            words = plain_text(typed)
            place = f"{path}#{own or slugify(words)}"
            for name in filter(None, (own, words)):
                anchors.setdefault(anchor_key(name), place)
    if not found:
        return Destination(key, path, (), anchors)
    folder = path.rpartition("/")[0]
    taken = {one.casefold() for one in (*keys, *PAGE_IDS)}
    width = max(2, len(str(len(found))))
    entries = []
    for number, (entry, paper) in enumerate(zip(found, resolved.papers, strict=True), start=1):
        slug = free_slug(_slug_of_entry(entry, paper), taken)
        taken.add(slug.casefold())
        entries.append(f"{folder}/{number:0{width}d}-{slug}.md")
        anchors.setdefault(anchor_key(plain_text(entry.title)), entries[-1])
    return Destination(key, path, tuple(entries), anchors)


def _slug_of_entry(entry: FoundEntry, paper: EntryPaper) -> str:
    # of a paper whose title is not told
    named = plain_text(entry.title) or " ".join(paper.authors[:1])
    return make_slug("", named, paper.key.partition(":")[2], paper.url)


def anchor_key(words: str) -> str:
    """Return what the ids of a heading have in common, whatever program made them."""
    return slugify(words).replace("-", "")


def slug_of(entry_path: str) -> str:
    """Return the slug of an entry by the path of its file, as `_make_destination` made it."""
    return entry_path.rpartition("/")[2].partition("-")[2].removesuffix(".md")

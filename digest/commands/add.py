"""`digest add`: the records of papers, and an entry file for each to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.clock import read_today
from digest.basics.text import did_you_mean, slugify
from digest.basics.works import Work
from digest.citing.comparison import title_words
from digest.citing.library import Unresolved
from digest.commands.fetch import make_fetch_options, obtain_works, read_content
from digest.commands.lookup import look_up
from digest.commands.new import NewFileError, write_new
from digest.commands.newentries import Paper, make_entries
from digest.commands.unfetched import describe_unanswered
from digest.content.frontmatter import SLUG
from digest.records.identifiers import Identifier
from digest.records.reply import Lacking
from digest.site.join import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from digest.basics.editions import Edition
    from digest.commands.lookup import PageAsked
    from digest.content.load import Content
    from digest.site.join import Joined


def title_key(title: str) -> str:
    """Return what stands for the id of a paper that is known by its title alone."""
    return f"title:{''.join(title_words(title))}"


class NamedPaper(msgspec.Struct, frozen=True):
    """A paper that the editor named."""

    typed: str
    """As the editor wrote it, for messages."""
    id: Identifier | None
    """None where it was named by the address of a page that does not have an id."""
    page: Work | None = None
    """Of one without an id, what that page said of it, or the list in which it stands."""

    @property
    def key(self) -> str:
        """What tells it from others: its id, or else its address."""
        return self.id.key if self.id else self.url or self.typed

    @property
    def url(self) -> str:
        """The address of its page, where it has no id; empty where it has neither."""
        return self.page.url if self.page else self.typed

    @property
    def is_to_be_looked_at(self) -> bool:
        """Whether its page is to be asked for what is not known of it."""
        page = self.page
        is_whole = bool(page and page.title and page.author and page.issued)
        return self.id is None and bool(self.url) and not is_whole


class Said(msgspec.Struct, frozen=True):
    """What the editor said of the entries to be started."""

    edition: str = ""
    """Where to; empty for the newest."""
    name: str = ""
    """The short name, where there is one paper."""
    by: tuple[str, ...] = ()
    """Who writes them."""
    from_list: bool = False
    """Whether the papers are from a list: all of them may be there already."""


class AddResult(msgspec.Struct, frozen=True):
    """What was made, and what was not."""

    paths: tuple[str, ...] = ()
    """Of the entries, from the site's root, in the order in which they were named."""
    works: tuple[Work, ...] = ()
    """In the same order."""
    warnings: tuple[str, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    """The works of which their services have no record."""
    failures: tuple[str, ...] = ()
    """What to tell the user of works for which no service answered."""


def add(
    root: Path,
    named: Sequence[NamedPaper],
    said: Said,
    now: int,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> AddResult:
    """Start an entry for each of the papers in an edition.

    Pages that do not have an id in their addresses are looked at for what they say of their paper.
    What has no record yet is asked for, all at once; `now` is the time in seconds since 1970.
    A paper that the edition covers already is left out with a warning, so that the same command
    can be given again for those that could not be had, and so is one that is named twice. Raises
    NewFileError where all are there already, unless they are from a list, and FileError where
    records cannot be written.
    """
    content = read_content(root)
    edition = _choose_edition(said.edition, content)
    named, there = _leave_out_covered(named, edition, content)
    if not named and not said.from_list:
        raise NewFileError("\n  ".join(there))
    asked = _Asked(tuple(named))
    if any(one.is_to_be_looked_at for one in named):
        asked = _look_up(named, content.settings.contact)
        # two addresses may be of one paper, or of one that is covered
        named, then_there = _leave_out_covered(asked.named, edition, content)
        there += then_there

    def list_wanted(content: Content) -> list[str]:
        joined = join(content)
        return [one.key for one in named if isinstance(_find(one, joined), Unresolved)]

    options = make_fetch_options(root, content, now, progress)
    got, content = obtain_works(list_wanted, content, options)
    named, also_there = _leave_out_covered(named, edition, content)
    joined = join(content)
    found = [(one.id, _find(one, joined)) for one in named]
    papers = [Paper(id_, work, said.name, said.by) for id_, work in found if isinstance(work, Work)]
    names = [file.name for file in (root / "content/editions" / edition).iterdir()]
    files = make_entries(papers, edition, names, content)
    write_new(root, files)
    works = tuple(paper.work for paper in papers)
    return AddResult(
        tuple(file.path for file in files),
        works,
        (*there, *also_there, *asked.remarks, *_warnings(works, joined), *got.doubts),
        got.lacking,
        (*asked.failures, *describe_unanswered(got.unanswered, find_substitute)),
    )


class _Asked(msgspec.Struct, frozen=True):
    """Papers, of which those pages are known that were named by one."""

    named: tuple[NamedPaper, ...]
    remarks: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()


def _look_up(named: Sequence[NamedPaper], contact: str) -> _Asked:
    """Look at the pages of those papers that have no id."""
    urls = [one.url for one in named if one.is_to_be_looked_at]
    pages = {page.url: page for page in look_up(urls, contact)}
    failed = {url for url, page in pages.items() if page.failure}
    return _Asked(
        tuple(
            _with_page(one, pages[one.url]) if one.is_to_be_looked_at else one
            for one in named
            if not (one.is_to_be_looked_at and one.url in failed)
        ),
        tuple(page.remark for page in pages.values() if page.remark),
        tuple(page.failure for page in pages.values() if page.failure),
    )


def _with_page(one: NamedPaper, page: PageAsked) -> NamedPaper:
    """Add what a page said of its paper to what a list says."""
    said, listed = page.work, one.page or Work("", "", "")
    work = msgspec.structs.replace(
        said,
        title=listed.title or said.title,
        author=listed.author or said.author,
        issued=listed.issued or said.issued,
    )
    return NamedPaper(one.typed, page.id, work)


def find_substitute(key: str) -> str:
    """Return what to do about a work that has no record."""
    kind, _, id_ = key.partition(":")
    named = f"'doi: {id_}'" if kind == "doi" else "its 'url'"
    return f"write an entry by hand with {named}, 'title', 'authors' and 'date'"


def _choose_edition(named: str, content: Content) -> str:
    editions = {folder.edition.id: folder.edition for folder in content.editions}
    if editions and not named:
        return max(editions.values(), key=lambda edition: (edition.date, edition.id)).id
    if named in editions:
        return named
    name = named if SLUG.fullmatch(named) else slugify(named)
    name = name or read_today(content.settings.timezone)[: len("2022-04")]
    hint = did_you_mean(named, editions) or f"make it with 'digest new {name}'"
    which = f"'{named}'" if named else "yet"
    raise NewFileError(f"there is no edition {which}; {hint}")


def _find(one: NamedPaper, joined: Joined) -> Work | Unresolved:
    if one.id is None and one.page:
        return one.page
    return joined.library.find(one.key, "")


def _leave_out_covered(
    named: Sequence[NamedPaper], edition: str, content: Content
) -> tuple[list[NamedPaper], list[str]]:
    """Return the papers that the edition does not cover yet, and a warning of each other one."""
    joined = join(content)
    covering = {
        key: covered.entry.path
        for one in joined.editions
        if one.edition.id == edition
        for covered in one.entries
        for key in (
            covered.work.id,
            covered.entry.work_key,
            covered.entry.url,
            title_key(covered.work.title),
        )
    }
    first: dict[str, NamedPaper] = {}
    there = []
    for one in named:
        found = _find(one, joined)
        key = found.id if isinstance(found, Work) else one.key
        if key in covering:
            there.append(f"'{one.typed}' is in this edition already: '{covering[key]}'")
        elif first.setdefault(key, one) is not one:
            there.append(f"'{first[key].typed}' and '{one.typed}' are the same paper")
    return list(first.values()), there


def _warnings(works: Iterable[Work], joined: Joined) -> Iterable[str]:
    there: dict[str, list[tuple[Edition, str]]] = {}
    for one in joined.editions:
        for covered in one.entries:
            there.setdefault(covered.work.id, []).append((one.edition, covered.entry.path))
    for work in works:
        for edition, path in there.get(work.id, ()):
            where = f"edition '{edition.id}' of {edition.date}"
            yield f"{where} covers '{work.plain_title}' already: '{path}'"
        if work.is_withdrawn:
            yield f"'{work.plain_title}' has been {work.state}"

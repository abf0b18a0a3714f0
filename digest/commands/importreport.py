"""What is said of an import, once all is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import count_of
from digest.commands.unfetched import name_some
from digest.importing.parts import Parts, Resolved
from digest.importing.post import LeftOut, Place, Post
from digest.importing.report import Counts, Report, Waiting
from digest.importing.sitesections import list_missing_sections
from digest.importing.writing.apply import Step
from digest.importing.writing.destinations import Destination
from digest.importing.writing.postfiles import MadePost
from digest.records.webfiles import WebFile
from digest.settings.sitefile import NOBODYS_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.commands.importaround import Around
    from digest.importing.parts import Fault, FaultKind, FoundEntry


class Item(msgspec.Struct, frozen=True):
    """A post with all that is known of it before its files are made."""

    post: Post
    parts: Parts
    resolved: Resolved
    destination: Destination


class Outcome(msgspec.Struct, frozen=True):
    """What became of the posts that come in; the first three are in one order."""

    items: Sequence[Item]
    made: Sequence[MadePost]
    steps: Sequence[Step]
    unfetched: Sequence[tuple[WebFile, Place]]
    """The pictures of the web that could not be had, each with where it is shown."""


def make_report(
    source: str,
    outcome: Outcome,
    around: Around,
    left_out: tuple[LeftOut, ...],
    waiting: tuple[Waiting, ...],
    gone: tuple[str, ...],
) -> Report:
    """Make the report of an import.

    `source` is what was imported, as `a Substack export, 'export.zip'`; `left_out` what is of no
    post, `waiting` what comes in only when the editor says so, and `gone` the files of editions
    and pages whose posts are no longer in the source.
    """
    return Report(
        source,
        _count(outcome.items),
        tuple(_list_faults(outcome)),
        (*left_out, *_list_left_out(outcome)),
        waiting,
        tuple(step.touched for step in outcome.steps if step.deed == "edited"),
        gone,
        tuple(_list_notes(outcome.items, around)),
    )


_BY_RECORDS: frozenset[FaultKind] = frozenset({
    "title-differs", "title-old", "author-differs", "year-differs",
})  # fmt: skip


def _list_faults(outcome: Outcome) -> Iterator[Fault]:
    """List what is wrong with each post, by the lines of the source's own files."""
    for item, one, step in zip(outcome.items, outcome.made, outcome.steps, strict=True):
        for fault in (*item.resolved.faults, *one.faults):
            place = item.post.at(fault.line)
            is_left = step.is_behind and fault.kind in _BY_RECORDS
            done = "the entry is left as it is" if is_left else fault.done
            yield msgspec.structs.replace(fault, path=place.path, line=place.line, done=done)


def _list_left_out(outcome: Outcome) -> Iterator[LeftOut]:
    for item, one, step in zip(outcome.items, outcome.made, outcome.steps, strict=True):
        yield from (*item.post.left_out, *item.parts.left_out, *one.left_out, *step.left_out)
    for picture, place in outcome.unfetched:
        yield LeftOut(picture.url, f"a picture that {picture.problem}", place)


def list_entries(items: Sequence[Item]) -> Iterator[FoundEntry]:
    """List all entries of the posts."""
    return (entry for item in items for entry in item.resolved.parts.entries)


def _count(items: Sequence[Item]) -> Counts:
    papers = [paper for item in items for paper in item.resolved.papers]
    pages = sum(item.post.state == "page" for item in items)
    return Counts(
        posts=len(items),
        editions=len(items) - pages,
        pages=pages,
        entries=len(papers),
        works=len({paper.key or paper.url or paper.title or paper.authors for paper in papers}),
    )


def _list_notes(items: Sequence[Item], around: Around) -> Iterator[str]:
    """List what the editor is to do besides."""
    if undated := [
        item.destination.path for item in items if not item.post.date and _is_edition(item)
    ]:
        yield f"Type the `date` of {count_of(len(undated), 'edition')}: {name_some(undated)}."
    if around.url == NOBODYS_URL:
        yield "Put the newsletter's address into `content/site.yaml`, as `url`."
    texts = [entry.text for entry in list_entries(items)]
    for rule, count in list_missing_sections(texts, around.sections or ()):
        yield (
            f"The section '{rule.title}' is required, and {count:,} of {len(texts):,} entries "
            f"lack it: take `required: true` of `{rule.id}` away in `content/site.yaml`."
        )


def _is_edition(item: Item) -> bool:
    return item.post.state != "page"

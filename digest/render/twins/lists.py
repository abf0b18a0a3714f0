"""The pages that list others as Markdown, and a free-standing page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.twins.blocks import heading, paragraph
from digest.render.twins.desk import dotted
from digest.render.twins.escaping import escape_text, markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.render.twins.desk import Desk, Part
    from digest.site.parts import EditionCard, EntryCard
    from digest.site.views import (
        ArchiveView,
        AuthorView,
        FreePageView,
        HomeView,
        TagsView,
        TagView,
    )


def write_home(view: HomeView, desk: Desk) -> Iterator[Part]:
    """Write the home page."""
    yield [heading(1, escape_text(desk.site.title))]
    yield paragraph(escape_text(desk.site.tagline))
    pages = [desk.lead_to_twin(desk.word("archive", "Archive"), "archive/")]
    if desk.site.has_tags:
        pages.append(desk.lead_to_twin(desk.word("tags", "Topics"), "tags/"))
    pages += (desk.lead_to_twin(item.title, item.address) for item in desk.site.menu)
    yield paragraph(dotted((*pages, desk.lead_to_page())))
    if view.newest:
        yield [heading(2, desk.word("newest", "Newest edition"))]
        yield [_edition(view.newest, desk, "")]
        yield [
            f"{card.number}. "
            + desk.lead_to_twin(card.name, card.address)
            + _behind(card.description)
            for card in view.entries
        ]
    else:
        yield _nothing(desk)
    if view.editions:
        yield [heading(2, desk.word("earlier", "Earlier editions"))]
        yield [_edition(card, desk) for card in view.editions]


def write_archive(view: ArchiveView, desk: Desk) -> Iterator[Part]:
    """Write the archive."""
    yield from _head(view.page.title, desk)
    for year in view.years:
        yield [heading(2, year.year)]
        yield [_edition(card, desk) for card in year.editions]
    if not view.years:
        yield _nothing(desk)


def write_tags(view: TagsView, desk: Desk) -> Iterator[Part]:
    """Write the list of tags."""
    yield from _head(view.page.title, desk)
    yield [f"- {desk.topics((tag,))}" for tag in view.tags] or _nothing(desk)


def write_tag(view: TagView, desk: Desk) -> Iterator[Part]:
    """Write the papers of a tag."""
    yield from _head(view.tag.name, desk)
    yield list(_papers(view.entries, desk))


def write_author(view: AuthorView, desk: Desk) -> Iterator[Part]:
    """Write the papers of an author."""
    yield from _head(view.name, desk)
    yield list(_papers(view.entries, desk))


def write_page(view: FreePageView, desk: Desk) -> Iterator[Part]:
    """Write a free-standing page."""
    yield from _head(view.page.title, desk)
    for use in view.body:
        yield desk.text(use)
    yield from desk.notes(view.notes, 2)
    yield from desk.references()


def _head(title: str, desk: Desk) -> Iterator[Part]:
    yield [heading(1, escape_text(title))]
    yield paragraph(dotted((desk.lead_to_twin(desk.site.title, ""), desk.lead_to_page())))


def _nothing(desk: Desk) -> Part:
    return paragraph(desk.word("nothing", "Nothing has been published yet."))


def _edition(card: EditionCard, desk: Desk, mark: str = "- ") -> str:
    shown = f"{mark}{desk.lead_to_twin(card.title, card.address)} · {desk.issue(card)}"
    return f"{shown}{_behind(card.description)}"


def _papers(cards: Iterable[EntryCard], desk: Desk) -> Iterator[str]:
    for card in cards:
        title = markup(card.title)
        shown = f"- {desk.lead_to_twin(card.name, card.address)}"
        if title != escape_text(card.name):
            shown += f": {title}"
        facts = (escape_text(card.byline), escape_text(card.edition), desk.draft(card.draft))
        yield f"{shown} · {dotted(facts)}{_behind(card.description)}"


def _behind(description: str) -> str:
    return f": {escape_text(description)}" if description else ""

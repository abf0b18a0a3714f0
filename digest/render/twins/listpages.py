"""The pages that list others as Markdown, and a free-standing page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.twins.escaping import escape_text, markup
from digest.render.twins.markdownblocks import heading, paragraph
from digest.render.twins.pagewriter import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.render.twins.pagewriter import PageWriter, Part
    from digest.site.views.cards import EditionCard, EntryCard
    from digest.site.views.pages import (
        ArchiveView,
        AuthorView,
        FreePageView,
        HomeView,
        TagsView,
        TagView,
    )


def write_home(view: HomeView, writer: PageWriter) -> Iterator[Part]:
    """Write the home page."""
    yield [heading(1, escape_text(writer.site.title))]
    yield paragraph(escape_text(writer.site.tagline))
    yield paragraph(dotted((*writer.menu(writer.site.navigation), writer.lead_to_page())))
    yield paragraph(dotted((*writer.subscribe(), *writer.social())))
    if view.newest:
        yield [heading(2, writer.word("newest", "Newest edition"))]
        yield [list_edition(view.newest, writer, "")]
        yield [
            f"{card.number}. "
            + writer.lead_to_twin(card.name, card.address)
            + _behind(card.description)
            for card in view.entries
        ]
    else:
        yield _nothing(writer)
    if view.editions:
        yield [heading(2, writer.word("earlier", "Earlier editions"))]
        yield [list_edition(card, writer) for card in view.editions]


def write_archive(view: ArchiveView, writer: PageWriter) -> Iterator[Part]:
    """Write the archive."""
    yield from write_head(view.page.title, writer)
    for year in view.years:
        yield [heading(2, year.year)]
        yield [list_edition(card, writer) for card in year.editions]
    if not view.years:
        yield _nothing(writer)


def write_tags(view: TagsView, writer: PageWriter) -> Iterator[Part]:
    """Write the list of tags."""
    yield from write_head(view.page.title, writer)
    yield [f"- {writer.topics((tag,))}" for tag in view.tags] or _nothing(writer)


def write_tag(view: TagView, writer: PageWriter) -> Iterator[Part]:
    """Write the papers of a tag."""
    yield from write_head(view.tag.name, writer)
    yield list(list_papers(view.entries, writer))


def write_author(view: AuthorView, writer: PageWriter) -> Iterator[Part]:
    """Write the papers of an author."""
    yield from write_head(view.name, writer)
    yield list(list_papers(view.entries, writer))


def write_page(view: FreePageView, writer: PageWriter) -> Iterator[Part]:
    """Write a free-standing page."""
    yield from write_head(view.page.title, writer)
    for use in view.body:
        yield writer.text(use)
    if writer.site.subscribe and view.page.address == writer.site.subscribe.page:
        yield paragraph(dotted(writer.subscribe()))
    yield from writer.notes(view.notes, 2)
    yield from writer.references()


def write_head(title: str, writer: PageWriter) -> Iterator[Part]:
    """Write the title of a page, and where it belongs."""
    yield [heading(1, escape_text(title))]
    yield paragraph(dotted((writer.lead_to_twin(writer.site.title, ""), writer.lead_to_page())))


def _nothing(writer: PageWriter) -> Part:
    return paragraph(writer.word("nothing", "Nothing has been published yet."))


def list_edition(card: EditionCard, writer: PageWriter, mark: str = "- ") -> str:
    """Return an edition as a line of a list."""
    shown = f"{mark}{writer.lead_to_twin(card.title, card.address)} · {writer.issue(card)}"
    return f"{shown}{_behind(card.description)}"


def list_papers(cards: Iterable[EntryCard], writer: PageWriter) -> Iterator[str]:
    """Return papers as lines of a list."""
    for card in cards:
        title = markup(card.title)
        shown = f"- {writer.lead_to_twin(card.name, card.address)}"
        if title != escape_text(card.name):
            shown += f": {title}"
        facts = (escape_text(card.byline), escape_text(card.edition), writer.draft(card.draft))
        yield f"{shown} · {dotted(facts)}{_behind(card.description)}"


def _behind(description: str) -> str:
    return f": {escape_text(description)}" if description else ""

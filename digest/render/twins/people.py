"""The pages of people as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.twins.escaping import escape_text, link
from digest.render.twins.listpages import list_edition, list_papers, write_head
from digest.render.twins.markdownblocks import heading, paragraph
from digest.render.twins.pagewriter import dotted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.render.twins.pagewriter import PageWriter, Part
    from digest.site.views.pages import PeopleView, PersonView


def write_person(view: PersonView, writer: PageWriter) -> Iterator[Part]:
    """Write the page of a person."""
    yield from write_head(view.name, writer)
    links = ((view.url, view.url), ("ORCID", view.orcid))
    shown = (writer.lead(text, url) for text, url in links if url)
    yield paragraph(dotted((escape_text(view.affiliation), *shown)))
    if view.picture:
        yield [f"!{link(escape_text(view.alt), writer.public(view.picture.address))}"]
    for use in view.bio:
        yield writer.text(use)
    if view.entries:
        yield [heading(2, writer.word("texts", "Texts"))]
        yield list(list_papers(view.entries, writer))
    if view.editions:
        yield [heading(2, writer.word("editions", "Editions"))]
        yield [list_edition(card, writer) for card in view.editions]
    yield from writer.references()


def write_people(view: PeopleView, writer: PageWriter) -> Iterator[Part]:
    """Write the list of people."""
    yield from write_head(view.page.title, writer)
    yield [
        f"- {dotted((writer.lead_to_twin(card.name, card.address), escape_text(card.affiliation)))}"
        + (f": {escape_text(card.about)}" if card.about else "")
        for card in view.people
    ]

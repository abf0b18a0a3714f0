"""An edition and a paper as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.facts import full_name, list_facts
from digest.render.twins.blocks import RULE, heading, paragraph
from digest.render.twins.desk import dotted
from digest.render.twins.escaping import escape_text, link, markup
from digest.site.parts import PapersBlock, ProseBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.render.twins.desk import Desk, Part
    from digest.site.parts import EntryView, FigureView, Mention
    from digest.site.views import EditionView, EntryPageView


def write_edition(view: EditionView, desk: Desk) -> Iterator[Part]:
    """Write an edition with its papers in full."""
    edition = view.edition
    yield [heading(1, escape_text(edition.title))]
    home = desk.lead_to_twin(desk.site.title, "")
    yield paragraph(dotted((home, desk.issue(edition), desk.lead_to_page())))
    yield paragraph(desk.line(view.deck))
    if view.editors:
        names = ", ".join(desk.lead(one.name, one.url) for one in view.editors)
        yield paragraph(f"{desk.word('edited_by', 'Edited by')} {names}")
    notes = list(desk.notes(view.notes, 2))
    for index, block in enumerate(view.blocks):
        if isinstance(block, ProseBlock):
            text = desk.text(block.body)
            is_behind = bool(index) and isinstance(view.blocks[index - 1], PapersBlock)
            if is_behind and text and not text[0].startswith("#"):
                # or it would seem to be the last paper's
                yield [RULE]
            yield text
        elif isinstance(block, PapersBlock):
            for entry in block.entries:
                title = full_name(escape_text(entry.name), markup(entry.title))
                yield [heading(block.level, f"{entry.number}. {title}")]
                own = desk.lead_to_twin(desk.word("permalink", "Permalink"), entry.address)
                yield from _paper(entry, block.level, desk, escape_text(entry.byline), own)
        else:
            if index + 1 == len(view.blocks):
                yield from notes
                notes = []
            yield from desk.references()
    yield from notes
    for word, english, card in (
        ("older", "Older edition", view.older),
        ("newer", "Newer edition", view.newer),
    ):
        if card:
            yield paragraph(
                f"{desk.word(word, english)}: {desk.lead_to_twin(card.title, card.address)}"
            )


def write_entry(view: EntryPageView, desk: Desk) -> Iterator[Part]:
    """Write a paper's own page."""
    entry = view.entry
    yield [heading(1, full_name(escape_text(entry.name), markup(entry.title)))]
    edition = desk.lead_to_twin(view.edition.title, view.edition.address)
    yield paragraph(dotted((edition, desk.issue(view.edition), desk.lead_to_page())))
    authors = ", ".join(
        desk.lead_to_twin(author.name, author.address)
        if author.address
        else escape_text(author.name)
        for author in entry.authors
    )
    yield from _paper(entry, 1, desk, authors)
    yield from _mentions(view.mentions, desk)
    yield from desk.references()
    for word, english, card in (
        ("previous", "Previous paper", view.older),
        ("next", "Next paper", view.newer),
    ):
        if card:
            yield paragraph(
                f"{desk.word(word, english)}: {desk.lead_to_twin(card.name, card.address)}"
            )


def _paper(entry: EntryView, level: int, desk: Desk, authors: str, own: str = "") -> Iterator[Part]:
    yield paragraph(authors)
    facts = [escape_text(fact) for fact in list_facts(entry, desk.date)]
    yield paragraph(dotted((*facts, desk.line(entry.note), desk.draft(entry.draft))))
    links = [(desk.word(f"link_{one.kind}", one.label), one.url) for one in entry.links]
    if entry.url and entry.url not in {url for _, url in links}:
        links.insert(0, (escape_text(entry.url), entry.url))
    yield paragraph(dotted((*(link(text, desk.public(url)) for text, url in links), own)))
    yield paragraph(desk.line(entry.description))
    if entry.figure:
        yield from _figure(entry.figure, desk)
    for part in entry.lead:
        yield desk.text(part)
    for section in entry.sections:
        yield [heading(level + 1, escape_text(section.title))]
        yield desk.text(section.body)
    yield from desk.notes(entry.notes, level + 1)
    if entry.tags:
        yield paragraph(f"{desk.word('tags', 'Topics')}: {desk.topics(entry.tags)}")


def _figure(figure: FigureView, desk: Desk) -> Iterator[Part]:
    yield [f"!{link(escape_text(figure.alt), desk.public(figure.picture.address))}"]
    credit = desk.line(figure.credit)
    shown = (desk.line(figure.caption), f"({credit})" if credit else "")
    yield paragraph(" ".join(part for part in shown if part))


def _mentions(mentions: tuple[Mention, ...], desk: Desk) -> Iterator[Part]:
    if not mentions:
        return
    yield [heading(2, desk.word("mentioned_in", "Mentioned in"))]
    lines = []
    for mention in mentions:
        where = escape_text(mention.edition) if mention.edition else desk.date(mention.date)
        what = desk.word(f"mention_{mention.kind}", mention.kind)
        shown = dotted((where, what, desk.draft(mention.draft)))
        lines.append(f"- {desk.lead_to_twin(mention.title, mention.address)} · {shown}")
    yield lines

"""An edition and a paper as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.facts import full_name, list_facts
from digest.render.twins.escaping import escape_text, link, markup
from digest.render.twins.markdownblocks import RULE, heading, paragraph
from digest.render.twins.pagewriter import dotted
from digest.site.views.parts import PapersBlock, ProseBlock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.render.twins.pagewriter import PageWriter, Part
    from digest.site.views.cards import Mention
    from digest.site.views.pages import EditionView, EntryPageView
    from digest.site.views.parts import EntryView, FigureView


def write_edition(view: EditionView, writer: PageWriter) -> Iterator[Part]:
    """Write an edition with its papers in full."""
    edition = view.edition
    yield [heading(1, escape_text(edition.title))]
    home = writer.lead_to_twin(writer.site.title, "")
    yield paragraph(dotted((home, writer.issue(edition), writer.lead_to_page())))
    yield paragraph(writer.line(view.deck))
    if view.editors:
        names = writer.names(view.editors)
        yield paragraph(f"{writer.word('edited_by', 'Edited by')} {names}")
    if view.sponsors:
        yield [heading(2, writer.word("sponsors", "Sponsors"))]
        yield from map(writer.text, view.sponsors)
        yield [RULE]
    notes = list(writer.corrections(view.corrections, 2, view.earlier_corrections))
    notes += writer.notes(view.notes, 2)
    for index, block in enumerate(view.blocks):
        if isinstance(block, ProseBlock):
            text = writer.text(block.body)
            is_behind = bool(index) and isinstance(view.blocks[index - 1], PapersBlock)
            if is_behind and text and not text[0].startswith("#"):
                # or it would seem to be the last paper's
                yield [RULE]
            yield text
        elif isinstance(block, PapersBlock):
            for entry in block.entries:
                title = full_name(escape_text(entry.name), markup(entry.title))
                yield [heading(block.level, f"{entry.number}. {title}")]
                own = writer.lead_to_twin(writer.word("permalink", "Permalink"), entry.address)
                yield from _paper(entry, block.level, writer, escape_text(entry.byline), own)
        else:
            if index + 1 == len(view.blocks):
                yield from notes
                notes = []
            yield from writer.references()
    yield from notes
    yield from _onward(view, writer)


def _onward(view: EditionView, writer: PageWriter) -> Iterator[Part]:
    """Write where one goes on from an edition."""
    if view.discussion:
        shown = writer.word("discuss", "Discuss this edition")
        yield paragraph(link(shown, writer.public(view.discussion)))
    for word, english, card in (
        ("older", "Older edition", view.older),
        ("newer", "Newer edition", view.newer),
    ):
        if card:
            yield paragraph(
                f"{writer.word(word, english)}: {writer.lead_to_twin(card.title, card.address)}"
            )


def write_entry(view: EntryPageView, writer: PageWriter) -> Iterator[Part]:
    """Write a paper's own page."""
    entry = view.entry
    yield [heading(1, full_name(escape_text(entry.name), markup(entry.title)))]
    edition = writer.lead_to_twin(view.edition.title, view.edition.address)
    yield paragraph(dotted((edition, writer.issue(view.edition), writer.lead_to_page())))
    authors = ", ".join(
        writer.lead_to_twin(author.name, author.address)
        if author.address
        else escape_text(author.name)
        for author in entry.authors
    )
    yield from _paper(entry, 1, writer, authors)
    yield from _mentions(view.mentions, writer)
    yield from writer.references()
    for word, english, card in (
        ("previous", "Previous paper", view.older),
        ("next", "Next paper", view.newer),
    ):
        if card:
            yield paragraph(
                f"{writer.word(word, english)}: {writer.lead_to_twin(card.name, card.address)}"
            )


def _paper(
    entry: EntryView, level: int, writer: PageWriter, authors: str, own: str = ""
) -> Iterator[Part]:
    yield paragraph(authors)
    facts = [escape_text(fact) for fact in list_facts(entry, writer.date)]
    yield paragraph(dotted((*facts, writer.line(entry.note), writer.draft(entry.draft))))
    links = [(writer.word(f"link_{one.kind}", one.label), one.url) for one in entry.links]
    if entry.url and entry.url not in {url for _, url in links}:
        links.insert(0, (escape_text(entry.url), entry.url))
    yield paragraph(dotted((*(link(text, writer.public(url)) for text, url in links), own)))
    yield paragraph(writer.line(entry.description))
    if entry.figure:
        yield from _figure(entry.figure, writer)
    for part in entry.lead:
        yield writer.text(part)
    for section in entry.sections:
        yield [heading(level + 1, escape_text(section.title))]
        yield writer.text(section.body)
    yield from writer.corrections(entry.corrections, level + 1)
    yield from writer.notes(entry.notes, level + 1)
    if entry.by:
        yield paragraph(f"{writer.word('text_by', 'Text by')} {writer.names(entry.by)}")
    if entry.tags:
        yield paragraph(f"{writer.word('tags', 'Topics')}: {writer.topics(entry.tags)}")


def _figure(figure: FigureView, writer: PageWriter) -> Iterator[Part]:
    yield [f"!{link(escape_text(figure.alt), writer.public(figure.picture.address))}"]
    credit = writer.line(figure.credit)
    shown = (writer.line(figure.caption), f"({credit})" if credit else "")
    yield paragraph(" ".join(part for part in shown if part))


def _mentions(mentions: tuple[Mention, ...], writer: PageWriter) -> Iterator[Part]:
    if not mentions:
        return
    yield [heading(2, writer.word("mentioned_in", "Mentioned in"))]
    lines = []
    for mention in mentions:
        where = escape_text(mention.edition) if mention.edition else writer.date(mention.date)
        what = writer.word(f"mention_{mention.kind}", mention.kind)
        shown = dotted((where, what, writer.draft(mention.draft)))
        lines.append(f"- {writer.lead_to_twin(mention.title, mention.address)} · {shown}")
    yield lines

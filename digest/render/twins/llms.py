"""`llms.txt`: where a language model finds what the site says, in the form of llmstxt.org.

A title, a quotation that says what the site is, and lists of links with notes. It is no longer
for a hundred editions than for thirty: what is older stands in the archive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.render.twins.escaping import escape_text
from digest.render.twins.markdownblocks import heading, paragraph
from digest.site.addresses import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.render.twins.pagewriter import PageWriter, Part
    from digest.site.twins import LlmsView
    from digest.site.views.cards import EditionCard, EntryCard

_EDITIONS = 30
"""The most earlier editions that are listed."""
_PAPERS = 100
"""The most papers of the newest edition that are listed."""


def write_llms(llms: LlmsView, writer: PageWriter) -> Iterator[Part]:
    """Write the file."""
    view = llms.home
    site = writer.site
    yield [heading(1, escape_text(site.title))]
    if site.tagline:
        yield [f"> {escape_text(site.tagline)}"]
    hint = "Every page is there as Markdown, too: put ‘index.md’ behind its address."
    yield paragraph(writer.word("markdown_hint", hint))
    yield paragraph(writer.license())
    if view.newest:
        yield [heading(2, writer.word("newest", "Newest edition"))]
        papers = [_paper(card, writer) for card in view.entries[:_PAPERS]]
        yield [_edition(view.newest, writer), *papers]
    if view.editions:
        yield [heading(2, writer.word("earlier", "Earlier editions"))]
        yield [_edition(card, writer) for card in view.editions[:_EDITIONS]]
    if site.menu:
        yield [heading(2, writer.word("menu", "Pages of this newsletter"))]
        yield [f"- {link}" for link in writer.menu(site.menu)]
    # the word has its meaning in this form: what a reader in a hurry may leave out
    yield [heading(2, "Optional")]
    links = [writer.lead_to_twin(writer.word("archive", "Archive"), "archive/")]
    if site.has_tags:
        links.append(writer.lead_to_twin(writer.word("tags", "Topics"), "tags/"))
    if site.has_people:
        links.append(writer.lead_to_twin(writer.word("people", "People"), PEOPLE))
    links += writer.subscribe()
    links += (writer.lead(feed.name, feed.address) for feed in site.feeds)
    yield [f"- {link}" for link in links]


def _edition(card: EditionCard, writer: PageWriter) -> str:
    return _item(writer.lead_to_twin(card.title, card.address), card.description)


def _paper(card: EntryCard, writer: PageWriter) -> str:
    return _item(writer.lead_to_twin(card.name, card.address), card.description)


def _item(link: str, note: str) -> str:
    return f"- {link}: {escape_text(note)}" if note else f"- {link}"

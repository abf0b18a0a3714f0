"""An edition as the text part of a mail: what the HTML part shows, in the same order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING
from urllib.parse import unquote

from digest.basics.plain import Heading
from digest.render.dates import date_text
from digest.render.facts import full_name, list_facts, plain_markup
from digest.render.fold import list_overview
from digest.render.pagecontext import NumberedCitations, PageContext
from digest.render.providers import way_out
from digest.render.text.textblocks import BlockWriter, hang, underline
from digest.render.text.textlines import LineWriter, describe
from digest.render.text.wrapping import COLUMNS, wrap
from digest.settings.emailconfig import split_mailbox
from digest.site.views.parts import PapersBlock, ProseBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from digest.basics.plain import Blocks, Plain
    from digest.site.views.mail import MailView
    from digest.site.views.pages import EarlierCorrection, SiteConstants
    from digest.site.views.parts import (
        Citations,
        CorrectionView,
        Editor,
        EntryView,
        FigureView,
        Use,
    )

_RULE = "-" * COLUMNS


class TextPart:
    """The text part of one mail."""

    def __init__(
        self,
        mail: MailView,
        site: SiteConstants,
        words: Mapping[str, str],
        plain: Callable[[str], Plain],
        citations: Citations,
        folded: Collection[str],
    ) -> None:
        """Take what the mail shows.

        `words` are the theme's, `plain` gives the plain form of a fragment, and `citations` are
        those of the mail, in which the entries of `folded` are one line each.
        """
        self._mail = mail
        self._edition = mail.edition
        self._site = site
        self._words = words
        self._plain = plain
        self._citations = citations
        self._folded = folded
        page = mail.edition.page
        self._context = PageContext(citations, mail.edition.linked, site.url, page.canonical)
        self._lines = LineWriter(self._context, NumberedCitations(citations), words)
        self._blocks = BlockWriter(self._lines, words)

    def write(self) -> str:
        """Return the text, its lines ending in LF."""
        parts = (*self._head(), *self._glance(), *self._body(), *self._foot())
        lines = chain.from_iterable(
            ([""] if index else []) + part for index, part in enumerate(filter(None, parts))
        )
        return "\n".join(lines) + "\n"

    # --- the parts, each a list of lines; an empty line is set between two of them ---

    def _head(self) -> Iterator[list[str]]:
        view, words = self._edition, self._words
        edition = view.edition
        yield wrap(self._site.title)
        yield wrap(self._linked(words.get("read_on_web", "Read on the web"), view.page.canonical))
        number = f"{words.get('number', 'No.')}\N{NO-BREAK SPACE}{edition.number}"
        facts = [
            number if edition.number else "",
            self._date(edition.date),
            self._draft(edition.draft),
        ]
        yield [*underline(edition.title, 1), *wrap(" · ".join(filter(None, facts)))]
        yield self._line(view.deck)
        if view.editors:
            yield wrap(f"{words.get('edited_by', 'Edited by')} {self._names(view.editors)}")
        if view.sponsors:
            yield self._heading("sponsors", "Sponsors", 2)
            yield from map(self._text, view.sponsors)
            yield ["* * *"]

    def _glance(self) -> Iterator[list[str]]:
        """Write the papers at a glance, each with the way to its page."""
        entries = list_overview(self._mail, self._folded)
        if entries:
            yield self._heading("contents", "In this edition", 2)
            lines = self._mail.lines
            named = (self._name(entry, lines.get(entry.anchor, "")) for entry in entries)
            yield list(chain.from_iterable(named))

    def _body(self) -> Iterator[list[str]]:
        view = self._edition
        notes = [*self._corrections(view.corrections, 2, view.earlier_corrections)]
        if view.notes:
            notes += [self._heading("notes", "Notes", 2), self._text(view.notes)]
        for index, block in enumerate(view.blocks):
            if isinstance(block, ProseBlock):
                blocks = self._plain(block.body.hash).blocks
                if index and isinstance(view.blocks[index - 1], PapersBlock):
                    yield from self._part(blocks)
                yield self._blocks.write(blocks, COLUMNS, block.body.shift)
            elif isinstance(block, PapersBlock):
                for entry in block.entries:
                    is_folded = entry.anchor in self._folded
                    yield from [self._fold(entry)] if is_folded else self._entry(entry, block.level)
            else:
                if index + 1 == len(view.blocks):
                    yield from notes
                    notes = []
                yield from self._references()
        yield from notes

    def _part(self, blocks: Blocks) -> Iterator[list[str]]:
        """Part what the edition says from the paper before it, where no heading does."""
        if not isinstance(blocks[0] if blocks else None, Heading):
            yield ["* * *"]

    def _entry(self, entry: EntryView, level: int) -> Iterator[list[str]]:
        title = plain_markup(entry.title)
        facts = list_facts(entry, self._date)
        note = self._inline(entry.note)
        facts += [part for part in (note, self._draft(entry.draft)) if part]
        yield [
            # more space than between the parts of a paper
            "",
            *underline(f"{entry.number}. {full_name(entry.name, title)}", level),
            *(wrap(entry.byline) if entry.byline else ()),
            *(wrap(" · ".join(facts)) if facts else ()),
            *self._links(entry),
        ]
        yield self._line(entry.description)
        if entry.figure:
            yield wrap(self._figure(entry.figure))
        for part in entry.lead:
            yield self._text(part)
        for section in entry.sections:
            yield underline(section.title, level + 1)
            yield self._text(section.body)
        yield from self._corrections(entry.corrections, level + 1)
        if entry.notes:
            yield underline(self._words.get("notes", "Notes"), level + 1)
            yield self._text(entry.notes)
        if entry.by:
            yield wrap(f"{self._words.get('text_by', 'Text by')} {self._names(entry.by)}")

    def _corrections(
        self,
        corrections: Collection[CorrectionView],
        level: int,
        earlier: Collection[EarlierCorrection] = (),
    ) -> Iterator[list[str]]:
        if corrections or earlier:
            yield self._heading("corrections", "Corrections", level)
        for one in corrections:
            yield wrap(f"{self._date(one.date)}: {self._inline(one.text)}")
        for other in earlier:
            about = ", ".join(filter(None, (other.edition, other.entry)))
            where = self._linked(about, self._context.public(other.address))
            yield wrap(f"{self._date(other.date)}: {where}: {other.text}")

    def _links(self, entry: EntryView) -> Iterator[str]:
        links = entry.links
        if all(link.url != entry.url for link in links) and entry.url:
            yield f"<{self._context.public(entry.url)}>"
        for link in links:
            word = self._words.get(f"link_{link.kind}", link.label)
            yield from wrap(self._linked(word, link.url))

    def _fold(self, entry: EntryView) -> list[str]:
        return self._name(entry, self._inline(entry.description))

    def _name(self, entry: EntryView, description: str) -> list[str]:
        """Write what a paper is called and about, with the way to its page."""
        name = entry.name or plain_markup(entry.title)
        text = f"{name}: {description}" if description else name
        address = f"<{self._context.public(entry.address)}>"
        return wrap(f"{entry.number}. {text} {address}", rest="   ")

    def _figure(self, figure: FigureView) -> str:
        credit = self._inline(figure.credit)
        caption = " ".join(filter(None, (self._inline(figure.caption), credit and f"({credit})")))
        address = f"<{self._context.public(figure.picture.address)}>"
        return describe(self._words.get("figure", "Figure"), figure.alt, caption, address)

    def _references(self) -> Iterator[list[str]]:
        references = self._citations.references
        if not references:
            return
        yield self._heading("references", "References", 2)
        lines: list[str] = []
        size = len(str(references[-1].number)) + 3
        for reference in references:
            mark = f"[{reference.number}]".ljust(size)
            if self._citations.style == "author-year":
                mark = ""
            text = plain_markup(reference.html)
            address = self._context.public(reference.url) if reference.url else ""
            # a DOI is printed as its registrant spells it
            is_said = unquote(address).casefold() in text.casefold()
            shown = text if is_said else f"{text} <{address}>"
            lines += hang(wrap(shown, COLUMNS - len(mark)), mark)
        yield lines

    def _foot(self) -> Iterator[list[str]]:
        view, sender, words = self._edition, self._mail.sender, self._words
        yield [_RULE]
        if view.discussion:
            discuss = words.get("discuss", "Discuss this edition")
            yield wrap(self._linked(discuss, view.discussion))
        forwarded = words.get("forwarded", "Was this forwarded to you?")
        if sender.subscribe_url:
            subscribe = words.get("subscribe", "Subscribe")
            yield wrap(f"{forwarded} {subscribe} <{sender.subscribe_url}>")
        why = words.get("why_mailed", "You get this mail because you subscribed to {title}.")
        ways = {
            words.get("preferences", "Your preferences"): sender.preferences_url,
            words.get("unsubscribe", "Unsubscribe"): way_out(sender),
        }
        leading = (wrap(f"{word} <{way}>") for word, way in ways.items() if way)
        yield [*wrap(why.replace("{title}", self._site.title)), *chain.from_iterable(leading)]
        name, address = split_mailbox(sender.sender) if sender.sender else ("", "")
        who = f"{name} <{address}>" if name else f"<{address}>" if address else ""
        yield wrap(" · ".join(filter(None, (who, sender.address)))) if who or sender.address else []
        yield from self._furniture()
        if self._site.uses_arxiv:
            yield wrap("Thank you to arXiv for use of its open access interoperability.")

    def _furniture(self) -> Iterator[list[str]]:
        """Write what stands at the foot of every page."""
        site, words = self._site, self._words
        if site.footer:
            yield self._text(site.footer)
        if site.license:
            licensed = words.get("licensed", "Licence of the texts, unless otherwise noted:")
            yield wrap(self._linked(f"{licensed} {site.license.name}", site.license.url))

    # --- pieces ---

    def _heading(self, word: str, english: str, level: int) -> list[str]:
        return underline(self._words.get(word, english), level)

    def _text(self, use: Use) -> list[str]:
        self._lines.use = use
        return self._blocks.write(self._plain(use.hash).blocks, COLUMNS, use.shift)

    def _inline(self, use: Use | None) -> str:
        return self._lines.write(self._plain(use.hash).line) if use else ""

    def _line(self, use: Use | None) -> list[str]:
        return wrap(self._inline(use)) if use else []

    def _linked(self, text: str, url: str) -> str:
        return f"{text} <{self._context.public(url)}>" if url else text

    def _names(self, editors: Iterable[Editor]) -> str:
        return ", ".join(self._linked(one.name, one.address or one.url) for one in editors)

    def _date(self, date: str) -> str:
        return date_text(date, self._edition.page.lang)

    def _draft(self, draft: bool) -> str:  # noqa: FBT001 -- a field of the view
        return self._words.get("draft", "Draft") if draft else ""

"""What writing any page as Markdown needs: the page's addresses, words, dates and fragments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.links import scheme
from digest.render.dates import date_text
from digest.render.pagecontext import PageContext
from digest.render.twins.escaping import escape_text, link, markup
from digest.render.twins.markdownblocks import BlockWriter, heading
from digest.render.twins.markdownlines import LineWriter
from digest.site.addresses import twin_address
from digest.site.views.parts import Citations, Links

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from digest.basics.plain import Plain
    from digest.site.twins import LlmsView
    from digest.site.views.cards import EditionCard, TagCard
    from digest.site.views.pages import EarlierCorrection, MenuItem, SiteConstants, View
    from digest.site.views.parts import CorrectionView, Editor, Reference, Use

Part = list[str]
"""Lines; between two parts of a page is an empty one."""
Shared = dict[str, dict[int, list[str]]]
"""Blocks that are the same on every page: by their fragment's hash, by their index in it."""

_MOST = 500
"""Of so many fragments blocks are held: an edition's page and those of its entries have each."""


class PageWriter:
    """The tools for one page."""

    def __init__(
        self,
        view: View | LlmsView,
        site: SiteConstants,
        words: Mapping[str, str],
        plain: Callable[[str], Plain],
        shared: Shared,
    ) -> None:
        """`shared` is the same one for all pages of a site."""
        self.site = site
        self._words = words
        self._plain = plain
        self._shared = shared
        self._page = view.page
        self.citations: Citations = getattr(view, "citations", Citations())
        linked: Links = getattr(view, "linked", Links())
        self._context = PageContext(self.citations, linked, site.url, view.page.canonical)
        self._lines = LineWriter(self._context)
        self._blocks = BlockWriter(self._lines)

    # --- words ---

    def word(self, key: str, english: str) -> str:
        """Return a word of the theme's in the page's language."""
        return escape_text(self._words.get(key, english))

    def date(self, date: str, form: str = "long") -> str:
        """Return a date as the page's language writes it."""
        return date_text(date, self._page.lang, form)

    def issue(self, edition: EditionCard) -> str:
        """Return an edition's number and date."""
        number = f"{self.word('number', 'No.')} {edition.number}" if edition.number else ""
        return dotted((number, self.date(edition.date), self.draft(edition.draft)))

    def draft(self, draft: bool) -> str:  # noqa: FBT001 -- a field of the views
        """Return the word for a draft, where it is one."""
        return self.word("draft", "Draft") if draft else ""

    # --- addresses ---

    def public(self, address: str) -> str:
        """Return a whole address."""
        return self._context.public(address)

    def lead(self, text: str, address: str) -> str:
        """Return a link; `text` is plain, and where there is no address it is all."""
        shown = escape_text(text)
        return link(shown, self.public(address)) if address else shown

    def lead_to_twin(self, text: str, address: str, *, is_markup: bool = False) -> str:
        """Return a link to the twin of a page of the site."""
        shown = markup(text) if is_markup else escape_text(text)
        return link(shown, self.public(twin_address(address)))

    def names(self, editors: Iterable[Editor]) -> str:
        """Return who made something, each with the way to a page of that one."""
        return ", ".join(
            self.lead_to_twin(one.name, one.address)
            if one.address
            else self.lead(one.name, one.url)
            for one in editors
        )

    def lead_to_page(self) -> str:
        """Return a link to the page that this is the twin of."""
        return link(self.word("read_on_web", "Read on the web"), self._page.canonical)

    def subscribe(self) -> Iterator[str]:
        """Return the ways to subscribe by mail: a form on the web, and what it says of privacy."""
        way = self.site.subscribe
        if way:
            yield link(self.word("subscribe", "Subscribe"), self.public(way.page))
            if way.privacy:
                yield link(self.word("privacy", "Privacy"), self.public(way.privacy))

    def social(self) -> Iterator[str]:
        """Return links to where else the newsletter is."""
        return (self.lead(one.name, one.url) for one in self.site.social)

    def menu(self, items: Iterable[MenuItem]) -> Iterator[str]:
        """Return links to what is in the menu, less the form, of which `subscribe` tells."""
        for item in items:
            title = item.title or self._words.get(item.word, item.word)
            is_page = not scheme(item.address) and item.address[-1:] in {"", "/"}
            if item.word != "subscribe":
                yield (self.lead_to_twin if is_page else self.lead)(title, item.address)

    def license(self) -> str:
        """Return under which terms others may use the texts; empty where the site says none."""
        if self.site.license is None:
            return ""
        licensed = self.word("licensed", "Licence of the texts, unless otherwise noted:")
        return f"{licensed} {self.lead(self.site.license.name, self.site.license.url)}"

    def foot(self) -> Iterator[Part]:
        """Return what stands at the foot of every page."""
        if self.site.footer or self.site.license:
            yield ["---"]
        if self.site.footer:
            yield self.text(self.site.footer)
        if license_ := self.license():
            yield [license_]

    def topics(self, tags: Iterable[TagCard]) -> str:
        """Return links to the pages of tags."""
        return ", ".join(
            self.lead_to_twin(tag.name, tag.address) + (f" ({tag.entries})" if tag.entries else "")
            for tag in tags
        )

    # --- fragments ---

    def text(self, use: Use) -> Part:
        """Return the blocks of a fragment."""
        self._lines.use = use
        if len(self._shared) > _MOST:
            self._shared.clear()
        known = self._shared.setdefault(use.hash, {})
        return self._blocks.write(self._plain(use.hash).blocks, use.shift, known)

    def line(self, use: Use | None) -> str:
        """Return a fragment that is one line."""
        if use is None:
            return ""
        self._lines.use = use
        return self._lines.write_flat(self._plain(use.hash).line)

    def corrections(
        self,
        corrections: Iterable[CorrectionView],
        level: int,
        earlier: Iterable[EarlierCorrection] = (),
    ) -> Iterator[Part]:
        """Return corrections under their heading, each as an item with its date."""
        lines = [f"- {self.date(one.date)}: {self.line(one.text)}" for one in corrections]
        for one in earlier:
            name = ", ".join(filter(None, (one.edition, one.entry)))
            address = one.address.partition("#")[0]
            where = self.lead_to_twin(name, address)
            lines.append(f"- {self.date(one.date)}: {where}: {escape_text(one.text)}")
        if lines:
            yield [heading(level, self.word("corrections", "Corrections"))]
            yield lines

    def notes(self, use: Use | None, level: int) -> Iterator[Part]:
        """Return footnotes under their heading."""
        if use:
            yield [heading(level, self.word("notes", "Notes"))]
            yield self.text(use)

    def references(self) -> Iterator[Part]:
        """Return the list of references, each with the anchor to which its citations lead."""
        if not self.citations.references:
            return
        yield [heading(2, self.word("references", "References"))]
        lines = []
        for reference in self.citations.references:
            shown = f'<a id="ref-{reference.number}"></a>{self._reference(reference)}'
            for entry in reference.entries:
                name = entry.name or entry.edition
                covered = self.word("covered_here", "Covered here:")
                shown += f" {covered} {self.lead_to_twin(name, entry.address)}."
            lines.append(f"{reference.number}. {shown}")
        yield lines

    def _reference(self, reference: Reference) -> str:
        """Return a reference with the address to read it at as a link, where it says it or last."""
        shown = markup(reference.html)
        if not reference.url:
            return shown
        address = self.public(reference.url)
        text, found, rest = shown.rpartition(escape_text(address))
        is_said = found and rest[:1] in {"", " ", ".", ","}
        return f"{text}<{address}>{rest}" if is_said else f"{shown} <{address}>"


def dotted(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, with a dot between them."""
    return " · ".join(part for part in parts if part)


def assemble(parts: Iterable[Part]) -> str:
    """Return a page: its parts that are not empty, with an empty line between them."""
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

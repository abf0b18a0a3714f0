"""The content of a feed's item: HTML that reads well where there is no style.

It has headings, paragraphs, lists, tables, figures and links, and nothing that depends on a style
sheet or on what stands around it: no ids, no classes, no scripts. Every address is whole.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.links import scheme
from digest.markdown.mathtext import math_html, replace_math
from digest.render.dates import date_text
from digest.render.languages import is_right_to_left
from digest.render.standalone import Numbered, StandaloneProse, drop_colours, isolate_raised
from digest.site.addresses import public_url
from digest.site.views.parts import PapersBlock, ProseBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from digest.basics.fragments import Parts
    from digest.site.views.feed import FeedHead, FeedItem
    from digest.site.views.pages import EarlierCorrection
    from digest.site.views.parts import (
        CorrectionView,
        Editor,
        EntryView,
        FigureView,
        Picture,
        Reference,
        Use,
    )

_TAG = lazy_regex(r"<[a-z][^> ]* [^>]*>")
"""One that has attributes."""
_FOR_PAGES = lazy_regex(r' (?:class="(?!language-)[^"]*"|dir="auto"|role="note")')
"""What a page's style and scripts go by; code keeps its language."""
_ALIGNED = lazy_regex(r'(<t[dh]) class="(left|right|center)"')
"""How a column is aligned: told by an attribute, for readers take away styles, and leave these."""
_APART = '<span dir="auto">'
"""What stands for `bdi`, which readers take away as they do what they do not know."""
_DISPLAYED = lazy_regex(r'<div class="math"[^>]*>(.*?)</div>', re.DOTALL)


def write_content(item: FeedItem, head: FeedHead, texts: Callable[[str], Parts]) -> str:
    """Return an item's content; `texts` gives the text of a fragment by its hash."""
    return _Writer(item, head, texts).write()


class _Writer:
    def __init__(self, item: FeedItem, head: FeedHead, texts: Callable[[str], Parts]) -> None:
        self._item = item
        self._words = head.words[item.lang]
        self._site_url, self._site_lang = head.site_url, head.lang
        numbered = Numbered(item.citations, words=self._words)
        self._prose = StandaloneProse(
            texts, numbered, item.linked, self._whole, item.url, self._show
        )
        self._is_apart = item.lang != head.lang or is_right_to_left(item.lang)
        """Whether what is around the content says nothing, or the wrong thing, of its language."""
        langs = {item.lang, *(entry.lang for entry in _list_entries(item))}
        self._runs_both_ways = any(map(is_right_to_left, langs))

    def write(self) -> str:
        html = "\n".join(part for part in self._parts() if part)
        if not self._is_apart:
            return html
        return f"<div{_spoken(self._item.lang)}>\n{html}\n</div>"

    def _parts(self) -> Iterator[str]:
        item = self._item
        if item.draft:
            yield _paragraph(escape(self._words["draft"]))
        yield _paragraph(self._emphasised(item.deck))
        yield from self._sponsors()
        blocks = list(item.blocks)
        for index, block in enumerate(blocks):
            if isinstance(block, ProseBlock):
                text = self._print(block.body)
                if index and isinstance(blocks[index - 1], PapersBlock) and text[:2] != "<h":
                    # or the edition's own words would seem to be about its last paper
                    yield "<hr>"
                yield text
            elif isinstance(block, PapersBlock):
                for entry in block.entries:
                    is_other = entry.lang != item.lang
                    yield f"<div{_spoken(entry.lang)}>" if is_other else ""
                    yield from self._entry(entry, block.level)
                    yield "</div>" if is_other else ""
            else:
                # the notes belong to the text, and come before the list at its end
                if index == len(blocks) - 1:
                    yield from self._corrections(item.corrections, 2, item.earlier_corrections)
                    yield from self._notes(item.notes, 2)
                yield from self._references()
        if not blocks or isinstance(blocks[-1], ProseBlock | PapersBlock):
            yield from self._corrections(item.corrections, 2, item.earlier_corrections)
            yield from self._notes(item.notes, 2)
        if item.discussion:
            word = escape(self._words["discuss"], quote=False)
            yield _paragraph(f'<a href="{escape(item.discussion)}">{word}</a>')

    def _sponsors(self) -> Iterator[str]:
        """Print what is said of sponsors, apart from what the editors say."""
        if self._item.sponsors:
            yield f"<hr>\n<p><strong>{escape(self._words['sponsors'], quote=False)}</strong></p>"
            yield from map(self._print, self._item.sponsors)
            yield "<hr>"

    def _entry(self, entry: EntryView, level: int) -> Iterator[str]:
        """Print an entry; at level 1 the item is the entry, and its title is the item's."""
        title = self._apart(replace_math(entry.title, math_html))
        if entry.url:
            title = f'<a href="{escape(entry.url)}">{title}</a>'
        if level == 1:
            yield _paragraph(f"<strong>{title}</strong>")
        else:
            name = f"{self._apart(escape(entry.name, quote=False))}: " if entry.name else ""
            yield f"<h{level}>{entry.number}. {name}{title}</h{level}>"
        own = self._item.lang
        said = _marked(" · ".join(map(self._apart, self._facts(entry))), own, entry.lang)
        note = self._apart(self._print(entry.note)) if entry.note else ""
        facts = " · ".join(filter(None, (said, note)))
        byline = escape(entry.byline, quote=False)
        yield _paragraph("<br>\n".join(part for part in (byline, facts) if part))
        links = " · ".join(map(self._apart, self._links(entry)))
        yield _paragraph(_marked(links, own, entry.lang))
        yield _paragraph(self._emphasised(entry.description))
        if entry.figure:
            yield self._figure(entry.figure)
        for lead in entry.lead:
            yield self._print(lead)
        for section in entry.sections:
            heading = escape(section.title, quote=False)
            heading = _marked(heading, self._site_lang, entry.lang)
            yield f"<h{level + 1}>{heading}</h{level + 1}>"
            yield self._print(section.body)
        yield from self._corrections(entry.corrections, level + 1)
        yield from self._notes(entry.notes, level + 1)
        if entry.by:
            word = _marked(escape(self._words["text_by"], quote=False), own, entry.lang)
            yield _paragraph(f"{word} {', '.join(map(self._maker, entry.by))}")

    def _maker(self, editor: Editor) -> str:
        """Print one who made something, with the way to where one reads of that one."""
        name, url = escape(editor.name, quote=False), editor.address or editor.url
        return self._apart(f'<a href="{escape(self._whole(url))}">{name}</a>' if url else name)

    def _facts(self, entry: EntryView) -> Iterator[str]:
        issued = date_text(entry.issued, self._item.lang)
        # arXiv is named by the identifier
        venue = "" if entry.venue == "arXiv" and entry.identifier else entry.venue
        for fact in (venue, entry.identifier, entry.category, issued):
            if fact:
                yield escape(fact, quote=False)
        if entry.draft and not self._item.is_entry:
            yield escape(self._words["draft"], quote=False)

    def _links(self, entry: EntryView) -> Iterator[str]:
        for link in entry.links:
            label = self._words.get(f"link_{link.kind}", link.label)
            yield f'<a href="{escape(link.url)}">{escape(label, quote=False)}</a>'

    def _figure(self, figure: FigureView) -> str:
        picture = self._show(figure.picture)
        size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
        source = escape(self._whole(picture.address))
        image = f'<img src="{source}" alt="{escape(figure.alt)}"{size}>'
        texts = [self._print(text) for text in (figure.caption, figure.credit) if text]
        caption = f"\n<figcaption>{'<br>'.join(texts)}</figcaption>" if texts else ""
        return f"<figure>\n{image}{caption}\n</figure>"

    def _corrections(
        self,
        corrections: Collection[CorrectionView],
        level: int,
        earlier: Collection[EarlierCorrection] = (),
    ) -> Iterator[str]:
        if corrections or earlier:
            yield f"<h{level}>{escape(self._words['corrections'], quote=False)}</h{level}>"
        for one in corrections:
            yield _paragraph(f"{date_text(one.date, self._item.lang)}: {self._print(one.text)}")
        for other in earlier:
            about = escape(", ".join(filter(None, (other.edition, other.entry))), quote=False)
            where = f'<a href="{escape(self._whole(other.address))}">{about}</a>'
            spoken = _spoken(other.lang) if other.lang != self._item.lang else ""
            text = f"<span{spoken}>{escape(other.text, quote=False)}</span>"
            yield _paragraph(f"{date_text(other.date, self._item.lang)}: {where}: {text}")

    def _notes(self, notes: Use | None, level: int) -> Iterator[str]:
        if notes:
            yield f"<h{level}>{escape(self._words['notes'], quote=False)}</h{level}>"
            yield self._print(notes)

    def _references(self) -> Iterator[str]:
        yield f"<h2>{escape(self._words['references'], quote=False)}</h2>"
        lines = (
            f"<li>{_bare(replace_math(reference.html, math_html))}{self._covered(reference)}</li>"
            for reference in self._item.citations.references
        )
        yield "<ol>\n" + "\n".join(lines) + "\n</ol>"

    def _covered(self, reference: Reference) -> str:
        """Print the entries that cover a cited work, each with its edition if that is another."""
        named = []
        for entry in reference.entries:
            url = f"{self._item.url}#{entry.anchor}" if entry.anchor else self._whole(entry.address)
            name = f'<a href="{escape(url)}">{escape(entry.name or entry.edition, quote=False)}</a>'
            if entry.name and not entry.anchor:
                name += f", {escape(entry.edition, quote=False)}"
            named.append(name)
        word = escape(self._words["covered_here"], quote=False)
        return f"<br>\n{word} {'; '.join(named)}" if named else ""

    def _emphasised(self, use: Use | None) -> str:
        return f"<em>{self._print(use)}</em>" if use else ""

    def _print(self, use: Use) -> str:
        html = drop_colours(self._prose.print(use))
        if self._runs_both_ways:
            html = isolate_raised(html).replace("<pre>", '<pre dir="ltr">')
        return _bare(html).strip()

    def _apart(self, html: str) -> str:
        """Keep a part of a row in its place where its neighbours may run the other way."""
        return f"{_APART}{html}</span>" if self._runs_both_ways and html else html

    def _show(self, picture: Picture) -> Picture:
        return self._item.pictures.get(picture.address, picture)

    def _whole(self, address: str) -> str:
        return address if scheme(address) else public_url(self._site_url, address)


def _list_entries(item: FeedItem) -> Iterator[EntryView]:
    for block in item.blocks:
        yield from block.entries if isinstance(block, PapersBlock) else ()


def _spoken(lang: str) -> str:
    """Return the attributes of what is in a language."""
    direction = "rtl" if is_right_to_left(lang) else "ltr"
    return f' lang="{escape(lang)}" dir="{direction}"'


def _marked(html: str, lang: str, around: str) -> str:
    """Mark the language of a part of a line that is in another than what is around it."""
    return f"<span{_spoken(lang)}>{html}</span>" if html and lang != around else html


def _paragraph(html: str) -> str:
    return f"<p>{html}</p>" if html else ""


def _bare(html: str) -> str:
    """Return a page's HTML without what only the page has a use for."""
    html = _ALIGNED.sub(r'\1 align="\2"', html)
    html = _DISPLAYED.sub(r"<p>\1</p>", html)
    html = html.replace("<table>", '<table cellpadding="6">')
    html = _TAG.sub(lambda found: _FOR_PAGES.sub("", found[0]), html)
    return html.replace("<bdi>", _APART).replace("</bdi>", "</span>")

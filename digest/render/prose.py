"""The holes in a page's fragments, filled: citations, links, images, ids, levels of headings."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from digest.basics.fragments import Address, Anchor, Citation, Image, Level, Word
from digest.basics.lazyregex import lazy_regex
from digest.markdown.anchors import RESERVED
from digest.render.citationprinter import CitationPrinter
from digest.render.pageimages import PageImages, size_in_row
from digest.render.superscripts import raise_citations
from digest.site.views.parts import SiteText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.basics.fragments import Hole, Parts, Words
    from digest.site.views.parts import Citations, Links, Use

_OUTWARD = lazy_regex(r'<a href="(?=https?://)', re.IGNORECASE)
"""The beginning of a link to another site."""


class Prose:
    """Prints the fragments of one page.

    It counts the places at which each work is cited, so a page needs one of its own.
    """

    def __init__(
        self,
        texts: Callable[[str], Parts],
        citations: Citations,
        links: Links,
        href: Callable[[str], str],
        words: Mapping[str, str],
        sizes: str = "",
    ) -> None:
        """Take what the page has; `words` are the theme's, in its language.

        `sizes` is how wide the theme shows a picture, as the attribute says it.
        """
        self._texts = texts
        self._citations = citations
        self._links = links
        self._href = href
        self._words = words
        self.images = PageImages(href, sizes)
        self._printer = self._make_printer(citations)

    def print(self, use: Use) -> str:
        """Return a fragment's HTML as it stands on this page."""
        parts = self._texts(use.hash)
        if self._citations.style == "superscript":
            parts = raise_citations(parts)
        html = "".join(part if isinstance(part, str) else self._fill(part, use) for part in parts)
        return _OUTWARD.sub(f'<a rel="{use.rel}" href="', html) if use.rel else html

    def _make_printer(self, citations: Citations) -> CitationPrinter:
        return CitationPrinter(citations, self._words.get("reference", ""))

    def _fill(self, hole: Hole, use: Use) -> str:
        match hole:
            case Citation():
                return self._printer.print(hole, lambda words: self._fill_words(words, use))
            case Address():
                return self._lead(hole.target, use)
            case Image():
                return self._image(hole)
            case Anchor():
                return escape(use.id_of(hole.name))
            case Level():
                return str(min(max(hole.level, 2) + use.shift, 6))
            case Word():
                return self._word(hole)

    def _word(self, hole: Word) -> str:
        word = self._words.get(hole.key, hole.english)
        if hole.is_value:
            return escape(word)
        shown = escape(word.replace("{site}", hole.site), quote=False)
        # the text around it may be in another language
        return f'<span lang="en">{shown}</span>' if word == hole.english else shown

    def _fill_words(self, words: Words, use: Use) -> str:
        """Print what stands around a citation's key."""
        return "".join(part if isinstance(part, str) else self._fill(part, use) for part in words)

    def _lead(self, target: str, use: Use) -> str:
        if target.startswith("#"):
            name = target[1:]
            # what is the page's own has its id whoever's text leads to it
            is_own = not name or name in RESERVED
            return escape(target if is_own else f"#{use.id_of(name)}")
        found = links_of(use, self._links).addresses.get(target)
        # a link that leads nowhere is on a page only where the site lets it pass
        return escape(target if found is None else self._href(found))

    def _image(self, image: Image) -> str:
        picture = self._links.pictures[image.target]
        if image.row:
            row = [self._links.pictures[target] for target in image.row]
            picture = size_in_row(picture, row, image.width)
            return self.images.write(picture, image.alt, image.title)
        return self.images.write(picture, image.alt, image.title, image.width)


def links_of(use: Use, page: Links) -> Links:
    """Return the links of a fragment: its own, or those of the page that it is part of."""
    return use.linked if isinstance(use, SiteText) else page

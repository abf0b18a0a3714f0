"""The holes in a page's fragments, filled: citations, links, images, ids, levels of headings."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from digest.markdown.anchors import RESERVED
from digest.model import Address, Anchor, Citation, Image, Level
from digest.render.citations import CitationPrinter
from digest.render.raising import raise_citations

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.model import Hole, Parts, Words
    from digest.site.parts import Citations, Links, Use


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
        reference_word: str,
    ) -> None:
        self._texts = texts
        self._citations = citations
        self._links = links
        self._href = href
        self._printer = self._make_printer(citations, reference_word)

    def print(self, use: Use) -> str:
        """Return a fragment's HTML as it stands on this page."""
        parts = self._texts(use.hash)
        if self._citations.style == "superscript":
            parts = raise_citations(parts)
        return "".join(part if isinstance(part, str) else self._fill(part, use) for part in parts)

    def _make_printer(self, citations: Citations, reference_word: str) -> CitationPrinter:
        return CitationPrinter(citations, reference_word)

    def _fill(self, hole: Hole, use: Use) -> str:
        match hole:
            case Citation():
                return self._printer.print(hole, lambda words: self._fill_words(words, use))
            case Address():
                return self._lead(hole.target, use)
            case Image():
                return self._image(hole.target)
            case Anchor():
                return escape(use.prefix + hole.name)
            case Level():
                return str(min(max(hole.level, 2) + use.shift, 6))

    def _fill_words(self, words: Words, use: Use) -> str:
        """Print what stands around a citation's key."""
        return "".join(part if isinstance(part, str) else self._fill(part, use) for part in words)

    def _lead(self, target: str, use: Use) -> str:
        if target.startswith("#"):
            name = target[1:]
            # what is the page's own has its id whoever's text leads to it
            is_own = not name or name in RESERVED
            return escape(target if is_own else f"#{use.prefix}{name}")
        found = self._links.addresses.get(target)
        # a link that leads nowhere is on a page only where the site lets it pass
        return escape(target if found is None else self._href(found))

    def _image(self, target: str) -> str:
        picture = self._links.pictures[target]
        size = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
        return f'src="{escape(self._href(picture.address))}"{size}'

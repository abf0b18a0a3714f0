"""What a page gives to the plain form of its fragments: addresses, and the works that are cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.basics.lazyregex import lazy_regex
from digest.markdown.anchors import RESERVED
from digest.markdown.links import scheme
from digest.markdown.math import set_math
from digest.markdown.mathtext import math_text
from digest.render.citationprinter import CitationPrinter
from digest.render.prose import links_of
from digest.site.addresses import public_url

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics import plain
    from digest.render.citationprinter import Item
    from digest.site.views.parts import Citations, Links, Use

_SAFE = "!#$%&'()*+,/:;=?@[]~"
_SOUND = lazy_regex(r"[\w!#$%&'()*+,./:;=?@\[\]~-]*", re.ASCII)


class PageContext:
    """Fills the holes of one page's fragments, away from the page: every address is a whole one."""

    def __init__(self, citations: Citations, links: Links, site: str, page: str) -> None:
        """Take what the page has; `site` and `page` are the public addresses of both."""
        self.citations = citations
        self._links = links
        self._site = site
        self.page = page

    def public(self, address: str) -> str:
        """Return the whole address of one of the site; another is only made sound."""
        if scheme(address):
            return sound(address)
        return public_url(self._site, address)

    def lead(self, link: plain.Link, use: Use) -> str:
        """Return the whole address to which a link in the fragment `use` leads."""
        if not link.is_local:
            return sound(link.target)
        if not link.target.startswith("#"):
            return self.public(links_of(use, self._links).addresses.get(link.target, link.target))
        name = link.target[1:]
        is_own = not name or name in RESERVED
        return self.page + quote(link.target if is_own else f"#{use.id_of(name)}", safe="#/:;,.~")

    def source(self, picture: plain.Picture) -> str:
        """Return the whole address of an image."""
        if not picture.is_local:
            return sound(picture.target)
        return self.public(self._links.pictures[picture.target].address)


class NumberedCitations(CitationPrinter):
    """Citations on the line, in brackets: numbers that are raised elsewhere would be read as text.

    Where a site names authors and years, so it is here.
    """

    def __init__(self, citations: Citations) -> None:
        super().__init__(citations, "")

    def write(self, citation: plain.Cited, fill: Callable[[plain.Inlines], str]) -> str:
        """Return `[2, 5–7]` or `[see 4, p. 3]`, or `(Tay et al., 2022)`."""
        if self._citations.style == "author-year":
            return f"({self._author_year(citation, fill)})"
        has_words = any(item.prefix or item.suffix for item in citation.items)
        if has_words:
            return f"[{self._worded(citation.items, fill)}]"
        return f"[{self._numbers(citation, self.comma)}]"

    def names(self, key: str) -> str:
        """Return the authors of a work, as a sentence names them."""
        number = self._citations.numbers.get(key)
        return key if number is None else self._citations.references[number - 1].authors

    comma = ",\N{NO-BREAK SPACE}"
    """What stands between two numbers."""

    def _link_several(self, items: Sequence[Item], text: str) -> str:
        del items
        return text


def sound(address: str) -> str:
    """Return an address without signs that would end it."""
    return address if _SOUND.fullmatch(address) else quote(address, safe=_SAFE)


def formula_text(tex: str, *, display: bool) -> str:
    """Return a formula as Unicode, or as TeX between backticks where that would read wrong."""
    return math_text(set_math(tex, display=display).html)

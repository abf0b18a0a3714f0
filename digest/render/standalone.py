"""A page's fragments away from the page: in a mail or a feed.

There are no ids there, since they would clash or lead nowhere; every link is a whole address, and
what led within the page leads to the page on the web. Math is text with sub- and superscripts.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import msgspec

from digest.basics.fragments import Anchor
from digest.basics.lazyregex import lazy_regex
from digest.markdown.mathtext import math_html, replace_math
from digest.render.citationprinter import CitationPrinter
from digest.render.pageimages import COLUMN, pixels, scale, write_image
from digest.render.prose import Prose, links_of
from digest.site.views.parts import Citations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics.fragments import Image, Parts
    from digest.render.citationprinter import Item
    from digest.site.views.parts import Links, Picture, Use


_DETAILS = {
    "<details>": '<div class="details">',
    "</details>": "</div>",
    "<summary>": "<p><strong>",
    "</summary>": "</strong></p>",
}
"""What is folded on a page is open here, since few programs can open it."""
_FOLDED = lazy_regex("|".join(_DETAILS))
_ABBREVIATION = lazy_regex(r'<abbr title="([^"]*)">((?:(?!<abbr ).)*?)</abbr>', re.DOTALL)
"""One in which there is no other. Few programs show its title, so it stands behind."""
_HEADING_LINK = lazy_regex(r'<a class="anchor" href="[^"]*">(.*?)</a></h', re.DOTALL)
"""The link by which one finds the address of a heading on its page."""
_OF_THE_PAGE = lazy_regex(
    r' tabindex="0" role="group" aria-label="[^"]*"| <a class="back" href="[^"]*">.*?</a>'
)
"""What is of use on the page alone: that one scrolls by keys, and the way back from a note."""

_CODE = lazy_regex(r"<pre>.*?</pre>", re.DOTALL)
_SPAN = lazy_regex(r"</?span[^>]*>")


class Numbered(msgspec.Struct, frozen=True):
    """A page's citations as they are numbered away from it."""

    citations: Citations
    on_page: dict[int, int] = {}
    """From a number here to the one on the page, where they are not the same."""
    words: dict[str, str] = {}
    """The theme's, in the page's language."""


class StandaloneProse(Prose):
    """Prints a page's fragments for one mail or feed."""

    def __init__(
        self,
        texts: Callable[[str], Parts],
        numbered: Numbered,
        links: Links,
        public: Callable[[str], str],
        page: str,
        picture: Callable[[Picture], Picture | None] = lambda picture: picture,
    ) -> None:
        """Take what the page's fragments need, and what is different away from it.

        `public` gives the whole address of one of the site; `page` is the page's own; `picture`
        gives what is shown in place of a picture, or None where its text has to do.
        """
        self._page_url = page
        self._picture = picture
        self._numbered = numbered
        adapted = lambda hash_: self._adapt(texts(hash_))  # noqa: E731
        super().__init__(adapted, numbered.citations, links, public, numbered.words)

    def print(self, use: Use) -> str:
        """Return a fragment's HTML."""
        html = _HEADING_LINK.sub(r"\1</h", super().print(use))
        if "<details>" in html:
            html = _FOLDED.sub(lambda found: _DETAILS[found[0]], html)
        left = html.count("<abbr")
        while left:
            html, left = _ABBREVIATION.subn(r"\2 (\1)", html)
        return replace_math(_OF_THE_PAGE.sub("", html), math_html)

    def _make_printer(self, citations: Citations) -> CitationPrinter:
        del citations
        return _StandaloneCitations(self._numbered, self._page_url)

    def _adapt(self, parts: Parts) -> Parts:
        """Take ids out."""
        adapted = list(parts)
        for index, part in enumerate(parts):
            if index == 0 or index + 1 == len(parts):
                continue
            before, after = adapted[index - 1], adapted[index + 1]
            if not isinstance(before, str) or not isinstance(after, str):
                continue
            if isinstance(part, Anchor) and before.endswith(' id="'):
                adapted[index - 1 : index + 2] = [before[:-5], "", after[1:]]
            elif isinstance(part, Anchor) and before.endswith('href="#'):
                adapted[index - 1] = before[:-1] + escape(self._page_url) + "#"
        return tuple(adapted)

    def _lead(self, target: str, use: Use) -> str:
        if target.startswith("#"):
            return escape(self._page_url) + super()._lead(target, use)
        # a link that leads nowhere, which a site may let pass, at least does not lead astray
        is_known = target in links_of(use, self._links).addresses
        return super()._lead(target, use) if is_known else escape(self._page_url)

    def _image(self, image: Image) -> str:
        picture = self._links.pictures[image.target]
        shown = self._picture(picture)
        if shown is None:
            return f'<a href="{escape(self._page_url)}">{escape(image.alt)}</a>'
        if image.width:
            # no mail program takes a part of the column from an attribute and keeps the shape
            shown = scale(shown, min(pixels(image.width), COLUMN))
        return write_image(shown, image.alt, image.title, self._href)


def drop_colours(html: str, most: int = 0) -> str:
    """Return HTML with the code in plain that has more than `most` parts with a colour."""
    return _CODE.sub(
        lambda found: found[0] if found[0].count("<span") <= most else _SPAN.sub("", found[0]), html
    )


def isolate_raised(html: str) -> str:
    """Keep raised numbers apart from the signs before them.

    Where a text runs from the right, a point between a Latin word and a number would else be taken
    for a part of both, and stand on the wrong side of the word.
    """
    return html.replace('<sup class="', '<sup dir="ltr" class="')


class _StandaloneCitations(CitationPrinter):
    """Citations whose numbers lead to the references of the page on the web."""

    def __init__(self, numbered: Numbered, page: str) -> None:
        super().__init__(numbered.citations, numbered.words.get("reference", "reference"))
        self._on_page = numbered.on_page
        self._page_url = page

    def _link_several(self, items: Sequence[Item], text: str) -> str:
        number = self._reference(items[0]).number
        if not number:
            return escape(text)
        anchor = f"#ref-{self._on_page.get(number, number)}"
        return f'<a href="{escape(self._page_url + anchor)}">{escape(text)}</a>'

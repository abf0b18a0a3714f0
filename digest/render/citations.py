"""A page's citations, printed in the site's style: raised numbers, in brackets, or by author."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from digest.model import Citation
from digest.site.views import Reference

if TYPE_CHECKING:
    from digest.model import CiteItem, Parts
    from digest.site.views import Citations


class CitationPrinter:
    """Prints the citations of one page.

    It counts the places at which each work is cited, so a page needs one of its own.
    """

    def __init__(self, citations: Citations, reference_word: str) -> None:
        self._citations = citations
        self._reference_word = reference_word
        self._seen: dict[int, int] = {}

    def print(self, citation: Citation) -> str:
        """Return a citation's HTML; it counts as one more place for each of its works."""
        style = self._citations.style
        if citation.in_text:
            return self._cite_in_text(citation, style)
        if style == "author-year":
            inner = "; ".join(self._author_year(item) for item in citation.items)
            return f'<span class="cite">({inner})</span>'
        inner = self._numbers(citation)
        if style == "bracket":
            return f'<span class="cite">[{inner}]</span>'
        return f'<sup class="cite">{inner}</sup>'

    def _cite_in_text(self, citation: Citation, style: str) -> str:
        """Print `@key` in running text: the authors, then the citation."""
        names = [
            escape(self._reference(item).authors)
            for item in citation.items
            if not item.suppress_author
        ]
        if style == "author-year":
            inner = "; ".join(
                self._link(item, self._reference(item).year) + _locator(item)
                for item in citation.items
            )
            cited = f' <span class="cite">({inner})</span>'
        elif style == "bracket":
            cited = f' <span class="cite">[{self._numbers(citation)}]</span>'
        else:
            cited = f'<sup class="cite">{self._numbers(citation)}</sup>'
        return ", ".join(names) + cited

    def _numbers(self, citation: Citation) -> str:
        """Print `2, 5`: numbers rise within a citation unless words stand between them."""
        items = list(citation.items)
        if not any(item.prefix or item.locator for item in items):
            items.sort(key=lambda item: self._reference(item).number)
        printed = []
        for item in items:
            number = str(self._reference(item).number or _UNKNOWN)
            printed.append(_prefix(item) + self._link(item, number) + _locator(item))
        separator = "; " if any(item.locator for item in items) else ", "
        return separator.join(printed)

    def _author_year(self, item: CiteItem) -> str:
        reference = self._reference(item)
        name = reference.year if item.suppress_author else f"{reference.authors}, {reference.year}"
        return _prefix(item) + self._link(item, name) + _locator(item)

    def _link(self, item: CiteItem, text: str) -> str:
        reference = self._reference(item)
        number = reference.number
        if not number:
            return escape(text)
        self._seen[number] = place = self._seen.get(number, 0) + 1
        # a number alone says little when it is read out; authors and year say enough
        spoken = f"{self._reference_word} {number}"
        label = f' aria-label="{escape(spoken)}"' if text == str(number) else ""
        return (
            f'<a id="cite-{number}-{place}" href="#ref-{number}"'
            f' data-reference="{escape(reference.text)}"{label}>{escape(text)}</a>'
        )

    def _reference(self, item: CiteItem) -> Reference:
        """Return what a key means; where the site lets a key pass that means nothing, number 0."""
        number = self._citations.numbers.get(item.key)
        if number is None:
            return Reference(0, "", "", "", authors=item.key, year=_UNKNOWN, places=0)
        return self._citations.references[number - 1]


_UNKNOWN = "?"
"""In place of the number or the year of a work that is not there."""

_PUNCTUATION = re.compile(r"[.,;:!?]+")
_CLOSED = re.compile(r"(?:[^>]|</\w+>)$")
"""What a number may be raised behind: words, or a tag that closes, but none that opens."""


def raise_citations(parts: Parts) -> Parts:
    """Set raised numbers close: without the space before them, and behind a sign that follows.

    `machine [@key].` becomes `machine.` and the number, as English typography has it and Pandoc
    (User's Guide, `notes-after-punctuation`). A citation in running text stays where it is.
    """
    raised = list(parts)
    for index, part in enumerate(raised):
        if not isinstance(part, Citation) or part.in_text:
            continue
        before = raised[index - 1] if index else None
        after = raised[index + 1] if index + 1 < len(raised) else None
        if not isinstance(before, str) or not _CLOSED.search(before.rstrip(_SPACES)):
            continue
        sign = _PUNCTUATION.match(after) if isinstance(after, str) else None
        raised[index - 1] = before.rstrip(_SPACES) + (sign[0] if sign else "")
        if sign and isinstance(after, str):
            raised[index + 1] = after[sign.end() :]
    return tuple(raised)


_SPACES = " \n\N{NO-BREAK SPACE}"


def _prefix(item: CiteItem) -> str:
    # a space that no line breaks at, so that a raised word keeps its number
    return f"{escape(item.prefix)}\N{NO-BREAK SPACE}" if item.prefix else ""


def _locator(item: CiteItem) -> str:
    return f", {escape(item.locator)}" if item.locator else ""

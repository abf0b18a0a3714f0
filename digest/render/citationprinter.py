"""A page's citations, printed in the site's style: raised numbers, in brackets, or by author."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

from digest.site.views.parts import Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics.fragments import Citation, Words
    from digest.site.views.parts import Citations


class Item(Protocol):
    """One key within a citation, in one of the forms that a text has."""

    @property
    def key(self) -> str:
        """As written."""

    @property
    def prefix(self) -> Any:  # noqa: ANN401 -- words in the form of the text
        """What stands before it."""

    @property
    def suffix(self) -> Any:  # noqa: ANN401 -- words in the form of the text
        """What stands behind it."""

    @property
    def suppress_author(self) -> bool:
        """Whether the sentence has named the authors."""


class Cited(Protocol):
    """A citation, in one of the forms that a text has."""

    @property
    def items(self) -> Sequence[Item]:
        """Its keys."""

    @property
    def in_text(self) -> bool:
        """Whether the sentence names the authors of the first."""


class CitationPrinter:
    """Prints the citations of one page.

    It counts the places at which each work is cited, so a page needs one of its own.
    """

    def __init__(self, citations: Citations, reference_word: str) -> None:
        self._citations = citations
        self._reference_word = reference_word
        self._seen: dict[int, int] = {}

    def print(self, citation: Citation, fill: Callable[[Words], str]) -> str:
        """Return a citation's HTML; it counts as one more place for each of its works.

        `fill` makes HTML of the words around the keys.
        """
        has_words = any(item.prefix or item.suffix for item in citation.items)
        joint = " "
        if self._citations.style == "author-year":
            cited = f'<span class="cite">({self._author_year(citation, fill)})</span>'
        elif self._citations.style == "bracket" or (has_words and not self._reference_word):
            inner = self._worded(citation.items, fill) if has_words else self._numbers(citation)
            cited = f'<span class="cite">[{inner}]</span>'
        elif has_words:
            # words are not raised: "(see reference 2, p. 3)"
            word = f"{escape(self._reference_word)}\N{NO-BREAK SPACE}"
            cited = f'<span class="cite">({self._worded(citation.items, fill, word)})</span>'
        else:
            joint = ""
            cited = f'<sup class="cite">{self._numbers(citation)}</sup>'
        if not citation.in_text:
            return cited
        names = self._reference(citation.items[0]).authors
        return escape(names) + citation.closing + joint + cited

    def _numbers(self, citation: Cited, comma: str = ",") -> str:
        """Print `2,5–7`: numbers rise, and three in a row or more are a range."""
        items: dict[int, list[Item]] = {}
        unknown = []
        for item in citation.items:
            number = self._reference(item).number
            if number:
                items.setdefault(number, []).append(item)
            else:
                unknown.append(self._link(item, _UNKNOWN))
        printed = []
        for run in _runs(sorted(items)):
            numbers = [self._link_several(items[number], str(number)) for number in _ends(run)]
            if len(run) > len(numbers):
                between = [item for number in run[1:-1] for item in items[number]]
                numbers.insert(1, self._link_several(between, "–"))
                printed.append("".join(numbers))
            else:
                printed += numbers
        return comma.join(printed + unknown)

    def _worded(self, items: Sequence[Item], fill: Callable[[Any], str], word: str = "") -> str:
        """Print `see 2, p. 3; 5`, in the order in which it was written."""
        return "; ".join(
            fill(item.prefix)
            + word
            + self._link(item, str(self._reference(item).number or _UNKNOWN))
            + fill(item.suffix)
            for item in items
        )

    def _author_year(self, citation: Cited, fill: Callable[[Any], str]) -> str:
        """Print `see Gu, 2022, p. 3; Tay et al., 2020, 2022`: names once for works in a row."""
        printed = ""
        named, is_open = "", True
        for index, item in enumerate(citation.items):
            reference = self._reference(item)
            authors = reference.authors
            if citation.in_text and index == 0:
                named = authors
            is_same = is_open and named == authors and not item.prefix
            only_year = is_same or item.suppress_author
            text = reference.year if only_year else _before_year(authors) + reference.year
            if index:
                printed += ", " if is_same and not item.suppress_author else "; "
            printed += fill(item.prefix) + self._link(item, text) + fill(item.suffix)
            # a year behind a place in a work would seem to be another place
            named = "" if item.suppress_author else authors
            is_open = not item.suffix
        return printed

    def _link(self, item: Item, text: str) -> str:
        return self._link_several([item], text)

    def _link_several(self, items: Sequence[Item], text: str) -> str:
        """Link to the first of some works; the places of the others are there, too."""
        references = [self._reference(item) for item in items]
        first = references[0]
        if not first.number:
            return escape(text)
        id_, *others = [self._place(reference.number) for reference in references]
        shown = escape(text)
        for other in reversed(others):
            shown = f'<span id="{other}">{shown}</span>'
        whole = " ".join(dict.fromkeys(reference.text for reference in references))
        return (
            f'<a id="{id_}" href="#ref-{first.number}"'
            f' data-reference="{escape(whole)}"{self._label(references, text)}>{shown}</a>'
        )

    def _label(self, references: list[Reference], text: str) -> str:
        """Return the attribute that says what a number stands for when it is read out."""
        numbers = str(references[0].number)
        if references[-1].number != references[0].number:
            numbers += f"–{references[-1].number}"
        # authors and year say enough
        if text not in {numbers, "–"} or not self._reference_word:
            return ""
        return f' aria-label="{escape(self._reference_word)} {numbers}"'

    def _place(self, number: int) -> str:
        """Return the id of the next place at which a work is cited."""
        self._seen[number] = place = self._seen.get(number, 0) + 1
        return f"cite-{number}-{place}"

    def _reference(self, item: Item) -> Reference:
        """Return what a key means; where the site lets a key pass that means nothing, number 0."""
        number = self._citations.numbers.get(item.key)
        if number is None:
            return Reference(0, "", "", "", authors=item.key, year=_UNKNOWN, places=0)
        return self._citations.references[number - 1]


_UNKNOWN = "?"
"""In place of the number or the year of a work that is not there."""
_SHORTEST_RANGE = 3


def _runs(numbers: list[int]) -> list[list[int]]:
    """Part rising numbers where one is left out."""
    runs = [numbers[:1]] if numbers else []
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _ends(run: list[int]) -> list[int]:
    """Return the numbers of a run that are printed."""
    return [run[0], run[-1]] if len(run) >= _SHORTEST_RANGE else run


def _before_year(authors: str) -> str:
    """Return who is named and a comma, which American print sets before a quotation mark."""
    is_quoted = authors.startswith("“") and authors.endswith("”")
    return f"{authors[:-1]},” " if is_quoted else f"{authors}, "

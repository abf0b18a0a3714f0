"""A work as an item of a list of references, and what the styles ask of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import without_styles
from digest.basics.works import Work
from digest.citing.styles import pieces
from digest.citing.styles.people import credited
from digest.citing.terms import Terms, terms
from digest.records.bookeditions import edition_number, is_kind
from digest.records.csltypes import IN_BOOKS, IN_JOURNALS
from digest.records.identifiers import Identifier
from digest.records.numbers import is_one_page, is_page_count
from digest.records.states import state_of_title

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted

BYLINE = 4
"""Of more authors than this the style `plain` names the first, unless the site says otherwise."""

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
# a number that says itself what it counts: RFC 8259, ISO/IEC 27001:2022, IEEE Std 754-2019
_TELLING = lazy_regex(r"[A-Za-z]{2,}(?:/[A-Za-z]{2,})*[ -].*[0-9]")

# what records have for the page of an article that has none: e0193972, A6, 061102, giaa123, P01012,
# e2020GL090001; but `ii5`, `s5` and `L12` are pages
_ARTICLE = lazy_regex(
    r"[eEA][0-9]+(?:[A-Z]{2}[0-9]+)?|(?![ivxps]+[0-9])[a-z]{1,5}[0-9]+|(?!S)[A-Z][0-9]{5,}|[0-9]{6,}"
)

_WORDED = lazy_regex(r"(?![ivxlcIVXLC]+\b)[A-Za-z]{4,}")
"""Pages that say themselves what they are: `Research Paper 99, 49`, `Article 7`."""
_AHEAD = frozenset({
    "advance online publication", "ahead of print", "early access", "epub ahead of print",
    "online first", "prepublished",
})  # fmt: skip
"""States of an article that is out before its issue is."""
_NUMBERED_APART = frozenset({
    "book", "collection", "dataset", "manuscript", "motion_picture", "post", "software", "speech",
    "thesis",
})  # fmt: skip
"""Types whose genre or series says nothing of their number."""

_TRANSLATED = {
    "PhD thesis": "phd_thesis",
    "Master\u2019s thesis": "masters_thesis",
    "Technical report": "technical_report",
}
"""What BibTeX's types are called, by their names among the terms."""
_NUMBERED = {"Technical report": "Technical Report", "Research report": "Research Report"}
"""What BibTeX's types are called before a number, which is part of a name."""


class Item(msgspec.Struct, frozen=True):
    """A work, and how it is to be shown."""

    work: Work
    lang: str = "en"
    byline: int = BYLINE
    letter: str = ""
    """What tells the work from another one of the same authors and year: `a`."""

    @property
    def words(self) -> Terms:
        """The terms of the language."""
        return terms(self.lang)

    def given(self, text: str) -> str:
        """Return a text of the work's record, set apart where it runs the other way."""
        return pieces.set_apart(text, self.words)

    def shown(self, text: str) -> Formatted:
        """Return a text of the work's record as a piece."""
        return pieces.plain(self.given(text))

    def genre(self) -> str:
        """Return what kind of its type the work is; what BibTeX's types are called, translated."""
        genre, words = self.work.genre, self.words
        term = "" if words.is_english else _TRANSLATED.get(genre, "")
        return getattr(words, term) if term else self.given(genre)

    def title(self) -> Formatted:
        """Return the work's title without quotation marks around it."""
        return pieces.title_of(self.work.title, self.words)

    def edition(self) -> str:
        """Return `2nd ed.`; nothing for a first edition; what is no number as it is."""
        number = edition_number(self.work.edition)
        if number is None:
            told = self.given(self.work.edition)
            return f"{told} ed." if self.words.is_english and is_kind(told) else told
        if number == 1:
            return ""
        if self.words.edition != Terms().edition:
            return self.words.edition.format(number)
        is_teen = number % 100 in {11, 12, 13}
        return f"{number}{'th' if is_teen else _ORDINALS.get(number % 10, 'th')} ed."

    def volume(self) -> str:
        """Return `vol. 2`, or `vols. 1\u20133`; nothing where there is none."""
        volume = pieces.counted(self.given(self.work.volume))
        shown = self.words.volume.format(volume) if volume else ""
        is_several = self.words.is_english and "\u2013" in volume
        return shown.replace("vol.", "vols.", 1) if is_several else shown

    def page(self) -> str:
        """Return `274\u2013290`; nothing where there is none, or an article's own number."""
        return "" if self._is_numbered() else pieces.dashed(self.given(self.work.page))

    def pages(self) -> str:
        """Return `pp. 274\u2013290`, or `p. 3` for a single page; nothing for none."""
        page = self.page()
        if not page or is_page_count(page) or _WORDED.match(page):
            return page
        one, several = self.words.page
        return (one if is_one_page(self.work.page) else several).format(page)

    @property
    def is_article(self) -> bool:
        """Whether the work is an article or a paper: the number of a law, say, is no article's."""
        return self.work.type in {*IN_JOURNALS, *IN_BOOKS, "review-book"}

    def article(self) -> str:
        """Return the number of an article that has no pages."""
        if self.given(self.work.page):
            return self.given(self.work.page) if self._is_numbered() else ""
        return self.given(self.work.number)

    def _is_numbered(self) -> bool:
        is_article = self.work.type in {"article-journal", "paper-conference", "review"}
        return is_article and bool(_ARTICLE.fullmatch(self.work.page.strip()))

    def number(self) -> str:
        """Return `Tech. Rep. No. 7`, `RFC 8259` or `No. 12`: a report's number with its kind."""
        work, words = self.work, self.words
        number = self.given(work.number)
        kind = _NUMBERED.get(work.genre, "") if words.is_english else ""
        series = work.collection_title
        if work.type == "report" and work.publisher and not _TELLING.match(number):
            series = series or work.container_title
        kind = kind or self.genre() or self.given(without_styles(series))
        kind = "" if work.type in _NUMBERED_APART else kind
        if not number or number.casefold().startswith(kind.casefold() or "\0"):
            return number
        if not kind and self.is_in_title(work.number):
            return ""
        if not kind and work.type == "patent":
            kind = words.patent
        if not kind and (work.type == "dataset" or _TELLING.match(number)):
            return number
        if kind.casefold().endswith(("no.", "nr.", "n.º", "nᵒ")):
            return f"{kind} {number}"
        return f"{kind} {words.number.format(number)}".strip()

    def is_in_title(self, number: str) -> bool:
        """Tell whether a number is part of the title: `Regulation (EU) 2016/679`.

        Digits alone may be another thing's there.
        """
        number = number.strip()
        told = re.search(rf"(?<![\w/.-]){re.escape(number)}(?![\w/-])", self.work.plain_title)
        return bool(told) and not number.isdigit()

    def container(self) -> str:
        """Return what the work is part of, without a full stop that its record has for an end."""
        title = self.given(self.work.container_title)
        return title[:-1] if re.search(r"[0-9]\.$", title) else title

    def version(self) -> str:
        """Return `Version 0.8.1`, for `v0.8.1` too."""
        number = re.sub(r"^(?:v(?=[0-9])|[Vv]ersion\s+)", "", self.work.version.strip())
        version = self.given(number)
        return self.words.version.format(version) if version else ""

    def publisher(self) -> str:
        """Return the publisher, unless it is named already, as the author."""
        named = {name.literal.casefold() for name in credited(self.work)}
        publisher = self.work.publisher
        return "" if publisher.casefold() in named else self.given(publisher)

    def taken_back(self) -> Formatted:
        """Return `[Retracted]` or `[Withdrawn]` for a work that no longer stands."""
        work, words = self.work, self.words
        if not work.is_withdrawn or state_of_title(work.title):
            return pieces.NOTHING
        mark = words.retracted if work.state == "retracted" else words.withdrawn
        return pieces.plain(f"[{mark}]")

    def is_ahead(self) -> bool:
        """Tell whether an article is out before its issue is; what has a volume no longer is."""
        return not self.work.volume and self.work.status.strip().lower() in _AHEAD

    def preprint_id(self) -> str:
        """Return `arXiv:2202.06991` for a preprint of arXiv's; nothing for other works."""
        work = self.work
        return f"arXiv:{work.arxiv.id}" if work.type == "article" and work.arxiv else ""

    def doi(self) -> Formatted:
        """Return the DOI, leading to the work; nothing where it has none."""
        doi = self.work.doi
        if not doi:
            return pieces.NOTHING
        shown = pieces.plain(pieces.isolate(doi, self.words))
        return pieces.link(shown, Identifier(f"doi:{doi.lower()}").url)

    def address(self) -> Formatted:
        """Return the DOI as an address, or else the address at which the work is read."""
        work = self.work
        doi = work.doi
        if not doi and self.preprint_id() and work.arxiv:
            doi = Identifier(f"arxiv:{work.arxiv.id}").doi
        shown = f"https://doi.org/{doi}" if doi else work.url.strip()
        url = Identifier(f"doi:{doi.lower()}").url if doi else shown
        return pieces.link(pieces.plain(pieces.isolate(shown, self.words)), url)

"""CSL-JSON items to works.

The fields are those of the Citation Style Language 1.0.2, appendix "CSL-JSON schema". Crossref's
own answers bend it (titles in lists, types of their own, numbers as text), so reading is lenient
wherever the meaning is plain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.richtext import without_italics_around
from digest.basics.text import CONTROLS, one_line
from digest.basics.works import ArxivFacts, Name, Work
from digest.records.crossref import as_csl
from digest.records.csldates import read_csl_date, read_issued
from digest.records.cslitems import TEXTS
from digest.records.csltypes import CSL_TYPES, OTHER_TYPES
from digest.records.dateparsing import state_named
from digest.records.encoding import mend_encoding
from digest.records.identifiers import Identifier, parse_arxiv, parse_identifier, spelled_doi
from digest.records.markup import markup_to_text, paragraphs_to_rich
from digest.records.namedids import without_own_ids
from digest.records.names import gather, join_lists
from digest.records.names.reading import NAME_PARTS, read_item
from digest.records.novalue import is_no_value
from digest.records.numbers import with_numbers
from digest.records.richtitles import read_title
from digest.records.series import with_series
from digest.records.servers import with_server
from digest.records.states import is_withdrawn, state_of_title
from digest.records.twoforms import without_second_form
from digest.settings.webaddresses import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.records.cslitems import Item
    from digest.records.dateparsing import ReadDate

_RICH = frozenset({"container_title", "container_title_short", "collection_title"})
"""The texts that are rich, as titles are."""


_STAND_INS = ("composer", "host", "performer", "executive-producer", "producer", "contributor")
"""Those who are named first where nobody is called an author."""

_OLD_RESOLVERS = ("http://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/")
"""What many records of Crossref have yet in place of https://doi.org/."""


class ReadItem(msgspec.Struct, frozen=True):
    """A work, and what in its item could not be understood."""

    work: Work
    problems: tuple[str, ...]
    """In the words of a diagnostic."""


def parse_item(item: Item, key: str, *, is_answer: bool = False) -> ReadItem:
    """Read a CSL-JSON item as the work whose canonical key is `key`.

    There is always a work: where the title is missing or no text, `key` stands in its place. In
    an answer of the DOI service a `literal` may be a person's name, which DataCite did not split;
    elsewhere it is a body's.
    """
    return _Reader(item, key, is_answer=is_answer).read()


def with_aliases(work: Work) -> Work:
    """Return `work` with all other keys under which it can be cited, as its own fields say."""
    keys = [f"doi:{work.doi.lower()}"] if work.doi else []
    if work.arxiv:
        keys.append(f"arxiv:{work.arxiv.id}")
        keys.append("doi:" + Identifier(f"arxiv:{work.arxiv.id}").doi.lower())
        keys += [f"doi:{work.arxiv.doi.lower()}"] if work.arxiv.doi else []
    others = tuple(key for key in dict.fromkeys(keys) if key != work.id)
    return msgspec.structs.replace(work, aliases=others)


class _Reader:
    """Reads one item, gathering problems on the way."""

    def __init__(self, item: Item, key: str, *, is_answer: bool) -> None:
        self.item = item
        self.key = key
        self.is_answer = is_answer
        self.problems: list[str] = []

    def read(self) -> ReadItem:
        kind = self._type()
        self.item = item = as_csl(self.item, kind)
        title = read_title(self._lines(item, "title"))
        if not title and "'title' must be a text" not in self.problems:
            self.problems.append("the record has no 'title'")
        issued = self._date("issued")
        work = Work(
            id=self.key,
            type=kind,
            title=title or self.key,
            author=self._authors(),
            editor=self._names("editor"),
            collection_editor=self._names("collection-editor"),
            director=self._names("director"),
            container_author=self._names("container-author"),
            translator=self._names("translator"),
            issued=issued.parts,
            circa=issued.circa,
            doi=self._doi(item, "DOI"),
            url=self._url(),
            accessed=self._date("accessed").parts,
            original_date=self._date("original-date").parts,
            abstract=self._abstract(),
            arxiv=self._arxiv(),
        )
        work = msgspec.structs.replace(work, **self._texts())
        return ReadItem(
            without_own_ids(with_aliases(with_series(with_numbers(with_server(work))))),
            tuple(dict.fromkeys(self.problems)),
        )

    def _texts(self) -> dict[str, str]:
        texts = {}
        for field, name in TEXTS.items():
            # most are not there
            typed = self._lines(self.item, name) if name in self.item else ""
            read = read_title if field in _RICH else markup_to_text
            texts[field] = without_italics_around(read(typed)) if typed else ""
        texts |= {"isbn": self._listed("ISBN"), "issn": self._listed("ISSN")}
        issued = self.item.get("issued")
        told = issued.get("literal") or issued.get("raw") if isinstance(issued, dict) else issued
        # what is to come has a word in place of its date
        texts["status"] = texts["status"] or state_named(told if isinstance(told, str) else "")
        texts["status"] = texts["status"] or state_of_title(
            markup_to_text(self._lines(self.item, "title")), texts["genre"]
        )
        return texts

    def _wrong(self, name: str, expected: str) -> None:
        problem = f"'{name}' must be {expected}"
        # a field may be read twice
        if problem not in self.problems:
            self.problems.append(problem)

    def _text(self, item: Item, name: str) -> str:
        """Read a text on one line; a number will do."""
        return one_line(self._lines(item, name))

    def _lines(self, item: Item, name: str) -> str:
        """Read a text with its lines, which tell where there was markup.

        Of a list of texts the first that is not empty is read.
        """
        value = item.get(name)
        if isinstance(value, list):
            filled = (one for one in value if isinstance(one, str | int) and str(one).strip())
            value = next(filled, next(iter(value), None))
        if value is None:
            return ""
        if isinstance(value, str):
            text = without_second_form(mend_encoding(value.translate(CONTROLS)))
            return "" if is_no_value(text) else text
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        self._wrong(name, "a text")
        return ""

    def _listed(self, name: str) -> str:
        """Read a text, or a list of them with commas between: a journal has two ISSNs."""
        value = self.item.get(name)
        several = value if isinstance(value, list) else [value]
        texts = (self._text({name: one}, name) for one in several)
        # which Crossref gave as addresses once
        return ", ".join(text.rpartition("/")[2] for text in texts if text)

    def _abstract(self) -> str:
        value = self.item.get("abstract") or ""
        if isinstance(value, str):
            return paragraphs_to_rich(mend_encoding(value.translate(CONTROLS)))
        self._wrong("abstract", "a text")
        return ""

    def _type(self) -> str:
        kind = self._text(self.item, "type").lower()
        kind = OTHER_TYPES.get(kind, kind)
        if kind in CSL_TYPES:
            return kind
        return "article" if self.key.startswith("arxiv:") else "document"

    def _authors(self) -> tuple[Name, ...]:
        """Return the authors and directors; where there are none, whoever else had a part."""
        authors = join_lists(self._names("author"), self._names("director"))
        if authors or self.item.get("editor"):
            return authors
        return next(filter(None, map(self._names, _STAND_INS)), ())

    def _names(self, field: str) -> tuple[Name, ...]:
        value = self.item.get(field) or []
        if not isinstance(value, list):
            self._wrong(field, "a list of names")
            return ()
        names = (self._name(one, f"{field}[{index}]") for index, one in enumerate(value))
        return gather(name for several in names for name in several)

    def _name(self, value: object, where: str) -> Iterable[Name]:
        item = value if isinstance(value, dict) else {}
        if isinstance(value, str):
            item = {"literal": value}
        texts = {part: self._text(item, part) if part in item else "" for part in NAME_PARTS}
        if any(texts.values()) or any(is_no_value(str(item.get(part))) for part in NAME_PARTS):
            is_unsplit = self.is_answer or isinstance(value, str)
            return read_item(texts, is_unsplit=is_unsplit)
        self._wrong(where, "a name, with 'family' and 'given', or 'literal'")
        return ()

    def _date(self, name: str) -> ReadDate:
        read = read_issued(self.item) if name == "issued" else read_csl_date(self.item.get(name))
        if not read.is_whole:
            kept = "-".join(f"{part:02}" for part in read.parts)
            told = f": of '{one_line(read.typed)}' only {kept} is used" if kept else ""
            self._wrong(name, f'a date that exists, as {{"date-parts": [[2022, 2, 14]]}}{told}')
        return read

    def _doi(self, item: Item, name: str) -> str:
        text = self._text(item, name)
        if not text:
            return ""
        found = parse_identifier(text)
        if isinstance(found, Identifier):
            return spelled_doi(text, found)
        self._wrong(name, "a DOI")
        return ""

    def _url(self) -> str:
        text = self._text(self.item, "URL")
        if text.lower().startswith(_OLD_RESOLVERS):
            return Identifier(self.key).url
        # some services leave blanks in theirs
        if is_web_address(text.replace(" ", "%20")):
            return text
        if text:
            self._wrong("URL", "an address that begins with https://")
        return Identifier(self.key).url

    def _arxiv(self) -> ArxivFacts | None:
        custom = self.item.get("custom") or {}
        facts = (custom.get("arxiv") or {}) if isinstance(custom, dict) else custom
        own = self.key.removeprefix("arxiv:") if self.key.startswith("arxiv:") else ""
        if own and isinstance(custom, dict) and not isinstance(facts, dict):
            # written by another program: the facts side by side with the id
            facts = {**custom, "id": facts}
        elif own and custom and not facts:
            facts = custom
        if not isinstance(facts, dict):
            self._wrong("custom", 'an object, {"arxiv": {…}}')
            facts = {}
        if not facts and not own:
            return None
        found = parse_arxiv(self._text(facts, "id") or own)
        value = found.value if isinstance(found, Identifier) else ""
        if not value or (own and value != own):
            self._wrong("custom.arxiv.id", f"'{own}'" if own else "an arXiv id")
        if not (own or value):
            return None
        comment, version = self._text(facts, "comment"), self._version(facts)
        return ArxivFacts(
            id=own or value,
            version=version,
            primary_category=self._text(facts, "primary_category"),
            categories=self._categories(facts),
            comment=comment,
            journal_ref=self._text(facts, "journal_ref"),
            doi=self._doi(facts, "doi"),
            license=self._text(facts, "license"),
            withdrawn=facts.get("withdrawn") is True or is_withdrawn(comment, version=version),
        )

    def _version(self, facts: Item) -> int:
        text = _digits(facts.get("version", 0)).removeprefix("v")
        if re.fullmatch("[0-9]{1,4}", text):
            return int(text)
        self._wrong("custom.arxiv.version", "a number")
        return 0

    def _categories(self, facts: Item) -> tuple[str, ...]:
        value = facts.get("categories") or []
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(one_line(one) for one in value if one_line(one))
        self._wrong("custom.arxiv.categories", "a list of texts")
        return ()


def _digits(value: object) -> str:
    """Return a version as text; both numbers and texts will do."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return "?"
    return str(value).strip()

"""One file's front matter and texts, read piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Allowance, Found, Place
from digest.basics.editions import Edition, Entry, FreePage, SiteTexts
from digest.basics.fragments import Body, Fragment, ParsedMarkdown, Parts
from digest.basics.plain import Plain
from digest.basics.text import shorten
from digest.content import frontmatter
from digest.content.decode import find_allowances
from digest.content.startertexts import list_starter_texts
from digest.markdown import (
    check_math,
    find_in_plain,
    parse_body,
    parse_field,
    parse_inline,
    plain_math,
)
from digest.markdown.foot import parse_foot
from digest.markdown.places import Origin
from digest.settings.config import SectionRule
from digest.settings.schema import Values
from digest.settings.yamlnodes import Reading, Scalar

if TYPE_CHECKING:
    from digest.settings.schema import Field


class ParseOptions(msgspec.Struct, frozen=True):
    """What of the site's settings a parse depends on."""

    lang: str
    sections: tuple[SectionRule, ...]

    @property
    def section_names(self) -> dict[str, str]:
        """From a casefolded name of a section, its id or its title, to its id."""
        names = {rule.title.casefold(): rule.id for rule in self.sections}
        return names | {rule.id.casefold(): rule.id for rule in self.sections}


class Parsed(msgspec.Struct, frozen=True):
    """What one file gives. Exactly one of the four is there."""

    texts: dict[str, Parts]
    """The texts of its fragments, by hash."""
    plain: dict[str, Plain]
    """The same texts in their plain form."""
    allowances: tuple[Allowance, ...]
    edition: Edition | None = None
    entry: Entry | None = None
    page: FreePage | None = None
    site: SiteTexts | None = None


class SourceFile:
    """A file, whose fields and texts are read one by one; what comes of them is gathered."""

    def __init__(
        self,
        reading: Reading,
        allowances: tuple[Allowance, ...],
        split: frontmatter.Split | None,
        fields: Values | None,
        lang: str,
    ) -> None:
        """Take what was read; `split` and `fields` are None where that could not be done."""
        self.reading = reading
        self.allowances = allowances
        self.split = split
        self.readable = fields is not None
        self.fields = Values() if fields is None else fields
        self.lang = self.fields.get("lang", lang)
        self.texts: dict[str, Parts] = {}
        self.plain: dict[str, Plain] = {}

    def inline(self, scalar: Scalar | None) -> Fragment | None:
        """Parse a field of inline Markdown; None where it is empty."""
        if scalar is None or not scalar.text.strip():
            return None
        text = scalar.text.rstrip() if scalar.block else scalar.text
        pieces = self._pieces(scalar)
        parsed = parse_inline(text, scalar.text_place, lang=self.lang, pieces=pieces)
        self.reading.diagnostics += parsed.diagnostics
        self.texts |= parsed.value.texts
        self.plain |= parsed.value.plain
        return parsed.value.fragment

    def blocks(self, scalar: Scalar) -> Body:
        """Parse a field of Markdown that may have several paragraphs."""
        parsed = parse_field(
            scalar.text, scalar.text_place, lang=self.lang, pieces=self._pieces(scalar)
        )
        return self._keep(parsed)

    def description(self) -> Fragment | None:
        """Return the description, and report one that is there and says nothing."""
        scalar, place = self.fields.get("description"), self.fields.places.get("description")
        # of a draft it is still to be written; one that YAML took for a comment has been told
        is_due = not self.fields.get("draft") and (scalar or "description" not in self.fields.given)
        if place and is_due and not (scalar and scalar.text.strip()):
            hint = "write one, or take the line away"
            self.reading.report("field-doubtful", place, "the description is empty", hint)
        return self.inline(scalar)

    def foot(self, scalar: Scalar) -> Fragment:
        """Parse a field with the Markdown for the foot of every page."""
        text, pieces = scalar.text.rstrip(), self._pieces(scalar)
        parsed = parse_foot(text, scalar.text_place, lang=self.lang, pieces=pieces)
        self.reading.diagnostics += parsed.diagnostics
        self.texts |= parsed.value.texts
        self.plain |= parsed.value.plain
        return parsed.value.fragment

    def words(self, scalar: Scalar | None, otherwise: str = "") -> str:
        """Return a text of one line that is no Markdown, with its math in Unicode."""
        if scalar is None:
            return otherwise
        self.check_plain(scalar)
        return plain_math(scalar.text.strip())

    def check_plain(self, scalar: Scalar | None, *, is_rich: bool = False) -> None:
        """Report what a text that is no Markdown has of it, and formulas that cannot be set."""
        if scalar is None:
            return
        origin = Origin(scalar.text_place, scalar.text, self._pieces(scalar))
        found = check_math(scalar.text, lambda offset: origin.place(0, offset))
        self.reading.diagnostics += found
        for left in find_in_plain(scalar.text, is_rich=is_rich):
            place = origin.place(0, left.start)
            self.reading.report("markup-left", place, left.message, left.hint)

    def _pieces(self, scalar: Scalar) -> list[tuple[int, Place]]:
        return [(start.offset, Place(self.reading.path, *start[1:])) for start in scalar.starts]

    def body(self, sections: dict[str, str], *, is_numbered: bool = True) -> Body:
        """Parse the text below the front matter; `sections` leads from their names to their ids.

        Where it `is_numbered`, no numbers of references are to be typed.
        """
        if self.split is None:
            return Body()
        parsed = parse_body(
            self.split.body,
            self.reading.path,
            first_line=self.split.body_line,
            sections=sections,
            lang=self.lang,
            is_numbered=is_numbered,
        )
        return self._keep(parsed)

    def check_first_heading(self, *titles: Scalar | None) -> None:
        """Report a heading above the text that says a title again, as READMEs begin with it."""
        if self.split is None:
            return
        number, heading = _find_first_heading(self.split.body)
        if heading and _letters(heading) in {_letters(one.text) for one in titles if one}:
            place = Place(self.reading.path, self.split.body_line + number, 1)
            message = f"the heading '{shorten(heading)}' says again what stands above it"
            self.reading.report("field-doubtful", place, message, "take it away")

    def _keep(self, parsed: Found[ParsedMarkdown]) -> Body:
        self.reading.diagnostics += parsed.diagnostics
        self.texts |= parsed.value.texts
        self.plain |= parsed.value.plain
        return parsed.value.body

    def finish(self, value: Edition | Entry | FreePage | SiteTexts) -> Found[Parsed]:
        """Return what the file gives, with all texts and problems met on the way."""
        parsed = Parsed(
            self.texts,
            self.plain,
            self.allowances,
            edition=value if isinstance(value, Edition) else None,
            entry=value if isinstance(value, Entry) else None,
            page=value if isinstance(value, FreePage) else None,
            site=value if isinstance(value, SiteTexts) else None,
        )
        return Found(parsed, tuple(self.reading.diagnostics))


def _find_first_heading(body: str) -> tuple[int, str]:
    """Return the heading that a text begins with and on which line, from 0; or an empty one."""
    lines = body.split("\n")
    number = next((number for number, line in enumerate(lines) if line.strip()), 0)
    first, second = [*lines[number : number + 2], ""][:2]
    mark, _, behind = first.strip().partition(" ")
    if mark and not mark.strip("#"):
        return number, behind.strip(" \t#")
    is_underlined = set(second.strip()) in ({"="}, {"-"})
    return number, first.strip() if is_underlined else ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def make_source_file(
    source: str, path: str, lang: str, schema: dict[str, Field], what: str
) -> SourceFile:
    """Read the front matter of a file by its schema; `what` is what the file is, with an article.

    `lang` is the site's language, for a file that names none.
    """
    reading = Reading(path)
    allowances = find_allowances(source, path)
    reading.diagnostics += allowances.diagnostics
    if left := list_starter_texts(source):
        (line, first), *more = left
        others = f" and {len(more)} more" if more else ""
        message = f"a text of the starter is still here: '{shorten(first)}'{others}"
        place = Place(path, line, 1)
        reading.report("markup-left", place, message, "write your own, or take it away")
    split = frontmatter.split_front_matter(source, reading, what=what)
    fields = frontmatter.read_fields(split, schema, reading, what=what) if split else None
    return SourceFile(reading, allowances.value, split, fields, lang)

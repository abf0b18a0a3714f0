"""The front matter of editions, entries and pages: split off, and read by a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.editions import Link
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.markdown.bounds import CITATIONS, MOST
from digest.records.identifiers import SOURCES
from digest.settings.config import language
from digest.settings.converters import (
    boolean,
    choice,
    integer,
    list_of,
    one_of,
    pairs_of,
    placed,
    scalar,
    shown,
    text,
    title,
    wrong_form,
)
from digest.settings.datefields import date, partial_date
from digest.settings.readerconfig import discussion
from digest.settings.redirectconfig import LONGEST_NAME, old_path
from digest.settings.schema import Field, Values, convert_mapping, mapping
from digest.settings.webaddresses import web_address
from digest.settings.yamlfields import parse_fields
from digest.settings.yamlnodes import ListNode, Node, Reading, Scalar

if TYPE_CHECKING:
    import re

    from digest.settings.converters import Convert

_FENCE = lazy_regex(r"---[ \t]*$")
_END = lazy_regex(r"(?:---|\.\.\.)[ \t]*$")
_NEARLY_END = lazy_regex(r"[-=.+*_~\u2013\u2014]*\s*$")
_NO_FIELD = lazy_regex(r"(?![\w\"'-]+[ \t]*[:\uff1a]|[ \t#\]}-])")
"""A line that is neither a field nor a part of one."""


class Split(msgspec.Struct, frozen=True):
    """A file's text in its two parts."""

    matter: str | None
    """The YAML between the fences, which begins on line 2; None where there are no fences."""
    body: str
    """The Markdown behind them."""
    body_line: int
    """The 1-based line on which the body begins."""


def split_front_matter(source: str, reading: Reading, *, what: str) -> Split | None:
    """Part a file's text at the fences `---` around its front matter.

    Where there is no front matter (`field-missing`) the problem goes to `reading`, and all is body;
    None comes back for an empty file. One that is never closed (`yaml-syntax`) is taken to end with
    the first line that is empty or nearly such a fence. `what` names the file in messages.
    """
    lines = source.split("\n")
    if not source.strip():
        reading.report("field-missing", None, "the file is empty", _SHOW_FORM)
        return None
    if not _FENCE.match(lines[0]):
        hint = _NOT_FIRST if _FENCE.match(source.lstrip().partition("\n")[0]) else _SHOW_FORM
        reading.report("field-missing", None, f"{what} must begin with front matter", hint)
        return Split(None, source, 1)
    end = _find_line(lines, _END)
    behind = end + 1
    if end == len(lines):
        end = _find_line(lines, _NEARLY_END)
        typed = lines[end].strip() if end < len(lines) else ""
        line, hint = end + 1, f"write '---' in place of '{typed}'"
        behind = end + 1
        if not typed:
            text = _find_line(lines[:end], _NO_FIELD)
            line, hint = 1, "put a line '---' behind its last field"
            if 1 < text < end:
                line, hint = text + 1, "put a line '---' before this one"
                end = behind = text
        place = Place(reading.path, line, 1)
        reading.report("yaml-syntax", place, "the front matter is never closed", hint)
    body = "\n".join(lines[behind:])
    if second := _SECOND.match(body):
        place = Place(reading.path, behind + 1 + second["blank"].count("\n"), 1)
        hint = "put its fields into the one above, and take it away"
        reading.report("markup-left", place, "a second front matter would be shown as text", hint)
    return Split("\n".join(lines[1:end]), body, behind + 1)


def _find_line(lines: list[str], form: re.Pattern[str]) -> int:
    """Return the index of the first line, but for that at the top, of a form; else their number."""
    found = (index for index, line in enumerate(lines) if index and form.match(line))
    return next(found, len(lines))


_SECOND = lazy_regex(
    r"(?P<blank>\s*)(?<![^\n])---[ \t]*\n(?=[a-z][\w-]*:)"
    r"(?:(?:[\w-]+:(?:[ \t].*)?|[ \t]*- .*|[ \t]+\S.*)\n)++---[ \t]*(?:\n|\Z)"
)
"""Front matter that begins a body, and no note between two lines across the page: `Note: …`."""
_NOT_FIRST = "take away what stands before the first '---'"
_SHOW_FORM = "begin with a line '---', then the fields, then a line '---'"


def read_fields(
    split: Split, schema: dict[str, Field], reading: Reading, *, what: str
) -> Values | None:
    """Convert the front matter by `schema`; what cannot be read is reported and left out.

    Returns None where there is none, or it cannot be read as a whole.
    """
    if split.matter is None:
        return None
    node = parse_fields(split.matter, reading, first_line=2)
    if node is None and any(found.rule == "yaml-syntax" for found in reading.diagnostics):
        return None
    return convert_mapping(node, schema, reading, what=what, whole_file=True)


# --- converters of their own ------------------------------------------------------------------


def _links(node: Node, reading: Reading) -> tuple[Link, ...] | None:
    pairs = pairs_of(web_address)(node, reading)
    return None if pairs is None else tuple(Link(key.text, url, key.place) for key, url in pairs)


_MOST_TAGS = 100
"""Tags of one entry: each makes a page that shows the entry with all of them."""


def _tag(node: Node, reading: Reading) -> Scalar | None:
    found = shown(node, reading)
    if found is not None and not slugify(found.text):
        wrong_form(node, reading, "a tag must have a letter or a digit")
        return None
    return found


def _some(item: Convert[Scalar]) -> Convert[tuple[Scalar, ...]]:
    """Read a text, or a list of them."""

    def convert(node: Node, reading: Reading) -> tuple[Scalar, ...] | None:
        one = one_of(list_of(item), [ListNode], item)(node, reading)
        return (one,) if isinstance(one, Scalar) else one

    return convert


def _name(node: Node, reading: Reading) -> Scalar | None:
    """Read a name that may be left empty."""
    found = shown(node, reading)
    if found is not None and found.text.strip() and not any(map(str.isalpha, found.text)):
        wrong_form(node, reading, "a name must have a letter")
        return None
    return found


def _person(node: Node, reading: Reading) -> Scalar | None:
    """Read the name of somebody who writes here: it is shown as it is typed."""
    found = _name(node, reading)
    mail = _MAIL.search(found.text) if found else None
    if found and mail:
        name = " ".join(_MAIL.sub(" ", found.text).split())
        message = f"readers would see '{mail[0].strip(' <>')}'"
        hint = f"write '{name}'" if name else "write the name"
        reading.report("field-doubtful", found.place, message, hint)
    return found


_MAIL = lazy_regex(r"<?(?<!@)\b[\w.+-]+@[\w-]+\.[\w.-]*\w>?")


def _slug(node: Node, reading: Reading) -> str | None:
    found = text(node, reading)
    if found is not None and not _fits_address(found):
        better = slugify(found)
        hint = f"write '{better}'" if _fits_address(better) else ""
        wrong_form(node, reading, "a slug must be letters, digits and hyphens", hint)
        return None
    return found


def _fits_address(name: str) -> bool:
    return bool(SLUG.fullmatch(name)) and len(name.encode()) <= LONGEST_NAME


SLUG = lazy_regex(r"\w[\w.-]*")
"""What a name of a folder or file must be to serve as a part of an address."""

_COMMON = {
    "description": Field(shown),
    "draft": Field(boolean),
    "aliases": Field(list_of(placed(old_path("an alias")))),
    "lang": Field(language),
}
_FIGURE = {
    "src": Field(scalar, required=True),
    "alt": Field(shown),
    "caption": Field(shown),
    "credit": Field(shown),
}
_CORRECTION = {
    "date": Field(placed(date), required=True, example="YYYY-MM-DD"),
    "text": Field(shown, required=True),
    "entry": Field(placed(text)),
    "mail": Field(boolean),
}
EDITION = {
    "title": Field(title, required=True),
    "subject": Field(shown),
    "date": Field(date, required=True),
    "updated": Field(date),
    "number": Field(integer(1, 1_000_000)),
    "editors": Field(list_of(_person)),
    "sponsors": Field(_some(shown)),
    "references": Field(list_of(scalar, most=MOST[CITATIONS])),
    "corrections": Field(list_of(mapping(_CORRECTION, "a correction"))),
    "comments": Field(placed(discussion)),
    **_COMMON,
}
ENTRY = {
    **{kind: Field(scalar) for kind in SOURCES},
    "url": Field(web_address),
    "title": Field(shown),
    "authors": Field(_some(_name)),
    "date": Field(placed(partial_date)),
    "updated": Field(date),
    "name": Field(shown),
    "slug": Field(_slug),
    "tags": Field(list_of(_tag, most=_MOST_TAGS)),
    "links": Field(_links),
    "note": Field(shown),
    "byline": Field(integer(1, 10_000)),
    "by": Field(_some(_person)),
    "figure": Field(mapping(_FIGURE, "a figure")),
    "fold": Field(choice("never", "auto")),
    **_COMMON,
}
PAGE = {
    "title": Field(title, required=True),
    "date": Field(date),
    "slug": Field(_slug),
    **_COMMON,
}

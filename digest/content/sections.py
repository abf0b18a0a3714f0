"""The sections that a site's entries must have: which are missing, and where they were meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.fragments import Section
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.basics.typos import surely_meant
from digest.content.decode import list_fenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.fragments import Body
    from digest.settings.config import SectionRule

_LINE = lazy_regex(r" {0,3}(?P<marks>#{0,6})(?P<space>[ \t]*)(?P<text>.+)")
_BOLD = lazy_regex(r"(\*\*|__)(?P<text>.+?)\1(?P<more>.*)")
_LEVEL = "##"


class _Line(msgspec.Struct, frozen=True):
    """A line that is a heading, or may have been meant as one."""

    number: int
    """1-based, in the file."""
    marks: str
    """The signs `#` before it."""
    has_space: bool
    """Whether there is a space behind them."""
    slug: str
    has_more: bool
    """Whether text follows in the line, behind bold words that it begins with."""

    def is_heading_of(self, rule: SectionRule) -> bool:
        """Tell whether it is a section's heading as it must be."""
        return self.slug in _names(rule) and self.marks == _LEVEL and self.has_space


_EMPTY = "write a text under it"
"""What to do where the heading is as it must be."""


def check_sections(
    body: Body, rules: Iterable[SectionRule], path: str, text: str, first_line: int
) -> Iterator[Diagnostic]:
    """Report the sections that an entry must have and lacks, and those that it has twice.

    Problems: `section-missing`, at the line that was meant as the heading, where there is one, and
    `field-doubtful`. `text` is the Markdown that the body was parsed from, and `first_line` its
    line in the file.
    """
    rules = tuple(rules)
    present = _count(body)
    missing = list_missing(body, rules)
    again = [rule for rule in rules if present[rule.id] > 1]
    lines = tuple(_list_lines(text, first_line)) if missing or again else ()
    for rule in again:
        for second in [one for one in lines if one.is_heading_of(rule)][1:]:
            message = f"a second section '{rule.title}'"
            hint = "put its text into the first one, or give it another heading"
            yield Diagnostic(path, second.number, 1, "field-doubtful", message, hint)
    known = {name for rule in rules for name in _names(rule)}
    for rule in missing:
        line, hint = _find_heading(rule, lines, known)
        what = "empty" if hint == _EMPTY else "missing"
        message = f"the section '{rule.title}' is {what}"
        yield Diagnostic(path, line, 1, "section-missing", message, hint)


def list_missing(body: Body, rules: Iterable[SectionRule]) -> list[SectionRule]:
    """List the sections that an entry must have, and lacks or has with nothing in them."""
    present = _count(body)
    return [rule for rule in rules if rule.required and rule.id not in present]


def _count(body: Body) -> Counter[str]:
    return Counter(block.id for block in body.blocks if isinstance(block, Section))


def _find_heading(rule: SectionRule, lines: Iterable[_Line], known: set[str]) -> tuple[int, str]:
    """Return the line that was meant as a section's heading, and what to do; 1 where none was."""
    names, heading = _names(rule), f"## {rule.title if slugify(rule.title) else rule.id}"
    for line in lines:
        if line.slug in names:
            if line.is_heading_of(rule):
                return line.number, _EMPTY
            where = "in a line of its own, above the text" if line.has_more else "in its place"
            return line.number, f"write '{heading}' {where}"
        if not line.marks or line.slug in known:
            continue
        if line.slug.startswith(tuple(f"{name}-" for name in names)):
            # with more in it, a citation or a footnote, it is no section's: these would be lost
            return (
                line.number,
                f"write '{heading}' alone, and what else its heading has in the text",
            )
        if surely_meant(line.slug, names):
            return line.number, f"did you mean '{heading}'?"
    return 1, f"add a heading '{heading}' and a text under it"


def _names(rule: SectionRule) -> set[str]:
    """Return the slugs that a section's heading may have."""
    return {slug for slug in (slugify(rule.title), slugify(rule.id)) if slug}


def _list_lines(text: str, first_line: int) -> Iterator[_Line]:
    """List the lines that are headings or begin a paragraph, but for those of code."""
    lines = ["", *text.split("\n")]
    code = frozenset(list_fenced(lines[1:]))
    for index, line in enumerate(lines[1:], start=1):
        typed = _LINE.match(line)
        if not typed or index in code or (lines[index - 1].strip() and not typed["marks"]):
            continue
        bold = None if typed["marks"] else _BOLD.fullmatch(typed["text"].rstrip())
        slug = slugify((bold or typed)["text"])
        has_more = bool(bold and bold["more"].strip(" .:"))
        yield _Line(first_line + index - 1, typed["marks"], bool(typed["space"]), slug, has_more)

"""The sections that a site's entries must have: which are missing, and where they were meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.diagnostics import Diagnostic
from digest.basics.fragments import Section
from digest.basics.text import slugify
from digest.basics.typos import surely_meant
from digest.content.decode import list_fenced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.basics.fragments import Body
    from digest.settings.config import SectionRule

_LINE = re.compile(r" {0,3}(?P<marks>#{0,6})(?P<space>[ \t]*)(?P<text>.+)")
_LEVEL = "##"


class _Line(NamedTuple):
    """A line that is a heading, or may have been meant as one."""

    number: int
    """1-based, in the file."""
    marks: str
    """The signs `#` before it."""
    has_space: bool
    """Whether there is a space behind them."""
    slug: str


_EMPTY = "write a text under it"
"""What to do where the heading is as it must be."""


def check_sections(
    body: Body, rules: Iterable[SectionRule], path: str, text: str, first_line: int
) -> Iterator[Diagnostic]:
    """Report the sections that an entry must have and lacks: `section-missing`.

    Each stands at the line that was meant as its heading, where there is one. `text` is the
    Markdown that the body was parsed from, and `first_line` its line in the file.
    """
    rules = tuple(rules)
    present = {block.id for block in body.blocks if isinstance(block, Section)}
    missing = [rule for rule in rules if rule.required and rule.id not in present]
    lines = tuple(_list_lines(text, first_line)) if missing else ()
    known = {name for rule in rules for name in _names(rule)}
    for rule in missing:
        line, hint = _find_heading(rule, lines, known)
        what = "empty" if hint == _EMPTY else "missing"
        message = f"the section '{rule.title}' is {what}"
        yield Diagnostic(path, line, 1, "section-missing", message, hint)


def _find_heading(rule: SectionRule, lines: Iterable[_Line], known: set[str]) -> tuple[int, str]:
    """Return the line that was meant as a section's heading, and what to do; 1 where none was."""
    names, heading = _names(rule), f"## {rule.title if slugify(rule.title) else rule.id}"
    for line in lines:
        if line.slug in names:
            if line.marks == _LEVEL and line.has_space:
                return line.number, _EMPTY
            return line.number, f"write '{heading}' in its place"
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
    """List the lines that are headings or stand alone, but for those of code."""
    lines = ["", *text.split("\n"), ""]
    code = frozenset(list_fenced(lines[1:-1]))
    for index, line in enumerate(lines[1:-1], start=1):
        typed = _LINE.match(line)
        is_alone = not (lines[index - 1].strip() or lines[index + 1].strip())
        if typed and index not in code and (typed["marks"] or is_alone):
            slug = slugify(typed["text"])
            yield _Line(first_line + index - 1, typed["marks"], bool(typed["space"]), slug)

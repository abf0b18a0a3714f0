"""A post that has a section for each week or issue, made into a post each."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.leftouts import LeftOuts
from digest.importing.markdownposts.issuesections import find_sections
from digest.importing.post import Place, Post

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.importing.markdownposts.issuesections import Section

_YEAR = lazy_regex(r"(?:.*\D)?((?:19|20)\d\d)(?:\D.*)?")
_CONTENTS_ITEM = lazy_regex(r"\s*(?:[-*+]|\d+[.)])\s+\[[^\]]*\]\([^()\s]*#[^()]*\)[\s.,;|]*$")
_BADGES = lazy_regex(
    r"\s*(?:\[?!\[[^\]]*\]\([^()\s]*(?:shields\.io|badge|/workflows/)[^()]*\)(?:\]\([^()]*\))?\s*)+$"
)
_BACK = lazy_regex(
    r"\s*(?:[*_>|-]*\s*)?\[?\W*(?:back|return) to (?:the )?(?:top|contents?|table of contents)\W*"
    r"\]?\(\s*[^()\s]*#?[^()]*\)\W*$",
    re.IGNORECASE,
)
_RULE = lazy_regex(r" {0,3}(?:-{3,}|\*{3,}|_{3,})\s*")
"""What parts a section from the next."""
_HEADING = lazy_regex(r" {0,3}#{1,6}\s")
_NO_ANCHOR = lazy_regex(r"[^\w\- ]")
_CONTENTS = "a table of contents, whose links lead to sections that are editions now"
_BADGE = "a badge of the repository"
_TOP = "a link to the top of the page"


def split_archive(post: Post) -> list[Post]:
    """Return a post for each week or issue, and a page for the rest; nothing where it has none."""
    stem = PurePosixPath(post.place.path).stem
    year = _YEAR.fullmatch(stem)
    sections = find_sections(post.text, int(year[1]) if year else 0)
    if not sections:
        return []
    lines = post.text.split("\n")
    sections = (*sections[:-1], sections[-1]._replace(end=_find_end(lines, sections)))
    names = _name_all([one.title for one in sections])
    posts = [_make_issue(post, lines, one, name) for one, name in zip(sections, names, strict=True)]
    for one in sections:
        lines[one.heading : one.end] = [""] * (one.end - one.heading)
    page = _make_page(post, lines, sections)
    return [*posts, *([page] if page.text.strip() or page.left_out else [])]


def _find_end(lines: list[str], sections: Sequence[Section]) -> int:
    """Return the line where the last section ends.

    Where the one before has a rule at its end, what stands behind such a rule belongs to none.
    """
    before, last = sections[-2:]
    rules = _find_rules(lines, last)
    has_one = _find_rules(lines, before) == [before.first + len(_strip_end(lines, before))]
    return rules[0] + 1 if rules and has_one else last.end


def _find_rules(lines: list[str], one: Section) -> list[int]:
    return [index for index in range(one.first, one.end) if _RULE.fullmatch(lines[index])]


def _strip_end(lines: list[str], one: Section) -> list[str]:
    """Return the lines of a section, without the rule at its end."""
    text = "\n".join(lines[one.first : one.end]).rstrip().split("\n")
    return text[:-1] if _RULE.fullmatch(text[-1]) else text


def _name_all(titles: Iterable[str]) -> list[str]:
    """Return the anchors that GitHub gives to headings."""
    counts: dict[str, int] = {}
    names = []
    for title in titles:
        name = _NO_ANCHOR.sub("", title.lower()).replace(" ", "-")
        count = counts.get(name, 0)
        counts[name] = count + 1
        names.append(f"{name}-{count}" if count else name)
    return names


def _make_issue(post: Post, lines: list[str], one: Section, name: str) -> Post:
    path, start = post.place.path, post.place.line
    leftouts = LeftOuts(path, start + one.first)
    shown = _strip_end(lines, one)
    for index, line in enumerate(shown):
        if "](" in line and _BACK.match(line):
            leftouts.add_line(index, line.strip(), _TOP)
            shown[index] = ""
    text = "\n".join(shown).rstrip() + "\n"
    first, end = start + one.heading, start + one.end
    return msgspec.structs.replace(
        post,
        place=Place(f"{path}#{name}", start + one.first),
        title=one.title,
        text=text,
        date=one.date,
        updated=None,
        address="",
        aliases=(),
        description="",
        number=one.number,
        state="published" if post.state == "page" else post.state,
        pictures=tuple(picture for picture in post.pictures if picture.address in text),
        left_out=(
            *leftouts.found,
            *(left for left in post.left_out if first <= left.place.line < end),
        ),
    )


def _make_page(post: Post, lines: list[str], sections: Iterable[Section]) -> Post:
    """Make a page of what belongs to no section, without what leads to sections, and badges."""
    leftouts = LeftOuts(post.place.path, post.place.line)
    headings: list[int] = []
    for index, line in enumerate(lines):
        reason = _CONTENTS if _CONTENTS_ITEM.match(line) else _BADGE if _BADGES.match(line) else ""
        if "](" in line and reason:
            # and the headings of contents, as their years are
            for left in (*(headings if reason == _CONTENTS else ()), index):
                leftouts.add_line(left, lines[left].strip(), reason)
                lines[left] = ""
        if _HEADING.match(line):
            headings.append(index)
        elif line.strip():
            headings = []
    text = "\n".join(lines)
    within = [range(post.place.line + one.heading, post.place.line + one.end) for one in sections]
    left_out = (
        left for left in post.left_out if not any(left.place.line in lines_ for lines_ in within)
    )
    return msgspec.structs.replace(
        post,
        text=text,
        state="page",
        pictures=tuple(picture for picture in post.pictures if picture.address in text),
        left_out=(*left_out, *leftouts.found),
    )

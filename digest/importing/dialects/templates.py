"""Tags of templates in a text, and what the common ones stand for in Markdown.

Templates are never run. What a tag says in its own words and addresses is written in Markdown where
its name tells what it makes: pictures, videos, code, notes, quotations. Of others the text between
the two tags of a pair stays, and the tags are left out by name.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.importing.dialects.notes import NOTES, quote, write_note
from digest.importing.linktargets import write_target
from digest.markdown.videopages import VIDEO_PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.importing.dialects.leftouts import LeftOuts

NOT_RUN = "a tag of a template, and templates are not run"
_ARGUMENT = lazy_regex(
    r"(?:(?P<name>[A-Za-z_][\w-]*)\s*(?:=|:(?!//))\s*)?"
    r"(?:\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>(?:[^'\\]|\\.)*)'|`(?P<raw>[^`]*)`"
    r"|(?P<bare>[^\s,\"'`]+))"
)
_PICTURES = ("figure", "image", "img", "picture", "photo")
_SOURCES = (
    *("src", "url", "image", "img", "image_path", "image_url", "file", "path", "source"),
    *("filename", "link", "href"),
)
_CAPTIONS = ("caption", "title", "description", "text", "attr")
_PAGES = {
    **VIDEO_PAGES,
    "youtubeplayer": VIDEO_PAGES["youtube"],
    "instagram": "https://www.instagram.com/p/{}/",
}
"""By a tag's name, the page of what an id names."""
_TWEETS = words_of("tweet twitter x twitter_simple x_simple")
_CODE = words_of("highlight code codeblock code-block")
_MATH, _HTML = words_of("katex math mathjax latex"), words_of("rawhtml raw html")
_QUOTES = words_of("quote blockquote pullquote epigraph")
_FOLDED = words_of("details collapse expand fold spoiler collapsible")
_NOTES = NOTES | words_of("notice callout admonition alert aside")
_IN_ADDRESS = lazy_regex(r"\]\([^()\s]*$|^[ ]{0,3}\[[^\[\]]+\]:[ \t]*\S*$")
_UNKNOWN = "\ufdd0"
"""Stands in an address for what a template would have made; no text has this character."""
_UNKNOWN_LINK = lazy_regex(
    rf"!?\[(?P<words>[^\[\]]*)\]\([^()\n]*{_UNKNOWN}[^()\n]*\)"
    rf"|^[ ]{{0,3}}\[[^\[\]\n]+\]:[^\n]*{_UNKNOWN}[^\n]*$",
    re.MULTILINE,
)
_ID = lazy_regex(r"[\w-]+")
_ADDRESS = lazy_regex(r"https?://\S+")


class Tag(NamedTuple):
    """A tag of a template."""

    name: str
    """In small letters; of one that closes a pair, that of the one that opens it."""
    closes: bool
    more: str
    """What stands behind the name, as typed."""
    typed: str
    start: int
    end: int
    indent: str
    """The blanks before it, where nothing else stands on its line."""
    is_in_address: bool
    """Whether it makes a part of a link's address."""

    def arguments(self) -> Arguments:
        """Read what stands behind its name."""
        plain: list[str] = []
        named: dict[str, str] = {}
        for found in _ARGUMENT.finditer(self.more):
            quoted = found["double"] or found["single"] or ""
            value = quoted.replace('\\"', '"').replace("\\'", "'")
            value = value or found["raw"] or found["bare"] or ""
            if found["name"]:
                named[found["name"].lower()] = value
            else:
                plain.append(value)
        return Arguments(tuple(plain), named)


class Arguments(NamedTuple):
    """The values that a tag gives to its template."""

    plain: tuple[str, ...]
    named: dict[str, str]

    def first(self, *names: str) -> str:
        """Return the first of some named values that is there; else nothing."""
        return next((self.named[name] for name in names if self.named.get(name)), "")

    def get(self, index: int) -> str:
        """Return a value without a name; nothing where there are fewer."""
        return self.plain[index] if 0 <= index < len(self.plain) else ""


class Writer(Protocol):
    """How the tags of one syntax are written in Markdown."""

    def write(self, tag: Tag) -> str | None:
        """Return what stands for a tag that stands alone; None where it is not understood."""

    def write_pair(self, tag: Tag, inner: str) -> str | None:
        """Return what stands for a pair; None where only the text between its tags is to stay."""


def make_tag(text: str, name: str, more: str, span: tuple[int, int], *, closes: bool) -> Tag:
    """Make the value of a tag that stands in a text from `span[0]` to `span[1]`."""
    start, end = span
    before = text[text.rfind("\n", 0, start) + 1 : start]
    indent = before if not before.strip() else ""
    in_address = _IN_ADDRESS.search(before) is not None
    return Tag(name.lower(), closes, more, text[start:end], start, end, indent, in_address)


def replace_tags(text: str, tags: Sequence[Tag], writer: Writer, leftouts: LeftOuts) -> str:
    """Return a text with what its tags stand for. It keeps its lines."""
    opens, closes = _find_pairs(tags)
    # what was written so far: of the text, and between the tags of each pair that is open
    written: list[list[str]] = [[]]
    waiting: list[Tag] = []
    position = 0
    for index, tag in enumerate(tags):
        written[-1].append(text[position : tag.start])
        position = tag.end
        if index in opens:
            waiting.append(tag)
            written.append([])
            continue
        one, inner, lines = tag, "", tag.typed
        if index in closes:
            one, inner = waiting.pop(), "".join(written.pop())
            made, lines = writer.write_pair(one, inner), one.typed + inner + tag.typed
        else:
            made = None if tag.closes else writer.write(tag)
        if made is None:
            leftouts.add(text, one.start, one.typed, NOT_RUN)
            made = _UNKNOWN * one.is_in_address + "\n" * one.typed.count("\n") + inner
        written[-1].append(made + "\n" * (lines.count("\n") - made.count("\n")))
    return _drop_links("".join(written[0]) + text[position:])


def _drop_links(text: str) -> str:
    """Return a text without links whose address a template would have made; their words stay."""
    if _UNKNOWN not in text:
        return text
    text = _UNKNOWN_LINK.sub(lambda found: found["words"] or "", text)
    return text.replace(_UNKNOWN, "")


def _find_pairs(tags: Sequence[Tag]) -> tuple[set[int], set[int]]:
    """Return which tags open a pair, and which close one; pairs do not cross."""
    open_: list[int] = []
    names = Counter[str]()
    opens, closes = set[int](), set[int]()
    for index, tag in enumerate(tags):
        if not tag.closes:
            open_.append(index)
            names[tag.name] += 1
        elif names[tag.name]:
            found = ""
            while found != tag.name:
                one = open_.pop()
                found = tags[one].name
                names[found] -= 1
            opens.add(one)
            closes.add(index)
    return opens, closes


def write_known(tag: Tag) -> str | None:
    """Return what stands for a tag that many tools have; None where its name is not known."""
    given = tag.arguments()
    name = tag.name.rpartition("/")[2].partition(".")[0]
    if any(word in name for word in _PICTURES):
        return _write_picture(given)
    if name in _PAGES:
        id_ = given.first("id", "video_id", "video", "vid") or given.get(0)
        return _PAGES[name].format(id_) if _ID.fullmatch(id_) else _write_address(given)
    if name in _TWEETS:
        user = given.first("user") or (given.get(0) if len(given.plain) > 1 else "i")
        id_ = given.first("id") or given.get(len(given.plain) - 1)
        is_known = _ID.fullmatch(id_) and _ID.fullmatch(user)
        return f"https://twitter.com/{user}/status/{id_}" if is_known else _write_address(given)
    if name == "gist" and given.plain:
        return f"https://gist.github.com/{'/'.join(given.plain[:2])}"
    return _write_address(given) if name in {"video", "embed", "audio", "iframe"} else None


def _write_address(given: Arguments) -> str | None:
    """Return the one web address that a tag has."""
    values = (*given.plain, *given.named.values())
    return next((value for value in values if _ADDRESS.fullmatch(value)), None)


def _write_picture(given: Arguments) -> str | None:
    source = given.first(*_SOURCES) or given.get(0)
    if not source or "{" in source:
        return None
    alt, caption = given.first("alt"), given.first(*_CAPTIONS)
    escaped = caption.replace('"', '\\"')
    title = f' "{escaped}"' if caption and caption != alt else ""
    alt = (alt or given.get(1)).replace("[", "\\[").replace("]", "\\]")
    return f"![{alt}]({write_target(source)}{title})"


def write_known_pair(tag: Tag, inner: str) -> str | None:
    """Return what stands for a pair of tags that many tools have; None for one not known."""
    given = tag.arguments()
    title = given.first("title", "summary", "caption", "header")
    is_block = inner.startswith("\n") and inner.rstrip(" \t").endswith("\n")
    made: str | None = None
    if tag.name in _MATH:
        is_displayed = is_block or "display" in given.plain
        made = f"$${inner}$$" if is_displayed else f"${inner.strip()}$"
    elif tag.name in _HTML:
        made = inner
    elif tag.name in _CODE or tag.name == "mermaid":
        made = _write_code(given, tag, inner)
    elif tag.name in _QUOTES and is_block:
        by = given.first("author", "cite", "source") or given.get(0)
        said = f" — {by}" if by else ""
        made = f"\n{quote(inner.strip(chr(10)) + said, tag.indent)}\n"
    elif tag.name in _FOLDED and is_block:
        words = title or given.get(0)
        summary = f"<summary>{words}</summary>" if words else ""
        made = f"<details>{summary}{inner}</details>"
    elif tag.name in _NOTES and is_block:
        kind = given.first("type", "kind", "class") or (given.get(0) if given.plain else tag.name)
        kind = kind if kind.lower() in NOTES else tag.name
        made = write_note(kind, title or given.get(1), inner, tag.indent)
    return made


def _write_code(given: Arguments, tag: Tag, inner: str) -> str:
    language = given.first("lang", "language") or given.get(0)
    language = "mermaid" if tag.name == "mermaid" else language
    if "\n" not in inner.strip("\n"):
        ticks = "``" if "`" in inner else "`"
        if not inner.startswith("\n"):
            return f"{ticks}{inner}{ticks}"
    fence = "```" if "```" not in inner else "````"
    return f"{fence}{language}{inner}{tag.indent if inner.endswith(chr(10)) else chr(10)}{fence}"

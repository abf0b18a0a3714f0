"""HTML within Markdown: blocks of it, and elements within lines around Markdown.

Blocks are read as HTML whole; within a line only tags are, and between them stands Markdown.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.importing.htmltext import make_markdown
from digest.importing.linktargets import write_target
from digest.importing.post import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from digest.importing.dialects.leftouts import LeftOuts
    from digest.markdown.sourceblocks import SourceBlock

_TAG = lazy_regex(
    r"(?<!\\)<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<more>(?:\s+[^\s<>\"'=/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*)\s*/?>"
)
_BEGINS = lazy_regex(r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*<[A-Za-z/!?]", re.MULTILINE)
"""What begins a line as a block of HTML does."""
_ATTRIBUTE = lazy_regex(r"([^\s\"'=/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_SHOWN_AS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), "*"),
    **dict.fromkeys(("s", "strike"), "~~"),
    "q": '"',
}
_READ = words_of("sub sup small kbd mark u ins del")
_DROPPED = words_of(
    "span font big center div p nobr wbr time data bdi bdo section article header footer main nav "
    "aside address figure figcaption tt samp ruby rb rt rp label acronym blink basefont"
)
"""Elements of which only what is in them is text."""
_CODE = lazy_regex(r"<(code|tt|samp)(?:\s[^<>]*)?>([^<>`\n]*)</\1\s*>", re.IGNORECASE)
_WHOLE = lazy_regex(
    r"<(script|style|iframe|video|audio|object|embed|form|button|select|svg|noscript|math|picture)\b"
    r"[^<>]*>[\s\S]*?</\1\s*>",
    re.IGNORECASE,
)
"""What is read as HTML whole, within a line too."""
_DETAILS = lazy_regex(r"</?(?:details|summary)\b[^<>]*>", re.IGNORECASE)
_SUMMARY = lazy_regex(r"<summary\b[^<>]*>(?P<words>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)
_IS_MARKDOWN = lazy_regex(
    r"\s*<(\w+)[^<>]*\bmarkdown\s*=\s*[\"']?(?:1|block|span)\b", re.IGNORECASE
)
_OPEN_TABLE, _CLOSE_TABLE = (
    lazy_regex(r"<table\b", re.IGNORECASE),
    lazy_regex(r"</table\s*>", re.IGNORECASE),
)
_WIDTH = lazy_regex(r"\s*(\d{1,4})(?:\.\d+)?\s*(%|px)?\s*")
_NUMBER = 4
"""Characters of a link to a note on the same page, and back."""


def may_begin_block(text: str) -> bool:
    """Tell whether a line of a text begins as a block of HTML does."""
    return "<" in text and _BEGINS.search(text) is not None


def convert_tags(text: str, blocks: Iterable[SourceBlock], path: str, leftouts: LeftOuts) -> str:
    """Return a text, in which code and formulas are put aside, with Markdown in place of HTML.

    `blocks` are those of the text. Stays as it is what digest reads, and what is no element of
    HTML. It keeps its lines where the Markdown has not more of them than the HTML.
    """
    lines = text.split("\n")
    for first, end in _join_tables(blocks, lines):
        lines[first:end] = _write_block(lines[first:end], first, path, leftouts)
    text = "\n".join(lines)
    text = _CODE.sub(lambda found: f"`{unescape(found[2])}`" if found[2].strip() else "", text)

    def convert(found: re.Match[str]) -> str:
        made = _make(found[0], text.count("\n", 0, found.start()), path, leftouts)
        return " ".join(made.split()) + "\n" * found[0].count("\n")

    text = _WHOLE.sub(convert, text)
    return _write_inline(text) if "<" in text else text


def _make(html: str, line: int, path: str, leftouts: LeftOuts) -> str:
    made = make_markdown(html, Place(path))
    for one in made.left_out:
        leftouts.add_line(line, one.what, one.reason)
    return made.text


# --- blocks ---


def _join_tables(blocks: Iterable[SourceBlock], lines: list[str]) -> list[tuple[int, int]]:
    """Return the lines of blocks of HTML, from the last to the first; a table is one."""
    found: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind != "html":
            continue
        start, end = found[-1] if found else (0, 0)
        if not any(map(str.strip, lines[end : block.first])) and _is_in_table(lines[start:end]):
            found[-1] = start, block.end
        else:
            found.append((block.first, block.end))
    return found[::-1]


def _is_in_table(lines: list[str]) -> bool:
    html = "\n".join(lines)
    return len(_OPEN_TABLE.findall(html)) > len(_CLOSE_TABLE.findall(html))


def _write_block(lines: list[str], first: int, path: str, leftouts: LeftOuts) -> list[str]:
    """Return the lines that stand for a block of HTML, which may stand in a list or a quotation."""
    before = lines[0].partition("<")[0]
    behind = re.sub(r"[^>\s]", " ", before)
    html = "\n".join(
        line.removeprefix(before) if line is lines[0] else _strip(line, behind) for line in lines
    )
    if found := _IS_MARKDOWN.match(html):
        name = re.escape(found[1])
        made = re.sub(rf"</?{name}\b[^<>]*>", "", html, flags=re.IGNORECASE)
    elif _DETAILS.search(html):
        made = _write_details(html, first, path, leftouts)
    else:
        made = _make(html, first, path, leftouts)
    written = made.split("\n")
    written += [""] * (len(lines) - len(written))
    return [
        (f"{behind if index else before}{line}" if line else behind.rstrip())
        for index, line in enumerate(written)
    ]


def _strip(line: str, prefix: str) -> str:
    return line.removeprefix(prefix) if line.startswith(prefix) else line.lstrip(" \t>")


def _write_details(html: str, first: int, path: str, leftouts: LeftOuts) -> str:
    """Return HTML with the tags around what is folded as digest reads them, and the rest made."""
    html = _SUMMARY.sub(_write_summary, html)
    made, position = "", 0
    for found in _DETAILS.finditer(html):
        made += _between(html, position, found.start(), first, path, leftouts)
        made += re.sub(r"(?<=\w)\s[^<>]*", "", found[0]).lower()
        position = found.end()
    return made + _between(html, position, len(html), first, path, leftouts)


def _write_summary(found: re.Match[str]) -> str:
    words = re.sub(r"</?(?!(?:b|i|code)\b)[a-z][^<>]*>", "", found["words"], flags=re.IGNORECASE)
    lines = found[0].count("\n")
    return f"<summary>{' '.join(words.split())}</summary>" + "\n" * lines


def _between(html: str, start: int, end: int, first: int, path: str, leftouts: LeftOuts) -> str:
    piece = html[start:end]
    if "<" not in piece or html.endswith("<summary>", 0, start):
        return piece
    words = piece.strip()
    lead, tail = piece[: piece.find(words)], piece[piece.find(words) + len(words) :]
    made = _make(words, first + html.count("\n", 0, start), path, leftouts)
    return lead + made + "\n" * (words.count("\n") - made.count("\n")) + tail


# --- within lines ---


class _Tag(NamedTuple):
    name: str
    start: int
    end: int
    attributes: dict[str, str]


def _read_tag(found: re.Match[str]) -> _Tag:
    attributes = {
        one[1].lower(): unescape(one[2] or one[3] or one[4] or "")
        for one in _ATTRIBUTE.finditer(found["more"])
    }
    return _Tag(found["name"].lower(), found.start(), found.end(), attributes)


def _write_inline(text: str) -> str:
    edits: list[tuple[int, int, str]] = []
    open_: dict[str, list[_Tag]] = {}
    for found in _TAG.finditer(text):
        tag = _read_tag(found)
        if tag.name not in _ELEMENTS:
            continue
        if tag.name in _ALONE:
            edits.append((tag.start, tag.end, _ALONE[tag.name](tag)))
        elif not found["close"]:
            open_.setdefault(tag.name, []).append(tag)
        elif open_.get(tag.name):
            edits += _write_pair(text, open_[tag.name].pop(), tag)
        else:
            edits.append((tag.start, tag.end, ""))
    # what is never closed
    edits += [(tag.start, tag.end, "") for tags in open_.values() for tag in tags]
    return _apply(text, sorted(edits))


def _apply(text: str, edits: list[tuple[int, int, str]]) -> str:
    made, position = [], 0
    for start, end, new in edits:
        if start >= position:
            made += [
                text[position:start],
                new,
                "\n" * (text.count("\n", start, end) - new.count("\n")),
            ]
            position = end
    return "".join(made) + text[position:]


def _write_pair(text: str, opening: _Tag, closing: _Tag) -> list[tuple[int, int, str]]:
    """Return what stands for the two tags of an element."""
    inner = text[opening.end : closing.start]
    before = behind = ""
    name, words = opening.name, inner.strip()
    href = opening.attributes.get("href", "").strip()
    if not words or re.search(r"\n[ \t]*\n", inner):
        pass
    elif name in _SHOWN_AS:
        before = behind = _SHOWN_AS[name]
    elif name in _READ:
        before, behind = f"<{name}>", f"</{name}>"
    elif name == "abbr" and opening.attributes.get("title"):
        title = opening.attributes["title"].replace('"', "'")
        before, behind = f'<abbr title="{title}">', "</abbr>"
    elif name == "a" and href and not (href.startswith("#") and len(words) <= _NUMBER):
        before, behind = "[", f"]({write_target(href)})"
    lead, tail = len(inner) - len(inner.lstrip()), len(inner) - len(inner.rstrip())
    if not before or not words:
        lead = tail = 0
    return [
        (opening.start, opening.end + lead, inner[:lead] + before),
        (closing.start - tail, closing.end, behind + (inner[-tail:] if tail else "")),
    ]


def _write_picture(tag: _Tag) -> str:
    source = tag.attributes.get("src", "").strip()
    if not source:
        return ""
    alt = " ".join(tag.attributes.get("alt", "").split())
    alt = alt.replace("[", "\\[").replace("]", "\\]")
    width = _WIDTH.fullmatch(tag.attributes.get("width", ""))
    size = f"{{width={width[1]}{'%' if width[2] == '%' else ''}}}" if width else ""
    return f"![{alt}]({write_target(source)}){size}"


_ALONE: dict[str, Callable[[_Tag], str]] = {
    "img": _write_picture,
    "br": lambda _: "<br>",
    **dict.fromkeys(("wbr", "hr", "input", "meta", "link", "col", "basefont"), lambda _: ""),
}
"""Elements without an end."""
_ELEMENTS = frozenset({*_SHOWN_AS, *_READ, *_DROPPED, *_ALONE, "a", "abbr"})

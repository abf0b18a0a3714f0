"""Blocks around blocks: Pandoc's and Docusaurus's `:::`, Python-Markdown's `!!! note`.

What is a note becomes one; of others the text stays, without the lines around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.dialects.notes import NOTES, write_note
from digest.markdown.sourceblocks import find_source_blocks

_COLONS = lazy_regex(r"(?P<indent>[ \t]*):{3,}[ \t]*(?P<more>.*?)[ \t]*:*[ \t]*$")
_CALLOUT = lazy_regex(r"\.callout-(\w+)")
_NAME = lazy_regex(
    r"\{?\.?([A-Za-z][\w-]*)\}?(?:[ \t]*\[(?P<bracket>[^\]]*)\]|[ \t]+(?P<words>[^{}]*))?"
)
_TITLE = lazy_regex(r"\btitle=(?:\"([^\"]*)\"|'([^']*)')")
_MARKED = lazy_regex(
    r"(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]+)"
    r"(?:[ \w-]*?[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*$"
)
_HEADING = lazy_regex(r"#{1,6}[ \t]+(.*?)[ \t#]*$")
_VERBATIM = lazy_regex(r"[ ]{0,3}<(?:pre|script|style|textarea|!--)", re.IGNORECASE)
_DEEPEST = 20


class _Open(NamedTuple):
    line: int
    kind: str
    """Of a note; empty for a block that is none."""
    title: str
    indent: str


def convert_colons(text: str) -> str:
    """Return a text without the lines `:::` around blocks; those around notes make notes."""
    if ":::" not in text:
        return text
    lines = text.split("\n")
    verbatim = _find_verbatim(text)
    open_: list[_Open] = []
    for index, line in enumerate(lines):
        found = _COLONS.match(line) if ":::" in line and index not in verbatim else None
        if found is None:
            continue
        if found["more"]:
            kind, title = _read_name(found["more"])
            open_.append(_Open(index, kind, title, found["indent"]))
            lines[index] = ""
        elif open_:
            lines[index] = ""
            block = open_.pop()
            if block.kind and len(open_) < _DEEPEST:
                _write(lines, block, index)
    return "\n".join(lines)


def _read_name(more: str) -> tuple[str, str]:
    """Return the kind of a note that a block is, and its title."""
    title = _TITLE.search(more)
    words = (title[1] or title[2] or "") if title else ""
    callout = _CALLOUT.search(more)
    if callout:
        return callout[1], words
    name = _NAME.match(more)
    if name is None or name[1].lower() not in NOTES:
        return "", ""
    return name[1], words or (name["bracket"] or name["words"] or "").strip()


def _write(lines: list[str], block: _Open, end: int) -> None:
    """Put a note in the place of the lines from its first to `end`."""
    inner = lines[block.line + 1 : end]
    title = block.title
    first = next((index for index, line in enumerate(inner) if line.strip()), None)
    heading = _HEADING.match(inner[first].strip()) if first is not None else None
    if heading and first is not None and not title:
        # Quarto's title of a callout
        inner[first], title = "", heading[1]
    made = write_note(
        block.kind, title, "\n" + "".join(f"{line}\n" for line in inner), block.indent
    )
    lines[block.line : end + 1] = (block.indent + made).split("\n")[: end + 1 - block.line]


def convert_marked(text: str, depth: int = 0) -> str:
    """Return a text with notes in place of `!!! note "Title"` and the indented lines below it.

    `depth` is how many notes the text stands in.
    """
    if depth == _DEEPEST or ("!!!" not in text and "???" not in text):
        return text
    lines = text.split("\n")
    verbatim = _find_verbatim(text)
    end = 0
    for index in range(len(lines)):
        found = _MARKED.match(lines[index]) if index >= end and index not in verbatim else None
        if found is None:
            continue
        inner = f"{found['indent']}    "
        end = index + 1
        while end < len(lines) and (lines[end].startswith(inner) or not lines[end].strip()):
            end += 1
        while end > index + 1 and not lines[end - 1].strip():
            end -= 1
        shown = "".join(f"{line.removeprefix(inner)}\n" for line in lines[index + 1 : end])
        # code within it can be told from text once its lines stand at the margin
        within = convert_marked(shown, depth + 1)
        made = write_note(found["kind"], found["title"] or "", f"\n{within}")
        quoted = [f"{found['indent']}{line}" for line in made.split("\n")[: end - index]]
        lines[index:end] = quoted
    return "\n".join(lines)


def _find_verbatim(text: str) -> set[int]:
    """Return the lines, from 0, of code and of comments, in which signs of notes are none."""
    return {
        line
        for block in find_source_blocks(text)
        if block.kind == "code" or (block.kind == "html" and _VERBATIM.match(block.text))
        for line in range(block.first, block.end)
    }

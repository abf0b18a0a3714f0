"""The parts of a post, put together of what was found in it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.parts import Parts, Stretch
from digest.importing.post import LeftOut, Place
from digest.importing.recognise.textparts import find_plain_names
from digest.importing.recognise.words import REFERENCES
from digest.markdown.outline import find_marks, name_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.parts import FoundEntry
    from digest.importing.post import Post
    from digest.importing.recognise.entries import PlacedEntry
    from digest.importing.recognise.linkrows import Addresses
    from digest.importing.recognise.parsedtext import ParsedText
    from digest.markdown.outline import Block

_LONGEST_DECK = 300
_LABEL = lazy_regex(r"\[([^\[\]]{1,1000})\]")
_STRUCTURE = "digest sets such words itself"
_NOWHERE = "a link that leads nowhere"


class _Foot(msgspec.Struct, frozen=True):
    """What is defined for the whole text: a link's address, or a footnote."""

    label: str
    source: str
    uses: frozenset[str]
    """The labels in its source."""


def assemble(post: Post, parsed: ParsedText, found: Sequence[PlacedEntry]) -> Parts:
    """Return a post's parts: its text, with the entries and the references taken out of it."""
    deck = _find_deck(post, parsed, found)
    if not (found or parsed.listed or parsed.footnotes):
        text = post.text.strip("\n")
        return Parts((Stretch(text, 1),) if text.strip() else (), description=deck)
    stretches = _add_feet(list(_part(parsed, found)), list(_list_feet(parsed)))
    references = [reference for one in parsed.listed for reference in one.references]
    references += parsed.footnotes.values()
    return Parts(
        tuple(stretches),
        tuple(
            msgspec.structs.replace(one, line=parsed.numbers[one.line] + 1) for one in references
        ),
        deck,
        tuple(_list_left_out(post, parsed, found)),
    )


def _list_gone(parsed: ParsedText) -> Iterator[int]:
    """List the lines that stand elsewhere: definitions, footnotes and references."""
    for one in parsed.outline.definitions:
        yield from range(one.first, one.end)
    for note in parsed.notes:
        yield from range(note.first, note.end)
    for listed in parsed.listed:
        blocks = parsed.blocks[listed.start : listed.end]
        yield from range(blocks[0].first, blocks[-1].end)
    for heading in _list_bare(parsed):
        yield from range(heading.first, heading.end)


def _list_bare(parsed: ParsedText) -> Iterator[Block]:
    """List the headings above references that are footnotes, under which nothing is left."""
    for block, following in zip(parsed.blocks, (*parsed.blocks[1:], None), strict=True):
        is_last = following is None or (
            following.kind == "heading" and following.level <= block.level
        )
        if parsed.footnotes and is_last and block.kind == "heading":
            yield from [block] * (slugify(block.text) in REFERENCES)


def _list_feet(parsed: ParsedText) -> Iterator[_Foot]:
    found = [(one.label, one.first, one.end) for one in parsed.outline.definitions]
    found += [
        (name_label(f"^{note.label}"), note.first, note.end)
        for note in parsed.notes
        if note.first not in parsed.footnotes
    ]
    for label, first, end in found:
        source = parsed.outline.source(first, end)
        yield _Foot(label, source, _list_labels(source))


def _part(parsed: ParsedText, found: Sequence[PlacedEntry]) -> Iterator[Stretch]:
    """Part the lines by the entries among them."""
    outline, gone = parsed.outline, frozenset(_list_gone(parsed))
    names = find_plain_names(parsed.blocks)
    # what is the name of a part in plain text is a heading in Markdown
    lines = [f"## {line}" if at in names else line for at, line in enumerate(outline.lines)]
    at = 0
    entries: list[FoundEntry] = []
    for placed in [*found, None]:
        end = placed.first if placed else len(outline.lines)
        text = _text(lines, at, end, gone)
        if text.strip():
            if entries:
                yield Stretch(line=entries[0].line, entries=tuple(entries))
                entries = []
            first = next(
                line for line in range(at, end) if outline.lines[line].strip() and line not in gone
            )
            yield Stretch(text, parsed.numbers[first] + 1)
        if placed:
            line = parsed.numbers[placed.first] + 1
            entries.append(msgspec.structs.replace(placed.entry, line=line))
            at = max(placed.end, at)
    if entries:
        yield Stretch(line=entries[0].line, entries=tuple(entries))


def _text(lines: Sequence[str], start: int, end: int, gone: frozenset[int]) -> str:
    kept = [lines[line] for line in range(start, end) if line not in gone]
    text = textwrap.dedent("\n".join(kept)).strip("\n")
    # a rule that parted text from entries has nothing to part
    text = _RULES_BEHIND.sub("", text) if end < len(lines) else text
    return _RULES_BEFORE.sub("", text) if start else text


_RULE = r"(?:-{3,}|\*{3,}|_{3,}|(?:[*-] ){2,}[*-])[ \t]*"
_RULES_BEHIND = lazy_regex(rf"(?:(?:^|\n[ \t]*\n)\s*{_RULE})+\s*\Z")
_RULES_BEFORE = lazy_regex(rf"\A(?:\s*{_RULE}(?:\n|\Z))+\n*")


def _add_feet(stretches: Sequence[Stretch], feet: Sequence[_Foot]) -> list[Stretch]:
    """Add definitions of links and footnotes where they are used, others at the end."""
    used: set[str] = set()
    added: list[Stretch] = []
    for stretch in stretches:
        entries = tuple(
            msgspec.structs.replace(entry, text=_with_feet(entry.text, feet, used))
            for entry in stretch.entries
        )
        added.append(msgspec.structs.replace(stretch, entries=entries))
    texts = "\n".join(stretch.text for stretch in stretches)
    in_text = _used(texts, feet)
    rest = [foot.source for foot in feet if foot.label in in_text or foot.label not in used]
    if not rest:
        return added
    last = max((at for at, one in enumerate(added) if one.text), default=-1)
    if last < 0:
        return [*added, Stretch("\n".join(rest), 0)]
    text = f"{added[last].text}\n\n" + "\n".join(rest)
    added[last] = msgspec.structs.replace(added[last], text=text)
    return added


def _used(text: str, feet: Sequence[_Foot]) -> frozenset[str]:
    """Return the labels that a text uses, with those that they use in turn."""
    if not feet:
        return frozenset()
    labels = _list_labels(text)
    used = [foot for foot in feet if foot.label in labels]
    return labels.union(*(foot.uses for foot in used)).intersection(foot.label for foot in feet)


def _list_labels(text: str) -> frozenset[str]:
    return frozenset(name_label(found[1]) for found in _LABEL.finditer(text))


def _with_feet(text: str, feet: Sequence[_Foot], used: set[str]) -> str:
    labels = _used(text, feet)
    used |= labels
    sources = [foot.source for foot in feet if foot.label in labels]
    return "\n\n".join(filter(None, (text, "\n".join(sources))))


def _find_deck(post: Post, parsed: ParsedText, found: Sequence[PlacedEntry]) -> str:
    """Return the words of a short paragraph that is all that stands before the rest."""
    blocks = parsed.blocks
    if post.description or not blocks or blocks[0].kind != "paragraph":
        return ""
    first, following = blocks[0], blocks[1] if len(blocks) > 1 else None
    is_alone = (
        following is None
        or following.kind in {"heading", "rule"}
        or following.first in find_plain_names(blocks)
        or any(one.first == following.first for one in found)
    )
    if not is_alone or any(one.first <= first.first < one.end for one in found):
        return ""
    words = plain_words(first.text, parsed.addresses)
    return words if 0 < len(words) <= _LONGEST_DECK else ""


def plain_words(text: str, addresses: Addresses) -> str:
    """Return the words of an inline text, without its marks and addresses.

    `addresses` are those behind the labels of links.
    """
    kept, at, skipped = [], 0, [(0, 0)]
    for mark in find_marks(text, addresses):
        if mark.kind in {"strong", "emphasis", "link", "code"}:
            skipped += [(mark.start, mark.inner[0]), (mark.inner[1], mark.end)]
        elif mark.kind == "image":
            skipped.append((mark.start, mark.end))
    for start, end in sorted(skipped):
        kept.append(text[at:start])
        at = max(at, end)
    return " ".join("".join([*kept, text[at:]]).split())


def _list_left_out(
    post: Post, parsed: ParsedText, found: Sequence[PlacedEntry]
) -> Iterator[LeftOut]:
    for placed in found:
        place = _place(post, parsed, placed.first)
        yield from (LeftOut(words, _STRUCTURE, place) for words in placed.dropped)
        yield from (LeftOut(words, _NOWHERE, place) for words in placed.unaddressed)
    for one in parsed.listed:
        if one.heading:
            place = _place(post, parsed, parsed.blocks[one.start].first)
            yield LeftOut(one.heading, _STRUCTURE, place)
    for heading in _list_bare(parsed):
        yield LeftOut(heading.text, _STRUCTURE, _place(post, parsed, heading.first))


def _place(post: Post, parsed: ParsedText, line: int) -> Place:
    return post.at(parsed.numbers[line] + 1)

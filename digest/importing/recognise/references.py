"""A post's list of references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.citations.marks import find_marks as find_numbers
from digest.importing.parts import ListedReference
from digest.importing.recognise.compose import dedent
from digest.importing.recognise.paperaddresses import is_paper
from digest.importing.recognise.words import MAYBE_REFERENCES, REFERENCES
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.recognise.linkrows import Addresses
    from digest.markdown.outline import Block, Outline

_LABEL = lazy_regex(
    r"\s*(?:\*\*|__)?(?:\\?\[(?P<a>\^?\d{1,3})\\?\]|\((?P<b>\d{1,3})\)|(?P<c>\d{1,3})\\?[.):]"
    r"|(?P<d>[¹²³⁰⁴-⁹]+)|\^(?P<e>\d{1,3})\^?|(?P<f>\d{1,3}))(?:\*\*|__)?[.:]?(?:\s+|(?<=[¹²³⁰⁴-⁹\]])(?=\S))"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b|\bet al\b", 2)
_BRACKETED = lazy_regex(r"\s*\\?\[\d{1,3}\\?\]\s|\s*\(\d{1,3}\)\s|\s*[¹²³⁰⁴-⁹]")
_CITES = lazy_regex(r"(?<![\w\\])@[\w{]")
_RUN = lazy_regex(r"\s+(?=\\?\[\d{1,3}\\?\]\s)")
"""Where one reference ends and the next begins that stand on one line."""
_LONGEST = 60
_FEWEST = 2


class ReferenceList(msgspec.Struct, frozen=True):
    """A list of references in a post."""

    start: int
    """Its first block, the heading where it has one."""
    end: int
    """The block behind its last one."""
    references: tuple[ListedReference, ...]
    heading: str = ""


def find_references(
    outline: Outline, blocks: Sequence[Block], addresses: Addresses
) -> list[ReferenceList]:
    """Find the lists of references of a post."""
    found: list[ReferenceList] = []
    at = 0
    while at < len(blocks):
        listed = _read_list(outline, blocks, at, addresses)
        if listed:
            found.append(listed)
        at = listed.end if listed else at + 1
    unnamed = _find_unnamed(outline, blocks, addresses, found)
    return sorted([*found, *unnamed], key=lambda one: one.start)


def find_footnote_references(
    outline: Outline, notes: Sequence[Block], addresses: Addresses
) -> dict[int, ListedReference]:
    """Return the footnotes that name a work, by their lines."""
    found = {}
    for note in notes:
        text = "\n\n".join(dedent(outline, child) for child in note.children)
        if len(note.children) == 1 and _is_work(text, addresses):
            found[note.first] = ListedReference(f"^{note.label}", text, note.first)
    return found


def _read_list(
    outline: Outline, blocks: Sequence[Block], at: int, addresses: Addresses
) -> ReferenceList | None:
    block = blocks[at]
    slug = slugify(block.text) if len(block.text) <= _LONGEST else ""
    slug = slug.removeprefix("the-")
    if block.kind not in {"heading", "paragraph"} or slug not in REFERENCES | MAYBE_REFERENCES:
        return None
    references: list[ListedReference] = []
    end = at + 1
    while end < len(blocks):
        more = _read_block(outline, blocks[end], references)
        if more is None or (more and not references and not _may_begin(blocks[end], slug)):
            break
        if (
            blocks[end].kind == "list"
            and references
            and references[-1].label
            and (not any(one.label for one in more))
        ):
            # a dash at the beginning of a broken line
            goes_on = " - ".join([references[-1].text, *(one.text for one in more)])
            references[-1] = msgspec.structs.replace(references[-1], text=goes_on)
        else:
            references += more
        end += 1
    while end > at + 1 and blocks[end - 1].kind == "rule":
        end -= 1
    works = sum(_is_work(one.text, addresses) for one in references)
    # below the heading at the end of a text that cites by keys, the list of works is made
    is_made = end == len(blocks) and block.kind == "heading" and _cites_by_key(outline)
    is_list = bool(references) or is_made
    if slug not in REFERENCES:
        is_list = _are_cited(references, outline, block.first) and works * 2 >= len(references)
    return ReferenceList(at, end, tuple(references), block.text) if is_list else None


def _cites_by_key(outline: Outline) -> bool:
    return any("@" in line and _CITES.search(line) for line in outline.lines)


def _may_begin(block: Block, slug: str) -> bool:
    return slug in REFERENCES or block.kind == "list" or _LABEL.match(block.text) is not None


def _read_block(
    outline: Outline, block: Block, before: Sequence[ListedReference]
) -> list[ListedReference] | None:
    """Return the references in a block; None where it is of the list no more."""
    if block.kind == "list":
        return [_read_item(outline, item) for item in block.children]
    if block.kind == "rule":
        return []
    if block.kind != "paragraph":
        return None
    read = list(_read_lines(block))
    has_labels = any(one.label for one in before)
    is_work = all(one.label or _YEAR.search(one.text) or "](" in one.text for one in read)
    if (has_labels and not read[0].label) or not is_work:
        return None
    return read


def _read_item(outline: Outline, item: Block) -> ListedReference:
    text = "\n\n".join(dedent(outline, child) for child in item.children)
    number = item.label.rstrip(".)")
    found = _LABEL.match(text)
    if found and (found["a"] or found["b"] or found["d"]):
        return _make(text, item.first)
    return ListedReference(number if number.isdigit() else "", text.strip(), item.first)


def _read_lines(block: Block) -> Iterator[ListedReference]:
    """Return the references of a paragraph: a line with a label begins one."""
    if _BRACKETED.match(block.text) and len(_RUN.split(block.text)) > 1:
        yield from (_make(text, block.first) for text in _RUN.split(block.text))
        return
    lines = block.text.split("\n")
    starts = [at for at, line in enumerate(lines) if at == 0 or _LABEL.match(line)]
    if not _LABEL.match(lines[0]):
        starts = [at for at, line in enumerate(lines) if at == 0 or _is_alone(lines, at)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _make("\n".join(lines[start:end]), block.first + start)


def _is_alone(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line without a label is a reference of its own."""
    is_behind = lines[at - 1].endswith(("\\", "  ", ".", ")")) or all(map(_YEAR.search, lines))
    return is_behind and bool(_YEAR.search(lines[at]))


def _make(text: str, line: int) -> ListedReference:
    found = _LABEL.match(text)
    if not found:
        return ListedReference("", text.strip(), line)
    label = next(filter(None, found.groups()))
    return ListedReference(label.translate(_RAISED), text[found.end() :].strip(), line)


def _is_work(text: str, addresses: Addresses) -> bool:
    """Tell whether a text names a work: it has a year and more, or leads to a paper."""
    links = [mark.address for mark in find_marks(text, addresses) if mark.kind == "link"]
    return any(map(is_paper, links)) or bool(
        _YEAR.search(text) and len(text.split()) > 4 and len(text) < 600  # noqa: PLR2004 -- a title
    )


def _find_unnamed(
    outline: Outline, blocks: Sequence[Block], addresses: Addresses, taken: Sequence[ReferenceList]
) -> Iterator[ReferenceList]:
    """Find lists without a heading: of `[1]`, `(1)` or raised numbers; of `1.` near the end."""
    named = {at for one in taken for at in range(one.start, one.end)}
    start = 0
    while start < len(blocks):
        end = start
        references: list[ListedReference] = []
        while end < len(blocks) and end not in named and _is_numbered(blocks, end):
            block = blocks[end]
            is_list = block.kind == "list"
            references += (
                [_read_item(outline, item) for item in block.children]
                if is_list
                else _read_lines(block)
            )
            end += 1
        if _may_be_listed(references, addresses) and _are_cited(
            references, outline, blocks[start].first
        ):
            yield ReferenceList(start, end, tuple(references))
        start = max(end, start + 1)


def _is_numbered(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a block may be a reference, or several."""
    block = blocks[at]
    if block.kind == "list":
        # what stands further up may be a list of papers that the post is about
        behind = blocks[at + 1 :]
        is_near_end = len(behind) <= _MOST_BEHIND and all(
            one.kind in {"paragraph", "rule", "list"} for one in behind
        )
        return block.children[0].label[0].isdigit() and is_near_end
    return block.kind == "paragraph" and bool(_BRACKETED.match(block.text))


def _may_be_listed(references: Sequence[ListedReference], addresses: Addresses) -> bool:
    works = sum(_is_work(one.text, addresses) for one in references)
    return len(references) >= _FEWEST and works >= _SURE * len(references)


def _are_cited(references: Sequence[ListedReference], outline: Outline, first: int) -> bool:
    """Tell whether the text before a line cites half of the references by their numbers."""
    labels = {one.label for one in references if one.label}
    cited: set[str] = set()
    for mark in find_numbers("\n".join(outline.lines[:first]), labels):
        cited.update(mark.choose(labels))
    return 0 < len(references) <= 2 * len(labels & cited)


_MOST_BEHIND = 4
"""Blocks behind a list that may be a post's closing words."""
_SURE = 0.8
"""How many items of a list without a heading must look like works."""

"""Raised numbers in their place: close to the words, and behind the signs."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeGuard

import msgspec

from digest.basics.fragments import Citation
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.basics.fragments import Hole, Parts

_SPACES = " \n\N{NO-BREAK SPACE}"
_MARKS = "(?:em|strong|s)"
_OPENING = ("<em>", "<strong>", "<s>")
_BEHIND = lazy_regex(
    # the ends of emphasis, quotation marks that close, the signs of a sentence
    rf"((?:</{_MARKS}>)*)((?:\u202f?[”“»«›‹’‘](?!\w))*)((?:</{_MARKS}>)*)([.,;:!?…]*)"
)
_RAISING = lazy_regex(r"(?:</math>|</sup>(?:</\w+>)*|[0-9\xb2\xb3\xb9\u2070-\u2099])$")
"""What a raised number would be an exponent of, or another digit."""
_APART = "\N{NARROW NO-BREAK SPACE}"
_EMPTY = lazy_regex(rf"<({_MARKS})></\1>")


@functools.lru_cache(maxsize=256)
def raise_citations(parts: Parts) -> Parts:
    """Set raised numbers close: without the space before them, and behind a sign that follows.

    `machine [@key].` becomes `machine.` and the number, as English typography has it and Pandoc
    (User's Guide, `notes-after-punctuation`): behind points, commas and quotation marks, before
    dashes and brackets. East Asian signs stay behind the number. Citations that stand side by
    side become one, or 1 and 2 would be read as 12. A citation in running text stays where it
    is, and so does one with words, which are not raised.

    What was raised last is held: an edition's page and those of its entries have the same texts.
    """
    raised = _join(parts)
    for index, part in enumerate(raised):
        before = raised[index - 1] if index else None
        if not isinstance(part, Citation) or part.in_text or not isinstance(before, str):
            continue
        if not _is_raised(part):
            # words in brackets do not touch the word before
            raised[index - 1] = before + " " if before[-1:].isalnum() else before
            continue
        after = raised[index + 1] if index + 1 < len(raised) else None
        text = after if isinstance(after, str) else ""
        raised[index - 1], moved = _move(before, text)
        if moved:
            raised[index + 1] = text[moved:]
        elif text.startswith("<sup"):
            raised[index + 1] = _APART + text
    return tuple(raised)


def _move(before: str, after: str) -> tuple[str, int]:
    """Return what stands before a number once it is raised, and how much of `after` is there."""
    spaced = before
    while spaced.endswith(_OPENING):
        spaced = spaced[: spaced.rindex("<")]
    words = spaced.rstrip(_SPACES)
    # behind words, or a tag that closes, but behind none that opens
    if not words or (words.endswith(">") and not words.startswith("</", words.rfind("<"))):
        return before, 0
    close = words + before[len(spaced) :]
    behind = _BEHIND.match(after)
    if not behind or not (behind[2] or behind[4]):
        return close + (_APART if _is_raising(words) else ""), 0
    text = close + behind[0]
    while (emptied := _EMPTY.sub("", text)) != text:
        text = emptied
    return text, behind.end()


def _is_raising(words: str) -> bool:
    # most text ends in a letter: it need not be read from its begin
    return not words[-1].isalpha() and bool(_RAISING.search(words))


def _is_raised(part: str | Hole) -> TypeGuard[Citation]:
    """Tell whether a part is a citation of numbers alone; words are not raised."""
    return isinstance(part, Citation) and not (
        part.in_text or any(item.prefix or item.suffix for item in part.items)
    )


def _join(parts: Parts) -> list[str | Hole]:
    """Make one citation of those that nothing but a space parts."""
    joined: list[str | Hole] = []
    run: list[Citation] = []
    spaces: list[str] = []
    for part in parts:
        if _is_raised(part):
            run.append(part)
            spaces = []
        elif run and isinstance(part, str) and not part.strip(_SPACES):
            spaces.append(part)
        else:
            joined += (*_together(run), *spaces, part)
            run, spaces = [], []
    return [*joined, *_together(run), *spaces]


def _together(run: list[Citation]) -> list[Citation]:
    if len(run) < 2:  # noqa: PLR2004 -- one is itself
        return run
    items = tuple(item for citation in run for item in citation.items)
    return [msgspec.structs.replace(run[0], items=items)]

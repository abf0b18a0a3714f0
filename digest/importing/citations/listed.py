"""The references that a post lists, each with what it says and the work that it is of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import shorten
from digest.basics.works import Work
from digest.citing.comparison import title_words
from digest.importing.citations.labels import is_number
from digest.importing.citations.marks import find_marks
from digest.importing.citations.references import TypedReference, is_reference, read_reference
from digest.importing.linktargets import list_targets
from digest.importing.papers.differences import Typed, find_differences
from digest.importing.papers.typed import stands_in_place
from digest.importing.parts import Fault
from digest.importing.plaintext import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digest.importing.citations.bibliography import Bibliography
    from digest.importing.citations.footnotes import Footnote
    from digest.importing.parts import ListedReference


class Listed(msgspec.Struct, frozen=True):
    """An item of a list of references."""

    label: str
    """What marks lead to it by: `6`, `^6` for a footnote; one that nobody types, where the list
    has no numbers."""
    line: int
    text: str
    read: TypedReference
    key: str = ""
    """Of its work, as a citation has it; empty for a note, which is no reference."""
    work: Work | None = None

    @property
    def shown(self) -> str:
        """How a message names it."""
        named = f"reference {self.label}, " if is_number(self.label) else ""
        return f"{named}'{shorten(plain_text(self.text), 80)}'"


def is_counted(references: Sequence[ListedReference], texts: Iterable[str]) -> bool:
    """Tell whether a list without numbers is cited by them: texts cite from 1 on, and no gap."""
    if any(one.label for one in references):
        return False
    labels = {str(number) for number in range(1, len(references) + 1)}
    cited: set[str] = set()
    for mark in (mark for text in texts for mark in find_marks(text, labels)):
        if mark.form in {"raised", "bracket"}:
            cited.update(mark.choose(labels))
    return len(cited) > 1 and cited == {str(number) for number in range(1, len(cited) + 1)} & labels


def read_list(
    references: Sequence[ListedReference], bibliography: Bibliography, *, counted: bool = False
) -> tuple[Listed, ...]:
    """Take the items of a post's list apart.

    Items without a label get that of their place, where they are `counted`, else one that stands
    nowhere.
    """
    items = []
    for place, one in enumerate(references):
        read = read_reference(one.text)
        unlabelled = str(place + 1) if counted else f"\0{place}"
        label = one.label.strip().strip("[]().") or unlabelled
        label = label.lstrip("0") or label
        items.append(_name(label, one.line, one.text, read, bibliography, is_footnote=False))
    return tuple(items)


def read_footnote(footnote: Footnote, line: int, bibliography: Bibliography) -> Listed:
    """Take a footnote apart, which may be a reference."""
    read = read_reference(footnote.text)
    label = f"^{footnote.label}"
    return _name(label, line, footnote.text, read, bibliography, is_footnote=True)


def _name(
    label: str,
    line: int,
    text: str,
    read: TypedReference,
    bibliography: Bibliography,
    *,
    is_footnote: bool,
) -> Listed:
    if not is_reference(read, is_footnote=is_footnote):
        return Listed(label, line, text, read)
    named = bibliography.name(read)
    return Listed(label, line, text, read, named.key, named.work)


# --- what is wrong with a list ------------------------------------------------------------------


def check_list(items: Sequence[Listed], path: str, *, counted: bool) -> Iterator[Fault]:
    """Find what is wrong with a list of references, whatever the text cites of it."""
    yield from _check_numbers(items, path)
    if counted:
        message = "the list of references has no numbers, and the text cites by numbers"
        yield Fault("number-none", path, items[0].line, message, "each has that of its place")
    first: dict[str, Listed] = {}
    for one in items:
        for address in list_targets(one.text):
            # `#fnref6` leads back to where the reference is cited
            if stands_in_place(address):
                message = f"'{address}' stands in place of an address in {one.shown}"
                yield Fault("placeholder", path, one.line, message, "left out")
        if not one.key:
            continue
        earlier = first.setdefault(one.key, one)
        if earlier is not one:
            message = f"{one.shown} is the same work as {earlier.shown}"
            yield Fault("reference-double", path, one.line, message, "made one")
        if one.read.id and one.read.id.key != one.key:
            continue
        if one.work:
            yield from _compare(one, one.work, path)
        elif not one.read.id and not one.read.told.is_parsed:
            message = f"{one.shown} does not tell its authors from its title"
            done = f"the whole is the title of '{one.key}' in references.bib"
            yield Fault("reference-unread", path, one.line, message, done)


def _check_numbers(items: Sequence[Listed], path: str) -> Iterator[Fault]:
    numbered = [one for one in items if is_number(one.label)]
    counts = Counter(one.label for one in numbered)
    seen: set[str] = set()
    for one in numbered:
        if counts[one.label] > 1 and one.label in seen:
            message = f"the number {one.label} stands {counts[one.label]} times in the list"
            yield Fault("number-double", path, one.line, message, "the first is cited")
        seen.add(one.label)
    last = 0
    for one in sorted(numbered, key=lambda one: int(one.label)):
        number = int(one.label)
        if number > last + 1:
            before = f"goes from {last} to {number}" if last else f"begins with {number}"
            message = f"the list of references {before}"
            yield Fault("number-gap", path, one.line, message, "numbered anew")
        last = number


def _compare(one: Listed, work: Work, path: str) -> Iterator[Fault]:
    """Compare a reference with the record of its work."""
    read = one.read
    recorded, whole = ("".join(title_words(text)) for text in (work.title, read.plain))
    is_titled = recorded in whole or not read.plain
    typed = Typed(
        "" if is_titled else read.told.title,
        read.told.authors if read.told.is_parsed else (),
        (read.told.year,) if read.told.year else (),
    )
    for found in find_differences(typed, work):
        message = f"{one.shown}: {found.message}"
        if found.kind == "year-differs" and (venue := _venue(one)):
            message += f", which may be the year of '{venue}'"
        yield Fault(found.kind, path, one.line, message, found.done)


def _venue(one: Listed) -> str:
    """Return where a preprint appeared later, as the reference says."""
    is_preprint = bool(one.work and one.work.arxiv)
    rest = one.read.told.rest
    return shorten(rest) if is_preprint and rest and "arxiv" not in rest.casefold() else ""

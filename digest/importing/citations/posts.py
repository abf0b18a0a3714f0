"""A post's marks made citations, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import shorten
from digest.citing.library import cite
from digest.importing.citations.authoryear import find_named
from digest.importing.citations.footnotes import find_footnotes
from digest.importing.citations.labels import RAISED, is_number
from digest.importing.citations.listed import (
    Listed,
    check_list,
    is_counted,
    read_footnote,
    read_list,
)
from digest.importing.citations.marks import WEAK, Mark, find_marks
from digest.importing.parts import Fault, FoundEntry, Parts, Stretch

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from digest.importing.citations.bibliography import Bibliography

_ENOUGH = {"parenthesis": 0.5, "glued": 0.34}
"""What part of a list a weaker form of marks must lead to, to be taken for marks."""
_RAISE = str.maketrans("0123456789", RAISED)


class Cited(msgspec.Struct, frozen=True):
    """A post with citations in place of its marks."""

    parts: Parts
    """Its list of references has only what could not be made a citation."""
    has_references: bool = False
    """Whether it had a list, and cites of it."""
    uncited: tuple[str, ...] = ()
    """Keys of works that are listed and cited nowhere."""
    faults: tuple[Fault, ...] = ()


class _Text(msgspec.Struct, frozen=True):
    """A text of a post, and the line on which its stretch or its entry begins."""

    text: str
    line: int


def make_citations(
    parts: Parts,
    path: str,
    source: str,
    bibliography: Bibliography,
    covered: Collection[str] = (),
) -> Cited:
    """Put citations in place of the marks that lead to the references which a post lists.

    `path` and `source` are where the post stands, and its whole text: there the lines of faults
    are looked up; `covered` are the keys of the papers that its entries cover, which need not be
    cited. Footnotes that are references become citations, too; those that are notes go
    with the text that has their mark.
    """
    return _Post(parts, path, source, bibliography).cite(covered)


class _Post:
    def __init__(self, parts: Parts, path: str, source: str, bibliography: Bibliography) -> None:
        self.path = path
        self.lines = source.split("\n")
        self.parts = parts
        self.texts = list(_texts(parts))
        self.counted = is_counted(parts.references, (one.text for one in self.texts))
        self.items = read_list(parts.references, bibliography, counted=self.counted)
        self.footnotes: dict[str, Listed] = {}
        self._take_footnotes(bibliography)
        self.by_label: dict[str, Listed] = {}
        for one in (*self.items, *self.footnotes.values()):
            self.by_label.setdefault(one.label, one)
        if not any(is_number(one.label) for one in self.items):
            # `[3]` beside footnotes that are references is one of them
            for one in (*self.items, *self.footnotes.values()):
                if one.key and one.label.startswith("^"):
                    self.by_label.setdefault(one.label[1:], one)
        self.cited: list[str] = []
        """The labels that are cited, by first appearance."""
        self.numbers: list[tuple[int, int]] = []
        """The numbers up to the highest of the list, by first appearance, and in which line."""
        self.faults: list[Fault] = []

    def cite(self, covered: Collection[str]) -> Cited:
        if not self.by_label:
            return Cited(self.parts)
        marks = self._find_all()
        reached = 0
        cited = []
        for one, found in zip(self.texts, marks, strict=True):
            settled = []
            for mark in found:
                chosen = mark.choose(self.by_label, reached)
                reached = max([reached, *(int(each) for each in chosen if is_number(each))])
                settled.append(msgspec.structs.replace(mark, labels=chosen))
            cited.append(self._rewrite(one, settled))
        labels = self.cited
        named = {self.by_label[label].key for label in labels} | set(covered)
        if self.items and not any(one.label in labels or one.key in covered for one in self.items):
            return self._leave_list(cited)
        self.faults += check_list(self.items, self.path, counted=self.counted)
        self._check_order()
        uncited = [one for one in self.items if one.key and one.key not in named]
        done = "named in 'references' of the edition"
        self.faults += [
            Fault("reference-uncited", self.path, one.line, self._say_uncited(one), done)
            for one in uncited
        ]
        left = tuple(
            reference
            for reference, one in zip(self.parts.references, self.items, strict=True)
            if not one.key and one.label not in labels
        )
        return Cited(
            msgspec.structs.replace(_with_texts(self.parts, cited), references=left),
            any(self.by_label[label].key for label in labels),
            tuple(dict.fromkeys(one.key for one in uncited)),
            tuple(sorted(self.faults, key=lambda fault: fault.line)),
        )

    def _say_uncited(self, one: Listed) -> str:
        """Say that nothing cites a reference, with the names whose last digit may be its number."""
        ends = re.compile(rf"(?<![\w/.-])[^\W\d_]\w*?{re.escape(one.label)}(?![\w/-])")
        names = [found[0] for text in self.texts for found in ends.finditer(text.text)]
        may = f"; it may be the end of '{shorten(names[0])}'" if len(names) == 1 else ""
        return f"nothing cites {one.shown}{may if is_number(one.label) else ''}"

    def _leave_list(self, cited: list[str]) -> Cited:
        """Return the post with its list as it was typed: nothing in the text leads to it."""
        count = len(self.items)
        message = f"the post lists {count} references, and no number in its text leads to them"
        fault = Fault(
            "reference-uncited", self.path, self.items[0].line, message, "the list is kept as typed"
        )
        parts = msgspec.structs.replace(
            _with_texts(self.parts, cited), references=self.parts.references
        )
        has_notes = any(one.key for one in self.footnotes.values())
        return Cited(parts, has_notes, (), (*self.faults, fault))

    # --- footnotes ---

    def _take_footnotes(self, bibliography: Bibliography) -> None:
        """Take the definitions of footnotes out of the texts: see `_rewrite` for where they go."""
        for place, one in enumerate(self.texts):
            kept, done = [], 0
            for footnote in find_footnotes(one.text):
                line = self._line_of(one, footnote.start)
                self.footnotes.setdefault(
                    footnote.label, read_footnote(footnote, line, bibliography)
                )
                kept.append(one.text[done : footnote.start])
                done = footnote.end
            if done:
                text = "".join((*kept, one.text[done:])).rstrip("\n")
                self.texts[place] = msgspec.structs.replace(one, text=text)

    # --- marks ---

    def _find_all(self) -> list[list[Mark]]:
        """Find the marks of all texts, those alone of forms that the list bears out."""
        labels = set(self.by_label)
        found = [find_marks(one.text, labels) for one in self.texts]
        led: dict[str, set[str]] = {}
        for mark in (mark for marks in found for mark in marks):
            led.setdefault(mark.form, set()).update(labels.intersection(mark.choose(labels)))
        numbers = {one.label for one in self.items if is_number(one.label)}
        forms = {form for form, reached in led.items() if reached and form not in WEAK}
        if not forms - {"footnote"}:
            least = {form: max(share * len(numbers), 1) for form, share in _ENOUGH.items()}
            weak = (form for form in WEAK if len(led.get(form, ())) >= least[form])
            forms |= set(list(weak)[:1])
        chosen = [
            [mark for mark in marks if mark.form in forms and self._may_lead(mark)]
            for marks in found
        ]
        if not numbers and self.items:
            reads = {one.label: one.read for one in self.items}
            named = [list(find_named(one.text, reads)) for one in self.texts]
            return [sorted(marks + more) for marks, more in zip(chosen, named, strict=True)]
        return chosen

    def _may_lead(self, mark: Mark) -> bool:
        """Tell whether a link may lead to the list, and not elsewhere."""
        if mark.form == "footnote":
            return mark.labels[0] in self.by_label
        if not mark.address:
            return True
        if mark.address.startswith("#") or "#" in mark.address:
            fragment = mark.address.partition("#")[2].casefold()
            return mark.address.startswith("#") or any(
                one in fragment for one in ("foot", "fn", "ref", "cite", "note", "bib")
            )
        items = [self.by_label[label] for label in mark.labels if label in self.by_label]
        return any(mark.address in one.text for one in items)

    # --- the text with citations ---

    def _rewrite(self, one: _Text, marks: Iterable[Mark]) -> str:
        pieces: list[str] = []
        notes: dict[str, str] = {}
        done = 0
        for mark in marks:
            if mark.start < done:
                continue
            new = self._cite_mark(one, mark, notes)
            if new is None:
                continue
            before = "".join((*pieces[-1:], one.text[done : mark.start]))
            spaced = (
                new.startswith("[@")
                and before[-1:]
                and (before[-1:].isalnum() or before[-1:] in ')]*_`"”’')
            )
            after = one.text[mark.end : mark.end + 1]
            pieces += [
                one.text[done : mark.start],
                " " if spaced else "",
                new,
                " " if after.isalnum() else "",
            ]
            done = mark.end
        text = "".join((*pieces, one.text[done:]))
        if notes:
            defined = "\n".join(f"[^{label}]: {note}" for label, note in notes.items())
            text = f"{text.rstrip()}\n\n{defined}\n"
        return text

    def _cite_mark(self, one: _Text, mark: Mark, notes: dict[str, str]) -> str | None:
        """Return what stands in place of a mark; None where it stays as it is."""
        items = [(label, self.by_label.get(label)) for label in mark.labels]
        lost = [label for label, item in items if item is None]
        typed = one.text[mark.start : mark.end]
        if lost:
            line = self._line_of(one, mark.start)
            numbers = [label for label in lost if label]
            named = f"the number {numbers[0]} leads" if numbers else f"'{shorten(typed)}' leads"
            if len(numbers) > 1:
                named = f"the numbers {', '.join(numbers)} lead"
            message = f"{named} to no reference of the list"
            self.faults.append(Fault("number-undefined", self.path, line, message, "left as text"))
        self._note_order(one, mark)
        found = [item for _, item in items if item is not None]
        if not found:
            return None
        self.cited += dict.fromkeys(item.label for item in found if item.label not in self.cited)
        keys = list(dict.fromkeys(item.key for item in found if item.key))
        text = "; ".join(f"{'-' if mark.form == 'years' else ''}{cite(key)}" for key in keys)
        tail = f", {mark.tail}" if mark.tail else ""
        cited = f"[{text}{tail}]" if keys else ""
        for item in found:
            if not item.key:
                label = item.label.strip("^\0")
                notes[label] = item.text
                cited += f"[^{label}]"
        if mark.form == "years":
            cited = f" {cited}"
        return cited + "".join(_as_typed(label, mark) for label in lost if label)

    # --- what is wrong ---

    def _note_order(self, one: _Text, mark: Mark) -> None:
        """Note which numbers appear in a mark for the first time."""
        listed = [int(label) for label in self.by_label if is_number(label)]
        seen = {number for number, _ in self.numbers}
        for number in map(int, filter(is_number, mark.labels)):
            if number not in seen and 0 < number <= max(listed, default=0):
                self.numbers.append((number, self._line_of(one, mark.start)))

    def _check_order(self) -> None:
        numbers = self.numbers
        if [number for number, _ in numbers] == sorted(number for number, _ in numbers):
            return
        late = next(
            place for place in range(1, len(numbers)) if numbers[place][0] < numbers[place - 1][0]
        )
        shown = ", ".join(str(number) for number, _ in numbers)
        message = (
            f"the numbers come in the order {shorten(shown, 80)}: {numbers[late][0]} is cited first"
            f" behind {numbers[late - 1][0]}"
        )
        self.faults.append(
            Fault("number-order", self.path, numbers[late][1], message, "numbered anew")
        )

    def _line_of(self, one: _Text, offset: int) -> int:
        """Return the line of the post's text in which something of a text stands."""
        begin = one.text.rfind("\n", 0, offset) + 1
        sought = one.text[begin:].partition("\n")[0].strip()
        first = max(one.line - 1, 0)
        for number, line in enumerate(self.lines[first:], start=first + 1):
            if sought and sought in line:
                return number
        return one.line


def _as_typed(label: str, mark: Mark) -> str:
    """Return a number that leads nowhere in the form that it had."""
    if mark.form == "parenthesis":
        return f" ({label})"
    return label.translate(_RAISE) if mark.form in {"raised", "glued"} else f" [{label}]"


def _texts(parts: Parts) -> Iterator[_Text]:
    for stretch in parts.stretches:
        if stretch.text:
            yield _Text(stretch.text, stretch.line)
        yield from (_Text(entry.text, entry.line) for entry in stretch.entries)


def _with_texts(parts: Parts, texts: Sequence[str]) -> Parts:
    """Return parts with other texts, in the order of `_texts`."""
    new = iter(texts)
    stretches = []
    for stretch in parts.stretches:
        text = next(new) if stretch.text else ""
        entries: tuple[FoundEntry, ...] = tuple(
            msgspec.structs.replace(entry, text=next(new)) for entry in stretch.entries
        )
        stretches.append(Stretch(text, stretch.line, entries))
    return msgspec.structs.replace(
        parts, stretches=tuple(stretches), description=_without_marks(parts)
    )


def _without_marks(parts: Parts) -> str:
    """Return the deck without the marks in it: it stands in lists, which have no references."""
    text = parts.description
    labels = {one.label for one in parts.references}
    for mark in reversed(find_marks(text, labels)):
        is_listed = all(label in labels for label in mark.labels)
        if mark.form == "footnote" or (is_listed and mark.form not in WEAK):
            text = text[: mark.start].rstrip() + text[mark.end :]
    return text

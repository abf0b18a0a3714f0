"""The report of an import: what came in, what was wrong with it, and what is to be done now."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import count_of, printable, shorten
from digest.importing.parts import Fault, FaultKind
from digest.importing.post import LeftOut
from digest.importing.readers import mask_addresses
from digest.importing.writing.ledger import LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

REPORT: Final = "import-report.md"
"""From the newsletter's root."""

FAULTS: dict[FaultKind, str] = {
    "paper-differs": "Ids and links that lead to another paper than the title names",
    "paper-unknown": "Papers without an id or an address",
    "covered-twice": "Papers that are covered more than once",
    "title-differs": "Titles that differ from the paper's record",
    "title-old": "Titles that the paper had earlier",
    "author-differs": "Authors that differ from the paper's record",
    "year-differs": "Years that differ from the paper's record",
    "number-undefined": "Numbers that lead to no reference",
    "number-double": "Numbers that stand twice in a list of references",
    "number-order": "Numbers that are out of order",
    "number-gap": "Numbers that are missing",
    "number-none": "Lists of references without numbers",
    "reference-uncited": "References that nothing cites",
    "reference-double": "References that stand twice in a list",
    "reference-unread": "References of which no title can be told",
    "placeholder": "Placeholders",
    "address-broken": "Links that are no addresses",
    "link-broken": "Links between posts that lead to none",
    "word-lost": "Words that are in no file",
}
"""The heading of each kind of fault, in the order of the report."""


class Counts(msgspec.Struct, frozen=True):
    """How much there is of an archive in the newsletter."""

    posts: int
    editions: int
    pages: int
    entries: int
    works: int
    """Different papers that entries are of."""


class Waiting(msgspec.Struct, frozen=True):
    """Posts that come in only when the editor says so. Nothing of them is told but their number."""

    what: str
    """As `drafts`."""
    option: str
    """What lets them in: `--drafts`."""
    count: int


class Report(msgspec.Struct, frozen=True):
    """All that is to be said of an import."""

    source: str
    """What was imported, as `a Substack export, 'export.zip'`."""
    counts: Counts
    faults: tuple[Fault, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    edited: tuple[tuple[str, ...], ...] = ()
    """Of each edition or page whose post would make other files now, and that was left alone since
    somebody has changed it here: the files that were changed."""
    gone: tuple[str, ...] = ()
    """The files of editions and pages whose posts an earlier import found in the source."""
    notes: tuple[str, ...] = ()
    """What the editor is to do besides, each a sentence in Markdown."""


def format_report(report: Report) -> str:
    """Return the report as Markdown."""
    return "\n".join(_list_lines(report)).rstrip() + "\n"


def join_reports(new: str, before: str) -> str:
    """Return a report, and behind it those of other sources that the file had `before`."""
    title = new.partition("\n")[0]
    starts = [found.start() for found in _START.finditer(before)]
    parts = [before[start:end] for start, end in itertools.pairwise([*starts, len(before)])]
    others = [part.rstrip() + "\n" for part in parts if part.partition("\n")[0] != title]
    return "\n".join((new, *others))


_TITLE = "# Imported from "
_START = lazy_regex(rf"(?m)^{_TITLE}")


def summarise(counts: Counts) -> str:
    """Say how much came in, on one line."""
    parts = [count_of(counts.editions, "edition"), count_of(counts.entries, "entry", "entries")]
    parts += [f"of {count_of(counts.works, 'paper')}"] if counts.works else []
    parts += [count_of(counts.pages, "page")] if counts.pages else []
    return f"{count_of(counts.posts, 'post')}: {', '.join(parts).replace(', of ', ' of ')}"


def count_faults(faults: Iterable[Fault]) -> tuple[tuple[FaultKind, int], ...]:
    """Return how many faults there are of each kind, in the order of the report."""
    counted = Counter(fault.kind for fault in faults)
    return tuple((kind, counted[kind]) for kind in FAULTS if counted[kind])


def group_left_out(left_out: Iterable[LeftOut]) -> tuple[tuple[str, tuple[LeftOut, ...]], ...]:
    """Return what was left out by the reason, the most frequent first."""
    groups: dict[str, list[LeftOut]] = {}
    for one in left_out:
        groups.setdefault(one.reason, []).append(one)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple((reason, tuple(found)) for reason, found in ordered)


def describe_waiting(waiting: Waiting) -> str:
    """Say how many posts do not come in, and what lets them in."""
    return f"{waiting.what}: {waiting.count:,}; `{waiting.option}` lets them in"


def _list_lines(report: Report) -> Iterator[str]:
    yield from (f"{_TITLE}{report.source}", "", f"{summarise(report.counts)}.", "")
    yield from _list_next(report)
    yield from _list_faults(report.faults)
    yield from _list_edited(report.edited)
    yield from _list_gone(report.gone)
    yield from _list_left_out(report)


def _list_next(report: Report) -> Iterator[str]:
    yield from ("## What to do next", "")
    steps = [
        "`digest fetch` gets the facts of the papers, and says which ids are no paper's.",
        "`digest check` names what is still wrong, each with its place and a way to mend it.",
        "`digest serve` shows all of it.",
        *report.notes,
    ]
    yield from (f"- {step}" for step in steps)
    yield ""


def _list_faults(faults: Sequence[Fault]) -> Iterator[str]:
    if not faults:
        return
    yield from ("## What was wrong", "")
    for kind, count in count_faults(faults):
        yield from (f"### {FAULTS[kind]} ({count:,})", "")
        for fault in sorted((one for one in faults if one.kind == kind), key=_order):
            done = f"; {_safe(fault.done)}" if fault.done else ""
            yield f"- {_place(fault.path, fault.line)}{_safe(fault.message)}{done}"
        yield ""


def _list_edited(edited: Sequence[Sequence[str]]) -> Iterator[str]:
    if not edited:
        return
    yield from (f"## Left as they are ({len(edited):,})", "")
    yield "Their posts would make other files now, and these were changed here, or the ledger does"
    yield "not have them, so nothing was written. To have one made anew, delete its files here"
    yield from (f"and its line in `{LEDGER}`, and import again.", "")
    for touched in edited:
        yield f"- {', '.join(f'`{one}`' for one in touched)}"
    yield ""


def _list_gone(gone: Sequence[str]) -> Iterator[str]:
    if not gone:
        return
    yield from (f"## No longer in the source ({len(gone):,})", "")
    yield "Their posts came in earlier, and the source has them no more. They are left as they are:"
    yield from ("delete here those that you do not want either.", "")
    yield from (f"- `{path}`" for path in gone)
    yield ""


def _list_left_out(report: Report) -> Iterator[str]:
    if not report.left_out and not report.waiting:
        return
    yield from ("## What was left out", "")
    for waiting in report.waiting:
        yield from (f"### {_capital(describe_waiting(waiting))}", "")
    for reason, found in group_left_out(report.left_out):
        yield from (f"### {_capital(_safe(reason))} ({len(found):,})", "")
        yield from _list_alike(found)
        yield ""


def _list_alike(found: Iterable[LeftOut]) -> Iterator[str]:
    """List things, those that are the same once: with the first place, and how many there are."""
    alike: dict[str, list[LeftOut]] = {}
    for one in found:
        alike.setdefault(_safe(one.what), []).append(one)
    for what, same in alike.items():
        more = f" and elsewhere, {len(same):,} times in all" if len(same) > 1 else ""
        yield f"- {_place(same[0].place.path, same[0].place.line, more)}{what}"


def _order(fault: Fault) -> tuple[str, int, str]:
    return fault.path, fault.line, fault.message


def _place(path: str, line: int, more: str = "") -> str:
    """Return a place as it stands before what is said of it; nothing for the whole source."""
    if not path:
        return ""
    return f"`{printable(path)}`" + (f", line {line}" if line else "") + f"{more}: "


_LONGEST = 300


_KEY = lazy_regex(r"(?i)(\b[\w-]*(?:key|token|secret|password|nonce)\s*=\s*[\"']?)[^\s\"'&\]]+")


def _safe(text: str) -> str:
    """Return a text of the source as it may be told: without addresses of readers, and keys."""
    without = mask_addresses(printable(text))
    return shorten(_KEY.sub(r"\1(a key)", without), _LONGEST)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

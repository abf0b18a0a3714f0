"""Problems printed: for people, for programs, and for GitHub's annotations."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics.diagnostics import Diagnostic

_FIELDS = ("path", "line", "column", "severity", "rule", "message", "hint", "fix")


_SHOWN = 20
"""How many warnings of a rule, or errors that say the same, are shown if not all are asked for."""
_TOLD_ONCE = frozenset({"address-gone"})
"""Rules of which no later run could show the rest."""


def format_text(diagnostics: Sequence[Diagnostic], all_by: str = "digest check --all") -> str:
    """Return a line for each problem, its hint below it, and a summary.

    Of many warnings of a rule the last ones are shown, which are those of the newest editions; of
    many errors in a file that say the same, the first ones. The others are counted at the end.
    `all_by` is what shows them all; where it is empty they are shown now.
    """
    left_out = _find_left_out(diagnostics) if all_by else frozenset()
    lines = []
    for index, one in enumerate(diagnostics):
        if index in left_out:
            continue
        place = f"{one.path}:{one.line}:{one.column}"
        lines.append(printable(f"{place}: {one.severity}[{one.rule}]: {one.message}"))
        if one.hint:
            lines.append(printable(f"  hint: {one.hint}"))
    counts = Counter(diagnostics[index].rule for index in left_out)
    for rule, count in sorted(counts.items()):
        lines.append(f"{count:,} more of {rule}; '{all_by}' shows them")
    return "\n".join((*lines, summarise(diagnostics)))


def _find_left_out(diagnostics: Sequence[Diagnostic]) -> frozenset[int]:
    """Return which are not shown, by their indexes."""
    warnings: defaultdict[str, list[int]] = defaultdict(list)
    errors: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(diagnostics):
        if one.severity == "error":
            errors[one.path, one.rule, one.message].append(index)
        elif one.rule not in _TOLD_ONCE:
            warnings[one.rule].append(index)
    return frozenset(
        itertools.chain(
            *(found[:-_SHOWN] for found in warnings.values()),
            *(found[_SHOWN:] for found in errors.values()),
        )
    )


def summarise(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many errors and warnings there are, in words."""
    counts = [
        (sum(one.severity == severity for one in diagnostics), severity)
        for severity in ("error", "warning")
    ]
    named = [f"{count:,} {word}{'s' if count > 1 else ''}" for count, word in counts if count]
    return ", ".join(named) or "no problems"


def format_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a JSON list with an object for each problem.

    Its `fix` is a list of the edits that mend it: line, column, old, new; empty where none does.
    """
    objects = [
        {field: msgspec.to_builtins(getattr(one, field)) for field in _FIELDS}
        for one in diagnostics
    ]
    # a build prints no JSON
    import json  # noqa: PLC0415

    return json.dumps(objects, ensure_ascii=False, indent=2)


def format_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a workflow command for each problem, which GitHub shows beside the line.

    The form is that of GitHub's "Workflow commands for GitHub Actions".
    """
    return "\n".join(_annotation(one) for one in diagnostics)


def _annotation(one: Diagnostic) -> str:
    text = f"{one.message}\nhint: {one.hint}" if one.hint else one.message
    text = "\n".join(map(printable, text.split("\n")))
    properties = ",".join(
        f"{name}={_escape(str(value), ':,')}"
        for name, value in (
            ("file", printable(one.path)),
            ("line", one.line),
            ("col", one.column),
            ("title", one.rule),
        )
    )
    return f"::{one.severity} {properties}::{_escape(text)}"


def _escape(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FOR_PROGRAMS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "json": format_json,
    "github": format_github,
}

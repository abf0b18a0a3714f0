"""Problems printed: for people, for programs, and for GitHub's annotations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.basics.diagnostics import Diagnostic

_FIELDS = ("path", "line", "column", "severity", "rule", "message", "hint", "fix")


_SHOWN = 20
"""How many warnings of a rule are shown where not all of them are asked for."""
_TOLD_ONCE = frozenset({"address-gone"})
"""Rules of which no later run could show the rest."""


def format_text(diagnostics: Sequence[Diagnostic], all_by: str = "digest check --all") -> str:
    """Return a line for each problem, its hint below it, and a summary.

    Every error is shown. Of many warnings of a rule the last ones are, which are those of the
    newest editions, and the others are counted at the end. `all_by` is what shows them all;
    where it is empty they are shown now.
    """
    left_out = _count_left_out(diagnostics) if all_by else {}
    before = Counter(left_out)
    lines = []
    for one in diagnostics:
        if one.severity == "warning" and before[one.rule]:
            before[one.rule] -= 1
            continue
        place = f"{one.path}:{one.line}:{one.column}"
        lines.append(printable(f"{place}: {one.severity}[{one.rule}]: {one.message}"))
        if one.hint:
            lines.append(printable(f"  hint: {one.hint}"))
    for rule, count in left_out.items():
        lines.append(f"{count:,} more of {rule}; '{all_by}' shows them")
    return "\n".join((*lines, summarise(diagnostics)))


def _count_left_out(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """Return how many warnings are not shown, by rule."""
    warnings = Counter(one.rule for one in diagnostics if one.severity == "warning")
    return {
        rule: count - _SHOWN
        for rule, count in sorted(warnings.items())
        if count > _SHOWN and rule not in _TOLD_ONCE
    }


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
    properties = ",".join(
        f"{name}={_escape(str(value), ':,')}"
        for name, value in (
            ("file", one.path),
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

"""What someone who reviews a change wants to know of a newsletter, as Markdown for GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.commands.report import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Edition
    from digest.content.load import Content
    from digest.content.units import EditionFolder

_MOST_PROBLEMS = 200
"""GitHub shows a summary of at most 1 MiB; a problem takes some hundred bytes."""


def format_summary(diagnostics: Sequence[Diagnostic], content: Content, today: str) -> str:
    """Return the problems, and the editions that a reviewer looks at, as Markdown.

    Those are the editions that are not public yet and the newest that is. `today` is
    `YYYY-MM-DD`.
    """
    lines = [f"## {_escape(content.settings.title)}", ""]
    lines += [_capital(summarise(diagnostics)) + ".", "", *_problem_table(diagnostics)]
    for folder in _to_review(content.editions, today):
        lines += _edition_lines(folder, today)
    return "\n".join(lines) + "\n"


def _problem_table(diagnostics: Sequence[Diagnostic]) -> list[str]:
    if not diagnostics:
        return []
    lines = ["| where | what | how to mend it |", "|---|---|---|"]
    for one in diagnostics[:_MOST_PROBLEMS]:
        where = f"{_escape(one.path)}:{one.line}:{one.column}"
        what = f"**{one.severity}** {_escape(one.message)} ({one.rule})"
        lines.append(f"| {where} | {what} | {_escape(one.hint)} |")
    more = len(diagnostics) - _MOST_PROBLEMS
    return [*lines, "", f"… and {more} more.", ""] if more > 0 else [*lines, ""]


def _to_review(folders: Iterable[EditionFolder], today: str) -> list[EditionFolder]:
    """Return the editions that wait, and the newest that is public, by date."""
    by_date = sorted(folders, key=lambda folder: (folder.edition.date, folder.edition.id))
    public = [folder for folder in by_date if not _state(folder.edition, today)]
    return [folder for folder in by_date if _state(folder.edition, today) or folder in public[-1:]]


def _state(edition: Edition, today: str) -> str:
    """Return why an edition is not public; empty where it is."""
    if edition.draft:
        return "draft"
    return f"appears on {edition.date}" if edition.date > today else ""


def _edition_lines(folder: EditionFolder, today: str) -> list[str]:
    edition = folder.edition
    count = len(folder.entries)
    state = _state(edition, today) or "public"
    entries = f"{count} {'entry' if count == 1 else 'entries'}"
    lines = [f"### {_escape(edition.title)}", "", f"{edition.date}, {state}, {entries}", ""]
    for entry in folder.entries:
        name = _escape(entry.name or entry.slug)
        of = f" ({_escape(entry.work_key)})" if entry.work_key else ""
        lines.append(f"- {name}{of}{', draft' if entry.draft else ''}")
    return [*lines, ""]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _escape(text: str) -> str:
    """Return a text on one line, without what Markdown or GitHub would take for markup."""
    # a mention of someone would notify them, and a bare address would become a link
    return re.sub(r"([\\`*_{}\[\]()<>#|~$!@&:])", r"\\\1", " ".join(text.split()))

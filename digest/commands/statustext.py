"""How far a newsletter has come, in words and for programs."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import count_of, join_words, printable
from digest.render.mailsize import describe_size

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.commands.status import EditionState, EntryState, NewPapers, Status

_MONTH = lazy_regex(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_MAILING = {
    "": "",
    "none": ", and not sent yet",
    "draft": ", and its mail is a draft at the mail service",
    "sent": ", and sent",
}


def format_status(status: Status) -> str:
    """Return sentences: of each edition under way a paragraph, and of the newsletter one."""
    lines = [line for edition in status.editions for line in (*_edition_lines(edition), "")]
    lines += _newsletter_lines(status)
    return "\n".join(map(printable, lines))


def format_status_json(status: Status) -> str:
    """Return a JSON object with the fields of a `Status`."""
    return msgspec.json.format(msgspec.json.encode(status), indent=2).decode()


def _newsletter_lines(status: Status) -> Iterator[str]:
    newest = status.newest
    if not status.editions and not newest:
        yield f"there is no edition yet: 'digest new {status.today[:7]}' makes one"
    elif not status.editions and newest:
        yield f"nothing is under way: {_name(newest)}, the newest edition, was {_state(newest)}"
        yield f"'digest new {_next_id(newest, status.today)}' begins the next"
    elif newest is None:
        yield "no edition is published yet"
    elif all(newest.id != one.id for one in status.editions):
        yield f"the newest published is {_name(newest)}, {_state(newest)}"
    if status.found:
        yield from _found_lines(status.found, status.today)
    if status.errors:
        yield f"elsewhere there {_are(status.errors, 'error')}: 'digest check' tells of them"


def _found_lines(found: NewPapers, today: str) -> Iterator[str]:
    if not found.day:
        yield "'digest discover' has not looked for papers yet"
        return
    days = (dt.date.fromisoformat(found.day) - dt.date.fromisoformat(today)).days
    of = f"{count_of(found.count, 'paper')} listed since {found.since}"
    yield f"'digest discover' last looked {_when(days)}, and found {of}{':' * bool(found.first)}"
    yield from (f"  {one.id}, '{one.title}'" for one in found.first)


def _edition_lines(edition: EditionState) -> Iterator[str]:
    yield f"{_name(edition)}, {_state(edition)}"
    yield f"  {_count_entries(edition.entries)}"
    if not edition.description:
        yield "  it lacks a description"
    lacking = [one for one in edition.entries if not one.lacks_nothing]
    undescribed = [one for one in lacking if not one.description]
    is_none_described = len(undescribed) == len(edition.entries) > 1
    if is_none_described:
        yield "  no entry has a description"
    for entry in lacking:
        if lacks := _list_lacks(entry, is_told=is_none_described):
            yield f"  '{entry.slug}' lacks {join_words(lacks)}"
    if edition.cited:
        yield f"  its text cites {count_of(edition.cited, 'work')} without a record"
    if edition.cited or any(one.cited or not one.record for one in edition.entries):
        yield "  'digest fetch' fetches the records"
    if edition.mail:
        yield f"  its mail has {_describe_mail(edition)}"
    if edition.problems:
        yield f"  there {_are(edition.problems, 'other problem')}: 'digest check' tells of them"


def _name(edition: EditionState) -> str:
    return f"'{edition.title}' ({edition.id})"


def _state(edition: EditionState) -> str:
    if not edition.date:
        return "a draft without a date" if edition.draft else "without a date"
    when = f"{_when(edition.days)}, on {edition.date}"
    if edition.draft:
        return f"a draft, {'due' if edition.days >= 0 else 'was due'} {when}"
    if not edition.is_out:
        return f"to appear {when}"
    return f"published {when}{_MAILING[edition.mailing]}"


def _when(days: int) -> str:
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"


def _count_entries(entries: Sequence[EntryState]) -> str:
    if not entries:
        return "it has no entries: 'digest add ID' starts one"
    drafts = [one.slug for one in entries if one.draft]
    counted = count_of(len(entries), "entry", "entries")
    if not drafts:
        return counted + (", complete" if all(one.lacks_nothing for one in entries) else "")
    if len(drafts) == len(entries):
        return f"{counted}, {'a draft' if len(drafts) == 1 else 'all drafts'}"
    named = join_words([f"'{slug}'" for slug in drafts])
    return f"{counted}, of which {named} {'is a draft' if len(drafts) == 1 else 'are drafts'}"


def _list_lacks(entry: EntryState, *, is_told: bool) -> list[str]:
    """List what an entry lacks, but for its description where that is told of all of them."""
    lacks = []
    if entry.sections:
        titles = join_words([f"'{title}'" for title in entry.sections])
        lacks.append(f"the section{'s' if len(entry.sections) > 1 else ''} {titles}")
    if not entry.description and not is_told:
        lacks.append("a description")
    if not entry.record:
        lacks.append("the record of its paper")
    if entry.cited:
        of = "record" if entry.cited == 1 else "records"
        lacks.append(f"the {of} of {count_of(entry.cited, 'work')} that it cites")
    return lacks


def _describe_mail(edition: EditionState) -> str:
    mail = edition.mail
    if mail is None:
        return ""
    folded = sum(one.folded for one in mail.entries)
    shown = f", with {folded} of {len(mail.entries)} entries as one line each" if folded else ""
    return f"{describe_size(mail.size, mail.tracked, mail.budget)}{shown}"


def _are(count: int, noun: str) -> str:
    return f"{'is' if count == 1 else 'are'} {count_of(count, noun)}"


def _next_id(newest: EditionState, today: str) -> str:
    """Return an id for the next edition: a month where those are, else a day."""
    if _MONTH.fullmatch(newest.id):
        year, month = map(int, newest.id.split("-"))
        return max(today[:7], f"{year + month // 12:04}-{month % 12 + 1:02}")
    week = dt.date.fromisoformat(today) + dt.timedelta(days=7)
    return today if newest.id != today else week.isoformat()

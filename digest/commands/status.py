"""`digest status`: the editions under way, when each is due, and what it lacks."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.candidates.candidate import Candidate
from digest.candidates.lastrun import read_last_run
from digest.commands.siteplan import plan_site, read_newsletter
from digest.content.parse import NO_DATE
from digest.content.sections import list_missing
from digest.content.units import EDITIONS
from digest.output.linkedunits import use_rows
from digest.output.memo import recall_memo
from digest.settings.buildoptions import NONE
from digest.site.addresses import earlier_ids
from digest.site.views.mail import MailSize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.editions import Edition, Entry
    from digest.commands.siteplan import Newsletter, SitePlan
    from digest.content.units import EditionFolder
    from digest.settings.buildoptions import BuildOptions
    from digest.site.rows import Row, Rows

_TOLD = frozenset({"section-missing", "paper-unfetched", "email-over-budget"})
"""Rules whose problems are told as what lacks, or with the mail."""

Mailing = Literal["", "none", "draft", "sent"]
"""Of a mail: nobody is to send it, it was not handed to the service yet, it is a draft there, or it
was sent."""


class EntryState(msgspec.Struct, frozen=True):
    """An entry of an edition under way."""

    slug: str
    path: str
    draft: bool
    description: bool
    """Whether it has one."""
    record: bool
    """Whether the record that it needs is there."""
    sections: tuple[str, ...] = ()
    """The titles of those that it must have and lacks, or has with nothing in them."""
    cited: int = 0
    """How many works it cites that have no record."""

    @property
    def lacks_nothing(self) -> bool:
        """Whether all that it needs is there."""
        return self.description and self.record and not self.sections and not self.cited


class EditionState(msgspec.Struct, frozen=True):
    """An edition, and what it lacks."""

    id: str
    title: str
    path: str
    date: str
    """`YYYY-MM-DD`; empty where it has none."""
    days: int
    """From today to its date; less than zero where that is over, and 0 where it has none."""
    draft: bool
    description: bool
    """Whether it has one."""
    entries: tuple[EntryState, ...] = ()
    cited: int = 0
    """How many works without a record its own text cites."""
    problems: int = 0
    """How many others there are in its files."""
    mailing: Mailing = ""
    mail: MailSize | None = None
    """How long its mail is with all its entries; None where it cannot be made."""

    @property
    def is_out(self) -> bool:
        """Whether it is published."""
        return not self.draft and bool(self.date) and self.days <= 0


class NewPapers(msgspec.Struct, frozen=True):
    """What the last `digest discover` found that is newer than the newest edition."""

    day: str
    """On which it was run; empty where it never was, and the settings say where to look."""
    since: str = ""
    """From which day on papers are counted: the newest edition's, or the first it looked at."""
    count: int = 0
    first: tuple[Candidate, ...] = ()
    """The best of them, the best first."""


class Status(msgspec.Struct, frozen=True):
    """How far the newsletter has come."""

    title: str
    today: str
    """`YYYY-MM-DD`, in the newsletter's time zone."""
    published: int
    """How many editions are."""
    newest: EditionState | None
    """The last of them."""
    editions: tuple[EditionState, ...]
    """Those under way, by date."""
    errors: int
    """How many there are in other files."""
    found: NewPapers | None = None
    """None where nothing was looked for, nor is to be."""


def read_status(root: Path, options: Callable[[str], BuildOptions]) -> Status:
    """Return how far the newsletter in `root` has come; `options` as for a build.

    Under way is an edition that is a draft or has one, is of a later date, or is the newest and has
    not been sent. Nothing is written.
    """
    with recall_memo(root / "build") as memo:
        newsletter = read_newsletter(root, memo, options)
        return use_rows(memo, lambda before: _read(newsletter, before))


def _read(newsletter: Newsletter, before: Rows) -> Status:
    options, settings = newsletter.options, newsletter.settings
    now = plan_site(newsletter, options, before)
    rows = {id_: row for id_, row in now.linked.rows.units.items() if row.kind == "edition"}
    out = [id_ for id_, row in rows.items() if _is_out(id_, row, options.today)]
    newest = max(out, key=lambda id_: (rows[id_].date, id_), default="")
    mailings = _read_mailings(newsletter)
    under_way = {
        id_
        for id_, row in rows.items()
        if row.drafts or row.date > options.today or row.date == NO_DATE
    }
    if newest and _find_mailing(newsletter, newest, mailings) in {"none", "draft"}:
        under_way.add(newest)
    # all of it as it will be: what is a draft is to be in the mail as well
    mails = ",".join(sorted(id_.removeprefix(EDITIONS) for id_ in under_way)) or NONE
    asked = msgspec.structs.replace(options, drafts=True, future=True, email=mails)
    whole = plan_site(newsletter, asked, now.linked.rows)
    sizes = _measure(whole) if under_way else {}
    states = {}
    for id_ in {*under_way, *filter(None, [newest])}:
        folder = newsletter.units.edition(id_).value
        if folder is not None:
            state = _read_edition(folder, whole, sizes.get(folder.edition.id))
            mailing = _find_mailing(newsletter, id_, mailings)
            states[id_] = msgspec.structs.replace(state, mailing=mailing)
    shown = sorted(states.keys() & under_way, key=lambda id_: (states[id_].date, id_))
    elsewhere = (one for one in whole.diagnostics if not one.path.startswith(_folders(shown)))
    return Status(
        title=settings.title,
        today=options.today,
        published=len(out),
        newest=states.get(newest),
        editions=tuple(states[id_] for id_ in shown),
        errors=sum(one.severity == "error" for one in elsewhere),
        found=_read_found(newsletter, rows[newest].date if newest else ""),
    )


def _is_out(id_: str, row: Row, today: str) -> bool:
    return NO_DATE < row.date <= today and f"{id_}/index.md" not in row.drafts


def _folders(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{id_}/" for id_ in ids)


def _measure(planned: SitePlan) -> Mapping[str, MailSize]:
    """Return how long the mails are, by edition; of a theme that cannot be used there are none."""
    if planned.theme is None:
        return {}
    return {size.edition: size for size in planned.measure_mails()}


_SHOWN = 3
"""Papers that are named."""


def _read_found(newsletter: Newsletter, newest: str) -> NewPapers | None:
    """Return what is newer than the newest edition, of the day `newest`."""
    run = read_last_run(newsletter.root)
    if run is None:
        return NewPapers("") if newsletter.settings.discover.has_sources else None
    since = max(newest, run.since)
    count = sum(number for day, number in run.listed.items() if day >= since)
    first = [one for one in run.best if one.listed >= since][:_SHOWN]
    return NewPapers(run.day, since, count, tuple(first))


# --- what became of the mails -----------------------------------------------------------------


def _read_mailings(newsletter: Newsletter) -> dict[str, Mailing]:
    """Return what became of each edition that was handed over, by its id."""
    return {one.edition: one.state for one in newsletter.units.sent().value}


def _find_mailing(newsletter: Newsletter, id_: str, mailings: Mapping[str, Mailing]) -> Mailing:
    """Return what became of an edition's mail; nobody is to send it where no mail ever was."""
    folder = newsletter.units.edition(id_).value
    if folder is None or not (mailings or newsletter.settings.email.provider.name):
        return ""
    known = (mailings.get(one) for one in (folder.edition.id, *earlier_ids(folder.edition)))
    return next(filter(None, known), "none")


# --- an edition -------------------------------------------------------------------------------


def _read_edition(folder: EditionFolder, planned: SitePlan, mail: MailSize | None) -> EditionState:
    edition, today = folder.edition, planned.options.today
    start = f"{EDITIONS}{edition.id}/"
    found = [one for one in planned.diagnostics if one.path.startswith(start)]
    date = edition.date if edition.date != NO_DATE else ""
    return EditionState(
        id=edition.id,
        title=edition.title,
        path=edition.path,
        date=date,
        days=(dt.date.fromisoformat(date) - dt.date.fromisoformat(today)).days if date else 0,
        draft=edition.draft,
        description=edition.description is not None,
        entries=tuple(_read_entry(entry, planned, found) for entry in folder.entries),
        cited=len(_unfetched(edition, found)),
        problems=sum(one.rule not in _TOLD for one in found),
        mail=mail,
    )


def _read_entry(entry: Entry, planned: SitePlan, found: Iterable[Diagnostic]) -> EntryState:
    unfetched = _unfetched(entry, found)
    own = {one for one in unfetched if entry.work_place and one.line == entry.work_place.line}
    lacking = list_missing(entry.body, planned.newsletter.settings.sections)
    return EntryState(
        slug=entry.slug,
        path=entry.path,
        draft=entry.draft,
        description=entry.description is not None,
        record=not own,
        sections=tuple(rule.title for rule in lacking),
        cited=len(unfetched - own),
    )


def _unfetched(text: Edition | Entry, found: Iterable[Diagnostic]) -> set[Diagnostic]:
    """Return the problems with works without a record that a file names."""
    return {one for one in found if one.path == text.path and one.rule == "paper-unfetched"}

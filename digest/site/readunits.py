"""What is kept of a unit's sources: what they say by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.content.units import EDITIONS
from digest.settings.buildoptions import NEWEST
from digest.site.checks.doubts import is_far_off
from digest.site.dating import last_day
from digest.site.exported import (
    export_bibliography,
    export_broken,
    export_edition,
    export_file,
    export_page,
    export_record,
    export_sent,
)
from digest.site.mail import is_named
from digest.site.select import list_drafts

if TYPE_CHECKING:
    from digest.content.divide import Unit
    from digest.content.units import Units
    from digest.site.index import Exports
    from digest.site.rows import Row
    from digest.site.select import Selection


def find_state(id_: str, row: Row, selection: Selection) -> str:
    """Return how what is asked for bears on a unit that was read already."""
    if row.kind == "page":
        return f"{selection.drafts}"
    if row.kind != "edition":
        return ""
    is_later, is_far = row.date > selection.today, is_far_off(row.date, selection.today)
    is_mailed = is_named(id_.removeprefix(EDITIONS), selection.email)
    mailed = NEWEST if selection.email == NEWEST else is_mailed
    is_early = row.corrected > selection.today
    return f"{selection.drafts} {selection.future} {is_later} {is_far} {is_early} {mailed}"


def read_unit(units: Units, unit: Unit, known: Row, selection: Selection) -> tuple[Row, Exports]:
    """Read a unit; return what its sources say by themselves, too.

    Of what it shows and makes, the row has what the `known` one has.
    """
    replace = msgspec.structs.replace
    match unit.kind:
        case "edition":
            row, said = _read_edition(units, unit, known, selection)
        case "page":
            page = units.page(unit.id)
            drafts = (unit.id,) if page.value.draft else ()
            said, read = export_page(page.value), page.diagnostics
            row = replace(known, read=read, drafts=drafts, allowances=page.allowances)
        case "record":
            record = units.record(unit.id)
            said = export_record(unit.id, record.key, record.value)
            row = replace(known, read=record.diagnostics)
        case "bibliography":
            listed = units.bibliography()
            said = export_bibliography(listed.value)
            row = replace(known, read=listed.diagnostics)
        case "sent":
            sent = units.sent()
            said = export_sent(sent.value)
            row = replace(known, read=sent.diagnostics)
        case "dismissed":
            row, said = replace(known, read=units.dismissed().diagnostics), {}
        case "file" | "static":
            row, said = known, export_file(unit.sources[0])
    sources = tuple(one.as_seen(units.started_ns) for one in unit.sources)
    state = find_state(unit.id, row, selection)
    return replace(row, sources=sources, state=state), said


def _read_edition(
    units: Units, unit: Unit, known: Row, selection: Selection
) -> tuple[Row, Exports]:
    edition = units.edition(unit.id)
    row = msgspec.structs.replace(known, read=edition.diagnostics, allowances=edition.allowances)
    if edition.value is None:
        said = export_broken(unit.id.removeprefix(EDITIONS))
        bare = msgspec.structs.replace(row, date="", drafts=(), waiting=(), corrected="")
        return bare, said
    is_taken = selection.takes(edition.value.edition)
    said = export_edition(edition.value, is_taken=is_taken)
    drafts = tuple(list_drafts(edition.value))
    own = edition.value.edition
    row = msgspec.structs.replace(
        row, date=own.date, drafts=drafts, corrected=last_day(own.corrections)
    )
    return row, said

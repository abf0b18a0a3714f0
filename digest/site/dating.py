"""When things appeared and when they changed, as the editors say.

The clock has no say in it, so a feed's dates are the same whenever and wherever it is made; and no
one else has: that a paper has a new version changes nothing of what is said of it here.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from digest.basics.zones import find_zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.basics.editions import Correction
    from digest.site.join import CoveredEntry, EnrichedEdition

_LAST_SECOND = 3600
"""An edition's entries appear in the first hour of its day."""


def entry_changed(covered: CoveredEntry, published: str) -> str:
    """Return the day on which an entry last changed, `YYYY-MM-DD`.

    That is the later of the day on which it was `published` and its own `updated:`, or the day of
    its last correction where it has none.
    """
    return max(published, covered.entry.updated or last_day(covered.corrections))


def last_day(corrections: Iterable[Correction]) -> str:
    """Return the day of the last correction; empty where there is none."""
    return max((one.date for one in corrections), default="")


def edition_changed(enriched: EnrichedEdition) -> str:
    """Return the day on which an edition or one of its entries last changed, `YYYY-MM-DD`."""
    edition = enriched.edition
    entries = (entry_changed(covered, edition.date) for covered in enriched.entries)
    return max(edition.date, edition.updated or last_day(edition.corrections), *entries)


def entry_moment(date: str, number: int, timezone: str) -> str:
    """Return when the entry of this number in its edition appears on a day, as `begin_of_day` does.

    Readers sort what a feed holds by its dates, the newest first, and of equal ones anyhow: so the
    first entry of an edition is the newest by a second, and they keep their order.
    """
    begin = dt.datetime.fromisoformat(begin_of_day(date, timezone))
    return (begin + dt.timedelta(seconds=max(0, _LAST_SECOND - number))).isoformat()


@functools.cache
def begin_of_day(date: str, timezone: str) -> str:
    """Return when a day, `YYYY-MM-DD`, begins in a time zone: the date-time of RFC 3339.

    An edition appears at this moment. `timezone` is a name of the IANA
    database.
    """
    midnight = dt.datetime.fromisoformat(date).replace(tzinfo=find_zone(timezone))
    # before there were time zones, places differed by seconds, for which RFC 3339 has no form
    offset = dt.timedelta(
        minutes=round((midnight.utcoffset() or dt.timedelta()).total_seconds() / 60)
    )
    return midnight.replace(tzinfo=dt.timezone(offset)).isoformat()

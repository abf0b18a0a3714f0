"""When things appeared and when they changed, as the content and its records say.

The clock has no say in it, so a feed's dates are the same whenever and wherever it is made.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

from digest.basics.zones import find_zone

if TYPE_CHECKING:
    from digest.site.join import CoveredEntry, EnrichedEdition


def entry_changed(covered: CoveredEntry, published: str) -> str:
    """Return the day on which an entry last changed, `YYYY-MM-DD`.

    That is the latest of the day on which it was `published`, of its own `updated:`, and of the
    newest version of its paper, where the record tells it.
    """
    arxiv = covered.work.arxiv
    return max(published, covered.entry.updated, arxiv.updated if arxiv else "")


def edition_changed(enriched: EnrichedEdition) -> str:
    """Return the day on which an edition or one of its entries last changed, `YYYY-MM-DD`."""
    edition = enriched.edition
    entries = (entry_changed(covered, edition.date) for covered in enriched.entries)
    return max(edition.date, edition.updated, *entries)


@functools.cache
def begin_of_day(date: str, timezone: str) -> str:
    """Return when a day, `YYYY-MM-DD`, begins in a time zone: the date-time of RFC 3339.

    An edition appears at this moment, and its mail is dated so. `timezone` is a name of the IANA
    database.
    """
    midnight = dt.datetime.fromisoformat(date).replace(tzinfo=find_zone(timezone))
    # before there were time zones, places differed by seconds, for which RFC 3339 has no form
    offset = dt.timedelta(
        minutes=round((midnight.utcoffset() or dt.timedelta()).total_seconds() / 60)
    )
    return midnight.replace(tzinfo=dt.timezone(offset)).isoformat()

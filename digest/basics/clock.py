"""The only clock: what time and what day it is where the newsletter is made."""

from __future__ import annotations

import datetime as dt
import os

from digest.basics.zones import find_zone


def read_today(timezone: str) -> str:
    """Return today's date, `YYYY-MM-DD`, in a time zone of the IANA database.

    Raises ValueError as `read_now` does.
    """
    return read_now(timezone).date().isoformat()


def read_now(timezone: str) -> dt.datetime:
    """Return the time in a time zone of the IANA database, with that zone.

    SOURCE_DATE_EPOCH (seconds since 1970, UTC; reproducible-builds.org) stands in for the
    clock where it is set. Raises ValueError where it is set to no number.
    """
    zone = find_zone(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), zone) if epoch else dt.datetime.now(zone)

"""Time zones by their names in the IANA database."""

from __future__ import annotations

import datetime as dt


def find_zone(name: str) -> dt.tzinfo:
    """Return the time zone of a name, as `Europe/Amsterdam`, which exists."""
    if name == "UTC":
        # most newsletters have this one, and do without the database, which is looked for first
        return dt.UTC
    import zoneinfo  # noqa: PLC0415 -- see above

    return zoneinfo.ZoneInfo(name)


def zone_exists(name: str) -> bool:
    """Tell whether a time zone has this name."""
    try:
        find_zone(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def zone_names() -> set[str]:
    """Return the names of all zones."""
    import zoneinfo  # noqa: PLC0415 -- as above

    return zoneinfo.available_timezones()

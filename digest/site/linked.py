"""What linking comes to: half-way, before any page is made, and at its end."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from digest.site.index import Index
from digest.site.rows import Row, Rows
from digest.site.unitpages import MadeOutputs
from digest.site.views.pages import SiteConstants


class Prepared(msgspec.Struct, frozen=True):
    """All that is known before any page is made."""

    constants: SiteConstants
    encoded: bytes
    """The constants."""
    rows: dict[str, Row]
    """Of all units with sources, as they are then."""
    changed: set[str]
    """The names under which something else is exported than before."""
    dirty: set[str]
    """The ids of the units that have changed, or asked for what has."""
    is_other: bool
    """Whether the constants are others than before: then all pages are made again."""
    make: Callable[[str], MadeOutputs]
    """Makes the outputs of a unit by its id."""


class Linked(msgspec.Struct, frozen=True):
    """A site, linked."""

    rows: Rows
    constants: SiteConstants
    """What every page may use as `site`."""
    index: Index
    make: Callable[[str], MadeOutputs]
    """Makes the outputs of a unit, by its id, with all that they show."""
    touched: frozenset[str]
    """The paths of outputs that are new, not as they were before, or made no more."""

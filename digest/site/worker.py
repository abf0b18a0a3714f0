"""Who links units: one process, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.site.outputs import Output
from digest.site.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.site.views import SiteConstants


class LinkedPages(msgspec.Struct, frozen=True):
    """A unit, linked, with its outputs and all that they show."""

    row: Row
    outputs: tuple[Output, ...]


class Worker:
    """Reads and links units, one after another; another kind may do so in several processes."""

    def read_ahead(self, ids: Sequence[str]) -> None:
        """Read units of which all will be asked for, if that saves time."""

    def link_each(
        self,
        ids: Sequence[str],
        link: Callable[[str], LinkedPages],
        constants: SiteConstants,  # noqa: ARG002 -- another kind of worker needs them
    ) -> list[Row]:
        """Link units, and return their rows in the same order.

        `constants` are what every page may use, for a worker that makes the outputs, too.
        """
        return [link(id_).row for id_ in ids]

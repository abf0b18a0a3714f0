"""Who links units: one process, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from digest.site.index import Exports
from digest.site.outputs import Output
from digest.site.rows import Row
from digest.site.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.site.views.pages import SiteConstants


R = TypeVar("R")


class LinkedUnit(msgspec.Struct, frozen=True):
    """A unit, linked."""

    row: Row
    exports: Exports
    """What others must know of its pages, what it makes, and what it asked for."""
    outputs: tuple[Output, ...] = ()
    """Its outputs, with all that they show."""

    def without_outputs(self) -> LinkedUnit:
        """Return what is kept of it."""
        return LinkedUnit(self.row, self.exports)


class Worker:
    """Reads and links units, one after another; another kind may do so in several processes."""

    def read_each(
        self, ids: Sequence[str], read: Callable[[str], R], keep: Callable[[str, R], None]
    ) -> None:
        """Read units, and `keep` what `read` returns of each, by its id and in the same order."""
        for id_ in ids:
            keep(id_, read(id_))

    def show_each(
        self, ids: Sequence[str], show: Callable[[str], R], keep: Callable[[str, R], None]
    ) -> None:
        """Find what is published of units, and `keep` what `show` returns, as above."""
        for id_ in ids:
            keep(id_, show(id_))

    def link_each(
        self,
        ids: Sequence[str],
        link: Callable[[str], LinkedUnit],
        keep: Callable[[str, LinkedUnit], None],
        constants: SiteConstants,  # noqa: ARG002 -- another kind of worker needs them
    ) -> None:
        """Link units, and `keep` them, as above, without their outputs.

        `constants` are what every page may use, for a worker that makes the outputs, too.
        """
        for id_ in ids:
            keep(id_, link(id_).without_outputs())

    def prepare_variants(self, paths: Sequence[str]) -> None:
        """Make the other formats and sizes of the pictures in these files, if it makes any."""

    def find_variants(self, path: str) -> Variants:  # noqa: ARG002 -- as above
        """Return the other formats and sizes of the picture in a file, if it makes any."""
        return Variants()

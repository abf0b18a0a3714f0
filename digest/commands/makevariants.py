"""The other formats and sizes of a newsletter's pictures, made in several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import read_planned
from digest.basics.processes import count_processes, spread
from digest.basics.text import canonical_json, fingerprint
from digest.basics.usercache import stamp_of
from digest.site.addresses import file_address
from digest.site.variants import Variants
from digest.site.views.parts import Variant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.basics.progress import Steps
    from digest.commands.siteplan import Newsletter


class VariantMaking:
    """Makes the other formats and sizes of pictures; the memo keeps which there are of each."""

    def __init__(self, newsletter: Newsletter, progress: Steps) -> None:
        self._newsletter = newsletter
        self._progress = progress
        theme, options = newsletter.theme, newsletter.options
        self._widths = theme.figures.widths if theme and options.variants else ()

    def prepare(self, paths: Sequence[str]) -> None:
        """Make those of the pictures in these files that are not known yet."""
        new = [path for path in paths if self._is_of_use(path) and self._recall(path) is None]
        if not new:
            return
        units, jobs = self._newsletter.units, self._newsletter.options.jobs
        told, batches = self._progress.begin(len(new)), [[path] for path in new]
        processes = count_processes(jobs, len(new))
        with spread(self._make, batches, processes, units.texts.reopen) as made:
            for done, (path, one) in enumerate(zip(new, made, strict=True), 1):
                self._keep(path, one)
                told(done)

    def find(self, path: str) -> Variants:
        """Return those of the picture in a file, made now where they were not prepared."""
        if not self._is_of_use(path):
            return Variants()
        known = self._recall(path)
        if known is None:
            known = self._make(path)
            self._keep(path, known)
        return known

    def _is_of_use(self, path: str) -> bool:
        from digest.render.variants import is_worth_it  # noqa: PLC0415 -- few newsletters have any

        units = self._newsletter.units
        if not self._widths:
            return False
        (source,) = units.all[path].sources
        facts = units.facts(path)
        return not facts.fault and is_worth_it(path, source.size, facts.width, facts.height)

    def _make(self, path: str) -> Variants:
        from digest.render.variants import make_encodings, name_variant  # noqa: PLC0415 -- as above

        newsletter = self._newsletter
        (source,) = newsletter.units.all[path].sources
        facts = newsletter.units.facts(path)
        data = read_planned(newsletter.root / source.file, facts.hash)
        made = make_encodings(data, self._widths)
        address = file_address(path)
        shown = [
            Variant(name_variant(address, one), one.media_type, one.width or facts.width)
            for one in made.encoded
        ]
        return Variants(tuple(shown), made.is_damaged)

    def _recall(self, path: str) -> Variants | None:
        stored = self._newsletter.units.recall(_name(path), self._key(path))
        return None if stored is None else msgspec.json.decode(stored, type=Variants)

    def _keep(self, path: str, made: Variants) -> None:
        self._newsletter.units.keep(_name(path), self._key(path), msgspec.json.encode(made))

    def _key(self, path: str) -> str:
        facts = self._newsletter.units.facts(path)
        return fingerprint(facts.hash, canonical_json(self._widths), stamp_of("PIL"))


def _name(path: str) -> str:
    return f"variants:{path}"

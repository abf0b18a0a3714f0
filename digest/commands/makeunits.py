"""Units linked in several processes, each of which makes the outputs of those that it links.

So the pages of a large newsletter need not be in memory together, nor be sent from one process to
another: each goes from the process that composes it to the disk.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

from digest.basics.processes import count_processes, spread
from digest.commands.makevariants import VariantMaking
from digest.output.manifest import why
from digest.site.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.basics.progress import Steps
    from digest.commands.siteplan import Newsletter
    from digest.output.manifest import Manifest, Reason
    from digest.output.stage import Made, Stage
    from digest.render.renderer import Renderer
    from digest.site.outputs import Output
    from digest.site.variants import Variants
    from digest.site.views.pages import SiteConstants
    from digest.site.worker import LinkedUnit

R = TypeVar("R")

_FEW = 20
"""Units that are linked in less time than processes take to start."""
_BATCH = 5
"""Units that a process links before it sends word."""
_MOST = 250
"""Units that are read before their texts are written."""


class UnitMaking(Worker):
    """Reads and links units and makes their outputs, where they are many in several processes."""

    def __init__(
        self,
        newsletter: Newsletter,
        out: Path,
        manifest: Manifest,
        stage: Stage,
        progress: Steps,
    ) -> None:
        self._newsletter = newsletter
        self._out = out
        self._manifest = manifest
        self._stage = stage
        self._progress = progress
        self._variants = VariantMaking(newsletter, progress)
        self.made: dict[str, Made] = {}
        """What was made, by path."""
        self.reasons: dict[str, Reason] = {}
        """Why."""

    def read_each(self, ids: Sequence[str], read: Callable[[str], R]) -> list[R]:
        """Read units, editions in several processes where they are many."""
        units = self._newsletter.units
        editions = [id_ for id_ in ids if units.all[id_].kind == "edition"]
        if self._count_processes(_divide(editions)) == 1:
            return self._read_here(ids, read)
        others = [id_ for id_ in ids if units.all[id_].kind != "edition"]
        found: dict[str, R] = {}

        def prepare(some: Sequence[str]) -> None:
            """Do what would else be left to do when other processes have read editions."""
            found.update((id_, read(id_)) for id_ in some)
            self._newsletter.prepare_renderer()

        def work(id_: str) -> tuple[R, dict[str, bytes]]:
            return read(id_), units.take_read()

        # some at a time: their texts go to the disk, and not all through memory
        starts = range(0, len(editions), _MOST)
        for turn, start in enumerate(starts):
            some = editions[start : start + _MOST]
            meanwhile = functools.partial(prepare, others[turn :: len(starts)])
            for id_, (one, new) in zip(some, self._spread(some, work, meanwhile), strict=True):
                found[id_] = one
                units.add_read(new)
            units.save_read()
        # the last editions may be few, so that no other process reads them
        return [found[id_] if id_ in found else read(id_) for id_ in ids]

    def _read_here(self, ids: Sequence[str], read: Callable[[str], R]) -> list[R]:
        found: list[R] = []
        for start in range(0, len(ids), _MOST):
            found += super().read_each(ids[start : start + _MOST], read)
            if len(ids) > _MOST:
                self._newsletter.units.save_read()
        return found

    def show_each(self, ids: Sequence[str], show: Callable[[str], R]) -> list[R]:
        """Find what is published of units, in several processes where they are many."""
        return self._spread(ids, show)

    def link_each(
        self, ids: Sequence[str], link: Callable[[str], LinkedUnit], constants: SiteConstants
    ) -> list[LinkedUnit]:
        """Link units and make their outputs; return them in the same order."""
        newsletter = self._newsletter
        if newsletter.theme is None or len(ids) < _FEW:
            return super().link_each(ids, link, constants)
        renderer = newsletter.make_renderer(constants)

        def work(id_: str) -> tuple[LinkedUnit, list[tuple[Reason, Made]]]:
            linked = link(id_)
            made: list[tuple[Reason, Made]] = []
            for output in linked.outputs:
                reason = why(output.path, output.key, self._manifest, self._out)
                if reason != "same":
                    made.append((reason, make_output(output, renderer, self._stage)))
            return linked.without_outputs(), made

        kept = []
        for one, made in self._spread(ids, work, told=self._progress.begin(len(ids))):
            kept.append(one)
            for reason, output in made:
                self.made[output.path] = output
                self.reasons[output.path] = reason
        return kept

    def prepare_variants(self, paths: Sequence[str]) -> None:
        """Make the other formats and sizes of the pictures in these files."""
        self._variants.prepare(paths)

    def find_variants(self, path: str) -> Variants:
        """Return the other formats and sizes of the picture in a file."""
        return self._variants.find(path)

    def _spread(
        self,
        ids: Sequence[str],
        work: Callable[[str], R],
        meanwhile: Callable[[], None] = lambda: None,
        told: Callable[[int], None] = lambda _done: None,
    ) -> list[R]:
        batches = _divide(ids)
        begin = self._newsletter.units.texts.reopen
        return spread(work, batches, self._count_processes(batches), begin, told, meanwhile)

    def _count_processes(self, batches: Sequence[Sequence[str]]) -> int:
        is_worth_it = sum(map(len, batches)) >= _FEW
        return count_processes(self._newsletter.options.jobs, len(batches)) if is_worth_it else 1


def make_output(output: Output, renderer: Renderer, stage: Stage) -> Made:
    """Make an output, and put it on the stage. Raises FileError."""
    if file := renderer.find_copied(output):
        return stage.copy(output.path, output.key, file, output.hash)
    return stage.put(output.path, output.key, renderer.render(output))


def _divide(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]

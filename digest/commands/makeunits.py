"""Units linked in several processes, each of which makes the outputs of those that it links.

So the pages of a large newsletter need not be in memory together, nor be sent from one process to
another: each goes from the process that composes it to the disk.
"""

from __future__ import annotations

import functools
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from digest.basics.processes import count_processes, spread
from digest.commands.makevariants import VariantMaking
from digest.output.damage import why
from digest.site.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from digest.basics.progress import Steps
    from digest.commands.siteplan import Newsletter, SitePlan
    from digest.output.damage import Reason
    from digest.output.manifest import Manifest
    from digest.output.stage import Made, Stage
    from digest.render.renderer import Renderer
    from digest.site.outputs import Output, Planned
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
_SMALL = 250
"""Up to so many editions, this process reads and links some itself, and keeps what it learnt."""


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
        self._is_small = len(newsletter.units.of_kind("edition")) <= _SMALL
        self.made: dict[str, Made] = {}
        """What was made, by path."""
        self.reasons: dict[str, Reason] = {}
        """Why."""
        self.views: dict[str, Output] = {}
        """What is still to be made of units that were linked, by path."""

    def read_each(
        self, ids: Sequence[str], read: Callable[[str], R], keep: Callable[[str, R], None]
    ) -> None:
        """Read units, and keep what comes of each; editions in several processes if they are many.

        The order is that of the ids among editions, and among all others.
        """
        units = self._newsletter.units
        editions = [id_ for id_ in ids if units.all[id_].kind == "edition"]
        others = [id_ for id_ in ids if units.all[id_].kind != "edition"]

        def read_others(some: Sequence[str]) -> None:
            super(UnitMaking, self).read_each(some, read, keep)
            if len(editions) >= _FEW:
                # else each process that makes pages would do so
                self._newsletter.prepare_renderer()

        def work(id_: str) -> tuple[R, dict[str, bytes]]:
            return read(id_), units.take_read()

        def add(id_: str, made: tuple[R, dict[str, bytes]]) -> None:
            units.add_read(made[1])
            keep(id_, made[0])

        # some at a time: their texts go to the disk, and not all through memory
        turns = range(0, len(editions), _MOST) or range(1)
        for turn, start in enumerate(turns):
            meanwhile = functools.partial(read_others, others[turn :: len(turns)])
            self._spread(editions[start : start + _MOST], work, add, meanwhile)
            if len(ids) > _MOST:
                units.save_read()

    def show_each(
        self, ids: Sequence[str], show: Callable[[str], R], keep: Callable[[str, R], None]
    ) -> None:
        """Find what is published of units, in several processes where they are many."""
        self._spread(ids, show, keep)

    def link_each(
        self,
        ids: Sequence[str],
        link: Callable[[str], LinkedUnit],
        keep: Callable[[str, LinkedUnit], None],
        constants: SiteConstants,
    ) -> None:
        """Link units; where they are many, make their outputs too, in several processes."""
        newsletter = self._newsletter
        if newsletter.theme is None or len(ids) < _FEW:
            for id_ in ids:
                linked = link(id_)
                self.views |= {output.path: output for output in linked.outputs}
                keep(id_, linked.without_outputs())
            return
        renderer = newsletter.make_renderer(constants)
        told, done = self._progress.begin(len(ids)), count(1)

        def work(id_: str) -> tuple[LinkedUnit, list[tuple[Reason, Made]]]:
            linked = link(id_)
            made: list[tuple[Reason, Made]] = []
            for output in linked.outputs:
                reason = why(output.path, output.key, self._manifest, self._out)
                if reason != "same":
                    made.append((reason, make_output(output, renderer, self._stage)))
            return linked.without_outputs(), made

        def keep_made(id_: str, one: tuple[LinkedUnit, list[tuple[Reason, Made]]]) -> None:
            linked, made = one
            for reason, output in made:
                self.made[output.path] = output
                self.reasons[output.path] = reason
            keep(id_, linked)
            told(next(done))

        self._spread(ids, work, keep_made)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget outputs, and take them from the stage."""
        paths = [*paths]
        self._stage.drop(paths)
        for path in paths:
            for known in (self.made, self.reasons, self.views):
                known.pop(path, None)

    def make_rest(self, planned: SitePlan, plans: Mapping[str, Planned]) -> None:
        """Make those of some outputs, by path, that must be made and were not yet."""
        rest = {path: one.key for path, one in plans.items() if path not in self.made}
        reasons = {path: why(path, key, self._manifest, self._out) for path, key in rest.items()}
        reasons = {path: reason for path, reason in reasons.items() if reason != "same"}
        if not reasons:
            return
        from digest.render.pool import make_outputs  # noqa: PLC0415 -- as the renderer

        known = [self.views[path] for path in reasons if path in self.views]
        outputs = [*known, *planned.find_views(reasons.keys() - self.views.keys())]
        outputs.sort(key=attrgetter("path"))
        renderer = planned.make_renderer()
        made = make_outputs(
            lambda output: make_output(output, renderer, self._stage),
            outputs,
            planned.options.jobs,
            self._newsletter.units.texts.reopen,
            self._progress.begin(len(outputs)),
        )
        self.made |= {one.path: one for one in made}
        self.reasons |= reasons

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
        keep: Callable[[str, R], None],
        meanwhile: Callable[[], None] = lambda: None,
    ) -> None:
        batches = _divide(ids)
        processes, begin = self._count_processes(batches), self._newsletter.units.texts.reopen
        with spread(work, batches, processes, begin, helps=self._is_small) as made:
            meanwhile()
            for id_, one in zip(ids, made, strict=True):
                keep(id_, one)

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

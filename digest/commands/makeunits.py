"""Units linked in several processes, each of which makes the outputs of those that it links.

So the pages of a large newsletter need not be in memory together, nor be sent from one process to
another: each goes from the process that composes it to the disk.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from digest.basics.processes import count_processes, spread
from digest.output.manifest import why
from digest.site.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from digest.basics.progress import Steps
    from digest.commands.siteplan import Newsletter
    from digest.output.manifest import Manifest, Reason
    from digest.output.stage import Made, Stage
    from digest.site.views import SiteConstants
    from digest.site.worker import LinkedUnit

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
        self.made: dict[str, Made] = {}
        """What was made, by path."""
        self.reasons: dict[str, Reason] = {}
        """Why."""

    def read_ahead(self, ids: Sequence[str]) -> None:
        """Read units of which all will be asked for, where editions are many."""
        units = self._newsletter.units
        editions = [id_ for id_ in ids if units.all[id_].kind == "edition"]
        records = [id_ for id_ in ids if units.all[id_].kind == "record"]
        # some at a time: their texts go to the disk, and not all through memory
        starts = range(0, len(editions), _MOST)
        for turn, start in enumerate(starts):
            batches = _divide(editions[start : start + _MOST])
            processes = self._count_processes(batches)
            if processes > 1:
                begin, told = units.texts.reopen, lambda _done: None
                prepare = functools.partial(self._prepare, records[turn :: len(starts)])
                new = spread(units.read_for_others, batches, processes, begin, told, prepare)
                units.add_read(new)

    def _prepare(self, records: Iterable[str]) -> None:
        """Do what would else be left to do when other processes have read editions."""
        for id_ in records:
            self._newsletter.units.record(id_)
        self._newsletter.prepare_renderer()

    def link_each(
        self, ids: Sequence[str], link: Callable[[str], LinkedUnit], constants: SiteConstants
    ) -> list[LinkedUnit]:
        """Link units and make their outputs; return them in the same order."""
        newsletter, begin = self._newsletter, self._newsletter.units.texts.reopen
        if newsletter.theme is None or len(ids) < _FEW:
            return super().link_each(ids, link, constants)
        batches = _divide(ids)
        processes = self._count_processes(batches)
        renderer = newsletter.make_renderer(constants)

        def work(id_: str) -> tuple[LinkedUnit, list[tuple[Reason, Made]]]:
            linked = link(id_)
            made: list[tuple[Reason, Made]] = []
            for output in linked.outputs:
                reason = why(output.path, output.key, self._manifest, self._out)
                if reason != "same":
                    rendered = renderer.render(output)
                    made.append((reason, self._stage.put(output.path, output.key, rendered)))
            return linked.without_outputs(), made

        kept = []
        for one, made in spread(work, batches, processes, begin, self._progress.begin(len(ids))):
            kept.append(one)
            for reason, output in made:
                self.made[output.path] = output
                self.reasons[output.path] = reason
        return kept

    def _count_processes(self, batches: Sequence[Sequence[str]]) -> int:
        is_worth_it = sum(map(len, batches)) >= _FEW
        return count_processes(self._newsletter.options.jobs, len(batches)) if is_worth_it else 1


def _divide(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]

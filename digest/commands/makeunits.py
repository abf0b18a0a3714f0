"""Units linked in several processes, each of which makes the outputs of those that it links.

So the pages of a large newsletter need not be in memory together, nor be sent from one process to
another: each goes from the process that composes it to the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.processes import count_processes, spread
from digest.output.manifest import why
from digest.site.link import link_each

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from digest.commands.siteplan import Newsletter
    from digest.output.manifest import Manifest, Reason
    from digest.output.stage import Made, Stage
    from digest.site.link import LinkedPages
    from digest.site.rows import Row
    from digest.site.views import SiteConstants

_FEW = 20
"""Units that are linked in less time than processes take to start."""
_BATCH = 5
"""Units that a process links before it sends word."""


class UnitMaking:
    """Links units and makes their outputs, where there are so many that it is worth it."""

    def __init__(
        self,
        newsletter: Newsletter,
        out: Path,
        manifest: Manifest,
        stage: Stage,
        progress: Callable[[int, int], None],
    ) -> None:
        """`progress` is told how many of the units are done."""
        self._newsletter = newsletter
        self._out = out
        self._manifest = manifest
        self._stage = stage
        self._progress = progress
        self.made: dict[str, Made] = {}
        """What was made, by path."""
        self.reasons: dict[str, Reason] = {}
        """Why."""

    def link_each(
        self, ids: Sequence[str], link: Callable[[str], LinkedPages], constants: SiteConstants
    ) -> list[Row]:
        """Link units, and return their rows in the same order."""
        newsletter, begin = self._newsletter, self._newsletter.units.texts.reopen
        batches = [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
        is_worth_it = len(ids) >= _FEW and newsletter.theme is not None
        processes = count_processes(newsletter.options.jobs, len(batches)) if is_worth_it else 1
        if processes == 1:
            return link_each(ids, link, constants)
        renderer = newsletter.make_renderer(constants)

        def work(id_: str) -> tuple[Row, list[tuple[Reason, Made]]]:
            linked = link(id_)
            made: list[tuple[Reason, Made]] = []
            for output in linked.outputs:
                reason = why(output.path, output.key, self._manifest, self._out)
                if reason != "same":
                    rendered = renderer.render(output)
                    made.append((reason, self._stage.put(output.path, output.key, rendered)))
            return linked.row, made

        rows = []
        done = spread(
            work, batches, processes, begin, lambda count: self._progress(count, len(ids))
        )
        for row, made in done:
            rows.append(row)
            for reason, one in made:
                self.made[one.path] = one
                self.reasons[one.path] = reason
        return rows

"""Outputs rendered in several processes, where there are so many that it is worth it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from digest.basics.processes import count_processes, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from digest.basics.diagnostics import Checked
    from digest.render.renderer import Renderer
    from digest.site.outputs import Output

    Rendered = tuple[str, Checked[bytes | Path]]
    """An output's path, and its bytes or the file that it is a copy of."""

_FEW = 100
"""Outputs that are rendered in less time than processes take to start."""
_BATCH = 40
"""Outputs that a process renders before it sends them."""


class Pool(msgspec.Struct, frozen=True):
    """How many processes render, and what each does first."""

    jobs: int
    """1 for this process alone, 0 for as many as there are cores."""
    begin: Callable[[], None]
    """Called in each process: what it has inherited and must not share, it opens anew."""


def render_outputs(
    renderer: Renderer, outputs: Sequence[Output], pool: Pool, progress: Callable[[int], None]
) -> list[Rendered]:
    """Render outputs; `progress` is told now and then how many are done.

    Raises ProcessError where one of several processes dies half-way.
    """

    def render(output: Output) -> Rendered:
        return output.path, renderer.render(output)

    batches = list(_batches(outputs))
    processes = count_processes(pool.jobs, len(batches)) if len(outputs) >= _FEW else 1
    return spread(render, batches, processes, pool.begin, progress)


def _batches(outputs: Sequence[Output]) -> Iterator[Sequence[Output]]:
    """Part the outputs; the files of a mail, which are made together, stay together."""
    start = 0
    while start < len(outputs):
        end = start + _BATCH
        while end < len(outputs) and _is_one_mail(outputs[end - 1], outputs[end]):
            end += 1
        yield outputs[start:end]
        start = end


def _is_one_mail(before: Output, after: Output) -> bool:
    folder = before.path.rpartition("/")[0]
    return before.kind == after.kind == "mail" and after.path.rpartition("/")[0] == folder

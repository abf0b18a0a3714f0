"""Outputs rendered in several processes, where there are so many that it is worth it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from digest.basics.processes import count_processes, spread_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from digest.site.outputs import Output

R = TypeVar("R")

_FEW = 100
"""Outputs that are rendered in less time than processes take to start."""
_BATCH = 40
"""Outputs that a process renders before it sends them."""


def make_outputs(
    make: Callable[[Output], R],
    outputs: Sequence[Output],
    jobs: int,
    begin: Callable[[], None],
    progress: Callable[[int], None],
) -> list[R]:
    """Return what `make` makes of each output.

    `jobs` is 1 for this process alone, and 0 for as many as there are cores. `begin` is called
    first in each other process: what it has inherited and must not share, it opens anew. `progress`
    is told now and then how many outputs are done. Raises ProcessError where a process dies.
    """
    batches = list(_batches(outputs))
    processes = count_processes(jobs, len(batches)) if len(outputs) >= _FEW else 1
    return spread_all(make, batches, processes, begin, progress)


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

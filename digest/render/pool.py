"""Outputs rendered in several processes, where there are so many that it is worth it."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
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


def render_outputs(renderer: Renderer, outputs: Sequence[Output], pool: Pool) -> Iterator[Rendered]:
    """Render outputs, in any order.

    Processes are forked, so that they have what is in memory here; where the system does not do
    that safely, this one works alone. Raises ChildProcessError where one dies half-way.
    """
    jobs = (pool.jobs or len(os.sched_getaffinity(0))) if _can_fork() else 1
    if jobs == 1 or len(outputs) < _FEW:
        yield from ((output.path, renderer.render(output)) for output in outputs)
        return
    batches = list(_batches(outputs))
    shares = [batches[index::jobs] for index in range(jobs)]
    yield from _render_shares(renderer, shares, pool.begin)


def _can_fork() -> bool:
    return sys.platform not in {"darwin", "win32"} and hasattr(os, "sched_getaffinity")


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


def _render_shares(
    renderer: Renderer, shares: Sequence[Sequence[Sequence[Output]]], begin: Callable[[], None]
) -> Iterator[Rendered]:
    # 10 ms, for many outputs only
    from multiprocessing import connection, get_context  # noqa: PLC0415

    context = get_context("fork")
    workers: dict[Connection, BaseProcess] = {}
    # a collection in a child would copy all of the parent's memory
    gc.freeze()
    # an interrupt is for the parent: it ends the others
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        for share in shares:
            results, sender = context.Pipe(duplex=False)
            worker = context.Process(target=_work, args=(sender, renderer, share, begin))
            worker.start()
            sender.close()
            workers[results] = worker
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        opened = [*workers]
        while opened:
            ready = set(connection.wait(opened))
            for results in [one for one in opened if one in ready]:
                batch = _receive(results)
                if batch is None:
                    opened.remove(results)
                    _end(workers[results])
                else:
                    yield from batch
    finally:
        for process in workers.values():
            process.kill()
            process.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        gc.unfreeze()


def _work(
    sender: Connection,
    renderer: Renderer,
    share: Sequence[Sequence[Output]],
    begin: Callable[[], None],
) -> None:
    begin()
    for batch in share:
        sender.send([(output.path, renderer.render(output)) for output in batch])
    sender.close()


def _receive(results: Connection) -> list[Rendered] | None:
    """Return the next batch that a process has made; None where it has made all, or is dead."""
    try:
        batch: list[Rendered] = results.recv()
    except EOFError:
        return None
    return batch


def _end(worker: BaseProcess) -> None:
    worker.join()
    if worker.exitcode:
        raise ChildProcessError(f"a process that rendered pages ended with {worker.exitcode}")

"""Work spread over several processes, none of which outlives the one that started them."""

from __future__ import annotations

import functools
import gc
import os
import signal
import sys
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from digest.basics.endingsignals import ENDING
from digest.basics.files import FileError
from digest.basics.ownfiles import LostError, decode_packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    _Workers = dict[Connection, BaseProcess]
    """By where each sends what it has made."""

T = TypeVar("T")
R = TypeVar("R")

_PIPE = 1 << 20
"""Bytes that a pipe holds: of Linux no user gets more, unless its administrator says so."""


class ProcessError(Exception):
    """A process that did a part of the work is no more; the message says what to do."""


def count_processes(jobs: int, batches: int) -> int:
    """Return how many processes are of use where `jobs` are asked for, 0 for as many as are.

    There are never more than cores, or batches of work. Where the system does not fork safely it
    is one, and that is this one.
    """
    if sys.platform in {"darwin", "win32"} or not hasattr(os, "sched_getaffinity"):
        return 1
    cores = len(os.sched_getaffinity(0))
    return max(1, min(jobs or cores, cores, batches))


@contextmanager
def spread(
    work: Callable[[T], R],
    batches: Sequence[Sequence[T]],
    processes: int,
    begin: Callable[[], None],
    *,
    helps: bool = True,
) -> Iterator[Iterator[R]]:
    """Have the work done on each item; yield what lists its results, in the order of the items.

    With more than one process, the others are forked, so they have what is in memory here. Each
    calls `begin` first, which opens anew what is not to be shared. They start at once, and each
    takes the next batch when it is done with one. This process takes batches too if it `helps`,
    from when the first result is asked for; between two items it receives the others' results. What
    it learns of its own items stays in memory, here and in processes that are forked later. To ask
    for a result raises a FileError or LostError of the work, and ProcessError where a process died
    half-way.
    """
    if processes == 1:
        yield map(work, chain.from_iterable(batches))
        return
    # any file will do: forked processes share the place in it, the number of the next batch
    with (
        Path(__file__).open("rb") as turn,
        _forked(processes - helps, (work, batches, turn.fileno(), begin)) as workers,
    ):
        own = _take(batches, turn.fileno()) if helps else ()
        yield _sort(_list_made(work, own, workers))


def spread_all(
    work: Callable[[T], R],
    batches: Sequence[Sequence[T]],
    processes: int,
    begin: Callable[[], None],
    progress: Callable[[int], None],
) -> list[R]:
    """Return the results of work that is spread; `progress` is told how many there are so far."""
    made: list[R] = []
    with spread(work, batches, processes, begin) as results:
        for one in results:
            made.append(one)
            progress(len(made))
    return made


@contextmanager
def beside(work: Callable[[], T], kind: type[T], *, forks: bool) -> Iterator[Callable[[], T]]:
    """Begin with some work in another process; yield what waits for it, and returns its result.

    The work writes nothing, and its result is of the type `kind`, which can be encoded. Where it is
    not worth it to fork, or that is not safe, it is done here as soon as it is asked for.
    """
    if not forks or count_processes(0, 2) == 1:
        yield functools.cache(work)
        return
    watched, held = os.pipe()
    results, sender = os.pipe()
    with _signals_held():
        process = os.fork()
        if process == 0:
            try:
                # a collection would copy all of the parent's memory
                gc.disable()
                os.close(results)
                _watch_parent(watched, held)
                with os.fdopen(sender, "wb") as file:
                    file.write(msgspec.msgpack.encode(work()))
            finally:
                # after an error, too: it must not go on with its parent's work
                os._exit(0)
    os.close(sender)

    @functools.cache
    def wait() -> T:
        with os.fdopen(results, "rb", closefd=False) as file:
            made = decode_packed(file.read(), kind)
        # the process was ended before it was done
        return work() if made is None else made

    try:
        yield wait
    finally:
        for end in (held, watched, results):
            os.close(end)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


@contextmanager
def _signals_held() -> Iterator[None]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _forked(count: int, task: tuple[Any, ...]) -> Iterator[_Workers]:
    """Fork processes that do a part of the work; none of them is left at the end."""
    workers: _Workers = {}
    # the system closes the end that is held here with this process, however that ends
    ends = os.pipe()
    # a collection in a child would copy all of the parent's memory
    gc.freeze()
    processes: list[BaseProcess] = []
    try:
        # a signal is for this process: it ends the others
        with _signals_held():
            processes += (_start(workers, (ends, *task)) for _ in range(count))
        yield workers
    finally:
        with _signals_held():
            for end in ends:
                os.close(end)
            for process in processes:
                process.kill()
                process.join()
            for results in workers:
                results.close()
        gc.unfreeze()


def _start(workers: _Workers, task: tuple[Any, ...]) -> BaseProcess:
    # 10 ms, for much work only, and not on every system
    import fcntl  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("fork")
    results, sender = context.Pipe(duplex=False)
    # nor does every system have larger pipes
    with suppress(AttributeError, OSError):
        # what comes of a batch is on its way, while the process is at the next one
        fcntl.fcntl(sender.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    worker = context.Process(target=_work, args=(sender, *task))
    worker.start()
    sender.close()
    workers[results] = worker
    return worker


def _take(batches: Sequence[T], turn: int) -> Iterator[tuple[int, T]]:
    """Take one batch after another, each that no process has taken yet, with its number."""
    while (number := os.lseek(turn, 1, os.SEEK_CUR) - 1) < len(batches):
        yield number, batches[number]


def _list_made(
    work: Callable[[T], R], own: Iterable[tuple[int, Sequence[T]]], workers: _Workers
) -> Iterator[tuple[int, list[R]]]:
    """List what comes of batches, those that this process takes and all others, by number."""
    for number, batch in own:
        made = []
        for item in batch:
            made.append(work(item))
            # else another process would wait to hand over what it has made
            yield from _receive_ready(workers, 0)
        yield number, made
    while workers:
        yield from _receive_ready(workers, None)


def _sort(made: Iterable[tuple[int, list[R]]]) -> Iterator[R]:
    """List what came of all items, that of each batch as soon as that of all earlier ones was."""
    waiting: dict[int, list[R]] = {}
    following = 0
    for number, some in made:
        waiting[number] = some
        while following in waiting:
            yield from waiting.pop(following)
            following += 1


def _receive_ready(workers: _Workers, timeout: float | None) -> Iterator[tuple[int, list[Any]]]:
    """List what processes have made of batches, and drop those that are done.

    With None as the time-out, in seconds, it is waited for.
    """
    from multiprocessing.connection import wait  # noqa: PLC0415 -- as above

    ready = set(wait([*workers], timeout))
    for results in [one for one in workers if one in ready]:
        received = _receive(results)
        if received is None:
            results.close()
            _check_end(workers.pop(results))
        elif isinstance(received, (FileError, LostError)):
            raise received
        else:
            yield received


def _work(
    sender: Connection,
    ends: tuple[int, int],
    work: Callable[[T], R],
    batches: Sequence[Sequence[T]],
    turn: int,
    begin: Callable[[], None],
) -> None:
    _watch_parent(*ends)
    begin()
    try:
        for number, batch in _take(batches, turn):
            sender.send((number, [work(item) for item in batch]))
    except (FileError, LostError) as error:
        sender.send(error)
    sender.close()


def _watch_parent(watched: int, held: int) -> None:
    """Have this process end with its parent, which alone holds the other end of what is watched."""
    import threading  # noqa: PLC0415 -- for this process only

    os.close(held)
    threading.Thread(target=_end_with_parent, args=(watched,), daemon=True).start()


def _end_with_parent(watched: int) -> None:
    """End this process, whatever it is at, as soon as its parent is no more."""
    os.read(watched, 1)
    os._exit(1)


def _receive(results: Connection) -> tuple[int, list[Any]] | FileError | LostError | None:
    """Return what a process has made next; None where it has made all, or is dead."""
    try:
        received: tuple[int, list[Any]] | FileError | LostError = results.recv()
    except (EOFError, OSError):
        return None
    return received


def _check_end(worker: BaseProcess) -> None:
    worker.join()
    if worker.exitcode and worker.exitcode < 0:
        said = f"a process of digest was ended by signal {-worker.exitcode}"
        remedy = "where memory is short, '--jobs 1' needs less"
        raise ProcessError(f"{said}; {remedy}")
    if worker.exitcode:
        raise ProcessError("a process of digest failed; this is a bug in digest")

"""Builds as processes of their own: forked, so that they start at once and leave nothing behind."""

from __future__ import annotations

import os
import select
import signal
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from digest.commands.askedmails import NoMailError
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from digest.basics.diagnostics import Diagnostic
    from tests.histories.edited import Edited

_PATIENCE_SECONDS = 10.0
"""How long a killed build's processes may take to end."""


class Outcome(msgspec.Struct, frozen=True):
    """What came of a build or a check."""

    problems: tuple[str, ...] = ()
    """What was reported, each with all of its fields."""
    is_made: bool = False
    """Whether a site was made: there were no errors."""
    changes: int = 0
    """How many files were written or deleted."""
    refusal: str = ""
    """Why nothing was begun."""
    crash: str = ""
    """The traceback of a bug."""


class Running:
    """A build or check under way."""

    def __init__(self, process: int, pipe: int) -> None:
        self._process = process
        self._pipe = pipe

    def wait(self) -> Outcome:
        """Return what came of it."""
        with os.fdopen(self._pipe, "rb") as pipe:
            said = pipe.read()
        os.waitpid(self._process, 0)
        return msgspec.json.decode(said, type=Outcome)

    def kill(self) -> None:
        """End it where it is; raises TimeoutError where a process that it started lives on."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        # each process that it forked has the other end open, too
        is_over, _, _ = select.select([self._pipe], [], [], _PATIENCE_SECONDS)
        os.close(self._pipe)
        if not is_over:
            raise TimeoutError("a process that renders has outlived the build that was killed")


def encode_all(diagnostics: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return all problems but `address-gone`: what was there before, a clean build cannot know."""
    told = (one for one in diagnostics if one.rule != "address-gone")
    return tuple(msgspec.json.encode(one).decode() for one in told)


def start_build(
    newsletter: Edited,
    out: Path,
    options: Mapping[str, Any] | None = None,
    encode: Callable[[Iterable[Diagnostic]], tuple[str, ...]] = encode_all,
) -> Running:
    """Build a newsletter into the folder `out`, with its own options or others."""
    chosen = newsletter.options if options is None else options

    def build() -> Outcome:
        try:
            result = Newsletter.at(newsletter.root, out).build(newsletter.today, **chosen)
        except NoMailError as error:
            return Outcome(refusal=str(error))
        return Outcome(encode(result.diagnostics), bool(result.outputs), len(result.changes))

    return _start(build)


def start_check(newsletter: Edited, out: Path) -> Running:
    """Check a newsletter, with what builds into the folder `out` know already."""

    def check() -> Outcome:
        return Outcome(encode_all(Newsletter.at(newsletter.root, out).diagnose(newsletter.today)))

    return _start(check)


def _start(work: Callable[[], Outcome]) -> Running:
    read, write = os.pipe()
    process = os.fork()
    if process:
        os.close(write)
        return Running(process, read)
    try:
        os.close(read)
        outcome = attempt(work)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(msgspec.json.encode(outcome))
    finally:
        # whatever happens, what the parent does next must not be done here too
        os._exit(0)


def attempt(work: Callable[[], Outcome]) -> Outcome:
    """Return what comes of some work, or the traceback of its bug."""
    try:
        return work()
    except BaseException:  # noqa: BLE001 -- the parent reports it
        return Outcome(crash=traceback.format_exc())


def read_outputs(out: Path) -> dict[str, bytes]:
    """Return all that a build made for others, and nothing of what it keeps for itself."""
    files = (one for name in ("site", "email") for one in sorted((out / name).rglob("*")))
    return {
        one.relative_to(out).as_posix(): one.read_bytes() if one.is_file() else b"a broken link"
        for one in files
        if one.is_file() or one.is_symlink()
    }


def warm_up() -> None:
    """Have all imported that a build imports, so that forked ones start at once."""
    with TemporaryDirectory() as folder:
        newsletter = Newsletter(Path(folder))
        newsletter.edition("2022-03")
        newsletter.build(email="all")

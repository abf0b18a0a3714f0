"""Builds that are killed at random moments: `python -m tests.kills --count 300`.

After each of them nothing of it may run on, every file must be as it was or as it is to be, and
the next build must leave what a clean one makes. Half of the builds are from cold, the others
after an edit; half of them use one process, the others two.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.written import entry_path, write_newsletter
from tests.cli.program import command, environment, wait_until_gone

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_PATIENCE = 10.0
"""Seconds in which all processes of a build that was killed must be gone."""
_DAY = {"SOURCE_DATE_EPOCH": "1700000000"}

_EDITIONS = 4
"""As few as are worth two processes, so that many builds can be killed."""

Tree = dict[str, bytes]


class Kill(NamedTuple):
    """How a build is killed."""

    is_cold: bool
    jobs: int
    number: signal.Signals
    is_group: bool
    """Whether the signal is sent to all processes of the build, as a terminal does."""
    part: float
    """Of the time that it would take."""


class Failure(Exception):  # noqa: N818 -- no mistake of this program
    """What is wrong after a kill."""


class Site:
    """A newsletter in several states, of each of which it is known what a clean build makes."""

    def __init__(self, root: Path) -> None:
        """Write the newsletter into the folder `root`, and build each state."""
        self.root = root / "newsletter"
        self.out = self.root / "build"
        write_newsletter(self.root, _EDITIONS)
        content = self.root / "content"
        self.states: list[Path] = []
        # each is an edit of the one before
        for edit in (_write_page, _add_text, _rename_site, _remove_edition):
            edit(self.root)
            self.states.append(root / edit.__name__)
            shutil.copytree(content, self.states[-1])
        self.trees = [self._build_clean(number) for number in range(len(self.states))]
        self.seconds = {
            (is_cold, jobs): self._time(jobs, is_cold=is_cold)
            for is_cold in (True, False)
            for jobs in (1, 2)
        }

    def enter(self, number: int) -> None:
        """Give the newsletter the content of a state."""
        shutil.rmtree(self.root / "content")
        shutil.copytree(self.states[number], self.root / "content")

    def build(self) -> float:
        """Build, and return how many seconds it took."""
        began = time.monotonic()
        with self._start() as process:
            said = process.communicate(timeout=300)
        if process.returncode:
            raise Failure(f"the build ended with {process.returncode}: {said}")
        return time.monotonic() - began

    def kill(self, how: Kill) -> int:
        """Start a build and kill it; return its status."""
        with self._start("--jobs", str(how.jobs)) as process:
            time.sleep(how.part * self.seconds[how.is_cold, how.jobs])
            if process.poll() is None:
                (os.killpg if how.is_group else os.kill)(process.pid, how.number)
            # waits for all that have the other end of its output
            said = process.communicate(timeout=_PATIENCE)[1].decode()
        _wait_for_end(process.pid)
        status = process.returncode
        if status not in {0, -how.number, 128 + how.number}:
            raise Failure(f"status {status}: {said}")
        if status > 0 and said.strip() != "stopped; every file is whole":
            raise Failure(f"status {status}: {said}")
        return status

    def check_whole(self, before: Tree, after: Tree) -> None:
        """Raise Failure where a file is neither as it was nor as it is to be."""
        for path, data in read_tree(self.out).items():
            if data not in {before.get(path), after.get(path)}:
                raise Failure(f"{path} is neither old nor new")

    def check_clean(self, tree: Tree) -> None:
        """Raise Failure where the output folder is not what a clean build makes of it."""
        found = read_tree(self.out)
        differ = sorted(path for path in found | tree if found.get(path) != tree.get(path))
        if differ:
            raise Failure(f"{len(differ)} files are not as in a clean build: {differ[:5]}")
        left = {path.name for path in (self.out / ".cache").iterdir()}
        if left - {"memo.sqlite", "last.json"}:
            raise Failure(f"left in the cache: {sorted(left)}")

    def _start(self, *options: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command("build", *options),
            cwd=self.root,
            env=environment(self.root) | _DAY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def _build_clean(self, number: int) -> Tree:
        self.enter(number)
        shutil.rmtree(self.out, ignore_errors=True)
        self.build()
        return read_tree(self.out)

    def _time(self, jobs: int, *, is_cold: bool) -> float:
        """Return how many seconds a build takes that nobody kills."""
        if is_cold:
            shutil.rmtree(self.out)
        else:
            self.enter(0)
            self.build()
        self.enter(2)
        began = time.monotonic()
        with self._start("--jobs", str(jobs)) as process:
            process.communicate()
        return time.monotonic() - began


def kill_builds(folder: Path, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Kill so many builds; yield how each ended, and what was wrong, with how it came about."""
    chance = random.Random(seed)
    site = Site(folder)
    site.enter(0)
    site.build()
    now = 0
    for turn in range(count):
        how = Kill(
            is_cold=turn % 2 == 0,
            jobs=1 + turn // 2 % 2,
            number=chance.choice(SIGNALS),
            is_group=chance.random() < 0.2,
            part=chance.uniform(0.02, 1.05),
        )
        target = chance.choice([state for state in range(len(site.trees)) if state != now])
        end, wrong = "wrong", ""
        try:
            before = site.trees[now]
            if how.is_cold:
                shutil.rmtree(site.out)
                before = {}
            site.enter(target)
            status = site.kill(how)
            site.check_whole(before, site.trees[target])
            site.build()
            site.check_clean(site.trees[target])
            end = f"{how.number.name}: {'too late' if status == 0 else status}"
        except (Failure, subprocess.TimeoutExpired) as failure:
            wrong = f"{turn}: {how}, {now} to {target}: {failure}"
            # from here on as if nothing had been
            shutil.rmtree(site.out, ignore_errors=True)
            site.build()
        yield end, wrong
        now = target


def read_tree(out: Path) -> Tree:
    """Return every file that is published or mailed."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for top in ("site", "email")
        for path in (out / top).rglob("*")
        if path.is_file()
    }


def _write_page(root: Path) -> None:
    pages = root / "content/pages"
    pages.mkdir()
    (pages / "square.md").write_text("---\ntitle: Square\n---\n![A square](square.svg)\n")
    _draw_square(root, 1)


def _add_text(root: Path) -> None:
    entry = entry_path(root)
    entry.write_text(f"{entry.read_text()}\nMore.\n")


def _rename_site(root: Path) -> None:
    site = root / "content/site.yaml"
    site.write_text(site.read_text().replace("title: ", "title: Other ", 1))
    _draw_square(root, 2)


def _remove_edition(root: Path) -> None:
    shutil.rmtree(sorted((root / "content/editions").iterdir())[3])


def _draw_square(root: Path, size: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"></svg>'
    (root / "content/pages/square.svg").write_text(svg)


def _wait_for_end(group: int) -> None:
    if not wait_until_gone(group, _PATIENCE):
        os.killpg(group, signal.SIGKILL)
        raise Failure("a process outlived its build")


def main() -> None:
    """Kill builds, and print how they ended and what was wrong."""
    parser = argparse.ArgumentParser(prog="tests.kills", description="Kill builds at random.")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    # what starts this may have it ignore some, and builds would inherit that
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for end, wrong in kill_builds(Path(folder), asked.count, asked.seed):
            ends[end] += 1
            if wrong:
                print(wrong, flush=True)
            if ends.total() % 50 == 0 or ends.total() == asked.count:
                print(f"{ends.total()}: {dict(sorted(ends.items()))}", flush=True)
    raise SystemExit(bool(ends["wrong"]))


if __name__ == "__main__":
    main()

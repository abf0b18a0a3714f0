"""The program, run as an editor runs it, with services on this machine for the real ones."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.service import Service

REPOSITORY = Path(__file__).parent.parent.parent
HASTE = "200"
"""By how much all waits are shortened."""


class Ran(NamedTuple):
    """What a run gave."""

    status: int
    out: str
    err: str


def command(*arguments: str) -> list[str]:
    """Return the command line of `digest` with these arguments."""
    return [sys.executable, "-m", "digest", *arguments]


def user_cache(root: Path) -> Path:
    """Return the user's cache folder for a run in the newsletter's folder, beside that.

    Compiled templates are there already: to make them takes as long as all else in a small build.
    """
    folder = root.with_name(f"{root.name}-user-cache")
    if not folder.exists():
        shutil.copytree(_compile_templates(), folder)
    return folder


@functools.cache
def _compile_templates() -> Path:
    """Return a cache folder as a build of a small newsletter leaves it."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    newsletter = Newsletter(folder / "newsletter")
    newsletter.edition("2022-03", "Text.\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.entry("2022-03/01-a", arxiv="2202.06991")
    kept = folder / "cache"
    variables = os.environ | {"PYTHONPATH": str(REPOSITORY), "DIGEST_CACHE_DIR": str(kept)}
    built = [*command("build"), "--root", str(newsletter.root)]
    subprocess.run(built, env=variables, capture_output=True, check=True)
    return kept


def environment(root: Path, service: Service | None = None, haste: str = HASTE) -> dict[str, str]:
    """Return the variables that a run needs; without a service, none can be reached."""
    nowhere = {"DIGEST_ARXIV_API": "http://127.0.0.1:9/", "DIGEST_DOI_API": "http://127.0.0.1:9/"}
    return {
        **os.environ,
        **(service.environment if service else nowhere),
        "PYTHONPATH": str(REPOSITORY),
        "DIGEST_CACHE_DIR": str(user_cache(root)),
        "DIGEST_HASTE": haste,
    }


def run(root: Path, *arguments: str, service: Service | None = None) -> Ran:
    """Run `digest` in the newsletter's folder."""
    done = subprocess.run(
        command(*arguments),
        cwd=root,
        env=environment(root, service),
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def wait_until_gone(group: int, seconds: float) -> bool:
    """Wait until no process of a group is alive; return whether that came about in time."""
    until = time.monotonic() + seconds
    while any(_list_living(group)):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def _list_living(group: int) -> Iterator[int]:
    """List the processes of a group, but those that are dead and only not asked for yet."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            # the name of the program may have anything in it, parentheses too
            state, _, of = status.read_text().rpartition(")")[2].split()[:3]
            if int(of) == group and state != "Z":
                yield int(status.parent.name)

"""The program, run as an editor runs it, with services on this machine for the real ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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


def environment(root: Path, service: Service | None = None, haste: str = HASTE) -> dict[str, str]:
    """Return the variables that a run needs; without a service, none can be reached."""
    nowhere = {"DIGEST_ARXIV_API": "http://127.0.0.1:9/", "DIGEST_DOI_API": "http://127.0.0.1:9/"}
    return {
        **os.environ,
        **(service.environment if service else nowhere),
        "PYTHONPATH": str(REPOSITORY),
        "DIGEST_CACHE_DIR": str(root / "build" / "user-cache"),
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

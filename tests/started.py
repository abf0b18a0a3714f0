"""A newsletter that was just started, and the environment that its own Makefile set up."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

REPOSITORY = Path(__file__).parent.parent


class Started(NamedTuple):
    """A new newsletter whose `make site` was run."""

    folder: Path
    said: str
    """What `make site` printed."""

    @property
    def programs(self) -> Path:
        """The folder of the programs that were installed, from the project's wheel."""
        return self.folder / ".venv" / "bin"


def bare_environment(wheels: Path) -> dict[str, str]:
    """Return variables that know nothing of the repository but where its wheel may be."""
    # pip's own settings may say where packages are to be had
    kept = ("HOME", "PATH", "LANG", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in kept or name.startswith("PIP_")
    }
    links = f"{environment.get('PIP_FIND_LINKS', '')} {wheels}".strip()
    return environment | {"PIP_FIND_LINKS": links}


def run_bare(command: Sequence[str | Path], cwd: Path, wheels: Path) -> str:
    """Run a program that knows nothing of the repository, and return what it prints.

    `wheels` is a folder in which pip finds more than in its index.
    """
    done = subprocess.run(
        command,
        cwd=cwd,
        env=bare_environment(wheels),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

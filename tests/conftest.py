"""What tests in several folders share."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from digest import __version__
from tests.missing import IN_CI
from tests.newsletter import Newsletter
from tests.published import SHOWCASE_URL
from tests.service import Service
from tests.started import Started, run_bare

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parent.parent
RELEASE = f"research-digest~={__version__}"
"""What a digest that was installed from the index asks for."""

# where the tests run in the background a shell has them ignore interrupts, and with them every
# program that they start and mean to interrupt
signal.signal(signal.SIGINT, signal.default_int_handler)

# no deadline: a slow machine is no failure. In CI the same examples every time: a change is
# judged by what it changes
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if IN_CI else "here")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes run the tests: half of the time one waits for a browser."""
    return min(8, 2 * (os.cpu_count() or 1))


def pytest_collection_finish() -> None:
    """Have garbage looked for in what tests make, and not in the thousands of tests themselves."""
    gc.freeze()


# of its authors none has two entries yet: with this one, which covers a work that it cites, three
# have, and their pages are made
EARLIER_EDITION = {
    "index.md": """\
---
title: December 2021
date: 2021-12-02
---
An edition of one paper.
""",
    "01-s4.md": """\
---
arxiv: 2111.00396
name: S4
tags: [audio]
---
## Why
It is cited in a later edition.

## Key insights
It has no description and no figure.
""",
}


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """Run the services, and wait for them a twentieth of the usual time."""
    with Service() as running:
        for name, value in running.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
        monkeypatch.setenv("DIGEST_HASTE", "20")
        yield running


@pytest.fixture(scope="session", autouse=True)
def _user_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Leave the cache folder alone of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGEST_CACHE_DIR", str(tmp_path_factory.mktemp("user-cache")))
        yield


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    """Return a newsletter with settings and no editions."""
    return Newsletter(tmp_path)


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the project's own newsletter as `digest build` publishes it."""
    root = tmp_path_factory.mktemp("showcase")
    shutil.copytree(REPOSITORY / "content", root / "content")
    earlier = root / "content" / "editions" / "2021-12"
    earlier.mkdir()
    for name, text in EARLIER_EDITION.items():
        (earlier / name).write_text(text, "utf-8")
    built = subprocess.run(
        [sys.executable, "-m", "digest", "build", "--base-url", SHOWCASE_URL],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return root / "build" / "site"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project's wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run_bare([*pip, "wheel", "--no-deps", "--wheel-dir", folder, REPOSITORY], folder, folder)
    (made,) = folder.glob("research_digest-*.whl")
    return made


@pytest.fixture(scope="session")
def started(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Started:
    """Return a new newsletter, set up and built by its own Makefile. Not to be changed."""
    parent = tmp_path_factory.mktemp("started")
    folder = parent / "a new newsletter"
    subprocess.run(
        [sys.executable, "-m", "digest", "init", folder, "--requirement", RELEASE],
        cwd=parent,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
    )
    make = ("make", "site", f"PYTHON={sys.executable}")
    return Started(folder, run_bare(make, folder, wheel.parent))

"""A new newsletter's Makefile: every target, run in a folder with a space in its name."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.started import bare_environment, run_bare

if TYPE_CHECKING:
    from pathlib import Path

    from tests.started import Started


def make(started: Started, wheel: Path, *words: str) -> str:
    return run_bare(["make", *words], started.folder, wheel.parent)


def test_site_sets_everything_up_and_builds(started: Started) -> None:
    assert "build/site: " in started.said
    assert (started.folder / "build/site/index.html").is_file()
    installed = started.programs.parent.glob("lib/*/site-packages/research_digest-*")
    assert len(list(installed)) == 1


def test_help_names_every_target(started: Started, wheel: Path) -> None:
    said = make(started, wheel)
    text = (started.folder / "Makefile").read_text()
    phony = text.split(".PHONY: ", 1)[1].split("\n", 1)[0].split()
    assert [line.split()[1] for line in said.splitlines()] == phony


def test_check_and_fetch_find_all_in_order(started: Started, wheel: Path) -> None:
    # the starter's texts, which are there to be written over
    assert make(started, wheel, "check").endswith("\n3 warnings\n")
    make(started, wheel, "fetch")


def test_serve_shows_the_newsletter(started: Started, wheel: Path) -> None:
    with subprocess.Popen(
        ["make", "serve", "PORT=0"],  # noqa: S607 -- the make that an editor has
        cwd=started.folder,
        env=bare_environment(wheel.parent),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as serving:
        try:
            assert serving.stdout
            address = next(line for line in serving.stdout if line.startswith("http://127.0.0.1:"))
            with urllib.request.urlopen(address.strip(), timeout=20) as page:  # noqa: S310 -- this machine
                assert b"A new newsletter" in page.read()
        finally:
            os.killpg(serving.pid, signal.SIGINT)


def test_clean_leaves_the_newsletter_itself(started: Started, wheel: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(started.folder, copy, ignore=shutil.ignore_patterns(".venv"))
    (copy / ".venv").mkdir()
    run_bare(["make", "clean"], copy, wheel.parent)
    assert not (copy / ".venv").exists()
    assert not (copy / "build").exists()
    assert (copy / "content/site.yaml").is_file()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 1", "digest needs Python 3.11 or newer: make PYTHON="),
        ('case "$2" in *ensurepip*) exit 1;; esac', "apt install python3-venv"),
    ],
)
def test_a_python_that_will_not_do_is_told(tmp_path: Path, started: Started, wheel: Path,
                                           script: str, said: str) -> None:  # fmt: skip
    shutil.copy(started.folder / "Makefile", tmp_path)
    shutil.copy(started.folder / "requirements.txt", tmp_path)
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    done = subprocess.run(
        ["make", "site", f"PYTHON={python}"],  # noqa: S607 -- the make that an editor has
        cwd=tmp_path,
        env=bare_environment(wheel.parent),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert not (tmp_path / ".venv").exists()

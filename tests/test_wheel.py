"""The wheel, installed where nothing of the repository is, builds a newsletter with its theme."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Sequence

REPOSITORY = Path(__file__).parent.parent
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def run(command: Sequence[str | Path], cwd: Path) -> str:
    """Run a program that knows nothing of the repository, and return what it prints."""
    # pip's own settings may say where packages are to be had
    kept = ("HOME", "PATH", "LANG", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in kept or name.startswith("PIP_")
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, REPOSITORY], folder)
    (made,) = folder.glob("research_digest-*.whl")
    return made


@pytest.fixture(scope="module")
def digest(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the program that the wheel installs, in an environment with nothing else."""
    environment = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", environment], environment)
    run([environment / "bin" / "python", *PIP, "install", wheel], environment)
    return environment / "bin" / "digest"


def test_it_holds_the_package_and_the_themes_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {
        "digest",
        "research_digest",
    }
    assert "digest/py.typed" in names
    themes = {
        f"digest/{path.relative_to(REPOSITORY).as_posix()}"
        for path in (REPOSITORY / "themes").rglob("*")
        if path.is_file()
    }
    assert themes
    assert themes <= set(names)


def test_installed_elsewhere_it_builds_a_newsletter(digest: Path, tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.paper("arxiv:2202.06991", "Transformer Memory")
    newsletter.edition("2022-03", "Opening text.\n")
    newsletter.entry("2022-03/01-dsi", "A note on it.\n", arxiv="2202.06991")
    said = run([digest, "build"], tmp_path / "content" / "editions")
    assert "build/site" in said
    page = newsletter.page("editions/2022-03/dsi/")
    assert "Transformer Memory" in page
    assert "A note on it." in page
    assert list(newsletter.out.glob("site/static/*/*.css"))


def test_installed_elsewhere_it_says_its_version(digest: Path, tmp_path: Path) -> None:
    assert run([digest, "--version"], tmp_path).startswith("digest, version ")

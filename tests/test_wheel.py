"""The wheel, installed where nothing of the repository is, builds a newsletter with its theme."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter
from tests.started import run_bare

if TYPE_CHECKING:
    from tests.started import Started

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def digest(started: Started) -> Path:
    """Return the program that the wheel installs, in an environment with nothing else."""
    return started.programs / "digest"


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


def test_installed_elsewhere_it_builds_a_newsletter(
    digest: Path, wheel: Path, tmp_path: Path
) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.paper("arxiv:2202.06991", "Transformer Memory")
    newsletter.edition("2022-03", "Opening text.\n")
    newsletter.entry("2022-03/01-dsi", "A note on it.\n", arxiv="2202.06991")
    said = run_bare([digest, "build"], tmp_path / "content" / "editions", wheel.parent)
    assert "build/site" in said
    page = newsletter.page("editions/2022-03/dsi/")
    assert "Transformer Memory" in page
    assert "A note on it." in page
    assert list(newsletter.out.glob("site/static/*/*.css"))


def test_installed_elsewhere_it_starts_the_same_newsletter(
    digest: Path, wheel: Path, started: Started, tmp_path: Path
) -> None:
    made = run_bare([digest, "init", "a new newsletter"], tmp_path, wheel.parent).splitlines()
    assert "content/site.yaml" in made
    for path in made:
        expected = (started.folder / path).read_bytes()
        assert (tmp_path / "a new newsletter" / path).read_bytes() == expected, path


def test_installed_elsewhere_it_says_its_version(digest: Path, wheel: Path, tmp_path: Path) -> None:
    assert run_bare([digest, "--version"], tmp_path, wheel.parent).startswith("digest, version ")

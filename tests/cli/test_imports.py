"""What a command does not need is not imported: that took longer than the work itself."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import environment, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

PROGRAM = """
import sys
from digest.cli.program import cli
cli(sys.argv[1:], prog_name="digest", standalone_mode=False)
print(*sys.modules)
"""


def imported_by(root: Path, *arguments: str) -> set[str]:
    """Run `digest`, and return the names of all modules that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=root,
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture
def built(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter that was built when its files had been as they are for a while."""
    newsletter.edition("2022-03", "Text.\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.entry("2022-03/01-a", "Text, cited [@arxiv:2202.06991].\n", arxiv="2202.06991")
    newsletter.write("content/references.bib", "@book{one, title={A book}, year={2020}}\n")
    for _ in range(2):
        time.sleep(0.06)
        assert run(newsletter.root, "build").status == 0
    return newsletter


def test_a_build_with_nothing_new(built: Newsletter) -> None:
    heavy = {"jinja2", "markdown_it", "yaml", "sqlite3", "zoneinfo", "json", "digest.site.link"}
    assert sorted(heavy & imported_by(built.root, "build")) == []


def test_a_build_after_an_edit_of_a_text(built: Newsletter) -> None:
    built.entry("2022-03/01-a", "Other text, cited [@arxiv:2202.06991].\n", arxiv="2202.06991")
    found = imported_by(built.root, "build")
    assert {"jinja2", "markdown_it", "yaml"} <= found
    heavy = {
        *("babel", "html.parser", "xml.etree.ElementTree", "zoneinfo", "multiprocessing"),
        *("digest.records.bibtex", "digest.records.record", "digest.records.tex", "PIL"),
    }
    assert sorted(heavy & found) == []

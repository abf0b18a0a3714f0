"""Whole newsletters full of mistakes: each is named at its line and column, and nothing else is.

A folder of `sites` is a newsletter; its expected.txt has a line for each problem.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.basics.diagnostics import RULES
from tests.newsletter import Newsletter

SITES = sorted(path.parent for path in (Path(__file__).parent / "sites").glob("*/expected.txt"))

ELSEWHERE = {
    *("theme-error", "theme-missing", "theme-blocked", "email-over-budget", "email-image"),
    *("address-gone", "file-unreadable", "paper-typed"),
}
"""Rules that stop the rest from being checked, and those of outputs, which are not made where
there is an error; of what was built before, of files that git cannot hold, and of a doubt that
only stands where nothing is wrong: tested with what they are about."""


def expected(site: Path) -> list[str]:
    return (site / "expected.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_every_mistake_is_named_in_its_place(site: Path, tmp_path: Path) -> None:
    found = [
        f"{one.path}:{one.line}:{one.column}: {one.severity}[{one.rule}]"
        for one in Newsletter.at(site, tmp_path).diagnose()
    ]
    assert found == expected(site)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_nothing_is_written_where_there_is_an_error(site: Path, tmp_path: Path) -> None:
    assert Newsletter.at(site, tmp_path).build().outputs == 0
    assert not (tmp_path / "site").exists()


def test_every_rule_is_broken_somewhere() -> None:
    broken = {line.partition("[")[2].rstrip("]") for site in SITES for line in expected(site)}
    assert set(RULES) - broken == ELSEWHERE

"""What is kept of linked units: a part of it that is lost, or an old one, is never believed."""

from __future__ import annotations

import shutil
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable

Row = tuple[str, bytes]


def lose(_old: list[Row], _new: list[Row]) -> list[Row]:
    return []


def damage(_old: list[Row], new: list[Row]) -> list[Row]:
    return [(name, value[:-1] + bytes([value[-1] ^ 1])) for name, value in new]


def take_back(old: list[Row], new: list[Row]) -> list[Row]:
    return [*{**dict(new), **dict(old)}.items()]


def read_parts(newsletter: Newsletter) -> list[Row]:
    with sqlite3.connect(newsletter.out / ".cache/memo.sqlite") as memo:
        parts = "SELECT name, value FROM kept WHERE name LIKE 'linked part %'"
        return [*memo.execute(parts)]


@pytest.fixture(params=[2, 25], ids=["one-process", "several"])
def newsletter(newsletter: Newsletter, request: pytest.FixtureRequest) -> Newsletter:
    for number in range(1, request.param + 1):
        newsletter.paper(f"arxiv:2202.000{number:02}", f"Paper {number}")
        newsletter.edition(f"2020-{number:02}", date=f"2020-01-{number:02}")
        newsletter.entry(f"2020-{number:02}/01-one", arxiv=f"2202.000{number:02}", tags=["one"])
    return newsletter


@pytest.mark.parametrize("change", [lose, damage, take_back])
def test_what_is_not_as_it_was_kept_costs_time_alone(
    newsletter: Newsletter, change: Callable[[list[Row], list[Row]], list[Row]]
) -> None:
    newsletter.build(jobs=2)
    old = read_parts(newsletter)
    newsletter.edition("2020-01", "See [@arxiv:2202.00001].\n", title="A title", date="2020-01-01")
    time.sleep(0.1)
    newsletter.build(jobs=2)
    changed = change(old, read_parts(newsletter))
    with sqlite3.connect(newsletter.out / ".cache/memo.sqlite") as memo:
        memo.execute("DELETE FROM kept WHERE name LIKE 'linked part %'")
        memo.executemany("INSERT INTO kept VALUES (?, ?)", changed)
    # every page has the menu, so all of them are linked
    newsletter.edition("2020-02", "More.\n", title="Another", date="2020-01-02")
    newsletter.write("content/pages/menu.md", "---\ntitle: In the menu\n---\nText.\n")
    time.sleep(0.1)
    clean = Newsletter.at(newsletter.root, newsletter.root / "clean")
    shutil.rmtree(clean.out, ignore_errors=True)
    assert newsletter.diagnose() == clean.diagnose()
    assert [one for one in newsletter.build(jobs=2).diagnostics if one.severity == "error"] == []
    clean.build()
    assert newsletter.tree() == clean.tree()
    assert read_parts(newsletter)

"""The memo: whatever happens to its file, no wrong value comes out of it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from digest.output.memo import open_memo

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "memo.sqlite"
    with open_memo(path) as memo:
        memo.put("a", "k", b"one")
        memo.put("b", "k", b"two")
        memo.save()
    return path


def test_what_was_saved_is_there_again(file: Path) -> None:
    with open_memo(file) as memo:
        assert memo.get("a", "k") == b"one"
        assert memo.get("c", "k") is None


def test_what_is_not_saved_is_not_kept(file: Path) -> None:
    with open_memo(file) as memo:
        memo.put("c", "k", b"three")
    with open_memo(file) as memo:
        assert memo.get("c", "k") is None


def test_what_is_of_nothing_that_is_still_there_is_dropped(file: Path) -> None:
    with open_memo(file) as memo:
        memo.save(lambda name: name == "b")
    with open_memo(file) as memo:
        assert memo.get("a", "k") is None
        assert memo.get("b", "k") == b"two"


def test_what_was_made_of_something_else_is_unknown(file: Path) -> None:
    with open_memo(file) as memo:
        assert memo.get("a", "other") is None
        memo.put("a", "other", b"new")
        assert memo.get("a", "k") is None
        assert memo.get("a", "other") == b"new"


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_memo_is_replaced(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with open_memo(file) as memo:
        assert memo.get("a", "k") is None
        memo.put("a", "k", b"new")
        memo.save()
    with open_memo(file) as memo:
        assert memo.get("a", "k") == b"new"


def test_a_damaged_byte_makes_a_value_unknown_and_not_wrong(file: Path) -> None:
    data = file.read_bytes()
    assert data.count(b"one") == 1
    file.write_bytes(data.replace(b"one", b"one"[:2] + b"!"))
    with open_memo(file) as memo:
        assert memo.get("a", "k") is None
        assert memo.get("b", "k") == b"two"


def test_a_value_of_another_type_is_unknown(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("UPDATE kept SET value = 5")
    connection.commit()
    connection.close()
    with open_memo(file) as memo:
        assert memo.get("a", "k") is None


def test_a_folder_in_its_place_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "memo").mkdir()
    with open_memo(tmp_path / "memo") as memo:
        memo.put("a", "k", b"one")
        memo.save()
        assert memo.get("a", "k") == b"one"


def test_another_run_cannot_take_away_what_this_one_has_seen(file: Path) -> None:
    with open_memo(file) as mine:
        with open_memo(file) as other:
            other.put("c", "k", b"three")
            other.save()
        assert mine.get("a", "k") == b"one"

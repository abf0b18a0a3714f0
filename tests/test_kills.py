"""Builds that are killed at random moments leave what the next one can stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.kills import kill_builds

if TYPE_CHECKING:
    from pathlib import Path


def test_builds_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    # from cold and after an edit, with one process and with two
    assert [wrong for _, wrong in kill_builds(tmp_path, 4, seed=1) if wrong] == []

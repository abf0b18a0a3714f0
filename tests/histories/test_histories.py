"""Whatever was built before: what a build leaves is what a clean build makes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.histories.history import EDITS, Step, make_steps, parse_steps, play
from tests.histories.shrinking import shrink

if TYPE_CHECKING:
    from random import Random

    import pytest

    from tests.histories.edited import Edited

REPOSITORY = Path(__file__).parent.parent.parent


# the program shortens what fails by itself
@settings(max_examples=2, phases=[Phase.generate], database=None)
@given(st.integers(0, 1_000_000))
def test_after_any_edits_a_build_leaves_what_a_clean_one_makes(seed: int) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.histories", "--count=6", "--steps=8", f"--seed={seed}"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr


def leave_a_file(newsletter: Edited, _chance: Random) -> None:
    newsletter.write("../build/site/left.html", "Left.")


def test_a_history_that_fails_is_told_and_shortened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITS, "leave-a-file", leave_a_file)
    steps = (*parse_steps("touch:1 retitle:2"), Step("leave-a-file", 2), Step("touch", 4))
    failure = play(steps)
    assert failure
    assert failure.steps == steps[:3]
    assert failure.why == ("too many: site/left.html",)
    assert shrink(failure, 60).steps == steps[2:3]


def test_a_seed_makes_the_same_history_every_time() -> None:
    steps = make_steps(7, 5)
    assert steps == make_steps(7, 5) != make_steps(8, 5)
    assert parse_steps(" ".join(map(str, steps))) == steps

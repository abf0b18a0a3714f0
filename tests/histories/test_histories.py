"""Whatever was built before: what a build leaves is what a clean build makes, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.histories.history import EDITS, Step, make_steps, parse_steps, play
from tests.histories.shrinking import shrink
from tests.missing import IN_CI

if TYPE_CHECKING:
    from tests.histories.edited import Edited

REPOSITORY = Path(__file__).parent.parent.parent


# in CI the same ones every time: a change is judged by what it changes
SEED = 0 if IN_CI else Random().randrange(1_000_000)


@pytest.mark.parametrize("serve", [(), ("--serve",)], ids=["builds", "a preview"])
def test_after_any_edits_there_is_what_a_clean_build_makes(serve: tuple[str, ...]) -> None:
    played = subprocess.run(
        [sys.executable, "-m", "tests.histories", *serve, "--count=5", f"--seed={SEED}"],
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
    assert {step.edit for step in make_steps(7, 5, ["touch"])} == {"touch"}
    with pytest.raises(ValueError, match="there is no edit 'tuch'; there are add-edition, "):
        parse_steps("tuch:1")

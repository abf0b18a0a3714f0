"""Histories of a newsletter: edits one after the other, with a build after each.

What the build leaves must be what a clean build makes, byte for byte, and it must report the same.
An edit is named together with the seed of its choices, so that a history can be written down,
played again, and shortened.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from tests.histories import accidents, facts, notes, places, surroundings
from tests.histories.beginning import begin
from tests.histories.builds import Outcome, read_outputs, start_build, start_check
from tests.histories.difference import compare_diagnostics, compare_outputs
from tests.histories.edited import Edited, NothingToEditError

if TYPE_CHECKING:
    from collections.abc import Iterable

EDITS = {
    edit.__name__.replace("_", "-"): edit
    for module in (notes, places, facts, surroundings, accidents)
    for edit in module.EDITS
}
_LOSSES = frozenset({"lose-cache", "damage-cache"})
"""After these digest may not know any more which files are its own."""


class Step(NamedTuple):
    """An edit with the seed of its choices."""

    edit: str
    seed: int

    def __str__(self) -> str:
        return f"{self.edit}:{self.seed}"


Steps = tuple[Step, ...]


class Failure(NamedTuple):
    """A history that went wrong."""

    steps: Steps
    """The last one is that after which it did."""
    why: tuple[str, ...]
    """A line each."""


def make_steps(seed: int, length: int) -> Steps:
    """Return so many steps, the same ones for a seed."""
    chance = Random(seed)
    names = sorted(EDITS)
    return tuple(Step(chance.choice(names), chance.randrange(10**6)) for _ in range(length))


def parse_steps(text: str) -> Steps:
    """Read steps as they are printed; raises ValueError where an edit does not exist."""
    pairs = [one.split(":") for one in text.split()]
    if unknown := [name for name, _ in pairs if name not in EDITS]:
        raise ValueError(f"there is no edit '{unknown[0]}'")
    return tuple(Step(name, int(seed)) for name, seed in pairs)


def play(steps: Iterable[Step], keep: Path | None = None) -> Failure | None:
    """Play a history; return where it went wrong, if it did.

    It is played in the folder `keep`, which stays, or else in one that goes.
    """
    with TemporaryDirectory() as folder:
        history = _History(keep or Path(folder))
        played: list[Step] = []
        if why := history.compare(Random(0)):
            return Failure((), tuple(why))
        for step in steps:
            played.append(step)
            if why := history.take(step):
                return Failure(tuple(played), tuple(why))
    return None


class _History:
    def __init__(self, folder: Path) -> None:
        self._newsletter = Edited(folder / "newsletter", folder / "build")
        self._clean = folder / "clean"
        begin(self._newsletter)
        self._good = self._newsletter.snapshot()
        self._knows_its_own = True

    def take(self, step: Step) -> list[str]:
        """Edit, mostly build, and return what is wrong with what came of it."""
        chance = Random(step.seed)
        try:
            EDITS[step.edit](self._newsletter, chance)
        except NothingToEditError:
            return []
        if step.edit in _LOSSES:
            self._knows_its_own = False
        # now and then several edits come to one build
        return [] if chance.random() < 0.25 else self.compare(chance)

    def compare(self, chance: Random) -> list[str]:
        """Build, and return how what came of it differs from what a clean build makes."""
        newsletter, out = self._newsletter, self._newsletter.out
        before = read_outputs(out)
        if chance.random() < 0.3:
            # so soon after an edit that its time stamp may still be that of the build before
            built, wanted = self._build(out), self._build_clean()
        else:
            wanted, built = self._build_clean(), self._build(out)
        if built.crash or wanted.crash:
            return [built.crash, wanted.crash]
        if built.refusal != wanted.refusal:
            return [f"is: {built.refusal}", f"should be: {wanted.refusal}"]
        differences = compare_diagnostics(built.diagnostics, wanted.diagnostics)
        after = read_outputs(out)
        expected = read_outputs(self._clean) if wanted.is_made else before
        if wanted.is_made and not self._knows_its_own:
            # as its owner would, who finds what has nothing to do with the site any longer
            for path in after.keys() - expected.keys():
                (out / path).unlink()
                del after[path]
            self._knows_its_own = True
        differences += compare_outputs(after, expected)
        differences += self._look_again(chance, built)
        if wanted.is_made:
            self._good = newsletter.snapshot()
        elif chance.random() < 0.7:
            newsletter.restore(self._good, with_times=chance.random() < 0.5)
        return differences

    def _look_again(self, chance: Random, built: Outcome) -> list[str]:
        """Return what is wrong with another build, and with a check, of what is built already."""
        out = self._newsletter.out
        differences = []
        if chance.random() < 0.3:
            again = self._build(out)
            differences += compare_diagnostics(again.diagnostics, built.diagnostics)
            if again.changes or again.crash:
                differences.append(f"built again, it changes {again.changes} files {again.crash}")
        if chance.random() < 0.15:
            known = start_check(self._newsletter, out).wait()
            fresh = start_check(self._newsletter, self._clean / "none").wait()
            differences += compare_diagnostics(known.diagnostics, fresh.diagnostics)
            differences += [one.crash for one in (known, fresh) if one.crash]
        return differences

    def _build(self, out: Path) -> Outcome:
        return start_build(self._newsletter, out).wait()

    def _build_clean(self) -> Outcome:
        shutil.rmtree(self._clean, ignore_errors=True)
        return self._build(self._clean)

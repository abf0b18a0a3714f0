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
from tests.histories.difference import compare_outputs, compare_problems
from tests.histories.edited import Edited, NothingToEditError
from tests.histories.previews import Serving, encode_errors, preview_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EDITS = {
    edit.__name__.replace("_", "-"): edit
    for module in (notes, places, facts, surroundings, accidents)
    for edit in module.EDITS
}
_LOSSES = frozenset({"lose-cache", "damage-cache"})
"""After these digest may not know any more which files are its own."""

_KILL = "stop-build"
_ACCIDENTS = frozenset({*_LOSSES, _KILL, "damage-output", "build-otherwise", "edit-while-building"})
"""What does not happen to a preview's own folder."""

Outputs = dict[str, bytes]


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


def make_steps(seed: int, length: int, only: Sequence[str] = ()) -> Steps:
    """Return so many steps, the same ones for a seed; of all edits, or of some `only`."""
    chance = Random(seed)
    names = sorted(only or EDITS)
    return tuple(Step(chance.choice(names), chance.randrange(10**6)) for _ in range(length))


def parse_steps(text: str) -> Steps:
    """Read steps as they are printed; raises ValueError where an edit does not exist."""
    pairs = [one.split(":") for one in text.split()]
    check_names([name for name, _ in pairs])
    return tuple(Step(name, int(seed)) for name, seed in pairs)


def check_names(names: Iterable[str]) -> None:
    """Raise ValueError where an edit does not exist."""
    if unknown := [name for name in names if name not in EDITS]:
        raise ValueError(f"there is no edit '{unknown[0]}'; there are {', '.join(sorted(EDITS))}")


def play(
    steps: Iterable[Step], keep: Path | None = None, *, serves: bool = False, older: int = 0
) -> Failure | None:
    """Play a history; return where it went wrong, if it did.

    It is played in the folder `keep`, which stays, or else in one that goes. If it `serves`, one
    preview makes everything; else each build is a process of its own. The newsletter begins with
    so many `older` editions more.
    """
    with TemporaryDirectory() as folder:
        history = _History(keep or Path(folder), older, serves=serves)
        played: list[Step] = []
        try:
            why = history.compare(Random(0))
            for step in () if why else steps:
                played.append(step)
                if why := history.take(step):
                    break
        finally:
            history.close()
    return Failure(tuple(played), tuple(why)) if why else None


class _History:
    def __init__(self, folder: Path, older: int, *, serves: bool) -> None:
        self._newsletter = Edited(folder / "newsletter", folder / "build")
        self._clean = folder / "clean"
        begin(self._newsletter, older)
        # the clean builds have one process
        self._newsletter.options = {"jobs": 2} if older else {}
        self._serving = Serving(self._newsletter) if serves else None
        self._good = self._newsletter.snapshot()
        self._knows_its_own = True

    def close(self) -> None:
        """Let go of what was begun."""
        if self._serving:
            self._serving.close()

    def take(self, step: Step) -> list[str]:
        """Edit, mostly build, and return what is wrong with what came of it."""
        chance = Random(step.seed)
        if self._serving and step.edit in _ACCIDENTS:
            return []
        before = read_outputs(self._newsletter.out)
        try:
            EDITS[step.edit](self._newsletter, chance)
        except (NothingToEditError, NotADirectoryError, FileExistsError):
            # there is nothing to edit, or a file where a folder would be needed
            return []
        except (TimeoutError, RuntimeError) as error:
            return [str(error)]
        if step.edit in _LOSSES:
            self._knows_its_own = False
        if step.edit == _KILL:
            return self.compare(chance, before)
        # now and then several edits come to one build
        return [] if chance.random() < 0.25 else self.compare(chance)

    def compare(self, chance: Random, before_kill: Outputs | None = None) -> list[str]:
        """Build, and return how what came of it differs from what a clean build makes.

        `before_kill` is what was made before a build that was killed.
        """
        newsletter, out = self._newsletter, self._newsletter.out
        before = read_outputs(out)
        if chance.random() < 0.3:
            # so soon after an edit that its time stamp may still be that of the build before
            built, wanted = self._build(), self._build_clean()
        else:
            wanted, built = self._build_clean(), self._build()
        if built.crash or wanted.crash:
            return [built.crash, wanted.crash]
        if built.refusal != wanted.refusal:
            return [f"is: {built.refusal}", f"should be: {wanted.refusal}"]
        differences = compare_problems(built.problems, wanted.problems)
        expected = read_outputs(self._clean) if wanted.is_made else before
        if before_kill is not None:
            differences += _find_torn(before, before_kill, expected if wanted.is_made else {})
        if wanted.is_made and not self._knows_its_own:
            # as its owner would, who finds what has nothing to do with the site any longer
            for path in read_outputs(out).keys() - expected.keys():
                (out / path).unlink()
            self._knows_its_own = True
        differences += compare_outputs(read_outputs(out), expected)
        differences += self._look_again(chance, built)
        if wanted.is_made:
            self._good = newsletter.snapshot()
        elif chance.random() < 0.7:
            newsletter.restore(self._good, with_times=chance.random() < 0.5)
        return differences

    def _look_again(self, chance: Random, built: Outcome) -> list[str]:
        """Return what is wrong with another build, and with a check, of what is built already."""
        differences = []
        if chance.random() < 0.3:
            again = self._build()
            differences += compare_problems(again.problems, built.problems)
            if again.changes or again.crash:
                differences.append(f"built again, it changes {again.changes} files {again.crash}")
        if chance.random() < 0.15:
            out = self._newsletter.out
            known = start_check(self._newsletter, out).wait()
            fresh = start_check(self._newsletter, self._clean / "none").wait()
            differences += compare_problems(known.problems, fresh.problems)
            differences += [one.crash for one in (known, fresh) if one.crash]
        return differences

    def _build(self) -> Outcome:
        if self._serving:
            return self._serving.rebuild()
        return start_build(self._newsletter, self._newsletter.out).wait()

    def _build_clean(self) -> Outcome:
        shutil.rmtree(self._clean, ignore_errors=True)
        if not self._serving:
            options = self._newsletter.options | {"jobs": 1}
            return start_build(self._newsletter, self._clean, options).wait()
        options = preview_options(self._newsletter)
        return start_build(self._newsletter, self._clean, options, encode_errors).wait()


def _find_torn(found: Outputs, old: Outputs, new: Outputs) -> list[str]:
    """Name the files that a killed build left neither as they were nor as they are to be."""
    torn = (path for path in found if found[path] not in {old.get(path), new.get(path)})
    return [f"torn: {path}" for path in torn]

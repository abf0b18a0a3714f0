"""What the preview says of its builds: in the terminal, and on its pages."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import has_errors
from digest.basics.files import FileError
from digest.commands.report import format_text, summarise
from digest.commands.serve.state import Problem

if TYPE_CHECKING:
    from digest.basics.diagnostics import Diagnostic
    from digest.build import BuildResult

Saved = frozenset[str]
"""Paths of sources, from the root."""


class Reports(msgspec.Struct, frozen=True):
    """Where what the preview has to say goes."""

    result: Callable[[str], None]
    """Problems, a line each."""
    progress: Callable[[str], None]
    """What was done, and how long it took."""
    rendered: Callable[[int, int], None]
    """How many pages of how many are rendered, while it takes."""


class Reporter:
    """Tells the terminal what came of builds: of problems, only where they are others than before.

    The problems of a build that published nothing are told again after each save.
    """

    def __init__(self, told: Reports) -> None:
        self._told = told
        self._shown: tuple[Diagnostic, ...] = ()

    def has_news(self, result: BuildResult) -> bool:
        """Tell whether a build wrote something, or found what was not told yet."""
        return bool(result.changes) or not {*result.diagnostics} <= {*self._shown}

    def tell(self, paths: Saved, result: BuildResult, seconds: float) -> None:
        """Tell what came of a build of what was saved, which took some seconds."""
        is_broken = has_errors(result.diagnostics)
        if result.diagnostics != self._shown or is_broken:
            if result.diagnostics:
                self._told.result(format_text(result.diagnostics))
            elif self._shown:
                self._told.result(summarise(()))
        self._shown = result.diagnostics
        if is_broken:
            done = "nothing was written"
        else:
            wrote = sum(change.action == "wrote" for change in result.changes)
            deleted = len(result.changes) - wrote
            done = f"{wrote} of {result.outputs} files written"
            done += f", {deleted} deleted" if deleted else ""
        self._told.progress(f"{_name_saved(paths)}: {done} in {1000 * seconds:.0f} ms")

    def tell_failure(self, error: Exception) -> Problem:
        """Tell why a build could not be done, and return it as a page shows it."""
        if isinstance(error, FileError):
            problem = Problem("", "error", str(error))
        else:
            self._told.progress("".join(traceback.format_exception(error)))
            said = f"this is a bug in digest: {type(error).__name__}: {error}"
            problem = Problem("", "bug", said, "the terminal says more")
        self._told.result(f"error: {problem.message}")
        return problem


def make_problem(found: Diagnostic) -> Problem:
    """Return a problem as a page shows it."""
    place = f"{found.path}:{found.line}:{found.column}"
    return Problem(place, f"{found.severity}[{found.rule}]", found.message, found.hint)


def _name_saved(paths: Saved) -> str:
    """Return what changed, in few words."""
    if not paths:
        return "the whole newsletter"
    first = min(paths, key=lambda path: (path.count("/") < 2, path))  # noqa: PLR2004 -- a file rather than its folders
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"

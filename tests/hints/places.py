"""Every place in digest's source that makes a hint with a text in it, and which are reached."""

from __future__ import annotations

import ast
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from _typeshed import TraceFunction


_ADVICE = re.compile(
    r"(?:^|[,;:.] |\b(?:or|and|back|folder:) )"
    r"(?:write|did you mean|add|set|rename|use|put|take|move|give|run|say|leave)\b"
    r"[^'`;.]{0,50}(?:'|\[|\{)"
)
_SAME = len("didyoumean")
"""Letters of a hint that is made in several places."""
_MAKERS = {"did_you_mean", "_suggest"}
"""Functions that make such a hint of a text."""
_ASKED = "did you mean '{}'?"


class Place(NamedTuple):
    """A string in the source that is, or is a part of, a hint with a text in it."""

    file: str
    line: int
    """Where it begins."""
    end: int
    text: str
    """With `{}` for what is put into it."""
    is_computed: bool
    """Whether it stands in a function, and so may be made when the line is reached."""

    @property
    def is_told_apart(self) -> bool:
        """Whether a hint that is made of it is like no other's, or is always the same."""
        return not self.is_computed or len(re.sub(r"\{\}|\W", "", self.text)) > _SAME

    def is_reached(self, lines: set[tuple[str, int]]) -> bool:
        """Tell whether one of its lines is among those that were run."""
        return any((self.file, line) in lines for line in range(self.line, self.end + 1))

    def fits(self, hint: str) -> bool:
        """Tell whether a hint may have been made of it."""
        pattern = ".*?".join(map(re.escape, self.text.split("{}")))
        return bool(re.search(pattern, hint, re.DOTALL))


def list_places() -> Iterator[Place]:
    """List all of them."""
    for file in sorted(Path(digest.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        yield from _list(tree, str(file), is_computed=False)


def _list(node: ast.AST, file: str, *, is_computed: bool) -> Iterator[Place]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # what is written about the source
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _text(node)
        if _ADVICE.search(text):
            yield Place(file, node.lineno, node.end_lineno or node.lineno, text, is_computed)
    if isinstance(node, ast.JoinedStr):
        return
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _MAKERS:
        yield Place(file, node.lineno, node.end_lineno or node.lineno, _ASKED, is_computed=True)
    within = is_computed or isinstance(node, ast.FunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from _list(child, file, is_computed=within)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    parts = (one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return "".join(map(str, parts))


@contextmanager
def lines_reached(files: frozenset[str], reached: set[tuple[str, int]]) -> Iterator[None]:
    """Add to `reached` which lines of some files are run."""

    def note(frame: FrameType, event: str, _: object) -> TraceFunction:
        if event == "line":
            reached.add((frame.f_code.co_filename, frame.f_lineno))
        return note

    def enter(frame: FrameType, _event: str, _: object) -> TraceFunction | None:
        return note if frame.f_code.co_filename in files else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        yield
    finally:
        sys.settrace(before)

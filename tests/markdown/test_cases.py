"""The files in tests/cases: Markdown, what it becomes, and the problems it has, side by side.

A case is a heading `### name` and two or three fences. Sections are called Why and Key insights.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.markdown.shown import problems, show

FOLDER = Path(__file__).parent.parent / "cases"
_CASE = re.compile(
    r"^### (?P<name>.+)\n(?P<fences>(?:(?P<f>`{3,})\n(?:.*\n)*?(?P=f)\n)+)", re.MULTILINE
)
_FENCE = re.compile(r"^(`{3,})\n((?:.*\n)*?)\1$", re.MULTILINE)


class Case(NamedTuple):
    text: str
    shown: str
    problems: list[str]


def read_cases() -> dict[str, Case]:
    cases = {}
    for path in sorted(FOLDER.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        # each case is read, or the file is not as it should be
        assert len(_CASE.findall(text)) == len(re.findall("^### .+\n```", text, re.MULTILINE)), path
        for found in _CASE.finditer(text):
            fences = [fence[2] for fence in _FENCE.finditer(found["fences"])]
            case = Case(fences[0], fences[1], "".join(fences[2:]).splitlines())
            cases[f"{path.stem}: {found['name']}"] = case
    return cases


CASES = read_cases()


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    assert show(case.text).rstrip("\n") == case.shown.rstrip("\n")
    assert problems(case.text) == case.problems

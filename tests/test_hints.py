"""A hint that names a text is right when it is followed to the letter: the problem is gone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.hints import follow
from tests.newsletter import Newsletter
from tests.test_sites import SITES

if TYPE_CHECKING:
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic

FEWEST = 12
"""Hints of the sites that can be followed so."""


def read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def key(found: Diagnostic) -> tuple[str, int, str, str]:
    return found.path, found.line, found.rule, found.message


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_hint_that_is_followed_mends_the_problem(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    newsletter = Newsletter.at(tmp_path / "site", tmp_path / "build")
    followed, in_vain = 0, []
    for found in newsletter.diagnose():
        file = newsletter.root / found.path
        text = read(file)
        meant = follow(text, found) if text else ""
        if not meant:
            continue
        file.write_text(meant, "utf-8")
        followed += 1
        in_vain += [key(one) for one in newsletter.diagnose() if key(one) == key(found)]
        file.write_text(text, "utf-8")
    assert in_vain == []
    assert followed >= FEWEST

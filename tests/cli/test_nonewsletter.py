"""What is said where there is no newsletter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("folder", "words", "hint"),
    [
        ("one", ("check", "--root", "content"), "did you mean '--root {}/one'?"),
        ("", ("check",), "did you mean '--root one'?"),
        ("", ("check", "--root", "two"), "move 'content/site.yml' to 'content/site.yaml'"),
        ("three", ("check",), "move 'Site.yaml' to 'content/site.yaml'"),
        ("four", ("check",), "what is there is no file"),
    ],
)
def test_the_newsletter_that_was_meant(
    tmp_path: Path, folder: str, words: tuple[str, ...], hint: str
) -> None:
    for path in ("one/content/site.yaml", "two/content/site.yml", "three/Site.yaml"):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text("title: T\nurl: https://example.org/\n")
    (tmp_path / "four/content/site.yaml").mkdir(parents=True)
    ran = run(tmp_path / folder, *words)
    assert ran.status == 2
    assert ran.err.endswith(f"; {hint.format(tmp_path)}\n")

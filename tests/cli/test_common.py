"""What the commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "arguments",
    [
        ("theme",),
        ("theme", "new", "my"),
        ("share", "2022-03"),
        ("send",),
        ("import", "posts", "--into", "."),
    ],
    ids=" ".join,
)
def test_nothing_is_made_by_settings_that_cannot_be_read(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    newsletter = Newsletter(tmp_path / "newsletter")
    newsletter.edition("2022-03")
    newsletter.write("posts/2020-01-01-a.md", "# A post\n\nText.\n")
    newsletter.write("content/site.yaml", b"title: Caf\xe9\nurl: https://example.org/\n")
    before = {path for path in newsletter.root.rglob("*") if "build" not in path.parts}
    ran = run(newsletter.root, *arguments)
    assert ran.status == 1
    assert "content/site.yaml:1:11: error[encoding]: the byte 0xe9 is not UTF-8" in ran.err
    assert ran.out == ""
    assert {path for path in newsletter.root.rglob("*") if "build" not in path.parts} == before

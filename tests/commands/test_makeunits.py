"""Many units, read and linked in several processes: what comes of it is what one process makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.commands import makeunits

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.mark.parametrize("editions", [40, 44])
def test_all_is_read_whatever_is_left_for_the_last_turn(
    newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch, editions: int
) -> None:
    monkeypatch.setattr(makeunits, "_MOST", 20)
    for number in range(1, editions + 1):
        newsletter.paper(f"arxiv:2202.000{number:02}", f"Paper {number}")
        newsletter.edition(
            f"2020-{number:02}", f"See [@arxiv:2202.000{number:02}].\n", date="2020-01-01"
        )
        newsletter.write(f"content/pages/page-{number}.md", f"---\ntitle: P{number}\n---\nText.\n")
    assert newsletter.build(jobs=2).diagnostics == ()
    made = newsletter.tree()
    assert all(f"editions/2020-{number:02}/index.html" in made for number in range(1, editions + 1))
    assert all(
        f"Paper {n}" in newsletter.page(f"editions/2020-{n:02}/") for n in range(1, editions + 1)
    )

"""The gallery has a page of every kind to show, in every language that it has texts in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.gallery.kinds import SHOWN
from tests.gallery.written import LANGUAGES, write_sample, write_showcase

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

NO_PAGE = "404"


def missing(built: Newsletter, name: str) -> list[str]:
    """Return the pages of the gallery that a newsletter lacks."""
    assert built.build().diagnostics == ()
    places = [
        place if place.startswith("email/") else f"site/{place}index.html"
        for kind, newsletter, place in SHOWN
        if newsletter == name and kind != NO_PAGE
    ]
    return [place for place in places if not (built.out / place).is_file()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sample_has_all_that_is_shown_of_it(tmp_path: Path, lang: str) -> None:
    assert missing(write_sample(tmp_path, {"name": "paper"}, lang), "sample") == []


@pytest.mark.parametrize("theme", [{"name": "paper"}, {"name": "paper", "options": {}}])
def test_the_showcase_has_all_that_is_shown_of_it(tmp_path: Path, theme: dict[str, Any]) -> None:
    assert missing(write_showcase(tmp_path, theme), "showcase") == []

"""Every kind of page in every theme that comes with digest: valid, usable, and no wider than its
window. What else holds of pages is tried on the showcase, in its own theme."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_validity import find_faults
from tests.browser.usable import find_barriers
from tests.gallery.kinds import SHOWN
from tests.gallery.written import write_sample
from tests.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.newsletter import Newsletter

PATHS = [
    kind.path
    for kind in SHOWN
    if kind.newsletter == "sample" and kind.name not in {"sample-mail", "sample-redirect"}
]


@pytest.fixture(scope="module", params=THEMES)
def sample(request: pytest.FixtureRequest) -> Iterator[Newsletter]:
    with tempfile.TemporaryDirectory() as folder:
        made = write_sample(Path(folder), {"name": request.param}, "ar")
        assert made.build(email="none").diagnostics == ()
        yield made


def test_its_pages_are_valid(sample: Newsletter) -> None:
    assert find_faults(sample.out / "site") == []


def test_everyone_can_use_it_at_every_width(browser: Browser, sample: Newsletter) -> None:
    assert find_barriers(browser, sample.out / "site", PATHS) == {}

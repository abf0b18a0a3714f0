"""Every kind of page in every theme that comes with digest: valid, usable, and no wider than its
window. What else holds of pages is tried on the showcase, in its own theme."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.rig import serve
from tests.browser.test_pages import TOO_WIDE, violations
from tests.browser.test_validity import find_faults
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
WIDTHS = (1280, 768, 375, 320)
TRIED = {"light": 1280, "dark": 375}
"""At which width axe looks, by scheme: its rules hardly depend on both."""


@pytest.fixture(scope="module", params=THEMES)
def sample(request: pytest.FixtureRequest) -> Iterator[Newsletter]:
    with tempfile.TemporaryDirectory() as folder:
        made = write_sample(Path(folder), {"name": request.param}, "ar")
        assert made.build(email="none").diagnostics == ()
        yield made


def test_its_pages_are_valid(sample: Newsletter) -> None:
    assert find_faults(sample.out / "site") == []


@pytest.mark.parametrize("scheme", TRIED)
def test_everyone_can_use_it_at_every_width(
    browser: Browser, sample: Newsletter, scheme: Literal["light", "dark"]
) -> None:
    found = {}
    with serve(sample.out / "site", "/news/") as address:
        # axe sets styles of its own
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)
        for path in PATHS:
            tab = context.new_page()
            tab.goto(address + path)
            for width in WIDTHS:
                tab.set_viewport_size({"width": width, "height": 800})
                found[path, width] = tab.evaluate(TOO_WIDE)
                if width == TRIED[scheme]:
                    found[path, width] += violations(tab)
            tab.close()
        context.close()
    assert {place: faults for place, faults in found.items() if faults} == {}

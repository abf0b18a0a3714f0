"""Every kind of page in every theme that comes with digest: valid, usable, and no wider than its
window. What else holds of pages is tried on the showcase, in its own theme."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.rig import serve
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


PAST_THE_COLUMN = """() => {
  const column = document.querySelector("main").getBoundingClientRect()
  return [...document.querySelectorAll(".glance a, input[type=email]")]
    .map(one => one.getBoundingClientRect())
    .filter(box => box.left < column.left - 1 || box.right > column.right + 1).length
}"""


@pytest.mark.parametrize("theme", THEMES)
def test_on_a_phone_forms_and_long_words_stay_in_the_column_and_no_form_is_printed(
    browser: Browser, newsletter: Newsletter, theme: str
) -> None:
    form = "{form: https://lists.example.org/join, privacy: /privacy/}"
    newsletter.settings(f"theme: {theme}\nsubscribe: {form}\n")
    newsletter.write("content/pages/privacy.md", "---\ntitle: Privacy\n---\nNobody but us.\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", "Words.\n")
    newsletter.entry("2022-03/01-a", arxiv="2202.06991", name="x" * 60)
    assert newsletter.build().diagnostics == ()
    with serve(newsletter.out / "site", "/news/") as address:
        tab = browser.new_page(viewport={"width": 320, "height": 800})
        tab.goto(address)
        assert tab.evaluate(PAST_THE_COLUMN) == 0
        tab.goto(f"{address}editions/2022-03/")
        assert tab.locator(".onward .label").is_visible()
        tab.set_viewport_size({"width": 640, "height": 800})
        tab.emulate_media(media="print")
        assert not tab.locator(".onward .label").is_visible()
        tab.close()

"""A work that is mentioned often: the list is folded on screens, and whole on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.rig import serve
from tests.browser.usable import TOO_WIDE, violations
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of an entry whose work twelve others cite."""
    newsletter = Newsletter(tmp_path_factory.mktemp("mentions"))
    newsletter.paper("arxiv:2202.00001", "A Paper of Note")
    newsletter.edition("2022-02", title="February")
    newsletter.entry("2022-02/01-a", "See [@b].\n", arxiv="2202.00001", name="Note")
    newsletter.edition("2022-03", title="March")
    for number in range(2, 14):
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper {number}")
        place = "2022-02/02-b" if number == 2 else f"2022-03/{number}-e{number}"
        newsletter.entry(
            place, "[@arxiv:2202.00001]\n", arxiv=f"2202.{number:05}", name=f"P{number}"
        )
    assert newsletter.build().diagnostics == ()
    with serve(newsletter.out / "site", "/") as root:
        yield f"{root}editions/2022-02/a/"


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Tab]:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address, wait_until="load")
    yield tab
    context.close()


def shown(tab: Tab) -> int:
    return sum(line.is_visible() for line in tab.locator(".mentions li").all())


def test_a_long_list_opens_by_the_keyboard_and_is_whole_on_paper(tab: Tab) -> None:
    assert shown(tab) == 8
    tab.emulate_media(media="print")
    assert shown(tab) == 12
    tab.emulate_media(media="screen")
    tab.locator(".mentions summary").focus()
    tab.keyboard.press("Enter")
    assert shown(tab) == 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_it(tab: Tab, scheme: str) -> None:
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert violations(tab) == []
    tab.locator(".mentions summary").click()
    assert violations(tab) == []


def test_nothing_scrolls_sideways(tab: Tab) -> None:
    tab.locator(".mentions summary").click()
    for width in (1280, 768, 375, 320):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate(TOO_WIDE) == []


def test_a_reference_leads_to_the_entry_here_and_back(tab: Tab, address: str) -> None:
    tab.locator(".references .covered a").click()
    tab.wait_for_url("**/editions/2022-02/b/")
    tab.locator(".mentions a").first.click()
    tab.wait_for_url(address)

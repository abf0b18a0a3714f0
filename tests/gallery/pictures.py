"""Takes pictures of pages, several at a time in one browser."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from playwright.async_api import async_playwright

from tests.browser.rig import find_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from playwright.async_api import Browser, Route
    from playwright.async_api import Page as Tab

PUBLIC = "https://example.org/news/"
"""Where the newsletters say that they are."""
AT_ONCE = 3
"""So many pages are open at a time."""
TALLEST = 9_000
"""A picture shows so many pixels of a page's height, and what is below is left out."""
FACES_LOADED = "() => document.body.offsetHeight && document.fonts.ready.then(() => null)"
PICTURES_LOADED = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""
"""Those too that are loaded when one comes near them."""


class Shot(NamedTuple):
    """A picture of a page."""

    width: int
    scheme: str
    """`light` or `dark`."""
    file: Path


class Subject(NamedTuple):
    """A page of which pictures are taken."""

    address: str
    site: Path
    """Where the files are that it has by their public addresses, as a mail has its pictures."""
    shots: tuple[Shot, ...]


def take_pictures(subjects: Sequence[Subject], scale: float, tell: Callable[[Shot], None]) -> None:
    """Take pictures of pages; `tell` is called with each that is done.

    `scale` is how many pixels of a picture are one of the page.
    """
    asyncio.run(_take_all(subjects, scale, tell))


async def _take_all(
    subjects: Sequence[Subject], scale: float, tell: Callable[[Shot], None]
) -> None:
    how = find_browser()
    queue = iter(subjects)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**how)

        async def work() -> None:
            for subject in queue:
                await _take(browser, subject, scale, tell)

        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
        await browser.close()


async def _take(
    browser: Browser, subject: Subject, scale: float, tell: Callable[[Shot], None]
) -> None:
    tab = await browser.new_page(device_scale_factor=scale)

    async def stay(route: Route) -> None:
        """Let an old address show itself, which leads on at once, and a mail its pictures."""
        if route.request.is_navigation_request() and route.request.url != subject.address:
            await route.fulfill(status=204)
        elif route.request.url.startswith(PUBLIC):
            await route.fulfill(path=subject.site / route.request.url.removeprefix(PUBLIC))
        else:
            await route.continue_()

    await tab.route("**/*", stay)
    await tab.goto(subject.address, wait_until="load")
    for shot in subject.shots:
        await _shoot(tab, shot)
        tell(shot)
    await tab.close()


async def _shoot(tab: Tab, shot: Shot) -> None:
    await tab.emulate_media(color_scheme="dark" if shot.scheme == "dark" else "light")
    await tab.set_viewport_size({"width": shot.width, "height": 900})
    await tab.evaluate(FACES_LOADED)
    await tab.evaluate(PICTURES_LOADED)
    height = await tab.evaluate("() => document.documentElement.scrollHeight")
    await tab.screenshot(
        path=shot.file,
        full_page=True,
        clip={"x": 0, "y": 0, "width": shot.width, "height": min(height, TALLEST)},
    )

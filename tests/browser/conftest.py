"""A browser with the showcase before it."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import PAGES, KindOfPage
from tests.browser.rig import Witness, open_browser, serve, share_windows, wait_for_faces
from tests.published import SHOWCASE_URL, Published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    Visit = Callable[..., Tab]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def site(showcase: Path) -> Published:
    return Published(showcase, SHOWCASE_URL)


@pytest.fixture(scope="session")
def address(showcase: Path) -> Iterator[str]:
    """Return where the showcase is served, with a slash at its end."""
    with serve(showcase, urlsplit(SHOWCASE_URL).path) as address:
        yield address


@pytest.fixture(scope="module", params=PAGES, ids=lambda kind: kind.name)
def path(request: pytest.FixtureRequest, site: Published) -> str:
    """Return the path of a page of each kind in turn."""
    kind: KindOfPage = request.param
    return kind.find(site)


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Return a function that opens a page in a fresh window.

    It takes the page's path and what Browser.new_context takes. Whatever goes wrong in a page
    while a test uses it fails the test at its end.
    """
    with _open_windows(browser, address) as open_page:
        yield open_page


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[Visit]:
    """Return what `share_windows` yields."""
    with share_windows(browser) as show:
        yield show


@pytest.fixture
def look(windows: Visit, address: str, path: str) -> Visit:
    """Return a function that shows a page of each kind in turn, to tests that change nothing of it.

    It takes what Browser.new_context takes. Whatever goes wrong in a page fails the last test.
    """
    return partial(windows, address + path, kept=True)


@contextmanager
def _open_windows(browser: Browser, address: str) -> Iterator[Visit]:
    contexts = []
    witnesses = []

    def open_page(path: str, **options: Any) -> Tab:
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        witnesses.append(Witness(tab, address + path))
        tab.goto(address + path, wait_until="load")
        wait_for_faces(tab)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert [complaint for witness in witnesses for complaint in witness.complaints] == []

"""A browser, a web server for it to visit, and what a visit to a page brings to light."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error, sync_playwright

from tests.missing import skip_without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Response
    from playwright.sync_api import Page as Tab

NODE_MODULES = Path(__file__).parent / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# a quiet browser: whatever asks for another host is the page
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


def find_node_file(path: str) -> Path:
    """Return a file of an npm package; the test is skipped where it is not installed."""
    file = NODE_MODULES / path
    if not file.is_file():
        skip_without(f"the npm package {path.partition('/')[0]}")
    return file


def find_browser() -> dict[str, Any]:
    """Return how to start the machine's Chromium; the test is skipped where there is none."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        skip_without("a Chromium")
    # Chromium's sandbox does not work for root, which is who tests run as in a container
    arguments = [*ARGUMENTS, "--no-sandbox"] if os.getuid() == 0 else [*ARGUMENTS]
    return {"executable_path": program, "args": arguments}


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the machine's Chromium; the test is skipped where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**find_browser())
        yield browser
        browser.close()


def close_preview(context: BrowserContext) -> None:
    """Close a window of the preview, whose pages load again by themselves.

    Chromium has been seen to wait for ever for one that did at that moment.
    """
    for tab in context.pages:
        with suppress(Error):
            tab.goto("about:blank")
    context.close()


@contextmanager
def share_windows(browser: Browser) -> Iterator[Callable[..., Tab]]:
    """Yield a function that shows a page, in one window for all who ask for the same kind.

    A window of its own takes three times as long as the page. It takes the page's address and what
    Browser.new_context takes, and loads the page anew; with `kept`, only where another is shown.
    Whatever goes wrong in a page fails at the end.
    """
    windows: dict[str, tuple[Tab, Witness]] = {}

    def show(address: str, *, kept: bool = False, **options: Any) -> Tab:
        asked = repr(options)
        if asked not in windows:
            opened = browser.new_context(**options).new_page()
            windows[asked] = opened, Witness(opened, address)
        tab, witness = windows[asked]
        tab.emulate_media(media="screen", color_scheme=options.get("color_scheme", "light"))
        tab.set_viewport_size(options.get("viewport", {"width": 1280, "height": 720}))
        if not kept or tab.url != address:
            tab.mouse.move(0, 0)
            witness.address = address
            tab.goto(address, wait_until="load")
            wait_for_faces(tab)
        return tab

    yield show
    for tab, _ in windows.values():
        tab.context.close()
    assert [one for _, witness in windows.values() for one in witness.complaints] == []


def wait_for_faces(tab: Tab) -> None:
    """Wait until a page has its faces: one that comes later would move what is measured."""
    tab.evaluate("() => document.body.offsetHeight && document.fonts.ready.then(() => null)")


@contextmanager
def serve(folder: Path, base_path: str) -> Iterator[str]:
    """Publish a folder below `base_path` on this machine; yield its address.

    Like the hosts that static sites are published on, it answers with the folder's 404.html
    where there is no file.
    """

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            plain = urlsplit(path).path
            if not plain.startswith(base_path):
                return str(folder / "nothing is outside the base path")
            return super().translate_path("/" + plain.removeprefix(base_path))

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            if code != 404:
                super().send_error(code, message, explain)
                return
            body = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: Any) -> None:
            """Keep quiet: the tests say what went wrong."""

    def handle(*arguments: Any) -> Handler:
        return Handler(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handle) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{base_path}"
        server.shutdown()
        thread.join()


class Witness:
    """Notes down what goes wrong in a tab while it is used."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.address = address
        """The page that is shown, which may itself be "not found"."""
        self.complaints: list[str] = []
        tab.on("console", self._on_console)
        tab.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        tab.on("request", self._on_request)
        tab.on("requestfailed", self._on_failure)
        tab.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        # that the page itself is "not found" is what a test of the 404 page asks for
        if message.type in {"error", "warning"} and message.location["url"] != self.address:
            self.complaints.append(f"console: {message.text}")

    def _on_failure(self, request: Request) -> None:
        # the picture for a dark page is no longer asked for where that is light again
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def _on_request(self, request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.address).netloc:
            self.complaints.append(f"asked another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and response.url != self.address:
            self.complaints.append(f"{response.status}: {response.url}")

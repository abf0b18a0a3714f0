"""The form to subscribe by, in a browser, against a provider on this machine."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.browser.rig import serve
from tests.browser.usable import find_barriers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from tests.newsletter import Newsletter

PAGES = ("", "editions/2022-03/", "subscribe/")
LANGUAGES = ("ar", "ja")


class Provider(NamedTuple):
    """What takes the form, as mailing services do."""

    address: str
    posted: list[list[tuple[str, str]]]
    """The fields of each form that came."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    posted: list[list[tuple[str, str]]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            posted.append(parse_qsl(self.rfile.read(length).decode()))
            if self.path.startswith("/leads-on"):
                self.send_response(303)
                # the same machine by another name is another host
                self.send_header("Location", f"http://localhost:{server.server_port}/thanks")
                self.end_headers()
                return
            self._answer("Check your inbox")

        def do_GET(self) -> None:
            self._answer("Thank you")

        def _answer(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Provider</title><p>{text}".encode())

        def log_message(self, *_arguments: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Provider(f"http://127.0.0.1:{server.server_port}", posted)
        server.shutdown()


def publish(newsletter: Newsletter, form: str, more: str = "") -> None:
    corrections = [{"date": "2022-03-04", "text": "Not *four*, but five."}]
    newsletter.edition("2022-03", "Words.\n", corrections=corrections)
    newsletter.write("content/pages/privacy.md", "---\ntitle: Privacy\n---\nNobody but us.\n")
    newsletter.settings(f"subscribe: {{form: '{form}', privacy: /privacy/{more}}}\n")
    assert newsletter.build().diagnostics == ()


def open_tab(browser: Browser, address: str, *, scripts: bool = True) -> tuple[Tab, list[str]]:
    """Open a page; what its policy refuses is put into the list."""
    tab = browser.new_context(java_script_enabled=scripts).new_page()
    refused: list[str] = []
    tab.on("console", lambda message: refused.append(message.text))
    tab.goto(address)
    return tab, refused


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("page", PAGES)
def test_a_reader_subscribes_by_keyboard_alone(
    browser: Browser, newsletter: Newsletter, provider: Provider, page: str, *, scripts: bool
) -> None:
    publish(newsletter, f"{provider.address}/join?u=1&id=2", ", hidden: {l: [a, b]}")
    with serve(newsletter.out / "site", "/news/") as address:
        tab, refused = open_tab(browser, address + page, scripts=scripts)
        field = tab.get_by_label("Your email address")
        for _ in range(40):
            tab.keyboard.press("Tab")
            if field.evaluate("node => node === document.activeElement"):
                break
        tab.keyboard.type("ada@example.org")
        tab.keyboard.press("Enter")
        tab.get_by_text("Check your inbox").wait_for()
        assert urlsplit(tab.url).query == "u=1&id=2"
        assert provider.posted == [[("email", "ada@example.org"), ("l", "a"), ("l", "b")]]
        assert refused == []
        tab.context.close()


def test_the_browser_wants_an_address_before_it_sends(
    browser: Browser, newsletter: Newsletter, provider: Provider
) -> None:
    publish(newsletter, f"{provider.address}/join")
    with serve(newsletter.out / "site", "/news/") as address:
        tab, _ = open_tab(browser, address)
        button = tab.get_by_role("button", name="Subscribe")
        for typed in ("", "ada"):
            tab.get_by_label("Your email address").fill(typed)
            button.click()
        assert tab.url == address
        assert provider.posted == []
        tab.context.close()


@pytest.mark.parametrize("is_named", [True, False])
def test_a_provider_may_lead_on_where_that_was_named(
    browser: Browser, newsletter: Newsletter, provider: Provider, *, is_named: bool
) -> None:
    thanks = f"http://localhost:{urlsplit(provider.address).port}/thanks"
    publish(newsletter, f"{provider.address}/leads-on", f", thanks: '{thanks}'" * is_named)
    with serve(newsletter.out / "site", "/news/") as address:
        tab, refused = open_tab(browser, address)
        tab.get_by_label("Your email address").fill("ada@example.org")
        if is_named:
            tab.get_by_role("button", name="Subscribe").click()
            tab.get_by_text("Thank you").wait_for()
            assert refused == []
        else:
            with tab.expect_console_message() as told:
                tab.get_by_role("button", name="Subscribe").click()
            assert "form-action" in told.value.text
        tab.context.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_usable_and_fits_in_every_language(
    browser: Browser, newsletter: Newsletter, provider: Provider, lang: str
) -> None:
    publish(newsletter, f"{provider.address}/join")
    file = newsletter.root / "content/site.yaml"
    file.write_text(
        file.read_text().replace("lang: en", f"lang: {lang}")
        + "social: [{name: Mastodon, url: https://example.social/@ada}]\n"
        + "comments: {url: 'https://example.com/{edition}'}\n"
    )
    assert newsletter.build().diagnostics == ()
    assert find_barriers(browser, newsletter.out / "site", PAGES) == {}

"""The mail in the preview: made when somebody looks at it, and followed from then on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.rig import close_preview
from tests.commands.serve.serving import PATIENCE, Serving, serving
from tests.mails import SETTINGS, write_long, write_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Frame
    from playwright.sync_api import Page as Tab

    from tests.newsletter import Newsletter


@pytest.fixture
def server(newsletter: Newsletter) -> Iterator[Serving]:
    write_long(newsletter, 12, f"{SETTINGS}  budget: 30000\n  tracked_link: 120\n")
    newsletter.edition("2022-02", "A draft ![A plot](a.png).\n", draft=True)
    write_picture(newsletter, "2022-02/a.png", (1400, 700))
    newsletter.edition("2999-01", "Of the future.\n")
    with serving(newsletter.root) as server:
        server.wait(lambda: server.page("").status == 200, "the first build")
        yield server


@pytest.fixture
def tab(browser: Browser, server: Serving) -> Iterator[Tab]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    tab = context.new_page()
    tab.goto(f"http://127.0.0.1:{server.port}/_mail/")
    yield tab
    close_preview(context)


def open_mail(tab: Tab, edition: str) -> Frame:
    tab.get_by_role("link", name=edition).click()
    tab.get_by_role("heading", name=f"The mail of {edition}").wait_for()
    return find_frame(tab)


def find_frame(tab: Tab) -> Frame:
    """Return the frame that shows the mail, once it does."""
    frame = tab.locator("iframe.desktop").element_handle().content_frame()
    assert frame
    frame.wait_for_url("**/shown.html*")
    return frame


def test_a_mail_is_made_when_it_is_opened(tab: Tab, server: Serving) -> None:
    folder = server.root / f"build/.preview/{server.port}/email"
    assert not folder.exists()
    frame = open_mail(tab, "2022-03")
    said = frame.inner_text("body")
    assert "Name 1" in said
    assert "A line of 12" in said
    assert [one.name for one in folder.iterdir()] == ["2022-03"]
    size = (folder / "2022-03/message.html").stat().st_size
    assert size <= 30_000
    assert tab.get_by_text(re.compile(f"^{size:,} bytes, .* of 30,000$")).count() == 1
    assert "A line of 12" in tab.inner_text("pre")
    # nothing of a mail may run, or lead out of its frame
    sandboxes = [one.get_attribute("sandbox") for one in tab.locator("iframe").all()]
    assert sandboxes == ["", ""]


def test_a_mail_is_seen_as_in_an_inbox_on_a_phone_in_the_dark_and_without_pictures(
    tab: Tab, server: Serving
) -> None:
    (server.root / "content/editions/2022-02/index.md").write_text(
        "---\ntitle: Feb\ndate: 2022-02-02\nsubject: Ten papers\n---\nWords ![A plot](a.png).\n"
    )
    server.wait(lambda: "Words" in server.page("editions/2022-02/").text, "the edit")
    frame = open_mail(tab, "2022-02")
    names = [one.inner_text() for one in tab.locator(".inbox b").all()]
    assert names == ["Tést Néws", "Ten papers"]
    assert tab.locator(".inbox span").inner_text().startswith("Words")
    assert tab.get_by_role("row", name="Subject").inner_text().endswith("Ten papers")
    phone = tab.locator("iframe.phone").element_handle().content_frame()
    assert phone
    assert phone.evaluate("innerWidth") == 375
    ground = "getComputedStyle(document.body).backgroundColor"
    assert frame.evaluate(ground) == "rgb(255, 253, 248)"
    assert frame.evaluate("document.images[0].naturalWidth") == 1200
    tab.get_by_role("link", name="Dark").click()
    tab.wait_for_url("**/?dark")
    frame = find_frame(tab)
    assert frame.evaluate(ground) == "rgb(27, 26, 24)"
    tab.get_by_role("link", name="No pictures").click()
    tab.wait_for_url("**/?dark&no-pictures")
    frame = find_frame(tab)
    assert frame.evaluate(ground) == "rgb(27, 26, 24)"
    assert frame.evaluate("document.images[0].naturalWidth") == 0


def test_drafts_show_their_pictures_and_the_future_is_there_too(tab: Tab) -> None:
    frame = open_mail(tab, "2022-02")
    assert frame.evaluate("document.images[0].naturalWidth") == 1200
    tab.get_by_role("link", name="Other editions").click()
    assert "Of the future." in open_mail(tab, "2999-01").inner_text("body")


def test_a_mail_that_is_open_follows_every_save(tab: Tab, server: Serving) -> None:
    open_mail(tab, "2999-01")
    edition = server.root / "content/editions/2999-01/index.md"
    edition.write_text(edition.read_text() + "\nAnd more of it.\n")
    tab.locator("pre").get_by_text("And more of it.").wait_for()
    find_frame(tab).locator("p", has_text="And more of it.").wait_for()
    settings = server.root / "content/site.yaml"
    settings.write_text(settings.read_text().replace("1 Main Street", "2 Side Street"))
    tab.locator("pre").get_by_text("2 Side Street").wait_for()
    settings.write_text(re.sub("  from: .*\n", "", settings.read_text()))
    tab.get_by_text("It has no sender").wait_for()

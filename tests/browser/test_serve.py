"""The preview in a real browser: it follows every save and stays where the reader is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.rig import Witness, close_preview, find_node_file
from tests.commands.serve.serving import PATIENCE, Serving, serving
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

EDITION = "editions/2022-03/"
LOWER = "\n\n".join(
    f"Paragraph {number} of a long text.\n\n## Part {number}" for number in range(60)
)
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9"/>'
# what the part of the page that the reader looks at is, and where: the eye must not have to search
PLACE = """() => {
  const seen = [...document.querySelectorAll("main h2")].find(
    (heading) => heading.textContent.startsWith("Part 30"));
  return Math.round(seen.getBoundingClientRect().top);
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    newsletter = Newsletter(tmp_path_factory.mktemp("newsletter"))
    newsletter.edition("2022-03", f"Opening text.\n\n{LOWER}\n")
    with serving(newsletter.root) as server:
        yield server


@pytest.fixture
def newsletter(server: Serving) -> Newsletter:
    """Return the newsletter that is served; each test leaves it without problems."""
    newsletter = Newsletter.at(server.root, server.root / "build")
    newsletter.edition("2022-03", f"Opening text.\n\n{LOWER}\n")
    server.wait(lambda: "Opening text." in server.page(EDITION).text, "the first text")
    return newsletter


@pytest.fixture
def tab(browser: Browser, server: Serving, newsletter: Newsletter) -> Iterator[Tab]:
    # the page is there once the newsletter is
    assert newsletter.out.is_dir()
    context = browser.new_context()
    context.set_default_timeout(PATIENCE * 1000)
    tab = context.new_page()
    witness = Witness(tab, server.address + EDITION)
    tab.goto(server.address + EDITION)
    yield tab
    # a page that is reloaded in the midst of its loading fails to load what it no longer needs
    unasked = [one for one in witness.complaints if not one.startswith("failed: ")]
    close_preview(context)
    assert unasked == []


def alert(tab: Tab) -> Any:
    return tab.get_by_role("alert")


def test_thirty_saves_with_mistakes_among_them_are_followed_at_the_reader_s_place(
    tab: Tab, newsletter: Newsletter
) -> None:
    tab.get_by_role("heading", name="Part 30").evaluate("one => one.scrollIntoView()")
    tab.evaluate("scrollBy(0, -50)")
    place = tab.evaluate(PLACE)
    assert 0 < place < 200
    for number in range(30):
        beginning = f"Beginning {number}.\n\n" * (1 + number % 3)
        if number % 3 == 2:
            newsletter.edition("2022-03", f"{beginning}Bad [@key{number}].\n\n{LOWER}\n")
            alert(tab).get_by_text(f"no work has the key 'key{number}'").wait_for()
            assert tab.get_by_text(f"Beginning {number - 1}.").count()
        else:
            newsletter.edition("2022-03", f"{beginning}{LOWER}\n")
            tab.get_by_text(f"Beginning {number}.").first.wait_for(state="attached")
            alert(tab).wait_for(state="detached")
        tab.wait_for_function(f"place => Math.abs(({PLACE})() - place) <= 1", arg=place)


def test_a_page_that_is_short_for_a_moment_keeps_the_reader_s_place(
    tab: Tab, newsletter: Newsletter
) -> None:
    tab.get_by_role("heading", name="Part 30").evaluate("one => one.scrollIntoView()")
    tab.evaluate("scrollBy(0, -50)")
    place = tab.evaluate(PLACE)
    is_at = f"place => Math.abs(({PLACE})() - place) <= 1"
    for number in range(2):
        newsletter.edition("2022-03", f"Before {number}.\n\n{LOWER}\n")
        tab.get_by_text(f"Before {number}.").wait_for(state="attached")
        newsletter.edition("2022-03", f"Short {number}.\n")
        tab.get_by_text(f"Short {number}.").wait_for()
        newsletter.edition("2022-03", f"After {number}.\n\n{LOWER}\n")
        tab.get_by_text(f"After {number}.").wait_for(state="attached")
        tab.wait_for_function(is_at, arg=place)
        tab.mouse.wheel(0, 300)
        tab.wait_for_function(f"place => ({PLACE})() < place - 200", arg=place)
        place = tab.evaluate(PLACE)


def test_saves_faster_than_anyone_reads_end_with_the_last(tab: Tab, newsletter: Newsletter) -> None:
    for number in range(30):
        mistake = "[@nokey]" if number % 2 else ""
        newsletter.edition("2022-03", f"Quick {number}. {mistake}\n\n{LOWER}\n")
        tab.wait_for_timeout(number * 3)
    alert(tab).get_by_text("no work has the key 'nokey'").wait_for()
    newsletter.edition("2022-03", "The last of them.\n")
    tab.get_by_text("The last of them.").wait_for()
    alert(tab).wait_for(state="detached")


def test_a_problem_is_shown_with_all_that_mends_it(tab: Tab, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", f"Bad [@nokey].\n\n{LOWER}\n")
    shown = alert(tab)
    shown.wait_for()
    said = shown.inner_text()
    assert "1 problem: this is the last good page" in said
    assert "content/editions/2022-03/index.md:5:6: error[citation-undefined]" in said
    assert "no work has the key 'nokey'" in said
    assert "hint: cite by " in said
    assert tab.get_by_text("Opening text.").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_problems_are_accessible(
    browser: Browser, server: Serving, newsletter: Newsletter, scheme: Any
) -> None:
    # axe sets styles of its own
    tab = browser.new_page(color_scheme=scheme, bypass_csp=True)
    tab.goto(server.address + EDITION)
    tab.evaluate(find_node_file("axe-core/axe.min.js").read_text("utf-8"))
    body = "".join(f"Bad <b> [@nokey{number}].\n\n" for number in range(30))
    newsletter.edition("2022-03", body)
    alert(tab).get_by_text("no work has the key 'nokey29'").wait_for()
    found = tab.evaluate("() => axe.run('digest-preview')")
    assert [(one["id"], one["nodes"]) for one in found["violations"]] == []
    # more of them than there is room for can be reached by keyboard
    assert alert(tab).evaluate("one => one.scrollHeight > one.clientHeight && one.tabIndex === 0")
    close_preview(tab.context)


def test_problems_can_be_put_away_and_come_back_with_others(
    tab: Tab, newsletter: Newsletter
) -> None:
    newsletter.edition("2022-03", "Bad [@one].\n")
    alert(tab).wait_for()
    tab.get_by_role("button", name="Close").click()
    alert(tab).wait_for(state="detached")
    newsletter.edition("2022-03", "Bad [@two].\n")
    alert(tab).get_by_text("no work has the key 'two'").wait_for()
    tab.keyboard.press("Escape")
    alert(tab).wait_for(state="detached")


def test_on_paper_there_are_no_problems(tab: Tab, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Bad [@nokey].\n")
    alert(tab).wait_for()
    tab.emulate_media(media="print")
    alert(tab).wait_for(state="hidden")


def test_warnings_are_only_counted(tab: Tab, newsletter: Newsletter) -> None:
    newsletter.paper("doi:10.1000/unused")
    newsletter.edition("2022-03", f"Opening text.\n\n{LOWER}", references=["doi:10.1000/unused"])
    tab.get_by_text("1 warning", exact=True).wait_for()
    assert not alert(tab).count()
    newsletter.edition("2022-03", f"Opening text.\n\n{LOWER}")
    tab.get_by_text("1 warning", exact=True).wait_for(state="detached")


def test_a_picture_is_seen_anew(tab: Tab, newsletter: Newsletter) -> None:
    newsletter.write("content/editions/2022-03/square.svg", PICTURE.format(10))
    newsletter.edition("2022-03", "![A square](square.svg)\n")
    picture = expect(tab.locator("main img"))
    picture.to_have_js_property("naturalWidth", 10)
    newsletter.write("content/editions/2022-03/square.svg", PICTURE.format(20))
    picture.to_have_js_property("naturalWidth", 20)


def test_a_page_that_goes_and_comes_back_is_shown_when_it_does(
    tab: Tab, server: Serving, newsletter: Newsletter
) -> None:
    text = (server.root / "content/editions/2022-03/index.md").read_text()
    newsletter.edition("2022-02", "Another edition.\n")
    context = tab.context
    other = context.new_page()
    server.wait(lambda: server.page("editions/2022-02/").status == 200, "the other edition")
    other.goto(f"{server.address}editions/2022-02/")
    newsletter.delete("content/editions/2022-02/index.md")
    other.get_by_role("heading", name=re.compile("not found", re.IGNORECASE)).wait_for()
    newsletter.edition("2022-02", "Another edition, again.\n")
    other.get_by_text("Another edition, again.").wait_for()
    newsletter.delete("content/editions/2022-02/index.md")
    newsletter.write("content/editions/2022-03/index.md", text)


def test_more_tabs_than_a_browser_has_connections_all_follow(
    tab: Tab, server: Serving, newsletter: Newsletter
) -> None:
    others = [tab.context.new_page() for _ in range(8)]
    for other in others:
        other.goto(server.address + EDITION)
    newsletter.edition("2022-03", "Seen in all of them.\n")
    for each in (tab, *others):
        each.get_by_text("Seen in all of them.").wait_for()


def test_the_first_problems_give_way_to_the_page_when_they_are_mended(
    browser: Browser, newsletter: Newsletter, server: Serving
) -> None:
    newsletter.edition("2022-03", "Bad [@nokey].\n")
    with serving(server.root) as failed:
        page = browser.new_page()
        page.goto(failed.address + EDITION)
        page.get_by_role("alert").get_by_text("no work has the key 'nokey'").wait_for()
        newsletter.edition("2022-03", "Bad [@another].\n")
        page.get_by_role("alert").get_by_text("no work has the key 'another'").wait_for()
        newsletter.edition("2022-03", "Mended at last.\n")
        page.get_by_text("Mended at last.").wait_for()
        close_preview(page.context)


def test_a_server_that_is_started_again_is_found_again(
    browser: Browser, newsletter: Newsletter, server: Serving
) -> None:
    with serving(server.root) as first:
        page = browser.new_page()
        page.goto(first.address + EDITION)
        page.get_by_text("Opening text.").wait_for()
        assert first.interrupt() == 0
    newsletter.edition("2022-03", "Written while nobody served.\n")
    with serving(server.root, "--port", str(first.port)):
        page.get_by_text("Written while nobody served.").wait_for(timeout=PATIENCE * 1000)
        close_preview(page.context)

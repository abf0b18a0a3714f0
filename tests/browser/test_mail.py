"""The mail as mail clients take it: what they know of HTML, what a parser reads, how it looks."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.rig import find_node_file
from tests.browser.test_validity import check_markup
from tests.mails import SETTINGS, write_everything
from tests.missing import skip_without
from tests.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    from tests.newsletter import Newsletter

# What not every client knows, and why it is in the mail all the same.
UNSUPPORTED = {
    "@media": "for the dark and for phones, an extra: all other style is on the elements",
    "<body> element": "some put a div in its place; the ground is the outer table's, too",
    "display:none": "where the preheader is not hidden, it is of one pixel",
    "overflow": "a wide table scrolls where it can, and stands out where it cannot",
    "role attribute": "for those who listen; others pass over it",
    "table-layout": "Outlook for Windows does without: it breaks long words all the same",
    "text-decoration-color": "links are underlined in their own colour there",
    "white-space": "long lines of code break where they can",
}
CLIENTS = {"gmail.", "outlook.", "apple-mail.", "yahoo."}


@pytest.fixture(params=THEMES)
def everything(newsletter: Newsletter, request: pytest.FixtureRequest) -> Path:
    """Return the folder of the mail of an edition that has whatever there is, in each theme."""
    write_everything(newsletter, f"{SETTINGS}theme: {request.param}\n")
    assert newsletter.build().diagnostics == ()
    return newsletter.out / "email/2022-03"


@pytest.fixture
def mails(everything: Path, showcase: Path) -> list[Path]:
    """Return that mail's HTML, and the showcase's."""
    return [everything / "message.html", *showcase.parent.glob("email/*/message.html")]


def run_node(script: str, *arguments: Path) -> Any:
    """Return the JSON that a script of this folder prints."""
    node = shutil.which("node")
    if node is None:
        skip_without("Node.js")
    command = [node, str(Path(__file__).parent / script), *map(str, arguments)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_clients_know_what_is_in_a_mail(mails: list[Path]) -> None:
    find_node_file("@jsx-email/doiuse-email/package.json")
    found = run_node("lint-mail.mjs", *mails)
    assert len(mails) > 1
    assert set(found) == set(UNSUPPORTED), found
    # what is unknown to all of one maker's clients would be no extra
    assert {client.partition(".")[0] + "." for some in found.values() for client in some} <= CLIENTS


def test_the_html_of_a_mail_is_valid(mails: list[Path]) -> None:
    faults = [
        f"{message['url']}:{message['lastLine']}: {message['message']}"
        for folder in {mail.parent for mail in mails}
        for message in check_markup(folder)
        # the attributes that HTML 5 left to CSS are all that Outlook for Windows goes by
        if "attribute" not in message["message"] or "obsolete" not in message["message"]
    ]
    assert faults == []


def test_another_parser_reads_the_message(everything: Path) -> None:
    find_node_file("mailparser/package.json")
    read = run_node("open-mail.mjs", everything / "message.eml")
    assert read["subject"] == "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen und mehr"
    assert read["from"] == [{"address": "news@example.org", "name": "Tést Néws"}]
    assert read["replyTo"] == [{"address": "editors@example.org", "name": ""}]
    assert read["to"] == read["from"]
    assert "date" not in read["headers"]
    assert read["list"] == {
        "id": {"name": "Test News", "id": "news.example.org"},
        "unsubscribe": {
            "url": "https://example.org/leave?list=1&token=x",
            "mail": "leave@example.org",
        },
    }
    for part, name in (("html", "message.html"), ("text", "message.txt")):
        assert (read[part] or "").split() == (everything / name).read_text().split()
    assert read["attachments"] == 0
    assert len(read["headers"]) == len(set(read["headers"]))


@pytest.fixture
def open_mail(browser: Browser, everything: Path) -> Iterator[Any]:
    """Return a function that opens the mail in a window of some width, as a client would."""
    contexts = []
    site = everything.parent.parent / "site"

    def open_html(width: int, *, pictures: bool = True, **options: Any) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        tab = context.new_page()

        def answer(route: Any) -> None:
            path = route.request.url.removeprefix("https://example.org/news/")
            if path == "mail":
                body = (everything / "message.html").read_text()
                route.fulfill(body=body, content_type="text/html; charset=utf-8")
            elif pictures and (site / path).is_file():
                route.fulfill(path=site / path)
            else:
                route.abort()

        tab.route("**/*", answer)
        tab.goto("https://example.org/news/mail")
        return tab

    yield open_html
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [600, 375, 320])
@pytest.mark.parametrize("pictures", [True, False], ids=["pictures", "no pictures"])
def test_a_mail_is_as_wide_as_its_window(open_mail: Any, width: int, *, pictures: bool) -> None:
    tab = open_mail(width, pictures=pictures)
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    # but for the cells of a table, which scroll within it
    outside = """[...document.querySelectorAll("p, li, h1, h2, h3, h4, pre, img, td.reference")]
        .filter((one) => one.getBoundingClientRect().right > innerWidth).length"""
    assert tab.evaluate(outside) == 0


def test_numbers_do_not_move_lines(open_mail: Any) -> None:
    tab = open_mail(600)
    # a paragraph of one size, with numbers in it, is a whole number of its lines high
    odd = """[...document.querySelectorAll("p, li, blockquote p")]
        .filter((one) => one.querySelector("sup.cite, sup.note"))
        .filter((one) => !one.querySelector("img, ol, ul"))
        .filter((one) => one.offsetHeight % parseFloat(getComputedStyle(one).lineHeight))
        .map((one) => one.textContent)"""
    assert tab.evaluate(odd) == []


def test_all_text_can_be_read_in_the_dark(open_mail: Any) -> None:
    tab = open_mail(600, color_scheme="dark")
    dim = """() => {
        const light = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map((v) => v / 255)
                .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = (one) => {
            for (; one; one = one.parentElement) {
                const colour = getComputedStyle(one).backgroundColor;
                if (!colour.endsWith(", 0)")) return colour;
            }
            return "rgb(255, 255, 255)";
        };
        return [...document.querySelectorAll(".column *")]
            .filter((one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
            .filter((one) => {
                const [a, b] = [getComputedStyle(one).color, ground(one)].map(light);
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
            })
            .map((one) => one.outerHTML);
    }"""
    assert tab.evaluate(dim) == []
    assert open_mail(600).evaluate(dim) == []


def test_a_message_with_a_hard_head_is_read_whole(newsletter: Newsletter) -> None:
    find_node_file("mailparser/package.json")
    title = "Überlange Überschrift, 中文字符 и кириллица: " + "größer und größer " * 12 + "🎉 Ende"
    name = "Müller, 'Jörg' & Söhne; " + "Łódź " * 20
    settings = SETTINGS.replace("Tést Néws", name.strip())
    newsletter.settings(settings.replace("Test News <", "Überlanger Name der Liste " * 5 + "<"))
    newsletter.edition("2022-03", title=json.dumps(title, ensure_ascii=False))
    assert newsletter.build().diagnostics == ()
    file = newsletter.out / "email/2022-03/message.eml"
    read = run_node("open-mail.mjs", file)
    assert read["subject"] == title
    assert read["from"][0]["name"] == name.strip()
    assert read["list"]["id"]["id"] == "news.example.org"
    assert all(len(line) <= 998 for line in file.read_bytes().split(b"\r\n"))

"""Pages that browsers have open are shown before all the rest is made."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from digest.commands.serve.answers import Answers
from digest.commands.serve.preview import Preview
from digest.commands.serve.reports import Reports
from digest.commands.serve.state import SharedState
from tests.newsletter import SITE_YAML, Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from digest.commands.serve.state import Shown

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>{}</title></svg>'
HOME, FIRST, SECOND = "/news/", "/news/editions/2022-02/", "/news/editions/2022-03/"
PATHS = {
    FIRST: "content/editions/2022-02/index.md",
    SECOND: "content/editions/2022-03/index.md",
}
OTHER = "site/editions/2022-03/index.html"
LOADED = re.compile(r'<(?:img|script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"')


class Looking(SharedState):
    """Asks for what is shown ahead, as soon as it is, as browsers do."""

    def __init__(self, newsletter: Newsletter) -> None:
        super().__init__()
        told = Reports(lambda _: None, lambda _: None, lambda _done, _total: self.meanwhile())
        self.meanwhile: Callable[[], None] = lambda: None
        """What an editor does while pages are made."""
        self._newsletter = newsletter
        self._preview = Preview(newsletter.root, newsletter.out, "http://127.0.0.1:1", self, told)
        self._answers = Answers(self._preview, self)
        self.ahead_pages: list[dict[str, str]] = []
        """The pages that were shown ahead, by address, a dict a time."""
        self.loaded: dict[str, str] = {}
        """What they load, by address."""
        self.written: list[dict[str, bytes]] = []
        """What was in the output folder when they were shown."""
        self.save()

    def publish_ahead(self, site: str, pages: Iterable[str], shown: Mapping[str, Shown]) -> None:
        super().publish_ahead(site, pages, shown)
        self.ahead_pages.append({page: self.get(page) for page in self.state.ahead})
        for page, html in self.ahead_pages[-1].items():
            loaded = (urljoin(page, found) for found in LOADED.findall(html))
            self.loaded |= {one: self.get(one) for one in loaded if "/_digest/" not in one}
        self.written.append(self._newsletter.published())

    def get(self, address: str) -> str:
        """Ask for a page or a file."""
        answer = self._answers.answer(address)
        assert answer.status == HTTPStatus.OK, address
        return answer.body.decode(errors="replace")

    def save(self, *paths: str) -> None:
        """Tell of files that were saved."""
        self._preview.rebuild(frozenset(paths))

    def save_meanwhile(self, *paths: str) -> None:
        """Tell of files that were saved while a build is under way."""
        self.meanwhile = lambda: None
        self._preview.saved(frozenset(paths))

    def is_outdated(self, page: str, address: str) -> bool:
        """Tell whether a page that was loaded from an address is loaded again now."""
        own = re.search(r'data-site="([^"]*)"', page)
        assert own
        return own[1] != self.state.ahead.get(address, self.state.site)


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-02", "First text.\n")
    newsletter.edition("2022-03", "Second text.\n")
    return newsletter


def test_the_page_that_is_open_comes_first_and_is_loaded_once(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    home, before = shared.get(HOME), newsletter.published()
    shared.get(FIRST)
    newsletter.edition("2022-02", "Other text.\n", title="Another title")
    shared.save(PATHS[FIRST])
    (ahead,), (written,) = shared.ahead_pages, shared.written
    assert {*ahead} == {HOME, FIRST}
    assert "Other text." in ahead[FIRST]
    assert "Another title" in ahead[HOME]
    assert written == before
    # and the rest follows
    assert "Another title" in shared.get("/news/archive/")
    assert not any(shared.is_outdated(page, address) for address, page in ahead.items())
    assert shared.is_outdated(home, HOME)
    assert shared.get(FIRST) == ahead[FIRST]


def test_a_page_that_is_as_it_was_is_not_made_again(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    newsletter.edition("2022-02", "Other text.\n")
    shared.save(PATHS[FIRST])
    shared.get(SECOND)
    newsletter.edition("2022-02", "New text.\n")
    shared.save(PATHS[FIRST])
    assert shared.ahead_pages == []
    assert "New text." in shared.get(FIRST)


def test_a_page_that_is_shown_as_it_would_be_is_not_loaded_again(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    newsletter.edition("2022-02", "Other text.\n")
    # told late: a look at all was first
    shared.save()
    page = shared.get(FIRST)
    shared.save(PATHS[FIRST])
    assert shared.ahead_pages == []
    assert not shared.is_outdated(page, FIRST)


def test_where_the_edit_is_wrong_elsewhere_the_last_good_page_stands(
    newsletter: Newsletter,
) -> None:
    newsletter.edition("2022-03", "See [it](../2022-02/index.md#a-heading).\n")
    newsletter.edition("2022-02", "## A heading\n\nText.\n")
    shared = Looking(newsletter)
    good = shared.get(FIRST)
    newsletter.edition("2022-02", "## Another heading\n\nText.\n")
    shared.save(PATHS[FIRST])
    (ahead,) = shared.ahead_pages
    assert "Another heading" in ahead[FIRST]
    assert [one.label for one in shared.state.problems] == ["error[anchor-broken]"]
    assert shared.is_outdated(ahead[FIRST], FIRST)
    assert shared.get(FIRST) == good
    # while anything is wrong, nothing is shown that all of the site cannot be
    newsletter.edition("2022-02", "## A third heading\n\nText.\n")
    shared.save(PATHS[FIRST])
    assert len(shared.ahead_pages) == 1
    newsletter.edition("2022-02", "## A heading\n\nNew text.\n")
    shared.save(PATHS[FIRST])
    assert not shared.state.problems
    assert "New text." in shared.get(FIRST)


@pytest.mark.parametrize("body", ["Bad [@nokey].\n", "![A picture](none.png)\n"])
def test_a_page_with_a_mistake_is_not_shown(newsletter: Newsletter, body: str) -> None:
    shared = Looking(newsletter)
    good = shared.get(FIRST)
    newsletter.edition("2022-02", body)
    shared.save(PATHS[FIRST])
    assert shared.ahead_pages == []
    assert shared.state.problems
    assert shared.get(FIRST) == good


def test_a_page_has_at_once_the_pictures_that_it_shows(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    shared.get(FIRST)
    folder = PATHS[FIRST].rpartition("/")[0]
    for text in ("One", "Other"):
        newsletter.write(f"{folder}/it.svg", PICTURE.format(text))
        newsletter.edition("2022-02", f"![A picture](it.svg)\n\n{text} text.\n")
        shared.save(PATHS[FIRST], f"{folder}/it.svg")
        assert f"{text} text." in shared.ahead_pages[-1][FIRST]
        assert f"<title>{text}</title>" in shared.loaded[f"{FIRST}it.svg"]
        assert shared.get(f"{FIRST}it.svg") == shared.loaded[f"{FIRST}it.svg"]


def test_a_theme_is_seen_first_on_the_page_that_is_open(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    shared.get(FIRST)
    newsletter.write("themes/paper/static/paper.css", "p { color: #123456 }\n")
    shared.save("themes/paper/static/paper.css")
    assert any("#123456" in one for one in shared.loaded.values())
    assert newsletter.published()[OTHER] != shared.written[0][OTHER]


def test_settings_are_seen_first_on_the_page_that_is_open(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    shared.get(FIRST)
    newsletter.write("content/site.yaml", SITE_YAML.replace("Test News", "Other News"))
    shared.save("content/site.yaml")
    assert "Other News" in shared.ahead_pages[0][FIRST]
    assert not shared.is_outdated(shared.ahead_pages[0][FIRST], FIRST)


def test_what_is_saved_while_the_rest_is_made_is_shown_before_it(newsletter: Newsletter) -> None:
    shared = Looking(newsletter)
    shared.get(FIRST)
    newsletter.write("content/site.yaml", SITE_YAML.replace("Test News", "Other News"))

    def edit() -> None:
        newsletter.edition("2022-02", "New text.\n")
        shared.save_meanwhile(PATHS[FIRST])

    shared.meanwhile = edit
    shared.save("content/site.yaml")
    first, second = shared.ahead_pages
    assert "New text." not in first[FIRST]
    assert "Other News" in second[FIRST]
    assert "New text." in second[FIRST]
    assert shared.written[0] == shared.written[1]
    # and at the end both are everywhere
    assert "Other News" in newsletter.page("editions/2022-03/")
    assert "New text." in newsletter.page("editions/2022-02/")
    assert not shared.is_outdated(second[FIRST], FIRST)


def test_the_first_save_of_a_later_preview_is_shown_first_too(newsletter: Newsletter) -> None:
    Looking(newsletter)
    shared = Looking(newsletter)
    shared.get(FIRST)
    newsletter.edition("2022-02", "Other text.\n")
    shared.save(PATHS[FIRST])
    assert "Other text." in shared.ahead_pages[0][FIRST]
    assert "Other text." in newsletter.text("editions/2022-02/")

"""One page of each kind, for the tests that every kind must pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.published import Published

ENTRY = r"editions/[^/]+/[^/]+/"


class KindOfPage(NamedTuple):
    """A kind of page, and how to tell one."""

    name: str
    path: str
    """A regular expression that the whole path matches."""
    shows: str = ""
    """What the page's HTML contains."""

    def find(self, site: Published) -> str:
        """Return the path of the longest page of this kind: the one with most to go wrong."""
        found = [
            page
            for page in site.pages.values()
            if re.fullmatch(self.path + r"index\.html", page.path) and self.shows in page.html
        ]
        if not found:
            pytest.fail(f"the showcase has no page of the kind '{self.name}'")
        return max(found, key=lambda page: len(page.html)).path.removesuffix("index.html")


class NotFound(KindOfPage):
    """The page that a server shows where there is none."""

    def find(self, site: Published) -> str:  # noqa: ARG002 -- it stands at no path
        """Return a path where nothing is, and deeper than any page."""
        return "no/such/folder/page/"


PAGES = (
    KindOfPage("home", ""),
    KindOfPage("edition", r"editions/[^/]+/"),
    KindOfPage("entry", ENTRY),
    KindOfPage("entry with a figure", ENTRY, "<figure"),
    KindOfPage("entry with math", ENTRY, "<math"),
    KindOfPage("entry mentioned elsewhere", ENTRY, '<section class="part mentions"'),
    KindOfPage("archive", "archive/"),
    KindOfPage("tags", "tags/"),
    KindOfPage("tag", "tags/[^/]+/"),
    KindOfPage("author", "authors/[^/]+/"),
    KindOfPage("person", "people/[^/]+/"),
    KindOfPage("page", "about/"),
    NotFound("not found", ""),
)

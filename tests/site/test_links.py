"""Every link of the showcase leads somewhere, below a base path and at the root of a domain."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.newsletter import Newsletter
from tests.published import SHOWCASE_URL, Published

if TYPE_CHECKING:
    from pathlib import Path

ROOT_URL = "https://example.org/"


@pytest.fixture(scope="module", params=[SHOWCASE_URL, ROOT_URL])
def site(request: pytest.FixtureRequest, showcase: Path) -> Published:
    if request.param == SHOWCASE_URL:
        return Published(showcase, SHOWCASE_URL)
    at_root = Newsletter.at(showcase.parent.parent, showcase.parent.parent / "build at root")
    at_root.build("2030-01-01", base_url=ROOT_URL)
    return Published(at_root.out / "site", ROOT_URL)


def test_every_link_within_the_site_leads_to_a_file(site: Published) -> None:
    lost = [
        str(link)
        for link in site.links()
        if site.is_internal(link) and site.file_at(site.resolve(link)) is None
    ]
    assert lost == []


def test_every_link_to_a_part_of_a_page_leads_to_an_id(site: Published) -> None:
    lost = []
    for link in filter(site.is_internal, site.links()):
        fragment = unquote(urlsplit(link.target).fragment)
        file = site.file_at(site.resolve(link))
        if fragment and file in site.pages and fragment not in site.pages[file].ids:
            lost.append(str(link))
    assert lost == []


def test_no_id_stands_twice_on_a_page(site: Published) -> None:
    twice = {
        path: sorted(repeated)
        for path, page in site.pages.items()
        if (repeated := {id_ for id_ in page.ids if page.ids.count(id_) > 1})
    }
    assert twice == {}


def test_no_page_loads_anything_from_another_host(site: Published) -> None:
    assert [str(link) for link in site.links() if link.loads and not site.is_internal(link)] == []


def test_links_to_other_hosts_are_safe_ones(site: Published) -> None:
    schemes = {urlsplit(link.target).scheme for link in site.links() if not site.is_internal(link)}
    assert schemes <= {"https", "mailto"}


def test_every_page_can_be_reached_from_the_first(site: Published) -> None:
    seen: set[str] = set()
    open_ = ["index.html"]
    while open_:
        path = open_.pop()
        if path in seen or path not in site.pages:
            continue
        seen.add(path)
        files = (site.file_at(site.resolve(link)) for link in site.pages[path].links)
        open_ += [file for file in files if file is not None]
    assert set(site.pages) - seen == {"404.html"}

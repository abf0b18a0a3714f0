"""A citation shows what it cites, leads to it, and the reference leads back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import ENTRY, KindOfPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator
    from playwright.sync_api import Page as Tab

    from tests.published import Published

    Visit = Callable[..., Tab]

CITATION = "a[href^='#ref-']"

# what is drawn of a citation's reference: the text that its pseudo-elements show
SHOWN = """(citation) => ['::before', '::after'].map((part) => {
  const style = getComputedStyle(citation, part)
  const hidden = style.display === 'none' || style.visibility !== 'visible' || style.opacity === '0'
  return hidden || style.content === 'none' ? '' : style.content
}).join('')"""

# the boxes of all that a reader reads, to tell whether anything has moved
BOXES = """() => [...document.querySelectorAll('main :is(p, li, h1, h2, h3, figure, sup, a)')]
  .map((node) => {
    const box = node.getBoundingClientRect()
    return [box.x + scrollX, box.y + scrollY, box.width, box.height].join(' ')
  })"""


@pytest.fixture(params=["edition", "entry"])
def cited(request: pytest.FixtureRequest, site: Published) -> str:
    """Return the path of a page with citations."""
    path = r"editions/[^/]+/" if request.param == "edition" else ENTRY
    return KindOfPage(f"{request.param} with citations", path, 'href="#ref-').find(site)


def is_shown(citation: Locator) -> bool:
    reference = citation.get_attribute("data-reference")
    assert reference
    shown: str = citation.evaluate(SHOWN)
    # words alone: a string in a style sheet escapes some of what stands between them
    return first_word(reference) == first_word(shown)


def first_word(text: str) -> str:
    found = re.search(r"\w+", text)
    return found[0] if found else ""


def shows(tab: Tab, target: str) -> bool:
    """Tell whether the window has come to the place that a link leads to."""
    tab.wait_for_function("(target) => location.hash === target", arg=target)
    seen: bool = tab.evaluate(
        """() => {
          const {top} = document.querySelector(':target').getBoundingClientRect()
          return 0 <= top && top < innerHeight
        }"""
    )
    return seen


@pytest.mark.parametrize("width", [1280, 375])
def test_hover_shows_the_reference_and_moves_nothing(visit: Visit, cited: str, width: int) -> None:
    tab = visit(cited, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    for citation in tab.locator(CITATION).all():
        citation.scroll_into_view_if_needed()
        tab.mouse.move(0, 0)
        before = tab.evaluate(BOXES)
        assert not is_shown(citation)
        citation.hover()
        assert is_shown(citation)
        assert tab.evaluate(BOXES) == before
        assert tab.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_focus_by_keyboard_shows_the_reference_and_moves_nothing(visit: Visit, cited: str) -> None:
    tab = visit(cited, reduced_motion="reduce")
    # a key pressed tells the browser that focus is to be seen
    tab.keyboard.press("Tab")
    for citation in tab.locator(CITATION).all():
        citation.scroll_into_view_if_needed()
        before = tab.evaluate(BOXES)
        citation.focus()
        assert is_shown(citation)
        assert tab.evaluate(BOXES) == before


def test_every_number_leads_to_its_reference(visit: Visit, cited: str) -> None:
    tab = visit(cited, reduced_motion="reduce")
    for citation in tab.locator(CITATION).all():
        target = citation.get_attribute("href")
        assert target
        assert citation.inner_text() == target.removeprefix("#ref-")
        citation.click()
        assert shows(tab, target)


def test_every_way_back_leads_to_a_citation_of_that_work(visit: Visit, cited: str) -> None:
    tab = visit(cited, reduced_motion="reduce")
    places = [f"#{citation.get_attribute('id')}" for citation in tab.locator(CITATION).all()]
    ways_back = tab.locator("a[href^='#cite-']").all()
    assert sorted(places) == sorted(str(link.get_attribute("href")) for link in ways_back)
    for link in ways_back:
        target = link.get_attribute("href")
        assert target
        link.click()
        assert shows(tab, target)


def test_references_are_numbered_in_the_order_of_their_citations(visit: Visit, cited: str) -> None:
    tab = visit(cited)
    numbers = [int(citation.inner_text()) for citation in tab.locator(CITATION).all()]
    first_seen = list(dict.fromkeys(numbers))
    assert first_seen == list(range(1, len(first_seen) + 1))
    assert tab.locator("[id^='ref-']").count() == len(first_seen)

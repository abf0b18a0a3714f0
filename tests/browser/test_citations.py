"""A citation shows what it cites, leads to it, and the reference leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import ENTRY, KindOfPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Tab

    from tests.published import Published

    Visit = Callable[..., Tab]

CITATION = "a[href^='#ref-']"
BACK = "a[href^='#cite-']"

# is the reference drawn that a citation names, in the text that its pseudo-elements show? Words
# alone: a string in a style sheet escapes some of what stands between them. And the boxes of all
# that a reader reads, to tell whether anything has moved
SEEN = """
const word = (text) => (text.match(/[\\p{L}\\p{N}_]+/u) ?? [''])[0]
const isShown = (citation) => {
  const shown = ['::before', '::after'].map((part) => {
    const style = getComputedStyle(citation, part)
    const isDrawn = style.display !== 'none' && style.visibility === 'visible'
    return isDrawn && style.opacity !== '0' && style.content !== 'none' ? style.content : ''
  }).join('')
  return word(citation.dataset.reference) !== '' && word(citation.dataset.reference) === word(shown)
}
const boxes = () => [...document.querySelectorAll('main :is(p, li, h1, h2, h3, figure, sup, a)')]
  .map((node) => {
    const box = node.getBoundingClientRect()
    return [box.x + scrollX, box.y + scrollY, box.width, box.height].join(' ')
  }).join()
const centre = (link) => {
  link.scrollIntoView({block: 'center', behavior: 'instant'})
  const box = link.getClientRects()[0]
  return [box.x + box.width / 2, box.y + box.height / 2]
}
const pause = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
"""
AT = f"""(index) => {{ {SEEN}
  const link = document.querySelectorAll("{CITATION}")[index]
  const middle = centre(link)
  window.before = boxes()
  return [isShown(link), ...middle]
}}"""
HOVERED = f"""(index) => {{ {SEEN}
  const link = document.querySelectorAll("{CITATION}")[index]
  const fits = document.documentElement.scrollWidth <= innerWidth
  return [isShown(link), boxes() === window.before, fits]
}}"""
FOCUSED = f"""async () => {{ {SEEN}
  const wrong = []
  for (const link of document.querySelectorAll("{CITATION}")) {{
    centre(link)
    const before = boxes()
    link.focus()
    await pause()
    if (!isShown(link)) wrong.push(`not shown: ${{link.outerHTML}}`)
    if (boxes() !== before) wrong.push(`moves: ${{link.outerHTML}}`)
  }}
  return wrong
}}"""
FOLLOWED = f"""async (links) => {{ {SEEN}
  const wrong = []
  for (const link of document.querySelectorAll(links)) {{
    const target = link.getAttribute('href')
    const there = document.elementFromPoint(...centre(link))
    if (!link.contains(there)) wrong.push(`covered: ${{target}}`)
    link.click()
    await pause()
    const top = document.querySelector(':target')?.getBoundingClientRect().top ?? -1
    if (location.hash !== target || top < 0 || top >= innerHeight) wrong.push(target)
  }}
  return wrong
}}"""


@pytest.fixture(params=["edition", "entry"])
def cited(request: pytest.FixtureRequest, site: Published) -> str:
    """Return the path of a page with citations."""
    path = r"editions/[^/]+/" if request.param == "edition" else ENTRY
    return KindOfPage(f"{request.param} with citations", path, 'href="#ref-').find(site)


def check_hover(tab: Tab) -> None:
    """Assert that each citation shows its reference under the pointer, and only then."""
    count = tab.locator(CITATION).count()
    assert count
    for index in range(count):
        tab.mouse.move(0, 0)
        is_shown, x, y = tab.evaluate(AT, index)
        assert not is_shown
        tab.mouse.move(x, y)
        # it is shown, nothing has moved, and nothing is wider than the window
        assert tab.evaluate(HOVERED, index) == [True, True, True], index


def find_broken(tab: Tab, links: str) -> list[str]:
    """Return the links that do not bring the window to what they lead to."""
    assert tab.locator(links).count()
    found: list[str] = tab.evaluate(FOLLOWED, links)
    return found


@pytest.mark.parametrize("width", [1280, 375])
def test_hover_shows_the_reference_and_moves_nothing(visit: Visit, cited: str, width: int) -> None:
    check_hover(visit(cited, viewport={"width": width, "height": 800}, reduced_motion="reduce"))


def test_focus_by_keyboard_shows_the_reference_and_moves_nothing(visit: Visit, cited: str) -> None:
    tab = visit(cited, reduced_motion="reduce")
    # a key pressed tells the browser that focus is to be seen
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUSED) == []


def test_every_number_leads_to_its_reference_and_that_back(visit: Visit, cited: str) -> None:
    tab = visit(cited, reduced_motion="reduce")
    citations, back = tab.locator(CITATION).all(), tab.locator(BACK).all()
    for citation in citations:
        target = citation.get_attribute("href")
        assert target
        assert citation.inner_text() == target.removeprefix("#ref-")
    places = [f"#{citation.get_attribute('id')}" for citation in citations]
    assert sorted(places) == sorted(str(link.get_attribute("href")) for link in back)
    assert find_broken(tab, CITATION) == []
    assert find_broken(tab, BACK) == []


def test_references_are_numbered_in_the_order_of_their_citations(visit: Visit, cited: str) -> None:
    tab = visit(cited)
    numbers = [int(citation.inner_text()) for citation in tab.locator(CITATION).all()]
    first_seen = list(dict.fromkeys(numbers))
    assert first_seen == list(range(1, len(first_seen) + 1))
    assert tab.locator("[id^='ref-']").count() == len(first_seen)

"""Every kind of page as its readers meet it: on wide and narrow screens, light and dark, in print,
without scripts, and by other means than the eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.usable import TOO_WIDE, WIDTHS, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Tab

    Look = Callable[..., Tab]
    Visit = Callable[..., Tab]
    Scheme = Literal["light", "dark"]

# paper is white, and browsers print no backgrounds: what stands on it must contrast with white
PALE_IN_PRINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true})
  const luminance = (color) => {
    canvas.fillStyle = 'white'
    canvas.fillRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const pale = []
  for (const node of document.body.querySelectorAll('*')) {
    const words = [...node.childNodes].filter((child) => child.nodeType === 3)
      .map((child) => child.data).join('').trim()
    if (!words || !node.checkVisibility()) continue
    const contrast = 1.05 / (luminance(getComputedStyle(node).color) + 0.05)
    if (contrast < 4.5) pale.push(`${contrast.toFixed(1)}: ${words.slice(0, 60)}`)
  }
  return pale
}"""


def text_of(tab: Tab) -> str:
    return tab.locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_it(look: Look, scheme: Scheme) -> None:
    # axe sets styles of its own
    tab = look(bypass_csp=True)
    tab.emulate_media(color_scheme=scheme)
    assert violations(tab) == []


def test_everyone_can_use_it_on_a_phone(look: Look) -> None:
    phone = {"viewport": {"width": 375, "height": 667}, "has_touch": True, "is_mobile": True}
    assert violations(look(**phone, bypass_csp=True)) == []


def test_nothing_scrolls_sideways(look: Look) -> None:
    tab = look()
    too_wide = {}
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 800})
        too_wide[width] = tab.evaluate(TOO_WIDE)
    assert [width for width in WIDTHS if too_wide[width]] == []


def test_print_is_dark_on_white_whatever_the_screen_is(look: Look) -> None:
    tab = look()
    pale = {}
    for scheme in ("light", "dark"):
        tab.emulate_media(media="print", color_scheme=scheme)
        pale[scheme] = tab.evaluate(PALE_IN_PRINT)
    assert pale == {"light": [], "dark": []}


def test_print_has_the_text_of_the_screen(look: Look) -> None:
    tab = look()
    on_screen = set(text_of(tab).split())
    tab.emulate_media(media="print")
    left_out = on_screen - set(text_of(tab).split())
    # what leads elsewhere on a screen may be left out on paper, the text itself may not
    assert len(left_out) <= len(on_screen) / 10, left_out


# what of the heads of entries a page of paper may end within, or behind
HEADS_THAT_BREAK = """() => [...document.querySelectorAll('.paper > header')]
  .map((head) => getComputedStyle(head))
  .filter((style) => style.breakInside !== 'avoid' || style.breakAfter !== 'avoid').length"""


def test_print_keeps_the_head_of_an_entry_with_its_text(look: Look) -> None:
    tab = look()
    tab.emulate_media(media="print")
    assert tab.evaluate(HEADS_THAT_BREAK) == 0


def test_it_says_the_same_without_scripts(look: Look) -> None:
    assert text_of(look(java_script_enabled=False)) == text_of(look())


# what keys can reach, by its place in the page; and what has the focus, with whether one sees that
REACHABLE = """() => {
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]'
  window.reachable = [...document.querySelectorAll(all)].filter((node) =>
    node.tabIndex >= 0 && node.checkVisibility({visibilityProperty: true})
    && getComputedStyle(node).interactivity !== 'inert')
  return window.reachable.map((node) => node.outerHTML.slice(0, 120))
}"""
FOCUSED = """() => {
  const node = document.activeElement
  if (node === document.body) return null
  const style = getComputedStyle(node)
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  const box = node.getBoundingClientRect()
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const seen = ring && inside && box.width > 0 && box.height > 0
  return [window.reachable.indexOf(node), seen ? '' : node.outerHTML.slice(0, 120)]
}"""


@pytest.mark.parametrize("width", [1280, 375])
def test_the_keyboard_reaches_everything_once_and_shows_where_it_is(
    visit: Visit, path: str, width: int
) -> None:
    tab = visit(path, viewport={"width": width, "height": 800})
    walk(tab)


def walk(tab: Tab) -> None:
    """Go through a page by keys: to each thing once, in their order, and out of it again."""
    reachable = tab.evaluate(REACHABLE)
    order, unseen = [], []
    for _ in range(len(reachable) + 20):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(FOCUSED)
        if focused is None:
            break
        order.append(focused[0])
        unseen.append(focused[1])
    # what scrolls by itself and has no other way in is reached too
    assert [reachable[index] for index in order if index >= 0] == reachable
    assert "".join(unseen) == ""

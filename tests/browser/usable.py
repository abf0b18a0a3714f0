"""Whether everyone can use pages: what axe objects to, and what is wider than the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from tests.browser.rig import find_node_file, serve

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

WIDTHS: Final = (1280, 768, 375, 320)
TRIED: Final[dict[Literal["light", "dark"], int]] = {"light": 1280, "dark": 375}
"""At which width axe looks, by scheme: its rules hardly depend on both."""

# what of a page is wider than the window, and not scrolled by something that is not
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth
  const scrolls = (node) => {
    for (let up = node; up && up !== document.documentElement; up = up.parentElement)
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(up).overflowX)) return true
    return false
  }
  if (document.documentElement.scrollWidth <= width) return []
  const wide = [...document.body.querySelectorAll('*')].filter((node) =>
    node.getBoundingClientRect().right > width + 0.5 && !scrolls(node.parentElement))
  return ['the page', ...wide.map((node) => node.outerHTML.slice(0, 120))]
}"""


def violations(tab: Tab) -> list[str]:
    """Return what axe objects to, with the first place of each."""
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(find_node_file("axe-core/axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = tab.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html']}"
        for violation in found["violations"]
    ]


def find_barriers(
    browser: Browser, site: Path, pages: Iterable[str], asked: Iterable[str] = (TOO_WIDE,)
) -> dict[tuple[str, str, int], list[Any]]:
    """Return what keeps someone from using pages of a site, by page, scheme and width.

    `asked` are the scripts that are run in each page at each width; what they return is wrong.
    """
    found: dict[tuple[str, str, int], list[Any]] = {}
    # axe sets styles of its own
    with serve(site, "/news/") as address, browser.new_context(bypass_csp=True) as context:
        tab = context.new_page()
        for page in pages:
            tab.goto(address + page)
            for scheme, tried in TRIED.items():
                tab.emulate_media(color_scheme=scheme)
                for width in WIDTHS:
                    tab.set_viewport_size({"width": width, "height": 800})
                    wrong = [one for script in asked for one in tab.evaluate(script)]
                    wrong += violations(tab) if width == tried else []
                    if wrong:
                        found[page, scheme, width] = wrong
    return found

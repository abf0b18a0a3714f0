"""Every kind of page in a browser: nothing of its own is refused, and whatever else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.rig import Witness, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.newsletter import Newsletter

# what of a page a browser has used: faces, the theme's options, the styles of formulas
USED = """async () => {
  await document.fonts.ready
  // those that stand in until ours are there may be lacking on this machine
  const failed = [...document.fonts].filter(
    (face) => face.status === 'error' && !face.family.includes('until then'))
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent-day')
  const formulas = [...document.querySelectorAll('math [style]')]
  return {
    failed: failed.length,
    loaded: [...document.fonts].filter((face) => face.status === 'loaded').length,
    accent,
    unstyled: formulas.filter((part) => part.style.length === 0).length,
  }
}"""

# what someone might get into a page, if there were a way
FOREIGN = """async (expected) => {
  const refused = []
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push(event.effectiveDirective)
  })
  const put = (name, fields) =>
    document.body.append(Object.assign(document.createElement(name), fields))
  put('script', { textContent: 'window.harm = true' })
  put('script', { src: 'https://elsewhere.example/harm.js' })
  put('img', { src: 'https://elsewhere.example/pixel.png' })
  put('iframe', { src: 'https://elsewhere.example/' })
  put('style', { textContent: 'main { display: none }' })
  document.body.setAttribute('style', 'display: none')
  // all are refused in time, and nothing more is in a little while behind
  const pause = () => new Promise((done) => setTimeout(done, 100))
  for (let waited = 0; refused.length < expected && waited < 100; waited += 1) await pause()
  await pause()
  return { refused: refused.sort(), harm: window.harm === true }
}"""


def test_all_that_a_page_needs_is_let_in_and_nothing_else(
    browser: Browser, address: str, path: str
) -> None:
    tab = browser.new_page()
    witness = Witness(tab, address + path)
    tab.goto(address + path)
    used = tab.evaluate(USED)
    # whatever of its own is refused is told on the console
    assert witness.complaints == []
    assert used["failed"] == 0
    assert used["loaded"] >= 3
    assert used["accent"].strip() == "#1f5f8b"
    assert used["unstyled"] == 0
    refused = [
        *("frame-src", "img-src", "script-src-elem", "script-src-elem"),
        *("style-src-attr", "style-src-elem"),
    ]
    found = tab.evaluate(FOREIGN, len(refused))
    tab.close()
    assert found == {"refused": refused, "harm": False}


def test_an_old_address_leads_on(browser: Browser, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Arrived.\n", aliases=["/old/place/"])
    newsletter.build()
    with serve(newsletter.out / "site", "/news/") as address:
        tab = browser.new_page()
        witness = Witness(tab, f"{address}old/place/")
        tab.goto(f"{address}old/place/")
        tab.wait_for_url(f"{address}editions/2022-03/")
        tab.get_by_text("Arrived.").wait_for()
        tab.close()
    # a page that is left at once fails to load what it no longer needs
    assert [one for one in witness.complaints if not one.startswith("failed: ")] == []


def test_a_picture_elsewhere_is_asked_for_where_the_editor_put_it(
    browser: Browser, newsletter: Newsletter
) -> None:
    newsletter.edition("2022-03", "![A picture](https://pictures.example/a.png)\n")
    newsletter.build()
    asked = []
    with serve(newsletter.out / "site", "/news/") as address:
        tab = browser.new_page()
        tab.route("https://pictures.example/**", lambda route: asked.append(route.request.url))
        tab.goto(f"{address}editions/2022-03/", wait_until="commit")
        tab.locator("main img").wait_for(state="attached")
        for _ in range(100):
            tab.wait_for_timeout(100)
            if asked:
                break
        tab.close()
    assert asked == ["https://pictures.example/a.png"]

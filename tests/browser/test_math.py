"""Formulas in a real browser.

Their face is fetched where there are any, signs stretch, and what is wider than the screen
scrolls by itself.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.rig import serve
from tests.browser.usable import TOO_WIDE, violations
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page as Tab

    Open = Callable[..., Tab]

WIDE = " + ".join(f"x_{{{number}}}" for number in range(60))
BODY = rf"""
Inline $\bigl(x\bigr)$ and $\sqrt n$, see [@arxiv:2202.00001], for $5 or $6.

$${WIDE}$$

$$\left( \frac{{\sum_{{i=1}}^n a_i}}{{\sqrt{{1 + \frac{{1}}{{i^2}}}}}} \right) \overline{{ABCDE}}
\overrightarrow{{ABCDE}}$$

| a | of $\sqrt{{n}}$ |
|---|---|
| $x^2$ | b |
"""


@pytest.fixture(scope="module", params=["en", "ar"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return the address of a newsletter with math, in English and in Arabic."""
    newsletter = Newsletter(tmp_path_factory.mktemp("math"))
    site = newsletter.root / "content/site.yaml"
    site.write_text(site.read_text().replace("lang: en", f"lang: {request.param}"))
    newsletter.paper("arxiv:2202.00001", r"An $\widetilde{O}(n^2)$ Bound")
    newsletter.paper("arxiv:2202.00002", "A Paper Without")
    newsletter.edition("2022-03", BODY, title=r"On $\ell_1$")
    newsletter.entry("2022-03/01-a", "Text.\n", arxiv="2202.00001", name="Bound", tags=["$k$-NN"])
    newsletter.entry("2022-03/02-b", "See [@2022-02/c].\n", arxiv="2202.00002")
    newsletter.edition("2022-02", "An old one.\n")
    newsletter.paper("arxiv:2201.00001", "Plain")
    newsletter.entry("2022-02/01-c", "Costs $5 or $6.\n", arxiv="2201.00001", name="C")
    assert newsletter.build().diagnostics == ()
    with serve(newsletter.out / "site", "/") as address:
        yield address


@pytest.fixture
def open_page(windows: Open, address: str) -> Open:
    return lambda path, **options: windows(address + path, **options)


FACES = """() => performance.getEntriesByType('resource')
  .map(one => one.name.split('/').pop()).filter(name => name.startsWith('math')).sort()"""


@pytest.mark.parametrize(
    ("path", "faces"),
    [
        ("", []),
        ("archive/", []),
        ("tags/", []),
        ("editions/2022-02/", []),
        ("editions/2022-02/c/", []),
        ("editions/2022-03/b/", []),
        ("editions/2022-03/a/", ["math.woff2"]),
        ("editions/2022-03/", ["math.woff2"]),
        ("tags/k-nn/", ["math.woff2"]),
    ],
)
def test_the_face_is_fetched_by_pages_with_math(
    open_page: Open, path: str, faces: list[str]
) -> None:
    assert open_page(path).evaluate(FACES) == faces


def test_brackets_stretch(open_page: Open) -> None:
    share = open_page("editions/2022-03/").evaluate(
        """() => {
          const height = node => node.getBoundingClientRect().height
          const math = [...document.querySelectorAll('.math math')][1]
          const bracket = [...math.querySelectorAll('mo')].find(sign => sign.textContent === '(')
          return height(bracket) / height(math.querySelector('mfrac'))
        }"""
    )
    assert share > 0.95


@pytest.mark.parametrize("sign", ["‾", "→"])
def test_lines_and_arrows_are_as_long_as_what_is_under_them(open_page: Open, sign: str) -> None:
    tab = open_page("editions/2022-03/")
    (picture,) = [
        Image.open(io.BytesIO(one.screenshot())).convert("L")
        for one in tab.locator(".math mover").all()
        if sign in (one.text_content() or "")
    ]
    # a row of pixels in the upper half that is dark from side to side
    width, pixels = picture.width, picture.tobytes()
    rows = [pixels[start : start + width] for start in range(0, len(pixels), width)]
    dark = [sum(pixel < 160 for pixel in row) / width for row in rows]
    assert max(dark[: len(dark) // 2]) > 0.85


def test_behind_a_root_there_is_no_hole(open_page: Open) -> None:
    tab = open_page("editions/2022-03/")
    hole = tab.evaluate(
        """() => {
          const root = document.querySelector('p msqrt')
          const [box, inner] = [root, root.firstElementChild].map(n => n.getBoundingClientRect())
          return (box.right - inner.right) / parseFloat(getComputedStyle(root).fontSize)
        }"""
    )
    assert hole < 0.2


def test_what_is_too_wide_scrolls_by_itself(open_page: Open) -> None:
    tab = open_page("editions/2022-03/", viewport={"width": 320, "height": 640})
    assert tab.evaluate(TOO_WIDE) == []
    wide = tab.locator(".math").first
    assert wide.evaluate("node => node.scrollWidth > node.clientWidth")
    wide.focus()
    assert tab.evaluate("() => document.activeElement.className") == "math"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path", ["editions/2022-03/", "editions/2022-03/a/", "editions/2022-02/c/"]
)
def test_everyone_can_use_it(open_page: Open, path: str, scheme: str) -> None:
    assert violations(open_page(path, color_scheme=scheme)) == []


def test_formulas_have_the_colour_of_the_text(open_page: Open) -> None:
    colours = """() => ['p', 'p math'].map(
      name => getComputedStyle(document.querySelector('.prose ' + name)).color)"""
    for scheme in ("light", "dark"):
        tab = open_page("editions/2022-03/", color_scheme=scheme)
        text, math = tab.evaluate(colours)
        assert text == math
        tab.emulate_media(media="print", color_scheme=scheme)
        assert tab.evaluate(colours) == ["rgb(0, 0, 0)"] * 2

"""What a text has besides words, as it is read: coloured code, rows of figures, what scrolls by
itself, the card of a citation, and contents that say where one is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from tests.browser.rig import serve, share_windows
from tests.browser.test_pages import walk
from tests.browser.usable import TOO_WIDE, violations
from tests.newsletter import SITE_YAML, Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

    Open = Callable[..., Tab]

CITED = "a[data-reference]"
NAMES = " | ".join(f"Method number {number}" for number in range(12))
CODE = "def f(x: int) -> str:  # a long line of code that is wider than the page of a phone\n"
BODY = f"""\
Words [@book].

## News

| {NAMES} |
{"|---" * 12}|
{"| one [@book] " * 12}|

$$
{" + ".join(f"x_{{{number}}}" for number in range(40))}
$$

```python
@cache
{CODE}    return f"so {{x}}" + str(1)
```

```diff
-old
+new
```

![A wide plot](figures/a.png "A caption that is longer than its picture is wide, with words")
![A high plot](figures/b.png "Another")

<details><summary>More</summary>

Words [@book].

</details>

:::{{papers}}
:::
"""


def png(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module", params=["en", "ar"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    newsletter = Newsletter(tmp_path_factory.mktemp("reading"))
    newsletter.write("content/site.yaml", SITE_YAML.replace("lang: en", f"lang: {request.param}"))
    long = "A title of many words, " * 12
    newsletter.write(
        "content/references.bib", f"@book{{book, title={{{long}}}, author={{Knuth, D}}, year=1984}}"
    )
    newsletter.edition("2022-03", BODY, title="March")
    newsletter.write("content/editions/2022-03/figures/a.png", png(1200, 800))
    newsletter.write("content/editions/2022-03/figures/b.png", png(600, 800))
    for number in range(1, 4):
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper {number}")
        newsletter.entry(
            f"2022-03/{number:02}-e{number}",
            "Words. " * 300,
            arxiv=f"2202.{number:05}",
            name=f"P{number}",
        )
    assert newsletter.build().diagnostics == ()
    with serve(newsletter.out / "site", "/") as root:
        yield f"{root}editions/2022-03/"


@pytest.fixture
def open_page(windows: Open, address: str) -> Open:
    def visit(width: int = 1280, **options: Any) -> Tab:
        return windows(address, viewport={"width": width, "height": 700}, **options)

    return visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_everyone_can_read_it(open_page: Open, width: int, scheme: str) -> None:
    # axe sets styles of its own
    assert violations(open_page(width, color_scheme=scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("width", [1280, 375])
def test_keys_go_through_it_and_out_again(browser: Browser, address: str, width: int) -> None:
    # where keys begin depends on what a window has shown
    with share_windows(browser) as show:
        walk(show(address, viewport={"width": width, "height": 700}))


@pytest.mark.parametrize("width", [1280, 768, 375, 320])
def test_what_is_wide_scrolls_alone_and_by_keys(open_page: Open, width: int) -> None:
    tab = open_page(width)
    assert tab.evaluate(TOO_WIDE) == []
    for wide in (".table", "pre", "div.math"):
        scroller = tab.locator(wide).first
        assert scroller.get_attribute("role") == "group"
        assert scroller.get_attribute("aria-label")
        if not scroller.evaluate("(node) => node.scrollWidth > node.clientWidth"):
            continue
        scroller.focus()
        is_rtl = scroller.evaluate("(node) => getComputedStyle(node).direction === 'rtl'")
        tab.keyboard.press("ArrowLeft" if is_rtl else "ArrowRight")
        tab.wait_for_function(
            "(wide) => document.querySelector(wide).scrollLeft !== 0", arg=wide, timeout=5000
        )


def test_figures_of_a_row_are_equally_high_or_below_each_other(open_page: Open) -> None:
    tab = open_page()
    for width, media, is_row in (
        (1280, "screen", True),
        (768, "screen", True),
        (700, "print", True),
        (375, "screen", False),
    ):
        tab.set_viewport_size({"width": width, "height": 700})
        tab.emulate_media(media=media)  # type: ignore[arg-type]
        first, second = (tab.locator(".figures img").nth(index).bounding_box() for index in (0, 1))
        assert first
        assert second
        assert (abs(first["y"] - second["y"]) < 1) == is_row
        if is_row:
            assert abs(first["height"] - second["height"]) < 1
            assert first["width"] > second["width"]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("where", [".prose > p:first-child", ".table"])
@pytest.mark.parametrize("from_top", [20, 660])
def test_the_card_of_a_citation_keeps_within_the_window(
    open_page: Open, width: int, where: str, from_top: int
) -> None:
    tab = open_page(width)
    number = tab.locator(f"{where} {CITED}").first
    if where == ".table":
        tab.evaluate("() => document.querySelector('.table').scrollTo(0, 0)")
    number.evaluate(
        "(link, top) => scrollTo(0, scrollY + link.getBoundingClientRect().top - top)", from_top
    )
    tab.evaluate("() => document.activeElement.blur()")
    number.hover()
    left, top, width_, height = number.evaluate(
        """(link) => {
          const style = getComputedStyle(link, '::after')
          return [style.left, style.top, style.width, style.height].map(parseFloat)
        }"""
    )
    assert left >= 0
    assert left + width_ <= width
    assert top >= 0
    assert top + height <= 700
    # the pointer may go there, by the shortest way, and the card stays
    box = number.bounding_box()
    assert box
    x, below = box["x"] + box["width"] / 2, top > box["y"]
    for y in (box["y"] + box["height"] - 1, top + 1) if below else (box["y"] + 1, top + height - 1):
        tab.mouse.move(x, y)
        assert number.evaluate("(link) => link.matches(':hover')")
    tab.mouse.move(left + width_ / 2, top + height / 2)
    assert number.evaluate("(link) => link.matches(':hover')")


def test_the_contents_say_where_one_is(open_page: Open) -> None:
    tab = open_page()
    seen = []
    for text in ("News", "P2", "P3"):
        tab.locator(".contents a", has_text=text).click()
        current = tab.locator(".contents a:target-current", has_text=text)
        current.wait_for(timeout=5000)
        seen.append(tab.locator(".contents a:target-current").count())
    assert seen == [1, 1, 1]

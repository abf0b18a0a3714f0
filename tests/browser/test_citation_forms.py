"""Citations of every form, in every style, as readers meet them: ranges, words, names, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.rig import serve
from tests.browser.test_citations import BACK, CITATION, check_hover, find_broken
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page as Tab

    Visit = Callable[..., Tab]

PAGE = "editions/2022-03/"
TEXT = """\
All of them [@k1; @k2; @k3; @k4; @k5], **once more [@k2; @k3; @k4].** And [@k1; @k3], @k5.

## A heading [@k2; @k3; @k4]

| A table | of two |
|---|---|
| [@k1; @k2; @k3] | @k4 [see also @k5, p. 3] |

[As @k1 shows, and [@k2; @k3; @k4] too](https://example.org/), *[@k5](https://example.org/)*.[^n]

[^n]: A note [@k3; @k4; @k5].
"""


@pytest.fixture(scope="module", params=["superscript", "bracket", "author-year"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Return where a newsletter of one page is served."""
    newsletter = Newsletter(tmp_path_factory.mktemp("forms"))
    newsletter.settings(f"citations: {{style: {request.param}}}\n")
    newsletter.write(
        "content/references.bib",
        "".join(
            f"@misc{{k{n}, title={{Paper number {n}}}, author={{Name{n}, Ada}}, year=20{n:02}}}\n"
            for n in range(1, 6)
        ),
    )
    newsletter.edition("2022-03", TEXT)
    assert newsletter.build(email="none").diagnostics == ()
    with serve(newsletter.out / "site", "/news/") as served:
        yield served


def test_every_citation_shows_its_reference_and_moves_nothing(visit: Visit) -> None:
    check_hover(visit(PAGE, viewport={"width": 375, "height": 800}, reduced_motion="reduce"))


def test_every_citation_leads_to_its_reference_and_that_back(visit: Visit) -> None:
    tab = visit(PAGE, reduced_motion="reduce")
    cited, back = tab.locator("main [id^='cite-']").all(), tab.locator(BACK).all()
    # those of a range as well, which are no links of their own
    assert sorted(f"#{place.get_attribute('id')}" for place in cited) == sorted(
        str(link.get_attribute("href")) for link in back
    )
    assert find_broken(tab, CITATION) == []
    assert find_broken(tab, BACK) == []


def test_links_are_sound(visit: Visit) -> None:
    tab = visit(PAGE)
    html = tab.content()
    depth = 0
    for tag in re.findall(r"</?a\b", html):
        depth += 1 if tag == "<a" else -1
        assert depth in {0, 1}
    for link in tab.locator("main a").all():
        assert link.inner_text().strip()
        # what is read out says what a number stands for
        text, label = link.inner_text().strip(), link.get_attribute("aria-label") or ""
        if re.fullmatch(r"\d?–?", text) and link.get_attribute("data-reference"):
            assert re.fullmatch(r"reference \d(–\d)?", label)

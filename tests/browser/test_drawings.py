"""Drawings at their own addresses: what is published of them runs nothing and asks nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.rig import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.newsletter import Newsletter

HARM = "top.document.documentElement.setAttribute('harm', 1)"
HARMFUL = f"""\
<?xml-stylesheet href="https://elsewhere.example/1.css"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"
  xmlns:h="http://www.w3.org/1999/xhtml" width="99" height="99" onload="{HARM}">
<script>{HARM}</script><script x:href="data:text/javascript,{HARM}"/>
<foreignObject width="9" height="9"><h:div><h:script>{HARM}</h:script>
<h:img src="https://elsewhere.example/2.png" onerror="{HARM}"/>
<h:iframe srcdoc="&lt;script&gt;{HARM}&lt;/script&gt;"/></h:div></foreignObject>
<style>@import "https://elsewhere.example/3.css";
g {{ fill: u\\72l(//elsewhere.example/4) }}</style>
<image href="https://elsewhere.example/5.png" width="9" height="9"/>
<set attributeName="onbegin" to="x" onbegin="{HARM}"/>
<a id="link"><animate attributeName="href" values="javascript:{HARM}" fill="freeze"/>
<rect width="50" height="50"/></a>
<rect id="shown" x="60" width="9" height="9" style="fill: rgb(1, 2, 3)"/></svg>
"""


@pytest.mark.parametrize(
    ("path", "runs"), [("static/a.svg", True), ("content/editions/2022-03/a.svg", False)]
)
def test_one_that_is_opened_by_itself_runs_and_loads_nothing_but_from_static(
    newsletter: Newsletter, browser: Browser, path: str, *, runs: bool
) -> None:
    newsletter.write(path, HARMFUL)
    newsletter.edition("2022-03", "Text.\n" if runs else "See [it](a.svg).\n")
    newsletter.build()
    published = path.removeprefix("static/").removeprefix("content/")
    asked: list[str] = []
    with serve(newsletter.out / "site", "/news/") as address, browser.new_context() as context:
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address + published, wait_until="networkidle")
        tab.mouse.click(25, 25)
        assert tab.evaluate("() => document.documentElement.hasAttribute('harm')") == runs
        fill = tab.evaluate("() => getComputedStyle(document.getElementById('shown')).fill")
    assert fill == "rgb(1, 2, 3)"
    assert any("elsewhere" in url for url in asked) == runs

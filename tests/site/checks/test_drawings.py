"""Drawings that would run something: published without it, and told of at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.newsletter import brief

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
RUNS = SVG.format("\n  <script>alert(1)</script><g onclick='a()'/><!-- é -->")
CLEANED = SVG.format("\n  <g/><!-- é -->")
BROKEN = RUNS.replace("</svg>", "")
CONTENT, STATIC, THEME = (
    "content/editions/2022-03/a.svg",
    "static/a.svg",
    "themes/paper/static/a.svg",
)


def publish(newsletter: Newsletter, path: str) -> bytes | None:
    """Build, and return what is published of a drawing, if it is."""
    newsletter.edition("2022-03", "See [it](a.svg).\n" if path == CONTENT else "Text.\n")
    newsletter.build()
    found = [*(newsletter.out / "site").rglob("a.svg")]
    return found[0].read_bytes() if found else None


@pytest.mark.parametrize("path", [CONTENT, THEME])
def test_it_is_cleaned_beside_texts_and_in_themes(newsletter: Newsletter, path: str) -> None:
    newsletter.write(path, RUNS)
    assert publish(newsletter, path) == CLEANED.encode()
    (told,) = newsletter.diagnose()
    name = path.removeprefix("content/")
    assert brief(told) == f"{name}:2:3 warning svg-cleaned"
    assert told.message.startswith("'<script>' and 1 more are left out of the drawing")
    assert (newsletter.root / path).read_text() == RUNS
    newsletter.write(path, CLEANED)
    assert publish(newsletter, path) == CLEANED.encode()
    assert newsletter.check() == []
    newsletter.write(path, RUNS)
    newsletter.settings("check: {svg-cleaned: off}\n")
    assert newsletter.check() == []
    assert publish(newsletter, path) == CLEANED.encode()


def test_in_static_it_is_published_as_it_is_and_told(newsletter: Newsletter) -> None:
    newsletter.write(STATIC, RUNS)
    assert publish(newsletter, STATIC) == RUNS.encode()
    assert newsletter.check() == ["static/a.svg:1:1 warning script-published"]


@pytest.mark.parametrize("path", [CONTENT, THEME])
def test_one_that_cannot_be_cleaned_is_refused(newsletter: Newsletter, path: str) -> None:
    newsletter.write(path, BROKEN)
    assert publish(newsletter, path) is None
    name = path.removeprefix("content/")
    assert newsletter.check() == [f"{name}:1:1 error svg-unsafe"]
    # what is broken and runs nothing is only no picture
    newsletter.write(path, "<svg>")
    assert publish(newsletter, path) == b"<svg>"


def test_what_it_loads_from_elsewhere_is_named(newsletter: Newsletter) -> None:
    newsletter.write(CONTENT, SVG.format("<style>@import url(https://b.org/a;b);c{}</style>"))
    assert publish(newsletter, CONTENT) == SVG.format("<style>c{}</style>").encode()
    (told,) = newsletter.diagnose()
    assert "'@import url(https://b.org/a;b);' is left out" in told.message
    assert told.hint.startswith("put what it loads into the drawing itself")


@pytest.mark.parametrize(
    "inner", ["<script>x</script>", '<a href="javascript:x">a</a>', "<g onclick='x()'/>"]
)
def test_one_that_is_typed_into_a_text_runs_nothing(newsletter: Newsletter, inner: str) -> None:
    newsletter.edition(
        "2022-03", f"Before.\n\n{SVG.format(inner)}\n\nBehind {SVG.format(inner)}.\n"
    )
    newsletter.build()
    page = newsletter.page("editions/2022-03/").partition("<main")[2]
    assert not any(part in page for part in ("<script", 'href="javascript:', "<g", "<svg xmlns"))
    assert newsletter.check()

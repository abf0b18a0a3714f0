"""What a drawing shows, and what no browser could draw."""

from __future__ import annotations

import pytest

from digest.basics.svgs import find_svg_fault, read_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def svg(body: str, before: str = "") -> bytes:
    return f'{before}{HEAD}viewBox="0 0 4 3">{body}</svg>'.encode()


def outer(body: str, before: str = "") -> str:
    found = read_svg(svg(body, before))
    assert found
    assert found.is_fickle == bool(found.outer)
    return found.outer


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('<image href="a.png"/>', "a.png"),
        ('<image xlink:href="https://example.org/a.png"/>', "https://example.org/a.png"),
        ('<filter><feImage href="b.png"/></filter>', "b.png"),
        ('<use href="other.svg#x"/>', "other.svg#x"),
        ('<linearGradient xlink:href="g.svg#x"/>', "g.svg#x"),
        ('<rect fill="url(other.svg#g)"/>', "other.svg#g"),
        ("<rect style=\"mask: url('m.svg#g')\"/>", "m.svg#g"),
        ("<style>@import 'a.css'; rect { fill: red }</style>", "a.css"),
        ("<style><![CDATA[@import url(b.css);]]></style>", "b.css"),
        ('<style>@font-face { src: url("f.woff2") }</style>', "f.woff2"),
    ],
)
def test_other_files_that_a_drawing_shows_are_found(body: str, shown: str) -> None:
    assert outer(body) == shown


def test_a_style_sheet_beside_a_drawing_is_found() -> None:
    assert outer("<rect/>", '<?xml-stylesheet type="text/css" href="s.css"?>') == "s.css"


@pytest.mark.parametrize(
    "body",
    [
        '<image href="data:image/png;base64,AAAA"/>',
        '<rect id="a"/><use href="#a"/>',
        '<linearGradient id="g"/><rect fill="url(#g)" style="mask: url(\'#m\')"/>',
        '<a href="https://example.org/"><rect/></a>',
        "<style>rect { fill: url(#g); cursor: url(data:,) }</style>",
        '<rect xmlns:inkscape="urn:i" inkscape:note="@import url-like words"/>',
        "<desc>url(a.png)</desc>",
    ],
)
def test_what_is_in_the_drawing_itself_is_none(body: str) -> None:
    assert outer(body) == ""


def fold(levels: int, times: int) -> str:
    parts = [
        f'<g id="a{level}">{f"""<use href="#a{level - 1}"/>""" * times}</g>'
        for level in range(1, levels)
    ]
    return '<g id="a0"><rect/></g>' + "".join(parts)


@pytest.mark.parametrize(
    "body",
    [
        fold(12, 10),
        "<g>" * 600 + "</g>" * 600,
        f'<defs>{fold(8, 10)}</defs><use href="#a7"/>',
    ],
)
def test_what_unpacks_to_too_much_is_refused(body: str) -> None:
    assert read_svg(svg(body)) is None
    assert find_svg_fault(svg(body)).startswith("it unpacks to more than browsers draw")


@pytest.mark.parametrize(
    "body",
    [
        fold(5, 8),
        fold(30, 1),
        '<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<use href="#nowhere"/>',
        '<g id="l"><rect/></g>' + '<use href="#l"/>' * 5000,
    ],
)
def test_what_shows_a_part_again_is_drawn(body: str) -> None:
    found = read_svg(svg(body))
    assert found
    assert (found.width, found.height) == (4, 3)

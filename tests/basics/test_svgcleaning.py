"""Drawings are cleaned of what would run or load, and of nothing else."""

from __future__ import annotations

import pytest

from digest.basics.svgcleaning import UncleanError, clean_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
    ' xmlns:h="http://www.w3.org/1999/xhtml" xmlns:i="http://www.inkscape.org/"'
)
FOREIGN = "<foreignObject><h:div>{}</h:div></foreignObject>"
LINK = '<a x:href="{}"><text>k</text></a>'
STYLE = "<style>{}</style>"


def drawing(inner: str, attributes: str = "") -> bytes:
    return f"{HEAD}{attributes}>{inner}</svg>".encode()


@pytest.mark.parametrize(
    ("inner", "left", "names"),
    [
        ("<script>1</script><g/>", "<g/>", ["<script>"]),
        ("<script a='/>'/><g/>", "<g/>", ["<script>"]),
        ("<g><script/></g>", "<g></g>", ["<script>"]),
        ("<script></script><g/>", "<g/>", ["<script>"]),
        ("<script><script/></script><g/>", "<g/>", ["<script>"]),
        ("<g id = 'a>b'\n onclick = 'x' />", "<g id = 'a>b' />", ["onclick"]),
        ("<rect i:onload='x' onset='2'/>", "<rect i:onload='x'/>", ["onset"]),
        (LINK.format("java&#115;cript:x"), "<a><text>k</text></a>", ["javascript:x"]),
        (LINK.format(" java&#9;script:x"), "<a><text>k</text></a>", ["java script:x"]),
        (LINK.format("data:text/html,x"), "<a><text>k</text></a>", ["data:text/html,x"]),
        ("<set attributeName='x:href' to='javascript:x'/>", "", ["<set>"]),
        ("<animate attributeName='onclick' to='x'/>", "", ["<animate>"]),
        (FOREIGN.format("a<h:iframe/>b"), FOREIGN.format("ab"), ["<iframe>"]),
        (FOREIGN.format("<h:meta/>a"), FOREIGN.format("a"), ["<meta>"]),
        (FOREIGN.format("<h:img src='//b.org/'/>"), FOREIGN.format("<h:img/>"), ["//b.org/"]),
        ("<image x:href='https://b.org/é' y='1'/>", "<image y='1'/>", ["https://b.org/é"]),
        ("<use href='data:image/svg+xml,a#b'/>", "<use/>", ["data:image/svg+xml,a#b"]),
        ("<g xml:base='//b.org'/>", "<g/>", ["//b.org"]),
        (
            "<g style='fill:url(//b.org/#é);x:\"\"' id='é'/>",
            "<g style=\"fill:url(data:,);x:&quot;&quot;\" id='é'/>",
            ["url(//b.org/#é)"],
        ),
        (STYLE.format("a{src:url('https://b.org')}"), STYLE.format("a{src:url(data:,)}"), 1),
        (STYLE.format("@import url(https://b.org/a;b);c{}"), STYLE.format("c{}"), 1),
        (STYLE.format("@import '//b.org' print;c{}"), STYLE.format("c{}"), 1),
        (STYLE.format("<![CDATA[a>b{c:url(//b.org)}]]>"), STYLE.format("a&gt;b{c:url(data:,)}"), 1),
        (STYLE.format("a{b:u\\72l(//b.org)}"), STYLE.format(""), 1),
        (STYLE.format("a{b:'/*';c:url(//b.org);d:'*/'}"), 1, 1),
        (STYLE.format("a{b:image-set('//b.org' 1x)}"), STYLE.format("a{b:url(data:,)}"), 1),
        (STYLE.format("a{b:c}<script/>"), STYLE.format("a{b:c}"), ["<script>"]),
        ("<?xml-stylesheet href='a.xsl'?><g/>", "<g/>", ["<?xml-stylesheet?>"]),
    ],
)
def test_what_runs_or_loads_is_taken_out_and_named(
    inner: str, left: str | int, names: list[str] | int
) -> None:
    cleaned = clean_svg(drawing(inner))
    assert left == 1 or cleaned.data == drawing(str(left))
    assert "b.org" not in cleaned.data.decode()
    found = [one.what for one in cleaned.taken]
    assert found == names if isinstance(names, list) else "b.org" in found[0]
    assert clean_svg(cleaned.data).taken == ()


@pytest.mark.parametrize(
    "inner",
    [
        LINK.format("https://example.org/"),
        LINK.format("mailto:a@example.org"),
        LINK.format("other.svg#a"),
        "<image href='data:image/png;base64,AA//'/><image href='beside.png'/>",
        "<g fill='url(#a)' style='fill:url(#a)' transform='scale(2)' onyx:a='' xmlns:onyx='o'/>",
        STYLE.format("@namespace url(http://www.w3.org/2000/svg); a{b:url(#c)}"),
        STYLE.format("/* after @import url(https://b.org) */ a{b:url(data:font/woff2;base64,A//)}"),
        STYLE.format("@import 'beside.css';"),
        FOREIGN.format("<h:p style='color:red'>a<h:br/></h:p><math xmlns='m'><mi>b</mi></math>"),
        "<metadata><i:a i:href='javascript:' onload='x'/><script xmlns='urn:other'/></metadata>",
        "<animate attributeName='x' to='3'/><text>on = 'a', javascript:, https://b.org</text>",
        "<!-- <script> --><text>&lt;script&gt;</text>",
    ],
)
def test_all_else_stays_as_it_was(inner: str) -> None:
    cleaned = clean_svg(drawing(inner))
    assert cleaned.taken == ()
    assert cleaned.data == drawing(inner)


def test_a_head_a_mark_of_utf_8_and_a_doctype_are_left() -> None:
    before = (
        b'\xef\xbb\xbf<?xml version="1.0" encoding="%s"?>\r\n<!DOCTYPE svg PUBLIC "-//W3C//DTD '
        b'SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\r\n' % b"UTF-8"
    )
    cleaned = clean_svg(before + drawing("é<script/>", " onload='x'"))
    assert cleaned.data == before + drawing("é")
    columns = [len(HEAD) + 2, len(HEAD) + len(" onload='x'>é") + 1]
    assert [(one.line, one.column) for one in cleaned.taken] == [(3, at) for at in columns]


def test_one_in_another_encoding_keeps_it() -> None:
    before = '<?xml version="1.0" encoding="iso-8859-1"?>'
    text = before + drawing("<style>a{b:url(//b.org);c:'é'}</style>é").decode()
    cleaned = clean_svg(text.encode("latin-1")).data.decode("latin-1")
    assert (
        cleaned
        == before + drawing("<style>a{b:url(data:,);c:&#x27;&#233;&#x27;}</style>é").decode()
    )


@pytest.mark.parametrize(
    "data",
    [
        drawing("<script>")[:-9],
        b"<p>words</p><script>1</script>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing("&a;"),
        b"<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]>" + drawing(""),
        drawing("<script/>").decode().encode("utf-16"),
        b"<?xml version='1.0' encoding='gbk'?>" + drawing(""),
        b'<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
        b"",
    ],
)
def test_what_is_no_drawing_or_hides_what_it_is_cannot_be_cleaned(data: bytes) -> None:
    with pytest.raises(UncleanError):
        clean_svg(data)

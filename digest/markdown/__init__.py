"""Markdown to fragments: CommonMark with tables, footnotes, lists of terms, math, citations."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING

from digest.diagnostics import Found
from digest.markdown.anchors import Slugs
from digest.markdown.blocks import Parter
from digest.markdown.math import set_math
from digest.markdown.parser import get_parser
from digest.markdown.places import Origin
from digest.markdown.render import Renderer
from digest.markdown.words import plain_text
from digest.model import ParsedInline, ParsedMarkdown, Place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# as in text: no space within the dollars, and no digit behind them
_MATH = re.compile(r"(?<![\\\d$])\$(?![\s$])([^$]+?)(?<![\s\\])\$(?![\d$])")

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")


def parse_body(
    text: str,
    path: str,
    *,
    first_line: int = 1,
    sections: Mapping[str, str] | None = None,
    lang: str = "en",
) -> Found[ParsedMarkdown]:
    """Parse a Markdown text.

    `text` is what stands behind the front matter of the file `path`, from its line `first_line`
    on, with LF as its line ends. `sections` maps the names of the site's sections, titles and
    ids, to their ids. Quotes are those of `lang`. Problems have their line and column in the
    file.
    """
    origin = Origin(Place(path, first_line, 1))
    parter = Parter(origin, sections or {})
    body = parter.part(get_parser(lang).parse(text))
    renderer = parter.renderer
    return Found(ParsedMarkdown(body, renderer.texts, renderer.plain), tuple(renderer.diagnostics))


def parse_inline(
    text: str, place: Place, *, lang: str = "en", pieces: Sequence[tuple[int, Place]] = ()
) -> Found[ParsedInline]:
    """Parse a line of inline Markdown, as a description; `place` is that of its first character.

    Where the text was put together of several lines, `pieces` are the offset and the place at
    which each of them begins.
    """
    renderer = Renderer(Origin(place, text, pieces), Slugs(()))
    tokens = get_parser(lang).parseInline(text)
    plain = " ".join(plain_text(tokens[0].children or ()).split())
    fragment = renderer.fragment(tokens, plain)
    return Found(
        ParsedInline(fragment, renderer.texts, renderer.plain), tuple(renderer.diagnostics)
    )


@functools.cache
def render_title(text: str) -> tuple[str, str]:
    """Return a record's title as HTML, its math set, and as plain text.

    A title is no Markdown: whatever signs it has are shown, only apostrophes are curved. Math
    that cannot be set is shown as its TeX.
    """
    html, plain, end = [], [], 0
    for found in _MATH.finditer(text):
        before = _APOSTROPHE.sub("’", text[end : found.start()])
        html += [escape(before, quote=False), set_math(found[1].strip(), display=False).html]
        plain += [before, found[1].strip()]
        end = found.end()
    rest = _APOSTROPHE.sub("’", text[end:])
    html.append(escape(rest, quote=False))
    plain.append(rest)
    return "".join(html), "".join(plain)

"""Markdown to fragments: CommonMark with tables, footnotes, lists of terms, math, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Found, Place
from digest.basics.fragments import ParsedInline, ParsedMarkdown
from digest.markdown.anchors import Slugs
from digest.markdown.blocks import Parter
from digest.markdown.left import NUMBERED
from digest.markdown.left.plaintexts import find_in_plain
from digest.markdown.parser import get_parser
from digest.markdown.places import Origin
from digest.markdown.render import Renderer
from digest.markdown.titles import (
    TITLE_HTML,
    TITLE_TEXT,
    check_math,
    italic_html,
    plain_math,
    render_title,
)
from digest.markdown.words import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "TITLE_HTML",
    "TITLE_TEXT",
    "check_math",
    "find_in_plain",
    "italic_html",
    "parse_body",
    "parse_field",
    "parse_inline",
    "plain_math",
    "render_title",
]


def parse_body(
    text: str,
    path: str,
    *,
    first_line: int = 1,
    sections: Mapping[str, str] | None = None,
    lang: str = "en",
    is_numbered: bool = False,
) -> Found[ParsedMarkdown]:
    """Parse a Markdown text.

    `text` is what stands behind the front matter of the file `path`, from its line `first_line`
    on, with LF as its line ends. `sections` maps the names of the site's sections, titles and
    ids, to their ids. Quotes are those of `lang`. Where the text `is_numbered`, its references get
    numbers, so that nobody has to type them. Problems have their line and column in the file.
    """
    origin = Origin(Place(path, first_line, 1))
    return _parse_blocks(text, origin, sections or {}, lang, {NUMBERED: is_numbered})


def parse_field(
    text: str, place: Place, *, lang: str, pieces: Sequence[tuple[int, Place]]
) -> Found[ParsedMarkdown]:
    """Parse a Markdown text that is the value of a field; `place` and `pieces` as below."""
    return _parse_blocks(text, Origin(place, text, pieces), {}, lang, {})


def _parse_blocks(
    text: str, origin: Origin, sections: Mapping[str, str], lang: str, env: dict[str, bool]
) -> Found[ParsedMarkdown]:
    parter = Parter(origin, sections)
    body = parter.part(get_parser(lang).parse(text, env))
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

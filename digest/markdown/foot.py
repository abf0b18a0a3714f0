"""The Markdown of a footer: paragraphs and lists, with nothing that a page has once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic, Found, Place
from digest.basics.fragments import ParsedInline
from digest.markdown.anchors import Slugs
from digest.markdown.citationtokens import CITATION
from digest.markdown.directives import DIRECTIVE
from digest.markdown.parser import get_parser
from digest.markdown.places import OFFSET, STARTS, Origin
from digest.markdown.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

_REFUSED = {
    "heading_open": ("headings", "write '**…**' around words that stand out"),
    CITATION: ("citations", "link to the paper: '[title](https://…)'"),
    "image": ("pictures", "link to it: '[what it shows](address)'"),
    "footnote_ref": ("footnotes", "say it in the text itself"),
    DIRECTIVE: ("directives", "they stand in an edition's index.md"),
}
"""By the type of a token: what it is called, and what to write in its place."""


def parse_foot(
    text: str, place: Place, *, lang: str, pieces: Sequence[tuple[int, Place]]
) -> Found[ParsedInline]:
    """Parse a text that stands at the foot of every page; places are as for `parse_inline`.

    What a footer cannot have is a problem (`field-type`), and then the fragment is empty.
    """
    origin = Origin(place, text, pieces)
    tokens = get_parser(lang).parse(text)
    refused = tuple(_find_refused(tokens, origin))
    renderer = Renderer(origin, Slugs(()))
    fragment = renderer.fragment(() if refused else tokens)
    parsed = ParsedInline(fragment, renderer.texts, renderer.plain)
    return Found(parsed, (*refused, *renderer.diagnostics))


def _find_refused(tokens: Iterable[Token], origin: Origin) -> Iterator[Diagnostic]:
    for token in tokens:
        if token.type in _REFUSED:
            line = token.map[0] if token.map else 0
            yield _refuse(token, origin.place(line, 0))
        for child in token.children or ():
            if child.type in _REFUSED:
                cited = child.meta.get("items", ())
                offset = cited[0].offset if cited else int(child.meta.get(OFFSET, 0))
                yield _refuse(child, origin.place(*token.meta[STARTS].find(offset)))


def _refuse(token: Token, place: Place) -> Diagnostic:
    what, hint = _REFUSED[token.type]
    return place.diagnose("field-type", f"a footer has no {what}", hint)

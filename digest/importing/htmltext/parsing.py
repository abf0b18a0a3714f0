"""HTML parsed as browsers do, where it is such as anybody writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

TOO_DEEP = "its blocks stand in each other deeper than any page has them"
_DEEPEST = 10_000
"""Of each block the parser looks at all that it stands in: the time grows with the square."""
_BLOCK = lazy_regex(
    r"(?i)<(/?)(?:address|article|aside|blockquote|center|details|dialog|dir|div|[dou]l|fieldset"
    r"|figure|footer|header|hgroup|main|menu|nav|search|section|summary)\b"
)
"""A tag of a block that has an end of its own."""


def parse_html(html: str) -> LexborHTMLParser | None:
    """Parse a page or a piece of one; None where that would take too long, see `TOO_DEEP`."""
    # it loads a megabyte, and most commands have no HTML to read
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    return None if _is_too_deep(html) else LexborHTMLParser(html)


def _is_too_deep(html: str) -> bool:
    # nearly no page has as many tags
    if html.count("<") <= _DEEPEST:
        return False
    depth = 0
    for found in _BLOCK.finditer(html):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        if depth > _DEEPEST:
            return True
    return False

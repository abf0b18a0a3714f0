"""Links and images know where they stand, and none is dropped in silence.

markdown-it leaves a link with a scheme that it does not trust as text, and says nothing. Here
every link is read as one; the renderer refuses a bad scheme and reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_inline import autolink, image, link

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

OFFSET = "offset"
"""The key in a token's meta: where in its inline text it begins."""

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINK_SCHEMES = frozenset({"https:", "http:", "mailto:"})


def link_plugin(parser: MarkdownIt) -> None:
    """Put the rules that note places in place of markdown-it's own."""
    parser.validateLink = _accept  # type: ignore[method-assign]
    for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
        parser.inline.ruler.at(name, with_offset(rule))


def _accept(url: str) -> bool:  # noqa: ARG001 -- markdown-it's signature
    return True


def with_offset(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    """Return an inline rule whose first token knows the offset at which the rule began."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
        start, before = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            # text that was pending may have been added first
            made = next((t for t in state.tokens[before:] if t.type != "text"), None)
            if made is not None:
                made.meta[OFFSET] = start
        return matched

    return placed


def scheme(url: str) -> str:
    """Return the scheme of an address, in lower case with its colon; empty where it has none."""
    # browsers pass over spaces and control characters before and within a scheme
    squeezed = re.sub(r"[\x00-\x20]+", "", url)
    found = _SCHEME.match(squeezed)
    return found[0].lower() if found else ""


def may_link(url: str) -> bool:
    """Tell whether a link may lead to an address: https, http, mailto, or one of this site."""
    return scheme(url) in _LINK_SCHEMES or is_local(url)


def is_local(url: str) -> bool:
    """Tell whether an address is one of this site: it has no scheme and no host."""
    return not scheme(url) and not url.startswith(("//", "\\"))

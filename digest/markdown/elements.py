"""The few elements of HTML that Markdown has no sign for: `<br>`, `<sub>`, `<kbd>` and so on.

They have no attributes but the `title` of `<abbr>`. What is not closed, or is closed beyond the
end of another element, of a link's text or of the paragraph, stays text: what is printed nests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from digest.basics.lazyregex import lazy_regex
from digest.markdown.brackets import ABBREVIATION, find_layout
from digest.markdown.places import END

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

ELEMENT = "element"
_BREAK = lazy_regex(r"<br *+/?>[ \t]*+\n?[ \t]*+", re.IGNORECASE)


def element_plugin(parser: MarkdownIt) -> None:
    """Add the rules: the end of a line, and elements with words in them."""
    parser.inline.ruler.before("html_inline", "element_break", _break_rule)
    parser.inline.ruler.before("html_inline", "element", _rule)


def _break_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.src[state.pos] != "<":
        return False
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0)
    state.pos = found.end()
    return True


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start, longest = state.pos, state.posMax
    if state.src[start] != "<":
        return False
    pair = find_layout(state.src).elements.get(start)
    if pair is None or pair.end > longest:
        return False
    if not silent:
        opening = state.push(f"{ELEMENT}_open", pair.name, 1)
        title = ABBREVIATION.match(state.src, start)
        opening.meta = {END: pair.inner}
        if title:
            opening.attrs = {"title": unescapeAll(title[1] or title[2] or "")}
        state.pos, state.posMax = pair.inner, pair.inner_end
        state.md.inline.tokenize(state)
        state.push(f"{ELEMENT}_close", pair.name, -1).meta = {END: pair.end}
    state.pos, state.posMax = pair.end, longest
    return True

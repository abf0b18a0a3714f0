"""The id that a heading is given by hand: `## Results {#results}` (Pandoc, "header_attributes").

What is given so stays, whatever else is on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.places import STARTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

OWN_ID = "own_id"
"""The key in the meta of the token that opens a heading: the id."""
OWN_PLACE = "own_place"
"""And this for the line and column, both from 0, at which it stands."""
# kramdown has a colon in it
_ID = lazy_regex(r"(?<=[^\\])[ \t]*\{(?::[ \t]*)?#([^\W_][\w:.-]*)[ \t]*\}$")


def own_id_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs before inline text is parsed, and its places are known."""
    parser.core.ruler.before("inline", "own_ids", _rule)


def split_own_id(heading: str) -> tuple[str, str]:
    """Return the text of a heading without the id that it is given, and that id, or nothing."""
    found = _ID.search(heading) if heading.endswith("}") else None
    return (heading[: found.start()], found[1]) if found else (heading, "")


def _rule(state: StateCore) -> None:
    for index, token in enumerate(state.tokens if "}" in state.src else ()):
        if token.type != "heading_open":
            continue
        inline = state.tokens[index + 1]
        found = _ID.search(inline.content) if inline.content.endswith("}") else None
        if found:
            token.meta[OWN_ID] = found[1]
            token.meta[OWN_PLACE] = inline.meta[STARTS].find(found.start(1))
            inline.content = inline.content[: found.start()]

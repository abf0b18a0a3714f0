"""Footnotes: `[^label]`, and `[^label]: …` on lines of its own. Each mark has its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mdit_py_plugins.footnote import footnote_plugin as plain_plugin

from digest.basics.fragments import Anchor
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import letters
from digest.markdown.links import is_in_image
from digest.markdown.places import OFFSET
from digest.markdown.problems import push_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# the length is bounded, for a row of brackets would be read from each of them to its end
_MARK = lazy_regex(r"\[\^([^\s\[\]]{1,100})\]")


def footnote_plugin(parser: MarkdownIt) -> None:
    """Add the plugin's rules, but report a mark without a note."""
    # notes are defined apart from the text, so that every part of a text knows its place
    plain_plugin(parser, inline=False)
    plain = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == "footnote_ref")

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
        found = _MARK.match(state.src, state.pos, state.posMax)
        # silently, markdown-it looks for the end of a link's text, in which a mark may stand
        if found is None or silent or is_in_image(state):
            return False
        if f":{found[1]}" in state.env.get("footnotes", {}).get("refs", {}):
            start = state.pos
            is_read = plain(state, silent)
            state.tokens[-1].meta[OFFSET] = start
            return is_read
        message = f"there is no footnote '{found[1]}'"
        hint = f"write '[^{found[1]}]: …' on a line of its own, or '\\[' for the bracket"
        push_problem(state, state.pos, "anchor-broken", message, hint)
        return False

    parser.inline.ruler.at("footnote_ref", rule)
    parser.core.ruler.before("footnote_tail", "footnotes_apart", _part)


def _part(state: StateCore) -> None:
    """Take notes out of the text and out of each other.

    Of a note that stands within another, the plugin would lose what the outer one says before it,
    and print in the text what it says behind it.
    """
    text: list[Token] = []
    notes: list[Token] = []
    opened: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            opened.append([])
        (opened[-1] if opened else text).append(token)
        if token.type == "footnote_reference_close":
            notes += opened.pop()
    state.tokens = text + notes


def mark_name(token: Token) -> Anchor:
    """Return the id of a footnote's mark, of which a text may have several."""
    mark, again = letters(int(token.meta["id"])), int(token.meta["subId"])
    return Anchor(f"fnref-{mark}-{again + 1}" if again else f"fnref-{mark}")

"""Alerts, as GitHub has them: a quotation whose first line is `[!NOTE]`, or another of five.

GitHub Docs, "Basic writing and formatting syntax", "Alerts".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

ALERT = "alert"
"""The key in the meta of the token that opens the quotation: which alert it is."""
TITLES = {
    "note": "Note",
    "tip": "Tip",
    "important": "Important",
    "warning": "Warning",
    "caution": "Caution",
}
"""What stands above an alert, where the theme has no word `alert_note` and so on."""
_LINES = {f"[!{name.upper()}]": name for name in TITLES}


def alert_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed."""
    parser.core.ruler.after("inline", "alerts", _rule)


def _rule(state: StateCore) -> None:
    if "[!" not in state.src:
        return
    kept: list[Token] = []
    tokens = iter(state.tokens)
    for token in tokens:
        kept.append(token)
        if len(kept) > 2 and _read(*kept[-3:]):  # noqa: PLR2004 -- quotation, paragraph, its text
            # nothing else is in the paragraph: it goes
            next(tokens)
            del kept[-2:]
    state.tokens = kept


def _read(quotation: Token, paragraph: Token, inline: Token) -> bool:
    """Make an alert of a quotation, and return whether its first paragraph is then empty."""
    if quotation.type != "blockquote_open" or paragraph.type != "paragraph_open":
        return False
    first, *rest = inline.children or [inline]
    name = _LINES.get(first.content.strip().upper()) if first.type == "text" else None
    if name is None or (rest and rest[0].type not in {"softbreak", "hardbreak"}):
        return False
    quotation.meta[ALERT] = name
    inline.children = rest[1:]
    return not rest

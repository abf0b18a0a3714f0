"""Footnotes that stand where their mark does: `^[see also @key]` (Pandoc, "inline_notes").

Each becomes a note as one that is defined on lines of its own. There are none within another, in a
caption or in a text of one line, as a description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.bounds import FOOTNOTES, may_push
from digest.markdown.brackets import find_layout
from digest.markdown.links import is_in_image
from digest.markdown.places import OFFSET, STARTS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_MAY_NOTE = "may_note"
"""The key in the parser's environment while a body's own text is parsed."""
_INNER = "inner"
"""The key in a mark's meta: from where to where its note stands in the text around it."""


def inline_note_plugin(parser: MarkdownIt) -> None:
    """Add the rules: one reads the marks, and one makes the notes when all text is parsed."""
    parser.inline.ruler.before("link", "inline_note", _rule)
    parser.core.ruler.before("inline", "inline_notes_begin", _begin)
    parser.core.ruler.after("inline", "inline_notes", _make)


def _begin(state: StateCore) -> None:
    if not state.inlineMode and "^[" in state.src:
        state.env[_MAY_NOTE] = True


def _rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    start = state.pos
    if state.src[start] != "^" or not state.src.startswith("[", start + 1):
        return False
    bracket = find_layout(state.src).brackets.get(start + 1)
    if bracket is None or bracket.end >= state.posMax or not state.env.get(_MAY_NOTE):
        return False
    if is_in_image(state) or not state.src[start + 2 : bracket.end].strip():
        return False
    if not silent and not may_push(state, FOOTNOTES):
        return False
    if not silent:
        notes = state.env.setdefault("footnotes", {})
        numbers, known = notes.setdefault("refs", {}), notes.setdefault("list", {})
        # no label that one can type has a space in it
        id_, label = len(known), f"^ {len(known)}"
        numbers[f":{label}"], known[id_] = id_, {"label": label, "count": 1}
        token = state.push("footnote_ref", "", 0)
        inner = (start + 2, bracket.end)
        token.meta = {"id": id_, "subId": 0, "label": label, OFFSET: start, _INNER: inner}
    state.pos = bracket.end + 1
    return True


def _make(state: StateCore) -> None:
    if not state.env.pop(_MAY_NOTE, False):
        return
    for outer in tuple(state.tokens):
        for mark in outer.children or ():
            if _INNER in mark.meta:
                state.tokens += _note(state, outer, mark)


def _note(state: StateCore, outer: Token, mark: Token) -> list[Token]:
    """Return the tokens of a note, as if it had been defined apart."""
    begin, end = mark.meta[_INNER]
    inline = Token("inline", "", 0, content=outer.content[begin:end], map=outer.map)
    inline.meta[STARTS] = outer.meta[STARTS].within(begin, end)
    inline.children = state.md.inline.parse(inline.content, state.md, state.env, [])
    return [
        Token("footnote_reference_open", "", 1, meta={"label": mark.meta["label"]}, map=outer.map),
        Token("paragraph_open", "p", 1, block=True),
        inline,
        Token("paragraph_close", "p", -1, block=True),
        Token("footnote_reference_close", "", -1),
    ]

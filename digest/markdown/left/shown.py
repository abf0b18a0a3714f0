"""What of an inline text is shown as it was typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.addresses import BARE
from digest.markdown.citationtokens import CLOSE
from digest.markdown.comments import end_of_comment
from digest.markdown.left.forms import OPAQUE
from digest.markdown.places import END, OFFSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

PAREN, END_PAREN, BRACKET, END_BRACKET = "\ue001", "\ue002", "\ue003", "\ue004"
"""Stand, twice each, for the escapes that TeX has for its formulas: `\\(`, `\\)`, `\\[`, `\\]`."""
_ESCAPES = {"\\(": PAREN, "\\)": END_PAREN, "\\[": BRACKET, "\\]": END_BRACKET}
_BREAK = lazy_regex(r"\n|<br *+/?>[ \t]*+\n?", re.IGNORECASE)
_BREAKS = frozenset({"softbreak", "hardbreak"})


def skim(tokens: Sequence[Token]) -> str:
    """Return the text that is shown as it was typed, behind a line end, but not sign for sign."""
    if len(tokens) == 1 and tokens[0].type == "text":
        return "\n" + tokens[0].content
    found = ["\n"]
    for token in tokens:
        if token.type == "text" or _is_typed(token):
            found.append(token.content)
        elif token.type in _BREAKS:
            found.append("\n")
        elif token.markup != BARE:
            found.append(2 * _ESCAPES.get(token.markup, "") or OPAQUE)
    return "".join(found)


def mask(source: str, tokens: Sequence[Token]) -> str:
    """Return `source` with `OPAQUE` for each sign that is not shown as it was typed.

    `tokens` are what it was parsed to, as they are before typography.
    """
    walk = _Walk(source)
    for token in tokens:
        walk.step(token)
    return "".join(walk.shown)


def _is_typed(token: Token) -> bool:
    """Tell whether it is a backslash that escapes nothing, or an address in the text."""
    return token.type == "text_special" and token.markup in {"", token.content}


class _Walk:
    """Goes through a text and its tokens together."""

    def __init__(self, source: str) -> None:
        self.shown = [OPAQUE] * len(source)
        self._source = source
        self._at = 0
        self._links: list[int] = []
        """Where the links end that are open."""
        self._until = ""
        """The type of the token up to which all is opaque."""

    def step(self, token: Token) -> None:
        """Go on behind a token."""
        if self._until:
            self._until = "" if token.type == self._until else self._until
            return
        # a method named after the token's type, as the renderer has them
        rule = getattr(self, f"_{token.type}", self._other)
        rule(token)

    def _other(self, token: Token) -> None:
        self._at = token.meta.get(END, self._at + len(token.markup))

    def _text(self, token: Token) -> None:
        self._show(token.content)

    def _text_special(self, token: Token) -> None:
        typed = token.markup
        if _is_typed(token):
            self._show(token.content)
            return
        begin = max(self._source.find(typed, self._at), self._at)
        if typed in _ESCAPES:
            self.shown[begin : begin + 2] = _ESCAPES[typed] * 2
        self._at = begin + len(typed)

    def _softbreak(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        found = _BREAK.search(self._source, self._at)
        if found:
            self._at = found.end()
            if found[0].endswith("\n"):
                self.shown[self._at - 1] = "\n"

    _hardbreak = _softbreak

    def _code_inline(self, token: Token) -> None:
        ticks = token.markup
        begin = self._source.find(ticks, self._at) + len(ticks)
        end = re.compile(f"(?<!`){ticks}(?!`)").search(self._source, begin)
        self._at = end.end() if end else begin

    def _math_inline(self, token: Token) -> None:
        self._at = token.meta[OFFSET] + len(token.content) + 2

    def _math_inline_double(self, token: Token) -> None:
        self._at = token.meta[OFFSET] + len(token.content) + 4

    def _citation_open(self, token: Token) -> None:
        self._at = token.meta[OFFSET] + len(token.meta["text"])
        self._until = CLOSE

    def _link_open(self, token: Token) -> None:
        if token.markup == BARE:
            # it is shown as typed, and ends with its text
            self._links.append(token.meta[END])
        elif token.info == "auto":
            self._at, self._until = token.meta.get(END, self._at), "link_close"
        else:
            self._at = token.meta[OFFSET] + 1
            self._links.append(token.meta[END])

    def _link_close(self, token: Token) -> None:  # noqa: ARG002 -- as all rules
        self._at = self._links.pop()

    def _show(self, text: str) -> None:
        if not self._source.startswith(text, self._at):
            text = self._catch_up(text)
        self.shown[self._at : self._at + len(text)] = text
        self._at += len(text)

    def _catch_up(self, text: str) -> str:
        """Show a text in which comments and spaces were left out, but for its last piece.

        What cannot be found stays opaque.
        """
        source = self._source
        for index, sign in enumerate(text):
            while self._at < len(source) and source[self._at] != sign:
                behind = end_of_comment(source, self._at, len(source))
                if behind >= 0 or source[self._at].isspace():
                    self._at = max(behind, self._at + 1)
                    continue
                found = source.find(text[index:], self._at)
                self._at = max(found, self._at)
                return text[index:] if found >= 0 else ""
            if self._at < len(source):
                self.shown[self._at] = sign
                self._at += 1
        return ""

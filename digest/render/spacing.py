"""What touches no word and no number: citations, marks of footnotes, addresses in brackets."""

from __future__ import annotations

import unicodedata

_CLOSING = frozenset({"Po", "Pe", "Pf", "Pi", "Pd", "Cc"})
"""Unicode's categories of signs that may stand close behind a citation; quotation marks of which
some languages open with what others close with are among them."""
_OPENING = frozenset({"Ps", "Pi", "Cc"})
"""Control characters among them: the end of a line is one."""


class Line:
    """A text to which parts are added, some of them apart from the words around them."""

    def __init__(self) -> None:
        self.text = ""
        self._is_apart = False

    def add(self, part: str) -> None:
        """Add words."""
        if self._is_apart and part:
            self._is_apart = False
            if not _may_touch(part[0]):
                self.text += " "
        self.text += part

    def add_apart(self, part: str) -> None:
        """Add what stands apart."""
        if self.text and not _may_hold(self.text[-1]):
            self.text += " "
        self.text += part
        self._is_apart = True


def _may_hold(before: str) -> bool:
    return before.isspace() or unicodedata.category(before) in _OPENING


def _may_touch(after: str) -> bool:
    return after.isspace() or unicodedata.category(after) in _CLOSING

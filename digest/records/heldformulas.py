"""Formulas put aside while the text around them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.dollarmath import TITLE_MATH
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    import re

_FIRST = 0xF0000
"""Formulas are stood for by the characters from here on, which Unicode has left to private use."""
_MOST = 0xFFFE
_SIGNS = f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]"
_HELD = lazy_regex(rf"(?P<before>(?:[0-9][0-9.,]*)?)(?P<sign>{_SIGNS})(?P<after>[0-9]*)")


class Held:
    """The formulas of one text, each with a character that stands for it."""

    def __init__(self) -> None:
        self._shown: list[str] = []

    def hold(self, tex: str) -> str:
        """Return what stands for a formula, which is TeX with its dollars or without.

        What has been put aside already is returned as it is.
        """
        tex = " ".join(tex.strip("$ \n\t").split())
        return self.hold_text(f"${tex}$") if tex and not _HELD.search(tex) else tex

    def hold_text(self, text: str) -> str:
        """Return what stands for a text that is finished."""
        if len(self._shown) > _MOST:
            return text
        self._shown.append(text)
        return chr(_FIRST + len(self._shown) - 1)

    def release(self, text: str) -> str:
        """Return a text with its formulas as `$…$`.

        Digits beside a formula become part of it where they would make money of its dollars.
        """
        return _HELD.sub(self._release, text) if self._shown else text

    def _release(self, found: re.Match[str]) -> str:
        index = ord(found["sign"]) - _FIRST
        if index >= len(self._shown):
            return found[0]
        before, shown, after = found["before"], self._shown[index], found["after"]
        whole = before + shown + after
        match = TITLE_MATH.search(whole)
        if shown[0] != "$" or (match and match[0] == shown):
            return whole
        return f"${before}{shown[1:-1]}{after}$"

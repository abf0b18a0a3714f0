"""Parts of a text that are put aside, so that no rule for what is around them touches them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.markuppatterns import DEFINES_LINK, INLINE_CODE
from digest.markdown.sourceblocks import find_source_blocks, may_have_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.markdown.sourceblocks import SourceBlock

_FIRST_SIGN, _LAST_SIGN = 0xF000, 0xF8FF
"""Characters for private use, of which one that the text does not have stands around each mark."""
_CODE = lazy_regex(
    # what has a backslash before it is a sign
    rf"\\`|{INLINE_CODE}|(?P<comment><!--.*?-->)",
    re.DOTALL,
)
_COMMENT = lazy_regex(r"<!--.*?-->", re.DOTALL)
_ADDRESSES = lazy_regex(
    # of a link: a destination in pointed brackets, or one with parentheses in pairs; of a
    # definition; in pointed brackets; and alone
    r"(?<=\]\()[ \t]*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))+)"
    rf"|^[ >\t]*{DEFINES_LINK}(?:\n[ \t]*)?\S+"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*>|<[\w.+-]+@[\w.-]+>"
    r"|https?://[^\s<>()\[\]`]*(?:\([^\s<>()]*\)[^\s<>()\[\]`]*)*",
    re.MULTILINE,
)

_POINTED = lazy_regex(
    rf"(?<=\]\()[ \t]*<[^<>\n]*>|^[ >\t]*{DEFINES_LINK}<[^<>\n]*>"
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*>|<[\w.+-]+@[\w.-]+>",
    re.MULTILINE,
)


class Hidden:
    """A text in which marks stand for what is put aside. The text keeps its lines."""

    def __init__(self, text: str) -> None:
        """Choose a sign for the marks of this text."""
        codes = range(_FIRST_SIGN, _LAST_SIGN)
        self.sign = next(chr(code) for code in codes if chr(code) not in text)
        self._kept: list[str] = []
        self._mark = re.compile(f"{self.sign}(\\d+){self.sign}")

    def hide(self, typed: str) -> str:
        """Return what stands for a part of the text, a mark for each of its lines."""
        return "\n".join(self._hide_line(line) for line in typed.split("\n"))

    def _hide_line(self, line: str) -> str:
        if not line.strip():
            return line
        self._kept.append(line)
        return f"{self.sign}{len(self._kept) - 1}{self.sign}"

    def show(self, text: str) -> str:
        """Return a text with all that was put aside in it."""
        while self._mark.search(text):
            text = self._mark.sub(lambda found: self._kept[int(found[1])], text)
        return text

    def hide_code(self, text: str, blocks: Iterable[SourceBlock] | None) -> str:
        """Put blocks of code, and code within lines, aside. Comments have none.

        `blocks` are those of the text, where they are known already.
        """
        if blocks is None:
            blocks = find_source_blocks(text) if may_have_code(text) else ()
        lines = text.split("\n")
        for block in blocks:
            if block.kind == "code":
                lines[block.first : block.end] = map(
                    self._hide_line, lines[block.first : block.end]
                )
        text = "\n".join(lines)
        if "`" not in text:
            return text
        return _CODE.sub(lambda found: found[0] if found["comment"] else self.hide(found[0]), text)

    def hide_comments(self, text: str) -> str:
        """Put comments aside in a text in which code is put aside."""
        return self.hide_all(text, _COMMENT) if "<!--" in text else text

    def hide_pointed(self, text: str) -> str:
        """Put aside what stands in pointed brackets and is an address, no tag."""
        return self.hide_all(text, _POINTED) if "<" in text else text

    def hide_addresses(self, text: str) -> str:
        """Put addresses of links and pictures aside, and those that stand alone."""
        return self.hide_all(text, _ADDRESSES)

    def hide_all(self, text: str, pattern: re.Pattern[str]) -> str:
        """Put all that a pattern finds aside."""
        return pattern.sub(lambda found: self.hide(found[0]), text)

"""Signs of a text that Markdown would take for its own: told apart from ours, and escaped.

While HTML is taken apart, each sign of its text that could be markup is one character of Unicode's
private use area, and each piece of Markdown that we write ourselves, as a link's end, is another
one. So no program between can mistake one for the other. At the end, when all lines are known,
`settle` writes the Markdown, with a backslash before those signs that digest would read otherwise.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

from digest.basics.dollarmath import INLINE_MATH
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN, _PIECE = 0xE000, 0xF0000
"""Where the signs of the text begin in Unicode, and where the pieces of our own do."""
_MOST_PIECES = 0xFFF0
_SIGNS = "\\`*_~[]<>#-+=|$@{}:!^&.()"
_ENCODE = {ord(sign): _SIGN + ord(sign) for sign in _SIGNS}
_DECODE = {_SIGN + ord(sign): sign for sign in _SIGNS}
_ENCODED = "".join(map(chr, _DECODE))
_OURS = lazy_regex(f"[{_ENCODED}\U000f0000-\U000ffffd]")
_PIECES = lazy_regex("[\U000f0000-\U000ffffd]")
BREAK = "\ue0ff"
"""Stands for the end of a line within a paragraph."""
NOTHING = "\ue0fe"
"""Stands for a paragraph with nothing in it, which parts two blocks."""
_NOTHING = lazy_regex(rf"^[ >]*{NOTHING}[ \t]*\n?", re.MULTILINE)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
"""Where a line may be parted, or may not: nothing that a reader sees."""
_BLANKS = lazy_regex(r"[ \t\n\r\f\u00a0]+")
_SPACED = lazy_regex("[ \t\n\r\f]*[\u00a0\u202f][ \t\n\r\f]*(?=[»!?;:%])|(?<=«)[\u00a0\u202f] *")

# what is escaped wherever it stands
_INLINE = lazy_regex(
    r"\\|`"
    # a star with blanks on both sides is none
    r"|\*(?=[^\s])|(?<=[^\s])\*"
    # an underscore within a word is none
    r"|(?:(?<![^\W_])_+|_+(?![^\W_]))"
    r"|~(?=[~\U000f0000-\U000ffffd])|(?<=[~\U000f0000-\U000ffffd])~"
    r"|(?<=\])\("
    r"|\[(?=\^|![A-Z])"
    r"|<(?=[A-Za-z/!?])"
    r"|(?<![^\W_])@"
    r"|\{(?=[{%#.:!/*])|(?<=[)\U000f0000-\U000ffffd])\{"
    r"|!(?=\[)|\^(?=\[)"
    r"|&(?=#?\w+;)"
)
_LINE = lazy_regex(
    r">|#|[-+*](?=\s|$)|(?:[-=_*~:|+][ \t]*)+$|:(?=\s|::)|~(?=\s|~)|\d{1,9}(?P<mark>[.)])(?=\s|$)"
    r"|(?P<box>\[)(?=[ xX]\]\s|[^\]\n]*\]:)",
    re.MULTILINE,
)
_BEGIN = lazy_regex(r"^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*", re.MULTILINE)
"""What the Markdown of blocks has before the text of a line."""
_HEADING = lazy_regex(r"^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*#{1,6} .*$", re.MULTILINE)
_HEADING_END = lazy_regex(r"(?<=\s)#+[ \t]*$|\{(?=:?[ \t]*#[^{}]*\}[ \t]*$)")
_ADDRESS = lazy_regex(r"(?:https?://|(?<!\w)www\.)[^\s<>\[\]`\U000f0000-\U000ffffd]+")
_PRICE = lazy_regex(r"\$\d")
_MATH = lazy_regex(INLINE_MATH, re.DOTALL)


def encode(text: str) -> str:
    """Return a text of the source with its signs told apart from ours, and blanks made plain."""
    if text.isascii():
        return text.translate(_ENCODE)
    text = _SPACED.sub("\u202f", text.translate(_INVISIBLE))
    return _OURS.sub("\ufffd", text).replace(BREAK, "").replace(NOTHING, "").translate(_ENCODE)


def collapse(text: str) -> str:
    """Return a text with one space for each row of blanks."""
    return _BLANKS.sub(" ", text)


@functools.lru_cache(maxsize=2048)
def is_sign(character: str) -> bool:
    """Tell whether a character of an encoded text is a sign to the rules of emphasis."""
    if ord(character) >= _PIECE or ord(character) in _DECODE:
        return True
    return unicodedata.category(character)[0] in "PS"


class Pieces:
    """Pieces of Markdown of our own, each of which a character stands for."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._known: dict[str, str] = {}

    def add(self, piece: str) -> str:
        """Return the character that stands for a piece."""
        if piece not in self._known:
            # where there are too many, they stand as they are
            if len(self._pieces) == _MOST_PIECES:
                return piece.translate(_ENCODE)
            self._known[piece] = chr(_PIECE + len(self._pieces))
            self._pieces.append(piece)
        return self._known[piece]

    def write(self, text: str) -> str:
        """Return a text with the pieces in the places of their characters."""
        return _PIECES.sub(lambda found: self.look(found[0]), text)

    def look(self, character: str) -> str:
        """Return what a character stands for; the character itself where it stands for nothing."""
        index = ord(character) - _PIECE
        return self._pieces[index] if 0 <= index < len(self._pieces) else character


def settle(text: str, pieces: Pieces, *, is_line: bool = False) -> str:
    """Return the Markdown that an encoded text is, blocks or what stands within one line."""
    if NOTHING in text:
        text = _NOTHING.sub("", text)
    shown = text.translate(_DECODE)
    escaped: set[int] = set()
    if shown != text:
        escaped = set(_find_escapes(text, shown, pieces, is_line=is_line))
    parts: list[str] = []
    end = 0
    for at in sorted(escaped):
        parts += (shown[end:at], "\\")
        end = at
    parts.append(shown[end:])
    return pieces.write("".join(parts))


def _find_escapes(text: str, shown: str, pieces: Pieces, *, is_line: bool) -> Iterator[int]:
    """Find the signs of the source that need a backslash, by their offsets."""
    free = _ADDRESS.sub(lambda found: "\ufffc" * len(found[0]), shown)
    for found in _INLINE.finditer(free):
        yield from (at for at in range(*found.span()) if text[at] in _ENCODED)
    yield from _find_images(text, pieces)
    yield from _find_dollars(text, shown, pieces)
    if is_line:
        return
    for begin in _BEGIN.finditer(text):
        line = _LINE.match(shown, begin.end())
        if line:
            at = max(line.start("mark"), line.start("box"), line.start())
            if text[at] in _ENCODED:
                yield at
    for heading in _HEADING.finditer(text):
        for found in _HEADING_END.finditer(shown[heading.start() : heading.end()]):
            if text[heading.start() + found.start()] in _ENCODED:
                yield heading.start() + found.start()


def _find_images(text: str, pieces: Pieces) -> Iterator[int]:
    """Find exclamation marks before a link, which would make it an image."""
    for found in re.finditer("[\ue021\ue05e](?=[\U000f0000-\U000ffffd])", text):
        if pieces.look(text[found.end()]).startswith("["):
            yield found.start()


def _find_dollars(text: str, shown: str, pieces: Pieces) -> Iterator[int]:
    """Find dollars that would enclose a formula with another one."""
    sign = chr(_SIGN + ord("$"))
    if sign not in text:
        return
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        if sign not in block[0]:
            continue
        written = pieces.write(shown[block.start() : block.end()])
        # several prices are none
        is_money = len(_PRICE.findall(written)) == written.count("$") and not _MATH.search(written)
        if written.count("$") > 1 and not is_money:
            yield from (block.start() + at for at, one in enumerate(block[0]) if one == sign)

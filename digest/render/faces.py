"""A typeface at one size: what it can set, how wide that is, and its letters drawn.

Letters are drawn once and put together here, with the face's own kerning: that is several times
as fast as drawing each line anew, and depends on no library for shaping that a machine may lack.
"""

from __future__ import annotations

import functools
import io
import unicodedata
from typing import TYPE_CHECKING

import msgspec
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_LETTER = "\uffff"
"""What no face has, so that it is drawn as what is missing is."""
_DECORATION = frozenset({"So", "Sk", "Cf", "Cn", "Co", "Cs", "Cc"})
"""Kinds of sign that a text can do without: emoji, and what joins them."""
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


class Glyph(msgspec.Struct, frozen=True):
    """A letter, drawn."""

    image: Image.Image
    """How much of each pixel it covers, 0 to 255."""
    left: int
    top: int
    """Where the image stands from the point at which the letter begins on the line."""


class Face:
    """A typeface at one size, in pixels."""

    def __init__(self, file: bytes, size: int) -> None:
        """Take the bytes of a font's file; raises OSError where they are none."""
        # the plain layout is the same wherever Pillow is
        layout = ImageFont.Layout.BASIC
        self._font = ImageFont.truetype(io.BytesIO(file), size, layout_engine=layout)
        self.size = size
        self.advance = functools.cache(self._font.getlength)
        self.kern = functools.cache(self._kern)
        self.glyph = functools.cache(self._draw)
        self.has = functools.cache(self._has)

    def width(self, text: str) -> float:
        """Return how wide a line of text is."""
        return sum(map(self.advance, text)) + sum(map(self.kern, text, text[1:]))

    def lay_out(self, text: str) -> Iterator[tuple[float, str]]:
        """Yield where each letter of a line begins, from the line's beginning, and the letter."""
        x = 0.0
        for index, letter in enumerate(text):
            x += self.kern(text[index - 1], letter) if index else 0
            yield x, letter
            x += self.advance(letter)

    def settable(self, text: str) -> str:
        """Return a text as the face can set it, on one line; empty where it cannot.

        Emoji that it lacks are left out, and letters of mathematical alphabets become plain ones;
        a text with any other sign that it lacks is not set at all.
        """
        kept = []
        for sign in unicodedata.normalize("NFC", " ".join(text.split())):
            plain = unicodedata.normalize("NFKC", sign)
            if self.has(sign):
                kept.append(sign)
            elif all(map(self.has, plain)):
                kept.append(plain)
            elif unicodedata.category(sign) not in _DECORATION and sign not in _SELECTORS:
                return ""
        return " ".join("".join(kept).split())

    def _kern(self, one: str, two: str) -> float:
        return self._font.getlength(one + two) - self.advance(one) - self.advance(two)

    def _draw(self, letter: str) -> Glyph:
        left, top, right, bottom = map(int, self._font.getbbox(letter, anchor="ls"))
        image = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
        ImageDraw.Draw(image).text((-left, -top), letter, 255, self._font, anchor="ls")
        return Glyph(image, left, top)

    def _has(self, sign: str) -> bool:
        if sign.isspace():
            return sign == " "
        drawn, missing = self.glyph(sign), self.glyph(_NO_LETTER)
        return drawn.image.size != missing.image.size or (
            drawn.image.tobytes() != missing.image.tobytes()
        )

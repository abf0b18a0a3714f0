"""Cards, drawn: the newsletter's name, a title as large as it may be, and what it brings.

The same view gives the same bytes wherever Pillow is of the same version, with the FreeType and
the zlib that it brings.
"""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING

import msgspec
from PIL import Image, ImageDraw

from digest.basics.colours import Colour, mix, parse_colour
from digest.basics.diagnostics import Checked
from digest.render.dates import date_text
from digest.render.faces import Face
from digest.render.titlelines import break_evenly, break_greedily, cut
from digest.site.views.sharecard import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PIL._imaging import ImagingCore  # noqa: TC004 -- nothing converts a stamp

    from digest.settings.carddesign import CardDesign
    from digest.settings.theme import Theme
    from digest.site.views.sharecard import CardView

_MARGIN = 88
_MEASURE = WIDTH - 2 * _MARGIN
_HEAD = 112
"""The baseline of the line above the title."""
_MARK = (_MARGIN, 0, _MARGIN + 56, 14)
_TITLE_TOP, _TITLE_BOTTOM = 148, 456
_RULE = 490
_FOOT = 538
"""The baseline of the first line below the rule."""
_FOOT_LINE = 40
_LEADING = 1.1
_SIZES = (128, 108, 92, 78, 66, 56, 48)
"""Of a title, in pixels: the first in which it has room."""
_TRIES = (*((size, 1) for size in _SIZES[:3]), *((size, 9) for size in _SIZES))
"""Sizes with how many lines they may make: one line is better than two that are larger."""
_LABEL, _LINE = 30, 34
_LONGEST = 400
"""Characters of a text: more than a card has room for."""
_BETWEEN = " · "

_LEVELS = 5
"""Shades between the paper and a colour: with three of them a pixel takes four bits."""
_INK, _SOFT, _ACCENT = 1, 1 + _LEVELS, 1 + 2 * _LEVELS
"""Where in the palette a colour's shades begin; 0 is the paper."""
_RUN_LENGTHS = 3
"""zlib's strategy Z_RLE: a third of the time, for a tenth more bytes."""


class CardRenderer:
    """Draws the cards of one site in one theme's faces and colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._painter: Checked[Painter] | None = None

    def render(self, view: CardView) -> Checked[bytes]:
        """Return a card as PNG; `theme-error` where the theme's faces cannot be read."""
        if self._painter is None:
            self._painter = self._make_painter()
        painter = self._painter.value
        return Checked(painter.paint(view) if painter else None, self._painter.diagnostics)

    def _make_painter(self) -> Checked[Painter]:
        design = self._theme.card
        if design is None:
            return Checked(None)
        found = []
        for name, path in (("title", design.title), ("label", design.label)):
            try:
                Face(self._theme.read(path), _LINE)
            except OSError:
                message = f"the file of 'card: {name}' cannot be read as a font"
                hint = "name a TrueType or OpenType file"
                found.append(design.places[name].diagnose("theme-error", message, hint))
        return Checked(None if found else Painter(design, self._theme.read), tuple(found))


class _Stamp(msgspec.Struct, frozen=True):
    """A letter in one colour, ready to be put on a card."""

    image: ImagingCore
    """In the palette's numbers."""
    mask: ImagingCore
    """Which of its pixels are put there."""
    box: tuple[int, int, int, int]
    """Its sides, from where the letter begins on the line."""


class Painter:
    """Draws cards in one design."""

    def __init__(self, design: CardDesign, read: Callable[[str], bytes]) -> None:
        """Take the design, whose faces are fonts, and what reads a file."""
        self._palette = _palette(design)
        title, label = read(design.title), read(design.label)
        self._title = functools.cache(lambda size: Face(title, size))
        self._label = Face(label, _LABEL)
        self._line = Face(label, _LINE)
        self._stamp = functools.cache(_make_stamp)

    def paint(self, view: CardView) -> bytes:
        """Return a card as PNG."""
        card = Image.new("P", (WIDTH, HEIGHT))
        card.putpalette(self._palette)
        draw = ImageDraw.Draw(card)
        draw.rectangle(_MARK, _ACCENT + _LEVELS - 1)
        date = self._date(view)
        title, name = self._choose_title(view, date)
        number = self._label.settable(view.number)
        about = (number, "" if title == date else date)
        self._paint_head(card, name, _BETWEEN.join(filter(None, about)))
        papers = [text for paper in view.papers if (text := self._label.settable(paper))]
        line = self._line.settable(view.line[:_LONGEST])
        self._paint_title(card, title, line, bottom=_TITLE_BOTTOM if papers else _FOOT)
        if papers:
            draw.rectangle((_MARGIN, _RULE, WIDTH - _MARGIN, _RULE + 1), _SOFT + _LEVELS // 3)
        for index, text in enumerate(self._list(papers) if papers else ()):
            self._put(card, (_MARGIN, _FOOT + index * _FOOT_LINE), text, self._label, _SOFT)
        made = io.BytesIO()
        card.save(made, "PNG", compress_type=_RUN_LENGTHS)
        return made.getvalue()

    def _choose_title(self, view: CardView, date: str) -> tuple[str, str]:
        """Return what is set large, and the name above it.

        Where the title cannot be set, the name is set large, or else the date is.
        """
        face = self._title(_SIZES[0])
        if title := face.settable(view.title[:_LONGEST]):
            return title, self._label.settable(view.name[:_LONGEST])
        return face.settable(view.name[:_LONGEST]) or date, ""

    def _date(self, view: CardView) -> str:
        if not view.date:
            return ""
        return self._label.settable(date_text(view.date, view.lang)) or view.date

    def _paint_head(self, card: Image.Image, name: str, issue: str) -> None:
        width = self._label.width(issue)
        self._put(card, (WIDTH - _MARGIN - width, _HEAD), issue, self._label, _SOFT)
        room = _MEASURE - width - 2 * _LABEL
        (shown,) = cut([name], 1, room, self._label.width)
        self._put(card, (_MARGIN, _HEAD), shown, self._label, _ACCENT)

    def _paint_title(self, card: Image.Image, title: str, line: str, bottom: int) -> None:
        """Set the title in the middle of the room that it has, and a line below it."""
        below = break_evenly(line.split(), _MEASURE, self._line.width) if line else []
        below = cut(below, 2, _MEASURE, self._line.width)
        room = bottom - _TITLE_TOP - len(below) * _LINE * 1.35 - (24 if below else 0)
        face, lines = self._fit(title, room)
        step = face.size * _LEADING
        height = len(lines) * step + bottom - _TITLE_TOP - room
        # a title's weight is above its middle
        y = _TITLE_TOP + (bottom - _TITLE_TOP - height) * 0.45 + face.size * 0.86
        for text in lines:
            self._put(card, (_MARGIN - face.size * 0.04, y), text, face, _INK)
            y += step
        y += 24 - step + _LINE * 1.35 + face.size * 0.1
        for text in below:
            self._put(card, (_MARGIN, y), text, self._line, _SOFT)
            y += _LINE * 1.35

    def _fit(self, title: str, room: float) -> tuple[Face, list[str]]:
        """Return the largest face in which a title has room, and its lines."""
        words = title.split()
        for size, most in _TRIES:
            face = self._title(size)
            lines = break_greedily(words, _MEASURE, face.width)
            fits = len(lines) <= most and len(lines) * size * _LEADING <= room
            if fits and all(face.width(line) <= _MEASURE for line in lines):
                return face, break_evenly(words, _MEASURE, face.width)
        face = self._title(_SIZES[-1])
        most = max(int(room / (face.size * _LEADING)), 1)
        return face, cut(break_evenly(words, _MEASURE, face.width), most, _MEASURE, face.width)

    def _list(self, papers: Sequence[str]) -> list[str]:
        """Return as many names as two lines have room for."""
        lines = [""]
        for paper in papers:
            longer = f"{lines[-1]}{_BETWEEN}{paper}" if lines[-1] else paper
            if not lines[-1] or self._label.width(longer) <= _MEASURE:
                lines[-1] = longer
            elif len(lines) == 1:
                lines.append(paper)
            else:
                lines[-1] += f"{_BETWEEN}…"
                break
        return cut(lines, 2, _MEASURE, self._label.width)

    def _put(
        self, card: Image.Image, at: tuple[float, float], text: str, face: Face, colour: int
    ) -> None:
        """Set a line of text, which begins at a point; `colour` is where its shades begin."""
        # Pillow's own `paste` takes longer to look at what it is given than to put it there
        put, y = card.im.paste, round(at[1])
        for offset, letter in face.lay_out(text):
            stamp = self._stamp(face, letter, colour)
            (left, top, right, bottom), x = stamp.box, round(at[0] + offset)
            put(stamp.image, (x + left, y + top, x + right, y + bottom), stamp.mask)


def _make_stamp(face: Face, letter: str, colour: int) -> _Stamp:
    glyph = face.glyph(letter)
    size, covered = glyph.image.size, glyph.image.tobytes()
    # of the card's own mode, or it would be converted whenever it is put there
    image = Image.frombytes("P", size, covered.translate(_numbers(colour)))
    mask = Image.frombytes("L", size, covered.translate(_IS_PUT))
    (width, height), left, top = size, glyph.left, glyph.top
    return _Stamp(image.im, mask.im, (left, top, left + width, top + height))


_SHADES = [round(covered * _LEVELS / 255) for covered in range(256)]
"""By how much of a pixel is covered."""
_IS_PUT = bytes(255 * bool(shade) for shade in _SHADES)


@functools.cache
def _numbers(colour: int) -> bytes:
    """Return the palette's number of each shade; `colour` is where they begin."""
    return bytes(shade and colour + shade - 1 for shade in _SHADES)


def _palette(design: CardDesign) -> list[int]:
    """Return the paper, and each colour from nearly the paper's to its own."""
    paper = parse_colour(design.paper) or Colour(255, 255, 255)
    ink = parse_colour(design.ink) or Colour(0, 0, 0)
    palette = [*paper[:3]]
    for name in (design.ink, design.soft, design.accent):
        colour = parse_colour(name) or ink
        for level in range(1, _LEVELS + 1):
            palette += mix(colour, paper, level / _LEVELS)[:3]
    return palette

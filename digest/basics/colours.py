"""Colours: read as CSS writes them, mixed, and how far two of them can be told apart."""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable

AA = 4.5
"""The contrast that text needs: WCAG 2.2, success criterion 1.4.3."""


class Colour(NamedTuple):
    """A colour of the screen's space, sRGB."""

    red: int
    """From 0 to 255, as those that follow."""
    green: int
    blue: int
    alpha: float = 1
    """How much it covers, from 0 to 1."""

    @property
    def hex(self) -> str:
        """Return it as `#rrggbb`, as if it covered all."""
        return "#" + "".join(f"{channel:02x}" for channel in self[:3])


_FUNCTION = lazy_regex(r"(rgb|hsl|oklch)a?\((.*)\)")
_PARTS = lazy_regex(
    r"([^\s,/]+)(?:\s*,\s*|\s+)([^\s,/]+)(?:\s*,\s*|\s+)([^\s,/]+)(?:\s*[,/]\s*(\S+))?"
)
_NUMBER = lazy_regex(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)


def parse_colour(text: str) -> Colour | None:
    """Read a colour as CSS Color Level 4 writes it; None for what is none.

    It may be a name, `#rgb` or `#rrggbb` with or without alpha, `rgb()`, `hsl()` or `oklch()`.
    """
    text = text.strip().lower()
    if text.startswith("#"):
        return _parse_digits(text[1:])
    if name := _names().get(text):
        return _parse_digits(name)
    found = _FUNCTION.fullmatch(text)
    parts = found and _PARTS.fullmatch(found[2].strip())
    if not found or not parts:
        return None
    try:
        alpha = _number(parts[4] or "1", 1)
        channels = _SPACES[found[1]](parts[1], parts[2], parts[3])
    except ValueError:
        return None
    red, green, blue = (round(min(max(channel, 0), 1) * 255) for channel in channels)
    return Colour(red, green, blue, min(max(alpha, 0), 1))


def _parse_digits(digits: str) -> Colour | None:
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch("(?:[0-9a-f]{2}){3,4}", digits):
        return None
    red, green, blue, alpha = bytes.fromhex(f"{digits}ff"[:8])
    return Colour(red, green, blue, alpha / 255)


def _number(text: str, whole: float) -> float:
    """Read a number, or a percentage of `whole`. Raises ValueError."""
    number = text.removesuffix("%")
    if not _NUMBER.fullmatch(number):
        raise ValueError(text)
    return float(number) * whole / 100 if number != text else float(number)


def _share(text: str) -> float:
    """Read a percentage as a part of 1; CSS lets its sign be left out. Raises ValueError."""
    return _number(text.removesuffix("%") + "%", 1)


def _hue(text: str) -> float:
    """Read an angle in degrees. Raises ValueError."""
    return _number(text.removesuffix("deg"), 360)


def _rgb(red: str, green: str, blue: str) -> tuple[float, ...]:
    return tuple(_number(part, 255) / 255 for part in (red, green, blue))


def _hsl(hue: str, saturation: str, lightness: str) -> tuple[float, ...]:
    """Convert as CSS Color Level 4, section 7.1, says."""
    angle, light = _hue(hue), min(max(_share(lightness), 0), 1)
    reach = min(max(_share(saturation), 0), 1) * min(light, 1 - light)
    turns = ((shift + angle / 30) % 12 for shift in (0, 8, 4))
    return tuple(light - reach * max(-1, min(turn - 3, 9 - turn, 1)) for turn in turns)


def _oklch(lightness: str, chroma: str, hue: str) -> tuple[float, ...]:
    """Convert by way of Oklab and linear light: CSS Color Level 4, section 9.2 and its code."""
    light, reach, angle = _number(lightness, 1), _number(chroma, 0.4), math.radians(_hue(hue))
    a, b = reach * math.cos(angle), reach * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    return tuple(
        12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055  # noqa: PLR2004 -- sRGB's curve
        for one in linear
    )


_SPACES: dict[str, Callable[[str, str, str], tuple[float, ...]]] = {
    "rgb": _rgb,
    "hsl": _hsl,
    "oklch": _oklch,
}


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `share` of a colour, from 0 to 1, mixed with the rest of another."""
    mixed = (round(a * share + b * (1 - share)) for a, b in zip(one[:3], other[:3], strict=True))
    return Colour(*mixed)


# every page has the same ones
@functools.lru_cache(maxsize=256)
def mix_written(one: str, other: str, share: float) -> str:
    """Mix two colours as they are written; what is no colour stays as it is."""
    first, second = parse_colour(one), parse_colour(other)
    return mix(first, second, share).hex if first and second else one


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    shares = (channel / 255 for channel in colour[:3])
    linear = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 -- as WCAG writes it
        for one in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def make_readable(colour: Colour, ground: Colour) -> Colour:
    """Return the colour nearest to `colour`, darker or lighter, that text on `ground` may have."""
    black, white = Colour(0, 0, 0), Colour(255, 255, 255)
    end = black if contrast(black, ground) > contrast(white, ground) else white
    shares = (mix(colour, end, share / 100) for share in range(100, -1, -1))
    return next((one for one in shares if contrast(one, ground) >= AA), end)


def colour_names() -> list[str]:
    """Return the names that CSS has for colours."""
    return [*_names()]


@functools.cache
def _names() -> dict[str, str]:
    words = _NAMED.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_NAMED = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc
bisque ffe4c4 black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a
burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue
6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod
b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b
darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a
darkseagreen 8fbc8f darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise
00ced1 darkviolet 9400d3 deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969
dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro
dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f
grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki
f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6
lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90
lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa
lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00
limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue
0000cd mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee
mediumspringgreen 00fa9a mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970
mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 navajowhite ffdead navy 000080 oldlace fdf5e6
olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 palegoldenrod eee8aa
palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru
cd853f pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000
rosybrown bc8f8f royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen
2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray
708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080
thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke
f5f5f5 yellow ffff00 yellowgreen 9acd32
"""
"""The named colours of CSS Color Level 4, section 6.1."""

"""TeX in titles and names to Unicode. Math stays as it is, between dollars."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# a dollar opens math where no space follows, and closes it where none precedes and no digit
# follows: so prices are not taken for formulas (Pandoc's manual, "tex_math_dollars")
_MATH = re.compile(
    r"\$\$(?P<display>.+?)\$\$"
    r"|(?<!\\)\$(?=\S)(?P<inline>(?:\\.|[^$\\])*?)(?<=\S)(?<!\\)\$(?![0-9])"
    r"|\\\((?P<round>.+?)\\\)"
    r"|\\ensuremath\s*\{(?P<ensured>(?:[^{}]|\{[^{}]*\})*)\}",
    re.DOTALL,
)
_LOGO = re.compile(r"\\(?P<name>(?:La|Bib|Xe|Lua)?TeX)(?:\s*\{\}|\b\s?)")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(?P<url>[^{}]*)\}|\\href\s*\{[^{}]*\}")
_LIGATURES = (("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"), ("~", " "))


def tex_to_text(tex: str) -> str:
    """Return a title or a name written in TeX as Unicode text on one line, without its braces.

    Formulas are kept as `$…$`. Commands that mean nothing in plain text are dropped, their
    arguments stay. Never raises: what cannot be read as TeX loses its backslashes and braces.
    """
    parts = []
    end = 0
    for formula in _MATH.finditer(tex):
        parts.append(_plain_text(tex[end : formula.start()]))
        inner = next(group for group in formula.groups() if group is not None)
        parts.append(f"${inner.strip()}$")
        end = formula.end()
    parts.append(_plain_text(tex[end:]))
    return " ".join(unicodedata.normalize("NFC", "".join(parts)).split())


def _plain_text(tex: str) -> str:
    """Turn TeX without math into text; spaces at both ends are kept."""
    if "\\" in tex:
        tex = _ADDRESS.sub(lambda found: found["url"] or "", tex)
        tex = _LOGO.sub(lambda found: found["name"] + " " * found[0].endswith(" "), tex)
        # a percent sign begins no comment in BibTeX, nor in arXiv's fields
        tex = _decode(re.sub(r"(?<!\\)%", r"\\%", tex))
    else:
        # most titles have nothing but braces, and pylatexenc takes its time
        tex = tex.replace("{", "").replace("}", "")
    for typed, meant in _LIGATURES:
        tex = tex.replace(typed, meant)
    return tex


def _decode(tex: str) -> str:
    try:
        return _decoder()(tex)
    except Exception:  # noqa: BLE001 -- pylatexenc raises what it happens upon, IndexError even
        return re.sub(r"[\\{}]", "", tex)


@functools.cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 -- 60 ms, for few sites

    decode: Callable[[str], str] = LatexNodes2Text().latex_to_text
    return decode

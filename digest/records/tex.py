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
_INLINE = r"(?<!\\)\$(?=\S)(?P<inline>(?:\\.|[^$\\])*?)(?<=\S)(?<!\\)\$(?![0-9])"
INLINE_MATH = re.compile(_INLINE, re.DOTALL)
"""A formula in the title of a work; its TeX is the group `inline`."""
_MATH = re.compile(
    r"\$\$(?P<display>.+?)\$\$"
    rf"|{_INLINE}"
    r"|\\\((?P<round>.+?)\\\)"
    r"|\\ensuremath\s*\{(?P<ensured>(?:[^{}]|\{[^{}]*\})*)\}",
    re.DOTALL,
)
_BRACES = {r"\lbrace": "{", r"\rbrace": "}"}
"""Formulas that are but a sign, for which TeX has no name that all programs read as text."""
_LOGO = re.compile(r"\\(?P<name>(?:La|Bib|Xe|Lua)?TeX)(?:\s*\{\}|\b\s?)")
_ADDRESS = re.compile(r"\\(?:url|path|nolinkurl)\s*\{(?P<url>[^{}]*)\}|\\href\s*\{[^{}]*\}")
_VERBATIM = re.compile(r"\\verb\*?(?P<sign>[^\w\s*])(?P<typed>.*?)(?P=sign)")
_QUOTE = re.compile(r"\\(?:enquote|mkbibquote)\*?\s*\{(?P<inner>(?:[^{}]|\{[^{}]*\})*)\}")
_ASIDE = re.compile(
    r"\\(?:(?:thanks|footnote|[a-z]*cite[a-z]*|label|ref|index|includegraphics)\b\*?\s*"
    r"(?:\[[^\]]*\]\s*)*\{(?:[^{}]|\{[^{}]*\})*\}"
    r"|foreignlanguage\s*\{[^{}]*\})",
    re.IGNORECASE,
)
"""What is about a text and no part of it: thanks, citations, the name of its language."""
_ALONE = re.compile(r"\\(?P<accent>[~^\"`])\s*\{\s*\}")
"""An accent on no letter, which is the sign itself."""
_BARE = re.compile(r"(?<!\\)[%&$]")
"""What neither BibTeX nor arXiv take for more than a sign: formulas have been parted."""
_SIGNS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"} | {
    "textless": "<", "textgreater": ">", "textbar": "|", "textquotedbl": '"', "slash": "/",
    "textunderscore": "_", "lq": "\u2018", "rq": "\u2019", "S": "\xa7", "P": "\xb6",
    "textpilcrow": "\xb6", "pounds": "\xa3", "euro": "\u20ac", "copyright": "\xa9",
    "ddag": "\u2021", "textbardbl": "\u2016", "guillemetleft": "\xab", "guillemetright": "\xbb",
    "SS": "\u1e9e",
}  # fmt: skip
"""Commands for signs that pylatexenc does not know, or takes for others."""
_KEPT = ("mbox", "textmd", "textsf", "texttt", "textup")
"""Commands whose argument pylatexenc would drop."""
_LIGATURES = (("---", "\u2014"), ("--", "\u2013"), ("``", "\u201c"), ("''", "\u201d"), ("~", " "))
# single quotation marks, which pylatexenc leaves: not the half of a pair, nor of an accent
_QUOTED = re.compile(r"(?<![\\`])`(?=[^\s`])(?P<inner>[^`]*?\S)'(?![\w'])")


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
        parts.append(_BRACES.get(inner.strip()) or f"${inner.strip()}$")
        end = formula.end()
    parts.append(_plain_text(tex[end:]))
    return " ".join(unicodedata.normalize("NFC", "".join(parts)).split())


def _plain_text(tex: str) -> str:
    """Turn TeX without math into text; spaces at both ends are kept."""
    tex = _QUOTED.sub("\u2018\\g<inner>\u2019", tex) if "`" in tex else tex
    if "\\" in tex:
        # dashes and quotes are pylatexenc's business: `-{}-` is two hyphens
        tex = _ASIDE.sub("", tex)
        tex = _VERBATIM.sub(lambda found: _typed(found["typed"]), tex)
        tex = _ADDRESS.sub(lambda found: _typed(found["url"] or ""), tex)
        tex = _QUOTE.sub("\u201c\\g<inner>\u201d", tex)
        tex = _ALONE.sub(lambda found: _typed(found["accent"]), tex)
        tex = _LOGO.sub(lambda found: found["name"] + " " * found[0].endswith(" "), tex)
        return _decode(_BARE.sub(r"\\\g<0>", tex))
    # most titles have nothing but braces, and pylatexenc takes its time
    for typed, meant in _LIGATURES:
        tex = tex.replace(typed, meant)
    return tex.replace("{", "").replace("}", "")


def _typed(text: str) -> str:
    """Return TeX that prints a text as it was typed, accents, ties and all."""
    return re.sub(r"[\\{}%&$#_^~\"`]", lambda sign: _AS_TYPED[sign[0]], text)


_AS_TYPED = {sign: f"\\{sign}" for sign in "{}%&$#_"} | {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
}


def _decode(tex: str) -> str:
    try:
        return _decoder()(tex)
    except Exception:  # noqa: BLE001 -- pylatexenc raises what it happens upon, IndexError even
        return re.sub(r"[\\{}]", "", tex)


@functools.cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc import latex2text  # noqa: PLC0415 -- 60 ms, for few sites

    known = latex2text.get_default_latex_context_db()
    signs = [latex2text.MacroTextSpec(name, sign) for name, sign in _SIGNS.items()]
    signs += [latex2text.MacroTextSpec(name, discard=False) for name in _KEPT]
    known.add_context_category("signs", prepend=True, macros=signs)
    decode: Callable[[str], str] = latex2text.LatexNodes2Text(known).latex_to_text
    return decode

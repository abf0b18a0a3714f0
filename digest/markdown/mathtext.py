"""Formulas where no MathML is shown: in mail, feeds and plain text.

The MathML that `digest.markdown.math` makes is walked into Unicode with sub- and superscripts,
`∑ᵢ₌₁ⁿ xᵢ`, or into HTML of `<i>`, `<sub>` and `<sup>`. What would read wrong on one line (a matrix,
cases, a brace under a sum) stays TeX, in code style.
"""

# ruff: noqa: RUF001 -- the signs of mathematics are meant

from __future__ import annotations

import functools
import re
import unicodedata
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.mathstyles import INVISIBLE, Bare, Html, Plain, is_fenced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.etree.ElementTree import Element

    from digest.markdown.mathstyles import Style

_MATH = lazy_regex(r"<math[ >].*?</math>", re.DOTALL)
_TEX = lazy_regex(r'<math alttext="([^"]*)"')
_SPACED = frozenset("=≠<>≤≥≪≫≈≃≅≡∼∝→←↔⇒⇐⇔↦∈∉∋⊂⊆⊃⊇∣≺≻⊢⊨+−±∓×÷⋅·∘∗∪∩⊕⊗∧∨∖")
"""Operators with a space to each side, where something stands before them."""
_LARGE = frozenset("∑∏∫∮⋃⋂∐")
_OPENING = frozenset("([{⟨⌈⌊")
_CLOSING = frozenset(")]}⟩⌉⌋")
_PAIRS = frozenset({"||", "‖‖", "∣∣", "∥∥", "[]", "{}", "⟨⟩", "⌈⌉", "⌊⌋"})
_APPLY = "\u2061"
"""The sign between a function and what it is applied to. One does not see it."""
_ACCENTS = {"ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303", "¯": "\u0304"} | {
    "˙": "\u0307", "¨": "\u0308", "⃗": "\u20d7", "→": "\u20d7", "ˇ": "\u030c", "˘": "\u0306"
}  # fmt: skip
"""From an accent above to the character that combines with the letter before it."""
_WIDTH = lazy_regex(r"-?[0-9]*\.?[0-9]+")
"""In `em` or `rem`, which are alike here."""
_ROOTS = {"2": "√", "3": "∛", "4": "∜"}


# one formula is asked for by several outputs, and often stands more than once in a text
_keep = functools.lru_cache(maxsize=512)


@_keep
def math_text(mathml: str) -> str:
    """Return a formula as plain text; TeX between backticks where it would read wrong."""
    return _convert(mathml, Plain())


@_keep
def math_html(mathml: str) -> str:
    """Return a formula as HTML that every mail client shows; TeX as `<code>` where it must be."""
    return _convert(mathml, Html())


@_keep
def math_words(mathml: str) -> str:
    """Return a formula for a line of plain text, as a page's title; where it must be, bare TeX."""
    return _convert(mathml, Bare())


def replace_math(html: str, convert: Callable[[str], str]) -> str:
    """Return `html` with each formula in it replaced by what `convert` makes of its MathML."""
    return _MATH.sub(lambda found: convert(found[0]), html) if "<math" in html else html


def split_mathml(html: str) -> Iterator[tuple[str, bool]]:
    """Part `html` into HTML and the TeX of its formulas, each with whether it is TeX."""
    end = 0
    for found in _MATH.finditer(html):
        yield html[end : found.start()], False
        tex = _TEX.match(found[0])
        yield (unescape(tex[1]), True) if tex else (found[0], False)
        end = found.end()
    yield html[end:], False


_ATOM = lazy_regex("(?!Im|Pr|Re|Tr)[A-Z][a-z]")


class _UnreadableError(Exception):
    """The formula would read wrong on one line."""


@functools.cache
def _convert(mathml: str, style: Style) -> str:
    tex = _TEX.match(mathml)
    if tex is None:
        # TeX that could not be set is in code style already
        return style.tex(unescape(re.sub(r"<[^>]*>", "", mathml)))
    # few texts have formulas
    from xml.etree.ElementTree import ParseError, fromstring  # noqa: PLC0415

    try:
        tree = fromstring(mathml.replace("&ApplyFunction;", _APPLY))  # noqa: S314 -- our own
        made = _Walker(style).row(tree).strip()
        return made.replace("</i><i>", "").replace("...", "…")
    except (_UnreadableError, ParseError, RecursionError):
        return style.tex(unescape(tex[1]))


class _Walker:
    """Walks the elements of MathML Core, of those that our converter makes."""

    def __init__(self, style: Style, *, tight: bool = False) -> None:
        self._style = style
        self._tight = tight
        """Within a script: no spaces around operators."""

    def row(self, elements: Iterable[Element]) -> str:
        every = list(elements)
        applied = {id(one) for one, sign in pairwise(every) if _text(sign) == _APPLY}
        # that a function is applied is shown by the space behind its name
        children = [child for child in every if child.tag != "mo" or _shown(child)]
        made = ""
        for index, child in enumerate(children):
            before = children[index - 1] if index else None
            after = children[index + 1] if index + 1 < len(children) else None
            part = self._walk(child, before, after)
            apart = before is not None and self._is_apart(
                before, child, is_applied=id(before) in applied
            )
            made += f" {part}" if apart and not made.endswith(" ") else part
        return made

    def _is_apart(self, before: Element, child: Element, *, is_applied: bool) -> bool:
        """Tell whether a space stands between two parts, as around the names of functions."""
        last, first = _shown(before)[-1:], _shown(child)[:1]
        if not last or not first or self._tight:
            return False
        names_before = (is_applied or before.tag.startswith(("msu", "mu"))) and _is_word(before)
        names_before = names_before and not (before.tag == "msub" and _is_of_atoms(*before))
        has_names = names_before or (_is_word(child) and _APPLY in "".join(child.itertext()))
        is_sum = (_shown(before)[:1] in _LARGE or names_before) and before.tag != "mtext"
        is_base = before.tag == "msup" and not _shown(before[0])
        if is_base or not (first.isalnum() or first in _LARGE or child.tag == "msqrt"):
            return False
        return is_sum or (has_names and (last.isalnum() or last in _CLOSING))

    def _walk(
        self, element: Element, before: Element | None = None, after: Element | None = None
    ) -> str:
        if element.tag == "mo":
            return self._operator(element, before, after)
        if element.tag == "mfrac":
            made = self._fraction(element)
            is_divisor = before is not None and _shown(before) == "/"
            is_alone = _is_operator(before) and _is_operator(after)
            return made if is_alone and not is_divisor else self._fence(made)
        walk = getattr(self, f"_{element.tag}", None)
        if walk is None:
            raise _UnreadableError
        walked: str = walk(element)
        return walked

    def _mrow(self, element: Element) -> str:
        return self.row(element)

    _mstyle = _mpadded = _mrow

    def _mi(self, element: Element) -> str:
        text = _text(element)
        upright = element.get("mathvariant") == "normal" or len(INVISIBLE.sub("", text)) > 1
        return self._style.letters(text, upright=upright)

    def _mn(self, element: Element) -> str:
        return self._style.letters(_text(element), upright=True)

    def _mtext(self, element: Element) -> str:
        # words in a face of their own are in an element of HTML
        return self._style.letters("".join(element.itertext()), upright=True)

    def _mspace(self, element: Element) -> str:
        told = _WIDTH.match(element.get("width", ""))
        width = float(told[0]) if told else 0
        if self._tight or width <= 0:
            return ""
        return "\N{EM SPACE}" * int(width) or " "

    def _operator(self, element: Element, before: Element | None, after: Element | None) -> str:
        text = _shown(element)
        shown = self._style.letters("|" if text == "∣" else text, upright=True)
        if self._tight or not text or before is None or after is None:
            return shown
        if text == ":" and _shown(after) == "=":
            return f" {shown}"
        if text == "=" and _shown(before) == ":":
            return f"{shown} "
        last = _shown(before)[-1:]
        opens = last in _OPENING or (before.tag == "mo" and last in _SPACED)
        if text in _SPACED and last and not opens:
            return f" {shown} "
        is_pause = text in {",", ";"} or (text == ":" and before.tag != "mn")
        # as in 10{,}000
        is_pause = is_pause and element.get("rspace") != "0"
        return f"{shown} " if is_pause else shown

    def _msup(self, element: Element) -> str:
        base, above = element
        return self._base(base) + self._raise(above)

    def _msub(self, element: Element) -> str:
        base, below = element
        return self._base(base) + self._lower(below)

    def _msubsup(self, element: Element) -> str:
        base, below, above = element
        return self._base(base) + self._lower(below) + self._raise(above)

    _munderover = _msubsup

    def _munder(self, element: Element) -> str:
        if element.get("accentunder") or element[0].get("accentunder"):
            raise _UnreadableError
        return self._msub(element)

    def _mover(self, element: Element) -> str:
        base, above = element
        if not element.get("accent"):
            return self._msup(element)
        accent, letter = _ACCENTS.get(_text(above)), _shown(base)
        letters = next((one for one in base.iter() if _shown(one) and not len(one)), base)
        if accent is None or len(letter) != 1 or letters.tag != "mi":
            raise _UnreadableError
        upright = letters.get("mathvariant") == "normal"
        return self._style.letters(unicodedata.normalize("NFC", letter + accent), upright=upright)

    def _fraction(self, element: Element) -> str:
        if element.get("linethickness"):
            raise _UnreadableError
        return "/".join(self._part(child) for child in element)

    def _msqrt(self, element: Element) -> str:
        return "√" + self._grouped(self.row(element), element)

    def _mroot(self, element: Element) -> str:
        radicand, index = element
        sign = _ROOTS.get(_text(index))
        if sign is None:
            raise _UnreadableError
        return sign + self._part(radicand)

    def _base(self, element: Element) -> str:
        """Return what a script is set to; a formula of several parts is kept together."""
        parts = _parts(element)
        if len(parts) > 1 and _shown(parts[-1]) == "|" != _shown(parts[0]):
            # where what stands before the bar is looked at
            before = parts[:-1]
            made = self._part(*before) if len(before) == 1 else self._fence(self.row(before))
            return made + self._walk(parts[-1])
        made = self._walk(element)
        is_one = len(parts) <= 1 and not any(one.tag in {"mfrac", "msup"} for one in parts)
        return made if is_one or _is_enclosed(parts) else self._fence(made)

    def _part(self, element: Element) -> str:
        return self._grouped(self._walk(element), element)

    def _grouped(self, made: str, element: Element) -> str:
        text = _shown(element)
        is_number, is_name = text.replace(".", "").isdecimal(), text.isalpha()
        is_one = len(text) == 1 or is_number or is_name or re.fullmatch("∂.", text)
        return made if is_one and next(element.iter("mfrac"), None) is None else self._fence(made)

    def _fence(self, made: str) -> str:
        return made if is_fenced(made) else f"({made})"

    def _raise(self, element: Element) -> str:
        if _text(element) in {"′", "″", "‴"}:
            return _text(element)
        made = _Walker(self._style, tight=True).row([element])
        return self._style.raised(made, is_one=_is_leaf(element))

    def _lower(self, element: Element) -> str:
        return self._style.lowered(_Walker(self._style, tight=True).row([element]))


def _parts(element: Element) -> list[Element]:
    """Return what a row consists of, or the element alone that is none."""
    if element.tag != "mrow":
        return [element]
    parts = [child for child in element if _shown(child)]
    return _parts(parts[0]) if len(parts) == 1 else parts


def _is_leaf(element: Element) -> bool:
    """Tell whether an element is one number, name or piece of text."""
    parts = _parts(element)
    return len(parts) == 1 and parts[0].tag in {"mi", "mn", "mtext"}


def _is_enclosed(parts: list[Element]) -> bool:
    """Tell whether a row stands between two bars or brackets that belong together."""
    if not parts[1:]:
        return False
    first, *inner, last = map(_shown, parts)
    return first + last in _PAIRS and not {first, last} & set("".join(inner))


def _is_of_atoms(base: Element, below: Element) -> bool:
    """Tell whether what is lowered counts the atoms of an element, as in Mn₃Sn."""
    return bool(_ATOM.fullmatch(_shown(base))) and _shown(below).isdigit()


def _is_word(element: Element) -> bool:
    """Tell whether an element is the name of a function, as `log`."""
    first = next((one for one in element.iter() if _shown(one) and not len(one)), element)
    return first.tag == "mi" and len(_shown(first)) > 1


def _is_operator(element: Element | None) -> bool:
    """Tell whether an element keeps what stands beside it apart; so does the end of a row."""
    return element is None or (element.tag == "mo" and bool(_shown(element)))


def _shown(element: Element) -> str:
    """Return the signs of an element that one sees."""
    return INVISIBLE.sub("", "".join(element.itertext()))


def _text(element: Element) -> str:
    return element.text or ""

"""MathML in publishers' titles to TeX (MathML 3, chapter 3), in signs that our converter knows."""

# ruff: noqa: RUF001 -- the signs of mathematics are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ACCENTS = {
    **dict.fromkeys("¯‾_ˉ\u0304\u0305", "bar"),
    **dict.fromkeys("~˜∼\u0303", "tilde"),
    **dict.fromkeys("^ˆ\u0302", "hat"),
    **dict.fromkeys("˙.\u0307", "dot"),
    **dict.fromkeys("¨\u0308", "ddot"),
    **dict.fromkeys("→⃗⇀", "vec"),
    **dict.fromkeys("ˇ\u030c", "check"),
    **dict.fromkeys("˘\u0306", "breve"),
    **dict.fromkeys("´\u0301", "acute"),
    **dict.fromkeys("`\u0300", "grave"),
    "⏞": "overbrace",
    "⏟": "underbrace",
    "°": "mathring",
}
_WIDE = {"bar": "overline", "tilde": "widetilde", "hat": "widehat", "vec": "overrightarrow"}
"""What accents are called over more than a letter."""
_LARGE = frozenset("∑∏∫∮⋃⋂∐⨁⨂⋁⋀")
_LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "argmax", "argmin", "arg max", "arg min"})
_FUNCTIONS = frozenset({
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "deg", "det", "dim", "exp", "gcd",
    "hom", "inf", "ker", "lim", "ln", "log", "max", "min", "sin", "sinh", "sup", "tan", "tanh",
})  # fmt: skip
_FACES = {
    "normal": "mathrm",
    "bold": "mathbf",
    "bold-italic": "boldsymbol",
    "double-struck": "mathbb",
    "script": "mathcal",
    "bold-script": "mathcal",
    "fraktur": "mathfrak",
    "sans-serif": "mathsf",
    "monospace": "mathtt",
}
_ESCAPED = {sign: f"\\{sign}" for sign in "{}%#$&_"}
_IN_TEXT = _ESCAPED | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SIGNS = _ESCAPED | {
    "\\": r"\backslash ", "√": r"\surd ", "∅": r"\emptyset ", "⊥": r"\perp ", "⊤": r"\top ",
    "∠": r"\angle ", "∴": r"\therefore ", "∵": r"\because ", "~": r"\sim ", "^": r"\wedge ",
    "\u2212": "-", "′": "'", "″": "''", "‴": "'''",
    # that something is applied, multiplied or listed, which one does not see
    **dict.fromkeys("\u2061\u2062\u2063\u2064\u200b\ufeff", ""),
}  # fmt: skip
_COUNTS = {
    **dict.fromkeys(("msup", "msub", "munder", "mover", "mfrac", "mroot"), 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
}
"""How many parts an element must have."""
_NO_SPACE = lazy_regex(r"-|negative|0?\.?0*(?:[a-z%]|$)")
_PRIMES = lazy_regex("'+")


def finish_element(name: str, attributes: Mapping[str, str], parts: list[str]) -> str:
    """Return an element of MathML as TeX; `parts` are its children, in TeX already.

    What cannot be told of is its children one after another, so that nothing is lost.
    """
    if name in _TOKENS:
        return _finish_token(name, attributes, "".join(parts))
    if name in _COUNTS and len(parts) != _COUNTS[name]:
        return "".join(parts)
    finish = _ELEMENTS.get(name)
    return finish(attributes, parts) if finish else "".join(parts)


_TOKENS = frozenset({"mi", "mn", "mo", "mtext", "ms"})


def _finish_token(name: str, attributes: Mapping[str, str], text: str) -> str:
    if name == "mi" and text in _FUNCTIONS:
        return rf"\{text} "
    words = name in {"mtext", "ms"} or (name == "mi" and len(text) > 1 and text.isalpha())
    signs = _IN_TEXT if words and not text.isalpha() else _SIGNS
    shown = "".join(signs.get(sign, sign) for sign in text)
    face = _FACES.get(attributes.get("mathvariant", "normal" if words else ""), "")
    if signs is _IN_TEXT:
        return rf"\text{{{shown}}}"
    if face == "mathrm" and not text[:1].isalpha():
        return shown
    return rf"\{face}{{{shown}}}" if face and shown.strip() else shown


def _root(_: object, parts: list[str]) -> str:
    radicand, index = parts
    return rf"\sqrt[{index}]{{{radicand}}}"


def _fraction(attributes: Mapping[str, str], parts: list[str]) -> str:
    above, below = parts
    if re.fullmatch(r"0[.0]*[a-z%]*", attributes.get("linethickness", "")):
        return rf"\genfrac{{}}{{}}{{0pt}}{{}}{{{above}}}{{{below}}}"
    return rf"\frac{{{above}}}{{{below}}}"


def _fenced(attributes: Mapping[str, str], parts: list[str]) -> str:
    opening, closing = attributes.get("open", "("), attributes.get("close", ")")
    # of fewer separators than there is room for, the last goes on
    signs = "".join(attributes.get("separators", ",").split())
    signs = signs.ljust(len(parts), signs[-1:] or " ")[: max(0, len(parts) - 1)] + " "
    inner = "".join(part + sign.strip() for part, sign in zip(parts, signs, strict=False))
    return _SIGNS.get(opening, opening) + inner + _SIGNS.get(closing, closing)


def _over(_: object, parts: list[str]) -> str:
    base, above = parts
    accent = _ACCENTS.get(above.strip().strip("\\"), "") or _NAMED.get(above.strip(), "")
    if accent:
        is_wide = len(re.sub(r"\\\w+|[{}\s]", "", base)) > 1
        return rf"\{_WIDE.get(accent, accent) if is_wide else accent}{{{base}}}"
    return base + _script("^", above) if _has_limits(base) else rf"\overset{{{above}}}{{{base}}}"


_NAMED = {r"\sim": "tilde", r"\wedge": "hat", r"\_": "bar"}
"""Accents whose signs have become TeX."""


def _under(_: object, parts: list[str]) -> str:
    base, below = parts
    if below.strip() in {r"\_", "_", "¯", "\u0332", "\u0331"}:
        return rf"\underline{{{base}}}"
    if below == "⏟":
        return rf"\underbrace{{{base}}}"
    return base + _script("_", below) if _has_limits(base) else rf"\underset{{{below}}}{{{base}}}"


def _has_limits(base: str) -> bool:
    name = re.sub(r"\\(?:mathrm|text|operatorname)|[\\{}]", "", base).strip()
    return base in _LARGE or name in _LIMITS or base.startswith((r"\underbrace", r"\overbrace"))


def _multiscripts(_: object, parts: list[str]) -> str:
    r"""Set scripts on both sides: `^{38}\mathrm{Ca}`."""
    base, *scripts = parts
    before = scripts[scripts.index(_BEFORE) + 1 :] if _BEFORE in scripts else []
    after = scripts[: scripts.index(_BEFORE)] if _BEFORE in scripts else scripts
    return _pairs(before) + base + _pairs(after)


def _pairs(scripts: list[str]) -> str:
    """Set pairs of a lowered and a raised script, of which one may be empty."""
    several = [*scripts, ""] if len(scripts) % 2 else scripts
    pairs = zip(several[::2], several[1::2], strict=True)
    return "{}".join(_script("_", low) + _script("^", high) for low, high in pairs)


def _script(sign: str, script: str) -> str:
    script = script.strip()
    if sign == "^" and _PRIMES.fullmatch(script):
        return script
    return f"{sign}{script if len(script) == 1 else f'{{{script}}}'}" if script else ""


def _table(_: object, parts: list[str]) -> str:
    return r"\begin{matrix}" + r"\\".join(parts) + r"\end{matrix}"


_BEFORE = "\x1e"
"""Stands for `mprescripts`."""
_ELEMENTS: dict[str, Callable[[Mapping[str, str], list[str]], str]] = {
    "msup": lambda _, parts: _base(parts[0]) + _script("^", parts[1]),
    "msub": lambda _, parts: _base(parts[0]) + _script("_", parts[1]),
    "msubsup": lambda _, parts: _base(parts[0]) + _script("_", parts[1]) + _script("^", parts[2]),
    "munderover": lambda _, parts: parts[0] + _script("_", parts[1]) + _script("^", parts[2]),
    "munder": _under,
    "mover": _over,
    "msqrt": lambda _, parts: rf"\sqrt{{{''.join(parts)}}}",
    "mroot": _root,
    "mfrac": _fraction,
    "mfenced": _fenced,
    "mmultiscripts": _multiscripts,
    "mprescripts": lambda _, __: _BEFORE,
    "mphantom": lambda _, __: "",
    "mspace": lambda attributes, _: "" if _NO_SPACE.match(attributes.get("width", "0")) else r"\ ",
    "mtr": lambda _, parts: "&".join(parts),
    "mtable": _table,
}


def _base(base: str) -> str:
    """Return what a script is set to, in braces where it has a script already."""
    return f"{{{base}}}" if re.search(r"[_^'][^{}]*$|[_^]\{[^{}]*\}$", base) else base

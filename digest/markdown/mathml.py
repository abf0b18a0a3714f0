r"""TeX to MathML by math-core, whatever the TeX.

The converter ends the whole program where TeX is nested too deeply, and takes twice the time for
each bracket that stays open. What could be too much for it is set by a program of its own, this
file, which may crash or be stopped, and leaves a problem behind and nothing worse.
"""

# ruff: noqa: RUF001 -- the brackets of mathematics are meant

from __future__ import annotations

import functools
import json
import re
import signal
import sys
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from math_core import LatexToMathML

_MACROS = {
    "widetilde": r"\tilde{#1}",
    "widehat": r"\hat{#1}",
    "mathbbm": r"\mathbb{#1}",
    "mathds": r"\mathbb{#1}",
    "mathnormal": "#1",
    "pmb": r"\boldsymbol{#1}",
    "abs": r"\lvert #1\rvert",
    "norm": r"\lVert #1\rVert",
    "nicefrac": r"\tfrac{#1}{#2}",
    "sfrac": r"\tfrac{#1}{#2}",
    "substack": r"{\begin{matrix}#1\end{matrix}}",
    "hdots": r"\ldots",
    "dotsc": r"\ldots",
    "dotsb": r"\cdots",
    "smallsetminus": r"\setminus",
    **dict.fromkeys(("mbox", "hbox", "textnormal", "textup"), r"\text{#1}"),
    "textsubscript": r"_{\text{#1}}",
    "textsuperscript": r"^{\text{#1}}",
    **dict.fromkeys(("ensuremath", "smash"), "#1"),
    **dict.fromkeys(("xspace", "protect", "noindent", "-", "/"), ""),
}
"""What is found in titles and abstracts and the converter does not know."""

_LONGEST = 4000
"""Characters of TeX."""
_LONGEST_HERE, _MOST_OPEN_HERE = 1000, 16
"""Up to so many characters and opening brackets the converter is harmless; few have more."""
_PATIENCE = 20
"""In seconds: how long the program for the others has. It needs a fraction of one."""
_OPEN = "too many of its brackets are never closed"

_OPENING = lazy_regex(
    r"[(\[⌈⌊⌜⌞⎰❲⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼]|\\\{|\\mathopen|\\[bB]igg?l|\\ulcorner"
    r"|\\l(?!og|ambda|dots|im|eq|(?:n|e|t|l)\b)[A-Za-z]+"
)
"""Brackets that open, all those of the converter, and a few more commands."""
_CLOSING = lazy_regex(
    r"[)\]⌉⌋⌝⌟⎱❳⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦎⦐⦒⦔⦖⦘⧙⧛⧽]|\\\}|\\mathclose|\\[bB]igg?r|\\urcorner"
    r"|\\r(?!ho|e)[A-Za-z]+"
)
_CONTROL = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither HTML nor XML may have."""
_DEFINITION = lazy_regex(
    r"\\(?:(?:re)?newcommand|providecommand|[egx]?def|let|futurelet|global)(?![A-Za-z])"
)
_LINE = '<mo stretchy="true">\u0332</mo>'
_OVER, _UNDER = '<mo stretchy="true">‾</mo></mover>', '<mo stretchy="true">_</mo></munder>'
"""Lines that fonts can lengthen, in place of a combining one, which they cannot."""
_OTHERS = {
    "split": "aligned",
    "smallmatrix": "matrix",
    "eqnarray": "align*",
    **{name: f"{name}*" for name in ("equation", "align", "gather", "multline")},
    # their argument is how many columns there are, which one sees
    **dict.fromkeys(("alignat", "xalignat"), "align*"),
    "alignedat": "aligned",
}
"""Environments that the converter does not know, or would number, and what stands for them."""
_ENVIRONMENT = lazy_regex(r"\\(begin|end)\{([A-Za-z]+)(\*?)\}")
_COLUMNS = lazy_regex(r"(alignat\*?\}|alignedat\})\s*\{[0-9]+\}")
_ALIGNED_MATRIX = lazy_regex(r"(\\(?:begin|end)\{[bBpvV]?matrix)\*\}(?:\[[lcr]\])?")
_ANGLE = lazy_regex(r"(\\(?:left|middle|right|[bB]igg?[lmr]?))\s*([<>])")
_TAG = lazy_regex(r"\\tag\*?\s*\{[^{}]*\}")
_WORDS = lazy_regex(
    r"\\(?P<name>text[a-z]*|mbox|hbox)\{(?P<words>(?:[^{}$\\]|\\.|\$(?:[^$\\]|\\.)*\$)*)\}",
    re.DOTALL,
)
r"""Words in a formula, in which there may be formulas again: `\text{if $x > 0$}`."""
_DOLLAR = lazy_regex(r"(?<!\\)\$")
_SIGN_AND_SPACE = lazy_regex(r"(\\[%&#$_]) ")
_LABEL = lazy_regex(r"\\label\s*\{[^{}]*\}")
_REFERENCE = lazy_regex(r"\\(?:eq)?ref(?![A-Za-z])")


class TexError(Exception):
    """Why a formula cannot be set, in the form of a message."""


def make_mathml(tex: str, *, display: bool) -> str:
    """Return a formula as MathML, set on a line of its own if `display`.

    Its equations have no numbers: they would begin with 1 in each formula. Raises TexError.
    """
    if len(tex) > _LONGEST:
        message = f"it has more than {_LONGEST} characters"
        raise TexError(message)
    if _CONTROL.search(tex):
        message = "it has a control character"
        raise TexError(message)
    if found := _DEFINITION.search(tex):
        # a definition may double what it is given, again and again
        message = f"'{found[0]}' defines a command, which a formula must do without"
        raise TexError(message)
    if found := _REFERENCE.search(tex):
        message = f"'{found[0]}' leads nowhere, for equations have no numbers here"
        raise TexError(message)
    tex = _spell(tex, display=display)
    opening = len(_OPENING.findall(tex))
    if len(tex) <= _LONGEST_HERE and opening <= _MOST_OPEN_HERE:
        return _convert(tex, display)
    if opening - len(_CLOSING.findall(tex)) > _MOST_OPEN_HERE:
        raise TexError(_OPEN)
    return _convert_apart(tex, display)


def _spell(tex: str, *, display: bool) -> str:
    """Return the same formula in commands that the converter knows."""
    if "{" in tex:
        tex = _LABEL.sub("", tex)
        if "\\begin" in tex:
            tex = _ALIGNED_MATRIX.sub(r"\1}", _COLUMNS.sub(r"\1", tex))
            tex = _ENVIRONMENT.sub(_other, tex)
        elif display and _TAG.search(tex):
            tex = rf"\begin{{equation*}}{tex}\end{{equation*}}"
        tex = _WORDS.sub(_part, tex).replace(r"\hspace*", r"\hspace")
    if "<" in tex or ">" in tex:
        tex = _ANGLE.sub(lambda found: rf"{found[1]}\{'l' if found[2] == '<' else 'r'}angle ", tex)
    return tex


def _other(found: re.Match[str]) -> str:
    command, name, star = found.groups()
    return rf"\{command}{{{_OTHERS.get(name, name + star)}}}"


def _part(found: re.Match[str]) -> str:
    r"""Part words from the formulas in them, and keep the space behind a sign like `\%`."""
    pieces = _DOLLAR.split(_SIGN_AND_SPACE.sub(r"\1{} ", found["words"]))
    return "".join(
        f"{{{piece}}}" if index % 2 else rf"\{found['name']}{{{piece}}}"
        for index, piece in enumerate(pieces)
        if piece or len(pieces) == 1
    )


def without_controls(text: str) -> str:
    """Return a text with signs that HTML may have in place of those that it may not."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _convert(tex: str, display: bool) -> str:  # noqa: FBT001 -- as the program is given it
    from math_core import LatexError  # noqa: PLC0415 -- most texts have no math

    try:
        made = _converter().convert_with_local_state(tex, displaystyle=display)
        return made.replace(f"{_LINE}</mover>", _OVER).replace(f"{_LINE}</munder>", _UNDER)
    except LatexError as error:
        raise TexError(_explain(str(error))) from None
    except BaseException as error:
        # what a library written in Rust raises where it has a mistake is no Exception
        if type(error).__name__ != "PanicException":
            raise
        message = "the converter has a mistake"
        raise TexError(message) from None


@functools.cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML  # noqa: PLC0415 -- most texts have no math

    return LatexToMathML(macros=_MACROS, fancy_error=False)


def _explain(error: str) -> str:
    """Return the converter's message in the form of ours."""
    message = " ".join(re.sub(r"^\d+: ", "", error).replace('"', "'").split()).rstrip(".")
    return message[:1].lower() + message[1:]


def _convert_apart(tex: str, display: bool) -> str:  # noqa: FBT001 -- as the program is given it
    import subprocess  # noqa: PLC0415 -- hardly any formula needs it

    # -P: beside this file is one that is called `math`, as one of Python's own is
    command = [sys.executable, "-P", __file__]
    try:
        run = subprocess.run(  # noqa: S603 -- this file
            command,
            input=json.dumps([tex, display]),
            capture_output=True,
            encoding="ascii",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TexError(_OPEN) from None
    if run.returncode:
        message = "it is nested too deeply"
        raise TexError(message)
    mathml, problem = json.loads(run.stdout)
    if problem:
        raise TexError(problem)
    return str(mathml)


def _main() -> None:
    """Set one formula: read it from standard input, print MathML and what is wrong, as JSON."""
    if hasattr(signal, "alarm"):
        # nobody else ends it where its parent is killed
        signal.alarm(_PATIENCE)
    tex, display = json.load(sys.stdin)
    try:
        answer = (_convert(tex, display), "")
    except TexError as error:
        answer = ("", str(error))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    _main()

r"""Formulas between the signs of other tools, as digest has them: `$…$` and `$$…$$`.

`\(…\)` and `\[…\]`, with one backslash or, where Markdown takes one, with two; kramdown's `$$…$$`
within a line; environments of LaTeX alone in a paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.dollarmath import INLINE_MATH
from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.importing.dialects.hidden import Hidden

_WITHIN = r"(?:(?!\n[ \t]*\n|\$).)+?"
_ROUND = lazy_regex(
    rf"(?<!\\)(?:\\\\\((?P<two>{_WITHIN})\\\\\)|\\\((?P<one>{_WITHIN})\\\))", re.DOTALL
)
_SQUARE = lazy_regex(
    rf"(?<!\\)(?:\\\\\[(?P<two>{_WITHIN})\\\\\]|\\\[(?P<one>{_WITHIN})\\\])", re.DOTALL
)
_BLOCK = lazy_regex(r"^[ \t>]*\$\$(?:(?!\n[ \t]*\n|\$\$).)+\$\$[ \t]*$", re.DOTALL | re.MULTILINE)
_DOUBLE = lazy_regex(r"(?<!\\)\$\$(?P<tex>[^$\n]+(?:\n[^$\n]+)*?)\$\$")
_ENVIRONMENT = lazy_regex(
    r"^\\begin\{(?P<name>equation|align|gather|multline|eqnarray)(?P<star>\*?)\}(?P<tex>.*?)"
    r"\\end\{(?P=name)(?P=star)\}[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_AS = {"align": "aligned", "eqnarray": "aligned", "gather": "gathered", "multline": "gathered"}
_LABEL = lazy_regex(r"\\label\{[^{}]*\}")
_TEX = lazy_regex(r"\\[a-zA-Z]|[\^_=<>]")
_SURE_TEX = lazy_regex(r"\\[a-zA-Z]|\^|_\{")
_SHORT = lazy_regex(r"\s*(?:[A-Za-z]\d?|\w\s*[+*/-]\s*\w|[A-Za-z]\(\w{1,3}(?:,\s*\w{1,3})*\))\s*")
_MATH = lazy_regex(rf"(?<!\\){INLINE_MATH}", re.DOTALL)
_ESCAPED = lazy_regex(r"\\([_*])|\\\\(\\\\)|\\\\(?=[{}])")
_SIGNS_OF_MATH = lazy_regex(
    r"\\\\?[(\[]|\$\$|\$[^$\n]*[\\^_][^$\n]*\$|mathjax|katex|\\begin\{", re.IGNORECASE
)


class _Form(NamedTuple):
    """Signs around formulas."""

    sign: str
    """Without which there is none."""
    pattern: re.Pattern[str]
    write: Callable[[re.Match[str]], str]
    """Returns what a match stands for; nothing where it is no formula."""


def has_formulas(text: str) -> bool:
    """Tell whether a text has what only math has, so that a single `$` of it may be one's."""
    return _SIGNS_OF_MATH.search(text) is not None


def convert_formulas(text: str, hidden: Hidden, *, has_dollars: bool, is_kramdown: bool) -> str:
    """Write formulas as digest has them, and put them aside; give other dollars a backslash.

    `has_dollars` says that `$…$` is a formula for the source's generator; else only what can be
    nothing but TeX is. `is_kramdown` says that `$$…$$` within a line is one of the line.
    """
    if "$" not in text and "\\" not in text:
        return text

    def settle(found: re.Match[str]) -> str:
        if has_dollars or _is_tex(found[0].strip("$")):
            return hidden.hide(_unescape(found[0]))
        return found[0].replace("$", "\\$")

    for form in _FORMS if "\\" in text else ():
        text = _hide_form(text, form, hidden)
    text = hidden.hide_all(text, _BLOCK)
    if is_kramdown:
        text = _DOUBLE.sub(lambda found: hidden.hide(f"${found['tex'].strip()}$"), text)
    return _MATH.sub(settle, text) if "$" in text else text


def _hide_form(text: str, form: _Form, hidden: Hidden) -> str:
    if form.sign not in text:
        return text

    def settle(found: re.Match[str]) -> str:
        made = form.write(found)
        return hidden.hide(made) if made else found[0]

    return form.pattern.sub(settle, text)


def _is_tex(text: str) -> bool:
    return bool(_TEX.search(text) or _SHORT.fullmatch(text))


def _unescape(tex: str) -> str:
    r"""Take away the backslashes that Markdown takes from what is no math to it: `\_`, `\\\\`."""
    return _ESCAPED.sub(lambda found: found[1] or found[2] or "\\", tex) if "\\" in tex else tex


def _write_round(found: re.Match[str]) -> str:
    """Return a formula; nothing where a backslash alone makes a parenthesis of text."""
    tex = (found["two"] or found["one"]).strip()
    return f"${tex}$" if found["two"] or _is_tex(tex) else ""


def _write_square(found: re.Match[str]) -> str:
    tex = found["two"] or found["one"]
    return f"$${tex}$$" if found["two"] or _SURE_TEX.search(tex) else ""


def _write_environment(found: re.Match[str]) -> str:
    tex = _LABEL.sub("", found["tex"])
    name = _AS.get(found["name"])
    return f"$$\\begin{{{name}}}{tex}\\end{{{name}}}$$" if name else f"$${tex}$$"


_FORMS = (
    _Form("\\begin{", _ENVIRONMENT, _write_environment),
    _Form("\\(", _ROUND, _write_round),
    _Form("\\[", _SQUARE, _write_square),
)

"""Titles, names and tags: texts of one line that are no Markdown, but may have math."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING

from digest.dollars import Piece, split_math
from digest.markdown.math import set_math
from digest.markdown.mathtext import math_words
from digest.markdown.problems import DOLLAR, report_math

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.diagnostics import Diagnostic
    from digest.model import Place

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
# as TeX has them, in titles of BibTeX and arXiv
_SINGLE_QUOTED = re.compile(r"(?<![\w`])`(?=\S)([^`]+?)(?<=\S)'(?![\w'])")


@functools.cache
def render_title(text: str) -> tuple[str, str]:
    r"""Return a record's title as HTML, its math set, and as plain text, its math in Unicode.

    A title is no Markdown: whatever signs it has are shown, only apostrophes are curved and TeX's
    single quotes turned, and `\$` is a dollar. Math that cannot be set is shown as its TeX.
    """
    html, plain = [], []
    for piece in split_math(text):
        if piece.is_math:
            mathml = set_math(piece.text, display=False).html
            html.append(mathml)
            plain.append(math_words(mathml))
        else:
            words = _curve(_words(piece))
            html.append(escape(words, quote=False))
            plain.append(words)
    return "".join(html), "".join(plain)


def _curve(text: str) -> str:
    if "'" not in text:
        return text
    return _APOSTROPHE.sub("’", _SINGLE_QUOTED.sub("‘\\1’", text))


def plain_math(text: str) -> str:
    """Return a text with its math in Unicode, for where no formula can be shown."""
    if "$" not in text:
        return text
    return "".join(
        math_words(set_math(piece.text, display=False).html) if piece.is_math else _words(piece)
        for piece in split_math(text)
    )


def check_math(
    text: str, place: Callable[[int], Place], hint: str = DOLLAR
) -> Iterator[Diagnostic]:
    """Report each formula that cannot be set: `math-broken`. `place` gives that of an offset."""
    for piece in split_math(text) if "$" in text else ():
        problem = set_math(piece.text, display=False).problem if piece.is_math else ""
        if problem:
            yield report_math(place(piece.offset), problem, hint)


def _words(piece: Piece) -> str:
    return piece.text.replace("\\$", "$")

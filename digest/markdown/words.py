"""The words of inline tokens, for where nothing but words can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.folding import CITATION
from digest.markdown.math import set_math
from digest.markdown.mathtext import math_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_TEXTS = frozenset({"text", "text_special", "code_inline"})
_MATH = frozenset({"math_inline", "math_inline_double"})


def plain_text(tokens: Sequence[Token], *, citations: bool = False, tex: bool = False) -> str:
    """Return inline tokens as plain text, formulas in Unicode, or as typed where `tex` is true.

    Footnote marks are left out, and so are citations unless they are asked for, as typed.
    """
    found = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            found.append(" ")
        elif token.type in _TEXTS or (citations and token.type == CITATION):
            found.append(token.content)
        elif token.type in _MATH:
            typed = token.content.strip()
            found.append(typed if tex else math_words(set_math(typed, display=False).html))
        elif token.children:
            found.append(plain_text(token.children, citations=citations, tex=tex))
    return "".join(found)

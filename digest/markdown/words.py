"""The words of inline tokens, for where nothing but words can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.citationtokens import CITATION
from digest.markdown.math import set_math
from digest.markdown.mathstyles import SCRIPTS
from digest.markdown.mathtext import math_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

_TEXTS = frozenset({"text", "text_special", "code_inline"})
_MATH = frozenset({"math_inline", "math_inline_double"})


GAP = "\x04"
"""Stands for what is left out: `models [@key].` is `models.`"""
_GAP = lazy_regex(rf"\s*{GAP}(?=[.,;:!?)\]]|$)|{GAP}")
_NAMES = lazy_regex("\x02([^\x02\x03]*)\x03")
"""The key of a work that a sentence names, while nothing is known of the work."""


def plain_text(tokens: Sequence[Token], *, citations: bool = False, tex: bool = False) -> str:
    """Return inline tokens as plain text, formulas in Unicode, or as typed where `tex` is true.

    Footnote marks are left out, and so are citations unless they are asked for, as typed. Of one
    that is part of its sentence, `@key`, the names are left open: see `fill_names`.
    """
    found: list[str] = []
    scripts: list[int] = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            found.append(" ")
        elif token.type in _TEXTS or (citations and token.type == CITATION):
            found.append(token.content)
        elif token.type == CITATION and token.meta["in_text"]:
            item = token.meta["items"][0]
            found.append(GAP if item.suppress_author else f"\x02{item.key}\x03")
        elif token.type == CITATION:
            found.append(GAP)
        elif token.type in _MATH:
            typed = token.content.strip()
            found.append(typed if tex else math_words(set_math(typed, display=False).html))
        elif token.tag in SCRIPTS and token.nesting > 0:
            scripts.append(len(found))
        elif token.tag in SCRIPTS and token.nesting < 0 and scripts:
            begin = scripts.pop()
            found[begin:] = [SCRIPTS[token.tag]("".join(found[begin:]))]
        elif token.children:
            found.append(plain_text(token.children, citations=citations, tex=tex))
    return close_gaps("".join(found))


def close_gaps(text: str) -> str:
    """Return a text in which nothing parts words from the sign behind a `GAP` in it."""
    return _GAP.sub("", text) if GAP in text else text


def has_names(text: str) -> bool:
    """Tell whether a plain text has names to be filled in."""
    return "\x02" in text


def fill_names(text: str, name: Callable[[str], str]) -> str:
    """Return a plain text with what `name` makes of each key where the authors are named."""
    return _NAMES.sub(lambda found: name(found[1]), text) if has_names(text) else text

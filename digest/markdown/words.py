"""The words of inline tokens, for where nothing but words can stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.folding import CITATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_TEXTS = frozenset({"text", "text_special", "code_inline", "math_inline", "math_inline_double"})


def plain_text(tokens: Sequence[Token], *, citations: bool = False) -> str:
    """Return inline tokens as plain text.

    Footnote marks are left out, and so are citations unless they are asked for, as typed.
    """
    found = []
    for token in tokens:
        if token.type in {"softbreak", "hardbreak"}:
            found.append(" ")
        elif token.type in _TEXTS or (citations and token.type == CITATION):
            found.append(token.content)
        elif token.children:
            found.append(plain_text(token.children, citations=citations))
    return "".join(found)

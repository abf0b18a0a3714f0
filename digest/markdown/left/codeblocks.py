"""Code that is never closed, and what was hardly meant to be shown as code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.markdown.codecolours import UNCOLOURED
from digest.markdown.left.fullwidth import CLOSING, LETTER
from digest.markdown.problems import make_block_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from digest.markdown.left.forms import Whole

_DIRECTIVE = lazy_regex(
    r"\{[a-z][a-z:_-]*\}(?!\s*$)|\{(?!code|python|r|bash|sh|sql|js)=?[a-z:_-]+\}"
)
_PICTURE = lazy_regex(r"\{(?:figure|image)\}\s*(\S*)")
_DRAWN = frozenset({"mermaid", "plantuml", "tikz"})
_QUOTE = "write it as text, or as a quotation: '> [!NOTE]', and '> …' below it"
_ITEM = lazy_regex(r"(?P<mark>[-*+]|\d{1,3}[.)])[ \t]+[^\W\d_\n]|[-*+][ \t]+[\[*`\"“]")
_KEY = lazy_regex(r"^\s*(?:- )?[\w.-]+:(?:\s|$)", re.MULTILINE)
"""A line of YAML, which has items as well."""
_PROSE = lazy_regex(
    r"!?\[[^\[\]\n]*\]\([^()\s]+\)|\*\*(?=[^\W\d_][^*\n]* )[^*\n]++\*\*"
    r"|\{%-?\s*(?:assign|capture|comment|end\w+|for|if|include|raw)\b"
)
_WORDS = lazy_regex(rf"[{LETTER}](?=.*[{CLOSING}])[^\x21-\x7e]*")
"""A line of words that has nothing of code; some begin a paragraph with blanks."""


def check_indented(token: Token, whole: Whole) -> Iterator[Token]:
    """Report lines that four blanks before them make code, though they read as Markdown."""
    first = token.content.lstrip().partition("\n")[0]
    if (
        first.startswith(":::{")
        or _PROSE.match(first)
        or all(map(_WORDS.fullmatch, filter(None, map(str.strip, token.content.splitlines()))))
        or (_ITEM.match(first) and _is_list(token.content))
    ):
        hint = "begin the line further left; around what is code, write '```' on lines of their own"
        message = f"'{shorten(first)}' would be shown as code"
        yield _problem(token, whole, message, hint, begins=first)


def _is_list(content: str) -> bool:
    """Tell whether lines are those of a list, and not of YAML or a comparison of files."""
    lines = [line for line in content.split("\n") if line[:1].strip()]
    marks = {line[0] for line in lines if not line[0].isdigit()}
    return all(map(_ITEM.match, lines)) and len(marks) <= 1 and not _KEY.search(content)


def check_fence(token: Token, whole: Whole) -> Iterator[Token]:
    """Report a fence that is never closed, and one whose text was not meant to be shown."""
    first, stop = token.map or (0, 0)
    rest = 0 if not token.content or token.content.endswith("\n") else 1
    lines = token.content.count("\n") + rest
    info = token.info.strip()
    language = info.split()[0].lower() if info else ""
    if stop - first - 2 != lines:
        hint = f"write '{token.markup}' on a line of its own where it ends"
        yield _problem(token, whole, "the code that begins here is never closed", hint)
    elif language in {"math", "latex-math", "{math}"}:
        yield _problem(token, whole, _shown(token), "write '$$' in place of both lines")
    elif _DIRECTIVE.match(info):
        picture = _PICTURE.match(info)
        hint = f"write '![what it shows]({picture[1] or '…'})'" if picture else _QUOTE
        if info in {"{papers}", "{references}"}:
            hint = f"write ':::{info}', and ':::' on the line where it ends"
        yield _problem(token, whole, _shown(token), hint)
    elif language in _DRAWN:
        hint = f"no pictures are drawn of '{language}': make one, and write '![what it shows](…)'"
        yield _problem(token, whole, _shown(token), hint)
    elif UNCOLOURED in token.meta:
        message, hint = token.meta[UNCOLOURED]
        yield _problem(token, whole, message, hint, begins=info, rule="code-uncoloured")


def _shown(token: Token) -> str:
    return f"'{token.markup}{shorten(token.info.strip())}' would be shown as code"


def _problem(
    at: Token,
    whole: Whole,
    message: str,
    hint: str,
    begins: str = "",
    rule: str = "markup-left",
) -> Token:
    """Return a problem that stands where the token's text begins, or its mark."""
    column = whole.first_line(at).find(begins or at.markup)
    return make_block_problem(at.map, column, rule, message, hint)

"""Code that is never closed, and code that other tools do not show as code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.token import Token

from digest.markdown.problems import PROBLEM, set_problem
from digest.schema import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIRECTIVE = re.compile(r"\{[a-z][a-z:_-]*\}(?!\s*$)|\{(?!code|python|r|bash|sh|sql|js)[a-z:_-]+\}")
_DRAWN = frozenset({"mermaid", "plantuml", "tikz"})
_QUOTE = "write it as text, or as a quotation: '> [!NOTE]', and '> …' below it"


def check_fence(token: Token, source: str) -> Iterator[Token]:
    """Report a fence that is never closed, and one whose text was not meant to be shown."""
    first, stop = token.map or (0, 0)
    rest = 0 if not token.content or token.content.endswith("\n") else 1
    lines = token.content.count("\n") + rest
    info = token.info.strip()
    language = info.split()[0].lower() if info else ""
    if stop - first - 2 != lines:
        hint = f"write '{token.markup}' on a line of its own where it ends"
        yield _problem(token, source, "the code that begins here is never closed", hint)
    elif _DIRECTIVE.match(info):
        yield _problem(token, source, _shown(token), _QUOTE)
    elif language in _DRAWN:
        hint = f"no pictures are drawn of '{language}': make one, and write '![what it shows](…)'"
        yield _problem(token, source, _shown(token), hint)
    elif language in {"math", "latex-math"}:
        yield _problem(token, source, _shown(token), "write '$$' in place of both lines")


def _shown(token: Token) -> str:
    return f"'{token.markup}{shorten(token.info.strip())}' would be shown as code"


def _problem(at: Token, source: str, message: str, hint: str) -> Token:
    line = source.split("\n")[at.map[0] if at.map else 0]
    token = Token(PROBLEM, "", 0, map=at.map)
    set_problem(token, "markup-left", message, hint)["column"] = max(line.find(at.markup), 0)
    return token

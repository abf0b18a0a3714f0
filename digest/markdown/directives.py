"""MyST's colon fences: `:::{name}`, option lines `:key: value`, and `:::` to close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.markdown.problems import PROBLEM, set_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DIRECTIVE = "directive"

_OPEN = re.compile(r"(:{3,})[ \t]*(.*)$")
_NAME = re.compile(r"\{[ \t]*([^{}]*?)[ \t]*\}[ \t]*$")
_LONGEST = 200
"""Lines of a directive. It holds nothing but options."""
_OPTION = re.compile(r":([\w-]+):[ \t]*(.*)$")


def directive_plugin(parser: MarkdownIt) -> None:
    """Add the rule."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "directive", _rule, {"alt": ends})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.is_code_block(start):
        return False
    opening = _OPEN.match(_line(state, start))
    if opening is None:
        return False
    if silent:
        return True
    close = _find_close(state, start, end, len(opening[1]))
    name = _NAME.match(opening[2])
    column = state.bMarks[start] + state.tShift[start]
    column -= state.src.rfind("\n", 0, column) + 1
    token = state.push(DIRECTIVE, "", 0)
    token.map = [start, (close or start) + 1]
    token.meta = {"column": column, "options": []}
    if close is None:
        message, hint = "a ':::' that is never closed", "put ':::' on a line of its own behind it"
        if not opening[2]:
            message, hint = "a ':::' that closes nothing", "take the line away"
        _refuse(token, message, hint)
    elif name is None or not name[1]:
        _refuse(token, "a ':::' without a directive's name", "write ':::{papers}'")
    elif state.level:
        _refuse(token, f"'{{{name[1]}}}' within a list or a quotation", "begin it at the left edge")
    else:
        token.content = name[1]
        token.meta["column"] = column + opening.start(2) + name.start(1)
        token.meta["options"] = _options(state, start + 1, close, token)
    state.line = (close if close is not None else start) + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _find_close(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    for line in range(start + 1, min(end, start + _LONGEST)):
        closing = re.fullmatch(r"(:{3,})[ \t]*", _line(state, line))
        if closing and len(closing[1]) >= colons:
            return line
    return None


def _options(
    state: StateBlock, first: int, last: int, token: Token
) -> list[tuple[str, str, int, int]]:
    """Return name, value, line and column of each option; anything else within is a problem."""
    options = []
    for line in range(first, last):
        text = _line(state, line)
        option = _OPTION.match(text)
        if option:
            start = state.bMarks[line] + state.tShift[line]
            column = start - (state.src.rfind("\n", 0, start) + 1)
            options.append((option[1], option[2].strip(), line, column + 1))
        elif text.strip():
            _refuse(token, f"'{{{token.content}}}' holds no text", "move the text out of it")
            break
    return options


def _refuse(token: Token, message: str, hint: str) -> None:
    token.type = PROBLEM
    meta = token.meta
    set_problem(token, "directive-unknown", message, hint).update(column=meta["column"])

"""MyST's colon fences: `:::{name}`, option lines `:key: value`, and `:::` to close.

A directive stands at the top level of a text and holds nothing but its options. Whatever else
has the form of a colon fence is a problem, and the text within it is read as if it stood alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.markdown.blocklines import find_line, line_text
from digest.markdown.places import COLUMN
from digest.markdown.problems import PROBLEM, set_block_problem

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

DIRECTIVE = "directive"

_OPEN = lazy_regex(r"(:{3,})[ \t]*(.*)$")
_NAME = lazy_regex(r"\{[ \t]*([^{}]*?)[ \t]*\}[ \t]*$")
_CLOSE = lazy_regex(r"(:{3,})[ \t]*$")
_NOTE = "a note is written '> [!NOTE]', and '> …' for each line of it"
_MEANT = f"write ':::{{papers}}' or ':::{{references}}'; {_NOTE}"
_ROW = "write the images one behind another, without empty lines between: they stand side by side"
_LAYOUT = lazy_regex(
    r"\b(?:layout|ncols?|grid|columns?|gallery|(?:sub)?fig(?:ures?)?)\b", re.IGNORECASE
)
"""What Quarto, MyST and others call a fence around figures that stand side by side."""
_OPTION = lazy_regex(r":([\w-]+):(?:[ \t]+(.*))?$")

_NEARLY_OPTION = lazy_regex(r":?(tag|only)\s?[:=]\s*([^\s:=].*)")


class Option(NamedTuple):
    """An option line, with the place of the option's name, counted from 0."""

    name: str
    value: str
    line: int
    column: int


def directive_plugin(parser: MarkdownIt) -> None:
    """Add the rule."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "directive", _rule, {"alt": ends})


def refuse_within(directive: Token, what: str) -> None:
    """Make a problem of a directive that was read within `what`, where none may stand."""
    column, name = directive.meta[COLUMN], directive.content
    directive.type, directive.content = PROBLEM, ""
    message, hint = f"'{{{name}}}' within {what}", "put it outside of it"
    set_block_problem(directive, column, "directive-unknown", message, hint)


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if state.is_code_block(start):
        return False
    opening = _OPEN.match(line_text(state, start))
    if opening is None:
        return False
    if silent:
        return True
    close = _find_close(state, start, end, len(opening[1]))
    column = _column(state, start)
    name = _NAME.match(opening[2])
    options = _options(state, start + 1, start + 1 if close is None else close)
    if close is None and not opening[2]:
        _refuse(state, start, column, "a ':::' that closes nothing", "take the line away")
    elif close is None:
        hint = "put ':::' on a line of its own behind it"
        _refuse(state, start, column, "a ':::' that is never closed", hint)
    elif name is None or not name[1]:
        hint = _ROW if _LAYOUT.search(opening[2]) else _MEANT
        _refuse(state, start, column, "a ':::' without a directive's name", hint)
    elif state.level:
        message = f"'{{{name[1]}}}' within a list, a quotation or another ':::'"
        _refuse(state, start, column, message, "begin it at the left edge, outside of all else")
    else:
        texts = (line_text(state, line).strip() for line in range(start + 1 + len(options), close))
        held = next(filter(None, texts), "")
        nested = _OPEN.match(held)
        name_column = column + opening.start(2) + name.start(1)
        if nested and _NAME.match(nested[2]):
            hint = "put ':::' on a line of its own before the next"
            _refuse(state, start, column, "a ':::' that is never closed", hint)
            close = None
        elif held:
            message = f"'{{{name[1]}}}' holds no text"
            _refuse(state, start, name_column, message, _hint_held(name[1], held))
        else:
            token = state.push(DIRECTIVE, "", 0)
            token.content = name[1]
            token.map = [start, close + 1]
            token.meta = {COLUMN: name_column, "options": options}
            state.line = close + 1
            return True
    _read_within(state, start + 1 + len(options), close)
    return True


def _hint_held(name: str, held: str) -> str:
    """Tell what to do with the first line that a directive holds."""
    if meant := _NEARLY_OPTION.match(held):
        return f"write ':{meant[1]}: {meant[2]}' for an option"
    return f"move the text out of it; {_ROW if _LAYOUT.search(name) else _NOTE}"


def _column(state: StateBlock, line: int) -> int:
    """Return the column, from 0, at which a line's text begins."""
    begin = state.bMarks[line] + state.tShift[line]
    return begin - (state.src.rfind("\n", 0, begin) + 1)


def _find_close(state: StateBlock, start: int, end: int, colons: int) -> int | None:
    def closes(text: str) -> bool:
        closing = _CLOSE.match(text)
        return closing is not None and len(closing[1]) >= colons

    return find_line(state, start, end, closes, "directive_search", colons)


def _options(state: StateBlock, first: int, last: int) -> list[Option]:
    """Return the options that stand directly behind a directive's opening line."""
    options = []
    for line in range(first, last):
        option = _OPTION.match(line_text(state, line))
        if option is None:
            break
        value = (option[2] or "").strip()
        options.append(Option(option[1], value, line, _column(state, line) + 1))
    return options


def _refuse(state: StateBlock, line: int, column: int, message: str, hint: str) -> None:
    token = state.push(PROBLEM, "", 0)
    token.map = [line, line + 1]
    set_block_problem(token, column, "directive-unknown", message, hint)


def _read_within(state: StateBlock, first: int, close: int | None) -> None:
    """Read the text of a fence that is no directive, so that its own problems are found too."""
    state.line = first
    if close is None:
        return
    outer, state.lineMax = state.lineMax, close
    # one level down, for markdown-it to bound how deep fences may stand in fences
    state.level += 1
    state.md.block.tokenize(state, first, close)
    state.level -= 1
    state.lineMax = outer
    state.line = close + 1

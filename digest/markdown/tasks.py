"""Lists of tasks, as GitHub has them: `- [ ]` for what is to be done, `- [x]` for what is done.

GitHub Flavored Markdown 0.29, "Task list items (extension)".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

TASK = "task"
"""The type of the token for a box, and the key in the meta of its item."""
_BOXES = {"[ ] ": False, "[x] ": True, "[X] ": True}


def task_plugin(parser: MarkdownIt) -> None:
    """Add the rule, which runs when inline text has been parsed."""
    parser.core.ruler.after("inline", "tasks", _rule)


def _rule(state: StateCore) -> None:
    if not any(box in state.src for box in _BOXES):
        return
    tokens = state.tokens
    for item, paragraph, inline in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if item.type != "list_item_open" or paragraph.type != "paragraph_open":
            continue
        text = inline.children[0] if inline.children else None
        if text is None or text.type != "text" or text.content[:4] not in _BOXES:
            continue
        box = Token(TASK, "", 0, meta={TASK: _BOXES[text.content[:4]]})
        item.meta[TASK] = True
        text.content = text.content[4:]
        inline.children = [box, *(inline.children or ())]

"""What is of one text alone while its templates are filled: its tools, and how much it may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import runtime
from markupsafe import Markup, escape

from digest.render.templates.mistakes import check_printable
from digest.settings.theme import TemplateMistakeError

if TYPE_CHECKING:
    from digest.render.templates.witness import Witness

try:
    from markupsafe._speedups import _escape_inner
except ImportError:
    from markupsafe._native import _escape_inner

_MOST_STEPS = 5_000_000
"""Two seconds. A page that lists ten thousand entries takes less than a tenth."""
_STEP = 20
"""The characters that are read, or made, in the time of a step: all that a text takes of memory."""
_DEEPEST = 50
"""Templates that include one another: each line of the innermost passes through all of them."""
_LONG = 10_000
"""Characters that are worth counting."""
_MOST = 20_000_000
"""Characters of a text: a list of ten thousand entries has a third of that."""
_SHORT = {int, runtime.Undefined}
"""Types whose values have no sign in them that is to be escaped."""
FILLING = " filling"
"""What a filling is called in the context of its templates: none can write this name."""


def check_size(size: int) -> None:
    """Refuse a text of so many characters, or a list with so many elements."""
    if size > _MOST:
        raise TemplateMistakeError(f"a text of more than {_MOST:,} characters")


class Steps:
    """The steps that are left for one text."""

    def __init__(self) -> None:
        self._left = _MOST_STEPS

    def take(self, count: int = 1) -> None:
        """Take steps. Raises TemplateMistakeError where there are none left."""
        self._left -= count
        if self._left < 0:
            hint = "look for a loop within a loop, or for what includes or calls itself"
            raise TemplateMistakeError("the template never comes to its end", hint)

    def take_for(self, value: object, each: int = 1) -> None:
        """Take the steps in which a value is made, or read from its begin to its end.

        `each` are those for an element of a list.
        """
        if isinstance(value, str):
            self.take(1 + len(value) // _STEP)
        elif hasattr(value, "__len__") and not isinstance(value, runtime.Undefined):
            self.take(1 + len(value) * each)


class Filling:
    """What is of one text alone while its templates are filled."""

    def __init__(self, tools: object, witness: Witness | None = None) -> None:
        """Take what has the filters as methods, and what notes how a sample is shown."""
        self.tools = tools
        self.witness = witness
        self.steps = Steps()
        self.imported: dict[object, Any] = {}
        """Templates that have been imported, by their names and the values that they use."""
        self.contexts: list[Context] = []
        self.depth = 0
        """How many templates include that of the context that is made next."""

    def end(self) -> None:
        """Let go of all that macros and contexts hold of each other.

        Python would find out by itself, but only after many pages, by looking through them all.
        """
        self.imported.clear()
        for context in self.contexts:
            context.vars, context.parent, context.blocks = {}, {}, {}
        self.contexts.clear()

    def go_down(self, context: Context) -> None:
        """Note that the next context is that of a template which this one's includes."""
        self.depth = context.depth + 1
        if self.depth > _DEEPEST:
            message = "the template includes itself without an end"
            raise TemplateMistakeError(message, "let an 'if' end it")

    def show(self, value: Any) -> str:  # noqa: ANN401 -- whatever a template prints
        """Return a value as it stands in HTML. Raises TemplateMistakeError where it cannot."""
        kind = value.__class__
        if kind is str:
            if len(value) > _LONG:
                self.steps.take_for(value)
            # without making finished HTML of what is put together at once
            escaped: str = _escape_inner(value)
            return escaped
        if kind is Markup:
            text: str = value
            return text
        if kind in _SHORT:
            return str(value)
        if self.witness:
            self.witness.see_printed(value)
        return escape(check_printable(value))

    def concat(self, parts: list[str]) -> str:
        """Return the texts that a macro or a block has printed as one."""
        size = sum(map(len, parts))
        if size > _LONG:
            check_size(size)
            self.steps.take(size // _STEP)
        return "".join(parts)


class Context(runtime.Context):
    """What a template sees."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 -- as in Jinja
        super().__init__(*arguments, **named)
        # macros that are imported without context have it all the same
        self.globals_keys = {*self.globals_keys, FILLING}
        self.filling: Filling = self.parent[FILLING]
        self.filling.contexts.append(self)
        self.steps = self.filling.steps
        self.depth, self.filling.depth = self.filling.depth, 0

"""How much a template may do, so that none of a pull request keeps a build for ever.

Every round of a loop is one step, every call and every include as many as take the same time;
texts are not made longer than any page is. Jinja's own sandbox bounds a single `range` alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sized
from typing import TYPE_CHECKING, Any

from jinja2 import nodes, pass_context
from jinja2.visitor import NodeTransformer

from digest.render.mistakes import name_kind
from digest.settings.theme import TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

STEPS = " steps"
"""What a text's steps are called in its context: no template can write this name."""
_COUNTED, _COUNTED_ONE = " counted", " counted one"
_MOST_STEPS = 5_000_000
"""Two seconds. A page that lists ten thousand entries takes less than a tenth."""
CALL = 25
"""The steps that a call takes, or an include."""
_LONGEST = 1_000_000
_WIDEST = 10_000
_WIDE = re.compile(r"%[^a-zA-Z%]*?(?:[0-9]{5,}|\*)")


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


class _Marking(NodeTransformer):
    """Puts the counting into a parsed template."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 -- as Jinja names nodes
        node.iter = _filtered(node.iter, _COUNTED)
        return self.generic_visit(node)

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 -- as Jinja names nodes
        node.template = _filtered(node.template, _COUNTED_ONE)
        return self.generic_visit(node)


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def mark_steps(template: nodes.Template) -> nodes.Template:
    """Return a parsed template whose loops and includes take steps."""
    marked: nodes.Template = _Marking().visit(template)
    return marked


@pass_context
def _count(context: Context, items: Iterable[object]) -> Sized:
    steps: Steps = context[STEPS]
    if not isinstance(items, Iterable):
        raise TemplateMistakeError(f"{name_kind(items)} is not iterable")
    known = items if isinstance(items, Sized) else list(_taken(items, steps))
    steps.take(1 + len(known))
    return known


def _taken(items: Iterable[object], steps: Steps) -> Iterable[object]:
    for item in items:
        steps.take()
        yield item


@pass_context
def _count_one(context: Context, value: object) -> object:
    steps: Steps = context[STEPS]
    steps.take(CALL)
    return value


COUNTING: dict[str, Callable[..., object]] = {_COUNTED: _count, _COUNTED_ONE: _count_one}
"""The filters that take steps, under names that no template can write."""


def check_operation(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 -- whatever a template has
    """Refuse what would make a text or a number without end."""
    if operator == "*":
        for many, count in ((left, right), (right, left)):
            if isinstance(count, int) and hasattr(many, "__len__") and len(many) * count > _LONGEST:
                raise TemplateMistakeError(f"a text of more than {_LONGEST:,} characters")
    elif operator == "**" and isinstance(right, int) and abs(right) > _WIDEST:
        raise TemplateMistakeError("a number that is too large")
    elif operator == "%" and isinstance(left, str):
        check_width(left)


def check_width(*values: object) -> None:
    """Refuse a width, or a form of `%`, that would make a line without end."""
    for value in values:
        is_wide = isinstance(value, int) and abs(value) > _WIDEST
        if is_wide or (isinstance(value, str) and "%" in value and _WIDE.search(value)):
            raise TemplateMistakeError(f"more than {_WIDEST:,} characters in one line")


def bounded(make: Callable[..., object]) -> Callable[..., object]:
    """Return a filter of Jinja's that refuses widths without end."""

    @functools.wraps(make)
    def filter_(*values: object, **named: object) -> object:
        check_width(*values, *named.values())
        return make(*values, **named)

    return filter_


BOUNDED = ("batch", "center", "format", "indent", "slice", "wordwrap")
"""Jinja's filters that take a width or a count."""

"""How much a template may do, so that none of a pull request keeps a build for ever.

Every round of a loop is one step; a call, an include, a filter of Jinja's and a search take as many
as take the same time. No text is made that is longer than any page is.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sized
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from jinja2.filters import make_attrgetter
from jinja2.sandbox import SandboxedEscapeFormatter, SandboxedFormatter
from jinja2.utils import _PassArg
from markupsafe import Markup

from digest.basics.lazyregex import lazy_regex
from digest.render.templates.context import check_size
from digest.render.templates.kinds import name_kind
from digest.render.templates.mistakes import check_printable
from digest.settings.theme import TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.render.templates.context import Context, Steps

CALL = 25
"""The steps that a call takes, or an include."""
_LONGEST = 1_000_000
"""Characters of what is made of one text by repeating it."""
_WIDEST = 10_000
_EACH = 4
"""The steps in which a filter goes by an element."""
_MOST_BITS = 100_000
"""Of a number."""
_WIDE = lazy_regex(r"%[^a-zA-Z%]*?(?:[0-9]{5,}|\*)")
_WIDE_FIELD = lazy_regex(r"[0-9]{5,}")


# --- loops ------------------------------------------------------------------------------------


def count(context: Context, items: Iterable[object]) -> Sized:
    """Return what a loop goes through; each round is a step."""
    if not isinstance(items, Iterable):
        raise TemplateMistakeError(f"{name_kind(items)} is not iterable")
    if context.filling.witness:
        context.filling.witness.see_loop(items)
    known = items if isinstance(items, Sized) else list(_taken(items, context.steps))
    context.steps.take(1 + len(known))
    return known


def _taken(items: Iterable[object], steps: Steps) -> Iterable[object]:
    for item in items:
        steps.take()
        yield item


def count_include(context: Context, template: object) -> object:
    """Return which template is included."""
    context.steps.take(CALL)
    context.filling.go_down(context)
    return template


def count_search(context: Context, value: object) -> object:
    """Return what is searched; what is found at once takes one step, whatever its size."""
    if isinstance(value, AbstractSet | Mapping):
        context.steps.take()
    else:
        context.steps.take_for(value)
    return value


# --- sizes ------------------------------------------------------------------------------------


def concat(parts: Iterable[str]) -> str:
    """Return the texts that a template has printed as one."""
    known = [*parts]
    check_size(sum(map(len, known)))
    return "".join(known)


def check_operation(operator: str, left: Any, right: Any) -> None:  # noqa: ANN401 -- whatever a template has
    """Refuse what would make a text or a number without end."""
    if operator == "+":
        check_size(_length(left) + _length(right))
    elif operator == "%" and isinstance(left, str):
        check_width(left)
        values = right if isinstance(right, tuple) else (right,)
        for value in values:
            check_printable(value)
        check_size(left.count("%") * max(map(_length, values), default=0))
    elif operator == "*":
        for many, count in ((left, right), (right, left)):
            if isinstance(count, int) and _length(many) * count > _LONGEST:
                raise TemplateMistakeError(f"a text of more than {_LONGEST:,} characters")
        _check_bits(_bits(left) + _bits(right))
    elif operator == "**" and isinstance(right, int):
        if abs(right) > _WIDEST:
            raise TemplateMistakeError("a number that is too large")
        _check_bits(_bits(left) * abs(right))


def _length(value: object) -> int:
    return len(value) if hasattr(value, "__len__") else 0


def _bits(value: object) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _check_bits(bits: int) -> None:
    if bits > _MOST_BITS:
        raise TemplateMistakeError("a number that is too large")


def check_width(*values: object) -> None:
    """Refuse a width, or a form of `%`, that would make a line without end."""
    for value in values:
        is_wide = isinstance(value, int) and abs(value) > _WIDEST
        if is_wide or (isinstance(value, str) and "%" in value and _WIDE.search(value)):
            raise TemplateMistakeError(f"more than {_WIDEST:,} characters in one line")


def _check_replacing(text: object, old: object = "", new: object = "", *_: object) -> None:
    check_printable(new)
    if isinstance(text, str) and isinstance(old, str) and isinstance(new, str):
        check_size(len(text) + text.count(old) * len(new))


def _check_indenting(text: object, width: object = 4, *_: object) -> None:
    check_width(width)
    if isinstance(text, str):
        lines = text.count("\n") + 1
        check_size(len(text) + lines * (width if isinstance(width, int) else _length(width)))


def _check_printing(form: object, *values: object) -> None:
    check_width(form, *values)
    check_operation("%", form, values)


_TEXTS = frozenset({
    "capitalize", "center", "e", "escape", "forceescape", "indent", "lower", "replace", "safe",
    "string", "striptags", "title", "trim", "truncate", "upper", "urlize", "wordcount", "wordwrap",
})  # fmt: skip
"""Filters of Jinja's that make a text of whatever they are given."""


def _check_pairs(pairs: object, *_: object) -> None:
    for value in pairs.values() if isinstance(pairs, dict) else ():
        # what is none is left out
        if value is not None:
            check_printable(value)


_CHECKS: dict[str, Callable[..., None]] = {
    "batch": check_width,
    "center": check_width,
    "expandtabs": check_width,
    "format": _check_printing,
    "indent": _check_indenting,
    "ljust": check_width,
    "replace": _check_replacing,
    "rjust": check_width,
    "round": check_width,
    "slice": check_width,
    "urlencode": _check_pairs,
    "wordwrap": check_width,
    "xmlattr": _check_pairs,
    "zfill": check_width,
}
"""What is looked at before a filter of Jinja's or a method of a text that could make much of it."""


# --- filters of Jinja's -----------------------------------------------------------------------


def bound_filters(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Return Jinja's filters, so that each takes its steps and makes no text without end."""
    # what is drawn by lot would make another page every time, and Python's words are for no page
    kept = {name: make for name, make in filters.items() if name not in {"pprint", "random"}}
    kept["join"] = _join(kept["join"])
    return {name: _bound(name, make) for name, make in kept.items()}


def _bound(name: str, make: Callable[..., Any]) -> Callable[..., Any]:
    check, is_textual = _CHECKS.get(name), name in _TEXTS
    # Jinja has no public word for what a filter is passed besides its value
    passed = _PassArg.from_obj(make)

    @pass_context
    def filter_(context: Context, *values: Any, **named: Any) -> Any:  # noqa: ANN401 -- whatever a template has
        context.steps.take_for(values[0], _EACH)
        if is_textual:
            check_printable(values[0])
        if check:
            check(*values, *named.values())
        if passed is _PassArg.environment:
            values = (context.environment, *values)
        elif passed is not None:
            values = (context if passed is _PassArg.context else context.eval_ctx, *values)
        made = make(*values, **named)
        if isinstance(made, str):
            check_size(len(made))
            context.steps.take_for(made)
        return made

    return functools.update_wrapper(filter_, make, assigned=("__name__",), updated=())


def _join(join: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter `join`, which looks first at how much there is to join."""

    @pass_context
    def filter_(context: Context, value: Any, d: Any = "", attribute: Any = None) -> Any:  # noqa: ANN401 -- whatever a template has
        items = [*value]
        if attribute is not None:
            items = [*map(make_attrgetter(context.environment, attribute), items)]
        for item in items:
            check_printable(item)
        check_size(sum(map(_length, items)) + len(items) * _length(d))
        return join(context.eval_ctx, items, d)

    return filter_


# --- methods of texts -------------------------------------------------------------------------


def bound_method(environment: Any, text: str, name: str) -> Callable[..., Any] | None:  # noqa: ANN401 -- Jinja's
    """Return what stands for a method of a text that could make much of it; None for others."""
    if name in {"format", "format_map"}:
        return functools.partial(_format, environment, text, is_mapped=name == "format_map")
    if name == "join":
        return functools.partial(_join_with, text)
    if check := _CHECKS.get(name):
        return functools.partial(_run, check, text, name)
    return None


def _run(check: Callable[..., None], text: str, name: str, *values: Any, **named: Any) -> Any:  # noqa: ANN401 -- whatever a template has
    check(text, *values, *named.values())
    return getattr(text, name)(*values, **named)


def _join_with(text: str, items: Iterable[Any]) -> str:
    known = [*items]
    check_size(sum(map(_length, known)) + len(known) * len(text))
    return text.join(known)


class _Formatter(SandboxedFormatter):
    """Fills `{}` with what a template may read."""

    size = 0

    def convert_field(self, value: Any, conversion: Any) -> Any:  # noqa: ANN401 -- as in Python
        return super().convert_field(check_printable(value), conversion)

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 -- as in Python
        if _WIDE_FIELD.search(format_spec):
            check_width(_WIDEST + 1)
        text = str(super().format_field(value, format_spec))
        self.size += len(text)
        check_size(self.size)
        return text


class _EscapeFormatter(_Formatter, SandboxedEscapeFormatter):
    """The same for finished HTML: what is put into it is escaped."""


_SMALL = frozenset({str, int})
_SIMPLE = lazy_regex(r"[^{}]*(?:\{\w*\}[^{}]*)*")
"""A text that is filled with values as they are."""


def _format(environment: Any, text: str, *values: Any, is_mapped: bool, **named: Any) -> str:  # noqa: ANN401 -- as in Python
    if is_mapped:
        (named,), values = values, ()
    given = (*values, *named.values())
    if type(text) is str and _SMALL.issuperset(map(type, given)) and _SIMPLE.fullmatch(text):
        check_size(text.count("{") * max(map(_length, given), default=0))
        return text.format(*values, **named)
    if isinstance(text, Markup):
        formatter: _Formatter = _EscapeFormatter(environment, escape=text.escape)
    else:
        formatter = _Formatter(environment)
    return type(text)(formatter.vformat(text, values, named))

"""Jinja's environment: which templates there are, and what they may read, call and work out."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import Macro, Undefined, markup_join
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import UNPRINTABLE, did_you_mean, name_control
from digest.render.templates.bounds import (
    CALL,
    bound_filters,
    bound_method,
    check_operation,
    concat,
    count,
    count_include,
    count_search,
)
from digest.render.templates.codewriter import CodeWriter
from digest.render.templates.context import Context, check_size
from digest.render.templates.mistakes import MissingNameError, check_printable
from digest.render.templates.readable import HAVE_ITEMS, HAVE_NAMES, PLAIN, readable_names
from digest.settings.theme import PARENT, UNREADABLE, TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from jinja2 import nodes

    from digest.settings.theme import Theme

_DEEPEST = 150
"""So deep a template may nest, in what Jinja makes of it: an addition is in the one behind it."""
_LONG = lazy_regex(r"\{[{%](?:(?!\{[{%]|[}%]\}).){10000}", re.DOTALL)
"""A tag longer than anybody writes one: each sign of it may be one that Jinja has to take apart."""
_TAG = lazy_regex(r"\{[{%].*?[}%]\}", re.DOTALL)
_MOST_CODE = 30_000
"""Characters in braces in one template. The longest of digest's own has a third of them."""
# what comes behind the stop is the hint
_TOO_DEEP = "this is nested too deeply. Take some of it apart"
_TOO_LONG = "more than 10,000 characters in one pair of braces. Take some of it apart"
_TOO_MUCH = f"more than {_MOST_CODE:,} characters in braces. Put some of it into another template"


class _Undefined(jinja2.StrictUndefined):
    """A name that does not exist; whatever is done with it tells of it."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 -- as in Jinja
        name: str | None = None,
        exc: type[jinja2.TemplateRuntimeError] = jinja2.UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is jinja2.UndefinedError:
            owner = () if obj is missing else (obj,)
            # Jinja's own would have said it in Python's words
            make = functools.partial(MissingNameError, name, owner)
            self._undefined_exception = make  # type: ignore[assignment]  # whatever makes an error


class _Macro(Macro):
    """A macro, called without looking for what hardly one has."""

    def __init__(self, environment: Environment, function: Callable[..., str], *rest: Any) -> None:  # noqa: ANN401 -- as in Jinja
        super().__init__(environment, function, *rest)
        self.function = function
        self.unsaid = (missing,) * self._argument_count
        is_plain = not (self.catch_kwargs or self.catch_varargs or self.caller)
        self.most = self._argument_count if is_plain else -1
        """With how many values it is called at once."""

    def check(self, values: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Refuse what the macro does not take. Raises TemplateMistakeError."""
        takes = f"it takes: {', '.join(self.arguments)}" if self.arguments else "it takes none"
        for name in () if self.catch_kwargs else named:
            if name not in {*self.arguments, "caller"}:
                hint = did_you_mean(name, self.arguments) or takes
                raise TemplateMistakeError(f"the macro '{self.name}' takes no '{name}'", hint)
        if len(values) > self._argument_count and not self.catch_varargs:
            count = len(values)
            raise TemplateMistakeError(f"the macro '{self.name}' is given {count} values", takes)


class Environment(SandboxedEnvironment):
    """What all templates of a theme share.

    It is Jinja's sandbox with a table of what may be read in place of a list of what may not, so
    that a view's field is read without being looked at twice.
    """

    context_class = Context
    code_generator_class = CodeWriter
    intercepted_binops = frozenset({"*", "**", "%", "+"})
    concat = staticmethod(concat)
    count, count_include = staticmethod(count), staticmethod(count_include)
    count_search = staticmethod(count_search)
    nothing = Undefined("an 'if' without 'else' gave nothing")
    """What a condition makes that is not so and has no `else`: nothing is printed of it."""

    def __init__(self, theme: Theme, codes: jinja2.BytecodeCache) -> None:
        """Take where the code of compiled templates is kept."""
        self._theme = theme
        super().__init__(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=_Undefined,
            finalize=check_printable,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=codes,
        )
        # filler that no page needs, of any length
        del self.globals["lipsum"]
        self.filters = bound_filters(self.filters)
        self.having: dict[str, set[type]] = defaultdict(set)
        """The types that a name has been read of as Python reads it."""
        self.used: dict[str | None, tuple[str, ...]] = {}
        """By template, the names that it uses; those alone that are the same however often they
        are imported with the same values."""
        self.same_everywhere: set[str | None] = set()
        """Those that are so on all pages, as they use nothing of a page."""
        self._imported: dict[object, Any] = {}
        """Those of these that have been imported, by their names."""

    # --- reading ---

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return an attribute, or else an element; or what stands for one that is not there."""
        kind = obj.__class__
        if attribute in readable_names(kind):
            return self._read(obj, attribute)
        if issubclass(kind, HAVE_ITEMS):
            try:
                return obj[attribute]
            except (TypeError, LookupError):
                pass
        return self._read_other(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return an element, or else an attribute; or what stands for one that is not there."""
        if issubclass(obj.__class__, HAVE_ITEMS):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        if not isinstance(argument, str):
            if isinstance(obj, Undefined):
                return obj[argument]
            return self.undefined(obj=obj, name=argument)
        if argument in readable_names(obj.__class__):
            return self._read(obj, str(argument))
        return self._read_other(obj, str(argument))

    def _read(self, obj: Any, name: str) -> Any:  # noqa: ANN401 -- as in Jinja
        """Read one of the names that the type of a value has."""
        if isinstance(obj, PLAIN):
            self.having[name].add(obj.__class__)
        elif isinstance(obj, str) and (bound := bound_method(self, obj, name)):
            return bound
        return getattr(obj, name)

    def _read_other(self, obj: Any, name: str) -> Any:  # noqa: ANN401 -- as in Jinja
        """Read a name that a template has given, or tell that there is none."""
        if name.startswith("_"):
            return self.unsafe_undefined(obj, name)
        if isinstance(obj, Undefined) or obj.__class__ in HAVE_NAMES:
            # what stands for a name that is not there tells of it
            found = getattr(obj, name, missing)
            if found is not missing:
                return found
        return self.undefined(obj=obj, name=name)

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:  # noqa: ANN401 -- as in Jinja
        """Return what stands for an attribute that a template may not use."""
        message = f"a template may not use '{attribute}'"
        return self.undefined(message, obj=obj, name=attribute, exc=SecurityError)

    # --- calling, working out, printing ---

    def call(self, context: Context, obj: Any, *values: Any, **named: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 -- as in Jinja, in a context of ours
        """Call what a template calls: what it can name at all may be called."""
        context.steps.take(CALL)
        if obj.__class__ is not _Macro:
            made = obj(*values, **named)
            context.steps.take_for(made)
            return made
        if named or len(values) > obj.most:
            obj.check(values, named)
            return obj(context.eval_ctx, *values, **named)
        text = obj.function(*values, *obj.unsaid[len(values) :])
        return str.__new__(Markup, text) if context.eval_ctx.autoescape else text

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 -- as above
        """Work out what a template adds, multiplies or formats."""
        check_operation(operator, left, right)
        made = self.binop_table[operator](left, right)
        context.steps.take_for(made)
        return made

    def make_macro(self, *arguments: Any) -> _Macro:  # noqa: ANN401 -- as in Jinja
        """Return a macro, of what Jinja makes one of."""
        return _Macro(self, *arguments)

    def join(self, context: Context, values: tuple[Any, ...]) -> str:
        """Return values as one text, escaped where one of them is finished HTML."""
        # nearly all are plain texts, of which none is escaped
        if all(value.__class__ is str for value in values):
            text = "".join(values)
        else:
            for value in values:
                check_printable(value)
            is_html = context.eval_ctx.autoescape
            text = markup_join(values) if is_html else "".join(map(str, values))
        check_size(len(text))
        context.steps.take_for(text)
        return text

    def cut(self, context: Context, value: Any, part: slice) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return a part of a text or a list."""
        made = value[part]
        context.steps.take_for(made)
        return made

    # --- templates ---

    def import_(self, context: Context, named: str, parent: str, own: dict[str, Any]) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return what a template has that another, `parent`, imports with its context.

        `own` are the variables of the place where it is imported.
        """
        template = self.get_template(named, parent)
        used = self.used.get(template.name)
        if used is None:
            return template.make_module(context.get_all(), True, own)  # noqa: FBT003 -- as in Jinja
        seen = {name: context.resolve_or_missing(name) for name in used}
        seen |= {name: own[name] for name in used if own.get(name, missing) is not missing}
        key = (template.name, *map(id, seen.values()))
        is_same = template.name in self.same_everywhere
        imported = self._imported if is_same else context.filling.imported
        place = template.name if is_same else key
        if place not in imported or imported[place][0] != key:
            module = template.make_module(context.get_all(), True, own)  # noqa: FBT003 -- as in Jinja
            # with the values, or another could come to stand where one of them has been
            imported[place] = (key, module, seen)
        return imported[place][1]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Read a template, which may not nest deeper than Jinja and Python can follow."""
        found, message = _LONG.search(source), _TOO_LONG
        if not found and len(source) > _MOST_CODE:
            lengths = itertools.accumulate(len(tag[0]) for tag in _TAG.finditer(source))
            tags = zip(_TAG.finditer(source), lengths, strict=True)
            found = next((tag for tag, length in tags if length > _MOST_CODE), None)
            message = _TOO_MUCH
        if found:
            line = source.count("\n", 0, found.start()) + 1
            raise jinja2.TemplateSyntaxError(message, line, name, filename)
        parser = Parser(self, source, name, filename)
        try:
            tree = parser.parse()
        except RecursionError:
            line = parser.stream.current.lineno
            raise jinja2.TemplateSyntaxError(_TOO_DEEP, line, name, filename) from None
        level: list[nodes.Node] = [tree]
        for _ in range(_DEEPEST):
            level = [inner for one in level for inner in one.iter_child_nodes()]
        if level:
            raise jinja2.TemplateSyntaxError(_TOO_DEEP, level[0].lineno, name, filename)
        return tree

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except (MemoryError, RecursionError, SyntaxError):
            # Python takes twenty loops in each other; its words are of code that nobody wrote
            raise jinja2.TemplateSyntaxError(_TOO_DEEP, 1, None, filename) from None

    def join_path(self, template: str, parent: str) -> str:
        """Return which template is meant where the template `parent` names one."""
        if not template.startswith(PARENT):
            return template
        asking = self._theme.files.get(parent, parent)
        return self._theme.find_below(template.removeprefix(PARENT), asking) or template

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        # what is below another file is known by its place
        path = name if name in self._theme.labels else self._theme.files.get(name)
        if path is None:
            return None
        if not self._theme.hashes[path]:
            raise jinja2.TemplateSyntaxError(UNREADABLE, 1, name)
        try:
            text = self._theme.read(path).decode("utf-8-sig")
        except UnicodeDecodeError:
            # what comes behind the stop is the hint
            message = "the file is not UTF-8. Save it as UTF-8"
            raise jinja2.TemplateSyntaxError(message, 1, name) from None
        if found := UNPRINTABLE.search(text):
            line = text.count("\n", 0, found.start()) + 1
            message = f"the file has {name_control(found[0])}. Take it away"
            raise jinja2.TemplateSyntaxError(message, line, name)
        return text, path, lambda: True

"""A theme's templates: loaded, and filled in a sandbox; mistakes are reported as diagnostics."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import jinja2
import msgspec
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from digest.basics.diagnostics import Checked
from digest.render.bounds import (
    BOUNDED,
    CALL,
    COUNTING,
    STEPS,
    Steps,
    bounded,
    check_operation,
    mark_steps,
)
from digest.render.idleblocks import find_idle_blocks
from digest.render.mistakes import MissingNameError, check_printable, name_kind, report_mistake
from digest.settings.theme import PARENT, TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from digest.basics.diagnostics import Diagnostic
    from digest.settings.theme import Theme

_TOOLS = " tools"
"""What a text's tools are called in its context: no template can write this name."""


class _Context(jinja2.runtime.Context):
    """What a template sees."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 -- as in Jinja
        super().__init__(*arguments, **named)
        # macros that are imported without context have the filters all the same
        self.globals_keys = {*self.globals_keys, _TOOLS, STEPS}


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


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a shorter way to what a view holds."""

    context_class = _Context
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, theme: Theme) -> None:
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
        )
        # filler that no page needs, of any length
        del self.globals["lipsum"]
        self.filters |= COUNTING
        self.filters |= {name: bounded(self.filters[name]) for name in BOUNDED}

    def call(self, context: jinja2.runtime.Context, obj: Any, *values: Any, **named: Any) -> Any:  # noqa: ANN401 -- as in Jinja
        """Call what a template calls."""
        context[STEPS].take(CALL)
        return super().call(context, obj, *values, **named)

    def call_binop(self, context: jinja2.runtime.Context, operator: str, *values: Any) -> Any:  # noqa: ANN401 -- as in Jinja
        """Work out what a template multiplies or formats."""
        check_operation(operator, *values)
        return super().call_binop(context, operator, *values)

    def _generate(self, source: jinja2.nodes.Template, *arguments: Any, **named: Any) -> str:  # noqa: ANN401 -- as in Jinja
        return super()._generate(mark_steps(source), *arguments, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return an attribute, or what stands for one that is not there."""
        # plain data, and nearly all that a template asks for: the sandbox need not look at it
        if isinstance(obj, msgspec.Struct):
            if attribute in obj.__struct_fields__ or attribute == "kind":
                return getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:  # noqa: ANN401 -- as in Jinja
        """Return what stands for an attribute that a template may not use."""
        message = f"a template may not use '{attribute}'"
        return self.undefined(message, obj=obj, name=attribute, exc=SecurityError)

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
        try:
            with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 -- a plain path will do
                return file.read(), path, lambda: True
        except UnicodeDecodeError:
            raise jinja2.TemplateSyntaxError("the file is not UTF-8", 1, name) from None


class Templates:
    """The templates of one theme."""

    def __init__(self, theme: Theme, folder: str, filters: Mapping[str, tuple[type, ...]]) -> None:
        """Take the filters: methods that each text's tools have, and what types they take.

        `folder` is the theme's folder of templates that are filled with them.
        """
        self._theme = theme
        self._folder = folder
        self._environment = _Environment(theme)
        for name, wanted in filters.items():
            self._environment.filters[name] = _filter(name, wanted)

    def check(self) -> Iterator[Diagnostic]:
        """List what is wrong with any template before it is filled."""
        for name in self._theme.files:
            if name.startswith(self._folder) and name.endswith(".html"):
                yield from self.compile(name).diagnostics

    def find_idle_blocks(self) -> Iterator[Diagnostic]:
        """List the blocks of the theme's own templates that would be shown nowhere."""
        return find_idle_blocks(self._theme, self._environment)

    def compile(self, name: str) -> Checked[jinja2.Template]:
        """Read a template; `theme-error` where that cannot be done."""
        try:
            return Checked(self._environment.get_template(name))
        except jinja2.TemplateError as error:
            filters = self._environment.filters
            return Checked(None, (report_mistake(error, self._theme, name, filters),))

    def render(self, name: str, context: Mapping[str, object], tools: object) -> Checked[str]:
        """Fill a template; `theme-error` where it cannot be.

        `tools` has the filters as methods, for this one text. What digest itself does wrong is
        raised.
        """
        compiled = self.compile(name)
        if compiled.value is None:
            return Checked(None, compiled.diagnostics)
        try:
            text = compiled.value.render({**context, _TOOLS: tools, STEPS: Steps()})
            _check_text(text)
        except Exception as error:  # noqa: BLE001 -- a template may raise anything
            return Checked(None, (report_mistake(error, self._theme, name, context),))
        if not text.strip():
            hint = "write what it shows, or take the file away"
            empty = TemplateMistakeError("the template shows nothing", hint)
            return Checked(None, (report_mistake(empty, self._theme, name),))
        return Checked(text)


def _check_text(text: str) -> None:
    """Refuse what no page may have. Raises TemplateMistakeError."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise TemplateMistakeError(f"the template prints half a character, {half}") from None
    if "\0" in text:
        raise TemplateMistakeError("the template prints a control character, U+0000")


def _filter(name: str, wanted: tuple[type, ...]) -> Callable[..., object]:
    """Return the filter of the text being rendered; `wanted` are the types of what it takes."""

    # with the context asked for, Jinja does not work out `"paper.css" | asset` when it
    # compiles the template, once for all pages
    @jinja2.pass_context
    def call(context: jinja2.runtime.Context, *values: object) -> object:
        for value, kind in zip(values, wanted, strict=False):
            if not isinstance(value, (int, float) if kind is float else kind):
                message = f"'{name}' takes {name_kind(kind)} here, and this is {name_kind(value)}"
                raise TemplateMistakeError(message)
        if len(values) > len(wanted):
            raise TemplateMistakeError(f"'{name}' takes fewer values")
        return getattr(context[_TOOLS], name)(*values)

    return call

"""A theme's templates: loaded, filled in a sandbox, and their mistakes reported as diagnostics."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

import jinja2
import msgspec
from jinja2.sandbox import ImmutableSandboxedEnvironment

from digest.diagnostics import Checked, Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from digest.theme import Theme


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox, with a shorter way to what a view holds."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 -- as in Jinja
        """Return an attribute, or what stands for one that is not there."""
        # plain data, and nearly all that a template asks for: the sandbox need not look at it
        if isinstance(obj, msgspec.Struct) and attribute in obj.__struct_fields__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class Templates:
    """The templates of one theme."""

    def __init__(self, theme: Theme, filters: Iterable[str]) -> None:
        """Take the names of the filters: the methods that the tools of each text have."""
        self._theme = theme
        self._tools: object = None
        self._environment = _Environment(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        for name in filters:
            self._environment.filters[name] = self._filter(name)

    def render(self, name: str, context: Mapping[str, object], tools: object) -> Checked[str]:
        """Fill a template; `theme-error` where it cannot be.

        `tools` has the filters as methods, for this one text.
        """
        self._tools = tools
        try:
            return Checked(self._environment.get_template(name).render(context))
        except jinja2.TemplateNotFound as error:
            missing = str(error.message or name)
            message = f"the theme '{self._theme.name}' has no template '{missing}'"
            return self._refuse_at_frame(error, f"themes/{self._theme.name}/{missing}", message)
        except jinja2.UndefinedError as error:
            return self._refuse_at_frame(error, self._label(name), str(error.message))
        except jinja2.TemplateSyntaxError as error:
            return _refuse(self._label(error.name or name), error.lineno, str(error.message))
        except Exception as error:  # noqa: BLE001 -- a template may raise anything
            message = f"{type(error).__name__}: {error}"
            return self._refuse_at_frame(error, self._label(name), message)

    def _filter(self, name: str) -> Callable[..., object]:
        """Return a filter of the text being rendered; macros have it without its context."""

        # with the context asked for, Jinja does not work out `"paper.css" | asset` when it
        # compiles the template, once for all pages
        @jinja2.pass_context
        def call(_context: jinja2.runtime.Context, *arguments: object) -> object:
            return getattr(self._tools, name)(*arguments)

        return call

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = self._theme.files.get(name)
        if path is None:
            return None
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123 -- a plain path will do
            return file.read(), path, lambda: True

    def _label(self, name: str) -> str:
        return self._theme.labels.get(name, name)

    def _refuse_at_frame(self, error: Exception, where: str, message: str) -> Checked[str]:
        """Report an exception at the line of the template that raised it; if none did, `where`."""
        labels = {path: self._theme.labels[file] for file, path in self._theme.files.items()}
        line = 1
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in labels:
                where, line = labels[frame.filename], frame.lineno or 1
        return _refuse(where, line, message)


def _refuse(path: str, line: int, message: str) -> Checked[str]:
    hint = "'digest guide themes' tells what a template may use"
    return Checked(None, (Diagnostic(path, line, 1, "theme-error", message, hint),))

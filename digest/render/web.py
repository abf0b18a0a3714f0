"""A page's view through its template to the bytes of an HTML file."""

from __future__ import annotations

import posixpath
import traceback
from typing import TYPE_CHECKING
from urllib.parse import quote

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from digest.diagnostics import Checked, Diagnostic
from digest.render.dates import date_text
from digest.render.prose import Prose
from digest.site.views import Citations, Links

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.model import Parts
    from digest.site.plan import Output
    from digest.site.views import SiteConstants, Use, View
    from digest.theme import Theme


class WebRenderer:
    """Renders the pages of one site with one theme."""

    def __init__(
        self, theme: Theme, constants: SiteConstants, texts: Callable[[str], Parts]
    ) -> None:
        self._theme = theme
        self._constants = constants
        self._texts = texts
        self._environment = ImmutableSandboxedEnvironment(
            loader=jinja2.FunctionLoader(self._load),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self._tools: _Tools | None = None
        for name in ("prose", "href", "asset", "date"):
            self._environment.filters[name] = self._filter(name)

    def render(self, output: Output) -> Checked[bytes]:
        """Return a page's bytes; `theme-error` where the theme's template cannot make them."""
        view = output.view
        if view is None:
            return Checked(None)
        name = f"web/{view.kind}.html"
        try:
            template = self._environment.get_template(name)
            self._tools = _Tools(view, self._theme, self._constants, self._texts)
            html = template.render(self._context(view))
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
        return Checked(html.encode())

    def _filter(self, name: str) -> Callable[..., object]:
        """Return a filter of the page being rendered; macros have it without its context."""

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

    def _refuse_at_frame(self, error: Exception, where: str, message: str) -> Checked[bytes]:
        """Report an exception at the line of the template that raised it; if none did, `where`."""
        labels = {path: self._theme.labels[file] for file, path in self._theme.files.items()}
        line = 1
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in labels:
                where, line = labels[frame.filename], frame.lineno or 1
        return _refuse(where, line, message)

    def _context(self, view: View) -> dict[str, object]:
        return {
            **{field: getattr(view, field) for field in view.__struct_fields__},
            "view": view,
            "kind": view.kind,
            "site": self._constants,
            "words": self._theme.words_in(view.page.lang),
        }


class _Tools:
    """The filters that a template has, for one page."""

    def __init__(
        self, view: View, theme: Theme, constants: SiteConstants, texts: Callable[[str], Parts]
    ) -> None:
        self._page = view.page
        self._base = _base(view.page.address, constants.base_path)
        self._static = theme.static_folder
        self._prose = Prose(
            texts,
            getattr(view, "citations", Citations()),
            getattr(view, "linked", Links()),
            self.href,
            theme.words_in(view.page.lang).get("reference", "reference"),
        )

    def prose(self, use: Use) -> Markup:
        """Print a fragment."""
        return Markup(self._prose.print(use))  # noqa: S704 -- made and escaped by digest.markdown

    def href(self, address: str) -> str:
        """Return an address of the site as seen from the page; a whole one stays as it is."""
        if address.startswith(("https://", "http://", "mailto:")):
            return address
        return self._base + quote(address, safe=_SAFE)

    def asset(self, name: str) -> str:
        """Return the address of one of the theme's static files as seen from the page."""
        return self.href(posixpath.join(self._static, name))

    def date(self, date: str, form: str = "long") -> str:
        """Return a date as the page's language writes it."""
        return date_text(date, self._page.lang, form)


_SAFE = "/#?=&;,:@!$'()*+~"
"""What stays as it is in an address."""


def _base(address: str, base_path: str) -> str:
    """Return what leads from a page to the site's root.

    All links are relative, so that the site works under any base path and from a folder. The
    page for what is not there is shown in place of pages at any depth: its links begin at the
    domain.
    """
    if address == "404.html":
        return base_path
    return "../" * address.count("/") or "./"


def _refuse(path: str, line: int, message: str) -> Checked[bytes]:
    hint = "see themes/README.md for what a template may use"
    return Checked(None, (Diagnostic(path, line, 1, "theme-error", message, hint),))

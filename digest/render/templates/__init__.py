"""A theme's templates: loaded, checked and filled; mistakes are reported as diagnostics."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import jinja2

from digest.basics.diagnostics import Checked
from digest.basics.files import FileError
from digest.basics.text import UNPRINTABLE, name_control
from digest.render.templates.codecache import CodeCache
from digest.render.templates.context import FILLING, Filling
from digest.render.templates.environment import Environment
from digest.render.templates.kinds import name_kind
from digest.render.templates.mistakes import report_mistake
from digest.render.templates.sources import (
    check_addresses,
    check_source,
    check_vain,
    find_idle_blocks,
    list_used,
)
from digest.settings.theme import TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from digest.basics.diagnostics import Diagnostic
    from digest.render.templates.context import Context
    from digest.render.templates.witness import Witness
    from digest.settings.theme import Theme


_MOST = 4
"""Of so many themes, and folders in them, the templates are at hand."""
_at_hand: OrderedDict[object, Templates] = OrderedDict()


def find_templates(theme: Theme, folder: str, filters: Mapping[str, tuple[type, ...]]) -> Templates:
    """Return the templates of a theme; see `Templates`.

    They are compiled once in a process: a preview fills the same ones after each save.
    """
    key = (folder, theme.fingerprint, frozenset(theme.files.items()))
    found = _at_hand.pop(key, None) or Templates(theme, folder, filters)
    _at_hand[key] = found
    if len(_at_hand) > _MOST:
        _at_hand.popitem(last=False)
    return found


class Templates:
    """The templates of one theme."""

    def __init__(self, theme: Theme, folder: str, filters: Mapping[str, tuple[type, ...]]) -> None:
        """Take the filters: methods that each text's tools have, and what types they take.

        `folder` is the theme's folder of templates that are filled with them.
        """
        self._theme = theme
        self._folder = folder
        self._environment = Environment(theme, CodeCache(f"{folder} {sorted(filters)}"))
        for name, wanted in filters.items():
            self._environment.filters[name] = _filter(name, wanted)
        self._unreadable: dict[str, tuple[Diagnostic, ...]] = {}

    def compile_all(self) -> Iterator[Diagnostic]:
        """Read all templates, and list what of them cannot be read."""
        for name in self._list_names(self._theme.files):
            yield from self.compile(name).diagnostics

    def check(self, lang: str) -> Iterator[Diagnostic]:
        """List what is wrong with any template before it is filled; `lang` is the site's."""
        yield from self.compile_all()
        words = self._theme.words_in(lang)
        for name in self._list_names(self._theme.own_files):
            yield from check_source(self._theme, name, self._environment, words)

    def _list_names(self, files: Iterable[str]) -> Iterator[str]:
        return (name for name in files if name.startswith(self._folder) and name.endswith(".html"))

    def list_used(self, name: str) -> list[str]:
        """List where the theme's own templates are that a template is, extends or includes."""
        own = {*self._theme.own_files.values()}
        return [path for path in list_used(name, self._environment) if path in own]

    def find_doubtful(self) -> Iterator[Diagnostic]:
        """List what in the theme's own templates is shown nowhere, or leads nowhere."""
        yield from find_idle_blocks(self._theme, self._environment)
        for name in self._list_names(self._theme.own_files):
            yield from check_addresses(self._theme, name)
            yield from check_vain(self._theme, name, self._environment)

    def compile(self, name: str) -> Checked[jinja2.Template]:
        """Read a template; `theme-error` where that cannot be done."""
        if name in self._unreadable:
            return Checked(None, self._unreadable[name])
        try:
            return Checked(self._environment.get_template(name))
        except jinja2.TemplateError as error:
            self._unreadable[name] = (self._report(error, name),)
            return Checked(None, self._unreadable[name])

    def render(
        self,
        name: str,
        context: Mapping[str, object],
        tools: object,
        witness: Witness | None = None,
    ) -> Checked[str]:
        """Fill a template; `theme-error` where it cannot be.

        `tools` has the filters as methods, for this one text, and `witness` notes what is done with
        a sample. What digest itself does wrong is raised.
        """
        compiled = self.compile(name)
        if compiled.value is None:
            return Checked(None, compiled.diagnostics)
        filling = Filling(tools, witness)
        try:
            text = compiled.value.render({**context, FILLING: filling})
            _check_text(text)
        except FileError:
            # one of the templates that this one asks for
            raise
        except Exception as error:  # noqa: BLE001 -- a template may raise anything
            return Checked(None, (self._report(error, name, context),))
        finally:
            filling.end()
        if not _without_comments(text):
            hint = "write what it shows, or take the file away"
            empty = TemplateMistakeError("the template shows nothing", hint)
            return Checked(None, (self._report(empty, name),))
        return Checked(text)

    def _report(self, error: Exception, name: str, known: Collection[str] = ()) -> Diagnostic:
        return report_mistake(error, self._theme, name, self._environment.filters, known)


def _without_comments(text: str) -> str:
    """Return a text less the comments that it begins with, and blanks."""
    text = text.strip()
    while text.startswith("<!--"):
        text = text.partition("-->")[2].strip()
    return text


def _check_text(text: str) -> None:
    """Refuse what no page may have. Raises TemplateMistakeError."""
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise TemplateMistakeError(f"the template prints half a character, {half}") from None
    # several times as fast as to search each page
    if len(data.translate(None, _CONTROLS)) < len(data) and (found := UNPRINTABLE.search(text)):
        raise TemplateMistakeError(f"the template prints {name_control(found[0])}")


_CONTROLS = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
"""Of ASCII what is `UNPRINTABLE`."""


def _filter(name: str, wanted: tuple[type, ...]) -> Callable[..., object]:
    """Return a filter that the page's tools have; `wanted` are the types of what it takes."""
    first = wanted[0]

    # with the context asked for, Jinja does not work out `"paper.css" | asset` when it
    # compiles the template, once for all pages
    @jinja2.pass_context
    def call(context: Context, value: object, *more: object, **named: object) -> object:
        if named:
            message = f"'{name}' takes values without names"
            raise TemplateMistakeError(message, f"take '{next(iter(named))}=' away")
        if more or not isinstance(value, first):
            _check_values(name, wanted, (value, *more))
        if context.filling.witness:
            context.filling.witness.see_filtered(name, value)
        return getattr(context.filling.tools, name)(value, *more)

    return call


def _check_values(name: str, wanted: tuple[type, ...], values: tuple[object, ...]) -> None:
    """Refuse what a filter does not take. Raises TemplateMistakeError."""
    for value, kind in zip(values, wanted, strict=False):
        if not isinstance(value, (int, float) if kind is float else kind):
            message = f"'{name}' takes {name_kind(kind)} here, and this is {name_kind(value)}"
            hint = "ask first whether it is there, with 'if'" if value is None else ""
            raise TemplateMistakeError(message, hint)
    if len(values) > len(wanted):
        raise TemplateMistakeError(f"'{name}' takes fewer values")

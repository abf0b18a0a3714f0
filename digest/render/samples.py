"""A theme tried out: its templates filled with samples of what pages show.

A newsletter has seldom a page of each kind, or one that shows all that a page may show. A sample
is made from the types of a view: one has something in every field, another nothing wherever a
field may be empty.
"""

from __future__ import annotations

import types
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.plain import Plain
from digest.render.mail import MailRenderer
from digest.render.web import WebRenderer
from digest.site.mailview import TEMPLATE, MailView
from digest.site.views import PeopleView, PersonView, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.theme import Theme
    from digest.site.views import SiteConstants

_TEXTS = {
    "accessed": "2022-03-02",
    "address": "editions/2022-03/",
    "canonical": "https://example.org/editions/2022-03/",
    "date": "2022-03-02",
    "issued": "2022-03-02",
    "original_date": "2022-03-02",
    "style": "superscript",
    "target": "editions/2022-03/",
    "url": "https://example.org/",
    "year": "2022",
}
"""What stands in fields whose form matters; a `kind` is `pdf`, and all else `text`."""
_FRAGMENT = ("<p>Text.</p>",)


class _Sampler:
    """Makes samples for one site, of pages that have everything, or as little as they may."""

    def __init__(self, lang: str, *, is_full: bool) -> None:
        self._texts = _TEXTS | {"lang": lang}
        self._is_full = is_full

    # one return a kind of type, and values of all of them
    def make(self, kind: Any, name: str = "") -> Any:  # noqa: ANN401, PLR0911
        """Return a value of the type `kind` for the field `name`."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Literal:
            return inner[0]
        if origin in {Union, types.UnionType}:
            return None if type(None) in inner and not self._is_full else self.make(inner[0], name)
        if origin is tuple:
            return tuple(self.make(one, name) for one in _members(inner[0])) * self._is_full
        if origin is dict:
            return {}
        if issubclass(kind, msgspec.Struct):
            return self._make_struct(kind)
        if kind is str:
            return "pdf" if name == "kind" else self._texts.get(name, "text")
        return kind(self._is_full)

    def _make_struct(self, kind: type[msgspec.Struct]) -> msgspec.Struct:
        hints = get_type_hints(kind)
        return kind(**{
            name: self.make(hints[name], name)
            for name in kind.__struct_fields__
            if get_origin(hints[name]) is not ClassVar
        })  # fmt: skip


def _members(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a type
    """Return the types of which a list may have values: one, or each of a union."""
    return get_args(kind) if get_origin(kind) in {Union, types.UnionType} else (kind,)


class Trial(msgspec.Struct, frozen=True):
    """What is wrong with a theme's templates: `theme-error`."""

    errors: frozenset[Diagnostic]
    """What cannot be read, or fails for pages that have everything."""
    warnings: frozenset[Diagnostic]
    """What fails only for pages that have as little as they may, lacks for some kind of page, or is
    shown nowhere."""


def try_theme(theme: Theme, constants: SiteConstants, *, has_people: bool = True) -> Trial:
    """Read all templates of a theme, and fill them with samples.

    One that is older than pages of people may lack these; `has_people` tells whether the site has
    any.
    """
    optional = () if has_people else (PersonView, PeopleView)
    web = WebRenderer(theme, constants, lambda _: _FRAGMENT)
    mail = MailRenderer(theme, constants, lambda _: _FRAGMENT, lambda _: Plain())

    def fill(*, is_full: bool) -> Iterator[Diagnostic]:
        sampler = _Sampler(constants.lang, is_full=is_full)
        for kind in get_args(View):
            is_needed = not is_full and kind not in optional
            if is_needed or f"web/{kind.kind}.html" in theme.files:
                yield from web.render(sampler.make(kind)).diagnostics
        if TEMPLATE in theme.files:
            view = sampler.make(MailView)
            # once in full, and once with its entries folded
            for folded in ((), ("text",)):
                yield from mail.write_html(view, folded).diagnostics

    errors = {*web.templates.check(), *mail.templates.check(), *fill(is_full=True)}
    warnings = {*fill(is_full=False), *web.templates.find_idle_blocks()}
    return Trial(frozenset(errors), frozenset(warnings))

"""Samples of what pages and mails show, made from the types of their views."""

from __future__ import annotations

import functools
import itertools
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

from digest.render.fold import list_entries
from digest.render.templates.witness import SampleHtml
from digest.site.views.cards import Markup
from digest.site.views.mail import MailView
from digest.site.views.parts import (
    CorrectionView,
    EntryView,
    FigureView,
    PapersBlock,
    ProseBlock,
    SectionView,
    Use,
)

if TYPE_CHECKING:
    from digest.site.views.pages import SiteConstants

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
_CALLED = {
    CorrectionView: "correction.",
    EntryView: "entry.",
    FigureView: "figure.",
    PapersBlock: "block.",
    ProseBlock: "block.",
    SectionView: "section.",
}
"""What templates call a part of a page that has fragments; those of the page itself stand alone."""
_KEPT = {"title", "url", "base_path", "lang", "options"}
"""What every site has."""


class Sampler:
    """Makes samples for one site, of pages that have everything, or as little as they may."""

    def __init__(self, lang: str, *, is_full: bool) -> None:
        self._texts = _TEXTS | {"lang": lang}
        self._is_full = is_full
        self._count = itertools.count(1)
        self.fragments: list[str] = []
        """The names of the fragments that were made: `entry.note#3` for a note, the third."""
        self.lists: set[str] = set()
        """The names of the fields that have lists, `entry.lead`."""
        self.kinds: dict[str, str] = {}
        """The kind of the parts that have a field, where a list has parts of several kinds."""
        self.sources: dict[str, tuple[str, ...]] = {}
        """By fragment, the fields that one goes through to it, `blocks`, `block.entries`."""
        self._within: tuple[str, ...] = ()

    def make_mail(self) -> MailView:
        """Return a mail in which each entry has a line for the list at its head."""
        mail: MailView = self.make(MailView)
        lines = {entry.anchor: "text" for entry in list_entries(mail.edition)}
        return msgspec.structs.replace(mail, lines=lines)

    def make_constants(self, constants: SiteConstants) -> SiteConstants:
        """Return what every page may use: what the site has not is there, or all that may lack."""
        hints = _hints_of(type(constants))
        made = {
            name: self.make(hints[name], name)
            for name in constants.__struct_fields__
            if name not in _KEPT and not (self._is_full and getattr(constants, name))
        }
        return msgspec.structs.replace(constants, **made)

    # one return a kind of type, and values of all of them
    def make(self, kind: Any, name: str = "", owner: str = "", place: int = 0) -> Any:  # noqa: ANN401, PLR0911
        """Return a value of the type `kind` for the field `name` of `owner`.

        `place` is where in a list it stands, from 0.
        """
        origin, inner = get_origin(kind), get_args(kind)
        if kind is Markup:
            return SampleHtml(f"<i>{name}</i>")
        if origin is Literal:
            return inner[0]
        if origin in {Union, types.UnionType}:
            if type(None) in inner and not self._is_full:
                return None
            return self.make(inner[0], name, owner)
        if origin is tuple:
            members = _members(inner[0]) if self._is_full else ()
            self.lists.add(f"{owner}{name}")
            return tuple(self.make(one, name, owner, at) for at, one in enumerate(members))
        if origin is dict:
            return {}
        if kind is Use:
            self.fragments.append(f"{owner}{name}#{next(self._count)}")
            self.sources[self.fragments[-1]] = self._within
            return Use(self.fragments[-1])
        if issubclass(kind, msgspec.Struct):
            return self._make_struct(kind, place, f"{owner}{name}")
        if kind is str:
            return self._make_text(name)
        return kind(place + 1 if name == "number" else self._is_full)

    def _make_struct(self, kind: type[msgspec.Struct], place: int, field: str) -> msgspec.Struct:
        hints = _hints_of(kind)
        owner, outer = _CALLED.get(kind, ""), self._within
        if owner:
            self._within = *outer, field
        if owner and hasattr(kind, "kind"):
            self.kinds |= {f"{owner}{name}": kind.kind for name in kind.__struct_fields__}
        made = kind(**{
            name: self.make(hints[name], name, owner, place)
            for name in kind.__struct_fields__
            if get_origin(hints[name]) is not ClassVar
        })  # fmt: skip
        self._within = outer
        return made

    def _make_text(self, name: str) -> str:
        if name == "anchor":
            return f"text-{next(self._count)}"
        return "pdf" if name == "kind" else self._texts.get(name, "text")


@functools.cache
def _hints_of(kind: type) -> dict[str, Any]:
    """Return what the fields of a view are, by their names."""
    return get_type_hints(kind, include_extras=True)


def _members(kind: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a type
    """Return the types of what a list has: two of one, or one of each of a union."""
    if get_origin(kind) in {Union, types.UnionType}:
        return get_args(kind)
    return (kind,) if kind is str else (kind, kind)

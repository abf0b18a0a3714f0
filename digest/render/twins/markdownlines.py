"""A line of Markdown, written again with everything in it filled in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from digest.basics import plain
from digest.render.pagecontext import NumberedCitations
from digest.render.spacing import Line
from digest.render.twins.escaping import code, escape_text, link, mark, math
from digest.site.views.parts import Use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.render.citationprinter import Item
    from digest.render.pagecontext import PageContext

_BREAK = "\\\n"
_Sign = (
    plain.Code
    | plain.Formula
    | plain.NoteMark
    | plain.Break
    | plain.Box
    | plain.Names
    | plain.Cited
)


class LinkedCitations(NumberedCitations):
    """Citations whose numbers lead to the references at the end of the same text."""

    comma = ", "

    def _link_several(self, items: Sequence[Item], text: str) -> str:
        number = self._reference(items[0]).number
        # of a range the ends are linked
        return link(escape_text(text), f"#ref-{number}") if number and text != "–" else text


class _Around(msgspec.Struct, frozen=True):
    """What stands around a part of a line."""

    is_marked: bool = False
    """Whether it is within emphasis of some kind."""
    before: str = ""
    """The character before it; nothing at the beginning of the line."""
    after: str = ""
    is_linked: bool = False
    """Whether it is within a link, in which no other may stand."""


class LineWriter:
    """Writes the lines of one page."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._citations = LinkedCitations(context.citations)
        self.use = Use("")
        """The fragment that is being written, on its page."""
        self.is_of_page = False
        """Whether what was written of it may be another on another page."""

    def write(self, inlines: plain.Inlines) -> str:
        """Return a line; where the editor wants it broken, it is."""
        if len(inlines) == 1 and isinstance(inlines[0], str):
            return escape_text(inlines[0]).strip()
        return self._write(inlines, _Around()).strip()

    def write_flat(self, inlines: plain.Inlines) -> str:
        """Return a text of one line, as a heading or a cell."""
        return self.write(inlines).replace(_BREAK, "<br>")

    def picture(self, picture: plain.Picture) -> str:
        """Return an image."""
        self.is_of_page |= picture.is_local
        source = self._context.source(picture)
        return "!" + link(escape_text(picture.alt), source, picture.title)

    def _write(self, inlines: plain.Inlines, around: _Around) -> str:
        made = Line()
        for index, part in enumerate(inlines):
            match part:
                case str():
                    made.add(escape_text(part))
                case plain.Marked():
                    before = made.text[-1:] or around.before
                    after = self._first(inlines[index + 1 : index + 2], around)
                    beside = msgspec.structs.replace(around, before=before, after=after)
                    made.add(self._mark(part, beside))
                case plain.Element():
                    self._element(made, part, around)
                case plain.Link():
                    self._link(made, part, around)
                case plain.Picture():
                    made.add(self.picture(part))
                case _:
                    self._sign(made, part, is_linked=around.is_linked)
        return made.text

    def _first(self, inlines: plain.Inlines, around: _Around) -> str:
        """Return the first character of what follows."""
        if inlines and isinstance(inlines[0], str):
            return inlines[0][:1]
        return self._write(inlines[:1], around)[:1] or around.after

    def _mark(self, part: plain.Marked, around: _Around) -> str:
        inner = self._within(part, msgspec.structs.replace(around, is_marked=True))
        return mark(part.sign, inner, around.before, around.after, is_nested=around.is_marked)

    def _within(self, part: plain.Marked | plain.Element | plain.Link, around: _Around) -> str:
        inner = self._write(part.inner, around)
        # a backslash would be read with the sign behind it
        return f"{inner.removesuffix(_BREAK)}<br>" if inner.endswith(_BREAK) else inner

    def _element(self, made: Line, part: plain.Element, around: _Around) -> None:
        # a tag is no space and no letter: what is within stands as at the end of a sentence
        inner = self._within(part, msgspec.structs.replace(around, before=">", after="<"))
        title = f' title="{escape(part.title)}"' if part.title else ""
        made.add(f"<{part.name}{title}>{inner}</{part.name}>")

    def _link(self, made: Line, part: plain.Link, around: _Around) -> None:
        text = self._within(part, _Around(around.is_marked, "[", "]", is_linked=True))
        self.is_of_page |= part.is_local
        address = self._context.lead(part, self.use)
        if around.is_linked or not text.strip():
            made.add(text)
        elif len(part.inner) == 1 and _is_same(str(part.inner[0]), address):
            made.add(f"<{address}>")
        else:
            made.add(link(text, address, part.title))

    def _sign(self, made: Line, part: _Sign, *, is_linked: bool) -> None:
        match part:
            case plain.Code():
                made.add(code(part.text))
            case plain.Formula():
                made.add(math(part.tex, "$$" if part.display else "$"))
            case plain.NoteMark():
                self.is_of_page = True
                letters, anchor = part.letters, f"#{self.use.prefix}fn-{part.letters}"
                made.add_apart(f"\\[{letters}\\]" if is_linked else f"[{link(letters, anchor)}]")
            case plain.Break():
                made.add(_BREAK)
            case plain.Box():
                made.add("[x] " if part.is_done else "[ ] ")
            case plain.Names():
                self.is_of_page = True
                made.add(escape_text(self._citations.names(part.key)))
            case plain.Cited():
                self.is_of_page = True
                made.add_apart(
                    self._citations.write(part, lambda words: self._write(words, _Around()))
                )


def _is_same(text: str, address: str) -> bool:
    """Tell whether a text is read again as typed where it stands as an address alone."""
    return text == address or ("%" not in text and text == unquote(address))

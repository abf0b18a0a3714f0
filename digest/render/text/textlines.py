"""A line of Markdown as plain text: marks and citations set apart, addresses in angle brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from digest.basics import plain
from digest.markdown.mathstyles import SCRIPTS
from digest.render.pagecontext import formula_text
from digest.render.spacing import Line
from digest.render.text.wrapping import BREAK, NO_BREAK, columns
from digest.site.views.parts import Use

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.render.pagecontext import NumberedCitations, PageContext

_SHORT = 24
"""Columns of a formula that is kept on one line."""


_Sign = (
    plain.Code
    | plain.Picture
    | plain.NoteMark
    | plain.Break
    | plain.Box
    | plain.Names
    | plain.Cited
)


class LineWriter:
    """Writes the lines of one page."""

    def __init__(
        self,
        context: PageContext,
        citations: NumberedCitations,
        words: Mapping[str, str],
    ) -> None:
        self._context = context
        self._citations = citations
        self._image_word = words.get("image", "Image")
        self.use = Use("")
        """The fragment that is being written; the page's own are all alike."""

    def write(self, inlines: plain.Inlines) -> str:
        """Return inline text, not wrapped yet."""
        return self._write(inlines, "")

    def picture(self, what: str, picture: plain.Picture, caption: str = "") -> str:
        """Return `[Figure: what it shows] caption <address>`."""
        address = f"<{self._context.source(picture)}>"
        return describe(what, picture.alt, caption, address)

    def _write(self, inlines: plain.Inlines, mark: str) -> str:
        made = Line()
        for part in inlines:
            if isinstance(part, str):
                made.add(part)
            elif isinstance(part, plain.Marked):
                self._mark(made, part, mark)
            elif isinstance(part, plain.Element):
                self._element(made, part, mark)
            elif isinstance(part, plain.Link):
                self._link(made, part, mark)
            elif isinstance(part, plain.Formula):
                self._formula(made, part)
            else:
                self._sign(made, part)
        return made.text

    def _sign(self, made: Line, part: _Sign) -> None:
        match part:
            case plain.Code():
                made.add(f"`{part.text.replace(' ', NO_BREAK)}`")
            case plain.Picture():
                made.add_apart(self.picture(self._image_word, part))
            case plain.NoteMark():
                made.add_apart(f"[{part.letters}]")
            case plain.Break():
                made.add(BREAK)
            case plain.Box():
                made.add("[x] " if part.is_done else "[ ] ")
            case plain.Names():
                made.add(self._citations.names(part.key))
            case plain.Cited():
                made.add_apart(self._citations.write(part, self.write))

    def _mark(self, made: Line, part: plain.Marked, mark: str) -> None:
        inner = self._write(part.inner, mark or part.sign)
        # two degrees of emphasis are one here
        sign = "~~" if part.sign == "~~" else "" if mark else "*"
        made.add(f"{sign}{inner}{sign}")

    def _element(self, made: Line, part: plain.Element, mark: str) -> None:
        is_emphasis = part.name == "mark"
        inner = self._write(part.inner, mark or (_SIGNS["mark"] if is_emphasis else ""))
        made.add(
            _set_element(part, inner, "" if mark and is_emphasis else _SIGNS.get(part.name, ""))
        )

    def _formula(self, made: Line, part: plain.Formula) -> None:
        text = formula_text(part.tex, display=part.display)
        if part.display:
            made.add(BREAK + text + BREAK)
        else:
            made.add(text.replace(" ", NO_BREAK) if columns(text) <= _SHORT else text)

    def _link(self, made: Line, part: plain.Link, mark: str) -> None:
        text = self._write(part.inner, mark)
        if part.again or (part.is_local and part.target.startswith("#")):
            # its address has been told, or what it leads to is in the same text
            made.add(text)
            return
        address = self._context.lead(part, self.use)
        shown = address.removeprefix("mailto:")
        leads, words = unquote(address), unquote(text)
        if words in {leads, leads.removeprefix("mailto:"), leads.removeprefix("http://")}:
            made.add_apart(f"<{shown}>")
        else:
            made.add(text)
            made.add_apart(f"<{shown}>")


_SIGNS = {"mark": "*", "u": "_", "ins": "_", "del": "~~"}
"""What stands around an element's words; those of others stand as they are."""


def _set_element(element: plain.Element, text: str, sign: str) -> str:
    """Return what an element says; `text` are its words, between two of a sign."""
    if element.name in SCRIPTS:
        return SCRIPTS[element.name](text)
    return f"{sign}{text}{sign}" + (f" ({element.title})" if element.title else "")


def describe(what: str, alt: str, caption: str, address: str) -> str:
    """Return `[Figure: what it shows] caption <address>`."""
    shown = f"[{what}: {alt}]" if alt else f"[{what}]"
    return " ".join(part for part in (shown, caption, address) if part)

"""What templates do while a sample is tried with them: which fragments they print, and where."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.render.templates.mistakes import find_column, read_line
from digest.settings.bundled import bundled_themes
from digest.site.views.parts import Use

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import FrameType

    from digest.settings.theme import Theme


class SampleHtml(str):
    """A sample of finished HTML, which is known again where it is printed as a text."""

    __slots__ = ()


class Witness:
    """Notes what the templates of a theme do while one sample is filled in."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.printed: set[str] = set()
        """The fragments that were printed, by the names that the sample gave them."""
        self.doubts: list[Diagnostic] = []
        self._places: dict[str, tuple[str, int]] = {}
        """Where each fragment was printed first: a file on this machine, and a line."""

    def see_filtered(self, name: str, value: object) -> None:
        """Note that a filter of digest's is given a value."""
        if name != "prose" or not isinstance(value, Use):
            return
        field = value.hash.partition("#")[0]
        if value.hash in self.printed:
            path, line = self._places[value.hash]
            first = f"line {line} of {self._theme.labels[path]}"
            message = f"'{field}' is printed a second time: {first} has it already"
            hint = "print every fragment once, or its ids and citations are there twice"
            self._doubt(message, hint, field.rpartition(".")[2])
        else:
            self._places[value.hash] = self._find_line()
        self.printed.add(value.hash)

    def find_part(self, owner: str, among: Collection[str]) -> tuple[str, int, str] | None:
        """Return where a fragment of a part was printed, in one of some files.

        `owner` is what views call the part, as `section`, and empty for the page; returned are a
        file on this machine, a line, and what the template calls the part there, as `one`.
        """
        for name, (path, line) in self._places.items():
            before, _, field = name.partition("#")[0].rpartition(".")
            if before == owner and path in among:
                # what a macro printed is called something only there
                said = re.search(rf"([\w.]+)\.{field}\b", read_line(path, line).text)
                if said or not owner:
                    return path, line, said[1] if said and owner else ""
        return None

    def see_printed(self, value: object) -> None:
        """Doubt what can be printed and is hardly meant to be."""
        if isinstance(value, bool):
            self._doubt("this is true or false, and is printed as a text", "ask for it with 'if'")
        elif isinstance(value, SampleHtml):
            field = re.sub("<.*?>", "", value)
            message = f"'{field}' is finished HTML, and its tags are shown as text"
            self._doubt(message, "print it with '| safe'", field)

    def see_loop(self, items: object) -> None:
        """Doubt a loop through the letters of a text."""
        if isinstance(items, str):
            message = "this is a text, and the loop goes through its letters"
            self._doubt(message, "go through a list, or print the text", "for")

    def _doubt(self, message: str, hint: str, word: str = "") -> None:
        path, line = self._find_line()
        column = find_column(read_line(path, line).text, f"'{word}'" if word else "")
        label = self._theme.labels[path]
        self.doubts.append(Diagnostic(label, line, column, "theme-error", message, hint))

    def _find_line(self) -> tuple[str, int]:
        """Return where in the theme's templates one is: a line of one's own, if there is one."""
        lines = [*self._list_lines()]
        bundled = f"{bundled_themes()}/"
        return next((one for one in lines if not one[0].startswith(bundled)), lines[0])

    def _list_lines(self) -> list[tuple[str, int]]:
        """List the lines of templates that are being worked out, the innermost first."""
        found: list[tuple[str, int]] = []
        frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 -- what `inspect` itself uses
        while frame is not None:
            path = frame.f_code.co_filename
            template = frame.f_globals.get("__jinja_template__")
            if template is not None and path in self._theme.labels:
                found.append((path, template.get_corresponding_lineno(frame.f_lineno)))
            frame = frame.f_back
        return found

"""What pages load of a site's own theme: style sheets and what these load, typefaces, pictures."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from digest.basics.diagnostics import Diagnostic
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import did_you_mean
from digest.settings.theme import read_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.settings.theme import Theme

_LOADED = lazy_regex(
    r"""(?x) (?: url\( \s* ["']? | @import \s+ ["'] )
    (?! [a-z][a-z0-9+.-]*: | [/#] )  (?P<path> [^\s"')?#]+ )""",
    re.IGNORECASE,
)
"""An address that a style sheet loads, if it is one beside it."""


_PICTURE = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")
"""How one begins: browsers show it by that, whatever its name ends in."""
_BEGINNINGS = {
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "webp"), _PICTURE),
    "woff2": (b"wOF2",),
    "woff": (b"wOFF",),
    "ttf": (b"\0\1\0\0", b"true", b"OTTO"),
    "otf": (b"OTTO", b"\0\1\0\0"),
}
"""How a file begins: WOFF 2.0 and 1.0, "Header"; OpenType, "Table directory"."""
_SIZED = ("woff2", "woff")
"""Of these, the ninth to twelfth byte is how long the file is."""


def check_loaded(theme: Theme) -> Iterator[Diagnostic]:
    """Report what browsers cannot read of what pages load of the theme: `theme-error`."""
    for name, place in theme.own_files.items():
        ending = name.rpartition(".")[2].lower()
        if name.startswith("static/") and ending in {*_BEGINNINGS, "css"}:
            data, label = Path(place).read_bytes(), theme.labels[place]
            if ending != "css":
                yield from _check_beginning(label, ending, data)
            elif _is_utf8(data):
                yield from _check_style(theme, name, place)
            else:
                message, hint = "the style sheet is not UTF-8", "save it as UTF-8"
                yield Diagnostic(label, 1, 1, "theme-error", message, hint)


def _is_utf8(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False


def _check_beginning(label: str, ending: str, data: bytes) -> Iterator[Diagnostic]:
    is_whole = ending not in _SIZED or int.from_bytes(data[8:12]) == len(data)
    if not data.startswith(_BEGINNINGS[ending]) or not is_whole:
        message = f"this is no file of the form '{ending}', or not a whole one"
        yield Diagnostic(label, 1, 1, "theme-error", message, "copy it again, or take it away")


def _check_style(theme: Theme, name: str, place: str) -> Iterator[Diagnostic]:
    """Report what a style sheet loads from beside it, and is not there."""
    text, folder = read_code(place), posixpath.dirname(name)
    near = {posixpath.relpath(one, folder) for one in theme.files if one[:7] == "static/"}
    for found in _LOADED.finditer(text):
        path = posixpath.normpath(posixpath.join(folder, unquote(found["path"])))
        if path in theme.files:
            continue
        start = found.start("path")
        line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        message, hint = f"the theme has no file '{path}'", did_you_mean(found["path"], near)
        yield Diagnostic(theme.labels[place], line, column, "theme-error", message, hint)

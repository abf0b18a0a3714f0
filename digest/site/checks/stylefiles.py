"""What the style sheets of a site's own theme load, and the theme has not."""

from __future__ import annotations

import posixpath
import re
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


def check_styles(theme: Theme) -> Iterator[Diagnostic]:
    """Report what a style sheet loads from beside it, and is not there: `theme-error`."""
    for name, place in theme.own_files.items():
        if not name.startswith("static/") or not name.endswith(".css"):
            continue
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

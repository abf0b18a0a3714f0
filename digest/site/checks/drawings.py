"""What is said of drawings of which something is left out where they are published.

Whoever opens a drawing at its own address would have its scripts run there, and have other sites
told of it; in a page no browser does either. What is in static/ is published as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.diagnostics import Diagnostic
from digest.basics.scripts import find_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.scripts import Scripts
    from digest.settings.theme import Theme


def check_drawing(path: str, scripts: Scripts) -> Iterator[Diagnostic]:
    """Report what is left out of a drawing, or that it cannot be cleaned; `path` names it."""
    if taken := scripts.taken:
        more = f" and {scripts.others} more are" if scripts.others else " is"
        message = f"'{taken.what}'{more} left out of the drawing where it is published"
        hint = "take it out, or publish the drawing from static/, as it is, if it has to run it"
        if not taken.can_run:
            hint = "put what it loads into the drawing itself: drawing programs call it to embed"
        yield Diagnostic(path, taken.line, taken.column, "svg-cleaned", message, hint)
    elif scripts.named:
        message = f"{scripts.named} may run scripts, and the drawing cannot be cleaned"
        hint = "save it as plain SVG, in UTF-8 and without entities, or as a PNG"
        yield Diagnostic(path, 1, 1, "svg-unsafe", message, hint)


def check_theme_drawings(theme: Theme) -> Iterator[Diagnostic]:
    """Report the same of the drawings that a theme publishes and that did not come with digest."""
    for name, at in theme.own_files.items():
        if name.startswith("static/") and name.lower().endswith(".svg"):
            yield from check_drawing(theme.labels[at], find_scripts(theme.read(at), name))

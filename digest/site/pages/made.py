"""What is made of an edition or a free page, before a theme renders it."""

from __future__ import annotations

import msgspec

from digest.basics.diagnostics import Diagnostic, Place
from digest.basics.works import Work
from digest.site.pages.following import Doubtful
from digest.site.views.pages import View


class MadePage(msgspec.Struct, frozen=True):
    """A page, and the source that messages about it name."""

    view: View
    source: str
    place: Place | None = None
    """Where the alias was typed that the page stands at, if it does."""


class MadeUnit(msgspec.Struct, frozen=True):
    """The pages of an edition or of a free page, and the files that they show or link to."""

    pages: tuple[MadePage, ...] = ()
    files: dict[str, str] = {}
    """From the address of a file to its path below the site's root."""
    variants: dict[str, str] = {}
    """The same for the other formats and sizes of pictures."""
    elsewhere: dict[str, Place] = {}
    """From the address of an image elsewhere to where it is shown first."""
    works: tuple[Work, ...] = ()
    """What an edition covers and cites; in reading order, each once. What has no record is not
    among them: nothing true could be said of it."""
    doubtful: tuple[Doubtful, ...] = ()
    """Links that lead to no page, and may lead to something else that is published."""
    diagnostics: tuple[Diagnostic, ...] = ()

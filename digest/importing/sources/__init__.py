"""From the files of an archive to its posts: one file a source, and the table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.importing.sources.beehiiv import BEEHIIV
from digest.importing.sources.buttondown import BUTTONDOWN
from digest.importing.sources.feeds import FEED
from digest.importing.sources.ghost import GHOST
from digest.importing.sources.hugo import HUGO
from digest.importing.sources.jekyll import JEKYLL
from digest.importing.sources.markdown import MARKDOWN_FILES
from digest.importing.sources.medium import MEDIUM
from digest.importing.sources.paperlist import PAPER_LISTS
from digest.importing.sources.pelican import PELICAN
from digest.importing.sources.quarto import QUARTO
from digest.importing.sources.savedpage import SAVED_PAGE
from digest.importing.sources.substack import SUBSTACK
from digest.importing.sources.text import TEXT
from digest.importing.sources.wordpress import WORDPRESS
from digest.importing.sources.zola import ZOLA

if TYPE_CHECKING:
    from digest.importing.files import Files
    from digest.importing.sources.source import Source

SOURCES: tuple[Source, ...] = (
    # an export has tables with names of its own
    *(SUBSTACK, BEEHIIV, BUTTONDOWN),
    *(ZOLA, HUGO, QUARTO, PELICAN, JEKYLL),
    *(MEDIUM, WORDPRESS, GHOST, FEED, SAVED_PAGE),
    *PAPER_LISTS,
    *(MARKDOWN_FILES, TEXT),
)
"""What can be imported. The first that matches is taken: what is narrower stands first."""


def find_source(files: Files) -> Source | None:
    """Return what the files are an export of, or None."""
    return next((one for one in SOURCES if one.matches(files)), None)

"""Who has a page: the authors of two covered papers or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.site.addresses import author_address
from digest.site.index import Exporter, Exports, Index, decode
from digest.site.runs import Listed, Run

if TYPE_CHECKING:
    from digest.site.index import Imports

FEWEST = 2
"""As many published entries as give an author a page."""


class AuthorPages:
    """The addresses of the authors who have a page, by the name as a slug."""

    def __init__(self, imports: Imports) -> None:
        self._imports = imports

    def find(self, slug: str) -> str:
        """Return an author's address; empty where there is no page."""
        has_page = slug and self._imports.has("author-page", slug)
        return author_address(slug) if has_page else ""


def export_author_pages(index: Index, changed: set[str]) -> Exports:
    """Return which authors have a page, by the name as a slug.

    Looked at are those whose papers have `changed`; of others is so what was so before.
    """
    exporter = Exporter()
    for slug in sorted({*changed, *index.keys("author-page")}):
        runs = index.values("author", slug).values() if slug in changed else ()
        # nearly all have one paper, or two of two editions
        if (
            slug not in changed
            or len(runs) >= FEWEST
            or sum(len(decode(run, Run[Listed]).items) for run in runs) >= FEWEST
        ):
            exporter.add("author-page", slug, None)
    return exporter.exports

"""What an edition's page shows one after another, and its contents, which list that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Prose
from digest.site.pages.entries import put_entry
from digest.site.pages.placement import Papers, Placed
from digest.site.views.parts import (
    Contents,
    EditionBlock,
    PapersBlock,
    ProseBlock,
    ReferencesBlock,
    Use,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.editions import Edition
    from digest.settings.config import Settings
    from digest.site.join import CoveredEntry
    from digest.site.pages.compose import PageText
    from digest.site.pages.naming import Namer
    from digest.site.views.parts import EntryView

_OUTLINE = 2
"""The level of the headings that a page's contents list."""


def put_sponsors(edition: Edition, page: PageText) -> Iterator[Use]:
    """Put on a page what is said of an edition's sponsors, below a heading of its own."""
    for number, sponsor in enumerate(edition.sponsors, start=1):
        # the ids of each are its own, and so are the marks of its footnotes
        like = Use("", f"sponsor-{number}.", 1, rel="sponsored")
        yield from page.use_field(sponsor, edition.path, like)


class BlockMaker:
    """Makes the blocks of editions' pages."""

    def __init__(self, settings: Settings, namer: Namer) -> None:
        self._settings = settings
        self._namer = namer

    def make(
        self,
        edition: Edition,
        layout: Iterable[Placed],
        page: PageText,
        ids: Use,
        describe: Callable[[CoveredEntry], EntryView],
    ) -> tuple[list[EditionBlock], list[Contents]]:
        """Return what the page shows, in order, and the lines of its contents.

        `layout` is what the edition's directives place, and `ids` is how its own text is used;
        `describe` returns an entry without its texts.
        """
        blocks: list[EditionBlock] = []
        contents: list[Contents] = []
        # of the titles of entries: one below the heading before them
        level = 2
        for one in layout:
            if isinstance(one, Prose):
                body = page.use(one.fragment, edition.path, ids)
                if body:
                    blocks.append(ProseBlock(body))
                if one.headings:
                    level = min(max(one.headings[-1].level, 2) + 1, 5)
                contents += self._list_headings(one, edition, page.lang, ids)
            elif isinstance(one, Papers):
                entries = tuple(
                    put_entry(
                        describe(covered),
                        covered,
                        page,
                        self._settings,
                        prefix=f"{covered.entry.slug}.",
                        level=level,
                    )
                    for covered in one.entries
                )
                blocks.append(PapersBlock(entries, level))
                outline = 1 if level == _OUTLINE else 2
                contents += (
                    Contents(view.anchor, view.name or view.title_text, view.number, outline)
                    for view in entries
                )
            else:
                blocks.append(ReferencesBlock())
        return blocks, contents

    def _list_headings(
        self, prose: Prose, edition: Edition, lang: str, ids: Use
    ) -> Iterator[Contents]:
        for heading in prose.headings:
            text = " ".join(self._namer.fill(heading.text, edition.id, lang).split())
            if heading.level <= _OUTLINE and text:
                yield Contents(ids.id_of(heading.anchor), text, 0, 1)

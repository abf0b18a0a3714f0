"""Views to Markdown twins: which writer writes which kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digest.basics.diagnostics import Checked
from digest.render.twins import listpages, papers, people
from digest.render.twins.llms import write_llms
from digest.render.twins.pagewriter import PageWriter, assemble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.basics.plain import Plain
    from digest.render.twins.pagewriter import Part, Shared
    from digest.settings.theme import Theme
    from digest.site.twins import LlmsView
    from digest.site.views.pages import SiteConstants, View

_WRITERS: dict[str, Callable[[Any, PageWriter], Iterator[Part]]] = {
    "home": listpages.write_home,
    "edition": papers.write_edition,
    "entry": papers.write_entry,
    "archive": listpages.write_archive,
    "tags": listpages.write_tags,
    "tag": listpages.write_tag,
    "author": listpages.write_author,
    "person": people.write_person,
    "people": people.write_people,
    "page": listpages.write_page,
    "llms": write_llms,
}


class TwinRenderer:
    """Renders the twins of one site. Of a theme they have its words."""

    def __init__(
        self, theme: Theme, constants: SiteConstants, plain: Callable[[str], Plain]
    ) -> None:
        self._theme = theme
        self._constants = constants
        self._plain = plain
        self._shared: Shared = {}

    def render(self, view: View | LlmsView) -> Checked[bytes]:
        """Return a page's twin; there is always one."""
        words = self._theme.words_in(view.page.lang)
        writer = PageWriter(view, self._constants, words, self._plain, self._shared)
        written = _WRITERS[view.kind](view, writer)
        # llms.txt is no page
        foot = () if view.kind == "llms" else writer.foot()
        return Checked(assemble((*written, *foot)).encode())

"""Views to Markdown twins: which writer writes which kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from digest.basics.diagnostics import Checked
from digest.render.twins import lists, papers
from digest.render.twins.desk import Desk, assemble
from digest.render.twins.llms import write_llms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.basics.plain import Plain
    from digest.render.twins.desk import Part
    from digest.settings.theme import Theme
    from digest.site.twins import LlmsView
    from digest.site.views import SiteConstants, View

_WRITERS: dict[str, Callable[[Any, Desk], Iterator[Part]]] = {
    "home": lists.write_home,
    "edition": papers.write_edition,
    "entry": papers.write_entry,
    "archive": lists.write_archive,
    "tags": lists.write_tags,
    "tag": lists.write_tag,
    "author": lists.write_author,
    "page": lists.write_page,
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

    def render(self, view: View | LlmsView) -> Checked[bytes]:
        """Return a page's twin; there is always one."""
        words = self._theme.words_in(view.page.lang)
        desk = Desk(view, self._constants, words, self._plain)
        return Checked(assemble(_WRITERS[view.kind](view, desk)).encode())

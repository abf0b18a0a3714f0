"""The Markdown twin beside each page, and `llms.txt`, which leads to the newest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import msgspec

from digest.site.addresses import twin_address
from digest.site.views.pages import HomeView, NotFoundView, RedirectView

if TYPE_CHECKING:
    from digest.site.views.pages import View
    from digest.site.views.parts import Page


class LlmsView(msgspec.Struct, frozen=True):
    """`/llms.txt`: what the home page shows, for programs that read text."""

    kind: ClassVar[str] = "llms"
    home: HomeView

    @property
    def page(self) -> Page:
        """What every page has."""
        return self.home.page


def list_twins(view: View) -> tuple[tuple[str, View | LlmsView], ...]:
    """Return what a page has in Markdown: the addresses, and what is shown there.

    All of it depends on what the page depends on. A page for what is not there, or not any more,
    has nothing.
    """
    if isinstance(view, NotFoundView | RedirectView):
        return ()
    twin = (twin_address(view.page.address), view)
    return (twin, ("llms.txt", LlmsView(view))) if isinstance(view, HomeView) else (twin,)

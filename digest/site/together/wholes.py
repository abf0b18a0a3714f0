"""What is made of all editions together: lists, feeds, the files for crawlers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.settings.sitefile import SITE_FILE
from digest.site.checks.doubts import check_tags
from digest.site.everypage.footer import find_links
from digest.site.everypage.menu import make_menu
from digest.site.everypage.scripts import check_scripts
from digest.site.everypage.subscribing import check_subscribe, make_subscribe_page
from digest.site.exported import export_footer
from digest.site.neighbours import list_editions
from digest.site.pages.corrections import check_names
from digest.site.pages.made import MadePage
from digest.site.people.credits import check_editors, has_list
from digest.site.sharing.sharing import share
from digest.site.together.feeds import FeedMaker
from digest.site.together.lists import ListMaker
from digest.site.together.redirects import make_redirects
from digest.site.together.sitemap import plan_site_files
from digest.site.together.staticfiles import plan_static
from digest.site.unitpages import MadeOutputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.fragments import Fragment
    from digest.settings.config import Settings
    from digest.settings.theme import Theme
    from digest.site.index import Imports, Index
    from digest.site.outputs import Output
    from digest.site.together.feeds import ComposedEdition
    from digest.site.unitpages import UnitMaker
    from digest.site.views.pages import TagView, View

OF_EVERY_PAGE = ("theme", "marks", "footer", "menu")
"""The ids of those that make what every page may show."""
_OF_EVERY_SITE = (
    *("home", "archive", "tags", "not-found", "subscribe"),
    *("people", "feeds", "crawlers", "static", "scripts", "redirects", "sent"),
    *OF_EVERY_PAGE,
)
KINDS = ("tag", "author-page")
"""The kinds of names of which each has a unit of its own."""


def list_wholes(index: Index, settings: Settings) -> Iterator[str]:
    """List the ids of all units that are made of editions together."""
    yield from _OF_EVERY_SITE
    yield from (f"tag {address}" for address in sorted(index.keys("tag")))
    yield from (f"author {slug}" for slug in sorted(index.keys("author-page")))
    yield from (f"person {person.id}" for person in settings.people)


class WholeMaker:
    """Makes what is made of all editions together."""

    def __init__(
        self,
        settings: Settings,
        theme: Theme,
        imports: Imports,
        maker: UnitMaker,
        footer: Fragment | None,
        compose: Callable[[str], ComposedEdition],
    ) -> None:
        """`compose` returns an edition with its page at an address, its own or an entry's."""
        self.settings = settings
        self.imports = imports
        self.footer = footer
        self.planner = maker.planner
        words = theme.words_in(settings.lang)
        self.lists = ListMaker(settings, words, imports)
        self.people = maker.make_people(words)
        self.targets = maker.targets
        self._plan_pages = maker.plan
        self.feeds = FeedMaker(settings, theme, maker.planner.constants, compose)

    def make(self, id_: str) -> MadeOutputs:
        """Make the outputs of a unit by its id."""
        kind, _, key = id_.partition(" ")
        wholes: dict[str, Callable[[], MadeOutputs]] = {
            "static": self._static,
            "footer": self._footer,
            "menu": self._menu,
            "marks": self._marks,
            "redirects": self._redirects,
            "people": self._people,
            "person": lambda: self._plan_pages(self.people.make_person(key)),
        }
        if kind in wholes:
            return wholes[kind]()
        checks: dict[str, Callable[[], Iterable[Diagnostic]]] = {
            "tags": lambda: check_tags(self.imports),
            "subscribe": lambda: check_subscribe(self.settings, self.imports),
            "scripts": lambda: check_scripts(self.settings, self.imports),
            "sent": lambda: check_names(self.imports),
        }
        found = tuple(checks[id_]()) if id_ in checks else ()
        return MadeOutputs(tuple(self._plan(kind, key)), diagnostics=found)

    def _footer(self) -> MadeOutputs:
        """Make what the text at the foot of every page leads to."""
        led = find_links(self.footer, self.settings, self.imports)
        files = self.planner.files(led.files)
        exports = export_footer(self.footer)
        return MadeOutputs(files.value, exports, (*led.found, *files.diagnostics), led.doubtful)

    def _menu(self) -> MadeOutputs:
        """Make what the menu leads to."""
        menu = make_menu(self.settings, self.imports)
        files = self.planner.files(menu.files)
        return MadeOutputs(files.value, {}, (*menu.found, *files.diagnostics), menu.doubtful)

    def _plan(self, kind: str, key: str) -> Iterable[Output]:
        lists, planner = self.lists, self.planner
        plans: dict[str, Callable[[], Iterable[Output]]] = {
            "home": lambda: self._list(lists.home()),
            "archive": lambda: self._list(lists.archive()),
            "tags": lambda: self._list(lists.tags()),
            "not-found": lambda: self._list(lists.lost()),
            "subscribe": self._subscribe,
            "tag": lambda: self._tag(key),
            "author": lambda: self._list(lists.author(key)),
            "feeds": self._feeds,
            "crawlers": lambda: plan_site_files(self.imports, self.settings),
            "theme": planner.theme_files,
            "scripts": tuple,
            "sent": tuple,
        }
        return plans[kind]()

    def _static(self) -> MadeOutputs:
        static = plan_static(self.imports, self.planner)
        return MadeOutputs(static.value, diagnostics=static.diagnostics)

    def _marks(self) -> MadeOutputs:
        made = self.planner.find_marks()
        return MadeOutputs(made.outputs, diagnostics=made.diagnostics)

    def _redirects(self) -> MadeOutputs:
        made = make_redirects(self.settings, self.targets)
        outputs = tuple(self.planner.pages(made.pages))
        return MadeOutputs(outputs, {}, made.diagnostics, made.doubtful)

    def _people(self) -> MadeOutputs:
        """Plan the page of all people, where there is one; names are checked in any case."""
        found = tuple(check_editors(self.settings))
        if not has_list(self.settings, self.imports):
            return MadeOutputs(diagnostics=found)
        made = self._plan_pages(self.people.make_list())
        return msgspec.structs.replace(made, diagnostics=(*found, *made.diagnostics))

    def _list(self, view: View) -> Iterator[Output]:
        page = MadePage(share(view, self.settings), SITE_FILE)
        return self.planner.pages([page])

    def _subscribe(self) -> Iterator[Output]:
        page = make_subscribe_page(self.settings, self.lists.words, self.imports)
        return self._list(page) if page else iter(())

    def _tag(self, address: str) -> Iterator[Output]:
        view: TagView = self.lists.tag(address)
        yield from self._list(view)
        for card in view.entries[: self.settings.feed_items]:
            self.imports.has("made", card.address)
        yield self.feeds.plan_tag(view)

    def _feeds(self) -> Iterator[Output]:
        newest = list_editions(self.imports)[::-1][: self.settings.feed_items]
        for card in newest:
            self.imports.has("made", card.address)
        return self.feeds.plan_site(card.id for card in newest)

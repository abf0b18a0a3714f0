"""The site's menu: the one that every site has, or what `menu:` in site.yaml lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic
from digest.basics.text import did_you_mean
from digest.settings.furnitureconfig import MENU_WORDS, is_outer
from digest.settings.sitefile import SITE_FILE
from digest.site.addresses import PEOPLE, SUBSCRIBE, is_static, person_address
from digest.site.links.targets import Broken, make_targets
from digest.site.pages.following import Doubtful
from digest.site.people.credits import has_list
from digest.site.views.pages import MenuItem

if TYPE_CHECKING:
    from digest.settings.config import Settings
    from digest.settings.furnitureconfig import MenuEntry
    from digest.site.index import Imports
    from digest.site.links.targets import Targets


class Menu(msgspec.Struct, frozen=True):
    """A menu, and what is wrong with it."""

    items: tuple[MenuItem, ...]
    files: tuple[str, ...] = ()
    """The paths of files that are published only because it leads to them."""
    found: tuple[Diagnostic, ...] = ()
    doubtful: tuple[Doubtful, ...] = ()


def make_menu(settings: Settings, imports: Imports) -> Menu:
    """Make the menu, of pages that are published."""
    if settings.menu is None:
        return Menu(_make_usual(settings, imports))
    maker = _MenuMaker(settings, imports)
    items = tuple(item for entry in settings.menu if (item := maker.find(entry)))
    return Menu(items, tuple(maker.files), tuple(maker.found), tuple(maker.doubtful))


def list_pages(imports: Imports) -> tuple[MenuItem, ...]:
    """List the free-standing pages for a menu, less those in folders: others lead to these."""
    every = (item for _, item in imports.every("menu", MenuItem))
    return tuple(item for item in every if item.address.count("/") == 1)


def _make_usual(settings: Settings, imports: Imports) -> tuple[MenuItem, ...]:
    """Make the menu of a site that names none: the lists, the free-standing pages, the form."""
    pages = list_pages(imports)
    lists = [one for word in MENU_WORDS if (one := _find_word(word, settings, imports))]
    known = {page.address for page in pages}
    first = (one for one in lists if one.word != "subscribe")
    # a page of one's own on how to subscribe is among them already
    last = (one for one in lists if one.word == "subscribe" and one.address not in known)
    return (*first, *pages, *last)


def _find_word(word: str, settings: Settings, imports: Imports) -> MenuItem | None:
    """Return the page that digest makes by itself; None where the site has none yet."""
    if word == "archive":
        return MenuItem("", "archive/", word)
    if word == "tags":
        return MenuItem("", "tags/", word) if imports.any("tag") else None
    if word == "people":
        return _find_people(settings, imports)
    if settings.has_subscribe_page:
        return MenuItem("", SUBSCRIBE, word)
    return MenuItem("", settings.subscribe.url, word) if settings.subscribe else None


def _find_people(settings: Settings, imports: Imports) -> MenuItem | None:
    """Return the page of all people, or that of the only one; None where the site has none."""
    if has_list(settings, imports):
        return MenuItem("", PEOPLE, "people")
    if len(settings.people) != 1 or imports.has("address", PEOPLE):
        return None
    (person,) = settings.people
    return MenuItem(person.name, person_address(person.id))


_OTHER_WORDS = {
    "topics": "tags",
    "categories": "tags",
    "editions": "archive",
    "issues": "archive",
    "team": "people",
    "editors": "people",
    "newsletter": "subscribe",
}
"""What else the pages that digest makes are called."""


def _hint_other(target: str) -> str:
    """Return what a word means that no page has; empty where that is not known."""
    word = target.strip("/").lower()
    if word == "home":
        return f"write {{title: {target.strip('/')}, page: /}}"
    return f"did you mean '{_OTHER_WORDS[word]}'?" if word in _OTHER_WORDS else ""


_MISSING = {
    "people": (
        "there is no page of people",
        "name them in 'people', or take it out of the menu",
    ),
    "subscribe": (
        "there is no way to subscribe",
        "say how with 'subscribe', or take it out of the menu",
    ),
}
"""By a word for a page that the site lacks: what is wrong, and what to do."""


class _MenuMaker:
    """Makes the items of a menu that the site lists."""

    def __init__(self, settings: Settings, imports: Imports) -> None:
        self._settings = settings
        self._imports = imports
        self._targets: Targets = make_targets(settings, imports)
        self.files: list[str] = []
        self.found: list[Diagnostic] = []
        self.doubtful: list[Doubtful] = []

    def find(self, entry: MenuEntry) -> MenuItem | None:
        """Return what an entry leads to; None where that is nothing, as is told."""
        target = entry.target
        if target in MENU_WORDS:
            return self._find_word(entry)
        if is_outer(target):
            return MenuItem(entry.title, target)
        address = self._resolve(entry)
        if address is None:
            return None
        page = self._find_page(address.partition("#")[0])
        if not entry.title and page is None:
            hint = f"write {{title: …, page: {target}}}"
            self._tell(entry, "field-missing", f"'{target}' needs a title for the menu", hint)
            return None
        if entry.title or page is None:
            return MenuItem(entry.title, address)
        return msgspec.structs.replace(page, address=address)

    def _find_word(self, entry: MenuEntry) -> MenuItem | None:
        """Return a page that digest makes, or the editor's own in its place."""
        word = entry.target
        made = _find_word(word, self._settings, self._imports)
        item = self._find_page(made.address if made else f"{word}/") or made
        if item is None and word in _MISSING:
            self._tell(entry, "field-doubtful", *_MISSING[word])
        return item and msgspec.structs.replace(item, title=entry.title or item.title)

    def _resolve(self, entry: MenuEntry) -> str | None:
        written = _rooted(entry.target)
        led = self._targets.resolve(written, SITE_FILE)
        if not isinstance(led, Broken):
            if led.file and not is_static(led.file):
                self.files.append(led.file)
            return led.address
        hint = did_you_mean(entry.target, MENU_WORDS) or led.hint or _hint_other(entry.target)
        if led.address and entry.title and not led.address.endswith("/"):
            problem = entry.place.diagnose(led.rule, led.message, hint)
            self.doubtful.append(Doubtful(led.address, problem))
            return led.address
        self._tell(entry, led.rule, led.message, hint)
        return None

    def _find_page(self, address: str) -> MenuItem | None:
        """Return the free-standing page at an address, by its own title."""
        for path in self._imports.ask("address", address, str):
            for item in self._imports.ask("menu", path, MenuItem):
                return item
        return None

    def _tell(self, entry: MenuEntry, rule: str, message: str, hint: str) -> None:
        self.found.append(entry.place.diagnose(rule, message, hint))


def _rooted(target: str) -> str:
    """Return a page as links have it from the site's root: `about` and `pages/about.md`, too."""
    path, mark, anchor = target.partition("#")
    path = re.sub(r"^/?(content/)?(pages/)?", "", path).removesuffix(".md")
    is_page = path and "." not in path.rpartition("/")[2]
    return f"/{path.rstrip('/')}/{mark}{anchor}" if is_page else f"/{path}{mark}{anchor}"

"""Where a link that an editor wrote leads."""

from __future__ import annotations

import posixpath
import unicodedata
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import MOST_MEANT
from digest.site.addresses import (
    ATOM,
    JSON,
    RSS,
    STATIC_FILES,
    SUBSCRIBE,
    author_address,
    edition_address,
    entry_address,
    file_address,
    page_address,
)
from digest.site.aliases import AliasClaim, alias_address
from digest.site.links.ids import anchors_of, ids_of
from digest.site.links.nearby import Nearby, hint_anchor
from digest.site.people.credits import list_people

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from digest.basics.editions import FreePage
    from digest.settings.config import Settings
    from digest.site.index import Imports
    from digest.site.join import EnrichedEdition


T = TypeVar("T")

_FILE = lazy_regex(r"(?<![^/])index\.html(?=[?#]|\Z)")
"""The file at which hosts show the page of its folder as well."""
_WITH_OTHERS = lazy_regex(r"https?://[^/]+\.(?:github|gitlab)\.io/")
"""The address of a site beside which each repository of its owner may have a site of its own."""


class Target(msgspec.Struct, frozen=True, array_like=True):
    """A page that a link may lead to."""

    address: str
    anchors: dict[str, str] = {}
    """From what links may name to its id on the page."""


class Destination(msgspec.Struct, frozen=True):
    """Where a link leads."""

    address: str
    file: str = ""
    """The path of the file that is to be published there; empty for a page."""


class Broken(msgspec.Struct, frozen=True):
    """Why a link leads nowhere."""

    rule: str
    message: str
    hint: str = ""
    address: str = ""
    """Where it would lead if something that is no page were published there; empty if nowhere."""


class Targets:
    """Answers where links lead, by asking for the pages and files that there are."""

    def __init__(
        self,
        imports: Imports,
        more: Collection[str] = (),
        redirects: Mapping[str, str] = MappingProxyType({}),
        home: str = "",
    ) -> None:
        """`more` are addresses of pages that this site has and not every one.

        `redirects` are those that lead on, and where, as site.yaml says. `home` is the site's
        own address.
        """
        self._home = home
        self._imports = imports
        self._redirects = redirects
        self._always = (*_LISTS, *more)
        self._guessed = Counter[str]()
        """By file, for how many links of it was looked what was meant."""

    def page(self, path: str) -> Target | None:
        """Return the page that a file, or folder, makes: `content/editions/2022-03/01-dsi.md`."""
        return next(iter(self._imports.ask("page", path, Target)), None)

    def resolve(self, target: str, source: str) -> Destination | Broken:
        """Return where `target`, written in the file `source`, leads.

        A target is a path beside the source (`01-dsi.md`, `../2022-02/`, `data.csv`), or one
        from the site's root (`/archive/`), either with an `#anchor`. Targets of only an anchor
        are the caller's.
        """
        path, mark, anchor = target.partition("#")
        path = path.partition("?")[0]
        found = self.remember(("link", path, source), lambda: self._find(path, source))
        if not isinstance(found, Target):
            return found
        if anchor and anchor not in found.anchors:
            message = f"'{path}' has no heading '#{anchor}'"
            return Broken("anchor-broken", message, self.hint_anchor(anchor, found.anchors, source))
        return Destination(found.address + mark + found.anchors.get(anchor, ""))

    def check_own(self, url: str, source: str) -> Broken | None:
        """Return why a whole address leads nowhere, if it is one of this very site."""
        if not self._home or not f"{url}/".startswith(self._home):
            return None
        path = _FILE.sub("", unquote(url[len(self._home) :]))
        found = self.resolve(f"/{path}", source)
        if not isinstance(found, Broken):
            return None
        if not found.hint and _WITH_OTHERS.fullmatch(self._home):
            return None
        hint = found.hint.replace("'/", f"'{self._home}")
        return Broken("link-unpublished", found.message, hint, found.address)

    def remember(self, key: object, find: Callable[[], T]) -> T:
        """Return what `find` returns, which asks for targets and is called once for a `key`."""
        return self._imports.remember(key, find)

    def hint_anchor(self, anchor: str, anchors: Collection[str], source: str) -> str:
        """Return a hint for a link to `anchor` in the file `source`, or an empty string."""
        return hint_anchor(anchor, anchors) if self._may_guess(source) else ""

    def _may_guess(self, source: str) -> bool:
        """Tell whether to look for what a link in a file may have meant, which takes long."""
        self._guessed[source] += 1
        return self._guessed[source] <= MOST_MEANT

    def file_of(self, target: str, source: str) -> str | None:
        """Return the path of the file that `target` names, where it is one to be published."""
        path = target.partition("#")[0].partition("?")[0]
        if path.startswith("/"):
            rooted = _tidy(path).lstrip("/")
            candidates = [f"content/{rooted}", f"content/pages/{rooted}", STATIC_FILES + rooted]
        else:
            candidates = [_beside(path, source)]
        return next(
            (path for path in candidates if _publishable(path) and self.is_file(path)), None
        )

    def is_file(self, path: str) -> bool:
        """Tell whether there is a file that is none of the texts, by its path."""
        return self._imports.has("file", path)

    def explain_file(self, target: str, source: str) -> tuple[str, str]:
        """Return why there is no file `target` to be shown in the file `source`, and a hint."""
        path = _beside(target, source)
        if not target.startswith("/") and self.is_file(path):
            if not _publishable(path):
                return f"'{target}' is not published", _PUBLISHED
            sign = "#" if "#" in target else "?"
            message = f"'{target}' has a '{sign}' in its name, where an address would end"
            return message, "rename the file, so that its name has none"
        hint = self._nearby().hint_file(target, source, may_guess=self._may_guess(source))
        return f"there is no '{target}'", hint

    def _find(self, path: str, source: str) -> Target | Destination | Broken:
        """Return the page or the file that a path leads to, or why it leads to none."""
        published = self.file_of(path, source)
        if published is not None:
            return Destination(file_address(published), published)
        if path.startswith("/"):
            address = _tidy(path).lstrip("/")
            found = self._at(address) or self._at(f"{address}/")
            files = {f"content/{address}", f"content/pages/{address}.md"}
        else:
            file = _beside(path, source)
            found, files = self.page(file), {file}
            address = file_address(file) if _publishable(file) else ""
        return found or self._explain(path, source, files, address)

    def _explain(self, path: str, source: str, files: set[str], address: str) -> Broken:
        """Tell why there is no page at an address, or made of one of the files."""
        if any(self._imports.has("waits", file) for file in files):
            return _broken(f"'{path}' is not published yet", "it is a draft, or dated later")
        alias = alias_address(address)
        if old := self._moved(alias):
            return _broken(f"'{path}' is an old address", f"link to '/{old}', where it leads")
        if led := self._redirects.get(alias):
            return _broken(f"'{path}' only leads on", f"link to '{led}', where it leads")
        if any(not _publishable(file) and self.is_file(file) for file in files):
            return _broken(f"'{path}' is not published", _PUBLISHED)
        is_rooted = path.startswith("/")
        what = f"the site has no page '{path}'" if is_rooted else f"there is no '{path}' here"
        hint = self._nearby().hint_page(path, source, may_guess=self._may_guess(source))
        return Broken("link-broken", what, hint, address)

    def _nearby(self) -> Nearby:
        return self._imports.remember("nearby", self._find_nearby)

    def _find_nearby(self) -> Nearby:
        pages = {file: target.address for file, target in self._imports.every("page", Target)}
        files = [path for path in self._imports.keys("file") if _publishable(path)]
        return Nearby(pages, [*self._imports.keys("address"), *self._listed()], files)

    def _at(self, address: str) -> Target | None:
        """Return the page at an address, one that lists others included."""
        for path in self._imports.ask("address", address, str):
            return self.page(path)
        return Target(address) if self._is_listed(address) else None

    def _is_listed(self, address: str) -> bool:
        if address in self._always:
            return True
        if address.startswith("tags/"):
            return self._imports.has("tag", address.removesuffix(ATOM))
        slug = address.removeprefix("authors/").removesuffix("/")
        return address == author_address(slug) and self._imports.has("author-page", slug)

    def _listed(self) -> Iterator[str]:
        yield from self._always
        for tag in self._imports.keys("tag"):
            yield from (tag, tag + ATOM)
        yield from map(author_address, self._imports.keys("author-page"))

    def _moved(self, address: str) -> str:
        claims = self._imports.ask("alias", address, AliasClaim)
        made = [one for one in claims if one.is_typed] or claims
        return made[-1].target if made else ""


def make_targets(settings: Settings, imports: Imports) -> Targets:
    """Return what answers where links lead, with the pages that the settings ask for."""
    form = [SUBSCRIBE] if settings.has_subscribe_page else []
    redirects = {alias_address(one.old): one.target for one in settings.redirects}
    return Targets(imports, (*form, *list_people(settings)), redirects, settings.url)


_PUBLISHED = "only what is in content/editions/, content/pages/ or static/ is; move it there"


def _broken(message: str, hint: str) -> Broken:
    return Broken("link-broken", message, hint)


def _beside(path: str, source: str) -> str:
    """Return the path from the site's root of what is named in the file `source`."""
    return _tidy(posixpath.join(posixpath.dirname(source), path))


def _tidy(path: str) -> str:
    """Return a path without `..`, and with its accents as paths of the site have them."""
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _publishable(path: str) -> bool:
    return path.startswith(("content/editions/", "content/pages/", STATIC_FILES))


_ON_EVERY_PAGE = {name: name for name in ("content", "references")}
"""What every page has besides its texts."""


_LISTS = ("", "archive/", "tags/", ATOM, RSS, JSON)
"""The addresses that every site has of pages that list others, and of its feeds."""


def list_edition_targets(one: EnrichedEdition) -> Iterator[tuple[str, Target]]:
    """List what links may lead to in a published edition, by the files and folders that make it."""
    edition = one.edition
    ids = ids_of(one)
    anchors = {name: ids.id_of(name) for name in anchors_of(edition.body)}
    anchors |= {**_ON_EVERY_PAGE, "contents": "contents"}
    for covered in one.entries:
        entry = covered.entry
        inner = {name: name for name in anchors_of(entry.body)}
        outer = {entry.slug, *(f"{entry.slug}.{name}" for name in inner)}
        anchors |= {name: name for name in outer}
        address = entry_address(entry.edition, entry.slug)
        yield entry.path, Target(address, dict(sorted((inner | _ON_EVERY_PAGE).items())))
    target = Target(edition_address(edition.id), dict(sorted(anchors.items())))
    yield edition.path, target
    yield edition.path.removesuffix("/index.md"), target


def page_target(free: FreePage) -> Target:
    """Return what links may lead to on a free page."""
    inner = {name: name for name in anchors_of(free.body)}
    return Target(page_address(free.slug), dict(sorted((inner | _ON_EVERY_PAGE).items())))

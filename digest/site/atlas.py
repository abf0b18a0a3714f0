"""Where a link that an editor wrote leads."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import did_you_mean
from digest.site.addresses import edition_address, entry_address, file_address, page_address
from digest.site.ids import anchors_of, ids_of
from digest.site.nearby import hint_anchor, hint_moved, hint_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.content.load import Content
    from digest.site.select import Selected


class Target(msgspec.Struct, frozen=True):
    """A page that a link may lead to."""

    address: str
    anchors: dict[str, str] = {}
    """From what links may name to its id on the page."""


class Broken(msgspec.Struct, frozen=True):
    """Why a link leads nowhere."""

    rule: str
    message: str
    hint: str = ""
    address: str = ""
    """Where it would lead if something that is no page were published there; empty if nowhere."""


class Atlas(msgspec.Struct, frozen=True):
    """Everything that a link within the site can lead to."""

    by_path: dict[str, Target]
    """Pages by the file, or folder, that makes them: `content/editions/2022-03/01-dsi.md`."""
    by_address: dict[str, Target]
    """All pages by address."""
    files: frozenset[str]
    """Other files below content/, by path."""
    unpublished: frozenset[str] = frozenset()
    """Sources of drafts and of what is dated later than today."""
    aliases: dict[str, str] = {}
    """From the old address of a page to the one that it has now."""

    def resolve(self, target: str, source: str) -> str | Broken:
        """Return the address that `target`, written in the file `source`, leads to.

        A target is a path beside the source (`01-dsi.md`, `../2022-02/`, `data.csv`), or one
        from the site's root (`/archive/`), either with an `#anchor`. Targets of only an anchor
        are the caller's.
        """
        path, mark, anchor = target.partition("#")
        path = path.partition("?")[0]
        file = self.file_of(target, source)
        if file is not None:
            return file_address(file)
        found = self._find(path, source)
        if isinstance(found, Broken):
            return found
        if anchor and anchor not in found.anchors:
            message = f"'{path}' has no heading '#{anchor}'"
            return Broken("anchor-broken", message, hint_anchor(anchor, found.anchors))
        return found.address + mark + found.anchors.get(anchor, "")

    def file_of(self, target: str, source: str) -> str | None:
        """Return the path of the file that `target` names, where it is one to be published."""
        path = target.partition("#")[0].partition("?")[0]
        if path.startswith("/"):
            rooted = _tidy(path).lstrip("/")
            candidates = [f"content/{rooted}", f"content/pages/{rooted}"]
        else:
            candidates = [_beside(path, source)]
        return next(
            (path for path in candidates if path in self.files and _publishable(path)), None
        )

    def explain_file(self, target: str, source: str) -> tuple[str, str]:
        """Return why there is no file `target` to be shown in the file `source`, and a hint."""
        if not target.startswith("/") and _beside(target, source) in self.files:
            return f"'{target}' is not published", _PUBLISHED
        files = [path for path in self.files if _publishable(path)]
        folder = posixpath.dirname(source)
        near = did_you_mean(target, [posixpath.relpath(path, folder) for path in files])
        return f"there is no '{target}'", hint_moved(target, source, files) or near

    def _find(self, path: str, source: str) -> Target | Broken:
        """Return the page that a path leads to, or why it leads to none."""
        if path.startswith("/"):
            address = _tidy(path).lstrip("/")
            found = self.by_address.get(address) or self.by_address.get(f"{address}/")
            files = {f"content/{address}", f"content/pages/{address}.md"}
        else:
            file = _beside(path, source)
            found, files = self.by_path.get(file), {file}
            address = file_address(file) if _publishable(file) else ""
        return found or self._explain(path, source, files, address)

    def _explain(self, path: str, source: str, files: set[str], address: str) -> Broken:
        """Tell why there is no page at an address, or made of one of the files."""
        if files & self.unpublished:
            return _broken(f"'{path}' is not published yet", "it is a draft, or dated later")
        old = self.aliases.get(address) or self.aliases.get(f"{address}/")
        if old:
            return _broken(f"'{path}' is an old address", f"link to '/{old}', where it leads")
        if any(file in self.files and not _publishable(file) for file in files):
            return _broken(f"'{path}' is not published", _PUBLISHED)
        is_rooted = path.startswith("/")
        what = f"the site has no page '{path}'" if is_rooted else f"there is no '{path}' here"
        pages = {file: target.address for file, target in self.by_path.items()}
        linkable = [file for file in self.files if _publishable(file)]
        hint = hint_page(path, source, pages, self.by_address, linkable)
        return Broken("link-broken", what, hint, address)


_PUBLISHED = "only what is in content/editions/ or content/pages/ is; move it there"


def _broken(message: str, hint: str) -> Broken:
    return Broken("link-broken", message, hint)


def _beside(path: str, source: str) -> str:
    """Return the path from the site's root of what is named in the file `source`."""
    return _tidy(posixpath.join(posixpath.dirname(source), path))


def _tidy(path: str) -> str:
    """Return a path without `..`, and with its accents as paths of the site have them."""
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _publishable(path: str) -> bool:
    return path.startswith(("content/editions/", "content/pages/"))


_ON_EVERY_PAGE = {name: name for name in ("content", "references")}
"""What every page has besides its texts."""


def make_atlas(
    content: Content, selected: Selected, listed: Iterable[str], aliases: dict[str, str]
) -> Atlas:
    """Return everything that a link within the published site can lead to.

    `listed` are the addresses of the pages that list others: the archive, tags, authors. `aliases`
    are the old addresses of pages, each with the new one.
    """
    by_path: dict[str, Target] = {}
    for one in selected.editions:
        edition = one.edition
        ids = ids_of(one)
        anchors = {name: ids.id_of(name) for name in anchors_of(edition.body)}
        anchors |= {**_ON_EVERY_PAGE, "contents": "contents"}
        for covered in one.entries:
            entry = covered.entry
            inner = {name: name for name in anchors_of(entry.body)}
            outer = {entry.slug, *(f"{entry.slug}.{name}" for name in inner)}
            anchors |= {name: name for name in outer}
            by_path[entry.path] = Target(
                entry_address(entry.edition, entry.slug), inner | _ON_EVERY_PAGE
            )
        target = Target(edition_address(edition.id), anchors)
        by_path[edition.path] = by_path[edition.path.removesuffix("/index.md")] = target
    for free in selected.pages:
        inner = {name: name for name in anchors_of(free.body)}
        by_path[free.path] = Target(page_address(free.slug), inner | _ON_EVERY_PAGE)
    every = [*(Target(address) for address in listed), *by_path.values()]
    return Atlas(
        by_path,
        {target.address: target for target in every},
        frozenset(content.files),
        # an edition may be led to by its folder, too
        selected.waiting | {path.removesuffix("/index.md") for path in selected.waiting},
        aliases,
    )

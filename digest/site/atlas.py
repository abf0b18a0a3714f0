"""Where a link that an editor wrote leads."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from digest.model import Body, Directive, Section
from digest.site.addresses import edition_address, entry_address, file_address, page_address
from digest.text import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.content.load import Content
    from digest.site.join import EnrichedEdition
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
        found = self._from_root(path) if path.startswith("/") else self._beside(path, source)
        if isinstance(found, Broken):
            return found
        if anchor and anchor not in found.anchors:
            return Broken(
                "anchor-broken",
                f"'{path}' has no heading '#{anchor}'",
                did_you_mean(anchor, found.anchors),
            )
        return found.address + mark + found.anchors.get(anchor, "")

    def file_of(self, target: str, source: str) -> str | None:
        """Return the path of the file that `target` names, where it is one to be published."""
        path = target.partition("#")[0].partition("?")[0]
        if path.startswith("/"):
            rooted = _tidy(path).lstrip("/")
            candidates = [f"content/{rooted}", f"content/pages/{rooted}"]
        else:
            candidates = [_tidy(posixpath.join(posixpath.dirname(source), path))]
        return next(
            (path for path in candidates if path in self.files and _publishable(path)), None
        )

    def nearest_file(self, target: str, source: str) -> str:
        """Return a hint that names the file most like `target`, or an empty string."""
        folder = posixpath.dirname(source)
        return did_you_mean(target, [posixpath.relpath(path, folder) for path in self.files])

    def _from_root(self, path: str) -> Target | Broken:
        wanted = _tidy(path).lstrip("/")
        for address in (wanted, f"{wanted}/" if wanted else ""):
            if address in self.by_address:
                return self.by_address[address]
        known = [f"/{address}" for address in self.by_address]
        return Broken("link-broken", f"the site has no page '{path}'", did_you_mean(path, known))

    def _beside(self, path: str, source: str) -> Target | Broken:
        folder = posixpath.dirname(source)
        wanted = _tidy(posixpath.join(folder, path))
        if wanted in self.by_path:
            return self.by_path[wanted]
        if wanted in self.unpublished:
            return Broken(
                "link-broken", f"'{path}' is not published yet", "it is a draft, or dated later"
            )
        names = [posixpath.relpath(known, folder) for known in (*self.by_path, *self.files)]
        return Broken("link-broken", f"there is no '{path}' here", did_you_mean(path, names))


def _tidy(path: str) -> str:
    """Return a path without `..`, and with its accents as paths of the site have them."""
    return unicodedata.normalize("NFC", posixpath.normpath(path))


def _publishable(path: str) -> bool:
    return path.startswith(("content/editions/", "content/pages/"))


def anchors_of(body: Body) -> frozenset[str]:
    """Return the ids that a body gives its headings, sections and footnotes."""
    found: set[str] = set()
    for block in body.blocks:
        if isinstance(block, Section):
            found.add(block.id)
        if not isinstance(block, Directive):
            found |= set(block.fragment.anchors)
    if body.notes:
        found |= set(body.notes.anchors)
    return frozenset(found)


def own_prefix(enriched: EnrichedEdition) -> str:
    """Return what the ids in an edition's own text begin with: nothing, unless one is a slug."""
    slugs = {covered.entry.slug for covered in enriched.entries}
    return "edition." if slugs & anchors_of(enriched.edition.body) else ""


_FURNITURE = {name: name for name in ("content", "references")}
"""What every page has besides its texts."""


def make_atlas(content: Content, selected: Selected, listed: Iterable[str]) -> Atlas:
    """Return everything that a link within the published site can lead to.

    `listed` are the addresses of the pages that list others: the archive, tags, authors.
    """
    by_path: dict[str, Target] = {}
    for one in selected.editions:
        edition = one.edition
        prefix = own_prefix(one)
        anchors = {name: prefix + name for name in anchors_of(edition.body)}
        anchors |= {**_FURNITURE, "contents": "contents"}
        for covered in one.entries:
            entry = covered.entry
            inner = {name: name for name in anchors_of(entry.body)}
            outer = {entry.slug, *(f"{entry.slug}.{name}" for name in inner)}
            anchors |= {name: name for name in outer}
            by_path[entry.path] = Target(
                entry_address(entry.edition, entry.slug), inner | _FURNITURE
            )
        target = Target(edition_address(edition.id), anchors)
        by_path[edition.path] = by_path[edition.path.removesuffix("/index.md")] = target
    for free in selected.pages:
        inner = {name: name for name in anchors_of(free.body)}
        by_path[free.path] = Target(page_address(free.slug), inner | _FURNITURE)
    every = [*(Target(address) for address in listed), *by_path.values()]
    return Atlas(
        by_path,
        {target.address: target for target in every},
        frozenset(content.files),
        # an edition may be led to by its folder, too
        selected.waiting | {path.removesuffix("/index.md") for path in selected.waiting},
    )

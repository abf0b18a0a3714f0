"""Where the old addresses of an archive's posts lead now."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.writing.destinations import anchor_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from urllib.parse import SplitResult

    from digest.importing.post import Archive, Post
    from digest.importing.writing.destinations import Destination

_MADE = lazy_regex(
    r"""\{%-?\s*(?:post_url|link)\s+(?P<post>[^%]*?)\s*-?%\}"""
    r"""|\{\{[<%]\s*(?:rel)?ref\s+["']?(?P<ref>[^"'>%]+?)["']?\s*[>%]\}\}"""
    r"""|(?:\{(?:filename|attach|static)\}|\|filename\||@/)(?P<file>.*)"""
)
"""What names a post by its file: in Jekyll, Hugo, Pelican and Zola."""
_FILLED_IN = lazy_regex(
    r"""\{\{[\s-]*(?:site\.(?:baseurl|url)|page\.url)?\s*(?:["'](?P<path>[^"']*)["'])?[^}]*\}\}"""
)
"""The site's own address, as Liquid has it: `{{ site.baseurl }}/x`, `{{ '/x' | relative_url }}`."""
_MARKDOWN = (".md", ".markdown", ".qmd", ".rmd", ".ipynb", ".rst", ".html")
_WEB = frozenset({"", "http", "https"})
_INDEX = lazy_regex(r"(?:^|/)index(?:\.html?)?$")
_NUMBER = lazy_regex(r"\d+")
_FILE = lazy_regex(r"\.(?!html?$|php$|md$|qmd$)[A-Za-z0-9]{1,5}$")
_ROUTE = lazy_regex(r"^(?:tags?|categor(?:y|ies)|authors?|archives?|feed|rss|page)(?:/|$|\.)")
"""What generators make of all posts together, and digest makes anew."""


class Led(msgspec.Struct, frozen=True):
    """Where a link leads."""

    target: str = ""
    """The path of a file of the newsletter, with an anchor; empty where it leads to no post."""
    is_lost: bool = False
    """Whether it was meant to lead to a post that is not there, or to a place in its own that is
    not there: the top of its own is the target then."""


class OldAddresses:
    """Knows the posts of an archive by all that a link may name them by."""

    def __init__(self, archive: Archive, destinations: Sequence[Destination]) -> None:
        self._posts: dict[str, Destination] = {}
        """By address, less its host and what does not matter in it."""
        self._files: dict[str, Destination] = {}
        """By file, and by a file's name alone."""
        site = _split(archive.url)
        self._hosts: set[str] = {_host(site)} if site else set()
        self._shapes: set[str] = set()
        for post, destination in zip(archive.posts, destinations, strict=True):
            for parts in filter(None, map(_split, (post.address, *post.aliases))):
                self._hosts.add(_host(parts))
                self._shapes.add(_shape(parts.path))
                if name := _normal(parts.path, parts.query):
                    self._posts.setdefault(name, destination)
            for name in _names(post.place.path):
                self._files.setdefault(name, destination)
        self._shapes.discard("")
        self._hosts.discard("")

    def find(self, typed: str, post: Post, own: Destination) -> Led | None:
        """Return where an address as `post` has it leads; None where that is none of the posts'."""
        target = typed.strip()
        if target.startswith("#"):
            return self._find_place(target[1:], own) if len(target) > 1 else None
        if made := _MADE.search(target):
            name = next(part for part in made.group("post", "ref", "file") if part is not None)
            _, _, anchor = target[made.end() :].partition("#")
            return self._find_file(f"{name}#{anchor}" if anchor else name, post)
        target = _FILLED_IN.sub(lambda found: found["path"] or "", target)
        if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", target):
            return self._find_whole(target)
        if not target or "{" in target:
            return None
        return self._find_path(target, post)

    def _find_place(self, anchor: str, own: Destination) -> Led:
        led = self._with_anchor(own, anchor)
        is_lost = led.target == own.path and anchor.lower() != _TOP
        return msgspec.structs.replace(led, is_lost=is_lost)

    def _find_whole(self, target: str) -> Led | None:
        parts = _split(target)
        if not parts or _host(parts) not in self._hosts or parts.scheme not in _WEB:
            return None
        destination = self._at(parts.path, parts.query)
        if destination:
            return self._with_anchor(destination, parts.fragment)
        is_lost = _shape(parts.path) in self._shapes and not _FILE.search(parts.path)
        return Led(is_lost=True) if is_lost else None

    def _find_path(self, target: str, post: Post) -> Led | None:
        """Find what a path leads to: from the site's root, or beside the post or its file."""
        path, _, anchor = target.partition("#")
        path, _, query = path.partition("?")
        own = _split(post.address)
        base = (own.path if own else "") or "/"
        for candidate in (urljoin(base, path), urljoin(base.rstrip("/") + "/", path)):
            if destination := self._at(candidate, query):
                return self._with_anchor(destination, anchor)
        if (found := self._find_file(target, post)).target:
            return found
        rooted = path.strip("/")
        is_other = not rooted or _FILE.search(rooted) or _ROUTE.match(rooted)
        return None if is_other else Led(is_lost=True)

    def _find_file(self, name: str, post: Post) -> Led:
        path, _, anchor = unquote(name).partition("#")
        path = path.strip().strip("\"'")
        folder = posixpath.dirname(post.place.path.partition("#")[0])
        beside = posixpath.normpath(posixpath.join(folder, path))
        for candidate in (beside, posixpath.normpath(path).lstrip("/")):
            for one in (candidate, _stem(candidate)):
                if destination := self._files.get(one):
                    return self._with_anchor(destination, anchor)
        return Led(is_lost=True)

    def _at(self, path: str, query: str) -> Destination | None:
        # behind a `?` stands which post, or else what counts readers
        return self._posts.get(_normal(path, query)) or self._posts.get(_normal(path, ""))

    @staticmethod
    def _with_anchor(destination: Destination, anchor: str) -> Led:
        key = anchor_key(unquote(anchor))
        return Led(destination.anchors.get(key, destination.path) if key else destination.path)


_TOP = "top"
"""What leads to the top of any page, whether it has such a place or not."""


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")


def _normal(path: str, query: str) -> str:
    bare = _INDEX.sub("", unquote(path)).strip("/").removesuffix(".html")
    return f"{bare}?{query}" if query else bare


def _shape(path: str) -> str:
    """Return the form of a post's address, less its last part: `/p`, `/N/N`; `` for the root's."""
    return _NUMBER.sub("N", unquote(path).strip("/").rpartition("/")[0])


def _names(place: str) -> Iterator[str]:
    file = place.partition("#")[0]
    if "#" in place:
        return
    yield file
    yield _stem(file)
    name = _stem(file).rpartition("/")[2]
    if name == "index":
        name = _stem(file).rpartition("/")[0].rpartition("/")[2]
    yield name


def _stem(file: str) -> str:
    return next((file.removesuffix(end) for end in _MARKDOWN if file.endswith(end)), file)

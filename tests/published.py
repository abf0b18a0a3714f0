"""A published site, read back the way a visitor's browser follows its links."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWCASE_URL = "https://example.org/some/base/"
"""Where tests publish the showcase: not at a domain's root, so that a link that forgets the base
path leads nowhere."""

HREFS = {"a": "href", "area": "href", "link": "href", "form": "action"}
SOURCES = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src"}
LOADED_LINKS = {"stylesheet", "icon", "preload", "manifest", "apple-touch-icon"}


class Link(NamedTuple):
    """An address on a page."""

    page: str
    """The page that has it: a path below the site's root."""
    line: int
    target: str
    """As written."""
    loads: bool
    """Whether the browser fetches it with the page, unasked."""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.target}"


class Page:
    """An HTML file."""

    def __init__(self, path: str, html: str) -> None:
        reader = _Reader(path)
        reader.feed(html)
        reader.close()
        self.path = path
        self.html = html
        self.ids = reader.ids
        self.links = reader.links
        self.meta = reader.meta
        self.data = [json.loads(text) for text in reader.data]
        """What the page says of itself in JSON-LD."""


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.links: list[Link] = []
        self.meta: dict[str, str] = {}
        self.data: list[str] = []
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag in HREFS and HREFS[tag] in values:
            loads = tag == "link" and bool(LOADED_LINKS & set(values.get("rel", "").split()))
            self._add(values[HREFS[tag]], loads=loads)
        if tag in SOURCES and SOURCES[tag] in values:
            self._add(values[SOURCES[tag]], loads=True)
        for candidate in values.get("srcset", "").split(","):
            if candidate.strip():
                self._add(candidate.split()[0], loads=True)
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._add(values.get("content", "").partition("url=")[2], loads=False)
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("http-equiv", "")
            self.meta[name] = values.get("content", "")
            if name in {"og:url", "og:image"}:
                self._add(self.meta[name], loads=False)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"
        if self._in_data:
            self.data.append("")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if self._in_data and tag == "script":
            self._in_data = False
            for target in whole_addresses(json.loads(self.data[-1])):
                self._add(target, loads=False)

    def _add(self, target: str, *, loads: bool) -> None:
        self.links.append(Link(self.path, self.getpos()[0], target, loads))


def whole_addresses(data: Any) -> Iterator[str]:
    """List the addresses in JSON, wherever they stand; but for the name of its vocabulary."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from () if key == "@context" else whole_addresses(value)
    elif isinstance(data, list):
        for value in data:
            yield from whole_addresses(value)
    elif isinstance(data, str) and re.match(r"https?://", data):
        yield data


class Published:
    """A site's folder, and the address it is published at."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.files = frozenset(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        )
        self.pages = {
            path: Page(path, (folder / path).read_text("utf-8"))
            for path in sorted(self.files)
            if path.endswith(".html")
        }

    def links(self) -> list[Link]:
        """Return every address on every page, in every style sheet, and for crawlers."""
        found = [link for page in self.pages.values() for link in page.links]
        for path in sorted(self.files):
            if path.endswith(".css"):
                css = (self.folder / path).read_text("utf-8")
                for match in re.finditer(r"""url\(\s*["']?([^"')]+)""", css):
                    line = css.count("\n", 0, match.start()) + 1
                    found.append(Link(path, line, match[1], loads=True))
        for path in sorted(self.files):
            if path.endswith((".xml", "robots.txt")):
                text = (self.folder / path).read_text("utf-8")
                pattern = r"<loc>(.*?)</loc>|^Sitemap: (.*)$"
                found += (
                    Link(path, 1, unescape(match[1] or match[2]), loads=False)
                    for match in re.finditer(pattern, text, re.MULTILINE)
                )
        return [link for link in found if not link.target.startswith("data:")]

    def resolve(self, link: Link) -> str:
        """Return the whole address that a link leads to from its page's own address."""
        return urljoin(urljoin(self.url, link.page.removesuffix("index.html")), link.target)

    def is_internal(self, link: Link) -> bool:
        """Tell whether a link stays on the site's host."""
        return urlsplit(self.resolve(link)).netloc == urlsplit(self.url).netloc

    def file_at(self, address: str) -> str | None:
        """Return the file that a server gives for a whole address, or None for "not found"."""
        base = urlsplit(self.url).path
        path = unquote(urlsplit(address).path)
        if not path.startswith(base):
            return None
        path = path.removeprefix(base)
        if path.endswith("/") or not path:
            path += "index.html"
        return path if path in self.files else None

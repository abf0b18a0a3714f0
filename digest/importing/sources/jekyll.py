"""Jekyll: posts in `_posts`, settings in `_config.yml` (Jekyll's documentation).

Also a folder of nothing but its posts, whose names begin with their dates.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of
from digest.importing.dialects.convert import Dialect
from digest.importing.dialects.definitions import add_definitions, is_only_definitions
from digest.importing.dialects.liquid import LiquidSite, replace_liquid
from digest.importing.markdownposts.fields import is_true, list_of, mapping_of, text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator, find_topmost
from digest.importing.markdownposts.heads import split_name
from digest.importing.markdownposts.matter import read_yaml
from digest.importing.markdownposts.permalinks import fill_colons, parts_of_date
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.importing.dialects.leftouts import LeftOuts
    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import Archive, State
    from digest.importing.sources.source import Options

_CONFIGS = frozenset({"_config.yml", "_config.yaml"})
_DATED = lazy_regex(r"(?:.*/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+\.(?:md|markdown|mkd|mkdn|mdown|html)")
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_OF_PAGES = {"pretty": "/:path/:basename/", "date": "/:path/:basename:output_ext"}
_MATH = lazy_regex(r"mathjax|katex|math_engine|usemath|mathjs", re.IGNORECASE)
_INCLUDE = lazy_regex(r"\{%-?\s*include(?:_cached)?\s+([^\s%{}\"']+)")
_ISSUES = words_of("newsletter newsletters issue issues edition editions weekly digest digests")
"""Names of collections that are posts beside other posts."""
_DEEPEST = 3
"""Files that are put into files that are put into files."""
_PLACES = ("", "assets/", "images/", "static/")


def matches(files: Files) -> bool:
    """Tell whether files are those of a Jekyll site, or of its posts alone."""
    if any("_posts/" in f"/{name}" and _is_post(name) for name in files.names):
        return True
    if find_topmost(files, _CONFIGS):
        return any(ending_of(name) in MARKDOWN for name in files.names)
    dated = [name for name in files.names if _DATED.fullmatch(name)]
    return bool(dated) and files.read_beginning(dated[0]).startswith("---")


def _is_post(name: str) -> bool:
    return ending_of(name) in MARKDOWN or name.endswith(".html")


def read(files: Files, options: Options) -> Archive:
    """Read the posts of a Jekyll site."""
    return read_folder(files, Jekyll(files, options.today), options)


class Jekyll(Generator):
    """How the folder of a Jekyll site is read."""

    kind = "jekyll"
    pages_have_heads = True
    tags_parted_by = " "

    def __init__(self, files: Files, today: str) -> None:
        """Read the settings of a site; what is of a day behind `today` is to come."""
        self._files = files
        self._today = today
        config = find_topmost(files, _CONFIGS)
        text = files.read_text(config) if config else ""
        self._settings, _ = read_yaml(text) if isinstance(text, str) else ({}, "")
        self._has_posts = any("_posts/" in name for name in files.names)
        self._is_site = bool(config) or self._has_posts
        self._top = self._find_top(config)
        self._collections = self._list_collections()
        base = text_of(self._settings, "baseurl").rstrip("/")
        self._base = f"/{base.lstrip('/')}" if base else ""
        self.about = About(
            text_of(self._settings, "title", "name"),
            text_of(self._settings, "tagline", "description", "subtitle"),
            text_of(self._settings, "url").rstrip("/") + self._base,
            text_of(self._settings, "lang", "locale", "language").replace("_", "-"),
            self._list_bibliographies(),
        )
        has_dollars = isinstance(text, str) and _MATH.search(text) is not None
        self.dialect = Dialect(
            is_kramdown=text_of(self._settings, "markdown").lower() in {"", "kramdown"},
            has_citations=bool(self.about.bibliographies),
            has_dollars=has_dollars,
        )
        self._includes: dict[str, str] = {}

    def _find_top(self, config: str) -> str:
        """Return the path of the site's folder, with a slash behind it."""
        if config:
            return config[: config.rfind("/") + 1]
        posts = next((name for name in self._files.names if "_posts/" in name), "")
        # what stands before `_posts` may be a category as well as a folder of the site
        return posts[: posts.find("_posts/")] if posts.count("/") == 1 else ""

    def _list_collections(self) -> dict[str, Mapping[str, object]]:
        found = self._settings.get("collections")
        if isinstance(found, dict):
            return {name: mapping_of(found, name) for name in found}
        return {name: {} for name in list_of(self._settings, "collections")}

    def _list_bibliographies(self) -> tuple[str, ...]:
        folder = text_of(mapping_of(self._settings, "scholar"), "source").strip("./")
        folders = (f"{self._top}{folder or '_bibliography'}/",)
        return tuple(
            name for name in self._files.names if name.startswith(folders) and name.endswith(".bib")
        )

    def find_role(self, name: str) -> State | None:
        """Return what a file is by the folders that it is in."""
        if not name.startswith(self._top):
            return None
        folders = name[len(self._top) :].split("/")[:-1]
        if "_posts" in folders:
            return "published"
        if not self._is_site:
            return "published" if _DATED.fullmatch(name) else "page"
        if "_drafts" in folders:
            return "draft"
        own = next((one for one in folders if one.startswith("_")), "")
        if own:
            return self._find_role_in(own[1:])
        is_other = folders[:1] in (["vendor"], ["node_modules"], ["docs"], ["test"], ["spec"])
        return None if is_other else "page"

    def settle_role(self, head: Head) -> State:
        """Return what a post is; among posts alone, what has a date is one."""
        is_later = self._is_site and head.date and head.date.isoformat() > self._today
        if is_later and head.state == "published" and not is_true(self._settings, "future"):
            return "scheduled"
        is_post = not self._is_site and head.state == "page" and head.date
        return "published" if is_post else head.state

    def _find_role_in(self, collection: str) -> State | None:
        """Return what the files of a collection are: pages beside posts, where there are posts."""
        if collection not in self._collections:
            return None
        return "page" if self._has_posts and collection.lower() not in _ISSUES else "published"

    def list_defaults(self, name: str) -> dict[str, object]:
        """Return what the settings say of files below a path."""
        found: dict[str, object] = {}
        defaults = self._settings.get("defaults")
        role = self.find_role(name)
        kind = {"published": "posts", "draft": "drafts", "page": "pages"}.get(role or "", "")
        for one in defaults if isinstance(defaults, tuple) else ():
            scope = mapping_of(one, "scope") if isinstance(one, dict) else {}
            path = text_of(scope, "path").strip("/").partition("*")[0]
            within = name[len(self._top) :].startswith(path)
            if within and text_of(scope, "type") in {"", kind}:
                found |= mapping_of(one, "values")
        return found

    def find_address(self, head: Head) -> str:
        """Return the path that the pattern of a post or of the site makes."""
        path = head.file[len(self._top) :]
        own = next((one for one in path.split("/") if one.startswith("_")), "")
        is_page = head.state == "page"
        typed = text_of(head.fields, "permalink")
        collection = self._collections.get(own[1:], {}) if own not in {"_posts", "_drafts"} else {}
        pattern = typed or text_of(collection, "permalink")
        if not pattern and is_page:
            style = (
                "pretty"
                if text_of(self._settings, "permalink").endswith(("/", "pretty"))
                else "date"
            )
            pattern = _OF_PAGES[style]
        elif not pattern and collection:
            pattern = "/:collection/:path:output_ext"
        pattern = pattern or text_of(self._settings, "permalink") or "date"
        return fill_colons(_STYLES.get(pattern, pattern), self._parts(head, path, own))

    def _parts(self, head: Head, path: str, own: str) -> dict[str, str]:
        _, rest = split_name(head.file)
        slug = text_of(head.fields, "slug") or rest
        above = path.partition("_posts/")[0] if "_posts/" in path else ""
        # Hexo has its posts there
        above = above.removeprefix("source/")
        categories = [part for part in above.split("/") if part]
        categories += list_of(head.fields, "categories", "category", parted_by=" ")
        folder, name = posixpath.split(path)
        stem = posixpath.splitext(name)[0]
        within = posixpath.splitext(path.partition("/")[2])[0] if own else folder
        return {
            **parts_of_date(head.date),
            "title": slug.replace(" ", "-") if text_of(head.fields, "slug") else rest,
            "slug": slugify(slug),
            "name": slugify(stem),
            "categories": "/".join(dict.fromkeys(map(slugify, categories))),
            "slugified_categories": "/".join(dict.fromkeys(map(slugify, categories))),
            "collection": own[1:],
            "path": within,
            "basename": "" if stem == "index" else stem,
            "output_ext": ".html" if stem != "index" or own else "",
        }

    def replace_templates(self, text: str, head: Head, posts: Posts, leftouts: LeftOuts) -> str:
        """Return a text without Liquid, with the definitions of links that its includes have."""
        separator = text_of(head.fields, "excerpt_separator") or text_of(
            self._settings, "excerpt_separator"
        )
        if separator:
            text = text.replace(separator, "")
        site = LiquidSite(
            self._settings,
            self._base,
            self.about.url.removesuffix(self._base),
            lambda name: posts.find(name, head),
            self._read_shown,
            bool(self.about.bibliographies),
        )
        offered = list(self._list_included(text, 0))
        return add_definitions(replace_liquid(text, head.fields, site, leftouts), offered)

    def lacks_definitions(self, text: str) -> bool:
        """Tell whether definitions of links may be in what another file shows here."""
        return _INCLUDE.search(text) is not None

    def _read_include(self, name: str) -> str:
        if name not in self._includes:
            path = posixpath.normpath(f"{self._top}_includes/{name}")
            text = self._files.read_text(path) if path in self._files.names else ""
            self._includes[name] = text if isinstance(text, str) else ""
        return self._includes[name]

    def read_include(self, name: str) -> str | None:
        """Return the text of an include that shows one and asks for no values."""
        text = self._read_include(name) if ending_of(name) in MARKDOWN else ""
        is_shown = text.strip() and "include." not in text and not is_only_definitions(text)
        return text.strip("\n") if is_shown else None

    def _read_shown(self, name: str) -> str | None:
        """Return the text that an include shows; nothing of one that has definitions alone."""
        text = self._read_include(name)
        return "" if is_only_definitions(text) else text or None

    def _list_included(self, text: str, depth: int) -> Iterable[str]:
        for found in _INCLUDE.finditer(text) if depth < _DEEPEST else ():
            if included := self._read_include(found[1]):
                yield included
                yield from self._list_included(included, depth + 1)

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: below the site's top, or beside the post."""
        yield from super().list_places(path, head)
        if path.startswith("/"):
            within = path.removeprefix(f"{self._base}/") if self._base else path
            yield from (f"{self._top}{place}{within.lstrip('/')}" for place in _PLACES)
        else:
            yield f"{self._top}{path}"


JEKYLL = Source("jekyll", "a Jekyll site", matches, read)

"""Hugo: texts in `content`, settings in `hugo.toml` or `config.toml` (Hugo's documentation)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of
from digest.importing.dates import read_day
from digest.importing.dialects.convert import Dialect
from digest.importing.dialects.shortcodes import ShortcodeSite, replace_shortcodes
from digest.importing.markdownposts.fields import is_true, list_of, mapping_of, text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator, read_settings
from digest.importing.markdownposts.matter import read_json, read_toml, read_yaml
from digest.importing.markdownposts.permalinks import fill_colons, parts_of_date
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.dialects.leftouts import LeftOuts
    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import Archive, State
    from digest.importing.sources.source import Options

_CONFIG = lazy_regex(
    r"(?P<top>(?:.*/)?)(?:config/_default/)?(?:hugo|config)\.(?P<form>toml|ya?ml|json)"
)
_PART = lazy_regex(
    r"(?:.*/)?config/_default/(?P<name>params|permalinks|languages)\.(?P<form>toml|ya?ml|json)"
)
_READERS = {"toml": read_toml, "yaml": read_yaml, "yml": read_yaml, "json": read_json}
_DEEPEST = 3
"""Folders below the top in which settings are looked for."""
_SECTIONS = words_of(
    "post posts blog blogs news newsletter newsletters issue issues edition editions article "
    "articles weekly monthly digest digests archive archives entry entries journal"
)
"""Names of folders whose texts are posts where the settings do not say which are."""
_LANGUAGE = lazy_regex(r"\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$")


def matches(files: Files) -> bool:
    """Tell whether files are those of a Hugo site."""
    if not any(_is_text(name) for name in files.names):
        return False
    configs = [
        name for name in files.names if _CONFIG.fullmatch(name) and name.count("/") <= _DEEPEST
    ]
    return any(_is_hugo(name, files) for name in configs)


def _is_text(name: str) -> bool:
    return "content/" in name and ending_of(name) in MARKDOWN


def _is_hugo(config: str, files: Files) -> bool:
    if posixpath.basename(config).startswith("hugo.") or "config/_default/" in config:
        return True
    # Zola's has `base_url`
    return "baseurl" in files.read_beginning(config, 20_000).lower() or any(
        name.startswith(("archetypes/", "layouts/", "themes/")) for name in files.names
    )


def read(files: Files, options: Options) -> Archive:
    """Read the posts of a Hugo site."""
    return read_folder(files, Hugo(files, options.today), options)


class Hugo(Generator):
    """How the folder of a Hugo site is read."""

    kind = "hugo"
    pages_have_heads = True

    def __init__(self, files: Files, today: str) -> None:
        """Read the settings of a site; what has expired by `today` is a draft, or is to come."""
        self._today = today
        self._settings, self._top = self._read_settings(files)
        self._content = self._top + (text_of(self._settings, "contentdir") or "content") + "/"
        params = mapping_of(self._settings, "params")
        lang = text_of(self._settings, "defaultcontentlanguage")
        own = mapping_of(self._settings, "languages", lang) if lang else {}
        self._lang = lang or "en"
        self.about = About(
            text_of(own, "title") or text_of(self._settings, "title"),
            text_of(params, "description", "subtitle", "tagline"),
            text_of(self._settings, "baseurl").rstrip("/"),
            text_of(self._settings, "languagecode") or text_of(own, "languagecode") or lang,
        )
        self.dialect = Dialect(has_dollars=False)
        self._permalinks = self._list_permalinks()
        self._sections = self._choose_sections(files.names, list_of(params, "mainsections"))

    def _read_settings(self, files: Files) -> tuple[dict[str, object], str]:
        configs = sorted(
            (name for name in files.names if _CONFIG.fullmatch(name)),
            key=lambda name: (name.count("/"), name),
        )
        configs = [name for name in configs if "themes/" not in name and "exampleSite/" not in name]
        settings: dict[str, object] = {}
        top = ""
        for name in configs[:1]:
            found = _CONFIG.fullmatch(name)
            top = found["top"] if found else ""
            settings = read_settings(files, name, _READERS[ending_of(name)])
        for name in files.names:
            part = _PART.fullmatch(name)
            if part and name.startswith(f"{top}config/"):
                settings.setdefault(
                    part["name"], read_settings(files, name, _READERS[ending_of(name)])
                )
        return settings, top

    def _list_permalinks(self) -> dict[str, str]:
        found = mapping_of(self._settings, "permalinks")
        of_pages = mapping_of(found, "page")
        return {
            name: pattern
            for name, pattern in (*found.items(), *of_pages.items())
            if isinstance(pattern, str)
        }

    def _choose_sections(self, names: Iterable[str], chosen: tuple[str, ...]) -> frozenset[str]:
        """Return the folders of posts: as the settings say, by their names, or the fullest one."""
        if chosen:
            return frozenset(chosen)
        counts: dict[str, int] = {}
        for name in names:
            section = self._section_of(name)
            if section and ending_of(name) in MARKDOWN:
                counts[section] = counts.get(section, 0) + 1
        named = frozenset(one for one in counts if one.lower() in _SECTIONS)
        return named or frozenset([max(counts, key=lambda one: counts[one])] if counts else [])

    def _section_of(self, name: str) -> str:
        parts = self._within(name).split("/")
        return parts[0] if len(parts) > 1 else ""

    def _within(self, name: str) -> str:
        """Return the path below the folder of texts, without that of a language."""
        path = name.removeprefix(self._content) if name.startswith(self._content) else ""
        first, _, rest = path.partition("/")
        return rest if rest and first in mapping_of(self._settings, "languages") else path

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its folder: those of the chosen ones are posts."""
        if not self._within(name):
            return None
        stem = posixpath.basename(name).partition(".")[0]
        is_post = self._section_of(name) in self._sections and stem != "_index"
        return "published" if is_post else "page"

    def list_defaults(self, name: str) -> dict[str, object]:
        """Return the language that a file's name says."""
        found = _LANGUAGE.search(posixpath.splitext(name)[0])
        return {"lang": found[1]} if found and found[1] != self._lang else {}

    def settle_role(self, head: Head) -> State:
        """Return what a post is; one that has expired is shown no more, or is shown later."""
        expires = read_day(text_of(head.fields, "expirydate", "unpublishdate"))
        is_gone = expires is not None and expires.isoformat() <= self._today
        published = read_day(text_of(head.fields, "publishdate")) or head.date
        is_later = published is not None and published.isoformat() > self._today
        if is_later and head.state == "published" and not is_true(self._settings, "buildfuture"):
            return "scheduled"
        return "draft" if is_gone and head.state == "published" else head.state

    def find_address(self, head: Head) -> str:
        """Return the path that the post, the pattern of its section, or its place says."""
        typed = text_of(head.fields, "url")
        if typed:
            return typed
        path = posixpath.splitext(self._within(head.file))[0]
        lang = text_of(self.list_defaults(head.file), "lang")
        path = path.removesuffix(f".{lang or self._lang}")
        folder, stem = posixpath.split(path)
        if stem in {"index", "_index"}:
            folder, stem = posixpath.split(folder)
        section = self._section_of(head.file)
        slug = text_of(head.fields, "slug")
        name = slug or stem
        pattern = self._permalinks.get(section, "") if head.state != "page" else ""
        made = fill_colons(pattern, self._parts(head, folder, section, stem)) if pattern else ""
        made = made or f"/{_write_path(folder)}/{_write_path(name)}/"
        if text_of(self._settings, "uglyurls") == "true":
            made = f"{made.rstrip('/')}.html"
        front = f"/{lang}" if lang else ""
        return front + made.replace("//", "/")

    def _parts(self, head: Head, folder: str, section: str, stem: str) -> dict[str, str]:
        slug, title = text_of(head.fields, "slug"), slugify(head.title)
        return {
            **parts_of_date(head.date),
            "section": _write_path(section),
            "sections": _write_path(folder),
            "title": title,
            "slug": slug or title,
            "filename": _write_path(stem),
            "contentbasename": _write_path(stem),
            "slugorfilename": slug or _write_path(stem),
            "slugorcontentbasename": slug or _write_path(stem),
        }

    def replace_templates(self, text: str, head: Head, posts: Posts, leftouts: LeftOuts) -> str:
        """Return a text without shortcodes."""
        site = ShortcodeSite(self._settings, lambda name: posts.find(name, head))
        return replace_shortcodes(text, head.fields, site, leftouts)

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: in the post's bundle, or in a folder of the site's own."""
        yield from super().list_places(path, head)
        within = path.lstrip("/")
        base = self.about.url.partition("://")[2].partition("/")[2]
        if base:
            within = within.removeprefix(f"{base}/")
        yield from (f"{self._top}{place}/{within}" for place in ("static", "assets", "content"))


def _write_path(path: str) -> str:
    """Return a path as Hugo writes it in addresses."""
    return path.lower().replace(" ", "-").strip("/")


HUGO = Source("hugo", "a Hugo site", matches, read)

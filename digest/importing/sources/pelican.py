"""Pelican: Markdown whose first lines are `Title: …`, settings in `pelicanconf.py`.

(Pelican's documentation, "Writing content" and "Settings".) The settings are a program; only what
is typed in it as a text or a list of texts is read, and nothing of it is run.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of
from digest.importing.dialects.convert import Dialect
from digest.importing.markdownposts.fields import text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator, find_topmost
from digest.importing.markdownposts.heads import split_name
from digest.importing.markdownposts.permalinks import fill_braces
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import Archive, State
    from digest.importing.sources.source import Options

_CONFIGS = ("publishconf.py", "pelicanconf.py")
_ENOUGH = 20
"""Files that are looked into, to find out what they are."""
_HEAD = lazy_regex(r"(?:[A-Z][A-Za-z_ -]*:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}[ \t]*(?:\n|\Z)")
_TITLED = lazy_regex(r"^Title:[ \t]*\S", re.MULTILINE)
_OWN = lazy_regex(r"[{|](?P<kind>filename|static|attach|category|tag|author|index)[}|](?P<path>.*)")
_USUAL = {"page": "pages/{slug}.html", "draft": "drafts/{slug}.html", "article": "{slug}.html"}
"""Addresses where the settings say nothing, by what a text is."""
_NOT_TEXTS = words_of("theme themes output plugins templates node_modules tests test")


def matches(files: Files) -> bool:
    """Tell whether files are those of a Pelican site, or posts with its lines at their top."""
    names = [name for name in files.names if ending_of(name) in MARKDOWN]
    if names and find_topmost(files, _CONFIGS[1:]):
        return True
    some = names[:: max(1, len(names) // _ENOUGH)]
    found = sum(_is_post(files.read_beginning(name)) for name in some)
    return found * 2 > len(some)


def _is_post(beginning: str) -> bool:
    head = _HEAD.match(beginning)
    return head is not None and _TITLED.search(head[0]) is not None


def read(files: Files, options: Options) -> Archive:
    """Read the posts of a Pelican site."""
    return read_folder(files, Pelican(files), options)


class Pelican(Generator):
    """How the folder of a Pelican site is read."""

    kind = "pelican"
    dialect = Dialect(is_python=True, has_marked_notes=True)
    has_lines = True

    def __init__(self, files: Files) -> None:
        """Read the settings of a site."""
        config = find_topmost(files, _CONFIGS[1:])
        self._settings: dict[str, str] = {}
        self._top = config[: config.rfind("/") + 1]
        for name in reversed(_CONFIGS):
            if config and self._top + name in files.names:
                text = files.read_text(self._top + name)
                read_ = _read_settings(text) if isinstance(text, str) else {}
                self._settings |= {key: one for key, one in read_.items() if one}
        path = self._settings.get("path", "content").strip("./")
        folder = f"{self._top}{path}/" if path else self._top
        has_folder = any(name.startswith(folder) for name in files.names)
        self._content = folder if config and has_folder else ""
        self.about = About(
            self._settings.get("sitename", ""),
            self._settings.get("sitesubtitle", ""),
            self._settings.get("siteurl", "").rstrip("/"),
            self._settings.get("default_lang", ""),
        )

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its folder."""
        if not name.startswith(self._content):
            return None
        folders = name[len(self._content) :].split("/")[:-1]
        if set(folders) & _NOT_TEXTS:
            return None
        return "page" if folders[:1] == ["pages"] else "published"

    def list_defaults(self, name: str) -> dict[str, object]:
        """Return the category that the folder of a file is."""
        folders = name[len(self._content) :].split("/")[:-1]
        is_named = self._settings.get("use_folder_as_category", "true").lower() == "true"
        return {"category": folders[-1]} if folders and is_named else {}

    def settle_role(self, head: Head) -> State:
        """Return what a post is: a text without a head of its own is a page beside them."""
        is_page = head.state == "published" and not head.split.form
        return "page" if is_page else head.state

    def find_address(self, head: Head) -> str:
        """Return the path that the head or the settings' pattern makes."""
        if typed := text_of(head.fields, "url", "save_as"):
            return f"/{typed.removesuffix('index.html').lstrip('/')}"
        kind = head.state if head.state in _USUAL else "article"
        pattern = self._settings.get(f"{kind}_url", _USUAL[kind])
        category = text_of(head.fields, "category") or self._settings.get(
            "default_category", "misc"
        )
        from_name = self._settings.get("slugify_source", "title") == "basename"
        slug = text_of(head.fields, "slug")
        parts = {
            "slug": slug or slugify(split_name(head.file)[1] if from_name else head.title),
            "category": slugify(category),
            "lang": text_of(head.fields, "lang") or self.about.lang or "en",
            "author": slugify(text_of(head.fields, "author")),
        }
        made = fill_braces(pattern, parts, head.date)
        return f"/{made.removesuffix('index.html').lstrip('/')}" if made else ""

    def settle_link(self, address: str, head: Head, posts: Posts) -> str:
        """Return where `{filename}name.md` leads, and the path of what `{static}` names."""
        found = _OWN.match(address)
        if found is None:
            return address
        path = found["path"]
        if found["kind"] == "filename" and ending_of(path.partition("#")[0]) in MARKDOWN:
            near = f"{self._content}{path[1:]}" if path.startswith("/") else path
            return posts.find(near, head) or path
        if found["kind"] in {"static", "attach", "filename"}:
            return path
        slug = slugify(path)
        return {"tag": f"/tag/{slug}.html", "category": f"/category/{slug}.html"}.get(
            found["kind"], "/"
        )

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: beside the post, or below the folder of the texts."""
        yield from super().list_places(path, head)
        yield f"{self._content}{path.lstrip('/')}"
        yield f"{self._content}extra/{path.lstrip('/')}"


def _read_settings(program: str) -> dict[str, str]:
    """Return the texts that a program gives to names in capitals, by the names in small letters."""
    try:
        body = ast.parse(program).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found: dict[str, str] = {}
    for statement in body:
        if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Constant):
            continue
        for target in statement.targets:
            if isinstance(target, ast.Name) and target.id.isupper():
                found[target.id.lower()] = str(statement.value.value or "")
    return found


PELICAN = Source("pelican", "a Pelican site", matches, read)

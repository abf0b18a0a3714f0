"""Zola: texts in `content`, with heads in TOML; settings in `config.toml` (Zola's manual)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.basics.text import slugify
from digest.importing.dialects.convert import Dialect
from digest.importing.dialects.shortcodes import ShortcodeSite, replace_calls
from digest.importing.markdownposts.fields import mapping_of, text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator, find_topmost, read_settings
from digest.importing.markdownposts.heads import split_name
from digest.importing.markdownposts.matter import read_toml
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.dialects.leftouts import LeftOuts
    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import Archive, State
    from digest.importing.sources.source import Options

_CONFIGS = frozenset({"config.toml", "zola.toml"})


def matches(files: Files) -> bool:
    """Tell whether files are those of a Zola site."""
    config = find_topmost(files, _CONFIGS)
    has_texts = any("content/" in name and ending_of(name) in MARKDOWN for name in files.names)
    return has_texts and "base_url" in files.read_beginning(config, 20_000) if config else False


def read(files: Files, options: Options) -> Archive:
    """Read the posts of a Zola site."""
    return read_folder(files, Zola(files), options)


class Zola(Generator):
    """How the folder of a Zola site is read."""

    kind = "zola"
    dialect = Dialect()
    pages_have_heads = True

    def __init__(self, files: Files) -> None:
        """Read the settings of a site."""
        config = find_topmost(files, _CONFIGS)
        self._settings = read_settings(files, config, read_toml)
        self._top = config[: config.rfind("/") + 1]
        self._lang = text_of(self._settings, "default_language")
        self.about = About(
            text_of(self._settings, "title"),
            text_of(self._settings, "description"),
            text_of(self._settings, "base_url").rstrip("/"),
            self._lang,
        )

    def _within(self, name: str) -> str:
        return name.removeprefix(f"{self._top}content/") if f"{self._top}content/" in name else ""

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its place; what a section says of itself is a page."""
        if not name.startswith(f"{self._top}content/"):
            return None
        is_section = posixpath.basename(name).startswith("_index.")
        return "page" if is_section else "published"

    def list_defaults(self, name: str) -> dict[str, object]:
        """Return the language that a file's name says."""
        stem = posixpath.splitext(posixpath.basename(name))[0]
        lang = stem.rpartition(".")[2] if "." in stem else ""
        return {"lang": lang} if lang in mapping_of(self._settings, "languages") else {}

    def settle_role(self, head: Head) -> State:
        """Return what a post is: what has no date is a page."""
        is_page = head.state == "published" and head.date is None
        return "page" if is_page else head.state

    def find_address(self, head: Head) -> str:
        """Return the path that the head says, or that the file's place and name make."""
        if typed := text_of(head.fields, "path"):
            return f"/{typed.strip('/')}/"
        lang = text_of(self.list_defaults(head.file), "lang")
        folder, name = posixpath.split(self._within(head.file))
        stem = posixpath.splitext(name)[0].removesuffix(f".{lang}")
        if stem in {"index", "_index"}:
            folder, stem = posixpath.split(folder)
        _, rest = split_name(f"{stem}.md")
        slug = text_of(head.fields, "slug") or rest
        parts = [lang, *folder.split("/"), slug]
        return "/" + "".join(f"{slugify(part)}/" for part in parts if part)

    def replace_templates(self, text: str, head: Head, posts: Posts, leftouts: LeftOuts) -> str:
        """Return a text without shortcodes."""
        site = ShortcodeSite(self._settings, lambda name: posts.find(name, head))
        return replace_calls(text, head.fields, site, leftouts)

    def settle_link(self, address: str, head: Head, posts: Posts) -> str:
        """Return the address of the post that a link `@/blog/name.md` names."""
        if not address.startswith("@/"):
            return address
        return posts.find(f"{self._top}content/{address[2:]}", head) or address

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: beside the post, or in `static`."""
        yield from super().list_places(path, head)
        yield f"{self._top}static/{path.lstrip('/')}"
        # beside a text with a folder of its own, its pictures have its address
        yield posixpath.join(posixpath.dirname(head.file), posixpath.basename(path))


ZOLA = Source("zola", "a Zola site", matches, read)

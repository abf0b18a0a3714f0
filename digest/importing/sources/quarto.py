"""Quarto: documents `.qmd`, settings in `_quarto.yml` (Quarto's documentation)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from digest.importing.dialects.convert import Dialect
from digest.importing.dialects.shortcodes import ShortcodeSite, replace_shortcodes
from digest.importing.markdownposts.fields import mapping_of, text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator, find_topmost, read_settings
from digest.importing.markdownposts.matter import read_yaml
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.importing.dialects.leftouts import LeftOuts
    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import Archive, State
    from digest.importing.sources.source import Options

_CONFIGS = frozenset({"_quarto.yml", "_quarto.yaml"})
_TEXTS = MARKDOWN - {"mdx"}


def matches(files: Files) -> bool:
    """Tell whether files are those of a Quarto site, or have documents of it."""
    is_site = find_topmost(files, _CONFIGS) != ""
    return is_site or any(ending_of(name) == "qmd" for name in files.names)


def read(files: Files, options: Options) -> Archive:
    """Read the posts of a Quarto site."""
    return read_folder(files, Quarto(files), options)


class Quarto(Generator):
    """How the folder of a Quarto site is read."""

    kind = "quarto"

    def __init__(self, files: Files) -> None:
        """Read the settings of a site."""
        config = find_topmost(files, _CONFIGS)
        self._settings = read_settings(files, config, read_yaml)
        self._top = config[: config.rfind("/") + 1]
        website = mapping_of(self._settings, "website")
        self._out = text_of(mapping_of(self._settings, "project"), "output-dir") or "_site"
        self.about = About(
            text_of(website, "title") or text_of(self._settings, "title"),
            text_of(website, "description"),
            text_of(website, "site-url").rstrip("/"),
            text_of(self._settings, "lang"),
            tuple(name for name in files.names if name.endswith(".bib") and self._is_source(name)),
        )
        self.dialect = Dialect(
            is_pandoc=True,
            has_colons=True,
            has_dollars=True,
            has_citations=bool(self.about.bibliographies),
        )

    def _is_source(self, name: str) -> bool:
        """Tell whether a file is one that people write."""
        if not name.startswith(self._top):
            return False
        path = name[len(self._top) :]
        own = (part for part in path.split("/")[:-1] if part.startswith(("_", ".")))
        return not path.startswith(f"{self._out}/") and not any(own)

    def find_role(self, name: str) -> State | None:
        """Return what a file is; the site's own start page and what begins with `_` is none."""
        is_text = ending_of(name) in _TEXTS and self._is_source(name)
        hidden = posixpath.basename(name).startswith("_")
        return "published" if is_text and not hidden else None

    def settle_role(self, head: Head) -> State:
        """Return what a document is: what has no date, or lists others, is a page."""
        is_page = head.date is None or "listing" in head.fields
        return "page" if is_page and head.state == "published" else head.state

    def find_address(self, head: Head) -> str:
        """Return the path of the page that a document makes."""
        path = posixpath.splitext(head.file[len(self._top) :])[0]
        folder, stem = posixpath.split(path)
        return f"/{folder}/".replace("//", "/") if stem == "index" else f"/{path}.html"

    def replace_templates(self, text: str, head: Head, posts: Posts, leftouts: LeftOuts) -> str:
        """Return a text without shortcodes."""
        site = ShortcodeSite(self._settings, lambda name: posts.find(name, head))
        return replace_shortcodes(text, head.fields, site, leftouts)

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: beside the document, or below the site's top."""
        yield from super().list_places(path, head)
        yield f"{self._top}{path.lstrip('/')}"


QUARTO = Source("quarto", "a Quarto site", matches, read)

"""Markdown files of no generator that is known: one with a section an issue, or a folder of them.

A file's date and number are in its head, its name, its title or its first lines.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.dates import find_date, find_number
from digest.importing.dialects.convert import Dialect
from digest.importing.markdownposts.archives import split_archive
from digest.importing.markdownposts.fields import text_of
from digest.importing.markdownposts.folder import MARKDOWN, ending_of, read_folder
from digest.importing.markdownposts.generator import About, Generator
from digest.importing.markdownposts.heads import split_name
from digest.importing.post import LeftOut, Place
from digest.importing.sources.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.post import Archive, Post, State
    from digest.importing.sources.source import Options

_ABOUT_REPOSITORY = lazy_regex(
    r"(?:contributing|code[_-]of[_-]conduct|license|licence|changelog|security|authors|contributors"
    r"|support|governance|pull_request_template|issue_template|bug_report|funding|citation)\b.*"
)
_REASON = "it is about the repository"
_STARTS = ("readme", "index")
_NAMED = lazy_regex(r"\D*0*(\d{1,5})")
_FIRST_LINES, _FEW, _SHORT = 400, 4, 80
"""Characters and lines at a text's beginning in which its date may stand, and those of a line."""


def matches(files: Files) -> bool:
    """Tell whether files have Markdown among them."""
    return any(ending_of(name) in MARKDOWN for name in files.names)


def read(files: Files, options: Options) -> Archive:
    """Read the posts of Markdown files, and the sections of those that are archives."""
    archive = read_folder(files, PlainMarkdown(files), options)
    posts: list[Post] = []
    for post in archive.posts:
        posts += split_archive(post) or [_complete(post)]
    about = (
        name for name in files.names if ending_of(name) in MARKDOWN and is_about_repository(name)
    )
    left_out = (*archive.left_out, *(LeftOut(name, _REASON, Place(name)) for name in about))
    if len(posts) == 1 and posts[0].state == "page":
        # a file alone is what was meant
        posts = [msgspec.structs.replace(posts[0], state="published")]
    return msgspec.structs.replace(archive, posts=tuple(posts), left_out=left_out)


def _complete(post: Post) -> Post:
    """Return a post with the date and number that its name, title or first lines have."""
    _, stem = split_name(post.place.path)
    date, number = post.date, post.number or find_number(stem)
    for text in (stem, posixpath.splitext(post.place.path)[0], post.title) if not date else ():
        found = find_date(text)
        date = date or (found.resolve() if found else None)
    if not number and not date and (counted := _NAMED.fullmatch(stem)):
        number = counted[1]
    if not date:
        date = _find_typed(post.text)
    return msgspec.structs.replace(post, date=date, number=number)


def _find_typed(text: str) -> dt.date | None:
    """Return the day that one of a text's first lines is, or ends with."""
    lines = [line for line in text[:_FIRST_LINES].split("\n") if line.strip()]
    for line in lines[:_FEW]:
        found = find_date(line) if len(line) <= _SHORT else None
        if found and found.day and found.year:
            return found.resolve()
    return None


class PlainMarkdown(Generator):
    """How a folder of Markdown files is read."""

    kind = "markdown"
    has_lines = True

    def __init__(self, files: Files) -> None:
        """Look for the settings of tools that read some signs of their own."""
        tops = {posixpath.basename(name).partition(".")[0] for name in files.names}
        self.about = About()
        self._is_docusaurus = "docusaurus" in tops
        self.dialect = Dialect(
            # as GitHub shows it
            has_dollars=True,
            has_colons=self._is_docusaurus or "astro" in tops,
            has_marked_notes="mkdocs" in tops,
        )

        self._folders = Counter(
            posixpath.dirname(name) for name in files.names if ending_of(name) in MARKDOWN
        )

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its name: a README beside other texts is a page."""
        folder, base = posixpath.split(name)
        stem = posixpath.splitext(base)[0].lower()
        if is_about_repository(name):
            return None
        is_start = stem in _STARTS and (not folder or self._folders[folder] > 1)
        return "page" if is_start else "published"

    def find_address(self, head: Head) -> str:
        """Return the path that the head says; Docusaurus makes one of the date as well."""
        typed = text_of(head.fields, "permalink", "url", "path")
        if typed or not self._is_docusaurus or not head.date:
            return typed
        slug = text_of(head.fields, "slug").strip("/")
        _, rest = split_name(head.file)
        return f"/blog/{slug or f'{head.date:%Y/%m/%d}/{rest}'}"

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where a picture may be: beside the text, or below the top."""
        yield from super().list_places(path, head)
        yield path.lstrip("/")
        yield f"public/{path.lstrip('/')}"
        yield f"static/{path.lstrip('/')}"


def is_about_repository(name: str) -> bool:
    """Tell whether a file is one of those that say how to work on a repository."""
    stem = posixpath.splitext(posixpath.basename(name))[0].lower()
    return ending_of(name) in MARKDOWN and _ABOUT_REPOSITORY.fullmatch(stem) is not None


MARKDOWN_FILES = Source("markdown", "Markdown files", matches, read)

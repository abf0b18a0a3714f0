"""What every source gives: posts, each with its text in Markdown."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Literal

import msgspec

State = Literal["published", "draft", "paid", "scheduled", "page"]
"""What became of a post where it was: only published ones come in unless the editor says more.

`paid` is one that not everybody may read; `page` one that stands beside the posts, as "About".
"""


class Place(msgspec.Struct, frozen=True, order=True):
    """Where something stands in the source."""

    path: str
    """From the top of what was given, with `/`; behind a file that holds many posts, `#` and the
    post's own name, as `export.json#march-2022`."""
    line: int = 0
    """1-based, in the source's own file where lines are known; 0 where they are not."""

    def __str__(self) -> str:
        """Return it as it is shown."""
        return f"{self.path}:{self.line}" if self.line else self.path


class LeftOut(msgspec.Struct, frozen=True):
    """Something of the source that does not come in."""

    what: str
    """Its words, or what it is where it has none, as `3 members`."""
    reason: str
    """Why, in plain words, as `a button to subscribe`."""
    place: Place


class Picture(msgspec.Struct, frozen=True):
    """A picture that came with the export, or another file that a text leads to, as slides."""

    address: str
    """As it is written in the post's text."""
    file: str
    """The name of the file in what was given."""


class Post(msgspec.Struct, frozen=True):
    """A post of an archive, whatever its source."""

    place: Place
    """The line is that of the first line of its text, where that is Markdown in a file."""
    title: str
    """Plain text."""
    text: str
    """Markdown as digest reads it, with all that is text of the post and nothing else: no front
    matter, no buttons to subscribe or to share. Its lines are those of the source where the source
    is Markdown."""
    date: datetime.date | None = None
    """The day on which it was published."""
    updated: datetime.date | None = None
    """The day on which its source says that it was changed."""
    address: str = ""
    """Its address until now: `https://…`, or from the site's top where the host is not known."""
    aliases: tuple[str, ...] = ()
    """Its earlier addresses, in the same form."""
    description: str = ""
    """The subtitle, plain text."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lang: str = ""
    number: str = ""
    """The issue's number, where the source says it."""
    state: State = "published"
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lines: tuple[int, ...] = ()
    """Of each line of the text that of the source's file, where they do not go side by side."""

    def at(self, line: int) -> Place:
        """Return the place of a line of the text, counted from 1, in the source's file."""
        if not self.place.line:
            return self.place
        path = self.place.path.partition("#")[0]
        if 0 < line <= len(self.lines):
            return Place(path, self.lines[line - 1])
        return Place(path, self.place.line + line - 1 if line else 0)


class Archive(msgspec.Struct, frozen=True):
    """What a source has."""

    kind: str
    """The name of the source's kind, as `--from` takes it."""
    posts: tuple[Post, ...]
    """In no order that matters; drafts and paid ones too."""
    title: str = ""
    """Of the newsletter, plain text."""
    tagline: str = ""
    url: str = ""
    lang: str = ""
    bibliographies: tuple[str, ...] = ()
    """The files of BibTeX in what was given from which posts cite by key, as Quarto's do. Of other
    sources an `@` is a sign, and has a backslash before it in a post's text."""
    left_out: tuple[LeftOut, ...] = ()
    """What is no post: members, keys, files that are not understood."""

    @property
    def main_lang(self) -> str:
        """Its language: where it says none, that of most of its posts, or nothing."""
        counts = Counter(post.lang for post in self.posts if post.lang)
        return self.lang or next((lang for lang, _ in counts.most_common(1)), "")

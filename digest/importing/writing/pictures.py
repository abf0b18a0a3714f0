"""The pictures of posts, and files that they lead to, as copies beside their texts.

Those that came with the export are in its files. Those that were fetched from the web are in a
folder of digest's own until they are copied; then the ledger says which file each is.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from digest.basics.files import write_file
from digest.basics.images import find_suffix, is_image_name
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint, slugify
from digest.content.slugs import free_slug
from digest.importing.linktargets import list_pictures
from digest.importing.post import LeftOut, Place
from digest.importing.writing.postfiles import MadeFile

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.files import Files
    from digest.importing.post import Post
    from digest.importing.writing.destinations import Destination
    from digest.importing.writing.ledger import Record

_HEAD = 4096
"""Bytes by which a picture is known."""
_LONGEST_NAME = 60
_ENDING = lazy_regex(r"\.[A-Za-z0-9]{1,5}$")
_NO_PICTURE = "it is named as a picture, and is none that browsers show"


class Fetched:
    """The pictures that were fetched and are not copied yet."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "pictures"

    def keep(self, url: str, data: bytes) -> None:
        """Keep a picture. Raises FileError where it cannot be written."""
        write_file(self._folder / fingerprint(url), data, self._folder)

    def read(self, url: str) -> bytes:
        """Return a picture; nothing where it was not fetched."""
        try:
            return (self._folder / fingerprint(url)).read_bytes()
        except OSError:
            return b""

    def clear(self) -> None:
        """Delete all."""
        shutil.rmtree(self._folder, ignore_errors=True)


class PictureReader:
    """Reads what the copies of pictures are of."""

    def __init__(self, root: Path, files: Files, fetched: Fetched) -> None:
        self._root = root
        self._files = files
        self._fetched = fetched

    def __call__(self, made: MadeFile) -> bytes | LeftOut:
        """Return the bytes of a copy."""
        if made.picture:
            return self._files.read(made.picture)
        data = self._fetched.read(made.fetched)
        if data:
            return data
        try:
            return (self._root / made.path).read_bytes()
        except OSError:
            return LeftOut(made.fetched, "it was fetched, and is there no more", Place(made.path))


def place_pictures(
    post: Post,
    destination: Destination,
    files: Files,
    known: Record | None,
    fetched: Fetched | None,
) -> tuple[dict[str, MadeFile], list[LeftOut]]:
    """Return the copies of a post's pictures by the addresses that its text has.

    And what was said to be a picture, and is none by its bytes. `known` says what was fetched
    before; `fetched` has what was just now.
    """
    placed: dict[str, MadeFile] = {}
    left_out = []
    names = _Names(_folder(destination), known)
    by_file: dict[str, MadeFile] = {}
    for picture in post.pictures:
        made = by_file.get(picture.file)
        if made is None:
            suffix = _find_ending(picture.file, _read_head(files, picture.file))
            if not suffix:
                left_out.append(LeftOut(picture.file, _NO_PICTURE, post.place))
                continue
            made = MadeFile(names.choose(picture.file, suffix), picture=picture.file)
            by_file[picture.file] = made
        placed[picture.address] = made
    for url in list_pictures(post.text):
        if url in placed or not is_on_web(url):
            continue
        if known and url in known.fetched:
            placed[url] = MadeFile(known.fetched[url], fetched=url)
        elif fetched and (data := fetched.read(url)):
            path = names.choose(unquote(urlsplit(url).path), find_suffix(data))
            placed[url] = MadeFile(path, fetched=url)
    return placed, left_out


def is_on_web(address: str) -> bool:
    """Tell whether a picture's address is one that can be fetched."""
    return address.startswith(("https://", "http://"))


class _Names:
    """The names of the pictures of one post."""

    def __init__(self, folder: str, known: Record | None) -> None:
        self._folder = folder
        paths = known.fetched.values() if known else ()
        self._taken = {path.rpartition("/")[2].rpartition(".")[0] for path in paths}

    def choose(self, file: str, suffix: str) -> str:
        """Return a path for a picture that has this path elsewhere."""
        last = file.rstrip("/").rpartition("/")[2]
        stem = last.rpartition(".")[0] or last
        name = slugify(stem)[:_LONGEST_NAME].strip("-") or "picture"
        name = free_slug(name, self._taken)
        self._taken.add(name)
        return f"{self._folder}/{name}{suffix}"


def _find_ending(name: str, head: bytes) -> str:
    """Return the ending that the copy of a file gets; nothing where the file does not come in.

    A picture is known by its bytes. Another file comes along where a text leads to it and its
    source says that it is one to be had: none of those is a script.
    """
    if is_image_name(name) or not name.rpartition("/")[2].rpartition(".")[0]:
        return find_suffix(head)
    ending = _ENDING.search(name)
    return ending[0].lower() if ending and head else ""


def _read_head(files: Files, name: str) -> bytes:
    try:
        return files.opened(name, _HEAD)
    except (OSError, KeyError):
        return b""


def _folder(destination: Destination) -> str:
    is_edition = destination.path.endswith("/index.md")
    return f"{destination.folder}/figures" if is_edition else destination.path.removesuffix(".md")

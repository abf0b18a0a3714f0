"""The pictures that came with an export, as copies beside the texts that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.images import find_suffix
from digest.basics.text import slugify
from digest.content.slugs import free_slug
from digest.importing.post import LeftOut
from digest.importing.writing.making import MadeFile

if TYPE_CHECKING:
    from digest.importing.files import Files
    from digest.importing.post import Post
    from digest.importing.writing.homes import Home

_HEAD = 4096
"""Bytes by which a picture is known."""
_LONGEST_NAME = 60
_NO_PICTURE = "it is named as a picture, and is none that browsers show"


def place_pictures(
    post: Post, home: Home, files: Files
) -> tuple[dict[str, MadeFile], list[LeftOut]]:
    """Return the copies of a post's pictures by the addresses that its text has.

    And what was said to be a picture, and is none by its bytes.
    """
    placed: dict[str, MadeFile] = {}
    left_out = []
    by_file: dict[str, MadeFile] = {}
    taken: set[str] = set()
    for picture in post.pictures:
        made = by_file.get(picture.file)
        if made is None:
            suffix = find_suffix(_read_head(files, picture.file))
            if not suffix:
                left_out.append(LeftOut(picture.file, _NO_PICTURE, post.place))
                continue
            name = slugify(picture.file.rpartition("/")[2].rpartition(".")[0])[:_LONGEST_NAME]
            name = free_slug(name.strip("-") or "picture", taken)
            taken.add(name)
            made = MadeFile(f"{_folder(home)}/{name}{suffix}", picture=picture.file)
            by_file[picture.file] = made
        placed[picture.address] = made
    return placed, left_out


def _read_head(files: Files, name: str) -> bytes:
    try:
        return files.opened(name, _HEAD)
    except (OSError, KeyError):
        return b""


def _folder(home: Home) -> str:
    is_edition = home.path.endswith("/index.md")
    return f"{home.folder}/figures" if is_edition else home.path.removesuffix(".md")

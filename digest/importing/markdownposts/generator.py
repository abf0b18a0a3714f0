"""What differs between the generators whose folders of Markdown can be read."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from digest.importing.dialects.convert import Dialect
    from digest.importing.dialects.leftouts import LeftOuts
    from digest.importing.files import Files
    from digest.importing.markdownposts.heads import Head
    from digest.importing.markdownposts.linked import Posts
    from digest.importing.post import State


class About(msgspec.Struct, frozen=True):
    """What a generator's settings say of the newsletter."""

    title: str = ""
    tagline: str = ""
    url: str = ""
    """Its public address, with the path of it."""
    lang: str = ""
    bibliographies: tuple[str, ...] = ()


class Generator(Protocol):
    """How one generator's folder is read. What has a body here is what most of them do."""

    kind: str
    """Its name, as `--from` takes it."""
    about: About
    """What its settings say."""
    dialect: Dialect
    """What it reads beside CommonMark."""
    has_lines: bool = False
    """Whether a head may be lines `Title: …`."""
    pages_have_heads: bool = False
    """Whether a text beside the posts is a page of the site only if it has a head."""
    tags_parted_by: str = ","
    """What stands between tags in a text: a comma, or a space."""

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its place; None where it is no text of the site."""

    def list_defaults(self, name: str) -> Mapping[str, object]:  # noqa: ARG002 -- some look at it
        """Return what the settings say in place of a file's own head."""
        return {}

    def settle_role(self, head: Head) -> State:
        """Return what a post is once its head is known."""
        return head.state

    def find_address(self, head: Head) -> str:
        """Return the path of a post's address from the site's top, or its whole address.

        Empty where it is not known.
        """

    def read_include(self, name: str) -> str | None:  # noqa: ARG002 -- Jekyll looks at it
        """Return the text of a file that a tag puts into posts; None where the tag is to stay."""
        return None

    def replace_templates(self, text: str, head: Head, posts: Posts, leftouts: LeftOuts) -> str:  # noqa: ARG002 -- some look at them
        """Return a post's text with what its templates stand for; it keeps its lines."""
        return text

    def lacks_definitions(self, text: str) -> bool:  # noqa: ARG002 -- some look at it
        """Tell whether templates in a post's text may make definitions of its links."""
        return False

    def settle_link(self, address: str, head: Head, posts: Posts) -> str:  # noqa: ARG002 -- some look at them
        """Return the address that a link of a form of the generator's own leads to."""
        return address

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where the file may be in the folder that a text shows as `path`: beside the post."""
        if not path.startswith("/"):
            yield posixpath.join(posixpath.dirname(head.file), path)


def find_topmost(files: Files, names: Collection[str]) -> str:
    """Return the path of the file of one of some names in the fewest folders; else nothing."""
    found = [path for path in files.names if posixpath.basename(path) in names]
    return min(found, key=lambda path: path.count("/"), default="")


def read_settings(
    files: Files, path: str, read: Callable[[str], tuple[dict[str, object], str]]
) -> dict[str, object]:
    """Return what a file of settings has, by one of the readers of `matter.py`.

    Nothing where there is none, or where it cannot be read.
    """
    text = files.read_text(path) if path else ""
    return read(text)[0] if isinstance(text, str) else {}

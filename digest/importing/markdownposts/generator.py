"""What differs between the generators whose folders of Markdown can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digest.importing.dialects.convert import Dialect
    from digest.importing.dialects.leaving import Leaving
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
    """How one generator's folder is read."""

    @property
    def kind(self) -> str:
        """Its name, as `--from` takes it."""

    @property
    def about(self) -> About:
        """What its settings say."""

    @property
    def dialect(self) -> Dialect:
        """What it reads beside CommonMark."""

    @property
    def has_lines(self) -> bool:
        """Whether a head may be lines `Title: …`."""

    @property
    def pages_have_heads(self) -> bool:
        """Whether a text beside the posts is a page of the site only if it has a head."""

    @property
    def tags_parted_by(self) -> str:
        """What stands between tags in a text: a comma, or a space."""

    def find_role(self, name: str) -> State | None:
        """Return what a file is by its place; None where it is no text of the site."""

    def list_defaults(self, name: str) -> Mapping[str, object]:
        """Return what the settings say in place of a file's own head."""

    def settle_role(self, head: Head) -> State:
        """Return what a post is once its head is known."""

    def find_address(self, head: Head) -> str:
        """Return the path of a post's address from the site's top, or its whole address.

        Empty where it is not known.
        """

    def replace_templates(self, text: str, head: Head, posts: Posts, leaving: Leaving) -> str:
        """Return a post's text with what its templates stand for; it keeps its lines."""

    def lacks_definitions(self, text: str) -> bool:
        """Tell whether templates in a post's text may make definitions of its links."""

    def settle_link(self, address: str, head: Head, posts: Posts) -> str:
        """Return the address that a link of a form of the generator's own leads to."""

    def list_places(self, path: str, head: Head) -> Iterable[str]:
        """List where the file may be in the folder that a text shows as `path`."""

"""What every page shows of the newsletter's own: its logo, its icon, the scripts that it has."""

from __future__ import annotations

import msgspec

from digest.site.views.parts import Picture


class Logo(msgspec.Struct, frozen=True):
    """The newsletter's logo: `logo:` in site.yaml."""

    light: Picture
    dark: Picture | None
    """What stands in its place on a dark page, if anything does."""
    mail: Picture | None
    """What every mail client shows; None where nothing can be made of it."""
    feed: Picture | None
    """The same for readers of feeds, and for search engines."""


class IconFile(msgspec.Struct, frozen=True):
    """A square PNG of the newsletter's icon."""

    address: str
    size: int
    """Of each side, in pixels."""


class Icon(msgspec.Struct, frozen=True):
    """The newsletter's icon: `icon:` in site.yaml."""

    address: str
    type: str
    """Its media type."""
    small: IconFile | None = None
    """The PNGs that are made of it; None where nothing can be."""
    large: IconFile | None = None
    touch: IconFile | None = None
    """What iOS puts on its screen: on white."""


class Attribute(msgspec.Struct, frozen=True):
    """An attribute of an element, with its value."""

    name: str
    value: str


class Script(msgspec.Struct, frozen=True):
    """A script that all pages let in: `script:` in site.yaml."""

    src: str
    """Its whole address."""
    attributes: tuple[Attribute, ...]
    integrity: str
    """What its bytes must be, as the attribute has it; may be empty."""
    connect: tuple[str, ...]
    """The hosts to which it may send."""
    privacy: str
    """The page that says what it learns of readers; may be empty."""

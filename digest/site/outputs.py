"""What a build makes: one value a file, with the key of all that the file depends on."""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.basics.diagnostics import Place
from digest.basics.text import canonical_json, fingerprint
from digest.basics.version import engine_version
from digest.citing.formats import Export
from digest.site.twins import LlmsView
from digest.site.views.feed import Feed
from digest.site.views.icon import IconView
from digest.site.views.mail import MailPart
from digest.site.views.mailpicture import MailPicture
from digest.site.views.pages import View
from digest.site.views.sharecard import CardView
from digest.site.views.sitemap import SiteFile

_Rendered = Literal["page", "twin", "card", "feed", "site-file", "export", "mail"]
Kind = _Rendered | Literal["mail-picture", "variant", "icon", "file", "drawing", "theme-file"]


class Output(msgspec.Struct, frozen=True):
    """One file that a build makes."""

    path: str
    """Below the output folder, in POSIX form: `site/editions/2022-03/index.html`."""
    kind: Kind
    """Which renderer makes it. A `file` is copied."""
    key: str
    """The hash of everything that the file's bytes depend on."""
    source: str
    """The file that it is made from, or that messages about it name: a path from the site's
    root, or for a theme's file its path within the theme."""
    hash: str = ""
    """The fingerprint that `source` had when this was planned; empty unless its bytes are used."""
    view: (
        View
        | LlmsView
        | MailPart
        | MailPicture
        | Export
        | Feed
        | SiteFile
        | CardView
        | IconView
        | None
    ) = None
    """What it shows; None for a file that is copied."""
    place: Place | None = None
    """Where the alias was typed that it is made for, if it is."""


class Planned(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """What is kept of an output whose view need not be made again."""

    path: str
    kind: Kind
    key: str
    source: str
    subject: str = ""
    """What it is about, if it is a public page, or which bytes it has, if it is a file of static/:
    by this it is known again at another address."""
    leads_to: str = ""
    """The path of the page to which it leads on, where it stands at an old address."""
    place: Place | None = None


def make_key(kind: str, view: object, *depends: bytes | str) -> str:
    """Return the key of an output that shows `view` and depends on `depends` besides."""
    return fingerprint(kind, canonical_json(view), *depends, engine_version())

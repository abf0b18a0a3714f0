"""Where everything is published.

Addresses are paths from the site's root without a leading slash; a page's ends with a slash.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint, slugify

if TYPE_CHECKING:
    from digest.basics.editions import Edition

SITE = "site"
"""The folder, within the output folder, that is published."""
MAIL = "email"
"""The folder, within the output folder, that has a folder for each edition's message."""
ATOM, RSS, JSON = "feed.xml", "rss.xml", "feed.json"
"""The addresses of the site's feeds."""

STATIC_FILES = "static/"
"""The folder, beside content/, whose files are published as they are."""

SUBSCRIBE = "subscribe/"
"""The address of the page with the form to subscribe by."""

PEOPLE = "people/"
"""The address of the page that lists all people."""

_EDITION = lazy_regex(r"editions/[^/]+/")
_SAFE = "/#?=&;,:@!$'()*+~"
_PLAIN = lazy_regex(r"[\w./-]*", re.ASCII)


def edition_address(edition_id: str) -> str:
    """Return an edition's address."""
    return f"editions/{edition_id}/"


def is_edition_address(address: str) -> bool:
    """Tell whether an address is one that an edition can have."""
    return bool(_EDITION.fullmatch(address))


def earlier_ids(edition: Edition) -> list[str]:
    """Return what an edition's folder was called before, as far as its aliases say."""
    addresses = (alias.value.strip("/") + "/" for alias in edition.aliases)
    return [one.split("/")[1] for one in addresses if is_edition_address(one)]


def export_address(edition: str, file: str) -> str:
    """Return the address of an exported file beside an edition's page: `references.bib`."""
    return edition_address(edition) + file


def entry_address(edition_id: str, slug: str) -> str:
    """Return an entry's address."""
    return f"editions/{edition_id}/{slug}/"


def page_address(slug: str) -> str:
    """Return a free-standing page's address."""
    return f"{slug}/"


@functools.cache
def tag_slug(tag: str) -> str:
    """Return the slug of a tag; tags with one slug are spellings of one tag.

    The signs that tell the names of programming languages apart are spelt out: `C++`, `C#`.
    """
    return _shorten(slugify(tag.replace("+", " plus ").replace("#", " sharp ")))


@functools.cache
def author_slug(name: str) -> str:
    """Return the slug of an author's name; empty where it has no letter."""
    return _shorten(slugify(name))


def _shorten(slug: str) -> str:
    """Return a slug that a file system takes as a name: a long one is cut and ends in a hash."""
    if len(slug.encode()) <= _LONGEST:
        return slug
    cut = slug.encode()[: _LONGEST - 33].decode(errors="ignore").rstrip("-")
    return f"{cut}-{fingerprint(slug)}"


_LONGEST = 200
"""In bytes; most file systems allow names of 255."""


def tag_address(tag: str) -> str:
    """Return a tag's address."""
    return f"tags/{tag_slug(tag)}/"


def author_address(name: str) -> str:
    """Return an author's address."""
    return f"authors/{author_slug(name)}/"


def person_address(id_: str) -> str:
    """Return the address of a person's page."""
    return f"{PEOPLE}{id_}/"


def file_address(path: str) -> str:
    """Return the address of a file of the site that is published as it is, an image say.

    `path` is below content/editions, content/pages or static/.
    """
    return path.removeprefix("content/").removeprefix("pages/").removeprefix(STATIC_FILES)


def is_static(path: str) -> bool:
    """Tell whether a file is one of static/, which are published whether anything shows them."""
    return path.startswith(STATIC_FILES)


def static_path(address: str) -> str:
    """Return the path that the file of static/ has which is published at an address."""
    return STATIC_FILES + address


def output_path(address: str) -> str:
    """Return the file, below the published folder, that an address is served from."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def site_path(address: str) -> str:
    """Return the path of the output that is published at an address."""
    return f"{SITE}/{output_path(address)}"


def twin_address(address: str) -> str:
    """Return the address of the Markdown twin of a page, whose own ends in a slash or is empty."""
    return f"{address}index.md"


def public_url(base: str, address: str) -> str:
    """Return the whole public address; `base` ends with a slash."""
    # most addresses are as they must be, and there are tens of thousands of them
    return base + (address if _PLAIN.fullmatch(address) else quote(address, safe=_SAFE))

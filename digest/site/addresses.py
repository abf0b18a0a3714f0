"""Where everything is published.

Addresses are paths from the site's root without a leading slash; a page's ends with a slash.
"""

from __future__ import annotations

from urllib.parse import quote

from digest.text import slugify


def edition_address(edition_id: str) -> str:
    """Return an edition's address."""
    return f"editions/{edition_id}/"


def entry_address(edition_id: str, slug: str) -> str:
    """Return an entry's address."""
    return f"editions/{edition_id}/{slug}/"


def page_address(slug: str) -> str:
    """Return a free-standing page's address."""
    return f"{slug}/"


def tag_address(tag: str) -> str:
    """Return a tag's address."""
    return f"tags/{slugify(tag)}/"


def author_address(name: str) -> str:
    """Return an author's address."""
    return f"authors/{slugify(name)}/"


def file_address(path: str) -> str:
    """Return the address of a file of the site that is published as it is, an image say.

    `path` is below content/editions or content/pages.
    """
    return path.removeprefix("content/").removeprefix("pages/")


def output_path(address: str) -> str:
    """Return the file, below the published folder, that an address is served from."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def public_url(base: str, address: str) -> str:
    """Return the whole public address; `base` ends with a slash."""
    return base + quote(address, safe="/#?=&;,:@!$'()*+~")

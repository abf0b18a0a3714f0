"""What a case is of a hint that is followed, and how the files of one are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

EDITION = "content/editions/2022-03/index.md"
ENTRY = "content/editions/2022-03/01-dsi.md"
PAGE = "content/pages/about.md"
BIB = "content/references.bib"
SITE = "content/site.yaml"
OPTIONS = "arxiv: 2202.06991"
GOOD = "@article{knuth, title={Literate Programming}, author={Knuth, Donald}, year={1984}}\n"


class Case(NamedTuple):
    """A mistake in one file of a newsletter that has no other."""

    path: str
    text: str
    """Of a Markdown file what is below the front matter's fixed fields, or the body alone; of
    site.yaml what is below what it must have."""
    old: str
    """What of the text, or of the file's name, is to go."""
    new: str
    """What the hint says is to stand there."""
    beside: Mapping[str, str] = {}
    """Other files."""
    then: Mapping[str, str] = {}
    """Files that the hint would have written as well."""


def edition(body: str, fields: str = "") -> tuple[str, str]:
    """Return an edition's path and text."""
    return EDITION, f"---\ntitle: March\ndate: 2022-03-02\n{fields}---\n{body}\n"


def entry(fields: str = OPTIONS, body: str = "Words.") -> tuple[str, str]:
    """Return an entry's path and text."""
    return ENTRY, f"---\n{fields}\n---\n{body}\n"


def page(body: str, fields: str = "") -> tuple[str, str]:
    """Return a page's path and text."""
    return PAGE, f"---\ntitle: About\n{fields}---\n{body}\n"


def bib(text: str) -> tuple[str, str]:
    """Return the path and the text of references.bib."""
    return BIB, text

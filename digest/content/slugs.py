"""What the file of an entry is called: a slug, made of what its paper is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.content.frontmatter import SLUG

if TYPE_CHECKING:
    from collections.abc import Collection

PAGE_IDS = frozenset({"content", "contents", "references"})
"""Ids that an edition's page has of its own, so that no entry can have them."""
_LONGEST_SLUG = 40
_MOST_WORDS = 4
_MOST_NAME_WORDS = 3
_APOSTROPHE = lazy_regex(r"(?<=\w\w)['\u2019](?:s\b)?")
"""`It's`, `Bayes'`, `don't`: no end of a word. Behind one letter, as in `l'ordre`, it is one."""
# words that tell nothing of a paper
_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how",
    "in", "into", "is", "it", "its", "of", "on", "or", "our", "over", "that", "the", "their",
    "this", "to", "toward", "towards", "under", "using", "via", "we", "what", "when", "which",
    "why", "with", "without",
})  # fmt: skip
_KIND = lazy_regex(
    r"(?:retracted|withdrawn|removed)(?: \w+)?|(?:(?:author|publisher) )?correction(?: to)?"
    r"|retraction(?: note| notice)?|errat(?:um|a)|corrigend(?:um|a)|comment(?:ary)?|editorial"
    r"|expression of concern|perspective|reply|review",
    re.IGNORECASE,
)
"""What publishers put before a title, which says of what kind the work is, or what became of it."""


def make_slug(name: str, title: str, id_: str, url: str) -> str:
    """Return a slug made of the short name, else of the title's first words, else of the id.

    Any of them may be empty; where all say nothing, it is made of the address `url`.
    """
    slug = slugify(name) or (_slug_of_title(title) if title else "")
    # marks of some scripts are letters to readers, and not to addresses
    if SLUG.fullmatch(slug):
        return slug
    return slugify(id_) if id_ else _slug_of_address(url)


def _slug_of_address(url: str) -> str:
    """Return a slug made of where a page is on its site, else of the site."""
    parts = urlsplit(url)
    last = parts.path.strip("/").rpartition("/")[2].partition(".")[0]
    slug = next(filter(SLUG.fullmatch, map(slugify, (last, parts.hostname or ""))), "paper")
    return slug[:_LONGEST_SLUG].strip("-")


def name_of_title(title: str) -> str:
    """Return the short name that a title begins with, as `DataMUX: …`; nothing where it has none.

    One with a formula is none: what stands for it in a list is the editor's to say. Nor is what
    publishers put before titles.
    """
    name, colon, _ = title.partition(":")
    name = name.strip()
    is_name = colon and 0 < len(name.split()) <= _MOST_NAME_WORDS and "$" not in name
    return name if is_name and slugify(name) and not _KIND.fullmatch(name) else ""


def _slug_of_title(title: str) -> str:
    text = _APOSTROPHE.sub("", re.sub(r"\$[^$]*\$", " ", title))
    if name := name_of_title(text):
        return slugify(name)[:_LONGEST_SLUG].strip("-")
    words = slugify(text).split("-")
    telling = [word for word in words if word not in _SMALL] or words
    slug = ""
    for word in telling[:_MOST_WORDS]:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST_SLUG]
        if len(longer) > _LONGEST_SLUG:
            break
        slug = longer
    return slug


def free_slug(slug: str, taken: Collection[str]) -> str:
    """Return the slug, with a number behind it where it is taken."""
    if slug.casefold() not in taken:
        return slug

    def is_taken(number: int) -> bool:
        return f"{slug}-{number}".casefold() in taken

    # thousands may have one name, each with the number behind the last one's
    below, free = 1, 2
    while is_taken(free):
        below, free = free, free * 2
    while free - below > 1:
        middle = (below + free) // 2
        below, free = (middle, free) if is_taken(middle) else (below, middle)
    return f"{slug}-{free}"

"""Links in a row, whose words are what links are called: `[Paper](…), [Code](…)`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from digest.basics.hosts import hostname_of
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.paperaddresses import find_key, is_web, leads_to_paper
from digest.importing.recognise.words import LINK_FIELDS, LINK_QUALIFIERS, VAGUE_LINKS
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from digest.markdown.outline import Mark

Addresses = tuple[tuple[str, str], ...]
"""Those behind the labels of links."""

_BETWEEN = lazy_regex(
    r"(?:[\s,;|/·•+&()\[\]_*~–—-]|\band\b|:\w+:|[^\w\s<>*`$!\"'.:?#%@^\\]|<br\s*/?>)*"
)


class LinkRow(msgspec.Struct, frozen=True):
    """Links in a row whose words are what links are called, as `[Paper](…), [Code](…)`."""

    end: int
    """Where it ends; where it was looked for if there is none."""
    links: tuple[tuple[str, str], ...] = ()
    """What each is called, and its address."""
    dropped: tuple[str, ...] = ()


def read_links(text: str, addresses: Addresses = (), start: int = 0) -> LinkRow:
    """Read links in a row, from `start` on."""
    marks = [mark for mark in find_marks(text, addresses) if mark.kind == "link"]
    following = bisect_left(marks, start, key=lambda mark: mark.start)
    at, end = start, start
    links: list[tuple[str, str]] = []
    dropped: list[str] = []
    for mark in marks[following:]:
        between = _BETWEEN.match(text, at)
        name = name_of_link(text, mark)
        if name is None or mark.start > (between.end() if between else at):
            break
        links.append((name[0], mark.address))
        dropped.append(name[1])
        at = end = mark.end
    closing = _CLOSING.match(text, end) if links else None
    left = closing[0].strip("[]()*|.,; ") if closing else ""
    # a sign of emphasis closes what was opened before, or is a slip of the pen
    dropped.append(left if left.strip("_") or not text[:start].endswith("_") else "")
    return LinkRow(closing.end() if closing else start, tuple(links), tuple(dropped))


_CLOSING = lazy_regex(r"(?:\s*[\])|]|[_*]+(?=\s*$))*[.,;]?(?:\s*:\w+:)*\s*")


def name_of_link(text: str, mark: Mark) -> tuple[str, str] | None:
    """Return what a link is called, and words that go; None where its words say more."""
    words = text[slice(*mark.inner)]
    if picture := _PICTURE.fullmatch(words.strip()):
        # a badge
        return _name_by_host(mark.address), picture["alt"]
    plain = _SHORTCODE.sub("", words).strip().strip("*_`[]() ")
    if is_web(plain):
        return _name_by_host(mark.address), ""
    slug = slugify(plain)
    if slug in LINK_FIELDS:
        return plain, ""
    if words.strip() and (find_key(plain) or not slug):
        # an id, or nothing but an icon
        return _name_by_host(mark.address), plain or words
    *before, last = slug.split("-")
    if last in LINK_FIELDS - VAGUE_LINKS and LINK_QUALIFIERS.issuperset(before):
        return plain, ""
    return None


def cut_badge(text: str, addresses: Addresses) -> str:
    """Return the badge that a text begins with, as typed; empty where it begins with none."""
    found = _BADGE.match(text)
    if not found:
        return ""
    address = found["address"] or dict(addresses).get((found["label"] or "").upper(), "")
    return found[0] if "shields.io/" in address else ""


_BADGE = lazy_regex(r"!\[[^\]]*\](?:\((?P<address>[^()\s]*)\)|\[(?P<label>[^\]]*)\])")
_SHORTCODE = lazy_regex(r":[a-z0-9_+-]+:")
_PICTURE = lazy_regex(r"!\[(?P<alt>[^\]]*)\]\([^()]*\)")
_HOSTS = {"github.com": "code", "gitlab.com": "code", "twitter.com": "tweet", "x.com": "tweet",
          "youtube.com": "video", "youtu.be": "video", "huggingface.co": "model"}  # fmt: skip


def _name_by_host(address: str) -> str:
    if leads_to_paper(address):
        return ""
    host = hostname_of(address).removeprefix("www.") or "link"
    return _HOSTS.get(host, host)

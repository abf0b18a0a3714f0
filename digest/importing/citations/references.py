"""A reference as typed, taken apart: its ids, its address, and its words (see `titles`)."""

from __future__ import annotations

import re

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.citations.titles import TitleParts, part_title, tidy
from digest.importing.papers.typed import is_entry_url
from digest.importing.plaintext import plain_text
from digest.records.identifiers import Identifier, parse_identifier, parse_own_form


class TypedReference(msgspec.Struct, frozen=True):
    """What a reference says, as typed; empty where it does not."""

    plain: str
    """The whole without addresses, plain text."""
    id: Identifier | None = None
    url: str = ""
    """The address that it has, where that is no id."""
    told: TitleParts = TitleParts()


_LINK = lazy_regex(
    r"\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?(?P<url>[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?[^()]*\)"
)
_BARE = lazy_regex(
    r"<?\b(?P<url>(?:https?://|www\.|(?:dx\.)?doi\.org/|arxiv\.org/)[^\s<>\[\]\"“”]+)>?",
    re.IGNORECASE,
)
_ID = lazy_regex(
    r"\(?\b(?:arxiv(?:\s+preprint)?[\s:.]*(?:abs/)?(?:arxiv:)?\s*(?P<arxiv>(?:[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7}"
    r"|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?)(?:\s*\[[\w.-]+\])?"
    r"|(?:doi[:\s]*)?(?P<doi>10\.[0-9]{4,9}/[^\s<>\"“”]+))\)?",
    re.IGNORECASE,
)
_JUMPS = lazy_regex(
    r"\[?\s*(?:[↩↑⤴⏎^]\ufe0e?\s*)+\]?|\[(?:link|pdf|paper|url|arxiv|doi|code|html|abs)\]",
    re.IGNORECASE,
)
_LABEL_TEXTS = lazy_regex(
    r"(?:link|here|pdf|paper|url|arxiv|doi|code|html|abs|preprint|web|[↩↑⤴^]\ufe0e?)+",
    re.IGNORECASE,
)
_LONGEST = 4000
"""Characters of a reference that are read."""


def read_reference(markdown: str) -> TypedReference:
    """Take a reference apart; `markdown` is without the number that it is cited by."""
    text = markdown[:_LONGEST]
    ids: list[Identifier] = []
    urls: list[str] = []
    linked: list[str] = []

    def keep(found: re.Match[str]) -> str:
        _note(found["url"], ids, urls)
        words = plain_text(found["text"])
        if _LABEL_TEXTS.fullmatch(words) or _BARE.fullmatch(words):
            return " "
        linked.append(words)
        return found["text"]

    def note(found: re.Match[str]) -> str:
        url = found["url"].rstrip(".,;:!?'*_")
        is_closed = url.endswith(")") and url.count("(") < url.count(")")
        _note(url.rstrip(").,;") if is_closed else url, ids, urls)
        return " "

    text = _BARE.sub(note, _LINK.sub(keep, text))
    rest, named = _cut_ids(plain_text(_JUMPS.sub(" ", text)))
    ids += named
    whole = tidy(rest)
    if not whole and ids:
        return TypedReference("", ids[0], _first(urls))
    told = part_title(whole, [tidy(one) for one in linked])
    sure = [one for one in ids if not one.follows] or ids
    return TypedReference(whole, sure[0] if sure else None, _first(urls), told)


_SAYS = lazy_regex(
    r"(?:we|i|you|it|this|that|these|there|here|see|note|thanks?|also|if|as"
    r"|for (?:example|details|more)|in (?:this|our|fact|practice)|our|e\.g\.|i\.e\.|more|read"
    r"|full disclosure|disclaimer)\b",
    re.IGNORECASE,
)
_LONGEST_REFERENCE = 80
"""Words of a reference that may be a footnote."""


def is_reference(read: TypedReference, *, is_footnote: bool = False) -> bool:
    """Tell whether a text names a work, and is no note. Of footnotes only what is sure is one."""
    if _SAYS.match(read.plain) and not (read.told.is_parsed and read.told.year):
        return False
    if is_footnote:
        is_told = bool(read.id) or (read.told.is_parsed and bool(read.told.year or read.url))
        return is_told and len(read.plain.split()) <= _LONGEST_REFERENCE
    return bool(read.id or read.url or re.search(r"\w", read.told.title))


def _note(url: str, ids: list[Identifier], urls: list[str]) -> None:
    found = parse_identifier(url) if url else None
    if isinstance(found, Identifier):
        ids.append(found)
        if found.follows and is_entry_url(url):
            urls.append(url)
    elif is_entry_url(url):
        urls.append(url)
    elif is_entry_url(f"https://{url}") and url.startswith("www."):
        urls.append(f"https://{url}")


def _first(urls: list[str]) -> str:
    return urls[0] if urls else ""


def _cut_ids(text: str) -> tuple[str, list[Identifier]]:
    """Return a text without the ids that are told as such, and them."""
    ids = []

    def note(found: re.Match[str]) -> str:
        typed = found["arxiv"] or found["doi"].rstrip(".,;:)")
        read = parse_own_form(typed)
        if not isinstance(read, Identifier):
            return found[0]
        ids.append(read)
        return " "

    return _ID.sub(note, text), ids

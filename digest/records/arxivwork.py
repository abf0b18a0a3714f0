"""A paper as arXiv's feed has it to a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.basics.works import ArxivFacts, Work
from digest.records.csl import with_aliases
from digest.records.identifiers import Identifier, parse_arxiv, parse_doi
from digest.records.markup import paragraphs_to_rich
from digest.records.names.reading import read_names
from digest.records.richtitles import read_title
from digest.records.states import is_withdrawn, state_of_title
from digest.records.tex import tex_to_rich, tex_to_text

if TYPE_CHECKING:
    import arxiv

_PARAGRAPH = lazy_regex(r"\n[ \t]*(?:\n\s*|[ \t]+)")


def make_arxiv_work(result: arxiv.Result) -> Work | None:
    """Return the work that an entry of the feed tells of; None where it has no id or no title."""
    found = parse_arxiv(re.sub(r"^https?://[^/]+/abs/", "", result.entry_id.strip()))
    title = tex_to_rich(result.title) or one_line(result.title)
    if not isinstance(found, Identifier) or not title:
        return None
    published = result.published.date()
    return with_aliases(
        Work(
            id=found.key,
            type="article",
            title=one_line(title),
            author=read_names(one_line(tex_to_text(one.name)) for one in result.authors),
            issued=(published.year, published.month, published.day),
            publisher="arXiv",
            doi=found.doi,
            url=found.url,
            abstract=_read_abstract(result.summary),
            status=state_of_title(title),
            arxiv=_make_facts(result, found),
        )
    )


def _read_abstract(summary: str) -> str:
    """Return an abstract as rich text; a paragraph with commands of its author's own stays TeX."""
    read = (read_title(part) for part in unwrap(summary).split("\n\n"))
    return paragraphs_to_rich("\n\n".join(read))


def _make_facts(result: arxiv.Result, found: Identifier) -> ArxivFacts:
    comment = one_line(result.comment or "")
    categories = dict.fromkeys(one_line(term) for term in result.categories)
    version = found.version or _version_in_links(result, found)
    return ArxivFacts(
        id=found.value,
        version=version,
        primary_category=one_line(result.primary_category),
        categories=tuple(term for term in categories if term),
        comment=comment,
        journal_ref=one_line(result.journal_ref or ""),
        doi=_publisher_doi(result.doi or ""),
        license=next((link.href for link in result.links if link.rel == "license"), ""),
        withdrawn=is_withdrawn(comment, result.summary, version),
    )


def _version_in_links(result: arxiv.Result, found: Identifier) -> int:
    """Return the version of an entry whose id has none: the earliest feeds gave it in the links."""
    named = (parse_arxiv(link.href) for link in result.links if link.rel == "alternate")
    return next(
        (one.version for one in named if isinstance(one, Identifier) and one.key == found.key), 0
    )


def _publisher_doi(text: str) -> str:
    """Return the publisher's DOI; authors sometimes give several, or add what is none."""
    for one in (text, *re.split(r"[\s;,]+", text)):
        found = parse_doi(one)
        if isinstance(found, Identifier) and found.kind == "doi":
            return found.value
    return ""


def unwrap(abstract: str) -> str:
    """Return an abstract with one line a paragraph and an empty line between two.

    arXiv wraps at 80 columns, or used to; a paragraph begins behind an empty line or with a space.
    """
    paragraphs = (one_line(part) for part in _PARAGRAPH.split(abstract))
    return "\n\n".join(part for part in paragraphs if part)

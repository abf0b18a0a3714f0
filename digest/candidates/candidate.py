"""A paper that may be covered, as a source tells of it."""

from __future__ import annotations

import msgspec


class Candidate(msgspec.Struct, frozen=True, omit_defaults=True):
    """A paper that may be covered. Texts are plain and on one line; empty where unknown."""

    id: str
    """The work's key, `arxiv:2202.06991` or `doi:10.…`; the address of a page where it has none."""
    title: str = ""
    abstract: str = ""
    authors: tuple[str, ...] = ()
    """In reading order, as the source prints them; it may leave out the last ones."""
    categories: tuple[str, ...] = ()
    """As the source calls them, the primary one first: `cs.CL`."""
    listed: str = ""
    """The day on which it was first to be had there, `YYYY-MM-DD`."""
    url: str = ""
    """Of its page."""
    license: str = ""
    """The address of its text's licence."""
    source: str = ""
    """What told of it: `arXiv`, `bioRxiv`, the name of a feed."""
    attention: tuple[tuple[str, float], ...] = ()
    """What an editor's own sources count of it, as `upvotes` and how many."""
    typed: str = ""
    """The id as a file of candidates has it."""
    versions: tuple[str, ...] = ()
    """The keys of other versions of the same work: a journal's, or a preprint's."""

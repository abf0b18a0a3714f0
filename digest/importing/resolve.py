"""All posts of an archive, with their papers known and their numbers made citations."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec

from digest.basics.works import Work
from digest.importing.citations.bibliography import Bibliography
from digest.importing.citations.listed import read_list
from digest.importing.citations.posts import make_citations
from digest.importing.citations.titlemarks import settle_titles
from digest.importing.papers.doubles import Covered, find_doubles
from digest.importing.papers.entries import find_paper, read_entry
from digest.importing.papers.knownworks import Known, KnownWorks
from digest.importing.papers.lookup import Title, Wanted
from digest.importing.papers.names import mark_names
from digest.importing.parts import Resolved, ResolvedPosts
from digest.records.pagefacts import PageFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.importing.papers.entries import Found, ReadEntry
    from digest.importing.parts import Fault, FoundEntry, Parts
    from digest.importing.post import Post


class Newsletter(msgspec.Struct, frozen=True):
    """What is known before posts are read: what the newsletter has, and what was looked up."""

    records: tuple[Work, ...] = ()
    listed: tuple[Work, ...] = ()
    """The works of its references.bib."""
    covered: tuple[Covered, ...] = ()
    """What its editions cover, those that were imported before left out."""
    pages: tuple[tuple[str, PageFacts], ...] = ()
    """What pages say of their papers, by their addresses."""
    lacking: tuple[tuple[str, str], ...] = ()
    """Ids of which their services have no record, each with the words that say so."""


def find_wanted(posts: Sequence[tuple[Post, Parts]], newsletter: Newsletter) -> Wanted:
    """List what posts name and nothing is known of, to be looked up."""
    posts = [(post, mark_names(settle_titles(parts))) for post, parts in posts]
    read = [[read_entry(entry) for entry in _entries(parts)] for _, parts in posts]
    known = _gather(posts, read, newsletter)
    bibliography = Bibliography(known, newsletter.listed)
    keys: dict[str, None] = {}
    titles: dict[Title, None] = {}
    urls: dict[str, None] = {}
    for (post, parts), of_post in zip(posts, read, strict=True):
        for entry, said in zip(_entries(parts), of_post, strict=True):
            found = find_paper(entry, post.place.path, known, said)
            paper = found.paper
            if paper.key and not found.work:
                keys[paper.key] = None
            elif not paper.key and paper.title:
                titles[Title(paper.title, found.typed.authors)] = None
                urls |= {paper.url: None} if paper.url else {}
        for one in read_list(parts.references, bibliography):
            told = one.read.told
            if one.read.id and not one.work:
                keys[one.key] = None
            elif one.key and not one.work and told.is_parsed:
                titles[Title(told.title, told.authors)] = None
    return Wanted(tuple(keys), tuple(titles), tuple(urls))


def resolve(posts: Sequence[tuple[Post, Parts]], newsletter: Newsletter) -> ResolvedPosts:
    """Find out which works the entries and the references of posts are of, without network."""
    posts = [(post, mark_names(settle_titles(parts))) for post, parts in posts]
    read = [[read_entry(entry) for entry in _entries(parts)] for _, parts in posts]
    known = _gather(posts, read, newsletter)
    papers = [
        [
            find_paper(entry, post.place.path, known, said)
            for entry, said in zip(_entries(parts), of_post, strict=True)
        ]
        for (post, parts), of_post in zip(posts, read, strict=True)
    ]
    doubles = _find_doubles(posts, papers, newsletter.covered)
    bibliography = Bibliography(known, newsletter.listed)
    resolved = []
    for (post, parts), found, covered_twice in zip(posts, papers, doubles, strict=True):
        covered = frozenset(one.paper.key for one in found)
        cited = make_citations(parts, post.place.path, post.text, bibliography, covered)
        faults = (*(fault for one in found for fault in one.faults), *covered_twice, *cited.faults)
        resolved.append(
            Resolved(
                cited.parts,
                tuple(one.paper for one in found),
                cited.has_references,
                cited.uncited,
                tuple(sorted(faults, key=lambda fault: fault.line)),
            )
        )
    return ResolvedPosts(tuple(resolved), bibliography.text)


def _gather(
    posts: Sequence[tuple[Post, Parts]],
    read: Sequence[Sequence[ReadEntry]],
    newsletter: Newsletter,
) -> Known:
    """Gather what is known of papers: records, references.bib, and what posts say of ids."""
    works = KnownWorks((*newsletter.records, *newsletter.listed))
    pages, lacking = dict(newsletter.pages), dict(newsletter.lacking)
    alone = Known(works, pages=pages, lacking=lacking)
    named = KnownWorks()
    for (post, parts), of_post in zip(posts, read, strict=True):
        for entry, said in zip(_entries(parts), of_post, strict=True):
            found = find_paper(entry, post.place.path, alone, said)
            if found.paper.key and not found.work and found.typed.title:
                typed = found.typed
                named.add(Work(found.paper.key, "article", typed.title, typed.authors))
    return Known(works, named, pages, lacking)


def _entries(parts: Parts) -> Iterator[FoundEntry]:
    return (entry for stretch in parts.stretches for entry in stretch.entries)


def _find_doubles(
    posts: Sequence[tuple[Post, Parts]], papers: Sequence[Sequence[Found]], there: Sequence[Covered]
) -> list[list[Fault]]:
    """Find what is covered twice, and return the faults of each post."""
    order = sorted(
        range(len(posts)), key=lambda place: (posts[place][0].date or datetime.date.max, place)
    )
    entries, indices = [], []
    for place in order:
        post, parts = posts[place]
        lines = [entry.line for entry in _entries(parts)]
        for found, line in zip(papers[place], lines, strict=True):
            paper = found.paper
            entries.append(
                Covered(
                    post.place.path,
                    line,
                    paper.key,
                    paper.url,
                    found.typed,
                    found.work,
                    str(post.at(line)),
                )
            )
            indices.append(place)
    faults: list[list[Fault]] = [[] for _ in posts]
    for index, fault in zip(indices, find_doubles(entries, there), strict=True):
        if fault:
            faults[index].append(fault)
    return faults

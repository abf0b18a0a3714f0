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
    from collections.abc import Sequence

    from digest.importing.papers.entries import FoundPaper, ReadEntry
    from digest.importing.parts import Fault, Parts
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
    posts, found, known = _find_papers(posts, newsletter)
    bibliography = Bibliography(known, newsletter.listed)
    keys: dict[str, None] = {}
    titles: dict[Title, None] = {}
    urls: dict[str, None] = {}
    for (_, parts), of_post in zip(posts, found, strict=True):
        for one in of_post:
            paper = one.paper
            if paper.key and not one.work:
                keys[paper.key] = None
            elif not paper.key and paper.title:
                titles[Title(paper.title, one.typed.authors)] = None
                urls |= {paper.url: None} if paper.url else {}
        for listed in read_list(parts.references, bibliography):
            told = listed.read.told
            if listed.read.id and not listed.work:
                keys[listed.key] = None
            elif listed.key and not listed.work and told.is_parsed:
                titles[Title(told.title, told.authors)] = None
    return Wanted(tuple(keys), tuple(titles), tuple(urls))


def resolve(posts: Sequence[tuple[Post, Parts]], newsletter: Newsletter) -> ResolvedPosts:
    """Find out which works the entries and the references of posts are of, without network."""
    posts, papers, known = _find_papers(posts, newsletter)
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


def _find_papers(
    posts: Sequence[tuple[Post, Parts]], newsletter: Newsletter
) -> tuple[list[tuple[Post, Parts]], list[list[FoundPaper]], Known]:
    """Return the posts with their titles settled, the papers of their entries, what is known."""
    settled = [(post, mark_names(settle_titles(parts))) for post, parts in posts]
    read = [[read_entry(entry) for entry in parts.entries] for _, parts in settled]
    known = _gather(settled, read, newsletter)
    found = [
        [
            find_paper(entry, post.place.path, known, said)
            for entry, said in zip(parts.entries, of_post, strict=True)
        ]
        for (post, parts), of_post in zip(settled, read, strict=True)
    ]
    return settled, found, known


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
        for entry, said in zip(parts.entries, of_post, strict=True):
            found = find_paper(entry, post.place.path, alone, said)
            if found.paper.key and not found.work and found.typed.title:
                typed = found.typed
                named.add(Work(found.paper.key, "article", typed.title, typed.authors))
    return Known(works, named, pages, lacking)


def _find_doubles(
    posts: Sequence[tuple[Post, Parts]],
    papers: Sequence[Sequence[FoundPaper]],
    there: Sequence[Covered],
) -> list[list[Fault]]:
    """Find what is covered twice, and return the faults of each post."""
    order = sorted(
        range(len(posts)), key=lambda place: (posts[place][0].date or datetime.date.max, place)
    )
    entries, indices = [], []
    for place in order:
        post, parts = posts[place]
        lines = [entry.line for entry in parts.entries]
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

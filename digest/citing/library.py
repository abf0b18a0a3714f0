"""All works that can be cited, and the way from a key as an editor writes it to its work.

A paper has many names: its arXiv id, the DOI that arXiv gave it, its publisher's DOI, a key of
references.bib, the slug of the entry that covers it. All of them lead to one work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.text import closest
from digest.basics.typos import is_one_typo, surely_meant_key
from digest.markdown.keys import read_key
from digest.records.identifiers import SOURCES, Identifier, is_id_key, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from digest.basics.works import Work
    from digest.records.bibtex import BibEntry

_RANKS = {kind: rank for rank, kind in enumerate((*SOURCES, "entry", "bib"))}
"""Whose facts are taken where several sources tell of one work."""


class Unresolved(msgspec.Struct, frozen=True):
    """Why a key means no work."""

    rule: str
    """`citation-undefined`, `id-malformed` or `paper-unfetched`."""
    message: str
    hint: str
    meant: str = ""
    """The key that was meant, where that is sure."""
    cut: tuple[str, ...] = ()
    """Keys that begin with this one and end elsewhere without braces around them."""


class Library:
    """The works of a site by all their keys. Made by `make_library`."""

    def __init__(
        self,
        works: dict[str, Work],
        homes: dict[str, str],
        bibliography: frozenset[str],
        entries: Mapping[str, str],
        contested: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.works = works
        """By id. A work that several sources tell of is here once."""
        self._homes = homes
        """From any id of a work to the one under which it is in `works`."""
        self._bibliography = bibliography
        self._entries = entries
        self._contested = contested
        """The keys that several works give as their own, with these works' ids."""
        self._answers: dict[tuple[str, str], Work | Unresolved] = {}

    def is_id(self, key: str) -> bool:
        """Tell whether a key is read as an id."""
        return is_id_key(key) and key not in self._bibliography

    def find(self, key: str, edition: str) -> Work | Unresolved:
        """Return the work that a key means in a text of `edition`.

        `key` is as written, without `@`: `arxiv:…` and `doi:…` in any form, a key of
        references.bib, an entry's slug (of this edition) or `edition/slug`. `edition` is empty
        for texts outside of editions.
        """
        # a key is asked for on every page that has it, and to find what was meant takes long
        if (key, edition) not in self._answers:
            self._answers[key, edition] = self._look_up(key, edition)
        return self._answers[key, edition]

    def _look_up(self, key: str, edition: str) -> Work | Unresolved:
        if self.is_id(key):
            return self._find_id(key)
        slug = key if key in self._entries else f"{edition}/{key}"
        ids = [self._entries[slug]] if slug in self._entries else []
        if key in self._bibliography:
            ids.append(f"bib:{key}")
        works = {work.id: work for work in map(self._work, ids) if work}
        if len(works) > 1:
            return self._clash(key, slug)
        if works:
            return next(iter(works.values()))
        return _unfetched(ids[0], "") if ids else self._undefined(key, edition)

    def _work(self, id_: str) -> Work | None:
        return self.works.get(self._homes.get(id_, id_))

    def _find_id(self, key: str) -> Work | Unresolved:
        found = Identifier(key) if key in self._homes else parse_identifier(key)
        shown = found.key if isinstance(found, Identifier) else key
        work = self._work(shown)
        # what only references.bib tells of has no record yet
        if work and not work.id.startswith("bib:"):
            return work
        if shown in self._contested:
            return _claimed(shown, self._contested[shown])
        ids = filter(is_id_key, self._homes)
        # one typo, no more: ids are dense, and another one is another paper
        near = sorted({id_ for id_ in ids if is_one_typo(shown, id_)})
        if isinstance(found, Identifier):
            return _unfetched(shown, near[0] if near else "")
        if near:
            meant = near[0] if len(near) == 1 else ""
            return _no_work(key, f"did you mean '{near[0]}'?", meant)
        return Unresolved("id-malformed", found.message, found.hint)

    def _clash(self, key: str, slug: str) -> Unresolved:
        """Say which two works a key could mean, and how each of them is written."""
        other = self._work(f"bib:{key}")
        ids = other.aliases if other else ()
        for_other = f"'{ids[0]}'" if ids else "another key there"
        return Unresolved(
            "citation-undefined",
            f"'{key}' could be the entry '{slug}' or the key '{key}' of references.bib",
            f"write '{slug}' for the entry; for the other work write {for_other}",
        )

    def _undefined(self, key: str, edition: str) -> Unresolved:
        """Say that there is no such work, and what may have been meant."""
        if isinstance(bare := parse_identifier(key), Identifier):
            full = f"{bare.key}v{bare.version}" if bare.version else bare.key
            return _no_work(key, f"write '{full}'", full)
        if elsewhere := self._named(key):
            return _moved(key, elsewhere)
        here = f"{edition}/"
        slugs = {slug.removeprefix(here) for slug in self._entries if slug.startswith(here)}
        keys = {*self._bibliography, *slugs, *self._entries}
        meant = surely_meant_key(key, keys)
        if meant and not isinstance(self.find(meant, edition), Unresolved):
            return _no_work(key, f"did you mean '{meant}'?", meant)
        # an entry that has gone to another edition, or whose edition has another name now
        if elsewhere := self._named(key.rpartition("/")[2]):
            return _moved(key, elsewhere)
        cut = tuple(sorted(one for one in keys if one.startswith(key) and not _is_plain(one)))
        near = closest(key, keys)
        found = _no_work(key, f"did you mean '{_written(near)}'?" if near else _HINT)
        return msgspec.structs.replace(found, cut=cut)

    def _named(self, slug: str) -> list[str]:
        """Return the entries of all editions that have a slug."""
        return sorted(entry for entry in self._entries if entry.endswith(f"/{slug}"))


_IDS = ", ".join(f"'{kind}:…'" for kind in SOURCES)
_HINT = f"cite by {_IDS}, an entry's slug, or a key of references.bib"


def _is_plain(key: str) -> bool:
    """Tell whether a key is read as a whole without braces around it."""
    return read_key(key, 0, len(key)) == (key, len(key))


def _written(key: str) -> str:
    return key if _is_plain(key) else f"@{{{key}}}"


def _no_work(key: str, hint: str, meant: str = "") -> Unresolved:
    return Unresolved("citation-undefined", f"no work has the key '{key}'", hint, meant)


def _claimed(key: str, ids: Sequence[str]) -> Unresolved:
    """Say which works a DOI could mean."""
    either = " or ".join(f"'{id_}'" for id_ in ids)
    return Unresolved(
        "citation-undefined",
        f"'{key}' could be {either}: each gives it as its own DOI",
        f"run 'digest fetch' for a record of '{key}' itself, or write the one that is meant",
    )


def _moved(key: str, entries: list[str]) -> Unresolved:
    meant = entries[0] if len(entries) == 1 else ""
    return _no_work(key, f"did you mean '{entries[-1]}'?", meant)


def _unfetched(key: str, near: str) -> Unresolved:
    hint = "run 'digest fetch'" + (f", or did you mean '{near}'?" if near else "")
    return Unresolved("paper-unfetched", f"there is no record of '{key}'", hint)


def make_library(
    records: Iterable[Work],
    bib: Iterable[BibEntry],
    entries: Mapping[str, str],
    same: Iterable[tuple[str, str]] = (),
) -> Library:
    """Make the library of a site.

    `records` are the works of content/papers, and those that entries without a record tell of;
    `entries` maps `edition/slug` to the id of the work that is covered; `same` has pairs of keys
    that an entry says are one work, by giving both an arXiv id and a DOI. Facts come from the
    arXiv record where there is one, then from the DOI's, and from references.bib last.
    """
    bib = tuple(bib)
    everything = sorted((*records, *(one.work for one in bib)), key=_rank)
    partners: dict[str, list[str]] = {}
    for one, other in same:
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    homes, contested = _settle_claims(everything, partners)
    works: dict[str, Work] = {}
    for work in everything:
        ids = (work.id, *work.aliases, *partners.get(work.id, ()))
        # two arXiv papers stay two, even where both name one publisher's DOI
        is_paper = work.id.startswith("arxiv:")
        keys = [id_ for id_ in ids if not (is_paper and id_ in contested)]
        joined = None if is_paper else _home(homes, keys)
        home = joined or work.id
        for key in keys:
            homes.setdefault(key, home)
        known = works.get(home, work)
        if known.doi.islower() and work.doi.lower() == known.doi:
            # Crossref writes all in small letters, the editor as the publisher does
            known = msgspec.structs.replace(known, doi=work.doi)
        others = dict.fromkeys((*known.aliases, *keys))
        aliases = tuple(
            key
            for key in others
            if homes.get(key) == home and key != home and not key.startswith("bib:")
        )
        works[home] = msgspec.structs.replace(known, aliases=aliases)
    return Library(works, homes, frozenset(one.key for one in bib), entries, contested)


def _settle_claims(
    works: Iterable[Work], partners: Mapping[str, Sequence[str]]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Tell whose a DOI is that several arXiv papers give as theirs.

    It is the one's that an entry says it is. Returns these, from DOI to paper, and all others with
    those that claim them: they are works of their own.
    """
    claims: dict[str, list[str]] = {}
    for work in works:
        if work.id.startswith("arxiv:"):
            for key in work.aliases:
                claims.setdefault(key, []).append(work.id)
    several = {key: ids for key, ids in claims.items() if len(ids) > 1}
    settled = {
        key: paper
        for key, ids in several.items()
        for paper in partners.get(key, ())
        if paper in ids
    }
    contested = {key: tuple(ids) for key, ids in several.items() if key not in settled}
    return settled, contested


def _rank(work: Work) -> tuple[int, str]:
    return (_RANKS.get(work.id.partition(":")[0], len(_RANKS)), work.id)


def _home(homes: dict[str, str], keys: Iterable[str]) -> str | None:
    return next((homes[key] for key in keys if key in homes), None)

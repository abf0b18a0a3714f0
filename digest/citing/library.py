"""All works that can be cited, and the way from a key as an editor writes it to its work.

A paper has many names: its arXiv id, the DOI that arXiv gave it, its publisher's DOI, a key of
references.bib, the slug of the entry that covers it. All of them lead to one work.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from digest.basics.text import MOST_MEANT, closest
from digest.basics.typos import MadeUpKeys, is_one_typo
from digest.basics.works import Work
from digest.markdown.keys import read_key
from digest.records.identifiers import SOURCES, Identifier, is_id_key, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T")

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


class Claims(msgspec.Struct, frozen=True):
    """What is said of an id."""

    works: tuple[Work, ...] = ()
    """Those that have it as their own or among their aliases, as each source tells of them."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Ids that an entry says are one work's, as it gives both: an arXiv id and a DOI."""


class Known(Protocol):
    """What a library asks about the newsletter."""

    def remember(self, key: object, find: Callable[[], T]) -> T:
        """Return what `find` returns, which is called once for a `key`."""

    def claims(self, id_: str) -> Claims:
        """Return what is said of an id, or of a work's own: `bib:key`, `entry:edition/slug`."""

    def is_listed(self, key: str) -> bool:
        """Tell whether references.bib has a key."""

    def covered_by(self, entry: str) -> str | None:
        """Return the id of the work that the entry `edition/slug` covers; None without it."""

    def ids(self) -> Iterable[str]:
        """List the ids of all works, arXiv's and DOIs, to find one that was meant."""

    def listed(self) -> Iterable[str]:
        """List the keys of references.bib, for the same."""

    def entries(self) -> Iterable[str]:
        """List the entries, as `edition/slug`, for the same."""


class _Settled(msgspec.Struct, frozen=True):
    """Works that have to do with one another by their ids, each once."""

    works: dict[str, Work]
    """By id. A work that several sources tell of is here once."""
    homes: dict[str, str]
    """From any id of a work to the one under which it is in `works`."""
    contested: dict[str, tuple[str, ...]]
    """The keys that several works give as their own, with these works' ids."""


class Library:
    """The works of a site by all their keys.

    It asks for what has to do with a key when it is asked for the key, and for no more: so what a
    page depends on is known.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._guessed: Counter[str] = Counter()

    def is_id(self, key: str) -> bool:
        """Tell whether a key is read as an id."""
        return is_id_key(key) and not self._known.is_listed(key)

    def find(self, key: str, edition: str) -> Work | Unresolved:
        """Return the work that a key means in a text of `edition`.

        `key` is as written, without `@`: `arxiv:…` and `doi:…` in any form, a key of
        references.bib, an entry's slug (of this edition) or `edition/slug`. `edition` is empty
        for texts outside of editions.
        """
        # a key is asked for on every page that has it, and to find what was meant takes long
        return self._known.remember((key, edition), lambda: self._look_up(key, edition))

    def _look_up(self, key: str, edition: str) -> Work | Unresolved:
        if self.is_id(key):
            return self._find_id(key)
        known = self._known
        slug = next((one for one in (key, f"{edition}/{key}") if known.covered_by(one)), "")
        covered = known.covered_by(slug) if slug else None
        ids = [covered] if covered else []
        if known.is_listed(key):
            ids.append(f"bib:{key}")
        works = {work.id: work for work in map(self.work, ids) if work}
        if len(works) > 1:
            return self._clash(key, slug)
        if works:
            return next(iter(works.values()))
        return _unfetched(ids[0], "") if ids else self._undefined(key, edition)

    def work(self, id_: str) -> Work | None:
        """Return the work that has an id, in its canonical form; None where there is none."""
        settled = self._settle(id_)
        return settled.works.get(settled.homes.get(id_, id_))

    def ids_of(self, home: str) -> list[str]:
        """Return all ids of the work under whose own id, `home`, the library has it."""
        return [id_ for id_, one in self._settle(home).homes.items() if one == home]

    def _settle(self, id_: str) -> _Settled:
        """Return the works that have to do with an id, however far."""
        return self._known.remember(id_, lambda: self._find_related(id_))

    def _find_related(self, id_: str) -> _Settled:
        works: dict[str, Work] = {}
        pairs: dict[tuple[str, str], None] = {}
        met, new = {id_}, [id_]
        while new:
            claims = self._known.claims(new.pop())
            for work in claims.works:
                works.setdefault(work.id, work)
            pairs |= dict.fromkeys(claims.pairs)
            named = {one for work in claims.works for one in (work.id, *work.aliases)}
            named |= {one for pair in claims.pairs for one in pair}
            new += sorted(named - met)
            met |= named
        return _settle_works(works.values(), pairs)

    def _find_id(self, key: str) -> Work | Unresolved:
        found = Identifier(key) if key in self._settle(key).homes else parse_identifier(key)
        shown = found.key if isinstance(found, Identifier) else key
        work = self.work(shown)
        # what only references.bib tells of has no record yet
        if work and not work.id.startswith("bib:"):
            return work
        if claimants := self._settle(shown).contested.get(shown):
            return _claimed(shown, claimants)
        # one typo, no more: ids are dense, and another one is another paper
        near = sorted({id_ for id_ in self._known.ids() if is_one_typo(shown, id_)})
        if isinstance(found, Identifier):
            return _unfetched(shown, near[0] if near else "")
        if near:
            meant = near[0] if len(near) == 1 else ""
            return _no_work(key, f"did you mean '{near[0]}'?", meant)
        return Unresolved("id-malformed", found.message, found.hint)

    def _clash(self, key: str, slug: str) -> Unresolved:
        """Say which two works a key could mean, and how each of them is written."""
        other = self.work(f"bib:{key}")
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
        self._guessed[edition] += 1
        if self._guessed[edition] > MOST_MEANT:
            return _no_work(key, _HINT)
        if elsewhere := self._named(key):
            return _moved(key, elsewhere)
        keys, typos = self._known.remember((edition,), lambda: self._list_keys(edition))
        meant = typos.surely_meant(key)
        if meant and not isinstance(self.find(meant, edition), Unresolved):
            return _no_work(key, f"did you mean '{_written(meant)}'?", meant)
        # an entry that has gone to another edition, or whose edition has another name now
        if elsewhere := self._named(key.rpartition("/")[2]):
            return _moved(key, elsewhere)
        cut = tuple(sorted(one for one in keys if one.startswith(key) and not _is_plain(one)))
        near = closest(key, keys)
        found = _no_work(key, f"did you mean '{_written(near)}'?" if near else _HINT)
        return msgspec.structs.replace(found, cut=cut)

    def _list_keys(self, edition: str) -> tuple[frozenset[str], MadeUpKeys]:
        """Return the keys that may stand in a text of `edition`, and the same for typos."""
        here = f"{edition}/"
        entries = [*self._known.entries()]
        slugs = (slug.removeprefix(here) for slug in entries if slug.startswith(here))
        keys = frozenset((*self._known.listed(), *slugs, *entries))
        return keys, MadeUpKeys(keys)

    def _named(self, slug: str) -> list[str]:
        """Return the entries of all editions that have a slug."""
        return sorted(entry for entry in self._known.entries() if entry.endswith(f"/{slug}"))


_IDS = ", ".join(f"'{kind}:…'" for kind in SOURCES)
_HINT = f"cite by {_IDS}, an entry's slug, or a key of references.bib"


def _is_plain(key: str) -> bool:
    """Tell whether a key is read as a whole without braces around it."""
    return read_key(key, 0, len(key)) == (key, len(key))


def _written(key: str) -> str:
    return key if _is_plain(key) else cite(key)


def cite(key: str) -> str:
    """Return how a text cites a key: `@key`, or `@{key}` where it would be read in part."""
    return f"@{key}" if _is_plain(key) else f"@{{{key}}}"


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


def _settle_works(works: Iterable[Work], pairs: Iterable[tuple[str, str]]) -> _Settled:
    everything = sorted(works, key=_rank)
    partners: dict[str, list[str]] = {}
    for one, other in pairs:
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    homes, contested = _settle_claims(everything, partners)
    settled: dict[str, Work] = {}
    for work in everything:
        ids = (work.id, *work.aliases, *partners.get(work.id, ()))
        # two arXiv papers stay two, even where both name one publisher's DOI
        is_paper = work.id.startswith("arxiv:")
        keys = [id_ for id_ in ids if not (is_paper and id_ in contested)]
        joined = None if is_paper else _home(homes, keys)
        home = joined or work.id
        for key in keys:
            homes.setdefault(key, home)
        known = settled.get(home, work)
        if known.doi.islower() and work.doi.lower() == known.doi:
            # Crossref writes all in small letters, the editor as the publisher does
            known = msgspec.structs.replace(known, doi=work.doi)
        others = dict.fromkeys((*known.aliases, *keys))
        aliases = tuple(
            key
            for key in others
            if homes.get(key) == home and key != home and not key.startswith("bib:")
        )
        settled[home] = msgspec.structs.replace(known, aliases=aliases)
    return _Settled(settled, homes, contested)


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

"""What is not to be shown again: works that are covered or added, and those that were dismissed.

A work is known by its ids, whichever version has them, and by the address of its page; and where
its versions say nothing of each other, by its title and one of its authors.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.candidates.sources.texts import plain_source
from digest.citing.comparison import title_words
from digest.citing.labels import short_name
from digest.records.identifiers import is_id_key
from digest.records.names.reading import read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.candidates.candidate import Candidate
    from digest.content.dismissed import Dismissal
    from digest.site.join import CoveredEntry, Joined

_SCHEME = lazy_regex(r"^https?://(?:www\.)?", re.IGNORECASE)


class Covered:
    """Tells of papers whether they are covered or dismissed."""

    def __init__(self, joined: Joined, dismissals: Iterable[Dismissal]) -> None:
        self._keys: set[str] = set()
        self._titles: defaultdict[str, set[str]] = defaultdict(set)
        """From a title to the family names of those who wrote what has it."""
        for edition in joined.editions:
            for covered in edition.entries:
                self._keys.update(map(_make_key, _list_ids(covered)))
                names = map(short_name, covered.work.author)
                self._titles[_fold_title(covered.work.plain_title)].update(map(_fold, names))
        for one in dismissals:
            self._keys.update(map(_make_key, one.ids))
            self._titles[_fold_title(one.title)].update([_fold(one.author)] if one.author else ())
        self._titles.pop("", None)

    def has(self, candidate: Candidate) -> bool:
        """Tell whether a paper is covered or dismissed, in whatever version."""
        ids = (candidate.id, candidate.url, *candidate.versions)
        if not self._keys.isdisjoint(map(_make_key, filter(None, ids))):
            return True
        known = self._titles.get(_fold_title(candidate.title), set())
        return not known.isdisjoint(_family_names(candidate.authors))


def _family_names(authors: Iterable[str]) -> Iterator[str]:
    """Yield the family names of authors, in a form in which they can be compared."""
    for name in read_names(authors):
        yield _fold(short_name(name))


def _list_ids(covered: CoveredEntry) -> Iterator[str]:
    entry, work = covered.entry, covered.work
    yield from filter(None, (entry.work_key, *entry.other_keys, *work.aliases))
    yield from filter(None, (entry.url, work.url))
    if is_id_key(work.id):
        yield work.id
    dois = (work.doi, work.arxiv.doi if work.arxiv else "")
    yield from (f"doi:{doi}" for doi in dois if doi)


def _make_key(id_: str) -> str:
    """Return an id, or the address of a page, in a form in which it can be compared."""
    if not _SCHEME.match(id_):
        return id_.lower()
    parts = urlsplit(_SCHEME.sub("https://", id_))
    # what tells by which feed or mail somebody came
    query = "&".join(one for one in parts.query.split("&") if not one.startswith("utm_"))
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}?{query}"


def _fold(text: str) -> str:
    return slugify(text) or "".join(text.split()).casefold()


def _fold_title(title: str) -> str:
    """Return a title's letters and digits, whatever markup, TeX or typography its source has."""
    return "".join(title_words(plain_source(title)))

"""The order of a list of references that are looked up by their authors."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import SPELLED
from digest.citing.dates import is_coming
from digest.citing.labels import short_name
from digest.citing.styles.people import credited, initials, split_others

if TYPE_CHECKING:
    from digest.basics.works import Work

_ARTICLE = lazy_regex(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_ENOUGH = 20
"""Of thousands of authors, these tell where a work stands."""

_LAST = 10_000
"""Behind all years."""

SortKey = tuple[tuple[tuple[str, ...], ...], tuple[int, ...], str]


def by_authors(work: Work) -> SortKey:
    """Return a key by which works are sorted as in the APA's lists of references.

    By authors, letter by letter (Publication Manual, 7th edition, section 9.44), one author before
    several of whom that is the first (9.46), without a year before with one, by year, what is to
    come last, and then by title (9.47). What has no authors stands by its title (9.49), without
    its article.
    """
    people, _ = split_others(credited(work))
    shown = people[:_ENOUGH]
    names = tuple(
        tuple(map(_letters, (short_name(one), initials(one.given), one.suffix))) for one in shown
    )
    title = work.plain_title
    article = _ARTICLE.match(title)
    title = _letters(title[article.end() :] if article else title)
    year = (_LAST,) if is_coming(work) else work.issued[:1]
    return (names or ((title,),), year, title)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without accents and in small letters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(SPELLED)
    return "".join(one for one in decomposed if one.isalnum())

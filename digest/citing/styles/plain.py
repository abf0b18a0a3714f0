"""The style `plain`: “Title” by A, B and C, year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.bylines import make_byline
from digest.citing.dates import year_of
from digest.citing.styles import pieces
from digest.citing.styles.people import credited
from digest.records.names import OTHERS, is_group

if TYPE_CHECKING:
    from digest.basics.works import Name
    from digest.citing.styles.item import Item
    from digest.citing.styles.pieces import Formatted


def format_plain(item: Item) -> Formatted:
    """Return `“Title” by A, B and C, year`; the title leads to the work.

    Names are whole, and of more than the site's `byline.max` only the first is named, as
    everywhere on the site. Editors stand in where a work has no authors. What is unknown is left
    out.
    """
    work, words = item.work, item.words
    byline = _byline(item, credited(work))
    if byline and not work.author:
        byline += f" ({words.editor[len(work.editor) > 1]})"
    title = pieces.quoted(work.title, words, url=work.url)
    is_dated = bool(work.issued or item.letter)
    year = pieces.plain(year_of(work, item.lang, item.letter) if is_dated else "")
    if byline and words.by:
        return pieces.join((title + pieces.plain(f" {words.by} {byline}"), year), ", ")
    return pieces.join((title, pieces.plain(byline), year), ", ")


def _byline(item: Item, people: tuple[Name, ...]) -> str:
    # of thousands, the first, the groups and the last are enough to tell how the list is shown
    first, rest = people[: item.byline + 1], people[item.byline + 1 :]
    groups = (one for one in rest[:-1] if not one.family and is_group(one.literal))
    shown = (*first, *groups, *rest[-1:])
    names = (OTHERS if one.literal == OTHERS else item.given(one.literal) for one in shown)
    return make_byline(tuple(filter(None, names)), limit=item.byline, lang=item.lang)

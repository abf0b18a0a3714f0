"""Reference styles: a work as a line in the list of references. One file a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.styles import pieces
from digest.citing.styles.apa import format_apa
from digest.citing.styles.ieee import format_ieee
from digest.citing.styles.item import BYLINE, Item
from digest.citing.styles.plain import format_plain

if TYPE_CHECKING:
    from digest.basics.works import Work
    from digest.citing.styles.pieces import Formatted

STYLES = {"plain": format_plain, "ieee": format_ieee, "apa": format_apa}
"""By the name that site.yaml gives them."""


def format_reference(
    work: Work, style: str, lang: str, *, byline: int = BYLINE, letter: str = ""
) -> Formatted:
    """Return a reference in a style of `STYLES`, as HTML and as plain text.

    `lang` chooses the words between names, "et al.", the quotation marks and all other terms.
    Of more authors than `byline` the style `plain` names the first; the others have rules of
    their own. `letter` stands behind the year, where citations tell works apart by it. A work
    that was taken back is marked as such at the end, whatever the style. The HTML
    holds phrasing content only; everything that comes from the work is escaped.
    """
    item = Item(work, lang, byline, letter)
    return pieces.join((STYLES[style](item), item.taken_back()), " ")

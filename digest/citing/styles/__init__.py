"""Reference styles: a work as a line in the list of references. One file a style.

Their names are those of `digest.settings.config.REFERENCE_STYLES`.
"""

from __future__ import annotations

import functools
import pkgutil
from typing import TYPE_CHECKING

from digest.citing.styles import pieces
from digest.citing.styles.item import BYLINE, Item

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.basics.works import Work
    from digest.citing.styles.pieces import Formatted


@functools.cache
def _find_style(name: str) -> Callable[[Item], Formatted]:
    style: Callable[[Item], Formatted]
    style = pkgutil.resolve_name(f"digest.citing.styles.{name}:format_{name}")
    return style


def format_reference(
    work: Work, style: str, lang: str, *, byline: int = BYLINE, letter: str = ""
) -> Formatted:
    """Return a reference in a style of `REFERENCE_STYLES`, as HTML and as plain text.

    `lang` chooses the words between names, "et al.", the quotation marks and all other terms.
    Of more authors than `byline` the style `plain` names the first; the others have rules of
    their own. `letter` stands behind the year, where citations tell works apart by it. A work
    that was taken back is marked as such at the end, whatever the style. The HTML
    holds phrasing content only; everything that comes from the work is escaped.
    """
    item = Item(work, lang, byline, letter)
    return pieces.join((_find_style(style)(item), item.taken_back()), " ")

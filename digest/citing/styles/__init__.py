"""Reference styles: a work as a line in the list of references. One file a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.citing.styles.apa import format_apa
from digest.citing.styles.ieee import format_ieee
from digest.citing.styles.plain import format_plain

if TYPE_CHECKING:
    from digest.citing.styles.pieces import Formatted
    from digest.model import Work

STYLES = {"plain": format_plain, "ieee": format_ieee, "apa": format_apa}
"""By the name that site.yaml gives them."""


def format_reference(work: Work, style: str, lang: str) -> Formatted:
    """Return a reference in a style of `STYLES`, as HTML and as plain text.

    `lang` chooses the words between names, "et al." and the quotation marks. The HTML holds
    phrasing content only; everything that comes from the work is escaped.
    """
    return STYLES[style](work, lang)

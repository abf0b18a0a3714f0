"""What is told of a paper wherever it is not told by a template."""

from __future__ import annotations

from html import escape, unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import PLAIN_STYLES
from digest.markdown.mathtext import math_text, replace_math

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from digest.site.views.cards import Markup
    from digest.site.views.parts import EntryView

_TAG = lazy_regex(r"<[^>]*>")
_SCRIPT = lazy_regex(r"<(sup|sub)>(.*?)</\1>")


def list_facts(entry: EntryView, date: Callable[[str], str]) -> list[str]:
    """Return where a paper appeared, its id, category and date, as far as known.

    That it is on arXiv is told by its id.
    """
    is_told = entry.venue == "arXiv" and entry.identifier
    venue = "" if is_told else entry.venue
    issued = date(entry.issued) if entry.issued else ""
    return [fact for fact in (venue, entry.identifier, entry.category, issued) if fact]


def full_name(name: str, title: str) -> str:
    """Return a paper's short name and its title, which may begin with the name already."""
    if not name or title.casefold().startswith((f"{name}:".casefold(), f"{name} ".casefold())):
        return title
    return title if name.casefold() == title.casefold() else f"{name}: {title}"


def plain_markup(html: Markup) -> str:
    """Return a title or a reference as plain text, its formulas and scripts as Unicode.

    These are made by digest, of text, math, links and the styles of rich text alone.
    """
    without = replace_math(html, lambda mathml: escape(math_text(mathml), quote=False))
    return unescape(_TAG.sub("", plain_scripts(without)))


def plain_scripts(html: str) -> str:
    """Return a title's HTML with its raised and lowered text as plain text has it."""
    if "<su" not in html:
        return html
    return _SCRIPT.sub(_plain_script, html)


def _plain_script(found: re.Match[str]) -> str:
    shown = PLAIN_STYLES[found[1]](unescape(_TAG.sub("", found[2])))
    return escape(shown, quote=False)

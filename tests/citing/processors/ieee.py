"""Where we print other than the CSL project's `ieee.csl`, which follows the guide of 2023.

"The guide" is the IEEE Reference Guide, version 3.28.2025: `published/ieee.py` has its examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.citing.processors import Difference

if TYPE_CHECKING:
    import re

    from digest.basics.works import Work


def _at_a_conference(work: Work, found: re.Match[str]) -> str:
    """Return proceedings with their series or volume, who edited them and where people met."""
    place = work.event_place or ("" if work.publisher else work.publisher_place)
    book = found["book"] + _counted(work)
    return ", ".join(filter(None, (book, found["editors"], place, found["date"])))


def _counted(work: Work) -> str:
    """Return what tells a book of a series, or one of several volumes, from the others."""
    series, number = work.collection_title.replace("'", "’"), work.volume or work.number
    volume = f"vol. {number}" if number else ""
    if series:
        return f" ({', '.join(filter(None, (series, volume)))})"
    return f", {volume}" if volume else ""


def _in_a_series(work: Work, found: re.Match[str]) -> str:
    """Return a book with its series behind its title."""
    parts = (found["book"] + _counted(work), found["editors"], "2nd ed." if work.edition else "")
    shown = ", ".join(filter(None, parts))
    return f"{shown} " if work.edition else f"{shown}, " if found["editors"] else f"{shown}. "


def _told_whole(work: Work, found: re.Match[str]) -> str:
    """Return a book with its version, and with who edited it for its authors."""
    editor = work.editor[0] if work.author and work.editor else None
    initials = " ".join(f"{name[0]}." for name in editor.given.split()) if editor else ""
    version = f", Version {work.version}" if work.version else ""
    edited = f", {initials} {editor.family}, Ed.," if editor else "."
    return f"{found[1]}{version}{edited} "


def _translated(work: Work, found: re.Match[str]) -> str:
    """Return a book with who translated it, where its editors would stand."""
    name = work.translator[0]
    return f"{found[1]}, {name.given[0]}. {name.family}, Trans., "


_DATE = r"(?:(?:[A-Z][a-z]{2,3}\.|May) )?[0-9]{4}"

IEEE = (
    Difference(
        "who translated a book is told",
        r"^(.*ed\.) (?=[^.]+, [0-9]{4}\.$)",
        _translated,
        of="book",
        where=lambda work: work.translator,
    ),
    Difference("days are without a zero", r" 0([1-9], )", r" \1"),
    Difference(
        "of more than six names the first alone is named, known or not",
        r"^([^,“]+), [^“]+?, \*et al\.\*",
        r"\1 *et al.*",
    ),
    Difference('"[Online]." before every address', r"[.,] Available: ", ". [Online]. Available: "),
    Difference("a comma before a DOI", r"\. doi: ", ", doi: "),
    Difference("a comma behind a title that asks", r"\?” (?=[*i])", "?,” "),
    Difference(
        "a full stop of the record is no part of the title",
        r"\.”(?= [*A-Z])",
        ",”",
        of="article-journal report",
    ),
    Difference('"Periodicals": behind the date', rf"(Art\. no\. \S+), ({_DATE})", r"\2, \1"),
    Difference(
        "an article's number is one, though its record has it for a page",
        rf"p\. A6, ({_DATE})",
        r"\1, Art. no. A6",
        of="article-journal",
    ),
    Difference(
        '"Preprints": a year and an id',
        r"(?:[A-Z][a-z]{2}\.? )?(?:[0-9]+, )?([0-9]{4}), \*arXiv\*: ([^ ,]+[^ ,.]).*",
        r"\1, \2.",
        of="article",
    ),
    Difference(
        "proceedings have no publisher, but a series and a place",
        r"(?P<book>in \*[^*]+\*)(?:, (?P<editors>[^“]*?Eds?\.))?.*?, "
        rf"(?P<date>{_DATE})(?=, |\. |\.$)",
        _at_a_conference,
        of="paper-conference",
    ),
    Difference(
        "a series stands in brackets",
        r"(?P<book>\*[^*]+\*)(?:, 2nd ed\.)?(?:, vol\. [0-9]+)?"
        r"(?:[,.] (?P<editors>[^*]+?Eds?\.))?[,.]* in [^*]+?"
        r"(?: vol\. [0-9]+\.|[a-z]\.|!),? (?=[A-Z])",
        _in_a_series,
        of="book chapter",
        where=lambda work: work.collection_title,
    ),
    Difference(
        "a book's version is told, and who edited it beside its authors",
        r"(\*)\. ",
        _told_whole,
        of="book",
        where=lambda work: work.version or (work.author and work.editor),
    ),
    Difference("a volume before an edition", r", (3rd ed\.), (vol\. 1)\.", r", \2, \1", of="book"),
    Difference("a first edition needs no mention", r", 1st ed\.", ".", of="book"),
    Difference("an edition is called one", r"\b([Aa]nniversary)\.", r"\1 ed.", of="book"),
    Difference('"Theses"', r"PhD thesis", "Ph.D. dissertation", of="thesis"),
    Difference('"Reports"', r"Technical [Rr]eport", "Tech. Rep.", of="report"),
    Difference('"Patents"', r"(?<=,” )(.*[0-9])$", r"U.S. Patent \1.", of="patent"),
    Difference("initials are of any alphabet", r"עמוס\.", "ע.", of="book"),
    Difference("a name in one piece needs no full stop", r"村上春樹\.", "村上春樹", of="book"),
    Difference("of a number that is no range the hyphen stays", r"s2–42", "s2-42"),
    Difference("a full stop of the record is no part of a name", r"(?<=CGO 2004)\.(?=\*)", ""),
)
"""What is said in quotation marks is a section of the guide."""

FULLER = frozenset({
    "dataset", "document", "entry-encyclopedia", "legislation", "motion_picture", "software",
    "speech", "standard", "webpage",
})  # fmt: skip
"""Types of which the guide says more than the file, in another order."""

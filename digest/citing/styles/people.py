"""Names as scholarly styles shorten them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian
from digest.records.csltypes import IN_BOOKS
from digest.records.names import OTHERS, is_group, is_particle

if TYPE_CHECKING:
    from digest.basics.works import Name, Work


_GIVEN = lazy_regex(r"(?P<hyphen>[-\u2010-\u2013])?(?P<initial>\w)[\w'\u2019]*")
_NICKNAME = lazy_regex(r"\s*[(\"“][^()\"“”]*[)\"”]")


def split_others(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], bool]:
    """Return the names that are known, and whether the source left some out."""
    is_cut = bool(names) and names[-1].literal == OTHERS
    return (names[:-1] if is_cut else names), is_cut


def credited(work: Work) -> tuple[Name, ...]:
    """Return who a work is known by: its authors, or else its editors.

    What is part of a book is not the book's editors' (Publication Manual of the APA, 7th edition,
    sections 8.14 and 9.12).
    """
    return work.author or (() if work.type in IN_BOOKS else work.editor)


def split_groups(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """Return the people of a list that is to be cut, and the groups for which they write.

    A group that is named first stays where it is.
    """
    groups = tuple(name for name in names[1:] if not name.family and is_group(name.literal))
    people = tuple(name for name in names if name not in groups) if groups else names
    return people, tuple(name.literal for name in groups)


def initials(given: str) -> str:
    """Return given names as initials: `V. Q.` for `Vinh Q.`, `J.-B.` for `Jean-Baptiste`.

    A particle among them is no given name: `E. S. de` for `Elias Silva de`, `M. de L.`.
    """
    shown = ""
    for word in (_NICKNAME.sub("", given) or given).split():
        if shown and word.islower() and is_particle(word):
            shown += f" {word}"
            continue
        for name in _GIVEN.finditer(word):
            joint = "-" if name["hyphen"] else " "
            shown += f"{joint if shown else ''}{name['initial'].upper()}."
    return shown


def initials_first(name: Name) -> str:
    """Return `V. Q. Tran` or `M. L. King Jr.`; a body, or a name of one part, in full."""
    whole = _whole(name)
    if whole:
        return whole
    parts = (initials(name.given), _clean(name.family), _clean(name.suffix))
    return " ".join(part for part in parts if part)


def family_first(name: Name) -> str:
    """Return `Tran, V. Q.` or `King, M. L., Jr.`; a body, or a name of one part, in full."""
    whole = _whole(name)
    if whole:
        return whole
    parts = (_clean(name.family), initials(name.given), _clean(name.suffix))
    return ", ".join(part for part in parts if part)


def _clean(part: str) -> str:
    return " ".join(part.split()).strip(" ,;:") if any(one.isalnum() for one in part) else ""


def _whole(name: Name) -> str:
    """Return a name that has no initials: of a body, of one part, or in East Asian script.

    The latter is written family name first, with nothing between.
    """
    if not (_clean(name.family) and _clean(name.given)):
        return _clean(name.family) or name.literal
    is_native = is_east_asian(name.family) and is_east_asian(name.given)
    return f"{name.family}{name.given}" if is_native else ""

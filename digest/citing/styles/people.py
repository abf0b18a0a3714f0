"""Names as scholarly styles shorten them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.records.names import OTHERS

if TYPE_CHECKING:
    from digest.model import Name


_GIVEN = re.compile(r"(?P<hyphen>-)?(?P<initial>\w)[\w'\u2019]*")


def split_others(names: tuple[Name, ...]) -> tuple[tuple[Name, ...], bool]:
    """Return the names that are known, and whether the source left some out."""
    is_cut = bool(names) and names[-1].literal == OTHERS
    return (names[:-1] if is_cut else names), is_cut


def initials(given: str) -> str:
    """Return given names as initials: `V. Q.` for `Vinh Q.`, `J.-B.` for `Jean-Baptiste`."""
    shown = ""
    for name in _GIVEN.finditer(given):
        joint = name["hyphen"] or " "
        shown += f"{joint if shown else ''}{name['initial'].upper()}."
    return shown


def initials_first(name: Name) -> str:
    """Return `V. Q. Tran` or `M. L. King Jr.`; a body, or a name of one part, in full."""
    if not (name.family and name.given):
        return name.family or name.literal
    return " ".join(part for part in (initials(name.given), name.family, name.suffix) if part)


def family_first(name: Name) -> str:
    """Return `Tran, V. Q.` or `King, M. L., Jr.`; a body, or a name of one part, in full."""
    if not (name.family and name.given):
        return name.family or name.literal
    return ", ".join(part for part in (name.family, initials(name.given), name.suffix) if part)

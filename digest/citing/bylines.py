"""Who wrote a work, in one line."""

from __future__ import annotations

import re

from digest.citing.terms import terms
from digest.records.names import OTHERS


def make_byline(names: tuple[str, ...], *, limit: int, named: int = 1, lang: str) -> str:
    """Return the names as a list in the words of `lang`: `Yi Tay, Vinh Q. Tran and Ji Ma`.

    Where there are more than `limit`, the first `named` of them are followed by "et al."; so
    they are where the source itself left names out (`others` as the last). No names give an
    empty string.
    """
    is_cut = names[-1:] == (OTHERS,)
    known = names[:-1] if is_cut else names
    if len(known) > limit:
        known, is_cut = known[: max(named, 1)], True
    return join_names(known, lang, is_cut=is_cut)


def join_names(names: tuple[str, ...], lang: str, *, is_cut: bool = False) -> str:
    """Join names by the commas and the "and" of `lang`, or end them in "et al." if `is_cut`."""
    words = terms(lang)
    if is_cut:
        return " ".join(part for part in (words.comma.join(names), words.et_al) if part)
    if len(names) <= 2:  # noqa: PLR2004 -- lists of two have a joint of their own
        return joint_before(names[-1], words.pair).join(names) if names else ""
    return words.comma.join(names[:-1]) + joint_before(names[-1], words.last) + names[-1]


_LIKE_Y = re.compile("[ií]|h[ií](?![ae])", re.IGNORECASE)


def joint_before(name: str, joint: str) -> str:
    """Return the "and" before a name: Spanish has `e` where the name begins as its `y` sounds."""
    return " e " if joint == " y " and _LIKE_Y.match(name) else joint

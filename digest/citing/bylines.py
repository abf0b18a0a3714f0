"""Who wrote a work, in one line."""

from __future__ import annotations

import re

from digest.basics.lazyregex import lazy_regex
from digest.citing.terms import terms
from digest.records.names import OTHERS, is_group


def make_byline(names: tuple[str, ...], *, limit: int, named: int = 1, lang: str) -> str:
    """Return the names as a list in the words of `lang`: `Yi Tay, Vinh Q. Tran and Ji Ma`.

    Where there are more than `limit`, the first `named` of them are followed by "et al."; so
    they are where the source itself left names out (`others` as the last). The group for which
    they write is told behind that: `G. Aad et al. (ATLAS Collaboration)`. No names give an empty
    string.
    """
    is_cut = names[-1:] == (OTHERS,)
    known = names[:-1] if is_cut else names
    if not is_cut and len(known) <= limit:
        return join_names(known, lang)
    count = len(known) if len(known) <= limit else max(named, 1)
    groups = tuple(name for name in known[1:] if is_group(name))
    shown = tuple(name for name in known[:count] if name not in groups)
    told = f" ({terms(lang).comma.join(groups)})" if groups else ""
    return join_names(shown, lang, is_cut=True) + told


def join_names(names: tuple[str, ...], lang: str, *, is_cut: bool = False) -> str:
    """Join names by the commas and the "and" of `lang`, or end them in "et al." if `is_cut`."""
    words = terms(lang)
    if is_cut:
        return " ".join(part for part in (words.comma.join(names), words.et_al) if part)
    if len(names) <= 2:  # noqa: PLR2004 -- lists of two have a joint of their own
        return joint_before(names[-1], words.pair).join(names) if names else ""
    return words.comma.join(names[:-1]) + joint_before(names[-1], words.last) + names[-1]


_LIKE_Y = lazy_regex("[ií]|h[ií](?![ae])", re.IGNORECASE)

_HEBREW = lazy_regex("\u2068?[\u0590-\u05ff]")
"""The beginning of a Hebrew name, which may be kept apart from what is around it."""
_HEBREW_AND = "\u05d5"


def joint_before(name: str, joint: str) -> str:
    """Return the "and" before a name, as ICU's lists have it.

    Spanish has `e` where the name begins as its `y` sounds. Hebrew's is a part of the word behind
    it, and has a hyphen before other letters.
    """
    if joint == " y " and _LIKE_Y.match(name):
        return " e "
    is_other = joint.endswith(_HEBREW_AND) and not _HEBREW.match(name)
    return f"{joint}-" if is_other else joint

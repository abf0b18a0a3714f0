"""Whether a line may be the title above the names of a paper's authors."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.labels import read_label
from digest.importing.recognise.words import LABELS

_LONGEST = 250
_SMALL = lazy_regex(r"[a-zß-öø-ÿ]+[,;.]?(?:\s|$)")
_MARKS = lazy_regex(r"[⁰¹²³⁴-⁹,]+$|\s*\\?\[[\d, –-]+\\?\]$")


def may_be_title(text: str) -> bool:
    """Tell whether a line may be a title, and no sentence, part of an entry or end of a text."""
    plain = _MARKS.sub("", " ".join(text.split()).strip("*_ "))
    if not any(sign.isalpha() for sign in plain) or len(plain) > _LONGEST:
        return False
    if plain.endswith((".", ":", ";", ",")) or ". " in plain or _SMALL.match(plain):
        return False
    label = read_label(plain)
    return label is None or not label.rest or not (label.is_sure or label.slug in LABELS)

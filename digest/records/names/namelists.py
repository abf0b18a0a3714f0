"""Where one name of a list ends and the next begins, and what stands for those left out.

Texts may be TeX: what is in braces is never parted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian
from digest.basics.works import Name
from digest.records.names.namewords import is_body, is_degree, is_group, is_particle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OTHERS = "others"
"""The literal of a last name that stands for authors left out: BibTeX's `and others`."""
CUT = Name(literal=OTHERS)

SEMICOLON = lazy_regex(r"\s*[;\uff1b]\s*")
COMMA = lazy_regex(r"\s*,\s*")
_EAST_ASIAN_COMMA = lazy_regex(r"\s*[\uff0c\u3001]\s*")
_JOINT = lazy_regex(r"\s*,?\s+(?:and|\\?&|und)\s+")
_INITIALS = lazy_regex(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_HAS_INITIALS = lazy_regex(
    r"(?:[A-Z]\.[ -]?)+[^\W\d_]{2}|.*[a-z] (?:[A-Z]{1,3}|(?:[A-Z]\.[ -]?)+)$"
)
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several"
_CUT = lazy_regex(
    r"(?:^|[\s,;])(?:(?:and|&)\s+)?(?:\\(?:emph|textit)\{)?"
    r"(?:et\b\.?[\s~]*al(?:\b\.?|ii\b|ia\b)|:etal|u\.\s?a\."
    rf"|(?:(?:and|&|[0-9]{{1,4}}|{_NUMBERS})\s+){{1,2}}(?:others|more|colleagues|co-?workers|co-?authors)"
    r"|\.\.\.|\u2026)[\s)\]}]*$",
    re.IGNORECASE,
)
_OTHERS = frozenset({
    OTHERS, "co-authors", "co-workers", "coauthors", "colleagues", "coworkers", "more authors",
    "other authors",
})  # fmt: skip
_LEAST = 2
"""Words of a person's name that stands in a text with others."""


def known_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names without the `others` that a list may end in."""
    return tuple(name for name in names if name.literal != OTHERS)


def means_others(text: str) -> bool:
    """Tell whether a text stands for authors left out: `et al.`, `and others`."""
    return text.strip(" .").lower() in _OTHERS or (bool(text) and cut_others(text) == ("", True))


def cut_others(text: str) -> tuple[str, bool]:
    """Return a text without an "et al." at its end, and whether there was one."""
    found = _CUT.search(text)
    return (text[: found.start()].strip(" ,;([{"), True) if found else (text, False)


def gather(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return a list of names: `others` once, as the last, and each group of authors once."""
    listed = dict.fromkeys(
        name if is_group(name.literal) or name == CUT else (index, name)
        for index, name in enumerate(names)
    )
    known = tuple(one if isinstance(one, Name) else one[1] for one in listed if one != CUT)
    return (*known, CUT) if CUT in listed else known


def join_lists(names: Iterable[Name], others: Iterable[Name]) -> tuple[Name, ...]:
    """Return a list of names with those of another that it does not have."""
    names = tuple(names)
    told = {name.literal.casefold() for name in names}
    return gather((*names, *(one for one in others if one.literal.casefold() not in told)))


def split_people(text: str) -> Iterator[str]:
    """Part a text that names several people: at semicolons, and where it can only be a list."""
    for part in filter(None, split_outside(text, SEMICOLON)):
        yield from _split_list(part)


def _split_list(text: str) -> list[str]:
    """Part `A. Poe, B. Roe and C. Doe`, `Poe, A., Roe, B.`, `王小明、李雷`; not `Poe, Ada`."""
    if is_east_asian(text):
        # `村上, 春樹` is one name; one sign is a family name alone
        parts = split_outside(text, _EAST_ASIAN_COMMA)
        listed = split_outside(text, COMMA)
        parts = listed if len(listed) > _LEAST else parts
        return parts if all(len(part) >= _LEAST for part in parts) else [text]
    if "," not in text and " and " not in text and "&" not in text and " und " not in text:
        return [text]
    joined = split_outside(text.rstrip(" ,"), _JOINT)
    has_end = len(joined) > 1 or text.endswith(",")
    parts = [one for part in joined for one in _split_commas(part, has_end=has_end)]
    return parts if len(parts) > 1 and all(map(_is_person, parts)) else [text]


def _split_commas(text: str, *, has_end: bool) -> list[str]:
    parts = [part for part in split_outside(text, COMMA) if part]
    families, givens = parts[::2], parts[1::2]
    is_paired = len(parts) > _LEAST and len(families) == len(givens)
    if is_paired and all(map(_INITIALS.fullmatch, givens)):
        return [f"{family}, {given}" for family, given in zip(families, givens, strict=True)]
    is_list = len(parts) > 1 and all(len(part.split()) >= _LEAST for part in parts)
    # `von Last, Jr, First` has two commas, and two words at most in the middle
    is_long = has_end or len(parts) > _LEAST or all(map(_HAS_INITIALS.match, parts))
    return parts if is_list and is_long else [text]


def _is_person(text: str) -> bool:
    words = text.replace("{", "").replace("\\", "").split()
    is_named = all(not word[:1].islower() or is_particle(word) for word in words)
    # not the first half of `von und zu Guttenberg`
    is_whole = len(words) >= _LEAST and not is_particle(words[-1])
    return is_whole and is_named and not is_body(text) and not is_degree(text)


def split_outside(text: str, separator: re.Pattern[str]) -> list[str]:
    """Split at a separator outside of braces."""
    if "{" not in text and "\\" not in text:
        return separator.split(text)
    parts, start, depth, index = [], 0, 0, 0
    while index < len(text):
        found = separator.match(text, index) if depth == 0 else None
        if found:
            parts.append(text[start : found.start()])
            start = index = found.end()
            continue
        depth = max(0, depth + (text[index] == "{") - (text[index] == "}"))
        index += 2 if text[index] == "\\" else 1
    return [*parts, text[start:]]

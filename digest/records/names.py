"""Names of people and bodies, split into family and given name.

BibTeX's forms are those of "Tame the BeaST" by Nicolas Markey, section 11: `First von Last`,
`von Last, First` and `von Last, Jr, First`; biblatex adds `family=…, given=…`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.model import Name
from digest.records.tex import tex_to_text, without_entities
from digest.text import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OTHERS = "others"
"""The literal of a last name that stands for authors left out: BibTeX's `and others`."""

_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{2,3}|IV|VI{0,3}")
_RARE_SUFFIX = re.compile(r"(?:Esq|Ph\.? ?D|[Ff]ilho|[Nn]eto|[Ff]ils)\.?|[1-9](?:st|nd|rd|th)")
_AT_END = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|I{2,3}|IV")
"""Suffixes that are no initials, `V.` or `M.D.`, where a given name might be."""
_LEGAL_FORM = re.compile(r"(?:Inc|Ltd|LLC|Corp|GmbH|PLC)\.?")
"""What ends the name of a company."""
# written with a capital by some of those who bear them
_PARTICLES = frozenset(
    {"Al", "Da", "De", "Del", "Della", "Den", "Der", "Di", "Dos", "Du", "El", "Ten", "Ter", "Van",
     "Vander", "Von"}
)  # fmt: skip
_ALWAYS_PARTICLES = {one.lower() for one in _PARTICLES} | {"des", "la", "las", "le", "los", "zu"}
_BODY = re.compile(
    r"\b(?:Collaborations?|Team|Group|Consortium|Committee|Project|Institute|Foundation|"
    r"Association|Society|University|Laborator(?:y|ies)|Network|Initiative|Inc|Ltd|Research)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_NAMED = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=", re.IGNORECASE)
"""A part of a name in biblatex's extended form, `family=Oord`; `\\=o` is a letter."""
_COMMA = re.compile(r"\s*,\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_ET_AL = re.compile(r"(?:^|(?<=[\s,]))et\s+al\b\.?$", re.IGNORECASE)
_HOMONYM = re.compile(r"\s+[0-9]{4}$")
"""What DBLP tells namesakes apart by."""
_SPACE = re.compile(r"[\s~]+")


def known_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names without the `others` that a BibTeX list may end in."""
    return tuple(name for name in names if name.literal != OTHERS)


def split_name(literal: str) -> Name:
    """Split a name given in reading order, as arXiv gives it.

    Particles (`van den`, `de la`) go with the family name, `Jr.` and `III` become the suffix.
    What is no person's name, or one word, is left whole, and so is a name in Chinese, Japanese
    or Korean script: there the family name comes first.
    """
    literal = " ".join(literal.split())
    if _BODY.search(literal) or is_east_asian(literal):
        return Name(literal=literal)
    # where somebody works, as some submitters write behind the name
    person = re.sub(r"\s*\([^()]*\)$", "", literal)
    return msgspec.structs.replace(_split_words(person.split()), literal=literal)


def _split_words(words: list[str]) -> Name:
    literal = " ".join(words)
    *others, last = words or [""]
    suffix = ""
    if len(others) > 1 and _SUFFIX.fullmatch(last):
        suffix, (*others, last) = last, others
    if not others:
        return Name(literal=literal)
    words = [*others, last.rstrip(",")]
    if all(word in _ALWAYS_PARTICLES for word in others):
        # a family name alone: `de Gaulle`
        return Name(literal=literal)
    start = _family_start(words)
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix, literal)


def _family_start(words: list[str]) -> int:
    """Return the index of the first word of the family name: never 0, at most the last."""
    last = len(words) - 1
    start = next((i for i in range(1, last) if _is_particle(words[i])), last)
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return start


def _is_particle(word: str) -> bool:
    # 't Hooft
    return word.lstrip("'\u2019")[:1].islower()


def parse_names(tex: str) -> tuple[Name, ...]:
    """Read a BibTeX list of names. `and others` becomes a name whose literal is `others`.

    A list whose names are parted by semicolons, or by commas throughout, is read as it is meant.
    """
    names = (_parse_name(one) for one in _list_names(tex))
    return tuple(name for name in names if name.literal)


def check_names(tex: str) -> str:
    """Return what is wrong with a BibTeX list of names, or nothing."""
    tex = without_entities(tex)
    if len(_split(tex, _SEMICOLON)) > 1:
        return "names are parted by ' and ', not by ';'"
    for one in _split(tex.strip(), _AND):
        name, parts = one.strip(), _split(one.strip(), _COMMA)
        if re.fullmatch(r"(?i)(?:and\b.*|.*\band)?", name, re.DOTALL) and tex.strip():
            return "a name is missing beside 'and'"
        if len(parts) > 1 and not all(map(_NAMED.match, parts)):
            if not all(parts):
                return f"a comma too many in the name '{tex_to_text(name)}'"
            middle = parts[1:-1]
            if middle and (len(middle) > 1 or not any(map(_is_suffix, parts[1:]))):
                return f"'{tex_to_text(name)}' has too many commas for one name"
    return ""


def _is_suffix(tex: str) -> bool:
    text = tex_to_text(tex)
    return bool(_SUFFIX.fullmatch(text) or _RARE_SUFFIX.fullmatch(text))


def _list_names(tex: str) -> Iterator[str]:
    """Part a list of names, in TeX; `et al.` is the name `others`."""
    tex = without_entities(tex)
    separator = _SEMICOLON if len(_split(tex, _SEMICOLON)) > 1 else _AND
    for one in _split(tex.strip(), separator):
        name = re.sub(r"(?i)^and\s+|\s+and$", "", one.strip())
        found = _ET_AL.search(name)
        name = name[: found.start()].strip(" \t\n,") if found else name
        parts = [part for part in _split(name, _COMMA) if part]
        # people in the order in which they are read: `Hans Müller, Anna Schmidt, and Bob Roe`
        is_list = len(parts) > 1 and all(len(part.split()) > 1 for part in parts)
        has_end = name.endswith(",") or len(parts) > 3  # noqa: PLR2004 -- `von Last, Jr, First`
        yield from parts if is_list and has_end else [name]
        if found:
            yield OTHERS


def _parse_name(tex: str) -> Name:
    if tex.lower() == OTHERS:
        return Name(literal=OTHERS)
    if _is_braced(tex):
        return Name(literal=tex_to_text(tex))
    parts = _split(tex, _COMMA)
    if all(map(_NAMED.match, parts)):
        return _parse_named_parts(parts)
    texts = [tex_to_text(part) for part in parts if part] or [""]
    if len(texts) == 1 and not is_east_asian(texts[0]):
        # a group in braces is one word: {De Cao}
        words = (tex_to_text(word) for word in _split(_HOMONYM.sub("", tex), _SPACE))
        # a word may be a command that prints nothing
        return _split_words([word for word in words if word])
    if len(texts) == 1 or _LEGAL_FORM.fullmatch(texts[-1]):
        return Name(literal=", ".join(texts))
    return _parse_comma_parts(texts)


def _parse_comma_parts(texts: list[str]) -> Name:
    """Read `van den Oord, Aaron` or `King, Jr., Martin Luther`, and a suffix that stands last."""
    family, *middle, last = texts
    if _AT_END.fullmatch(last) and not middle:
        return _split_words([*family.split(), last])
    if _AT_END.fullmatch(last):
        middle, last = [last], " ".join(middle)
    suffix = " ".join(middle)
    return Name(family, last, suffix, make_literal(family, last, suffix))


def _parse_named_parts(parts: list[str]) -> Name:
    """Read biblatex's `family=Oord, given=Aaron, prefix=van den, useprefix=true`."""
    fields = {}
    for part in parts:
        name, _, value = part.partition("=")
        fields[name.strip().lower()] = tex_to_text(value.strip().strip('"'))
    family = " ".join(part for part in (fields.get("prefix"), fields.get("family")) if part)
    given, suffix = fields.get("given", ""), fields.get("suffix", "")
    return Name(family, given, suffix, make_literal(family, given, suffix))


def _is_braced(tex: str) -> bool:
    """Tell whether one pair of braces holds the whole: `{Google Research}`, not `{A} {B}`."""
    depth = 0
    for index, character in enumerate(tex):
        depth += (character == "{") - (character == "}")
        if depth == 0:
            return index > 0 and index == len(tex) - 1
    return False


def _split(tex: str, separator: re.Pattern[str]) -> list[str]:
    """Split at a separator outside of braces."""
    if "{" not in tex and "\\" not in tex:
        return separator.split(tex)
    parts, start, depth, index = [], 0, 0, 0
    while index < len(tex):
        found = separator.match(tex, index) if depth == 0 else None
        if found:
            parts.append(tex[start : found.start()])
            start = index = found.end()
            continue
        depth = max(0, depth + (tex[index] == "{") - (tex[index] == "}"))
        index += 2 if tex[index] == "\\" else 1
    return [*parts, tex[start:]]


def make_literal(family: str, given: str, suffix: str = "") -> str:
    """Return a name in reading order: `Martin Luther King Jr.`, 村上春樹."""
    if is_east_asian(family) and is_east_asian(given):
        return f"{family}{given}"
    return " ".join(part for part in (given, family, suffix) if part)

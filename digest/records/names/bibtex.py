"""Names in BibTeX's lists.

BibTeX's forms are those of "Tame the BeaST" by Nicolas Markey, section 11: `First von Last`,
`von Last, First` and `von Last, Jr, First`; biblatex adds `family=…, given=…`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.works import Name
from digest.records.names.cleaning import split_group, without_additions, without_role
from digest.records.names.namelists import (
    COMMA,
    CUT,
    OTHERS,
    SEMICOLON,
    cut_others,
    gather,
    means_others,
    split_outside,
    split_people,
)
from digest.records.names.namewords import (
    is_body,
    is_degree,
    is_group,
    is_parted_body,
    is_short_surname,
    is_suffix,
    may_be_body,
    may_be_body_in_parts,
)
from digest.records.names.order import are_inverted, count_initials, with_commas
from digest.records.names.reading import (
    make_literal,
    read_body,
    read_comma_parts,
    read_names,
    read_one,
    read_words,
)
from digest.records.tex import tex_to_text, without_entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_AND = lazy_regex(r"\s+\\?and\s+", re.IGNORECASE)
"""Also LaTeX's command, as it stands between the authors of a paper."""
_BETWEEN = lazy_regex(r"\s*[,;]\s*|\s+and\s+", re.IGNORECASE)
_NAMED = lazy_regex(r"\s*(?:family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=", re.IGNORECASE)
"""A part of a name in biblatex's extended form, `family=Oord`; `\\=o` is a letter."""
_SPACE = lazy_regex(r"\s+")
_TIE = lazy_regex(r"(?<!\\)~")
_HINT = "write 'Family, Given and Family, Given'"
_LONGEST_HINT = 80
"""Characters of names that a hint repeats."""
_MISSING = lazy_regex(r"(?:and\b.*|.*\band)?", re.IGNORECASE | re.DOTALL)
"""What stands between two `and` where a name is missing."""
_LONE_AND = lazy_regex(r"^and\b\s*|\s*\band$", re.IGNORECASE)


def parse_names(tex: str) -> tuple[Name, ...]:
    """Read a BibTeX list of names. `and others` becomes a name whose literal is `others`.

    A list whose names are parted by semicolons, or by commas throughout, is read as it is meant.
    """
    if not tex:
        return ()
    people = with_commas(tuple(_list_names(tex)))
    inverted = are_inverted(people)
    names = (name for one in people for name in _parse_name(one, inverted=inverted))
    return gather(name for name in names if name and name.literal)


def parse_groups(tex: str) -> tuple[Name, ...]:
    """Read the field `collaboration`: groups of authors, most often without that word."""
    texts = map(tex_to_text, split_outside(without_entities(tex).strip(), _BETWEEN))
    names = (group or name for name, group in map(split_group, texts))
    return tuple(
        Name(literal=name if is_group(name) else f"{name} Collaboration") for name in names if name
    )


def check_names(tex: str) -> Iterator[tuple[str, str]]:
    """Find what is wrong with a BibTeX list of names: messages, each with what to do."""
    if not tex:
        return
    plain = _without_ties(tex)
    if problem := _check_bodies(plain) or _check_list(plain) or _check_comma(plain):
        yield problem
        return
    people = with_commas(tuple(_list_names(tex)))
    inverted = are_inverted(people)
    for one in people:
        if "{" in one or one == OTHERS:
            continue
        name = tex_to_text(one)
        if "," in name:
            yield from _check_parts(name, is_only=len(people) == 1)
            continue
        if may_be_body(name) and not is_body(name):
            written = _as_body(name, is_only=len(people) == 1)
            yield f"'{name}' looks like a body", f"write '{written}', or else 'Family, Given'"
        elif not inverted and not is_body(name) and count_initials(name.split(), inverted=True):
            yield _check_initials(name)


def _check_bodies(tex: str) -> tuple[str, str] | None:
    """Return what is wrong where the name of a body has an `and` of its own, and what to do."""
    names = split_outside(tex.strip(), _AND)
    for name in _with_bodies(names):
        if name not in names:
            written = name if len(names) > 2 else f"{{{name}}}"  # noqa: PLR2004 -- its two halves
            return f"'{name[1:-1]}' looks like a body", f"write '{written}'"
    return None


def _check_comma(tex: str) -> tuple[str, str] | None:
    """Return what is wrong with `Ada Poe, Bo Roe and Cy Doe`, and what to do."""
    *names, last = [one for one in split_outside(tex.strip(), _AND) if one != OTHERS] or [""]
    if "{" in tex or "," in last or len(last.split()) < 2:  # noqa: PLR2004 -- given and family name
        return None
    for name in names:
        parts = split_outside(name.strip(), COMMA)
        words = [part.split() for part in parts]
        if len(parts) == 2 and all(map(_is_full, words)):  # noqa: PLR2004 -- as above
            hint = f"write '{' and '.join(parts)}', or 'Family, Given' throughout"
            return f"'{name.strip()}' looks like two names", hint
    return None


def _is_full(words: list[str]) -> bool:
    """Tell whether words may be a given name and a family name, in full."""
    return len(words) > 1 and all(len(one) > 2 for one in (words[0], words[-1]))  # noqa: PLR2004 -- no initials


def _check_list(tex: str) -> tuple[str, str] | None:
    """Return what is wrong with how names are parted, and what to do; None where nothing is."""
    if len(split_outside(tex, SEMICOLON)) > 1:
        return "names are parted by ' and ', not by ';'", _hint_list(_list_names(tex))
    names = [one.strip() for one in split_outside(tex.strip(), _AND)]
    for name in names:
        parts = split_outside(cut_others(name)[0], COMMA)
        if _MISSING.fullmatch(name) and tex.strip():
            named = (_LONE_AND.sub("", one) for one in names)
            return "a name is missing beside 'and'", _hint_list(filter(None, named))
        if len(list(split_people(cut_others(name)[0]))) > 1:
            sign = next((one for one in ("&", "und") if f"{one} " in name), ",")
            return f"names are parted by ' and ', not by '{sign}'", _hint_list(_list_names(tex))
        if len(parts) > 1 and not all(map(_NAMED.match, parts)):
            if not all(parts):
                message = f"a comma too many in the name '{tex_to_text(name)}'"
                return message, f"write '{', '.join(filter(None, parts))}'"
            texts = [text for text in map(tex_to_text, parts) if not is_degree(text)]
            middle = texts[1:-1]
            if middle and (len(middle) > 1 or not any(map(is_suffix, texts[1:]))):
                return f"'{tex_to_text(name)}' has too many commas for one name", _HINT
    return None


def _hint_list(names: Iterable[str]) -> str:
    """Say how a list of names is written."""
    written = " and ".join(names)
    return f"write '{written}'" if len(written) <= _LONGEST_HINT else _HINT


def _as_body(name: str, *, is_only: bool) -> str:
    """Return how a body is written: the braces around a field are none of its own."""
    return f"{{{{{name}}}}}" if is_only else f"{{{name}}}"


def _check_parts(name: str, *, is_only: bool) -> Iterator[tuple[str, str]]:
    """Report `AI, Meta`, which is hardly a person, and `Jr, S. W.`, which has no family name."""
    family, *_, given = parts = COMMA.split(name)
    if may_be_body_in_parts(family, given):
        written = _as_body(f"{given} {family}", is_only=is_only)
        hint = f"write '{written}', or else 'family={family}, given={given}'"
        yield f"'{name}' looks like a body", hint
    elif is_suffix(family) or is_degree(family):
        read = read_comma_parts(parts)
        if read and not read.family:
            yield f"'{name}' has no family name", f"write 'Family, {family}, {given}'"


def _check_initials(name: str) -> tuple[str, str]:
    """Report a name that ends in initials, as PubMed has it."""
    words = name.split()
    count = count_initials(words, inverted=True)
    family, last = " ".join(words[:-count]).rstrip("."), " ".join(words[-count:])
    given = " ".join(f"{one}." for one in last if one.isalpha()) if "-" not in last else last
    hint = f"write '{family}, {given}'"
    if is_short_surname(last):
        hint += f", or '{last.capitalize()}, {family}'"
    return f"'{name}' ends in initials", hint


def _without_ties(tex: str) -> str:
    """Return a list of names with blanks for its ties, and without a role behind it."""
    return without_role(_TIE.sub(" ", without_entities(tex)).strip())


def _list_names(tex: str) -> Iterator[str]:
    """Part a list of names, in TeX; `et al.` is the name `others`."""
    tex = _without_ties(tex)
    separator = SEMICOLON if len(split_outside(tex, SEMICOLON)) > 1 else _AND
    names = split_outside(tex, separator)
    for one in _with_bodies(names) if separator is _AND else names:
        name, is_cut = cut_others(re.sub(r"(?i)^and\s+|\s+and$", "", one.strip()))
        yield from split_people(name)
        if is_cut:
            yield OTHERS


def _with_bodies(names: Sequence[str]) -> Iterator[str]:
    """Join, in braces, the parts of a body's name that has an `and` of its own."""
    last = ""
    for name in names:
        if last and "{" not in last + name and is_parted_body(last.strip(), name.strip()):
            last = f"{{{last.strip()} and {name.strip()}}}"
            continue
        yield from [last] if last else []
        last = name
    yield from [last] if last else []


def _parse_name(tex: str, *, inverted: bool) -> Iterator[Name | None]:
    parts = split_outside(tex, COMMA)
    texts = [tex_to_text(part) for part in parts if part] or [""]
    if _is_braced(tex):
        yield from _read_braced(tex_to_text(tex))
    elif all(map(_NAMED.match, parts)):
        yield _parse_named_parts(parts)
    elif len(texts) > 1:
        # `Doe, Ann on behalf of the CMS Collaboration`
        texts[-1], group = split_group(texts[-1])
        yield read_comma_parts(texts if texts[-1] else texts[:-1])
        yield Name(literal=group) if group else None
    elif "{" not in tex or is_body(texts[0]):
        yield from read_one(texts[0], inverted=inverted)
    else:
        # a group in braces is one word: {De Cao}
        words = map(tex_to_text, split_outside(without_additions(tex), _SPACE))
        # a word may be a command that prints nothing
        yield read_words([word for word in words if word], inverted=inverted)


def _read_braced(text: str) -> Iterator[Name]:
    """Read what is not to be split: a body, or by mistake a whole list, `{Doe, J. and Roe, B.}`."""
    people = list(split_people(text))
    if len(people) > 1 and all("," in one for one in people):
        yield from read_names(people)
    else:
        yield from [CUT] if means_others(text) else read_body(text)


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

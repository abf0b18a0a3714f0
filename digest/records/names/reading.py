"""Names, in texts and in parts, from whatever source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian
from digest.basics.works import Name
from digest.records.names.capitals import is_in_capitals, may_be_initials, mend_capitals
from digest.records.names.cleaning import SIGNS, is_nobody, plain, split_group, without_additions
from digest.records.names.namelists import (
    COMMA,
    CUT,
    cut_others,
    gather,
    means_others,
    split_people,
)
from digest.records.names.namewords import (
    CAPITAL_PARTICLES,
    LEGAL_FORM,
    are_degrees,
    are_initials,
    are_syllables,
    has_title,
    is_acronym,
    is_body,
    is_body_in_parts,
    is_degree,
    is_descendant,
    is_devotion,
    is_dotted,
    is_particle,
    is_vietnamese,
    joins_names,
    may_be_body,
    may_be_body_in_parts,
    split_particles,
    suffix_named,
)
from digest.records.names.order import are_inverted, count_initials, with_commas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


_BOTH = 2
"""Words or parts of a name that has a family and a given name."""
_SURE_SURNAMES = frozenset({"WU", "XU"})
"""Those of two letters that are hardly anybody's initials."""
_STOP = lazy_regex(r"(?<=[a-z]{2})\.$")
"""A full stop behind a family name, which no abbreviation needs."""
_VIETNAMESE_MIDDLE = frozenset({"Le", "Lê", "Thi", "Thị", "Van", "Văn"})
"""Words between a Vietnamese family name and a given name, some of them particles elsewhere."""
_WORD = r"[A-Z\u00c0-\u00de\u0100-\u017f](?:[a-z\u00df-\u017f]+|\.)"
_USUAL = lazy_regex(rf"{_WORD}(?:[ -]{_WORD})*")
"""Names as nearly all are, in which there is nothing to read."""
_LED = lazy_regex(r"(?P<initials>(?:[A-Z\xc0-\xde]\.\s?)+)(?<=\s)(?P<family>\w[^\W\d_].*)")
"""A family name with initials before it."""
_WHERE = lazy_regex(r"\s*\([^()]*\)")
_PARTING = frozenset(",;\uff0c\uff1b\u3001")
_GLUED = lazy_regex(r"(?<![^\W\d_][^\W\d_]\.)(?<=[A-Z]\.)(?=[A-Z][a-z])")
"""Between an initial and what follows it without a space: `M.A.Smith`."""
_WITH_INITIAL = lazy_regex(r"[A-Z][^\W\d_]+ (?:[A-Z]\.? ){1,2}[A-Z][^\W\d_]+")


def make_literal(family: str, given: str, suffix: str) -> str:
    """Return a name in reading order: `Martin Luther King Jr.`, 村上春樹."""
    if is_east_asian(family) and is_east_asian(given):
        return f"{family}{given}"
    return " ".join(part for part in (given, family, suffix) if part)


def read_names(texts: Iterable[str]) -> tuple[Name, ...]:
    """Read people and bodies, each a text of its own: `Yi Tay`, `Tay, Yi`, `ATLAS Collaboration`.

    A text may name several. Where all have initials behind the family name, as in PubMed's
    `Smith JA`, two letters that might be a family name are initials, too.
    """
    people = with_commas([one for text in texts for one in split_people(plain(text))])
    inverted = are_inverted(people)
    return gather(name for one in people for name in read_one(one, inverted=inverted))


NAME_PARTS = (
    *("dropping-particle", "non-dropping-particle", "family", "given", "suffix"),
    *("literal", "name"),
)
"""What a name has in CSL-JSON; Crossref has bodies under `name`."""


def read_item(texts: Mapping[str, str], *, is_unsplit: bool) -> Iterable[Name]:
    """Read a name of CSL-JSON, of which `texts` has all parts, some of them empty.

    A `literal` alone is a body's, but where it `is_unsplit` may be a person's: DataCite's are.
    """
    *particles, family, given, suffix, literal, body = (texts[part] for part in NAME_PARTS)
    family = " ".join(part for part in (*particles, family) if part)
    if not (family or given or suffix) and literal and is_unsplit:
        return read_names([literal])
    if not (family or given or suffix or literal):
        return read_body(body)
    return read_parts(family, given, suffix, literal)


def read_parts(family: str, given: str, suffix: str = "", literal: str = "") -> Iterator[Name]:
    """Read a name whose parts the source tells apart; `literal` is the whole, as it has it.

    A whole without parts is a body's, unless it can only be a person's: `Doe, Jane`.
    """
    if _is_usual(given, family) and not suffix and literal in {"", f"{given} {family}"}:
        yield Name(family, given, "", f"{given} {family}")
        return
    family, given, suffix, literal = (
        "" if is_nobody(part) else part for part in map(plain, (family, given, suffix, literal))
    )
    whole = family or given or literal
    is_one_text = not (family or given) or (
        not (family and given) and not _PARTING.isdisjoint(whole)
    )
    if is_one_text:
        yield from read_names([whole]) if _must_be_people(whole) else read_body(whole)
        return
    (family, is_cut), (given, is_given_cut) = cut_others(family), cut_others(given)
    name = make_name(family, given, suffix, literal)
    yield from [name] if name else []
    yield from [CUT] if is_cut or is_given_cut else []


def _must_be_people(text: str) -> bool:
    """Tell whether a text that may be the name of a body can only be read as people's."""
    if len(list(split_people(text))) > 1:
        return True
    bare = _WHERE.sub("", text)
    has_parts = "," in bare and not LEGAL_FORM.fullmatch(COMMA.split(bare)[-1])
    return not is_body(bare) and (has_parts or bool(_WITH_INITIAL.fullmatch(bare)))


def _is_usual(given: str, family: str) -> bool:
    """Tell, of nearly all names and fast, that there is nothing to read in them."""
    return bool(
        _USUAL.fullmatch(given)
        and _USUAL.fullmatch(family)
        and not is_body_in_parts(family, given)
        and not suffix_named(family.rpartition(" ")[2])
        and not (" " in given and has_title(given))
        and "." not in family
        and not (is_nobody(given) or is_nobody(family))
    )


def read_body(text: str) -> Iterator[Name]:
    """Read a name that is not to be split; `(for the X Collaboration)` is the X Collaboration's."""
    text, is_cut = cut_others(plain(text))
    name, group = split_group(text)
    if not group and text.startswith(name):
        # what stands in brackets behind it may be where it is
        name = text.rstrip(" :")
    yield from (Name(literal=one) for one in (name, group) if one and not is_nobody(one))
    yield from [CUT] if is_cut else []


def read_one(text: str, *, inverted: bool) -> Iterator[Name]:
    """Read the name of a person or a body, with an "et al." or the group behind it."""
    text, is_cut = cut_others(text)
    text, group = split_group(text)
    text, is_person_cut = cut_others(text)
    name = _read_whole(text, inverted=inverted)
    yield from [name] if name else []
    yield from [Name(literal=group)] if group else []
    yield from [CUT] if is_cut or is_person_cut or means_others(text) else []


def _read_whole(text: str, *, inverted: bool) -> Name | None:
    if not text or is_nobody(text) or means_others(text):
        return None
    if is_body(text) or may_be_body(text):
        return Name(literal=text)
    # one word may end in a digit: Web3
    person = without_additions(text) if " " in text or "," in text else text.strip(SIGNS)
    person = _GLUED.sub(" ", person) if "." in person else person
    parts = [part for part in COMMA.split(person) if part]
    if is_east_asian(text) and len(parts) < _BOTH:
        return Name(literal=person)
    if len(parts) > 1:
        return read_comma_parts(parts)
    return read_words(person.split(), inverted=inverted)


def read_comma_parts(parts: list[str]) -> Name | None:
    """Read `van den Oord, Aaron` or `King, Jr., Martin Luther`, and a suffix that stands last."""
    if LEGAL_FORM.fullmatch(parts[-1]) or (is_body(parts[0]) and not is_dotted(parts[-1])):
        # `University of Art, Berlin`: in lists a body's last word alone may stand in front
        return Name(literal=", ".join(parts))
    # `Watson, MD` and `Jones, JR` have initials
    is_short = len(parts) == _BOTH and parts[-1] in {"MD", "JR", "SR"} and " " not in parts[0]
    if is_short:
        return make_name(parts[0], ". ".join(parts[1]) + ".")
    family, *others = [one for one in parts if not is_degree(one)]
    if others and is_acronym(family) and may_be_body_in_parts(family, others[0]):
        return Name(literal=f"{others[0]} {family}")
    suffix = suffix_named(others[-1], may_be_initials=False) if others else ""
    if not others or (suffix and len(others) == 1):
        return read_words([*family.split(), *others])
    if suffix:
        return make_name(family, " ".join(others[:-1]), suffix)
    return make_name(family, others[-1], " ".join(others[:-1]))


def read_words(words: Sequence[str], *, inverted: bool = False) -> Name | None:
    """Read the words of a name in reading order, or with the initials last.

    Particles go with the family name, `Jr.` and `III` become the suffix. One word is left whole,
    and so is a family name alone: `de la Vallée Poussin`.
    """
    if not words:
        return None
    # in `Ananth P V` and `Ananth P. V` the last is an initial
    is_long = len(words) > _BOTH
    is_initial = is_long and (len(words[-2]) == 1 or (words[-1] == "V" and is_dotted(words[-2])))
    suffix = suffix_named(words[-1], may_be_initials=not is_initial) if is_long else ""
    words = words[:-1] if suffix else words
    words = [*words[:-1], words[-1].rstrip(",")]
    count = count_initials(words, inverted=inverted)
    if count:
        told = " ".join(filter(None, (*words, suffix)))
        return make_name(" ".join(words[:-count]), " ".join(words[-count:]), suffix, told)
    if len(words) == 1 or (words[0].islower() and is_particle(words[0])):
        return Name(literal=" ".join(words))
    if _is_family_first(words):
        given = " ".join(words[1:])
        told = "" if words[0].isupper() else f"{words[0]} {given}"
        return make_name(words[0], given, suffix, told)
    start = _family_start(words)
    return make_name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_family_first(words: list[str]) -> bool:
    """Tell whether the family name stands first: `XU Wenjing`, `DUPONT Jean`, `Nguyen Van Tu`."""
    first, *others = words
    if len(words) > _BOTH and words[1] in _VIETNAMESE_MIDDLE:
        is_family = is_vietnamese(first, surely=False) and not is_vietnamese(words[-1])
        return is_family and are_syllables(others)
    is_name = first in _SURE_SURNAMES or (is_in_capitals(first) and not may_be_initials(first))
    return is_name and all(map(str.istitle, others))


def _family_start(words: list[str]) -> int:
    """Return the index of the first word of the family name: never 0, at most the last."""
    last = len(words) - 1
    start = next((i for i in range(1, last) if _begins_family(words, i)), last)
    if start > 1 and (joins_names(words[start]) or is_descendant(words[start])):
        start -= 1
    while start > 1 and _is_capital_particle(words[start - 1]):
        if words[start - 1] in _VIETNAMESE_MIDDLE and is_vietnamese(words[start]):
            break
        start -= 1
    return start


def _begins_family(words: list[str], index: int) -> bool:
    """Tell whether a word is a particle of the family name: not so in `Maria de Lourdes Silva`."""
    behind = next((i for i in range(index, len(words)) if not is_particle(words[i])), index)
    is_given = behind < len(words) - 1 and is_devotion(words[behind])
    return is_particle(words[index]) and not is_given


def _is_capital_particle(word: str) -> bool:
    return (word.capitalize() if word.isupper() else word) in CAPITAL_PARTICLES


def make_name(family: str, given: str, suffix: str = "", literal: str = "") -> Name | None:
    """Return the name of a person, or of a body in whose name a source saw two parts.

    None where nothing is left of it. `literal` stays where it is in reading order.
    """
    if means_others(f"{given} {family}"):
        return CUT
    told = (family, given)
    family, given = (without_additions(part) for part in told)
    family, given = ("" if is_nobody(part) else part for part in (family, given))
    if is_degree(family) and " " in given:
        return read_words(given.split())
    if suffix_named(family, may_be_initials=False) and _ends_in_name(given):
        # as Google Scholar parts `Hal Daumé III`
        return read_words([*given.split(), family])
    # `Nikitha SR` has initials of a father and a place
    is_suffix = suffix_named(family, may_be_initials=False) and family not in {"JR", "SR"}
    if not (family and given) or is_suffix:
        return _make_single(family, given, suffix, literal)
    if is_body_in_parts(family, given):
        # a year in its name is no mark of a footnote
        name, group = split_group(f"{told[1]} {family}")
        return Name(literal=group or name)
    suffix = "" if are_degrees(suffix) else suffix_named(suffix) or suffix
    if not suffix:
        family, suffix = _split_suffix(family)
    family = _STOP.sub("", family)
    if not suffix:
        given, suffix = _split_suffix(given)
    if led := _LED.fullmatch(family):
        given, family = f"{given} {led['initials']}".strip(), led["family"]
    mended = mend_capitals(family, given)
    is_kept = literal and "," not in literal and mended == told
    given, particles = split_particles(mended[1])
    family = f"{particles} {mended[0]}".strip()
    literal = literal if is_kept else make_literal(family, given, suffix)
    is_mixed = not told[1].isupper()
    return Name(family, _spaced(given, family, is_mixed=is_mixed), suffix, literal)


def _ends_in_name(given: str) -> bool:
    """Tell whether several given names end in one that may be a family name."""
    words = given.split()
    return len(words) > 1 and len(words[-1]) > 1 and not is_dotted(words[-1])


def _make_single(family: str, given: str, suffix: str, literal: str) -> Name | None:
    """Return a name of one part, which may be a body's; `S. W. Jr.` lacks its family name."""
    if family and given:
        return Name(literal=f"{given} {family}")
    whole = family or given or literal
    if not whole or is_body(whole):
        return Name(literal=whole) if whole else None
    return Name(family, given, suffix, make_literal(family, given, suffix) or whole)


def _split_suffix(part: str) -> tuple[str, str]:
    """Split a part with a suffix at its end, `Smith Jr.` or `Smith, Jr.`, into the two."""
    before, _, last = part.rpartition(" ")
    suffix = suffix_named(last, may_be_initials=False) if before else ""
    return (before.rstrip(","), suffix) if suffix else (part, "")


def _spaced(given: str, family: str, *, is_mixed: bool) -> str:
    """Return `J. A.` for `JA`, unless the family name is in capitals as well.

    So are the initials behind a name, of which `is_mixed` tells: `John P. A.` for `John PA`.
    """
    words = given.split(" ")
    if family.isupper() or not (is_mixed or len(words) == 1):
        return given
    return " ".join(map(_spaced_word, words))


def _spaced_word(word: str) -> str:
    letters = word.rstrip(".")
    is_short = are_initials(letters) and letters != "MD" and len(letters) > 1
    return " ".join(f"{one}." for one in letters) if is_short else word

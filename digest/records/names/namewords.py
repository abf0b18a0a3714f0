"""The words that tell what a part of a name is: particles, suffixes, degrees, words of bodies."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_east_asian, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_NO_INITIALS = lazy_regex(r"(?:Jr|Sr|Jnr|Snr|JR|SR)\.?|I{2,3}|IV|2nd|3rd|[4-9]th")
_SUFFIX = lazy_regex(rf"{_NO_INITIALS.pattern}|VI{{0,3}}")
_RARE_SUFFIX = lazy_regex(r"(?:Esq|[Ff]ilho|[Nn]eto|[Ff]ils)\.?")
LEGAL_FORM = lazy_regex(r"(?:Inc|Ltd|LLC|Corp|GmbH|PLC)\.?")
"""What ends the name of a company."""

_PARTICLES = words_of(
    "'s 't abu af al an auf av bin bint da dal dalla das de dei degli del dela della delle dello "
    "den der des di do dos du e el en het ibn in la las le los op over te ten ter thoe tot und "
    "v. v.d. van vande vanden vander vom von y z zu zum zur"
)
"""Words that belong to the family name behind them, where they have small letters."""
CAPITAL_PARTICLES = words_of(
    "Abu Ait Al Aït Da Dal Dalla Das De Degli Dei Del Della Delle Dello Den Der Des Di Dos Du El "
    "Ibn La Las Le Los Mac Mc Nic Ní Ould St. Ten Ter Uí Van Vande Vanden Vander Von Ó"
)
"""Those that some who bear them write with a capital."""
_KEPT_BEHIND = frozenset({"da", "das", "de", "do", "dos", "e"})
"""Particles that stay behind the given name in a list: Portuguese has `Medeiros, E. S. de`."""
_DESCENDANTS = words_of("Filho Junior Júnior Neto Sobrinho")
"""What stands behind a family name and belongs to it, in Portuguese mostly."""
_LINKS = frozenset({"e", "i", "y"})
"""What joins two family names: `Ortega y Gasset`."""
_DEVOTIONS = words_of(
    "angeles anjos carmen carmo ceu conceicao dieu dios dores fatima gloria graca lourdes mar "
    "pilar rosario socorro"
)
"""What stands behind a particle in given names: `Maria de Lourdes`, `Jean de Dieu`."""
_VIETNAMESE = words_of(
    "bui dang dinh doan duong hoang huynh luong ngo nguyen pham phan tran trinh truong vu"
)
_VIETNAMESE_OR_OTHER = _VIETNAMESE | words_of("dao do ha ho le ly mai vo")
"""Vietnamese family names without their accents, and with those that others have, too."""
_SYLLABLE = lazy_regex(
    r"(?:[bcdghklmnprstvx]|[cgknpt]h|tr|n?gh?|qu)?[aeiouy]{1,3}(?:[cmnpt]|ch|n[gh])?"
)
"""What each word of Vietnamese is, without accents: `Chien`, but not `Dijk`."""

_TITLES = lazy_regex(
    r"^(?:(?:Prof(?:essor)?|Dr|Mrs?|Ms|Sir|Dame|Rev(?:erend)?|PD(?= Dr)|Dipl(?=\.))\b\.?"
    r"(?:[ -]*(?:Ing|rer|nat|med|phil|h\.\s?c)\.)*\s*){1,4}(?=\S|$)"
)
_DEGREE = (
    r"(?:Ph\.?\s?D|D\.?\s?Phil|M\.?\s?Phil|Ed\.?\s?D|Psy\.?D|Pharm\.?D|Sc\.?D|[BM]\.?\s?Sc"
    r"|Dipl\.-Ing|MPH|MBBS|DVM|DDS|MBA|FRCP|FRCS|FRS|FACP|MRCP)\.?"
)
# these may be initials, where no other degree stands beside them
_OTHER_DEGREE = r"(?:M\.?D|M\.?A|B\.?A|M\.?S|R\.?N|J\.?D)\.?"
_DEGREES = lazy_regex(
    rf"(?:\s*,\s*{_OTHER_DEGREE}){{0,4}}(?:\s*,\s*|\s+){_DEGREE}"
    rf"(?:\s*,\s*(?:{_DEGREE}|{_OTHER_DEGREE})){{0,4}}$"
)
_DOCTOR = lazy_regex(r"[A-Z]\S* \S.*?(?P<degree>,? MD)")
_DEGREE_ALONE = lazy_regex(_DEGREE)
_DEGREES_ALONE = lazy_regex(
    rf"(?:{_DEGREE}|{_OTHER_DEGREE})(?:[\s,;/]+(?:{_DEGREE}|{_OTHER_DEGREE})){{0,9}}"
)

_BODIES = words_of(
    "academies academy administration agence agencies agency agência akademie alliance asociación "
    "associates association associations associação authority authors bundesamt bundesministerium "
    "center centers centre centres centro club coalition collaboration collaborations "
    "collaborators college commission commissions committee committees community companies "
    "company conference "
    "congress consortia consortium contributors corp corporation council councils deepmind "
    "department departments developers editors enterprises experiment facility faculty federation "
    "fondation foundation foundations fundación gesellschaft gmbh government group groups "
    "hochschule hospital inc incorporated industries initiative institut institute institutes "
    "institution instituto investigators kommission lab laboratoire laboratories laboratory labs "
    "libraries library llc ltd maintainers ministerio ministerium ministry ministère museum "
    "museums nations network networks observatory office organisation organisations organization "
    "organizations parliament partners partnership plc program programme programmes project "
    "projects research school schools services societies society société software solutions "
    "stiftung studio studios survey systems team teams technologies trust union "
    "universidad universidade universitas universitat universiteit universities university "
    "università universität université verein workshop"
)
"""Words that nobody has for a name."""
_BODY_STARTS = words_of(
    "African American Asian British Central Deutsche Deutscher Deutsches Editorial European "
    "Federal Global Google International Microsoft National United World"
)
_BODY_LINKS = words_of("against and at between for on the with without")
"""Small words that stand within names of bodies, and are no particles."""
_BODY_ENDS = words_of(
    "Aerospace Airlines Analytics Archive Archives Biosciences Board Bureau Commons Crawl "
    "Data Digital Electric Energy Face Force Forum Fund Genomics Hat Health Intelligence Learning "
    "Magazine Media Motors Nature News Online Overflow Pharmaceuticals Reuters Robotics "
    "Science Sciences Security Telekom Therapeutics Times Unit Web"
)
"""Words that names of bodies end in, and hardly a person's."""
_FIELDS = words_of(
    "Agriculture Astronomy Astrophysics Automation Climate Commerce Communications Computing "
    "Control Culture Defence Defense Development Ecology Economics Education Energy Engineering "
    "Engineers Environment Ethics Fisheries Forestry Governance Health Humanities Industry "
    "Informatics Innovation Mathematics Medicine Nutrition Physics Policy Prevention Recreation "
    "Research Safety Science Sciences Security Services Society Sport Sports Statistics "
    "Sustainability Technologies Technology Tourism Trade Transport Transportation Welfare"
)
"""Words that names of bodies end in behind an `and`."""
_UNFINISHED = words_of(
    "Aeronautics Agricultural Biological Chemical Cultural Drug Ecological Economic Electrical "
    "Environmental Fish Food Geological Geophysical Industrial Mathematical Mechanical Medical "
    "Oceanic Physical Political Securities Social"
)
"""Words before an `and` in names of bodies, and nobody's last."""
_ACRONYMS = frozenset({"AI", "EU", "ML", "NLP", "UK", "UN", "US", "USA"})
_SURNAMES = frozenset({"company", "hospital"})
"""Words of bodies that are family names as well: Catalan ones."""
_ENDS_IN_AI = lazy_regex(r"[a-z]AI$")
_GROUPS = words_of(
    "collaboration collaborations collaborators consortia consortium group groups initiative "
    "investigators network project team teams"
)
_WORKPLACES = words_of(
    "college department dept faculty hochschule hospital school universidad universidade "
    "universitas universitat universiteit universities university università universität université"
)
"""Words of bodies in which people work, and which write nothing themselves."""
_SHORT_SURNAMES = words_of(
    "AN AO BA BI BO BU DA DE DI DO DU EK FU GE GO GU HA HE HO HU JI JO JU KE KO KU LA LE LI LO LU "
    "MA MI MO MU NA NG NI NO OH OU OZ PI PU QI QU RA RO RU SA SE SO SU TA TO TU UM VO VU WU XI XU "
    "YE YI YU ZU E O U X"
)
_LETTERS = lazy_regex(r"[^\W\d_]+")
_ONE_DOTTED = lazy_regex(r"(?:[^\W\d_]\.-?)+")


def suffix_named(text: str, *, may_be_initials: bool = True) -> str:
    """Return the suffix that a part of a name is, `Jr.` or `III`; nothing where it is none.

    `V.` may be a suffix and an initial.
    """
    pattern = _SUFFIX if may_be_initials else _NO_INITIALS
    return (text.title() if text[:2] in {"JR", "SR"} else text) if pattern.fullmatch(text) else ""


def is_suffix(text: str) -> bool:
    """Tell whether a part of a name is `Jr.`, `III`, or one that is rarer."""
    return bool(_SUFFIX.fullmatch(text) or _RARE_SUFFIX.fullmatch(text))


def is_degree(text: str) -> bool:
    """Tell whether a part of a name is an academic degree, and nothing else."""
    return bool(_DEGREE_ALONE.fullmatch(text)) or text == "MD"


def are_degrees(suffix: str) -> bool:
    """Tell whether what stands apart behind a name is degrees: no initials are there."""
    return bool(_DEGREES_ALONE.fullmatch(suffix))


def without_degrees(text: str) -> str:
    """Return a name, or the end of one, without `Prof. Dr.` before it and `PhD` behind it."""
    text = _DEGREES.sub("", _TITLES.sub("", text) if text[:1] in "DMPRS" else text)
    found = _DOCTOR.fullmatch(text)
    return text[: found.start("degree")] if found else text


def has_title(given: str) -> bool:
    """Tell whether `Prof. Dr.` or the like stands before a given name."""
    return given[:1] in "DMPRS" and bool(_TITLES.match(given))


def is_particle(word: str) -> bool:
    """Tell whether a word belongs to the family name behind it: `van`, `'t`, `al-Khwarizmi`."""
    bare = word.lstrip("'\u2019")
    if not bare[:1].islower():
        return False
    return word.replace("\u2019", "'") in _PARTICLES or not bare.islower()


def is_devotion(word: str) -> bool:
    """Tell whether a word behind a particle is one of a given name: `Maria de Lourdes`."""
    return _without_accents(word) in _DEVOTIONS


def is_vietnamese(word: str, *, surely: bool = True) -> bool:
    """Tell whether a word is a Vietnamese family name; others have some of them, too."""
    return _without_accents(word) in (_VIETNAMESE if surely else _VIETNAMESE_OR_OTHER)


def are_syllables(words: Iterable[str]) -> bool:
    """Tell whether words may all be Vietnamese, by their sounds."""
    return all(_SYLLABLE.fullmatch(_without_accents(word)) for word in words)


def _without_accents(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(one for one in plain if not unicodedata.combining(one))


def joins_names(word: str) -> bool:
    """Tell whether a word joins two family names, as in `Ortega y Gasset`."""
    return word in _LINKS


def is_descendant(word: str) -> bool:
    """Tell whether a word belongs to the family name before it, as in `Silva Filho`."""
    return word in _DESCENDANTS


def split_particles(given: str) -> tuple[str, str]:
    """Split `J. van den` into the given name and the particles of the family name."""
    words = given.split(" ")
    count = len(words)
    while count > 1 and words[count - 1].islower() and is_particle(words[count - 1]):
        count -= 1
    moved = words[count:]
    if all(word in _KEPT_BEHIND for word in moved):
        return given, ""
    return " ".join(words[:count]), " ".join(moved)


def is_body(text: str) -> bool:
    """Tell whether a name of several words is certainly no person's."""
    words = text.split()
    if len(words) < 2:  # noqa: PLR2004 -- one word is whole anyway
        return False
    if words[0] in _BODY_STARTS or " @ " in text or (" & " in text and "," not in text):
        return True
    if not _BODY_LINKS.isdisjoint(words[1:-1]) or words[-1] == "contributors":
        return True
    return not _BODIES.isdisjoint(_LETTERS.findall(text.lower()))


def may_be_body(text: str) -> bool:
    """Tell whether a name that is not certainly a body's is hardly a person's either."""
    words = text.split()
    if len(words) < 2 or is_east_asian(text):  # noqa: PLR2004 -- as above
        return False
    if any(len(word.rstrip(".")) == 1 and word[0].isupper() for word in words[:-1]):
        # an initial
        return False
    # in `The Anh Han` it is a given name
    is_person = len(words[1:]) > 1 and are_syllables(words)
    is_called_the = words[0] in {"The", "the"} and not is_person
    last = words[-1]
    is_ended_so = last in _ACRONYMS or last in _BODY_ENDS or bool(_ENDS_IN_AI.search(last))
    return is_called_the or "of" in words[1:-1] or is_ended_so


def is_body_in_parts(family: str, given: str) -> bool:
    """Tell whether what a source has for two parts is the name of one body.

    As `ATLAS` and `Collaboration`, `National Institutes of` and `Health`, `Google` and `Brain`.
    """
    last, words = family.rpartition(" ")[2], given.split()
    if any(is_dotted(word) or are_initials(word) for word in words):
        return is_group(last)
    if not _BODY_STARTS.isdisjoint(words[:1]) or is_group(last):
        return True
    has_link = family.startswith(("of ", "for ")) or any(map(str.islower, words))
    if len(words) == 1 and not has_link:
        # `GLM, Team` is how Google Scholar parts `Team GLM`
        return is_group(given) or (is_body_word(last) and last.lower() not in _SURNAMES)
    # `Trust` alone is a given name in Zimbabwe
    return is_body_word(last) or (has_link and any(map(is_body_word, words)))


def may_be_body_in_parts(family: str, given: str) -> bool:
    """Tell whether two parts may be one body's name, but not surely: `Hugging` and `Face`."""
    is_person = any(is_dotted(word) or are_initials(word) for word in given.split())
    if is_person or is_body_in_parts(family, given):
        return False
    return family in _ACRONYMS or family in _BODY_ENDS or family.lower() in _SURNAMES


def is_acronym(word: str) -> bool:
    """Tell whether a word is one in which names of bodies end, and hardly a family name: `AI`."""
    return word in _ACRONYMS


def is_parted_body(before: str, behind: str) -> bool:
    """Tell whether two texts are the name of one body that was parted at its `and`.

    As `U.S. Securities` and `Exchange Commission`, or `Institute of Standards` and `Technology`.
    """
    words, others = before.rstrip(" ,").split(), behind.split()
    if not words or not others:
        return False
    if len(words) == 1 and LEGAL_FORM.search(others[-1]) and "," not in before:
        # `Barnes and Noble, Inc.`
        return True
    if behind in _FIELDS or behind == "Human Services":
        return is_body(before.rstrip(" ,")) or "of" in words[1:-1]
    return words[-1] in _UNFINISHED and (is_body(behind) or others[-1] in {"Engineers", "Service"})


def is_body_word(text: str) -> bool:
    """Tell whether a text is one word that only bodies have, as `Collaboration`."""
    return text.lower() in _BODIES


def is_group(text: str) -> bool:
    """Tell whether a name is that of a group of authors: `ATLAS Collaboration`."""
    return text.rpartition(" ")[2].lower() in _GROUPS


def is_workplace(text: str) -> bool:
    """Tell whether the name of a body is hardly an author's: `Paderborn University`."""
    return not is_group(text) and not _WORKPLACES.isdisjoint(_LETTERS.findall(text.lower()))


def is_dotted(word: str) -> bool:
    """Tell whether a word is made of initials with full stops: `J.`, `J.A.`, `J.-P.`."""
    return bool(_ONE_DOTTED.fullmatch(word))


def are_initials(word: str) -> bool:
    """Tell whether a word is made of initials alone: `J`, `JA`, `JRR`; no name has three so."""
    if not (word.isalpha() and word.isupper()) or word in _ACRONYMS or _NO_INITIALS.fullmatch(word):
        return False
    return len(word) < 3 or (len(word) == 3 and not has_vowel(word))  # noqa: PLR2004 -- letters


def is_short_surname(word: str) -> bool:
    """Tell whether one or two capitals may be a family name, `LI` say, as well as initials."""
    return word in _SHORT_SURNAMES


def has_vowel(word: str) -> bool:
    """Tell whether a word in capitals can be spoken as one; other scripts than Latin always can."""
    plain = unicodedata.normalize("NFD", word)
    return any(one in "AEIOUYÆØŒ" or one > "\u036f" for one in plain)

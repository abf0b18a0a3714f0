"""Names, dates and places of publication as lines under a title have them."""

from __future__ import annotations

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.linkrows import LinkRow, read_links
from digest.importing.recognise.words import AUTHOR_FIELDS

_BY = lazy_regex(r"(?:(?:written|paper) )?(?:by|von|par|por|di|da|door|av)\s*:?\s+", 2)
_MARKUP = lazy_regex(r"\]\([^()\s]*\)|[*_`\[\]\\†‡\u204e\u2217§¶¹²³⁰⁴-⁹]|(?<=[^\W\d])\d+\b")
_ASIDE = lazy_regex(r"\([^()]*\)")
OTHERS = lazy_regex(
    r",?\s*(?:\bet\.? ?al\b\.?,?|\b(?:and|&) (?:others|colleagues|co-authors|coauthors|team)\b"
    r"|\bu\. ?a\b\.?|\be outros\b|等|…|\.\.\.)\s*$",
    2,
)
_AND = lazy_regex(r"\s*(?:[,;\uff0c、]|&|\band\b|\bund\b|(?<=\s)(?:et|y|e|en|i)(?=\s[A-ZÀ-Þ]))\s*")
_PLACE = lazy_regex(r"\s(?:from|at|of|in|@|for|bei|chez)\s")
_NAME_WORD = (
    r"(?:(?-i:[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я])[\w’'\u02bc.\-\u2010\u2011]*|(?:[dD]['’]|al-|el-)[A-ZÀ-Þ]\w+|[dD]e\w?|[vV][ao]n"
    r"|wa|ur|de[lnr]|d[aiou]s?|l[ae]s?|al|el|bin|ibn|ben|ten?|ter|von|zu[mr]?|und|y|st\.?|jr\.?|sr\.?)"
)
_NAME = lazy_regex(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}|[\u3400-\u9fff\uac00-\ud7af·]{{2,12}}")
_INITIALS = lazy_regex(r"(?:^|\s)(?:[A-ZÀ-Þ]\.[\s-]?)+|\s[A-Z]{1,2}$")
_NO_NAMES = frozenset({
    "The", "This", "That", "These", "We", "It", "In", "On", "For", "With", "How", "Why", "What",
    "When", "Our", "An", "And", "Using", "From", "To", "Is", "Are", "As", "At", "But", "If", "Not",
    "Towards", "Toward", "Learning", "New", "By", "Read", "More", "Paper", "Code",
})  # fmt: skip
_LAST_NAMES = frozenset({"An", "In", "It", "To", "On", "As", "At"})
_LONGEST = 1500
_SHORTEST_PAIR = 2
_LONGEST_LINE = 300

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|mars|avr|juin"
    r"|juil|août|déc|ene|abr|ago|dic|mrt|mei)[a-zéûä]*\.?"
)
_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+)?(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])(?:[-./]\d{1,2})?)?"
    r"|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
)
_DATED = lazy_regex(
    rf"[(\[]?(?:(?:published|submitted|posted|released|on|date|dated)\s*:?\s+){{0,2}}({_DATE})[.)\]]*",
    2,
)
_YEAR = lazy_regex(r"(?:^|[^\d./-])(?:(?:19|20)\d\d|['’]\d\d)(?![\d./-])")
_DISTINCTION = lazy_regex(
    r"\b(?:award|oral|spotlight|best (?:student )?paper|accepted|workshop|proceedings|honou?rable"
    r"|to appear|runner.up|outstanding|preprint|journal|conference|transactions)\b",
    2,
)
_CAPITAL = lazy_regex(r"[A-Z]{2}|[A-Z][a-z]+")
_MOST_VENUE_WORDS = 10


class Byline(msgspec.Struct, frozen=True):
    """A line under a title that says who wrote the paper."""

    names: str
    """As typed, without "By"."""
    date: str = ""
    note: str = ""
    """What else the line says, as the place of publication."""
    by: str = ""
    """The word before the names."""
    rows: tuple[LinkRow, ...] = ()
    """The links that the line has behind the names."""


def read_byline(line: str) -> Byline | None:
    """Read a line as `By A, B, et al. | Google | 2022`; None where it is no such line."""
    icon = _ICON.match(line)
    plain = line[icon.end() if icon else 0 :].strip().strip("*_ ").strip()
    by = _BY.match(plain)
    if not by:
        return None
    found = read_names(plain[by.end() :])
    return msgspec.structs.replace(found, by=by[0].strip()) if found else None


_FIELD = lazy_regex(r"\W*(?P<name>\w[\w ]{0,20}?)\W{0,3}[:\uff1a]\W{0,3}\s*(?P<names>\S.*)")


def names_people(line: str) -> bool:
    """Tell whether a line says who wrote something, and nothing else: with or without "By"."""
    if read_byline(line):
        return True
    field = _FIELD.fullmatch(line)
    if field and slugify(field["name"]) in AUTHOR_FIELDS:
        return read_names(field["names"]) is not None
    return _may_be_names(line) and are_names(_split(line)[0], surely=True)


def _may_be_names(line: str) -> bool:
    """Tell at a glance whether a line may be names: most lines are not."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return len(words) > 1 and len(line) <= _LONGEST_LINE and small * 2 <= len(words)


def read_names(text: str) -> Byline | None:
    """Read names with what may follow them, parted by `|`, `·` or dashes."""
    first, *others = _split(text)
    if not are_names(first):
        return None
    date, notes, rows = "", [], []
    place = _PLACE_BEHIND.fullmatch(first)
    if place and not read_date(place["place"]):
        first, others = place["names"], [place["place"], *others]
    for part in others:
        if not date and (found := read_date(part)):
            date = found
        elif (row := read_links(part)).links and row.end == len(part):
            rows.append(row)
        else:
            notes.append(part)
    return Byline(first.strip("*_ "), date, ", ".join(notes), rows=tuple(rows))


_PLACE_BEHIND = lazy_regex(r"(?P<names>[^()]+?)\s*\((?P<place>[^()]+)\)[.,]?")
"""Names, and one place in parentheses behind all of them."""
_PARTS = lazy_regex(r"\s+[|·•—–-]\s+|\s*[|·•]\s*|\s*—\s*")


_ICON = lazy_regex(r"\s*[^\w\s\"'“‘(\[*_`<>#|+.,:;!?-]+\s*")


def _split(text: str) -> list[str]:
    icon = _ICON.match(text)
    parts = [
        part for part in _PARTS.split(text[icon.end() if icon else 0 :].strip()) if part.strip()
    ]
    return [part.strip().strip("*_ ") for part in parts] or [""]


def are_names(text: str, *, surely: bool = False, may_have_place: bool = True) -> bool:
    """Tell whether a text is names of people, with affiliations in parentheses or behind "from".

    Where nothing else says that it is a list of authors, they must be so `surely`: two or more,
    of more than a word each, or with initials. `may_have_place` lets "from" in.
    """
    if not text or len(text) > _LONGEST:
        return False
    plain = " ".join(_ASIDE.sub(" ", _MARKUP.sub("", text)).split()).rstrip(" .,;:")
    is_placed = may_have_place and not surely
    placed = _PLACE.split(plain, maxsplit=1)[0] if is_placed else plain
    people = OTHERS.sub("", placed)
    names = [name.strip() for name in _AND.split(people) if name.strip()]
    if not names or not all(_is_name(name) for name in names):
        return False
    if not surely:
        return True
    full = sum(1 for name in names if len(name.split()) > 1 or not name.isascii())
    if people != placed:
        return True
    return (len(names) >= _SHORTEST_PAIR and full == len(names)) or bool(
        _INITIALS.search(people) and len(people) > 4  # noqa: PLR2004 -- an initial and a name
    )


def _is_name(text: str) -> bool:
    first, *others = text.split()
    return (
        _NAME.fullmatch(text) is not None
        and first not in _NO_NAMES
        and _NO_NAMES.isdisjoint(set(others) - _LAST_NAMES)
        and any(word[0].isupper() or not word.isascii() for word in (first, *others))
    )


_STOPS = lazy_regex(
    # a stop, but none of an initial or a shortened word
    r"(?<!(?<!\w)[A-ZÀ-Þ])(?<!\bal)(?<!\b[JS]r)(?<!\bSt)\.(?=\s|$)|[:;](?=\s|$)|\s[-–—|]{1,3}\s|—|\n"
    r"|\s*[\[(\"“]|$"
)
_AFFILIATION = lazy_regex(r"\([^()\[\]/]*\)")


def find_end_of_names(text: str) -> int:
    """Return how many characters at the beginning of a text are names; 0 where none are."""
    begin = text[:_LONGEST]
    stop = _STOPS.search(_AFFILIATION.sub(lambda found: " " * len(found[0]), begin))
    end = stop.start() if stop else len(begin)
    if are_names(begin[:end]):
        return end
    # a year may stand in parentheses, and more behind a comma
    shorter = _STOPS.search(begin)
    ends = [shorter.start()] if shorter else []
    # a sentence may follow "et al."
    ends += [found.end() for found in _ET_AL.finditer(begin[:end])]
    ends += [found.start() for found in _COMMA.finditer(begin[:end])][::-1][:_MOST_COMMAS]
    return next((one for one in ends if are_names(begin[:one], surely=one != ends[0])), 0)


_COMMA = lazy_regex(r",\s")
_ET_AL = lazy_regex(r"\bet\.? ?al\b\.(?=\s)")
_MOST_COMMAS = 12


def read_date(text: str) -> str:
    """Return a text's date as typed where it is one and nothing else; or an empty string."""
    found = _DATED.fullmatch(text.strip().strip("*_ "))
    return found[1] if found else ""


def cut_date(text: str) -> str:
    """Return the date that a text begins with, as typed; empty where it begins with none."""
    found = _DATED_START.match(text)
    return found[1] if found else ""


_DATED_START = lazy_regex(rf"({_DATE})(?![\w-]|[./]\d)", 2)


def is_venue(text: str) -> bool:
    """Tell whether a short text says where a paper appeared, or how it was distinguished."""
    plain = text.strip().strip("*_()[] ")
    if not plain or len(plain.split()) > _MOST_VENUE_WORDS or plain.endswith((".", "?", "!", ":")):
        return False
    if plain[0].islower() and not plain.startswith("arXiv"):
        return False
    return bool(_DISTINCTION.search(plain)) or bool(_YEAR.search(plain) and _CAPITAL.search(plain))

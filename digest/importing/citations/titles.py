"""Which words of a reference are its authors, which its title, and which say where it appeared.

People write references in the forms of APA, ACM, IEEE, ACL and of their own. A title is in
quotation marks, is a link's text, stands behind the year in parentheses, or is the sentence behind
the authors; where none of that is so, the whole is the title.
"""

from __future__ import annotations

import re

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.basics.works import Name
from digest.importing.citations.people import (
    CAPITALS,
    CUT,
    MOST_WORDS,
    STOP,
    are_people,
    cut_names,
)
from digest.importing.papers.typed import read_byline, read_typed_title
from digest.records.names import known_names


class TitleParts(msgspec.Struct, frozen=True):
    """The words of a reference, told apart; empty where it does not say."""

    title: str = ""
    authors: tuple[Name, ...] = ()
    year: int = 0
    letter: str = ""
    """What tells works of one year apart: the `a` of `2020a`."""
    rest: str = ""
    """Where it appeared and all else."""
    is_parsed: bool = False
    """Whether title and authors were told apart: if not, the title may be all of it."""


_YEAR_IN_BRACKETS = lazy_regex(
    r"\(\s*(?:[^()0-9]{0,12}\s)?(?P<year>(?:19|20)[0-9]{2})(?P<letter>[a-z]?)\b(?:,?\s[^()]{0,20})?\s*\)"
)
_YEAR = lazy_regex(
    r"(?<![0-9./:-])(?P<year>(?:19|20)[0-9]{2})(?P<letter>[a-z]?)(?![0-9/-]|\.[0-9])"
)
_QUOTED = lazy_regex(r"[“„«‟\"](?P<title>[^“”„«»\"]{4,400}?)[,.]?[”“»\"][,.]?")
_SINGLE_QUOTED = lazy_regex(r"(?<![\w])[‘'](?P<title>[^‘]{8,400}?)[,.]?[’'](?=[\s,.)]|$)")
_ET_AL = lazy_regex(r"\bet\.?\s+al\b\.?(?:\s*\([^()]*\))?[,.:]?\s+", re.IGNORECASE)
_VENUE = lazy_regex(
    r"(?:in\b:?\s|proc(?:eedings|\.)|arxiv|corr\b|journal|trans(?:actions|\.)|conference|workshop"
    r"|advances in|nature\b|science\b|pnas|ieee|acm\b|neurips|nips|iclr|icml|acl\b|naacl|emnlp|eacl"
    r"|tacl|cvpr|iccv|eccv|aaai|ijcai|kdd|sigir|wsdm|www\b|chi\b|interspeech|icassp|jmlr|tmlr|preprint"
    r"|vol\.|pp?\.\s|pages\s|press\b|springer|elsevier|blog|technical report|phd|thesis"
    r"|university)",
    re.IGNORECASE,
)
_BY = lazy_regex(
    rf"(?i:\s*(?:(?:[,;.(]|\s-{{1,3}}|\s[–—|])\s*(?:by|von|par|por|di|door)|\sby)\s+)(?=[{CAPITALS}])"
)
_DASH = lazy_regex(r"\s(?:-{1,3}|[–—|/])\s+")
_AROUND = " .,;:|/–—-"
_BRACKET = lazy_regex(r",?\s\(")
_COMMA = lazy_regex(r"[,;:]\s+")


def part_title(text: str, linked: list[str]) -> TitleParts:
    """Tell the words of a reference apart.

    `text` is plain, without ids and addresses; `linked` are texts of links in it.
    """
    year, letter = _find_year(text)
    found = _find_title(text, linked)
    if found is None:
        title = read_typed_title(_without_year(text)) or text
        return TitleParts(title, (), year, letter)
    before, title, behind = found
    # `**DSI**: Tay et al., …`
    named = _without_year(before).strip(" .,:;").rpartition(": ")[2]
    named += "." if re.search(r"(?:^|\s)[A-ZÀ-Þ]$", named) else ""
    names = read_byline(named) if named else ()
    if not names:
        behind = f" {behind.lstrip()}"
        by = _BY.match(behind) or _DASH.match(behind)
        names, behind = _split_by(behind[by.end() if by else 1 :].lstrip(" ,."))
    rest = behind.strip(_AROUND)
    # one of a pair may have gone with names
    rest = rest if rest.count("(") == rest.count(")") else rest.strip(f"{_AROUND}()")
    rest = tidy(_without_year(rest)).strip(_AROUND)
    rest = rest if rest.count("(") == rest.count(")") else rest.strip("()").strip()
    title = read_typed_title(title.strip(" .,"))
    return TitleParts(title, names, year, letter, rest, is_parsed=bool(names))


def _find_year(text: str) -> tuple[int, str]:
    bracketed = _YEAR_IN_BRACKETS.search(text)
    found = [bracketed] if bracketed else list(_YEAR.finditer(text))
    return (int(found[-1]["year"]), found[-1]["letter"]) if found else (0, "")


def _without_year(text: str) -> str:
    text = _YEAR_IN_BRACKETS.sub(" ", text)
    return tidy(re.sub(r"[\s,.]*\b(?:19|20)[0-9]{2}[a-z]?\.?$", "", text.strip()))


def _find_title(text: str, linked: list[str]) -> tuple[str, str, str] | None:
    """Return what stands before a title, the title, and what stands behind it."""
    for pattern in (_QUOTED, _SINGLE_QUOTED):
        if (found := pattern.search(text)) and len(found["title"].split()) > 1:
            return text[: found.start()], found["title"], text[found.end() :]
    for words in linked:
        place = text.find(words)
        # a link around all of it tells nothing
        is_part = len(words.split()) > 2 and len(words) < 0.8 * len(text)  # noqa: PLR2004
        if place >= 0 and is_part and not _YEAR_IN_BRACKETS.search(words):
            return text[:place], words, text[place + len(words) :]
    if before := _find_before_names(text):
        return before
    dated = _YEAR_IN_BRACKETS.search(text)
    if dated and dated.start() > 0 and are_people(text[: dated.start()]):
        title, behind = _split_sentence(text[dated.end() :].lstrip(" .,:"))
        if title:
            return text[: dated.start()], title, behind
    return _find_behind_names(text) or _find_before_name(text)


def _find_behind_names(text: str) -> tuple[str, str, str] | None:
    """Find the title in `Names. Title. Venue`, `Names: Title`, and `Names et al., Title, Venue`."""
    if (cut := _ET_AL.search(text)) and are_people(text[: cut.end()].rstrip(" ,.:")):
        rest = _skip_year(text[cut.end() :])
        title, behind = _split_sentence(rest)
        if not behind:
            title, behind = _split_commas(rest)
        return (text[: cut.end()], title, behind) if re.search(r"[^\W\d_]", title) else None
    if (end := _end_of_initials(text)) > 0:
        return text[:end], *_split_sentence(_skip_year(text[end:].lstrip(" .")))
    before, colon, behind = text.partition(": ")
    if colon and are_people(before) and " " in before:
        return before, *_split_sentence(behind)
    stops = list(STOP.finditer(text))
    for stop in stops[:3]:
        before, behind = text[: stop.start()], text[stop.end() :]
        if are_people(before):
            return before, *_split_sentence(_skip_year(behind))
    pieces = text.split(", ")
    for count in range(min(len(pieces) - 1, 30), 0, -1):
        before = ", ".join(pieces[:count])
        if are_people(before, surely=True):
            return before, *_split_commas(", ".join(pieces[count:]))
    return None


def _end_of_initials(text: str) -> int:
    """Return where a list ends whose names all end in initials, `Poe, A. and Roe B.`; 0 if none."""
    for dot in re.finditer(r"(?<=[ .][A-ZÀ-Þ])\.\s(?!(?:[A-Z]\.|and\b|&))", text):
        before = text[: dot.start()]
        if are_people(before, surely=True) and _all_end_in_initials(before):
            return dot.start()
    return 0


def _all_end_in_initials(names: str) -> bool:
    """Tell whether each name has its initials behind it, with or without a comma before them."""
    parts = [one for one in re.split(r",\s(?:(?:and|&)\s)?|\s(?:and|&)\s", names) if one]
    ends = [bool(re.search(r"(?:^|\s)(?:[A-ZÀ-Þ]\.?[ -]?){1,4}$", one)) for one in parts]
    alone = [bool(re.fullmatch(r"(?:[A-ZÀ-Þ]\.?[ -]?){1,4}", one)) for one in parts]
    is_ahead = bool(re.match(r"[A-ZÀ-Þ]\.", parts[0]))
    return (
        len(parts) > 1
        and not alone[0]
        and not is_ahead
        and all(
            end or (place + 1 < len(parts) and alone[place + 1]) for place, end in enumerate(ends)
        )
    )


def _find_before_names(text: str) -> tuple[str, str, str] | None:
    """Find the title in `Title - Names 2020`, `Title, by Names` and `Title (Names, 2020)`.

    Names and titles in capitals look alike: names that begin a reference have "et al.", initials or
    commas, and those at its end have only a year and a venue behind them.
    """
    for parting in (_BY, _DASH, _BRACKET, STOP, _COMMA):
        # a title may have dashes in it, and a list of names commas
        found = list(parting.finditer(text))
        for one in found if parting is _COMMA else reversed(found):
            title, behind = _without_year(text[: one.start()]), text[one.end() :]
            names, rest = cut_names(behind)
            if names and title and not _begins_with_names(title) and _is_end(rest):
                is_told = parting in {_BY, _BRACKET} or _are_several(names, parting)
                if is_told and not _VENUE.match(names):
                    mark = text[one.start()] if text[one.start()] in "?!" else ""
                    return "", title + mark, behind
    return None


def _begins_with_names(text: str) -> bool:
    """Tell whether the words that may be a title are names, or have such before a colon."""
    before = text.partition(": ")[0]
    return are_people(before) and (", " in before or are_people(before, surely=True))


def _is_end(text: str) -> bool:
    """Tell whether what stands behind names is no title."""
    rest = _without_year(text.strip(f"{_AROUND}()")).strip(f"{_AROUND}()")
    return not rest or bool(_VENUE.match(rest))


def _are_several(names: str, parting: object) -> bool:
    """Tell whether it is sure enough, for what parts them from a title, that these are names."""
    is_cut = bool(CUT.search(names))
    if parting is _COMMA:
        # `Title, Ann Poe, Bea Roe and Cy Doe`; `Poe, A., et al.` has no title before its comma
        words = [one for one in re.split(r",\s|\s(?:and|und|&)\s", names) if " " in one.strip()]
        has_end = bool(re.search(r"\s(?:and|und|&)\s[^,]+$", names)) and ", " in names
        return bool(words) and (is_cut or (has_end and len(words) > 1))
    is_list = is_cut or are_people(names, surely=True) or ", " in names
    return is_list or (parting is _DASH and " " in names)


def _find_before_name(text: str) -> tuple[str, str, str] | None:
    """Find the title in `Title, Name`, and in `Title — Name`, whatever stands behind them."""
    if (dash := _DASH.search(text)) and known_names(_split_by(text[dash.end() :])[0]):
        return "", text[: dash.start()], text[dash.end() :]
    title, comma, last = _without_year(text).rpartition(", ")
    if comma and 1 < len(last.split()) <= MOST_WORDS and are_people(last):
        return "", title, f"{last}. "
    return None


def _split_by(text: str) -> tuple[tuple[Name, ...], str]:
    """Read the names that a text begins with, and what follows them."""
    names, rest = cut_names(text)
    return (read_byline(names), rest) if names else ((), text)


def _skip_year(text: str) -> str:
    return re.sub(r"^[\s(]*(?:19|20)[0-9]{2}[a-z]?[\s).,:]+", "", text)


def _split_sentence(text: str) -> tuple[str, str]:
    stop = STOP.search(text)
    if stop is None:
        return _split_venue(text)
    mark = text[stop.start()]
    return text[: stop.start()] + (mark if mark in "?!" else ""), text[stop.end() :]


def _split_venue(text: str) -> tuple[str, str]:
    """Split a title from where it appeared, where only a comma or a bracket is between."""
    for found in re.finditer(r",\s+|\s+\(", text):
        if _VENUE.match(text, found.end()) or re.match(r"(?:19|20)[0-9]{2}\b", text[found.end() :]):
            return text[: found.start()], text[found.end() :]
    return text, ""


def _split_commas(text: str) -> tuple[str, str]:
    title, behind = _split_venue(text)
    return (title, behind) if behind else _split_sentence(text)


def tidy(text: str) -> str:
    """Return a text without what its ids and addresses have left: empty brackets, `URL:`."""
    text = re.sub(r"\(\s*\)|\[\s*\]|<\s*>", " ", text)
    text = re.sub(r"\s+([,.;:)])", r"\1", one_line(text))
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text)
    return re.sub(
        r"(?:\s*(?:url|doi|available at|retrieved from|link|accessed|see)\s*:?)+[.,;]?$",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" ,;:–—-")

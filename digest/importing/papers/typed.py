"""What a post says of a paper, as typed, to plain values: titles, bylines, dates, addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.basics.works import Name
from digest.importing.plaintext import plain_text
from digest.records.dateparsing import read_date
from digest.records.names import OTHERS
from digest.records.names.namelists import cut_others
from digest.records.names.reading import read_names

# --- titles ------------------------------------------------------------------------------------

_AROUND = "\"'“”„‟‘’«»‹›「」『』 \t"
_NUMBERED = lazy_regex(r"\A(?:\(?[0-9]{1,3}[.)]|#[0-9]{1,3}[.:]?|[-*•])\s+(?=\S)")


def read_typed_title(markdown: str) -> str:
    """Return a title in plain text, without quotation marks and a full stop around it."""
    text = _NUMBERED.sub("", plain_text(markdown), count=1)
    if text[:1] in _AROUND and text.rstrip(".,;")[-1:] in _AROUND:
        text = text.rstrip(".,;").strip(_AROUND)
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


# --- people ------------------------------------------------------------------------------------

_BY = lazy_regex(r"^(?:(?:written\s+)?by\b[:\s]|authors?\s*:)\s*", re.IGNORECASE)
_IN_BRACKETS = lazy_regex(r"\s*[(\[][^()\[\]]*[)\]]")
_YEAR_BEHIND = lazy_regex(r"[\s,]+(?:19|20)[0-9]{2}\.?$")
_PARTED = lazy_regex(r"\s*[;·|•]\s*|\s+[-–—]\s+")
_COMMAS = lazy_regex(r"\s*,\s*(?:(?:and|&|und|et|en|y)\s+)?|\s+(?:and|&|und)\s+")
_AND = lazy_regex(r"\s(?:and|&|und|et|en|y)\s")
_INITIALS = lazy_regex(r"(?:[A-ZÀ-ÖØ-Þ]\.?[ -]?){1,4}")
_MARKS = lazy_regex(r"[*†‡§¶⁰¹²³⁴-⁹]+|(?<=[a-z])[0-9](?:,[0-9])*\b")
_FAMILY = lazy_regex(r"(?:D[aeiu]|D[eo]s|Del|L[ae]|V[ao]n|Van de[nr]?) [A-Z][\w'’-]+")
"""A family name alone, as before "et al.": `De Cao`."""
_PAIR = 2


def read_byline(markdown: str) -> tuple[Name, ...]:
    """Read who wrote a paper, as a byline names them: `By Yi Tay, Vinh Q. Tran, et al. (Google)`.

    A last name `others` stands for those left out.
    """
    text = _MARKS.sub("", _BY.sub("", plain_text(markdown), count=1))
    text = _YEAR_BEHIND.sub("", _IN_BRACKETS.sub("", text)).strip(" ,;")
    parts = [part for part in _PARTED.split(text) if part]
    if len(parts) == 1:
        parts = _split_commas(text)
    if not any(map(_FAMILY.fullmatch, parts)):
        return read_names(parts)
    alone = ([Name(part, "", "", part)] if _FAMILY.fullmatch(part) else None for part in parts)
    read = zip(parts, alone, strict=True)
    return tuple(name for part, one in read for name in one or read_names([part]))


def _split_commas(text: str) -> list[str]:
    names, is_cut = cut_others(text)
    parts = [part for part in _COMMAS.split(names) if part.strip()]
    is_pair = len(parts) == _PAIR and any(" " not in part for part in parts)
    if is_pair and ", " in names and not _AND.search(names):
        # `Tay, Yi` is one name
        parts = [names]
    elif len(parts) > 1 and all(map(_INITIALS.fullmatch, parts[1::2])):
        parts = [", ".join(parts[place : place + 2]) for place in range(0, len(parts), 2)]
    return [*parts, *(["et al."] if is_cut else [])]


def authors_of(names: tuple[Name, ...]) -> tuple[str, ...]:
    """Return names as an entry's `authors` has them."""
    return tuple("et al." if name.literal == OTHERS else name.literal for name in names)


def date_in_byline(markdown: str) -> tuple[int, ...]:
    """Return the date that stands in brackets behind names, or behind a comma: `(2022)`."""
    text = plain_text(markdown)
    found = [*_IN_BRACKETS.findall(text), *(one[0] for one in _YEAR_BEHIND.finditer(text))]
    return next(filter(None, (read_paper_date(one.strip(" ()[],.")) for one in found)), ())


# --- dates -------------------------------------------------------------------------------------


def read_paper_date(typed: str) -> tuple[int, ...]:
    """Read a date as typed: year, month, day, as many as are told, and as exist."""
    slashed = re.fullmatch(r"\s*([0-9]{4})[/.]([0-9]{1,2})(?:[/.]([0-9]{1,2}))?\s*", typed)
    plain = "-".join(part.zfill(2) for part in slashed.groups() if part) if slashed else typed
    parts = read_date(plain_text(plain)).parts
    # an id or a count is no year
    return parts if parts and 1000 <= parts[0] <= 2999 else ()  # noqa: PLR2004 -- years of four digits


# --- addresses ---------------------------------------------------------------------------------

_PLACEHOLDER = lazy_regex(
    r"#.{0,3}|https?:/{0,2}|(?:https?://)?(?:www\.)?example\.(?:com|org|net)\b.*"
    # https://arxiv.org/abs/ and https://arxiv.org/abs/2406.xxxxx
    r"|(?:https?://)?(?:www\.)?(?:arxiv|doi)\.org(?:/(?:abs|pdf))?/?(?:[\dx]*\.?x+(?:\.pdf)?)?"
    r"|(?:https?://)?(?:paper[-_ ]?)?(?:links?|urls?|address|here|todo|t\.?b\.?[ad]\.?|x{2,}|\?+"
    r"|fixme|none|null|nan|n/?a|pdf|doi|arxiv|pending|coming soon|placeholder|insert.*|your.*)/?"
    r"|[-–—._]+|\.{3}|…|javascript:.*|about:blank",
    re.IGNORECASE,
)


def is_placeholder(address: str) -> bool:
    """Tell whether what stands in place of an address is yet to be filled in: `link`, `TBD`."""
    return bool(_PLACEHOLDER.fullmatch(address.strip().strip("<>[](){}").strip()))


def stands_in_place(target: str) -> bool:
    """Tell the same of a link in a text, which may lead to a place in it, or to arXiv itself."""
    is_real = (target.startswith("#") and target != "#") or _HOME.fullmatch(target)
    return not is_real and is_placeholder(target)


_HOME = lazy_regex(r"https?://(?:www\.)?(?:arxiv|doi)\.org/?", re.IGNORECASE)


def is_no_address(target: str) -> bool:
    """Tell whether where a link leads was mistyped: `htp://…`, `www.…`, `https//…`, no host."""
    if _MISTYPED.match(target):
        return True
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    is_host = re.search(r"[^.][.:][^.]", parts.hostname or "")
    return parts.scheme in {"http", "https"} and not is_host


_MISTYPED = lazy_regex(r"www\.\S|https?[/;]|(?!(?:https?|ftp)://)[a-z]+://", re.IGNORECASE)


def is_entry_url(text: str) -> bool:
    """Tell whether a text is an address that an entry can have."""
    try:
        parts = urlsplit(text)
        has_port = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_host = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", parts.hostname or "")
    is_plain = not re.search(r"[\s\"<>\\^`{}|“”]", text)
    return bool(parts.scheme in {"http", "https"} and is_host and has_port and is_plain)

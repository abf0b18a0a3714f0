"""What an item, a row or a paragraph says of its paper in its first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.recognise.aftertitle import TYPED_ID, read_after_title, take_end
from digest.importing.recognise.bylines import (
    are_names,
    cut_date,
    find_end_of_names,
    is_venue,
    read_date,
)
from digest.importing.recognise.entryfacts import EntryFacts
from digest.importing.recognise.fields import cut_title_field
from digest.importing.recognise.linkrows import cut_badge, name_of_link
from digest.importing.recognise.namesfirst import take_names_first
from digest.importing.recognise.words import BULLETS, TEXT_SIGNS
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from digest.importing.recognise.linkrows import Addresses
    from digest.markdown.outline import Mark

_NUMBER = lazy_regex(
    r"\s*\\?\[[ xX]\\?\]\s+|\s*"
    # 1) 1. 1). (1) [1] #1 1️⃣ ① 1: 1 - and the like
    r"(?:\(?\\?[\[#]?(?P<number>\d{1,4})\\?\]?(?:\\?[.):]{1,2}(?=\s|\*|_|\[|[A-Z\"“])|\s+[-–—|]\s"
    r"|\ufe0f?\u20e3)|\\?\[\d{1,4}\\?\]|(?P<circled>[①-⑳❶-❿])|\#\d{1,4}\b[.:]?)"
    r"\s*"
)
_ICON = lazy_regex(rf"(?:[^{TEXT_SIGNS}]|\ufe0f|:\w+:)+\s*")
_BULLET = lazy_regex(rf"\s*[{BULLETS}·]\s*|[-*]\s+")
_TITLE_MARKS = frozenset({"strong", "link", "emphasis"})
_NAMED_QUOTE = lazy_regex(
    r"\s*[:–—-]\s*(?:\*{1,3}|_{1,3})?[\"“«„](?P<title>[^\"”»“\n]{4,300})[\"”»“](?:\*{1,3}|_{1,3})?"
)
"""A title behind a short name, as `**BERT**: *"Pre-training of …"*`."""
_QUOTED = lazy_regex(r"[\"“«„](?P<title>[^\"”»“]{4,300})[\"”»“]")
# a space too much makes it no emphasis to Markdown
_LOOSE = lazy_regex(r"\*\*\s*(?P<title>(?<=\s)[^*\n]{2,300}?|[^*\n]{2,300}?(?=\s))\s*\*\*")
_GAP = lazy_regex(rf"(?<=\S)\s{{2,}}(?=[^\s{BULLETS}])")
_DASH = lazy_regex(r"\s+[-–—]{1,3}\s+|\s*—\s*|\s*:\s+|\s{2,}(?=\S)|\s*\|\s*")
_FIRST_LINE = lazy_regex(rf"\n|<br\s*/?>|(?:^|\s)[{BULLETS}]\s", re.IGNORECASE)
_LONGEST_TITLE = 300


def read_first_words(text: str, addresses: Addresses = ()) -> tuple[EntryFacts, str]:
    """Take from a text what its first words say of a paper; return it, and what is left.

    What the text has but in passing stays in what is left.
    """
    facts = EntryFacts()
    text = _drop_number(text, facts, addresses)
    text = _unwrap(text, addresses)
    at = _read_title(text, facts, addresses)
    rest = read_after_title(text[at:], facts, addresses)
    rest = _drop_badges(rest, facts, addresses)
    if facts.title and not rest.strip(" .,;:-–—|"):
        rest = ""
    return facts, take_end(rest, facts, addresses)


def read_title_line(text: str, addresses: Addresses = ()) -> EntryFacts:
    """Read a line that is a title, with links, names or a date that may follow it."""
    facts = EntryFacts()
    text = _unwrap(_drop_number(" ".join(text.rstrip("\\").split()), facts, addresses), addresses)
    if field := cut_title_field(text):
        facts.drop(field)
        text = text[len(field) :]
    marks = [mark for mark in find_marks(text, addresses) if mark.kind in _TITLE_MARKS]
    if marks and marks[0].start == 0:
        trial = facts.copy()
        end = _read_title(text, trial, addresses)
        if end and not read_after_title(text[end:], trial, addresses).strip(" .,:|"):
            return trial
    if bare := _BARE_END.search(text):
        facts.add_link("", bare["address"])
        text = text[: bare.start()]
    facts.title = take_end(text, facts, addresses).strip()
    whole = find_marks(facts.title, addresses)
    if (
        whole
        and whole[0].kind in {"strong", "emphasis"}
        and whole[0].inner[0]
        and ((whole[0].start, whole[0].end) == (0, len(facts.title)))
    ):
        facts.title = _strip_marks(facts.title, addresses)
    if plain := _PLAIN_LINKS.search(facts.title):
        # a link that lost its address
        facts.drop(plain[0])
        facts.title = facts.title[: plain.start()].rstrip()
    return facts


_BARE_END = lazy_regex(r"(?<=\S)\s+<?(?P<address>https?://[^\s()\[\]<>]+)>?$")
_PLAIN_LINKS = lazy_regex(
    r"\s+\|\s*(?:[^\w\s|]*\s*(?:paper|code|github|blog|demo|video|project|data|dataset|pdf|arxiv)\s*[|,&]?\s*)+$",
    2,
)


def is_numbered(title: str) -> bool:
    """Tell whether a line begins with the number of an entry."""
    return _NUMBER.match(title.lstrip("*_")) is not None


def _drop_number(text: str, facts: EntryFacts, addresses: Addresses) -> str:
    """Take a number, icons, a date or a place from the beginning of a text, also in emphasis."""
    while True:
        text = _drop_badges(text, facts, addresses)
        if found := _NUMBER.match(text):
            facts.drop(found[0])
            text = text[found.end() :]
        elif found := _BULLET.match(text) or _ICON.match(text):
            facts.drop(found[0].strip(f"-{BULLETS}· "))
            text = text[found.end() :]
        elif text.startswith("**") and (found := _NUMBER.match(text, 2)):
            facts.drop(found[0])
            within = text[found.end() :]
            text = within[2:].lstrip() if within.startswith("**") else "**" + within
        elif (found := _PREFIX.match(text)) and _take_prefix(found["inner"], facts):
            text = text[found.end() :]
        elif (date := cut_date(text)) and (found := _PARTED.match(text, len(date))):
            facts.take_date(date)
            text = text[found.end() :]
        else:
            return text


def _drop_badges(text: str, facts: EntryFacts, addresses: Addresses) -> str:
    while badge := cut_badge(text, addresses):
        facts.drop(badge)
        text = text[len(badge) :].lstrip()
    return text


_PREFIX = lazy_regex(
    # [2021/03], (ICLR 2021), `2014 - CVPR`, 2021.05 -
    r"(?:\\?\[(?=[^\]]*\\?\][^(])|\(|`)(?P<inner>[^()\[\]`]{2,40}?)(?:\\?\]|\)|`)[:,.]?\s*[-–—:|]?\s*"
)

_PARTED = lazy_regex(r"\s*[-–—:|]\s+|\.\s+|\s+(?=[\[*])")


def _take_prefix(text: str, facts: EntryFacts) -> bool:
    if date := read_date(text):
        facts.take_date(date)
    elif is_venue(text):
        facts.add_note(text)
    else:
        return False
    return True


def _unwrap(text: str, addresses: Addresses) -> str:
    """Take emphasis from a text that begins with a link and more in it."""
    marks = find_marks(text, addresses)
    if len(marks) > 1 and marks[0].start == 0 and marks[0].kind in {"strong", "emphasis"}:
        outer, second = marks[0], marks[1]
        if second.kind == "link" and second.start == outer.inner[0]:
            return text[slice(*outer.inner)] + text[outer.end :]
    return text


def _read_title(text: str, facts: EntryFacts, addresses: Addresses) -> int:
    """Take the title, and return where it ends."""
    marks = [mark for mark in find_marks(text, addresses) if mark.kind in _TITLE_MARKS]
    first = marks[0] if marks else None
    if quoted := _QUOTED.match(text) or _LOOSE.match(text):
        facts.title = _clean(quoted["title"].strip(" ,."))
        return quoted.end()
    if first and first.start == 0:
        return _read_marked_title(text, facts, first, addresses)
    return _read_authors_first(text, facts, first) or _read_plain_title(text, facts, first)


def _read_marked_title(text: str, facts: EntryFacts, first: Mark, addresses: Addresses) -> int:
    """Take a title that is a link or in emphasis; a link that says what it is, is no title."""
    if first.kind != "link":
        facts.title = _strip_marks(text[slice(*first.inner)], addresses)
        if quoted := _NAMED_QUOTE.match(text, first.end):
            facts.take_full_title(_clean(quoted["title"].strip(" ,.")))
            return quoted.end()
    elif name_of_link(text, first):
        return 0
    else:
        facts.title = _strip_marks(text[slice(*first.inner)], addresses)
        facts.add_link("", first.address)
    return first.end


def _strip_marks(text: str, addresses: Addresses) -> str:
    """Return the text of a link without emphasis of all of it."""
    text = text.strip()
    for mark in find_marks(text, addresses):
        if mark.kind in {"strong", "emphasis"} and (mark.start, mark.end) == (0, len(text)):
            return _strip_marks(text[slice(*mark.inner)], addresses)
    quoted = _QUOTED.fullmatch(text)
    return _clean(quoted["title"] if quoted else text)


def _clean(title: str) -> str:
    title = " ".join(title.split()).strip().rstrip(":–—-").rstrip()
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _read_authors_first(text: str, facts: EntryFacts, first: Mark | None) -> int:
    """Take names and a title in quotation marks or emphasis behind them."""
    quoted = _QUOTED.search(text)
    starts = [found for found in (quoted and quoted.start(), first and first.start) if found]
    if not starts:
        return 0
    start = min(starts)
    if not text[:start].rstrip(' "“*_').endswith((".", ",", ":", ")")):
        return 0
    before = text[:start].strip(' ,.:"“')
    if not (before and are_names(before) and len(before.split()) > 1):
        return 0
    if quoted and quoted.start() == start:
        title, end = quoted["title"].strip(" ,."), quoted.end()
    elif first and (first.kind != "link" or name_of_link(text, first) is None):
        title, end = text[slice(*first.inner)], first.end
        if first.kind == "link":
            facts.add_link("", first.address)
    else:
        return 0
    facts.byline, facts.title = before, _clean(title.strip("*_ ,."))
    return end


def _read_plain_title(text: str, facts: EntryFacts, first: Mark | None) -> int:
    """Take a title that nothing marks: it ends before a dash, a colon, a link or a full stop."""
    line = _FIRST_LINE.split(text, maxsplit=1)[0]
    stop = first.start if first and first.start < len(line) else len(line)
    before = line[:stop]
    typed = None if first else TYPED_ID.search(line)
    if typed:
        before = line[: typed.start()]
    if typed or (
        first and first.kind == "link" and first.start == stop and name_of_link(text, first)
    ):
        # what stands before the links is all of the reference
        cited = _read_cited(before, facts, has_id=typed is not None)
        if cited:
            return cited
    found = _GAP.search(before) or _DASH.search(before)
    if found and 0 < found.start() <= _LONGEST_TITLE:
        facts.title = _clean(before[: found.start()])
        return found.start()
    return 0


_SENTENCE = lazy_regex(
    r"(?<!(?<!\w)[A-ZÀ-Þ])(?<!\bal)(?<!\bvs)[.?!](?=\s|$)"
    # (2022), (ICML 2022), and at the end: , ICML 2022
    r"|(?=\s\([^()]{0,40}(?:19|20)\d\d\))|(?=,\s[A-Z][^,.]{1,40}\s(?:19|20)\d\d$)"
)


def _read_cited(before: str, facts: EntryFacts, *, has_id: bool) -> int:
    """Take a reference as `Title. A. Author. 2022.`, and return where what was taken ends.

    A title may have more sentences than one: it ends before names or a date, or with the text.
    """
    plain = before.rstrip(" ([|-–—,;:")
    if take_names_first(plain, facts, has_id=has_id):
        return len(plain)
    stops = [found.end() for found in _SENTENCE.finditer(plain)]
    stop = next((one for one in stops if _says_who(plain[one:])), 0)
    if not stop:
        is_sentence = plain.endswith(".") or _NAMED.search(plain) or _LONG_DASH.search(plain)
        stop = 0 if is_sentence else len(plain)
    title = plain[:stop].rstrip(" .,")
    if not title or len(title) > _LONGEST_TITLE or _LONG_DASH.search(title):
        return 0
    facts.title = title
    return stop


_NAMED = lazy_regex(r"\sby\s+[A-Z]\S*\s[A-Z][^a]*(?:,|\bet al|\band\b|$)")
_LONG_DASH = lazy_regex(r"\s+[-–—]{1,3}\s+|\s*—\s*|\s{2,}(?=\S)|\s*\|\s*")


def _says_who(text: str) -> bool:
    """Tell whether a text goes on with names, a date or a place of publication."""
    if text.startswith(", ") and is_venue(text[2:]):
        return True
    text = text.lstrip(" ,")
    end = find_end_of_names(text)
    aside = _PREFIX.match(text)
    return bool(
        cut_date(text)
        or (end and are_names(text[:end], surely=True))
        or (end and cut_date(text[end:].lstrip(" ,.(")))
        or (aside and (read_date(aside["inner"]) or is_venue(aside["inner"])))
    )

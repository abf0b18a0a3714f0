"""What an item, a row or a paragraph says of its paper in its first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.addresses import is_paper
from digest.importing.recognise.bylines import are_names, cut_names, is_venue, read_date
from digest.importing.recognise.lead import Addresses, Lead, name_of_link, read_links
from digest.markdown.outline import find_marks

if TYPE_CHECKING:
    from digest.markdown.outline import Mark

NUMBER = lazy_regex(
    r"\s*(?:\\?\[[ xX]\\?\]\s+)?"
    # 1) 1. 1). (1) [1] #1 1️⃣ ① 1: 1 - and the like
    r"(?:\(?\\?[\[#]?(?P<number>\d{1,4})\\?\]?(?:\\?[.):]{1,2}(?=\s|\*|_|\[|[A-Z\"“])|\s+[-–—|]\s"
    r"|\ufe0f?\u20e3)|\\?\[\d{1,4}\\?\]|(?P<circled>[①-⑳❶-❿])|\#\d{1,4}\b[.:]?)"
    r"\s*"
)
ICON = lazy_regex(r"(?:[^\w\s<>*`$!\"'.,:;?#%@^\\()\[\]{}_~|/&+=“”„‘’«»…–—-]|\ufe0f|:\w+:)+\s*")
_BULLET = lazy_regex(r"\s*[●•▪◦‣·]\s*")
_TITLE_MARKS = frozenset({"strong", "link", "emphasis"})
_QUOTED = lazy_regex(r"[\"“«„](?P<title>[^\"”»“]{4,300})[\"”»“]")
# a space too much makes it no emphasis to Markdown
_LOOSE = lazy_regex(r"\*\*\s*(?P<title>(?<=\s)[^*\n]{2,300}?|[^*\n]{2,300}?(?=\s))\s*\*\*")
_SEPARATOR = lazy_regex(r"[*_]*\s*(?:[-–—:|]|→|->)+(?=\s|$|\*)\s*|[*_]*\s*[,;.]?\s+")
_GAP = lazy_regex(r"(?<=\S)\s{2,}(?=[^\s●•▪◦‣])")
_DASH = lazy_regex(r"\s+[-–—]{1,3}\s+|\s*—\s*|\s*:\s+|\s{2,}(?=\S)|\s*\|\s*")
_LONGEST_TITLE = 300


def read_opening(text: str, addresses: Addresses = ()) -> tuple[Lead, str]:
    """Take from a text what its first words say of a paper; return it, and what is left.

    What the text has but in passing stays in what is left.
    """
    lead = Lead()
    text = _drop_number(text, lead)
    text = _unwrap(text, addresses)
    at = _read_title(text, lead, addresses)
    rest = _read_behind(text[at:], lead, addresses)
    if lead.title and not rest.strip(" .,;:-–—|"):
        lead.title, rest = lead.title, ""
    return lead, _take_end(rest, lead, addresses)


def read_title_line(text: str, addresses: Addresses = ()) -> Lead:
    """Read a line that is a title, with links, names or a date that may follow it."""
    lead = Lead()
    text = _unwrap(_drop_number(" ".join(text.split()), lead), addresses)
    marks = [mark for mark in find_marks(text, addresses) if mark.kind in _TITLE_MARKS]
    if marks and marks[0].start == 0:
        trial = lead.copy()
        end = _read_title(text, trial, addresses)
        if end and not _read_behind(text[end:], trial, addresses).strip(" .,:|"):
            return trial
    lead.title = _take_end(text, lead, addresses).strip()
    whole = find_marks(lead.title, addresses)
    if (
        whole
        and whole[0].kind in {"strong", "emphasis"}
        and whole[0].inner[0]
        and ((whole[0].start, whole[0].end) == (0, len(lead.title)))
    ):
        lead.title = _clean(lead.title[slice(*whole[0].inner)])
    if plain := _PLAIN_LINKS.search(lead.title):
        # a link that lost its address
        lead.drop(plain[0])
        lead.title = lead.title[: plain.start()].rstrip()
    return lead


_PLAIN_LINKS = lazy_regex(
    r"\s+\|\s*(?:[^\w\s|]*\s*(?:paper|code|github|blog|demo|video|project|data|dataset|pdf|arxiv)\s*[|,&]?\s*)+$",
    2,
)


def _drop_number(text: str, lead: Lead) -> str:
    """Take a number, bullets and icons from the beginning of a text, also within its emphasis."""
    while True:
        if found := NUMBER.match(text):
            lead.drop(found[0].strip(" ") if found["number"] or found["circled"] else "")
            lead.number = lead.number or found["number"] or found["circled"] or ""
            text = text[found.end() :]
        elif found := (_BULLET.match(text) or ICON.match(text)):
            text = text[found.end() :]
        elif text.startswith("**") and (found := NUMBER.match(text, 2)):
            lead.number = lead.number or found["number"] or ""
            lead.drop(found[0])
            within = text[found.end() :]
            text = within[2:].lstrip() if within.startswith("**") else "**" + within
        else:
            return text


def _unwrap(text: str, addresses: Addresses) -> str:
    """Take emphasis from a text that begins with a link and more in it."""
    marks = find_marks(text, addresses)
    if len(marks) > 1 and marks[0].start == 0 and marks[0].kind in {"strong", "emphasis"}:
        outer, second = marks[0], marks[1]
        if second.kind == "link" and second.start == outer.inner[0]:
            return text[slice(*outer.inner)] + text[outer.end :]
    return text


def _read_title(text: str, lead: Lead, addresses: Addresses) -> int:
    """Take the title, and return where it ends."""
    marks = [mark for mark in find_marks(text, addresses) if mark.kind in _TITLE_MARKS]
    first = marks[0] if marks else None
    if quoted := _QUOTED.match(text) or _LOOSE.match(text):
        lead.title = _clean(quoted["title"].strip(" ,."))
        return quoted.end()
    if first and first.start == 0:
        return _read_marked_title(text, lead, first, addresses)
    return _read_authors_first(text, lead, first) or _read_plain_title(text, lead, first)


def _read_marked_title(text: str, lead: Lead, first: Mark, addresses: Addresses) -> int:
    """Take a title that is a link or in emphasis; a link that says what it is, is no title."""
    if first.kind != "link":
        lead.title = _clean(text[slice(*first.inner)])
    elif name_of_link(text, first):
        return 0
    else:
        lead.title = _strip_marks(text[slice(*first.inner)], addresses)
        lead.add_link("", first.address)
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


def _read_authors_first(text: str, lead: Lead, first: Mark | None) -> int:
    """Take names and a title in quotation marks or emphasis behind them."""
    quoted = _QUOTED.search(text)
    starts = [found for found in (quoted and quoted.start(), first and first.start) if found]
    if not starts:
        return 0
    start = min(starts)
    before = text[:start].strip(' ,.:"“')
    if not (before and are_names(before) and len(before.split()) > 1):
        return 0
    if quoted and quoted.start() == start:
        title, end = quoted["title"].strip(" ,."), quoted.end()
    elif first and (first.kind != "link" or name_of_link(text, first) is None):
        title, end = text[slice(*first.inner)], first.end
        if first.kind == "link":
            lead.add_link("", first.address)
    else:
        return 0
    lead.byline, lead.title = before, _clean(title.strip("*_ ,."))
    return end


def _read_plain_title(text: str, lead: Lead, first: Mark | None) -> int:
    """Take a title that nothing marks: it ends before a dash, a colon, a link or a full stop."""
    line = text.split("\n", 1)[0]
    stop = first.start if first and first.start < len(line) else len(line)
    before = line[:stop]
    if first and first.kind == "link" and first.start == stop and name_of_link(text, first):
        # what stands before the links is all of the reference
        cited = _read_cited(before, lead)
        if cited:
            return cited
    found = _GAP.search(before) or _DASH.search(before)
    if found and 0 < found.start() <= _LONGEST_TITLE:
        lead.title = _clean(before[: found.start()])
        return found.start()
    return 0


_SENTENCE = lazy_regex(r"(?<![A-ZÀ-Þ])(?<!\bal)(?<!\bvs)[.?!](?=\s)|(?=\s\((?:19|20)\d\d\))")


def _read_cited(before: str, lead: Lead) -> int:
    """Take a reference as `Title. A. Author. 2022.`, and return where what was taken ends."""
    plain = before.rstrip(" ([|-–—,;:")
    end = _SENTENCE.search(plain)
    stop = end.end() if end else len(plain)
    title = plain[:stop].rstrip(" .,")
    if not title or len(title) > _LONGEST_TITLE or _DASH.search(title):
        return 0
    if end is None and (comma := plain.rfind(" by ")) > 0 and are_names(plain[comma + 4 :]):
        return 0
    lead.title = title
    return stop


# --- behind the title ----------------------------------------------------------------------------

_BY = lazy_regex(r"(?:by|von|par|por|di|da|door|av)\s+", 2)
_ASIDE = lazy_regex(r"[(\[](?P<inner>[^()\[\]]{2,120})[)\]]")


def _read_behind(text: str, lead: Lead, addresses: Addresses) -> str:
    """Take what follows a title and says more of the paper; return what is left."""
    while text.strip():
        row = read_links(text, addresses)
        if row.links:
            lead.take_links(row)
            text = text[row.end :]
            continue
        separator = _SEPARATOR.match(text)
        at = separator.end() if separator else 0
        taken = _take_behind(text[at:], lead)
        if not taken:
            return text[at:] if separator and _is_strong(separator[0]) else text.lstrip(" .,;")
        text = text[at + taken :]
    return ""


def _is_strong(separator: str) -> bool:
    return not separator.isspace()


def _take_behind(text: str, lead: Lead) -> int:
    """Take names, a date or where the paper appeared; return how many characters that is."""
    by = _BY.match(text)
    if by and not lead.byline and (end := cut_names(text[by.end() :])):
        end += by.end()
        lead.byline = text[by.end() : end].strip(" ,*_")
        lead.drop(by[0])
        affiliation = _ASIDE.match(text[end:].lstrip())
        if (
            affiliation
            and not read_date(affiliation["inner"])
            and not is_venue(affiliation["inner"])
        ):
            end += len(text[end:]) - len(text[end:].lstrip()) + affiliation.end()
            lead.byline += f" {affiliation[0]}"
        return end
    if aside := _ASIDE.match(text):
        return aside.end() if _take_aside(aside["inner"], lead) else 0
    if not lead.byline and (end := cut_names(text)) and are_names(text[:end], surely=True):
        lead.byline = text[:end].strip(" ,*_")
        return end
    piece = _PIECE.match(text)
    if piece and _take_aside(piece["inner"], lead):
        return piece.end()
    return 0


_PIECE = lazy_regex(
    r"(?:\*|_)?(?P<inner>[^\n.,;:()\[\]*_]{4,60})(?:\*|_)?\s*(?:[.,;:]|$|(?=[(\[]))"
)


def _take_aside(text: str, lead: Lead) -> bool:
    if date := read_date(text):
        lead.take_date(date)
        lead.drop(text.replace(date, "", 1))
    elif is_venue(text):
        lead.add_note(text.strip())
    elif not lead.byline and are_names(text, surely=True):
        lead.byline = text.strip()
    else:
        return False
    return True


def _take_end(text: str, lead: Lead, addresses: Addresses) -> str:
    """Take links that stand in a row at a text's end; return what is left."""
    links = [mark for mark in find_marks(text, addresses) if mark.kind == "link"]
    for mark in links:
        row = read_links(text, addresses, mark.start)
        if row.links and row.end == len(text):
            if not _IS_APART.search(text[: mark.start]):
                continue
            lead.take_links(row)
            return _BEFORE_LINKS.sub("", text[: mark.start])
    return text


_IS_APART = lazy_regex(r"(?:^|[.;:!?)(\[|→—–\n*_]|\s-|[^\w\s,'\"]|\s\s)\s*$")
_BEFORE_LINKS = lazy_regex(r"(?:\s*(?:[(\[|→—–]|->|\s-))*\s*$")


def has_own_paper(text: str, lead: Lead, addresses: Addresses) -> bool:
    """Take the only address of a paper in what is left of a text; tell whether there was one.

    The link stays in the text too: its words are a sentence's.
    """
    papers = {
        mark.address
        for mark in find_marks(text, addresses)
        if mark.kind == "link" and is_paper(mark.address)
    }
    if len(papers) != 1:
        return False
    lead.add_link("paper", papers.pop())
    return True


def is_placeholder_title(title: str) -> bool:
    """Tell whether a title has no words."""
    return not slugify(title)

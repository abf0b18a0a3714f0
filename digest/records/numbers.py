"""Pages, and other numbers, as records have them: ranges, own hyphens, and words before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.records.csltypes import IN_JOURNALS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.basics.works import Work

_DASH = lazy_regex(r"\s*[-\u2010-\u2015\u2212]+\s*")
_RANGE = lazy_regex(r"\s*(?:--+|[\u2012-\u2015\u2212]+)\s*")
_TIGHT = lazy_regex(r",(?=\S)(?![0-9]{3}\b)")
"""Between pages that are apart, and not the thousands of a number."""
_SEVERAL = lazy_regex(r"[-\u2010-\u2015\u2212,;&+]|[0-9]\s?ff?\b|\b(?:and|et|und|y)\b")
_LETTERED = lazy_regex(r"[A-Z]+-[0-9]+")
"""One page of an appendix, `A-12`."""
_NONE = lazy_regex(
    r"(?:\W*(?:n/?a|no|n\.?\s?pag|no pages?|none|null|nil|epub|forthcoming|in press|online"
    r"|undefined|unknown|to appear|ja|tbd|tba|unassigned)\b)*\W*",
    re.IGNORECASE,
)
"""What publishers have where there is no page, volume or issue: `n/a-n/a`, `no-no`, `ja`."""
_AHEAD = lazy_regex(
    r"(?:e?-?publish(?:ed)?[\W_]|epub[\W_])?(?:ahead[\W_]of[\W_]print|online[\W_]?first"
    r"|early[\W_]access|just[\W_]accepted|advance[\W_](?:access|online[\W_]publication|publication))",
    re.IGNORECASE,
)
"""The same, of what is out before its issue is."""
_COUNTS = ("volume", "issue", "page")
# from its first sign on: a long run must not be tried from each
_OPEN = lazy_regex(r"(?<![\s\u2010-\u2015-])\s*[-\u2010-\u2015]+\s*\+$")
"""What goes on somewhere, as the Web of Science has it: `123-+`."""
_TAIL = lazy_regex(r"(?:\s*\((?:electronic|online|print)\)|(?<=[0-9])\.)$", re.IGNORECASE)
"""What Mathematical Reviews has behind pages, and a full stop that ends a reference."""
_ARTICLE = lazy_regex(
    r"art(?:icle|\.)\s*(?:no\.|number|id\.?|#)?\s*(?P<number>\w*[0-9][\w.-]*)", re.IGNORECASE
)
_TELLING = 6
"""Characters of a number that is no year, so that it is known again within a title."""
_WITH_ISSUE = lazy_regex(
    r"(?P<volume>[0-9]{1,5})(?:[\s,;.]*(?:\(|\b(?:no|nr|num|number|iss|issue)\b\.?\s?)"
    r"(?P<issue>[0-9][0-9/-]{0,8})\)?)(?:[\s,]*\([12][0-9]{3}\))?(?:\s?:\s.*)?",
    re.IGNORECASE,
)
"""Both in the place of one: `12(3)`, `12, No 3 (2020)`."""
_COUNTED = lazy_regex(r"[0-9]+\s*(?:pp?\.?|pgs?\.?|pages?|S\.|Seiten)", re.IGNORECASE)
"""How many there are, which names none of them."""
_NUMBER = r"\.?\s*(?=[A-Z]{0,3}-?[0-9]|[ivxlc]+\b)"
_LABELS = {
    field: lazy_regex(rf"(?:{words})\b{_NUMBER}", re.IGNORECASE)
    for field, words in {
        "page": "pages?|pp?|pgs?|seiten?",
        "volume": "volumes?|vols?|band|bd|jahrgang|jg|tom[eo]?",
        "issue": "issue|number|num|nos?|nr|heft",
        "number": "number|num|no|nr",
        "collection_number": "number|num|no|nr|volume|vol|band|bd",
        "chapter_number": "chapter|chap|ch|kapitel|kap",
    }.items()
}
"""By a field of `Work`, the words that styles have before its number: no part of it."""


def parse_pages(typed: str) -> str:
    """Return pages as BibTeX has them in the form of CSL: `274-290` for `274--290`.

    Where pages have hyphens of their own an en dash stands between them: `1-1\u20131-22`.
    """
    typed = _TIGHT.sub(", ", typed)
    parts = _RANGE.split(typed)
    own = any(_DASH.search(part) for part in parts)
    return "\u2013".join(parts) if own and len(parts) > 1 else _DASH.sub("-", typed)


def with_numbers(work: Work) -> Work:
    """Return a work with the bare numbers, without `Vol.` and the like, and one page as one.

    What is told in another's place is put in its own: `12(3)`, an article's number for its pages.
    """
    known = {field: getattr(work, field) for field in _LABELS}
    bare = {field: _LABELS[field].sub("", value, count=1) if _LABELS[field].match(value) else value
            for field, value in known.items() if value}  # fmt: skip
    if work.page:
        article = _ARTICLE.fullmatch(work.page)
        bare["page"] = "" if article else _one_page(bare["page"])
        bare |= {"number": work.number or article["number"]} if article else {}
        # as the Astrophysics Data System has an article's own number
        bare["page"] = "" if bare["page"] == work.number else bare["page"]
    if len(work.number) >= _TELLING and work.number in work.container_title:
        bare["number"] = ""
    elif work.type in IN_JOURNALS and (article := _ARTICLE.fullmatch(work.number)):
        bare["number"] = article["number"]
    bare |= _volume_and_issue(bare, work)
    # where the IEEE's articles are until they are in an issue
    is_early = work.type == "article-journal" and _RANGE.sub("-", work.page) == "1-1"
    if is_early and not (work.volume or work.issue):
        bare["page"] = "early access"
    if any(_AHEAD.fullmatch(bare.get(field, "")) for field in _COUNTS) and not work.status:
        bare["status"] = "advance online publication"
    bare |= {field: "" for field in _COUNTS if _says_nothing(bare.get(field, ""))}
    if {bare.get("volume"), bare.get("issue")} == {"0"}:
        # as some publishers have it until an article is in an issue
        bare |= {"volume": "", "issue": ""}
    changed = {field: value for field, value in bare.items() if value != getattr(work, field)}
    return msgspec.structs.replace(work, **changed) if changed else work


def _volume_and_issue(bare: Mapping[str, str], work: Work) -> dict[str, str]:
    """Return both where one of them tells both, and the other nothing else."""
    volume, issue = bare.get("volume", ""), bare.get("issue", "")
    told = _LABELS["volume"].sub("", issue, count=1) if issue else volume
    found = _WITH_ISSUE.fullmatch(told)
    is_free = volume in {"", told} or work.volume == work.issue
    if not found or told == issue or not (is_free or volume == found["volume"]):
        return {}
    both = found.groupdict()
    is_year = both["issue"] == str(next(iter(work.issued), ""))
    return both | {"issue": ""} if is_year else both


def _says_nothing(value: str) -> bool:
    return bool(value and (_AHEAD.fullmatch(value) or _NONE.fullmatch(value)))


def _one_page(page: str) -> str:
    """Return pages, of a range of one page that page, and nothing for page 0."""
    page = _OPEN.sub("+", _TAIL.sub("", page.replace("$", ""))).strip(" -\u2013")
    first, *last = join_pages(page, "\u2013").split("\u2013")
    page = first if last and set(last) == {first} else page
    return page if page.strip("0") else ""


def is_one_page(page: str) -> bool:
    """Tell whether pages are one: `137.01`, `S1` or `A-12`."""
    return not _SEVERAL.search(page) or bool(_LETTERED.fullmatch(page.strip()))


def is_page_count(page: str) -> bool:
    """Tell whether what stands for pages is how many there are: `12 pages`."""
    return bool(_COUNTED.fullmatch(page.strip()))


def join_pages(page: str, dash: str) -> str:
    """Return pages with `dash` between first and last; of `I-511-I-518` the hyphens stay."""
    if "\u2013" in page:
        return dash.join(re.split(r"\s*\u2013\s*", page))
    parts = _DASH.split(page)
    half = len(parts) // 2
    if len(parts) > 2 and len(parts) % 2 == 0 and "," not in page:  # noqa: PLR2004 -- one range
        return "-".join(parts[:half]) + dash + "-".join(parts[half:])
    return page if _LETTERED.fullmatch(page) else dash.join(parts)

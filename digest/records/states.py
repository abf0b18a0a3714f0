"""Whether a paper has been taken back: nobody has one flag for it, so words have to tell.

To call a paper retracted that still stands does its authors harm, so what is not certain counts
for nothing: a notice about another paper, a claim that was withdrawn, a part that was retracted.
"""

from __future__ import annotations

import re
from typing import Any

from digest.basics.lazyregex import lazy_regex

RETRACTED = "retracted"
WITHDRAWN = "withdrawn"
PARTLY = "partly retracted"

_NOTICES = {
    "retraction": RETRACTED,
    "removal": RETRACTED,
    "withdrawal": RETRACTED,
    "partial_retraction": PARTLY,
}
"""What Crossref's types of updates make of the work that they are about."""

# what publishers put before a title, or behind it; `Retraction: …` is a notice
_KIND = r"(?: (?:article|chapter|manuscript|paper|preprint|publication|report|review|study))?"
_BEFORE_TITLE = lazy_regex(
    r"\W*(?:(?:this )?(?:article|paper) (?:(?:has been|is|was) )?)?"
    rf"(?P<state>retracted|withdrawn|removed){_KIND}\s*"
    r"(?:[:\])*]|[\u2013\u2014-](?=\s|[A-Z]))"
    # in capitals, unlike the title behind it
    r"|\W*(?-i:(?P<shouted>RETRACTED|WITHDRAWN)\.? (?!AND\b)(?=.*[a-z]))",
    re.IGNORECASE,
)
_BEHIND_TITLE = lazy_regex(
    rf"\s[\[(](?P<state>retracted|withdrawn)(?:{_KIND}|(?: article| paper)\b[^()\[\]]*)[\])]\W*$"
    r"|\s[\u2013\u2014-]\s?(?P<behind>retracted|withdrawn)\W*$"
    r"|(?-i:[a-z].*\s(?P<shouted>RETRACTED|WITHDRAWN)\W*$)",
    re.IGNORECASE,
)
_TAG = lazy_regex(r"<[^<>]*>")

# Withdrawals from arXiv have only words in the newest version's comment, or, as was usual once, at
# the beginning of its abstract
_THIS = (
    r"(?<!\bof )(?<!\bin )\b(?:this|the|our|my)\s+"
    r"(?!previous|earlier|first|former|original|old|initial|companion|v[0-9])(?:\w+\s+)?"
)
_PAPER = (
    r"(?:papers?|articles?|manuscripts?|submissions?|preprints?|e-?prints?|works?|notes?|"
    r"letters?|versions?|contributions?|drafts?|documents?)"
)
_IS = (
    r"(?:\s*\b(?:has|have|had|is|was|are|were|been|being|be|to|must|needs?|should|shall|will|now|"
    r"hereby|temporarily|therefore|voluntarily)\b)*"
)
_ELSEWHERE = r"\s+from\s+(?!(?:the\s+)?arxiv|publication|circulation)"
_GONE = rf"\s*[:,-]?\s*(?:withdrawn|retracted)\b(?!{_ELSEWHERE})"
_REMOVED = r"\s*[:,-]?\s*(?:removed|deleted|taken down)\b"
_OWN = r"(?:this|the|our)\s+(?:paper|article|manuscript|submission|preprint|version|work)"
_TAKES_BACK = r"(?:withdraw(?:n|s|ing)?|withdrew|retract(?:ed|s|ing)?)"
_WITHDRAWN = lazy_regex(
    # "Withdrawn.", but neither "Withdrawn submission to …" nor "Withdrawn from …"
    rf"(?:^[\[(]?|[.;:!]\s*){_IS}{_GONE}(?!\s+{_PAPER})"
    rf"|{_THIS}{_PAPER}(?:{_IS}|\s(?:[^.,;:!]|[.:](?=\S))*\sand\s+(?:is|has\s+been|was){_IS}){_GONE}"
    rf"|(?:^|[.;:,!(]\s*){_PAPER}{_IS}{_GONE}"
    # figures are removed too, so it must be the paper, or arXiv must have done it
    rf"|\b{_OWN}{_IS}{_REMOVED}"
    rf"|(?:^|[.;:,!(]\s*)(?:{_PAPER})?{_IS}{_REMOVED}\s+by\s+(?:the\s+)?arxiv"
    # "we have decided to withdraw the paper", but not "we withdraw the claim"
    rf"|\b(?:i|we|authors?|author\(s\))\s+(?:(?!not\b|never\b)[\w']+\s+){{0,5}}{_TAKES_BACK}\s+"
    rf"(?:this|the|our|my)\s+(?!previous|earlier|first|former|original|old)(?:\w+\s+)?{_PAPER}\b"
    rf"|\bauthors?\s+withdrew\s+{_PAPER}\b"
    rf"|\b(?:i|we|authors?|author\(s\))\s+request(?:s|ed)?\s+(?:the\s+)?withdrawal"
    rf"(?:\W*$|\s+of\s+(?:this|the|our|my)\s+{_PAPER}\b)"
    rf"|(?:^|[.;:,!(]\s*)(?:(?:\w+\s+to|please)\s+withdraw|withdrawing|withdrawal\s+of)\s+"
    rf"(?:this|the|our|my)\s+{_PAPER}\b"
    # the last word, and "the authors wish to withdraw"
    r"|,\s*(?:now\s+)?withdrawn\W*$"
    r"|\b(?:i|we|authors?)\s+(?:have\s+decided|wish(?:es)?|want|decided)\s+to\s+withdraw"
    r"(?=\W*$|[.;]|\s+(?:due|because|for|as|since)\b)",
    re.IGNORECASE,
)
_REASON = lazy_regex(
    r"\b(?:withdrawn|retracted)\s+(?:by\s+(?:the\s+|its\s+)?(?:\w+\s+)?(?:authors?|arxiv)\b"
    r"|due\s+to\b|because\b)",
    re.IGNORECASE,
)
_OTHER_THING = lazy_regex(
    r"\b(?:theorem|lemma|proposition|corollary|conjecture|proofs?|claims?|results?|statement|"
    r"sections?|chapter|appendix|parts?|partly|partially|figures?|tables?|data\w*|code|v[0-9]|"
    r"versions?|previous\w*|earlier|first|former\w*|original\w*|not|never)\b",
    re.IGNORECASE,
)
"""What a reason to withdraw may be about, in place of the paper."""
# what was withdrawn is another paper
_REPLACES = lazy_regex(
    r"\b(?:replac|supersed|correct|extend)(?:es|ing|ement|ion|s)?\b(?:[^.;]|\.\b)*"
    r"\b(?:withdrawn|retracted)\b[^.;]*",
    re.IGNORECASE,
)
_WITHDRAWN_ABSTRACT = lazy_regex(
    rf"\W*(?:{_THIS}{_PAPER}|{_PAPER}){_IS}{_GONE}|\W*withdrawn\b(?!{_ELSEWHERE})", re.IGNORECASE
)

_TELLING = ("withdr", "retract", "removed", "deleted", "taken down")
_BEGINNING = 200
"""Characters of an abstract in which a withdrawal is told."""


def state_of_title(title: str) -> str:
    """Return `retracted` or `withdrawn` where a publisher has written so into the title."""
    lower = title.lower()
    if "retracted" not in lower and "withdrawn" not in lower and "removed" not in lower:
        return ""
    text = _TAG.sub("", title)
    found = _BEFORE_TITLE.match(text) or _BEHIND_TITLE.search(text)
    if not found:
        return ""
    state = next(filter(None, found.groups())).lower()
    return state if state == RETRACTED else WITHDRAWN


def state_of_notices(item: dict[str, Any]) -> str:
    """Return what the notices make of a work that Crossref has about it (`updated-by`)."""
    notices = item.get("updated-by")
    listed = notices if isinstance(notices, list) else []
    types = (str(one.get("type", "")).lower() for one in listed if isinstance(one, dict))
    states = {_NOTICES.get(type_, "") for type_ in types}
    return next((state for state in (RETRACTED, PARTLY) if state in states), "")


def is_withdrawn(comment: str, abstract: str = "") -> bool:
    """Tell by the words of arXiv's newest version whether it withdraws the paper."""
    lower = f"{comment} {abstract[:_BEGINNING]}".lower()
    if not any(word in lower for word in _TELLING):
        return False
    own = _REPLACES.sub("", comment)
    if _WITHDRAWN.search(own) or _WITHDRAWN_ABSTRACT.match(abstract):
        return True
    return any(not _OTHER_THING.search(_clause(own, one.start())) for one in _REASON.finditer(own))


def _clause(text: str, end: int) -> str:
    """Return what stands before a place, from the last mark on."""
    return re.split(r"[.;:,!(]\s", text[:end])[-1]

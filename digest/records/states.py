"""Whether a paper has been taken back: nobody has one flag for it, so words have to tell.

To call a paper retracted that still stands does its authors harm, so what is not certain counts
for nothing: a notice about another paper, a claim that was withdrawn, a part that was retracted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator

RETRACTED = "retracted"
WITHDRAWN = "withdrawn"
PARTLY = "partly retracted"
NOTICE = "Retraction notice"
"""The genre of a notice that is called as the paper that it takes back: `Retracted: …`."""

_NOTICES = {
    "retraction": RETRACTED,
    "removal": WITHDRAWN,
    "withdrawal": WITHDRAWN,
    "partial_retraction": PARTLY,
}
"""What Crossref's types of updates make of the work that they are about."""
_REINSTATED = "reinstatement"

# what publishers put before a title, or behind it; `Retraction: …` is a notice
_KIND = (
    r"(?:(?: (?:case|conference|data|original|research|review|short))?"
    r" (?:article|book|chapter|communication|dataset|letter|manuscript|paper|preprint|proceedings"
    r"|publication|report|review|study|thesis))?"
)
_BEFORE_TITLE = lazy_regex(
    r"\W*(?:(?:this )?(?:article|paper) (?:(?:has been|is|was) )?)?"
    # in small letters another thing may have been removed
    rf"(?P<state>retracted|withdrawn|(?-i:REMOVED)){_KIND}\s*"
    r"(?:[:\uff1a\])*]|[\u2013\u2014-](?=\s|[A-Z]))"
    # Spanish and Portuguese, Chinese, Japanese
    r"|\W*(?-i:(?:ART[I\xcd]CULO|ARTIGO)\s)?(?P<romance>(?-i:RETRAC?TADO))\s?:"
    r"|\W*(?P<chinese>\u5df2\u64a4\u7a3f)\W|[\u3010\uff3b\[](?P<japanese>\u64a4\u56de)[\u3011\uff3d\]]"
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
_WHY = r"(?=\W*$|[.;]|\s+(?:as|at|because|by|due|for|from|since)\b)"
_OWN = r"(?:this|the|our)\s+(?:paper|article|manuscript|submission|preprint|version|work)"
_TAKES_BACK = r"(?:withdraw(?:n|s|ing)?|withdrew|retract(?:ed|s|ing)?)"
_WITHDRAWN = lazy_regex(
    # "Withdrawn.", but neither "Withdrawn submission to …" nor "Withdrawn from …"
    rf"(?:^[\[(*]?|[.;:!]\s*){_IS}{_GONE}(?!\s+{_PAPER})"
    rf"|{_THIS}{_PAPER}(?:{_IS}|\s(?:[^.,;:!]|[.:](?=\S))*\sand\s+(?:is|has\s+been|was|will\s+be){_IS}){_GONE}"
    rf"|{_THIS}{_PAPER}\sis\s\w+\sand{_GONE}"
    rf"|\bthis\s+is\s+a\s+withdrawn\s+{_PAPER}"
    rf"|(?:^|[.;:,!(]\s*){_PAPER}{_IS}{_GONE}"
    # figures are removed too, so it must be the paper, or arXiv must have done it
    rf"|\b{_OWN}(?:\s(?:has|have|had|is|was|were)\b{_IS}{_REMOVED}|{_REMOVED}{_WHY})"
    rf"|(?:^|[.;:,!(]\s*)(?:{_PAPER})?{_IS}{_REMOVED}\s+by\s+(?:the\s+)?arxiv"
    rf"|(?:^|[.;!]\s*){_IS}{_REMOVED}\s+(?:by|at)\s+(?:the\s+)?(?:request\s+of\s+)?"
    rf"(?:the\s+)?(?:\w+\s+)?(?:authors?|submitter)\b{_WHY}"
    r"|(?:^|[.;!]\s*)withdrawal\s+(?:at|because|due|requested)\b"
    rf"|^{_PAPER}{_IS}{_REMOVED}\s+(?:by|due|because)\b"
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
# what came back stands again
_BACK = lazy_regex(
    r"\b(?:withdrawn|retracted|removed)\b"
    r"(?:(?!\b(?:before|can(?:not)?|if|may|might|not|once|should|until|when|will)\b)[^.])*?"
    r"(?<!\bbe )\bre-?(?:activat|instat|open|post|publish|stor|submitt|upload)ed\b"
    r"(?!\s+(?:as|at|in(?!\sthis)|to|under)\b)",
    re.IGNORECASE,
)
_VERSION = lazy_regex(r"\b(?:v|version\s)(?P<number>[0-9]+)\b(?!\s*[:,])", re.IGNORECASE)
# Portuguese and Spanish, French, Italian, German
_WITHDRAWN_ABROAD = lazy_regex(
    r"(?:^|[.;:!(]\s*|\b(?:est[ea]|ess[ea]|o|el|l[ae]|cet(?:te)?|quest[oa]|die(?:se[rs]?)?)\s"
    r"|\bl['\u2019])(?:(?:artigo|trabalho|manuscrito|art[i\xed]culo|trabajo|preprint|article|papier"
    r"|manuscrit|travail|articolo|lavoro|manoscritto|arbeit|artikel|manuskript)\s"
    r"(?P<is>(?:foi|est\xe1|fue|ha sido|a \xe9t\xe9|est|\xe8 stato|wurde|ist)\s(?:\w+\s)?)?)?"
    r"(?:vo[nm]\s(?:den\s)?autor(?:en)?\s)?(?:retirad[oa]|retir\xe9e?|ritirato|zur\xfcckgezogen)\b"
    # not from a thing; where no verb says so, nothing but a reason is behind it
    r"(?!\s(?:d[aeo]|aus)\b(?!\sarxiv))"
    r"(?(is)|(?=\W*$|[.,;:()]|\s(?:\w+\s)?"
    r"(?:a|\xe0|ao|auf|aufgrund|dall?|d[ao]|debido|devido|en|par|pel[ao]|per|por|pour|su|vo[mn]"
    r"|wegen)\b))",
    re.IGNORECASE,
)
_WITHDRAWN_ABSTRACT = lazy_regex(
    rf"\W*(?:{_THIS}{_PAPER}|{_PAPER}){_IS}{_GONE}|\W*withdrawn\b(?!{_ELSEWHERE})", re.IGNORECASE
)

_IN_TITLES = (
    "retracted", "withdrawn", "removed", "retractado", "retratado", "\u64a4\u7a3f", "\u64a4\u56de"
)  # fmt: skip
_TELLING = (
    "withdr", "retract", "removed", "deleted", "taken down", "retir", "ritirat", "zur\xfcckgezogen"
)  # fmt: skip
_BEGINNING = 200
"""Characters of an abstract in which a withdrawal is told."""


def state_of_title(title: str, genre: str = "") -> str:
    """Return `retracted` or `withdrawn` where a publisher has written so into the title."""
    lower = title.lower()
    if genre == NOTICE or not any(word in lower for word in _IN_TITLES):
        return ""
    text = _TAG.sub("", title)
    found = _BEFORE_TITLE.match(text) or _BEHIND_TITLE.search(text)
    if not found:
        return ""
    state = next(filter(None, found.groups())).lower()
    return WITHDRAWN if state in {WITHDRAWN, "removed"} else RETRACTED


def state_of_notices(item: dict[str, Any]) -> str:
    """Return what the notices make of a work that Crossref has about it.

    They are in `updated-by`, and in `update-to` where the record of the work is the notice, too.
    """
    types = {*_types(item, "updated-by"), *_types(item, "update-to", is_own=True)}
    if _REINSTATED in types:
        return ""
    states = {_NOTICES.get(type_, "") for type_ in types}
    # the IEEE gives a paper the title of its notice
    if item.get("publisher") == "IEEE" and "notice of retraction" in str(item.get("title")).lower():
        return RETRACTED
    return next((state for state in (RETRACTED, WITHDRAWN, PARTLY) if state in states), "")


def is_notice(item: dict[str, Any]) -> bool:
    """Tell whether the record is of a notice that takes another work back."""
    return any(_NOTICES.get(type_) for type_ in _types(item, "update-to", is_own=False))


def _types(item: dict[str, Any], field: str, *, is_own: bool | None = None) -> Iterator[str]:
    """Yield the types of the updates in a field; `is_own` wants those about the work itself."""
    own, updates = str(item.get("DOI")).lower(), item.get(field)
    for one in updates if isinstance(updates, list) else []:
        if isinstance(one, dict) and is_own in {None, str(one.get("DOI")).lower() == own}:
            yield str(one.get("type", "")).lower()


def is_withdrawn(comment: str, abstract: str = "", version: int = 0) -> bool:
    """Tell by the words of arXiv's newest version whether it withdraws the paper.

    `version` is its number; 0 where that is not known.
    """
    lower = f"{comment} {abstract[:_BEGINNING]}".lower()
    if not any(word in lower for word in _TELLING):
        return False
    own = _VERSION.sub(
        lambda named: "this version" if int(named["number"]) == version else named[0], comment
    )
    own = _BACK.sub("", _REPLACES.sub("", own))
    if any(form.search(own) for form in (_WITHDRAWN, _WITHDRAWN_ABROAD)):
        return True
    if _WITHDRAWN_ABSTRACT.match(abstract):
        return True
    return any(not _OTHER_THING.search(_clause(own, one.start())) for one in _REASON.finditer(own))


def _clause(text: str, end: int) -> str:
    """Return what stands before a place, from the last mark on."""
    return re.split(r"[.;:,!(]\s", text[:end])[-1]

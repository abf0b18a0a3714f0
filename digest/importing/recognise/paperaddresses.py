"""Which addresses are those of papers."""

from __future__ import annotations

import functools
import re

from digest.basics.lazyregex import lazy_regex
from digest.records.identifiers import Identifier, parse_identifier

# where a page without an id of its own is still that of a paper
_SCHOLARLY = lazy_regex(
    r"https?://(?:www\.|proceedings\.)?(?:"
    r"openreview\.net/(?:forum|pdf)|proceedings\.mlr\.press/v|papers\.n(?:eur)?ips\.cc/paper"
    r"|(?:proceedings\.)?(?:neurips|nips)\.cc/paper|openaccess\.thecvf\.com/|thecvf\.com/"
    r"|jmlr\.(?:org|csail\.mit\.edu)/(?:papers|proceedings)|aclanthology\.(?:org|info)/"
    r"|aclweb\.org/anthology|usenix\.org/(?:conference|system/files)|eprint\.iacr\.org/"
    r"|(?:pubmed|pmc)\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/(?:pubmed|pmc)"
    r"|europepmc\.org/|ieeexplore\.ieee\.org/|computer\.org/csdl/|sciencedirect\.com/science"
    r"|dl\.acm\.org/|portal\.acm\.org/|cell\.com/.+/(?:fulltext|pdf|abstract)"
    r"|nature\.com/articles|science\.org/doi|pnas\.org/|(?:link|rd)\.springer\.com/"
    r"|onlinelibrary\.wiley\.com/|tandfonline\.com/|journals\.sagepub\.com/|mdpi\.com/\d"
    r"|semanticscholar\.org/paper|scholar\.archive\.org/|citeseerx\.ist\.psu\.edu/"
    r"|researchgate\.net/publication/|hal\.(?:science|archives-ouvertes\.fr|inria\.fr)/"
    r"|(?:papers\.)?ssrn\.com/|jstor\.org/stable|ecva\.net/papers|bmvc[0-9-]*[a-z.]*/"
    r"|ojs\.aaai\.org/|aaai\.org/(?:papers|ocs|library)|ijcai\.org/proceedings"
    r"|roboticsproceedings\.org/|vldb\.org/pvldb|isca-(?:speech|archive)\.org/"
    r"|drops\.dagstuhl\.de/|distill\.pub/[0-9]{4}/|transformer-circuits\.pub/[0-9]{4}/"
    r"|academic\.oup\.com/|direct\.mit\.edu/|mitpressjournals\.org/|royalsocietypublishing\.org/"
    r"|thelancet\.com/journals|nejm\.org/doi|bmj\.com/content|dblp\.(?:org|uni-trier\.de)/rec"
    r"|(?:bio|med|chem|psy)rxiv\.(?:org|com)/"
    r")",
    re.IGNORECASE,
)
_NEVER = lazy_regex(
    r"https?://(?:[a-z0-9-]+\.)*(?:github\.(?:com|io)|gitlab\.com|twitter\.com|x\.com|youtube\.com"
    r"|youtu\.be|medium\.com|linkedin\.com|reddit\.com|facebook\.com|substack\.com|google\.com"
    r"|wikipedia\.org|t\.co|bsky\.app|mastodon\.social|kaggle\.com)(?:[/?#]|$)",
    re.IGNORECASE,
)
_WEB = lazy_regex(r"https?://", re.IGNORECASE)


@functools.lru_cache(maxsize=4096)
def find_key(address: str) -> str:
    """Return the key of the work that an address, or a text that is an id, names; or nothing."""
    if not address or len(address) > _LONGEST or _NEVER.match(address):
        return ""
    found = parse_identifier(address)
    return found.key if isinstance(found, Identifier) else ""


@functools.lru_cache(maxsize=4096)
def is_paper(address: str) -> bool:
    """Tell whether an address is that of a paper: it has an id, or is a scholarly host's."""
    return is_web(address) and (bool(_SCHOLARLY.match(address)) or bool(find_key(address)))


def leads_to_paper(address: str) -> bool:
    """Tell whether an address, or an id in its place, is that of a paper."""
    return is_paper(address) or bool(find_key(address))


def is_web(address: str) -> bool:
    """Tell whether an address is one of the web."""
    return _WEB.match(address) is not None


_LONGEST = 2000
"""Characters of an address that is looked at."""

"""Ids in the addresses of pages about papers: those of publishers, of indexes and of proxies.

Most have the paper's DOI or arXiv id in them, whoever the page belongs to. From some it follows,
as the publisher makes both of one number: those are in the table `RULES`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageId(msgspec.Struct, frozen=True):
    """The id of the paper that a page is about, as it seems: whether it is one, its source says."""

    text: str
    """`2202.06991v2`, or `10.1145/…`."""
    follows: bool = False
    """Whether it does not stand in the address, but follows from it by a rule."""


def find_inner(address: str) -> Iterator[str]:
    """List the whole addresses in an address: archives, readers and links that count have one."""
    parts = _PARTS.fullmatch(address)
    if parts:
        # what is asked for of the one within belongs to it where that is not quoted
        whole = f"/{parts['path']}" + (f"?{parts['query']}" if parts["query"] else "")
        texts = [unquote(whole), *(f"/{value}" for value in _values(parts["query"]))]
        found = filter(None, map(_INNER.search, texts))
        # some servers make one slash of two
        yield from (f"{inner['scheme']}://{inner['rest']}" for inner in found)


def find_page_ids(address: str) -> Iterator[PageId]:
    """List what may be the id in the address of a page about a paper, the likeliest first."""
    parts = _PARTS.fullmatch(address)
    if not parts:
        return
    path, query = unquote(parts["path"]), parts["query"] or ""
    texts = [path, *(f"/{value}" for value in _values(query))]
    yield from (PageId(found["id"]) for text in texts if (found := _ARXIV.search(text)))
    for text in texts:
        if found := _DOI.search(text):
            yield PageId(cut_end(found["doi"], path))
    page = f"{parts['host'].lower()}/{path.rstrip('/')}" + (f"?{unquote(query)}" if query else "")
    for pattern, template in RULES if _ANY_RULE.fullmatch(page) else ():
        if found := re.fullmatch(pattern + _VIEW_OF_PAGE, page, re.IGNORECASE):
            yield PageId(found.expand(template), follows=True)


def _values(query: str | None) -> list[str]:
    """Return the values in the query of an address; none where no page has so many fields."""
    try:
        return [value for _, value in parse_qsl(query or "", max_num_fields=50)]
    except ValueError:
        return []


_PARTS = lazy_regex(
    r"(?:https?:/+)?(?:[^/?#@]*@)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::[0-9]+)?"
    r"/(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#.*)?",
    re.IGNORECASE | re.DOTALL,
)
_INNER = lazy_regex(r"/(?P<scheme>https?):/+(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ARXIV = lazy_regex(
    r"(?:^|[/:])arxiv[/:.](?P<id>(?:[a-z.-]+/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]+)?)(?![0-9])",
    re.IGNORECASE,
)
_DOI = lazy_regex(r"(?:^|[/:=])(?P<doi>10\.[0-9]{4,9}(?:\.[0-9]+)*/[^?#\s]*[0-9][^?#\s]*)")

# --- where a DOI ends in an address ------------------------------------------------------------

_VIEWS = (
    "abs", "abstract", "ampdf", "article-info", "bibtex", "citations", "cited-by", "data", "doi",
    "download", "epdf", "epub", "export", "extract", "figures", "full", "full-html", "full-text",
    "fullhtml", "fulltext", "html", "info", "long", "media", "meta", "metrics", "pdf", "pdfdirect",
    "peer-review", "read", "reader", "references", "refs", "reviews", "ris", "short", "status",
    "summary", "suppl", "supplementary-material", "suppl_file", "tables", "xml",
)  # fmt: skip
"""What publishers put behind a DOI for one view of the page."""
_VIEW = lazy_regex(rf"/(?:{'|'.join(_VIEWS)})(?:\.(?:pdf|html?|svg))?(?:/.*)?", re.IGNORECASE)
_SUFFIX = lazy_regex(
    r"(?:\.(?:pdf(?:\+html)?|html?|xml|epub|svg|full(?:-text)?|abstract|short|long|figures-only"
    r"|article-(?:info|metrics)|supplementary-material))+",
    re.IGNORECASE,
)
_BIORXIV = lazy_regex(
    r"(10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?[0-9]{6,8})(?!\.gad)"
)
"""The DOIs of bioRxiv and medRxiv; what follows is a version and a view of it."""
_PLOS = lazy_regex(r"(10\.1371/journal\.[a-z]+\.[0-9]{7})\.[egst][0-9]{3}")
"""The DOI of a figure, a table, a formula or a supplement, behind that of its paper."""
_NUMBERED = lazy_regex(
    r".*/(?:advance-)?article[a-z-]*/doi/10[0-9.]+/[^/]+(?:/[^/]+)*?(/[0-9]{4,}(?:/.*)?)"
)
"""How Silverchair's sites (OUP, MIT Press, AIP, …) go on with a number of theirs."""


def cut_end(doi: str, path: str) -> str:
    """Return a DOI without what stands behind it in the path of a publisher's page."""
    if preprint := _BIORXIV.match(doi):
        return preprint[1]
    if part := _PLOS.match(doi):
        return part[1]
    if numbered := _NUMBERED.fullmatch(path):
        doi = doi.removesuffix(numbered[1])
    doi = doi.rstrip("/")
    if view := _VIEW.search(doi, doi.index("/") + 1):
        doi = doi[: view.start()] if _VIEW.fullmatch(doi, view.start()) else doi
    while ending := _SUFFIX.search(doi):
        if ending.end() != len(doi):
            break
        doi = doi[: ending.start()]
    return doi


# --- where an id follows -----------------------------------------------------------------------

_OSF = {
    # the servers of https://osf.io/preprints, by their names in its addresses
    "osf": "31219", "agrixiv": "31220", "arabixiv": "31221", "metaarxiv": "31222",
    "eartharxiv": "31223", "engrxiv": "31224", "focusarchive": "31225", "frenxiv": "31226",
    "inarxiv": "31227", "lawarxiv": "31228", "lissa": "31229", "marxiv": "31230",
    "mindrxiv": "31231", "nutrixiv": "31232", "paleorxiv": "31233", "psyarxiv": "31234",
    "socarxiv": "31235", "sportrxiv": "31236", "thesiscommons": "31237", "africarxiv": "31730",
    "edarxiv": "35542", "biohackrxiv": "37044",
}  # fmt: skip
_OSF_ID = "([a-z0-9]{5})(?:_v[0-9]+)?"
# conferences that have registered their papers since 2016
_ACL_ID = (
    "(20[0-9]{2}[.](?:aacl|acl|conll|eacl|emnlp|findings|naacl)[a-z0-9]*-[a-z0-9]+[.][0-9]+"
    "|[DEKNPQSW]1[6-9]-[0-9]{4})(?:v[0-9]+)?"
)
_NATURE_ID = "([a-z]+[.]?[0-9][a-z0-9-]*(?:[.][0-9]+)*)(?:_reference)?"
_BIORXIV_HOSTS = "(?:[a-z]+[.])?(?:bio|med)rxiv[.]org/(?:.*/)?"
_BIORXIV_ID = "[.][0-9]{2}[.][0-9]{6,8})(?:v[0-9]+)?"
_ARXIV_ID = "([0-9]{4}[.][0-9]{4,5}(?:v[0-9]+)?)"

RULES: tuple[tuple[str, str], ...] = (
    # arXiv's ids
    ("hf[.]co/papers/" + _ARXIV_ID, r"\1"),
    ("emergentmind[.]com/papers/" + _ARXIV_ID, r"\1"),
    ("alphaxiv[.]org/[a-z-]+/" + _ARXIV_ID, r"\1"),
    ("arxiv[.]org/(?:bibtex|cits|tb|ftp/arxiv/papers/[0-9]{4})/" + _ARXIV_ID, r"\1"),
    ("arxiv-sanity-lite[.]com/?[?](?:.*&)?pid=" + _ARXIV_ID, r"\1"),
    ("dblp[.][a-z.-]+/rec/(?:.+/)?journals/corr/abs-([0-9]{4})-([0-9]+)", r"\1.\2"),
    ("(?:ui[.])?adsabs[.]harvard[.]edu/abs/[0-9]{4}arxiv([0-9]{4})([0-9]{5})[a-z]", r"\1.\2"),
    # DOIs, as each publisher makes them: its records show it
    ("nature[.]com/articles/" + _NATURE_ID, r"10.1038/\1"),
    ("nature[.]com/[a-z]+/journal/v[0-9]+/n[^/]+/(?:abs|full|pdf)/" + _NATURE_ID, r"10.1038/\1"),
    ("zenodo[.]org/(?:api/)?records?/([0-9]+)", r"10.5281/zenodo.\1"),
    ("(?:[a-z]+[.])?ssrn[.]com/.*abstract(?:_?id)?=([0-9]+)", r"10.2139/ssrn.\1"),
    ("elifesciences[.]org/(?:articles/|reviewed-preprints/|content/[0-9]+/e)([0-9]{5,6})(?:v[0-9]+)?",
     r"10.7554/elife.\1"),
    ("psyarxiv[.]com/" + _OSF_ID, r"10.31234/osf.io/\1"),
    ("osf[.]io/preprints/" + _OSF_ID, r"10.31219/osf.io/\1"),
    *((f"osf[.]io/preprints/{server}/{_OSF_ID}", rf"10.{prefix}/osf.io/\1")
      for server, prefix in _OSF.items()),
    ("aclanthology[.]org/(?:anthology-files/pdf/[^/]+/)?" + _ACL_ID, r"10.18653/v1/\1"),
    ("aclweb[.]org/anthology/(?:.*/)?" + _ACL_ID, r"10.18653/v1/\1"),
    # openRxiv has registered them since December 2025, with a prefix of its own
    (_BIORXIV_HOSTS + "((?:2025[.]12|202[6-9][.][0-9]{2}|20[3-9][0-9][.][0-9]{2})" + _BIORXIV_ID,
     r"10.64898/\1"),
    (_BIORXIV_HOSTS + "([0-9]{4}[.][0-9]{2}" + _BIORXIV_ID, r"10.1101/\1"),
    ("(?:[a-z]+[.])?biorxiv[.]org/content/(?:.+/)?early/[0-9/]+/([0-9]{6})(?:v[0-9]+)?",
     r"10.1101/\1"),
    ("theoj[.]org/joss-papers/(joss[.][0-9]+)", r"10.21105/\1"),
    ("peerj[.]com/articles/([0-9]+)", r"10.7717/peerj.\1"),
    ("peerj[.]com/articles/([a-z]+-[0-9]+)", r"10.7717/peerj-\1"),
    ("preprints[.]org/manuscript/([0-9]{6}[.][0-9]{4})/(v[0-9]+)", r"10.20944/preprints\1.\2"),
    ("researchsquare[.]com/article/(rs-[0-9]+)/(v[0-9]+)", r"10.21203/rs.3.\1/\2"),
    ("figshare[.]com/articles/(?:[^/]+/)*?([0-9]{5,})", r"10.6084/m9.figshare.\1"),
    ("quantum-journal[.]org/papers/(q-[0-9]{4}(?:-[0-9]+)+)", r"10.22331/\1"),
    ("scipost[.]org/(scipost[a-z]+(?:[.][0-9]+)+)", r"10.21468/\1"),
    ("pubs[.]rsc[.]org/.*/([a-z][0-9][a-z]{2}[0-9]{5}[a-z])", r"10.1039/\1"),
    ("([a-z]+)[.]copernicus[.]org/articles/([0-9]+)/([0-9]+)/([0-9]{4})",
     r"10.5194/\1-\2-\3-\4"),
    ("(?:[a-z]+[.])?hindawi[.]com/journals/[a-z]+/([0-9]{4})/([0-9]{5,})", r"10.1155/\1/\2"),
    ("dl[.]acm[.]org/(?:citation|ft_gateway)[.]cfm[?](?:.*&)?id=([0-9]+[.][0-9]+)",
     r"10.1145/\1"),
    ("jstor[.]org/stable/(?:pdf/)?([0-9]{4,})", r"10.2307/\1"),
)  # fmt: skip
"""The hosts and paths of pages, without `www.`, up to the end of the id, and the id in each."""
_VIEW_OF_PAGE = "(?:[./?&].*)?"
_ANY_RULE = lazy_regex(
    f"(?:{'|'.join(pattern for pattern, _ in RULES)}){_VIEW_OF_PAGE}", re.IGNORECASE
)
"""Most pages are of none: that is one look instead of fifty."""

"""DOIs: `10.<registrant>/<suffix>` (ISO 26324), without a difference of upper and lower case."""

from __future__ import annotations

import re
import string
from urllib.parse import quote, unquote

from digest.basics.lazyregex import lazy_regex
from digest.records.arxivids import DOI_PREFIX
from digest.records.idtext import split_prefix
from digest.records.paperpages import cut_end
from digest.records.source import Flaw, Id, RecordSource

_KIND = "doi"
_DOI = lazy_regex(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_CODED = lazy_regex("%3[CE]", re.IGNORECASE)
"""The signs of older DOIs as addresses have them."""
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
# publishers' addresses that hold a DOI: …/doi/10.1145/…, …/doi/full/10.1002/…
_IN_PATH = lazy_regex(r"(?:^|.*/)doi/(?:[a-z]+/)?(?P<doi>10\..+)", re.IGNORECASE)


def _read(text: str) -> Id | Flaw | None:
    if not text.startswith("10."):
        return None
    text = _CODED.sub(lambda sign: unquote(sign[0]), text)
    if " " in text:
        return Flaw("there is a space in it")
    if not _DOI.fullmatch(text) or not text.isprintable():
        return Flaw("")
    if text.lower().startswith(DOI_PREFIX.lower()):
        return Flaw("arXiv has no such id")  # one that it has is read as that
    return Id(text.translate(_LOWER))


def _in_address(host: str, path: str) -> str | None:
    if inner := _IN_PATH.fullmatch(path):
        return cut_end(inner["doi"], path)
    return split_prefix(path, (_KIND,))[1] if host in _HOSTS else None


DOI = RecordSource(
    kind=_KIND,
    name="doi.org",
    an_id="a DOI",
    example="10.1038/s41583-020-0277-3",
    read=_read,
    # safe: what RFC 3986 allows in a path (section 3.3)
    url=lambda id_: "https://doi.org/" + quote(id_, safe="/:@!$&'()*+,;=-._~"),
    function="digest.records.doi:fetch_dois",
    doi=lambda id_: id_,
    in_address=_in_address,
    unlike="it does not begin with '10.'",
)

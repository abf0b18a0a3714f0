"""Servers of preprints, which many sources take for journals or do not name at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.basics.works import Work

_RXIV = lazy_regex(
    r"10\.(?:1101|64898)/(?:[0-9]{4}\.[0-9]{2}\.[0-9]{2}\.)?(?P<id>[0-9]{6}(?:[0-9]{2})?)(?![0-9])"
)
_SERVERS = {6: "bioRxiv", 8: "medRxiv"}
"""By the digits that their ids have."""
PREFIXES = {
    "10.2139": "SSRN",
    "10.20944": "Preprints.org",
    "10.21203": "Research Square",
    "10.26434": "ChemRxiv",
    "10.31219": "OSF Preprints",
    "10.31222": "MetaArXiv",
    "10.31223": "EarthArXiv",
    "10.31224": "engrXiv",
    "10.31234": "PsyArXiv",
    "10.31235": "SocArXiv",
    "10.32942": "EcoEvoRxiv",
    "10.35542": "EdArXiv",
    "10.36227": "TechRxiv",
}
"""Servers that have a prefix of their own, and whose records name who runs them, or a part."""

_MONTH = lazy_regex(r"(?:arXiv-)?[0-9]{4}(?:-[0-9]{2})?")
_JOURNALS = {name.casefold(): name for name in (*_SERVERS.values(), *PREFIXES.values())} | {
    "ssrn electronic journal": "SSRN",
    **dict.fromkeys(("arxiv", "arxiv e-prints", "arxiv preprint", "arxiv.org", "corr"), "arXiv"),
}


def prefixed(doi: str) -> str:
    """Return the server whose prefix a DOI has; nothing for any other."""
    return PREFIXES.get(doi.partition("/")[0], "")


def numbered(doi: str) -> str:
    """Return bioRxiv or medRxiv, by the id in a DOI of theirs; nothing for any other."""
    found = _RXIV.match(doi)
    return _SERVERS[len(found["id"])] if found else ""


def with_server(work: Work) -> Work:
    """Return what a server of preprints has, which is called its journal, as a preprint.

    Its number there is part of its DOI, of whose date Google Scholar makes pages.
    """
    server = _named(work.container_title) if work.type == "article-journal" else ""
    # Google Scholar parts `arXiv:1308.0001` into the journal's name and a volume
    volume = "" if server == "arXiv" else work.volume
    if not server or volume or work.issue:
        return work
    number = work.number or ("" if _MONTH.fullmatch(work.page) else work.page)
    return msgspec.structs.replace(
        work,
        type="article",
        container_title="",
        container_title_short="",
        publisher=server,
        volume="",
        page="",
        number="" if number in work.doi else number,
    )


def _named(journal: str) -> str:
    """Return the server that is named in place of a journal; nothing for a journal.

    PubMed has `bioRxiv : the preprint server for biology`.
    """
    name = journal.partition(":")[0].strip().casefold()
    return _JOURNALS.get(name.removesuffix(" arxiv"), "")

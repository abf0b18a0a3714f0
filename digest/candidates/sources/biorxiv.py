"""New preprints of bioRxiv and medRxiv, by subject area and date (https://api.biorxiv.org/)."""

from __future__ import annotations

import functools
import os
from typing import Any
from urllib.parse import quote, urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.candidates.candidate import Candidate
from digest.candidates.sources.source import Page, Source
from digest.candidates.sources.texts import plain_source, read_day
from digest.records.identifiers import Identifier, parse_doi
from digest.records.jsonanswers import decode_answer, read_text
from digest.records.service import Fault
from digest.settings.discoverconfig import find_subject

API = "https://api.biorxiv.org/"
"""Where DIGEST_BIORXIV_API does not say otherwise."""
_SERVERS = {"biorxiv": "bioRxiv", "medrxiv": "medRxiv"}
_LICENSES = {
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    **{
        f"cc_{kind.replace('-', '_')}": f"https://creativecommons.org/licenses/{kind}/4.0/"
        for kind in ("by", "by-nc", "by-nd", "by-nc-nd", "by-sa", "by-nc-sa")
    },
}
_CURSOR = lazy_regex(r"/[0-9]+/json$")


def find_preprints(server: str, subject: str, since: str, until: str) -> Source:
    """Return the source of the preprints of a subject area from one day to another.

    `server` is `biorxiv` or `medrxiv`.
    """
    base = (os.environ.get("DIGEST_BIORXIV_API") or API).rstrip("/")
    return Source(
        name=_SERVERS[server],
        address=f"{base}/details/{server}/{since}/{until}/0/json"
        f"?category={quote(subject.replace(' ', '_'), safe='')}",
        read=functools.partial(_read, server=server, subject=subject),
    )


def _read(data: bytes, address: str, server: str, subject: str) -> Page:
    answer = decode_answer(data)
    papers, messages = answer.get("collection"), answer.get("messages")
    if not isinstance(papers, list) or not isinstance(messages, list):
        raise Fault("answered with something that is no list of preprints")
    told = messages[0] if messages and isinstance(messages[0], dict) else {}
    made = (_make(one, server, subject) for one in papers if isinstance(one, dict))
    found = tuple(one for one in made if one)
    parts = urlsplit(address)
    behind = _number(parts.path.split("/")[-2]) + len(papers)
    if not papers or behind >= _number(told.get("total")):
        return Page(found)
    path = _CURSOR.sub(f"/{behind}/json", parts.path)
    return Page(found, (parts._replace(path=path).geturl(),))


def _number(value: object) -> int:
    return int(text) if (text := str(value)).isdecimal() else 0


def _make(paper: dict[str, Any], server: str, subject: str) -> Candidate | None:
    """Return the preprint, if this is its first version, and of the subject area."""
    found = parse_doi(read_text(paper, "doi"))
    title = plain_source(read_text(paper, "title"))
    category = read_text(paper, "category")
    is_wanted = read_text(paper, "version") in {"1", ""} and find_subject(category) == subject
    if not isinstance(found, Identifier) or not title or not is_wanted:
        return None
    journal = parse_doi(read_text(paper, "published"))
    return Candidate(
        id=found.key,
        title=title,
        abstract=plain_source(read_text(paper, "abstract")),
        authors=tuple(
            filter(None, map(_turn, plain_source(read_text(paper, "authors")).split(";")))
        ),
        categories=(one_line(category),),
        listed=read_day(read_text(paper, "date")),
        url=found.url,
        license=_LICENSES.get(read_text(paper, "license").lower(), ""),
        source=_SERVERS[server],
        versions=(journal.key,) if isinstance(journal, Identifier) else (),
    )


def _turn(name: str) -> str:
    """Return a name as it is read: `Lovelace, A.` as `A. Lovelace`."""
    family, _, given = name.partition(",")
    return one_line(f"{given} {family}")

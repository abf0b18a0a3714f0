"""Records from the DOI system, by content negotiation.

Crossref and DataCite answer alike (https://citation.doi.org/docs.html): with a CSL-JSON item,
by way of a redirect from doi.org. What the item says beyond CSL is Crossref's.
"""

from __future__ import annotations

import contextlib
import os
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from digest.identifiers import Identifier, parse_doi
from digest.records.csl import parse_item
from digest.records.csltypes import IN_BOOKS
from digest.records.markup import markup_to_text, paragraphs_to_text
from digest.records.service import Fault, make_user_agent, persist, read_manners

if TYPE_CHECKING:
    import requests

    from digest.model import Name, Work
    from digest.records.service import Manners

API = "https://doi.org/"
"""Where DIGEST_DOI_API does not say otherwise."""

_SERVICE = "the DOI service"
_CSL_JSON = "application/vnd.citationstyles.csl+json"
# no such DOI, one that was deleted, and one that has no record of this form
_BOOKS = frozenset({"book", "collection"})
_UNKNOWN = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE, HTTPStatus.NOT_ACCEPTABLE})
_RETRACTIONS = frozenset({"retraction", "withdrawal", "removal", "partial_retraction"})


def fetch_doi(doi: str, *, contact: str) -> Work | None:
    """Ask for the record of a DOI.

    Returns None where there is no such DOI, or none that has a record with a title. Raises
    ServiceError when the service stays away, and ValueError for what can be no DOI.
    """
    # requests takes 80 ms to import, and most commands never need it
    from digest.records.transport import Transport, open_session  # noqa: PLC0415

    found = _parse_id(doi)
    address = os.environ.get("DIGEST_DOI_API") or API
    manners = read_manners(address)
    transport = Transport(make_user_agent(contact), manners, contextlib.nullcontext, _check)
    # safe: what RFC 3986 allows in a path (section 3.3)
    quoted = quote(found.doi.lower(), safe="/:@!$&'()*+,;=-._~")
    with open_session(transport, _SERVICE) as session:
        item = _ask(session, f"{address.rstrip('/')}/{quoted}", manners)
    return make_doi_work(item, found.key) if item else None


def _parse_id(doi: str) -> Identifier:
    found = parse_doi(doi)
    if isinstance(found, Identifier):
        return found
    raise ValueError(found.message)


def _ask(session: requests.Session, address: str, manners: Manners) -> dict[str, Any]:
    """Return the item, empty where there is none."""
    answer = persist(lambda: session.get(address, headers={"Accept": _CSL_JSON}), manners, _SERVICE)
    return {} if answer.status_code in _UNKNOWN else _parse(answer)


def _check(answer: requests.Response) -> None:
    from digest.records.transport import refusal  # noqa: PLC0415 -- has been imported by now

    if answer.status_code in _UNKNOWN:
        return
    if answer.status_code != HTTPStatus.OK:
        raise refusal(_SERVICE, answer)
    _parse(answer)


def _parse(answer: requests.Response) -> dict[str, Any]:
    try:
        item = msgspec.json.decode(answer.content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Fault("answered with something that is no record") from error
    if not isinstance(item, dict):
        raise Fault("answered with something that is no record")
    return item


def make_doi_work(item: dict[str, Any], key: str) -> Work | None:
    """Return the work that a service's item tells of; None where the item has no title."""
    work = parse_item(item, key).work
    title = _whole_title(item, work)
    if not title:
        return None
    texts = {
        name: markup_to_text(getattr(work, name))
        for name in (
            "container_title",
            "container_title_short",
            "collection_title",
            "publisher",
            "event_title",
            "event_place",
            "publisher_place",
            "volume",
            "page",
            "edition",
        )
    }
    texts["container_title_short"] = _abbreviation(work.type, texts)
    if work.type in _BOOKS and not texts["collection_title"]:
        # what a book is in is a series
        texts |= {"container_title": "", "collection_title": texts["container_title"]}
    return msgspec.structs.replace(
        work,
        title=title,
        author=_plain_names(work.author),
        editor=_plain_names(work.editor),
        translator=_plain_names(work.translator),
        abstract=paragraphs_to_text(work.abstract),
        status="retracted" if is_retracted(item) else work.status,
        **texts,
    )


def _plain_names(names: tuple[Name, ...]) -> tuple[Name, ...]:
    plain = (
        msgspec.structs.replace(
            name,
            **{part: markup_to_text(value) for part, value in msgspec.structs.asdict(name).items()},
        )
        for name in names
    )
    return tuple(name for name in plain if name.literal)


def _abbreviation(kind: str, texts: dict[str, str]) -> str:
    """Return a journal's abbreviation: publishers give the whole title for one, or a series'."""
    short = texts["container_title_short"]
    return "" if kind in IN_BOOKS or len(short) >= len(texts["container_title"]) else short


def _whole_title(item: dict[str, Any], work: Work) -> str:
    """Return the title with the subtitle that Crossref keeps apart."""
    title = "" if work.title == work.id else markup_to_text(work.title)
    subtitles = item.get("subtitle")
    if isinstance(subtitles, list) and subtitles and isinstance(subtitles[0], str):
        subtitles = subtitles[0]
    subtitle = markup_to_text(subtitles) if isinstance(subtitles, str) else ""
    if not title or subtitle.casefold() in title.casefold():
        return title
    return f"{title} {subtitle}" if title[-1] in ":?!" else f"{title}: {subtitle}"


def is_retracted(item: dict[str, Any]) -> bool:
    """Tell whether Crossref has a notice that takes the work back (`updated-by`)."""
    notices = item.get("updated-by")
    return isinstance(notices, list) and any(
        isinstance(one, dict) and str(one.get("type", "")).lower() in _RETRACTIONS
        for one in notices
    )

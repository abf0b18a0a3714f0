"""New articles of journals, by way of Crossref (https://api.crossref.org/swagger-ui/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from digest.basics.text import iso_date, one_line
from digest.candidates.candidate import Candidate
from digest.candidates.sources.source import Page, Source
from digest.candidates.sources.texts import plain_source
from digest.records.crossreflists import list_works, works_address
from digest.records.csldates import read_csl_date
from digest.records.identifiers import Identifier, parse_doi, parse_identifier
from digest.records.jsonanswers import decode_answer, read_text
from digest.records.politeclient import WrongQuestionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROWS: Final = 200
_FIELDS = "DOI,title,subtitle,author,abstract,created,container-title,license,relation"
_VERSIONS = ("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to")
"""Relations of Crossref's that lead from one version of a work to another."""
_PARTS_OF_DAY: Final = 3


def find_articles(issns: Sequence[str], since: str, until: str) -> Source:
    """Return the source of what journals have registered from one day to another."""
    named = [f"issn:{one}" for one in issns]
    days = [f"from-created-date:{since}", f"until-created-date:{until}"]
    query = {
        "filter": ",".join([*named, *days, "type:journal-article"]),
        "select": _FIELDS,
        "rows": _ROWS,
        "cursor": "*",
    }
    return Source(name="Crossref", address=works_address(query), read=read_articles)


def read_articles(data: bytes, address: str) -> Page:
    """Read one page of works."""
    answer = decode_answer(data)
    if answer.get("status") == "failed":
        told = [read_text(one, "message") for one in _rows(answer, "message")]
        why = one_line("; ".join(filter(None, told))) or "it does not say why"
        raise WrongQuestionError(why, "correct 'issns' under 'discover:' in content/site.yaml")
    items = list_works(answer)
    made = (_make(one) for one in items if isinstance(one, dict))
    found = tuple(one for one in made if one)
    cursor = read_text(answer["message"], "next-cursor")
    if not cursor or len(items) < _ROWS:
        return Page(found)
    parts = urlsplit(address)
    following = urlencode(dict(parse_qsl(parts.query)) | {"cursor": cursor})
    return Page(found, (urlunsplit(parts._replace(query=following)),))


def _make(item: dict[str, Any]) -> Candidate | None:
    found = parse_doi(read_text(item, "DOI"))
    title = plain_source(read_text(item, "title"))
    if not isinstance(found, Identifier) or not title:
        return None
    subtitle = plain_source(read_text(item, "subtitle"))
    abstract = plain_source(read_text(item, "abstract"))
    return Candidate(
        id=found.key,
        title=f"{title}: {subtitle}" if subtitle and subtitle not in title else title,
        abstract=abstract.removeprefix("Abstract").lstrip(" :."),
        authors=tuple(_list_authors(item)),
        listed=_read_day(item),
        url=found.url,
        license=next((read_text(one, "URL") for one in _rows(item, "license")), ""),
        source=plain_source(read_text(item, "container-title")) or "Crossref",
        versions=tuple(dict.fromkeys(_list_versions(item))),
    )


def _rows(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = item.get(name)
    return [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []


def _list_authors(item: dict[str, Any]) -> Iterator[str]:
    for one in _rows(item, "author"):
        name = read_text(one, "name") or f"{read_text(one, 'given')} {read_text(one, 'family')}"
        if plain := plain_source(name):
            yield plain


def _read_day(item: dict[str, Any]) -> str:
    parts = read_csl_date(item.get("created")).parts
    return iso_date(parts) if len(parts) == _PARTS_OF_DAY else ""


def _list_versions(item: dict[str, Any]) -> Iterator[str]:
    relations = item.get("relation")
    if not isinstance(relations, dict):
        return
    for name in _VERSIONS:
        for one in _rows(relations, name):
            found = parse_identifier(read_text(one, "id"))
            if isinstance(found, Identifier):
                yield found.key

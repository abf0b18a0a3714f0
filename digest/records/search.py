"""Works looked for by their titles: at arXiv, and at Crossref.

What comes is what the services find likely; whether it is the work, its title and its authors say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from digest.basics.lazyregex import lazy_regex
from digest.records.arxiv import BATCH, api_address
from digest.records.crossreflists import list_works, works_address
from digest.records.doiwork import make_doi_work
from digest.records.identifiers import Identifier, parse_doi
from digest.records.jsonanswers import decode_answer, read_text
from digest.records.service import make_user_agent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.basics.works import Work

TITLES: Final = 8
"""Titles in one question to arXiv."""
_ROWS: Final = 5
_INTERVAL: Final = 1.0
"""Seconds between two questions to Crossref."""
_WORD = lazy_regex(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_MOST_WORDS = 20


def search_arxiv(titles: Sequence[str], contact: str) -> tuple[Work, ...]:
    """Ask arXiv for papers with one of some titles, at most `TITLES`, in one question.

    `contact` is an address that it may write to. Raises ServiceError when arXiv stays away.
    """
    # 150 ms with requests and lxml, and most commands never need it
    from digest.records.arxivclient import ArxivClient, RefusedError  # noqa: PLC0415

    client = ArxivClient(api_address(), make_user_agent(contact), BATCH)
    queries = [f'ti:"{words}"' for words in map(_words, titles) if words]
    try:
        return client.search(" OR ".join(queries)) if queries else ()
    except RefusedError:
        # one title that it cannot read spoils the question
        halves = (titles[: len(titles) // 2], titles[len(titles) // 2 :])
        if len(titles) == 1:
            return ()
        return tuple(work for half in halves for work in search_arxiv(half, contact))


def search_crossref(title: str, surname: str, contact: str) -> tuple[Work, ...]:
    """Ask Crossref for works by a title and an author. Raises ServiceError."""
    # requests takes 80 ms to import, and most commands never need it
    from digest.records.politeclient import ask_politely  # noqa: PLC0415

    query = {"query.bibliographic": _words(title), "query.author": surname, "rows": _ROWS}
    return ask_politely(works_address(query), "Crossref", _INTERVAL, contact, _read_works)


def _words(title: str) -> str:
    """Return the words of a title, without signs that a question would be made of."""
    return " ".join(_WORD.findall(title)[:_MOST_WORDS])


def _read_works(data: bytes) -> tuple[Work, ...]:
    return tuple(filter(None, map(_make_work, list_works(decode_answer(data)))))


def _make_work(item: Any) -> Work | None:  # noqa: ANN401 -- whatever JSON has
    found = parse_doi(read_text(item, "DOI")) if isinstance(item, dict) else None
    read = make_doi_work(item, found.key) if isinstance(found, Identifier) else None
    return read.work if read else None

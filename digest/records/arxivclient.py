"""The `arxiv` package, with our time limits: the only module that asks arXiv.

The package forms the questions and reads the answers. What it lacks stands around it: `ratelimit`
spaces the requests of all processes, `transport` limits their time, `atom` judges the answers,
and `service.persist` asks again.
"""

from __future__ import annotations

import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING

import arxiv
import msgspec

from digest.basics.usercache import cache_folder
from digest.records.arxivwork import make_arxiv_work
from digest.records.atom import NotAFeed, clean_feed, parse_feed
from digest.records.identifiers import Identifier, parse_arxiv
from digest.records.ratelimit import RateLimit
from digest.records.service import Fault, persist, read_timing
from digest.records.transport import Transport, refusal, tell_refusals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import requests

    from digest.basics.works import Work
    from digest.records.atom import FeedEntry

SERVICE = "arXiv"


class RefusedError(Exception):
    """arXiv cannot understand the question; the message is its own, or empty."""


class _LastPage(Exception):  # noqa: N818 -- no error: there is no more to ask for
    """The package wants another page, of an answer that has one."""


class ArxivClient:
    """Asks arXiv for papers, by their ids or by a query."""

    def __init__(self, address: str, user_agent: str, batch: int) -> None:
        """`batch` is the most papers that one answer will have."""
        self._entries: tuple[FeedEntry, ...] = ()
        self._timing = read_timing(address)
        self._rate_limit = RateLimit(address, self._timing.interval, cache_folder())
        # it would wait for this client alone, and try again what is permanent
        self._client = arxiv.Client(page_size=batch, delay_seconds=0, num_retries=0)
        joint = "&" if "?" in address else "?"
        escaped = address.replace("{", "{{").replace("}", "}}")
        self._client.query_url_format = escaped + joint + "{}"
        transport = Transport("arxiv", user_agent, self._timing, self._turn, self._check)
        for scheme in ("http://", "https://"):
            self._client._session.mount(scheme, transport)  # noqa: SLF001 -- it offers no other way

    def ask(
        self, ids: Sequence[str], *, is_trial: bool = False
    ) -> tuple[dict[str, Work], frozenset[str]]:
        """Ask for the newest versions of papers.

        Returns works by their bare ids, and the ids of entries that cannot be read. Raises
        ServiceError when arXiv stays away, at a trial soon, RefusedError when it finds the
        question wrong.
        """
        timing = self._timing
        if is_trial:
            timing = msgspec.structs.replace(timing, patience=2 * timing.first_wait)
        # each page has its number, and here there is one: a limit would cut what came too much
        search = arxiv.Search(id_list=list(ids), max_results=None)
        return persist(lambda: self._ask_once(search), timing, SERVICE)

    def search(self, query: str) -> tuple[Work, ...]:
        """Ask for the papers that a query finds: as many as a batch has, the likeliest first.

        Raises as `ask` does.
        """
        search = arxiv.Search(query=query, max_results=None)
        works, _ = persist(lambda: self._ask_once(search), self._timing, SERVICE)
        return tuple(works.values())

    def _ask_once(self, search: arxiv.Search) -> tuple[dict[str, Work], frozenset[str]]:
        self._entries = ()
        works: dict[str, Work] = {}
        try:
            with tell_refusals(SERVICE), contextlib.suppress(_LastPage):
                for result in self._client.results(search):
                    _keep_newest(works, make_arxiv_work(result))
        except (ValueError, OverflowError):
            # a date that is none: the package reads all of an answer or nothing
            works = {}
        return works, self._given() - works.keys()

    def _given(self) -> frozenset[str]:
        """Return the ids of the papers that the last answer has."""
        named = (parse_arxiv(entry.id) for entry in self._entries)
        return frozenset(one.value for one in named if isinstance(one, Identifier))

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        if self._entries:
            raise _LastPage
        with self._rate_limit.turn():
            yield

    def _check(self, answer: requests.Response) -> None:
        """Judge an answer before the package reads it, which would believe anything."""
        is_bad_request = answer.status_code == HTTPStatus.BAD_REQUEST
        if answer.status_code != HTTPStatus.OK and not is_bad_request:
            raise refusal(SERVICE, answer)
        body = clean_feed(answer.content)
        try:
            entries = parse_feed(body)
        except NotAFeed as error:
            if is_bad_request:
                raise RefusedError from error
            raise Fault(f"answered with {error} in place of a feed") from error
        errors = [entry.summary for entry in entries if entry.is_error]
        if errors or is_bad_request:
            raise RefusedError(" ".join(errors))
        self._entries = entries
        answer._content = body  # noqa: SLF001 -- there is no other way in


def _keep_newest(works: dict[str, Work], work: Work | None) -> None:
    """Add a work; of a paper that came twice, the newer version stays."""
    facts = work.arxiv if work else None
    if work is None or facts is None:
        return
    known = works.get(facts.id)
    if known is None or known.arxiv is None or known.arxiv.version < facts.version:
        works[facts.id] = work

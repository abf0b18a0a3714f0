"""Pages about papers, looked at for what they say of them: one after another, each once.

Nothing of a page is kept but its head: `pagefacts.py` reads it.
"""

from __future__ import annotations

import contextlib
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import msgspec
import requests

from digest.basics.hosts import host_of
from digest.records.pagefacts import PageFacts, read_page_facts
from digest.records.redirects import NowhereError, StepSession, follow, next_address
from digest.records.service import Fault, ServiceError, make_user_agent, read_timing
from digest.records.transport import Transport, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENOUGH: Final = 2**21
"""Bytes of a page: its head is far shorter."""
_INTERVAL: Final = 1.0
"""Seconds between two pages of one host."""


class Page(msgspec.Struct, frozen=True):
    """A page that was looked at."""

    url: str
    """As it was asked for."""
    facts: PageFacts = PageFacts()
    problem: str = ""
    """Why nothing is known of it, as `answers '403 Forbidden'`; empty where it was read."""
    may_pass: bool = False
    """Whether it may be read another time."""


def look_at_pages(urls: Sequence[str], contact: str) -> Iterator[Page]:
    """Look at pages, and return what each says of its paper.

    `contact` is an address that a site may write to. Whatever goes wrong with a page is in it.
    """
    asked: set[str] = set()
    for url in urls:
        timing = read_timing(url)
        if host_of(url) in asked:
            time.sleep(_INTERVAL / timing.divisor)
        asked.add(host_of(url))
        agent, turn = make_user_agent(contact), contextlib.nullcontext
        transport = Transport("page", agent, timing, turn, lambda _answer: None, enough=_ENOUGH)
        with StepSession(transport) as session:
            yield _look_at(session, url)


def _look_at(session: requests.Session, url: str) -> Page:
    def visit(here: str, _is_first: bool) -> str | Page:  # noqa: FBT001 -- as `follow` wants it
        answer = session.get(here, headers={"Accept": "text/html"}, allow_redirects=False)
        if answer.is_redirect:
            return next_address(answer)
        return _read(answer, url)

    try:
        found: Page = follow(url, visit)
    except NowhereError as error:
        return Page(url, problem=str(error))
    except Fault as fault:
        return Page(url, problem=str(fault), may_pass=True)
    except ServiceError as error:
        return Page(url, problem=str(error), may_pass=True)
    except (requests.RequestException, ValueError):
        return Page(url, problem="is no address that can be asked for")
    return found


def _read(answer: requests.Response, url: str) -> Page:
    if answer.status_code != HTTPStatus.OK:
        return Page(url, problem=f"answers {status_of(answer)}")
    kind = answer.headers.get("Content-Type", "text/html")
    if "html" not in kind:
        return Page(url, problem="is no web page")
    charset = kind.partition("charset=")[2].partition(";")[0].strip(" \"'")
    return Page(url, read_page_facts(answer.content, charset))

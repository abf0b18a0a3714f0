"""Pages of the web asked for, as to whether they are there.

Only an answer that leaves no doubt is a problem of the newsletter's: 404 or 410 (RFC 9110,
sections 15.5.5 and 15.5.11), a redirection without end, a host of which nobody knows. Many sites
turn programs away, with 403 say: their pages are there. A site that has a fault, or is slow, may
be well again tomorrow; it is asked twice and then named apart. One that says that it is asked too
often is left alone, and so is one that does not answer at all; what a host said goes for itself,
and not for others that lead on to it.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import requests
from requests import exceptions

from digest.basics.hosts import host_of, may_be_asked
from digest.basics.usercache import cache_folder
from digest.records.leftalone import note_left_alone, seconds_left_alone
from digest.records.proxies import PROXY_REMEDY, proxy_problem, uses_proxy
from digest.records.redirects import InwardError, NowhereError, StepSession, follow, next_address
from digest.records.service import Fault, make_user_agent, parse_retry_after, read_timing
from digest.records.transport import had_connection, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digest.records.service import Timing

_THREADS = 8
_INTERVAL = 1.0
"""Seconds between two pages of one host."""
_SILENCE = 180.0
"""Seconds without any answer after which the rest is given up."""
_MOST_SILENT = 5
"""Requests in turn that a host does not answer, until it is asked no more."""
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_FAULTS = frozenset({
    HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS, *range(500, 600)
})  # fmt: skip
_MEMORY = "links"
"""Under which it is noted which hosts want to be left alone."""
_MALFORMED = "is no address that can be asked for"


_REASONS = (
    # the narrower before the wider
    (exceptions.SSLError, "has a certificate that is not trusted", True),
    (exceptions.ConnectTimeout, "does not answer in time", False),
    (exceptions.Timeout, "does not answer in time", True),
    (Fault, "does not answer in time", True),
    (exceptions.ChunkedEncodingError, "breaks off its answer", True),
    (exceptions.InvalidHeader, "gives an answer that nobody can read", True),
)
"""By what went wrong: what to say, and whether a server was reached."""


class Verdict(NamedTuple):
    """What is known of a page."""

    problem: str = ""
    """What is wrong, to be read behind the address; empty where nothing is."""
    is_certain: bool = True
    """Whether asking again would be of no use."""
    is_host_unknown: bool = False
    is_answered: bool = False
    """Whether a server was reached."""
    is_left_alone: bool = False
    """Whether it must not be asked for again in this run."""


_RESTING = Verdict(
    "was not asked for: its host wants no more requests for now",
    is_certain=False,
    is_answered=True,
    is_left_alone=True,
)
_BY_PROXY = Verdict("is behind a proxy that cannot be used", is_certain=False, is_left_alone=True)


class _Host:
    """What a host has said of itself."""

    def __init__(self, verdict: Verdict | None) -> None:
        self.verdict = verdict
        """What goes for all of its pages that have not been asked for yet."""
        self._silent = 0

    def note_answer(self) -> None:
        self._silent = 0

    def note_silence(self, page: Verdict) -> None:
        """Note that a page could not be asked for."""
        self._silent += not page.is_certain
        if page.is_host_unknown:
            self.verdict = page
        elif self._silent >= _MOST_SILENT:
            why = f"was not asked for: its host {page.problem}"
            self.verdict = Verdict(why, is_certain=False, is_left_alone=True)


class Asker:
    """Asks for pages: many at once, but one after another of each host."""

    def __init__(self, contact: str) -> None:
        """`contact` is an address that a site may write to."""
        self._user_agent = make_user_agent(contact)
        self._hosts: dict[str, _Host] = {}
        self.proxy_problem = ""
        """What is wrong with the proxy by which pages were asked for, and what to do."""

    def ask_all(self, urls: Sequence[str]) -> Iterator[tuple[str, Verdict]]:
        """Ask for all addresses, host by host, and return the answers as they come."""
        by_host: dict[str, list[str]] = {}
        for url in urls:
            name = urlsplit(url).hostname if may_be_asked(url) else None
            by_host.setdefault(name or "", []).append(url)
        for url in by_host.pop("", ()):
            yield url, Verdict(_MALFORMED)
        line = queue.SimpleQueue[list[str]]()
        for asked in sorted(by_host.values(), key=len, reverse=True):
            line.put(asked)
        pages = queue.SimpleQueue[tuple[str, Verdict]]()
        for _ in range(min(_THREADS, len(by_host))):
            # it ends with the process, whatever a host does
            threading.Thread(target=self._work, args=(line, pages), daemon=True).start()
        for _ in range(sum(map(len, by_host.values()))):
            try:
                yield pages.get(timeout=_SILENCE)
            except queue.Empty:
                return

    def _work(
        self, line: queue.SimpleQueue[list[str]], pages: queue.SimpleQueue[tuple[str, Verdict]]
    ) -> None:
        """Ask hosts, each for all of its pages, until none is left."""
        with contextlib.suppress(queue.Empty):
            while True:
                for page in self._ask_host(line.get_nowait()):
                    pages.put(page)

    def _ask_host(self, urls: Sequence[str]) -> Iterator[tuple[str, Verdict]]:
        """Ask for pages of one host."""
        timing = read_timing(urls[0])
        with StepSession() as session:
            session.headers.update(
                {"User-Agent": self._user_agent, "Accept": "text/html, */*;q=0.8"}
            )
            for index, url in enumerate(urls):
                if index and self._host(url).verdict is None:
                    time.sleep(_INTERVAL / timing.divisor)
                page = self._ask(session, url, timing, ("HEAD", "GET"))
                if not (page.is_certain or page.is_left_alone):
                    time.sleep(timing.first_wait)
                    page = self._ask(session, url, timing, ("GET",))
                yield url, page

    def _host(self, url: str) -> _Host:
        name = host_of(url)
        if name not in self._hosts:
            left = seconds_left_alone(cache_folder(), f"{_MEMORY}-{name}")
            self._hosts.setdefault(name, _Host(_RESTING if left else None))
        return self._hosts[name]

    def _ask(
        self, session: requests.Session, url: str, timing: Timing, methods: Sequence[str]
    ) -> Verdict:
        """Ask for a page, and for those to which it leads on."""
        is_answered = False

        def visit(here: str, is_first: bool) -> str | Verdict:  # noqa: FBT001 -- as `follow` wants it
            nonlocal is_answered
            is_answered = not is_first
            found = self._visit(session, here, timing, methods)
            if isinstance(found, str) or is_first or host_of(here) == host_of(url):
                return found
            # the host asked for is there, and says no more than where to go
            problem = found.problem and f"leads on to '{here}', which {found.problem}"
            return found._replace(problem=problem, is_host_unknown=False)

        try:
            page: Verdict = follow(url, visit)
        except InwardError as error:
            return Verdict(str(error), is_certain=False, is_answered=True, is_left_alone=True)
        except NowhereError as error:
            return Verdict(str(error), is_answered=True)
        return page._replace(is_answered=is_answered or page.is_answered)

    def _visit(
        self, session: requests.Session, url: str, timing: Timing, methods: Sequence[str]
    ) -> str | Verdict:
        """Ask for one page; return where it leads on, or what is known of it."""
        host = self._host(url)
        if host.verdict:
            return host.verdict
        if self.proxy_problem and uses_proxy(url):
            return _BY_PROXY
        try:
            got = _request(session, url, timing, methods)
            found = next_address(got) if got.is_redirect else self._judge(got, url)
        except NowhereError:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever a server thinks of, the rest is asked
            page = self._explain(error, url)
            host.note_silence(page)
            return page
        host.note_answer()
        return found

    def _judge(self, got: requests.Response, url: str) -> Verdict:
        if problem := proxy_problem(url, None, got.status_code):
            return self._blame_proxy(problem)
        told = f"'{f'{got.status_code} {got.reason}'.strip()}'"
        pause = _pause(got)
        if pause is not None:
            seconds = pause / read_timing(url).divisor
            note_left_alone(cache_folder(), f"{_MEMORY}-{host_of(url)}", seconds)
            # for its other pages: they have not been asked for
            why = f"was not asked for: its host answered {told}"
            self._host(url).verdict = Verdict(why, is_certain=False, is_left_alone=True)
            return Verdict(
                f"answers {told}", is_certain=False, is_answered=True, is_left_alone=True
            )
        is_fault = got.status_code in _FAULTS
        # 401, 403, 406, 999: the page is there, but not for programs
        problem = f"answers {told}" if is_fault or got.status_code in _GONE else ""
        return Verdict(problem, is_certain=not is_fault, is_answered=True)

    def _explain(self, error: Exception, url: str) -> Verdict:
        """Return what is known of a page that could not be asked for."""
        if problem := proxy_problem(url, error):
            return self._blame_proxy(problem)
        reason = getattr(next(iter(error.args), None), "reason", None)
        # urllib3's, which comes with requests
        if type(reason).__name__ == "NameResolutionError":
            return Verdict("is of a host that nobody knows", is_host_unknown=True)
        for kind, problem, is_answered in _REASONS:
            if isinstance(error, kind):
                return Verdict(problem, is_certain=False, is_answered=is_answered)
        if isinstance(error, exceptions.ConnectionError) and had_connection(error):
            return Verdict("breaks off the connection", is_certain=False, is_answered=True)
        if isinstance(error, exceptions.ConnectionError):
            return Verdict("cannot be reached", is_certain=False)
        return Verdict(_MALFORMED)

    def _blame_proxy(self, problem: str) -> Verdict:
        self.proxy_problem = f"{problem}; {PROXY_REMEDY}"
        return _BY_PROXY


def _request(
    session: requests.Session, url: str, timing: Timing, methods: Sequence[str]
) -> requests.Response:
    """Ask for a page's head, and for the page itself where a server denies that."""
    for method in methods:
        got = _send(session, method, url, timing)
        pause = _pause(got)
        if pause and pause / timing.divisor <= timing.longest_wait:
            time.sleep(pause / timing.divisor)
            got = _send(session, method, url, timing)
        if got.status_code < HTTPStatus.BAD_REQUEST or _pause(got) is not None:
            break
    return got


def _send(session: requests.Session, method: str, url: str, timing: Timing) -> requests.Response:
    waits = (timing.connect, timing.read)

    def send() -> requests.Response:
        with session.request(method, url, stream=True, timeout=waits, allow_redirects=False) as got:
            return got

    return within(timing.whole, send)


def _pause(got: requests.Response) -> float | None:
    """Return for how many seconds a host wants to be left alone, 0 where it does not say.

    None where it does not want that.
    """
    seconds = parse_retry_after(got.headers.get("Retry-After", ""), got.headers.get("Date", ""))
    if got.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return seconds
    return seconds or None if got.status_code == HTTPStatus.SERVICE_UNAVAILABLE else None

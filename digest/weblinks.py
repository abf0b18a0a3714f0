"""`digest check --links`: whether the pages of the web are there to which the newsletter leads.

Only an answer that leaves no doubt is a problem of the newsletter's: 404 or 410 (RFC 9110,
sections 15.5.5 and 15.5.11), a redirection without end, a host of which nobody knows. Many sites
turn programs away, with 403 say: their pages are there. A site that has a fault, or is slow, may
be well again tomorrow; it is asked twice and then named apart.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from digest.content import fragments
from digest.identifiers import Identifier, parse_identifier
from digest.model import Address
from digest.records.service import make_user_agent, read_manners

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    import requests

    from digest.content.load import Content
    from digest.diagnostics import Diagnostic
    from digest.model import Place
    from digest.records.service import Manners

    Ask = Callable[[Sequence[str], str], Mapping[str, str]]

_THREADS = 8
_INTERVAL = 1.0
"""Seconds between two requests to one host."""
_SILENCE = 180.0
"""Seconds without any answer after which the rest is given up."""
_SCHEMES = ("https://", "http://")
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_FAULTS = frozenset({
    HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS, *range(500, 600)
})  # fmt: skip
_MALFORMED = "is no address that can be asked for"
_HINT = "mend the address, or lead to an archived copy"


def find_dead_links(content: Content, ask: Ask) -> Iterator[Diagnostic]:
    """Report each link to a page that is not there: `link-broken`, wherever it stands.

    `ask` takes addresses without fragments, each once, and whom a site may write to; it returns
    what is wrong with those that lead nowhere. Addresses of papers are not asked for: that they
    are there is what their records say.
    """
    places: dict[str, list[Place]] = {}
    for link in list_web_links(content):
        places.setdefault(_whole(link.target), []).append(link.place)
    recorded = {key for work in content.records for key in (work.id, *work.aliases)}
    wanted = [url for url in sorted(places) if _key(url) not in recorded]
    for url, problem in ask(wanted, content.settings.contact).items():
        for place in places[url]:
            yield place.diagnose("link-broken", f"'{url}' {problem}", _HINT)


def list_web_links(content: Content) -> Iterator[Address]:
    """List what leads to other sites, as it was written: links, pictures, and references.bib."""
    return (link for link in _list_links(content) if link.target.lower().startswith(_SCHEMES))


def _list_links(content: Content) -> Iterator[Address]:
    for text in fragments.of_content(content):
        if text:
            yield from text.outward
            yield from (Address(image.target, image.place) for image in text.images)
    for folder in content.editions:
        for entry in folder.entries:
            yield from (Address(link.url, link.place) for link in entry.links)
    for listed in content.bibliography:
        if not (listed.work.doi or listed.work.arxiv):
            yield Address(listed.work.url, listed.place)


def _whole(url: str) -> str:
    """Return an address without its fragment, which no server is told."""
    return url.partition("#")[0]


def _key(url: str) -> str:
    found = parse_identifier(url)
    return found.key if isinstance(found, Identifier) else ""


# --- asking -----------------------------------------------------------------------------------


class _Answer(NamedTuple):
    """What is known of a page."""

    problem: str = ""
    """What is wrong, to be read behind the address; empty where nothing is."""
    is_certain: bool = True
    """Whether asking again would be of no use."""
    is_host_unknown: bool = False
    is_answered: bool = False
    """Whether a server said anything."""


class Asking:
    """Asks for pages: many at once, but one after another of each host."""

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        """Take what is told how many of all have been asked for."""
        self._progress = progress
        self.unanswered: dict[str, str] = {}
        """Of what nothing is known even so, by address, and why."""
        self.is_offline = False
        """Whether no server at all has answered, as it is without a network."""

    def __call__(self, urls: Sequence[str], contact: str) -> dict[str, str]:
        """Return what is wrong with the addresses that lead nowhere."""
        answers = dict.fromkeys(urls, _Answer("was not asked for in time", is_certain=False))
        for done, (url, answer) in enumerate(_ask_all(urls, make_user_agent(contact)), 1):
            answers[url] = answer
            self._progress(done, len(urls))
        self.is_offline = bool(urls) and not any(one.is_answered for one in answers.values())
        problems = {url: answer.problem for url, answer in answers.items() if answer.problem}
        dead = {url: problem for url, problem in problems.items() if self._is_dead(answers[url])}
        self.unanswered = {url: problems[url] for url in problems if url not in dead}
        return dead

    def _is_dead(self, answer: _Answer) -> bool:
        return answer.is_certain and not (answer.is_host_unknown and self.is_offline)


def _ask_all(urls: Sequence[str], user_agent: str) -> Iterator[tuple[str, _Answer]]:
    """Ask for all addresses, host by host, and return the answers as they come."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(_host(url), []).append(url)
    for url in by_host.pop("", ()):
        yield url, _Answer(_MALFORMED)
    hosts = queue.SimpleQueue[list[str]]()
    for asked in sorted(by_host.values(), key=len, reverse=True):
        hosts.put(asked)
    answers = queue.SimpleQueue[tuple[str, _Answer]]()
    for _ in range(min(_THREADS, len(by_host))):
        # it ends with the process, whatever a host does
        work = threading.Thread(target=_work, args=(hosts, answers, user_agent), daemon=True)
        work.start()
    for _ in range(sum(map(len, by_host.values()))):
        try:
            yield answers.get(timeout=_SILENCE)
        except queue.Empty:
            return


def _work(
    hosts: queue.SimpleQueue[list[str]],
    answers: queue.SimpleQueue[tuple[str, _Answer]],
    user_agent: str,
) -> None:
    """Ask hosts, each for all of its pages, until none is left."""
    with contextlib.suppress(queue.Empty):
        while True:
            for answer in _ask_host(hosts.get_nowait(), user_agent):
                answers.put(answer)


def _host(url: str) -> str:
    """Return the host of an address; nothing for what is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _ask_host(urls: Sequence[str], user_agent: str) -> Iterator[tuple[str, _Answer]]:
    """Ask for pages of one host."""
    import requests  # noqa: PLC0415 -- 100 ms, for this alone

    manners = read_manners(urls[0])
    with requests.Session() as session:
        session.headers.update({"User-Agent": user_agent, "Accept": "text/html, */*;q=0.8"})
        # no password of this machine's user goes along
        session.auth = _stay_anonymous
        answer = _Answer()
        for index, url in enumerate(urls):
            if not answer.is_host_unknown:
                time.sleep(_INTERVAL / manners.haste if index else 0)
                answer = _ask(session, url, manners)
            if not answer.is_certain:
                time.sleep(manners.first_wait)
                answer = _ask(session, url, manners)
            yield url, answer


def _stay_anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _ask(session: requests.Session, url: str, manners: Manners) -> _Answer:
    """Ask for a page's head, and for the page itself where a server denies that."""
    answer = _Answer()
    try:
        for method in ("HEAD", "GET"):
            waits = (manners.connect, manners.read)
            with session.request(method, url, stream=True, timeout=waits) as got:
                answer = _judge(got.status_code, got.reason)
            if not answer.problem:
                break
    except Exception as error:  # noqa: BLE001 -- whatever a server thinks of, the rest is asked
        return _explain(error)
    return answer


def _judge(status: int, reason: str) -> _Answer:
    told = f"answers '{f'{status} {reason}'.strip()}'"
    is_fault = status in _FAULTS
    # 401, 403, 406, 999: the page is there, but not for programs
    problem = told if is_fault or status in _GONE else ""
    return _Answer(problem, is_certain=not is_fault, is_answered=True)


def _explain(error: Exception) -> _Answer:
    """Return what an address has on it that could not be asked for."""
    from requests import exceptions  # noqa: PLC0415 -- loaded by now

    reason = getattr(next(iter(error.args), None), "reason", None)
    # urllib3's, which comes with requests
    if type(reason).__name__ == "NameResolutionError":
        return _Answer("is of a host that nobody knows", is_host_unknown=True)
    for kind, problem in (
        (exceptions.SSLError, "has a certificate that is not trusted"),
        (exceptions.Timeout, "does not answer in time"),
        (exceptions.ConnectionError, "cannot be reached"),
        (exceptions.ChunkedEncodingError, "breaks off its answer"),
    ):
        if isinstance(error, kind):
            return _Answer(problem, is_certain=False)
    if isinstance(error, exceptions.TooManyRedirects):
        return _Answer("leads from one address to the next without end", is_answered=True)
    return _Answer(_MALFORMED)

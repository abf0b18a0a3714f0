"""arXiv's query API and a DOI resolver on this machine, for tests, with faults on demand.

    with Service([Paper("2202.06991", title="…")]) as service:
        service.fail(status(429, retry_after="2"), HANG)     # the next two answers
        ...                                                   # with service.environment set
        assert service.arxiv_requests[0].ids == ("2202.06991",)

Both forms of arXiv's Atom feed are spoken: `new`, since November 2025, and `old`, before.
"""

from __future__ import annotations

import itertools
import json
import re
import socket
import struct
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from tests.feeds import Form, Paper, error_feed, feed
from tests.loopback import Loopback

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["BOMB", "CUT", "DRIP", "EMPTY", "HANG", "HTML", "RATE_EXCEEDED", "RESET", "TRUNCATED"]
__all__ += ["Answer", "Paper", "Seen", "Service", "page", "status", "to"]

_WELL_FORMED = re.compile(r"(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?")
_DEFAULT_MAX_RESULTS = 10


class Seen(NamedTuple):
    """A request that came."""

    at: float
    """Seconds of the monotonic clock, when it came."""
    path: str
    query: dict[str, str]
    headers: dict[str, str]

    @property
    def ids(self) -> tuple[str, ...]:
        """What a query asked arXiv for."""
        return tuple(one for one in self.query.get("id_list", "").split(",") if one)


class Answer(NamedTuple):
    """What is sent in place of the right answer."""

    body: bytes | Callable[[bytes], bytes] = b""
    """The body, or what makes it from the right one."""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    type: str = "application/atom+xml; charset=utf-8"
    connection: Literal["", "hang", "cut", "reset", "drip"] = ""
    """`hang`: nothing is sent until the service closes; `cut`: the connection ends half-way;
    `reset`: it is broken off before any answer; `drip`: a byte every now and then, without end."""


HANG = Answer(connection="hang")
CUT = Answer(connection="cut")
RESET = Answer(connection="reset")
DRIP = Answer(connection="drip")
EMPTY = Answer()
RATE_EXCEEDED = Answer(b"Rate exceeded.", type="text/plain")
HTML = Answer(
    b"<!DOCTYPE html><html><head><title>Sorry</title></head><body><p>Down.</p></body></html>",
    type="text/html",
)
TRUNCATED = Answer(lambda right: right[: len(right) * 2 // 3])
BOMB = Answer(
    b'<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a0 "boom">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b']><feed xmlns="http://www.w3.org/2005/Atom"><title>&a9;</title></feed>'
)


def status(code: int, *, retry_after: str = "") -> Answer:
    """Return an error page, with the header Retry-After where it is given."""
    headers = (("Retry-After", retry_after),) if retry_after else ()
    body = f"<html><body><h1>{code} {HTTPStatus(code).phrase}</h1></body></html>"
    return Answer(body.encode(), code, headers, "text/html")


def page(*tags: tuple[str, str]) -> Answer:
    """Return a web page with meta elements: the name and the content of each."""
    metas = "".join(f'<meta name="{name}" content="{text}">' for name, text in tags)
    return Answer(f"<!doctype html><title>P</title>{metas}".encode(), type="text/html")


def to(address: str) -> Answer:
    """Return a redirect."""
    return Answer(status=302, headers=(("Location", address),), type="text/html")


class Service(Loopback):
    """The service. It runs while the `with` block does."""

    def __init__(self, papers: Iterable[Paper] = (), form: Form = "new") -> None:
        self.papers = {paper.id: paper for paper in papers}
        self.form: Form = form
        self.dois: dict[str, dict[str, Any] | Answer] = {}
        """By DOI in lower case: the CSL-JSON item, or another answer. 404 where it is not here."""
        self.leads: dict[str, str] = {}
        """By DOI: before what it is asked for in place of this service's own `/csl/`."""
        self.works: list[dict[str, Any]] = []
        """What Crossref has to be searched: items of its API."""
        self.pages: dict[str, Answer] = {}
        """Web pages, by their paths. 404 where there is none."""
        self.connections = 0
        """That were opened."""
        self.dropped: set[str] = set()
        """Ids that arXiv leaves out of its answers silently."""
        self.bad: set[str] = set()
        """Ids that spoil a whole batch, well-formed or not; malformed ones do so anyway."""
        self.faults: dict[str, Answer] = {}
        """By arXiv id: what a query with it is answered with, even where others are bad."""
        self.feed: bytes | None = None
        """An answer to every query, as it is."""
        self.constant: Answer | None = None
        """What every request is answered with."""
        self.seen: list[Seen] = []
        self._next: list[Answer | None] = []
        self._lock = threading.Lock()
        server = _Server(("127.0.0.1", 0), _Handler)
        server.service = self
        super().__init__(server)

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return self.origin

    @property
    def environment(self) -> dict[str, str]:
        """What leads digest here. Waits are real; see DIGEST_HASTE for shorter ones."""
        return {
            "DIGEST_ARXIV_API": f"{self.url}/api/query",
            "DIGEST_DOI_API": f"{self.url}/doi/",
            "DIGEST_CROSSREF_API": f"{self.url}/crossref/",
            "NO_PROXY": "127.0.0.1",
        }

    @property
    def arxiv_requests(self) -> list[Seen]:
        """The queries that came, in their order."""
        return [one for one in self.seen if one.path == "/api/query"]

    @property
    def doi_requests(self) -> list[Seen]:
        """The requests for DOIs that came, in their order."""
        return [one for one in self.seen if one.path.startswith("/doi/")]

    @property
    def spacings(self) -> list[float]:
        """Seconds between one query and the next."""
        times = [one.at for one in self.arxiv_requests]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def fail(self, *answers: Answer | None) -> None:
        """Answer the next requests with these, one each; None is the right answer."""
        with self._lock:
            self._next += answers

    def wait_for_requests(self, number: int, seconds: float = 30) -> None:
        """Return when so many requests have come; raise TimeoutError when they do not."""
        end = time.monotonic() + seconds
        while len(self.seen) < number:
            if time.monotonic() > end:
                raise TimeoutError(f"{len(self.seen)} requests came, not {number}")
            self.ended.wait(0.01)

    def take(self, seen: Seen) -> Answer:
        """Note a request and return what it is answered with."""
        with self._lock:
            self.seen.append(seen)
            fault = self._next.pop(0) if self._next else self.constant
        fault = fault or next((self.faults[id_] for id_ in seen.ids if id_ in self.faults), None)
        right = self._right(seen)
        if fault is None:
            return right
        if isinstance(fault.body, bytes):
            return fault
        assert isinstance(right.body, bytes)
        return fault._replace(body=fault.body(right.body))

    def closing(self, seconds: float) -> bool:
        """Wait so long at most; tell whether the service closes."""
        return self.ended.wait(seconds)

    def _right(self, seen: Seen) -> Answer:
        if seen.path == "/api/query":
            return self._answer_query(seen)
        if seen.path.startswith("/doi/"):
            # doi.org itself has no metadata: it leads on to who has
            doi = seen.path.removeprefix("/doi/")
            # nobody knows it: there is nowhere to lead on to
            if unquote(doi).lower() not in {*self.dois, *self.leads}:
                return status(404)
            where = self.leads.get(unquote(doi).lower(), "/csl/") + doi
            return to(where)
        if seen.path.startswith("/csl/"):
            found = self.dois.get(unquote(seen.path.removeprefix("/csl/")).lower(), status(404))
            if isinstance(found, Answer):
                return found
            body = json.dumps(found).encode()
            return Answer(body, type="application/vnd.citationstyles.csl+json")
        return self._answer_search(seen) or self.pages.get(seen.path, status(404))

    def _answer_search(self, seen: Seen) -> Answer | None:
        """Return what Crossref finds; None for any other question."""
        if seen.path != "/crossref/works" or "query.bibliographic" not in seen.query:
            return None
        asked = set(seen.query["query.bibliographic"].lower().split())
        likely = [one for one in self.works if asked & set(one["title"][0].lower().split())]
        body = json.dumps({"status": "ok", "message": {"items": likely}}).encode()
        return Answer(body, type="application/json")

    def _answer_query(self, seen: Seen) -> Answer:
        if self.feed is not None:
            return Answer(self.feed)
        for asked in seen.ids:
            if asked in self.bad or not _WELL_FORMED.fullmatch(asked):
                return Answer(error_feed(f"incorrect id format for {asked}", self.form), 400)
        found = []
        for words in re.findall(r'ti:"([^"]*)"', seen.query.get("search_query", "")):
            sought = words.lower().split()
            found += [
                paper
                for paper in self.papers.values()
                if set(sought) <= set(re.findall(r"\w+(?:-\w+)*", paper.title.lower()))
            ]
        for asked in dict.fromkeys(seen.ids):
            paper = self.papers.get(re.sub(r"v\d+$", "", asked))
            if paper and paper.id not in self.dropped:
                found.append(paper)
        limit = int(seen.query.get("max_results") or _DEFAULT_MAX_RESULTS)
        start = int(seen.query.get("start") or 0)
        return Answer(feed(found[start : start + limit], self.form, total=len(found)))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    service: Service

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that give up are what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # else the body waits until the client has told that the head came
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.server.service.connections += 1

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.service.take(Seen(time.monotonic(), address.path, query, headers))
        assert isinstance(answer.body, bytes)
        if answer.connection:
            self._break(answer)
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def _break(self, answer: Answer) -> None:
        self.close_connection = True
        if answer.connection == "hang":
            self.server.service.closing(600)
        elif answer.connection == "reset":
            # linger for no time: the client meets a reset, not an end
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        else:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b'<?xml version="1.0" encoding="UTF-8"?>')
            while answer.connection == "drip" and not self.server.service.closing(0.05):
                self.wfile.write(b"\n")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- named by the class
        """Say nothing."""

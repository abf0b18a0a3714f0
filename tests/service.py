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
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

Form = Literal["new", "old"]

_XMLNS = "http://www.w3.org/2005/Atom"
_XMLNS_ARXIV = "http://arxiv.org/schemas/atom"
_XMLNS_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_WELL_FORMED = re.compile(r"(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?")
_DEFAULT_MAX_RESULTS = 10


class Paper(NamedTuple):
    """What arXiv has of a paper. Texts are as a submitter typed them, TeX and all."""

    id: str
    """Without version."""
    title: str = "A Paper"
    authors: tuple[str, ...] = ("Ada Lovelace",)
    abstract: str = "An abstract."
    """Wrapped as a submitter wraps it; a line that begins with a space begins a paragraph. The new
    form joins the lines of a paragraph."""
    version: int = 1
    published: str = "2022-02-14T12:18:45Z"
    updated: str = ""
    """The same as `published` where empty."""
    categories: tuple[str, ...] = ("cs.LG",)
    """The primary one first."""
    comment: str = ""
    journal_ref: str = ""
    doi: str = ""
    license: str = ""
    affiliation: str = ""
    """Of every author."""


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


class Service:
    """The service. It runs while the `with` block does."""

    def __init__(self, papers: Iterable[Paper] = (), form: Form = "new") -> None:
        self.papers = {paper.id: paper for paper in papers}
        self.form: Form = form
        self.dois: dict[str, dict[str, Any] | Answer] = {}
        """By DOI in lower case: the CSL-JSON item, or another answer. 404 where it is not here."""
        self.dropped: set[str] = set()
        """Ids that arXiv leaves out of its answers silently."""
        self.bad: set[str] = set()
        """Ids that spoil a whole batch, well-formed or not; malformed ones do so anyway."""
        self.feed: bytes | None = None
        """An answer to every query, as it is."""
        self.constant: Answer | None = None
        """What every request is answered with."""
        self.seen: list[Seen] = []
        self._next: list[Answer | None] = []
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.service = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def environment(self) -> dict[str, str]:
        """What leads digest here. Waits are real; see DIGEST_HASTE for shorter ones."""
        return {
            "DIGEST_ARXIV_API": f"{self.url}/api/query",
            "DIGEST_DOI_API": f"{self.url}/doi/",
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
            self._closing.wait(0.01)

    def take(self, seen: Seen) -> Answer:
        """Note a request and return what it is answered with."""
        with self._lock:
            self.seen.append(seen)
            fault = self._next.pop(0) if self._next else self.constant
        right = self._right(seen)
        if fault is None:
            return right
        if isinstance(fault.body, bytes):
            return fault
        assert isinstance(right.body, bytes)
        return fault._replace(body=fault.body(right.body))

    def closing(self, seconds: float) -> bool:
        """Wait so long at most; tell whether the service closes."""
        return self._closing.wait(seconds)

    def _right(self, seen: Seen) -> Answer:
        if seen.path == "/api/query":
            return self._answer_query(seen)
        if seen.path.startswith("/doi/"):
            # doi.org itself has no metadata: it leads on to who has
            where = "/csl/" + seen.path.removeprefix("/doi/")
            return Answer(status=302, headers=(("Location", where),), type="text/html")
        if seen.path.startswith("/csl/"):
            found = self.dois.get(unquote(seen.path.removeprefix("/csl/")).lower(), status(404))
            if isinstance(found, Answer):
                return found
            body = json.dumps(found).encode()
            return Answer(body, type="application/vnd.citationstyles.csl+json")
        return status(404)

    def _answer_query(self, seen: Seen) -> Answer:
        if self.feed is not None:
            return Answer(self.feed)
        for asked in seen.ids:
            if asked in self.bad or not _WELL_FORMED.fullmatch(asked):
                return Answer(error_feed(f"incorrect id format for {asked}", self.form), 400)
        found = []
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
    server: _Server

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


# --- the two forms of the feed ----------------------------------------------------------------


def feed(papers: Iterable[Paper], form: Form = "new", *, total: int | None = None) -> bytes:
    """Return arXiv's answer that holds these papers."""
    make = _new_entry if form == "new" else _old_entry
    entries = [make(paper) for paper in papers]
    return _frame("".join(entries), len(entries) if total is None else total, form)


def error_feed(message: str, form: Form = "new") -> bytes:
    """Return arXiv's answer to a query that it cannot understand; it comes with status 400."""
    scheme = "https" if form == "new" else "http"
    address = f"{scheme}://arxiv.org/api/errors#{message.replace(' ', '_')}"
    link = f'<link href={quoteattr(address)} rel="alternate" type="text/html"/>'
    entry = (
        f"<entry><id>{escape(address)}</id><title>Error</title>"
        f"<summary>{escape(message)}</summary><updated>2026-04-12T22:59:06Z</updated>{link}"
        "<author><name>arXiv api core</name></author></entry>"
    )
    return _frame(entry, 1, form)


def _frame(entries: str, total: int, form: Form) -> bytes:
    if form == "new":
        declared = f' xmlns:opensearch="{_XMLNS_SEARCH}" xmlns:arxiv="{_XMLNS_ARXIV}"'
        inner = ""
        head = "<?xml version='1.0' encoding='UTF-8'?>"
    else:
        declared, inner = "", f' xmlns:opensearch="{_XMLNS_SEARCH}"'
        head = '<?xml version="1.0" encoding="UTF-8"?>'
    counts = (("totalResults", total), ("startIndex", 0), ("itemsPerPage", 100))
    numbers = "".join(
        f"  <opensearch:{name}{inner}>{number}</opensearch:{name}>\n" for name, number in counts
    )
    return (
        f'{head}\n<feed{declared} xmlns="{_XMLNS}">\n'
        "  <id>https://arxiv.org/api/made-for-a-test</id>\n  <title>arXiv Query</title>\n"
        f"  <updated>2026-04-12T22:10:19Z</updated>\n{numbers}{entries}</feed>\n"
    ).encode()


def _new_entry(paper: Paper) -> str:
    """Return an entry as it is since November 2025: nothing is wrapped, authors come late."""
    where = f"arxiv.org/abs/{paper.id}v{paper.version}"
    pdf = where.replace("/abs/", "/pdf/")
    parts = [
        f"<id>http://{where}</id>",
        f"<title>{escape(paper.title)}</title>",
        f"<updated>{paper.updated or paper.published}</updated>",
        f'<link href="https://{where}" rel="alternate" type="text/html"/>',
        f'<link href="https://{pdf}" rel="related" type="application/pdf" title="pdf"/>',
        _license(paper),
        f"<summary>{escape(_joined(paper.abstract))}</summary>",
        *(f'<category term="{one}" scheme="{_XMLNS_ARXIV}"/>' for one in paper.categories),
        f"<published>{paper.published}</published>",
        *_extras(paper, ("comment",), ""),
        f'<arxiv:primary_category term="{paper.categories[0]}"/>',
        *_extras(paper, ("journal_ref",), ""),
        *_authors(paper, ""),
        *_extras(paper, ("doi",), ""),
    ]
    return _entry(parts)


def _old_entry(paper: Paper) -> str:
    """Return an entry as it was: hard-wrapped, a namespace declared wherever it is used."""
    where = f"arxiv.org/abs/{paper.id}v{paper.version}"
    inner = f' xmlns:arxiv="{_XMLNS_ARXIV}"'
    pdf = where.replace("/abs/", "/pdf/")
    scheme = f'scheme="{_XMLNS_ARXIV}"'
    parts = [
        f"<id>http://{where}</id>",
        f"<updated>{paper.updated or paper.published}</updated>",
        f"<published>{paper.published}</published>",
        f"<title>{escape(_wrapped(paper.title))}</title>",
        f"<summary>  {escape(paper.abstract)}\n</summary>",
        *_authors(paper, inner),
        *_extras(paper, ("doi", "comment", "journal_ref"), inner),
        f'<link href="http://{where}" rel="alternate" type="text/html"/>',
        f'<link title="pdf" href="http://{pdf}" rel="related" type="application/pdf"/>',
        _license(paper),
        f'<arxiv:primary_category{inner} term="{paper.categories[0]}" {scheme}/>',
        *(f'<category term="{one}" {scheme}/>' for one in paper.categories),
    ]
    return _entry(parts)


def _entry(parts: Iterable[str]) -> str:
    return "  <entry>\n" + "".join(f"    {part}\n" for part in parts if part) + "  </entry>\n"


def _extras(paper: Paper, names: Iterable[str], inner: str) -> list[str]:
    values = [(name, getattr(paper, name)) for name in names]
    return [
        f"<arxiv:{name}{inner}>{escape(value)}</arxiv:{name}>" for name, value in values if value
    ]


def _license(paper: Paper) -> str:
    return f'<link href={quoteattr(paper.license)} rel="license"/>' if paper.license else ""


def _authors(paper: Paper, inner: str) -> list[str]:
    where = paper.affiliation and (
        f"<arxiv:affiliation{inner}>{escape(paper.affiliation)}</arxiv:affiliation>"
    )
    return [f"<author><name>{escape(name)}</name>{where}</author>" for name in paper.authors]


def _joined(abstract: str) -> str:
    return re.sub(r"\n(?=\S)", " ", abstract)


def _wrapped(title: str) -> str:
    lines, line = [], ""
    for word in title.split():
        if line and len(line) + len(word) >= 72:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n  ".join([*lines, line])

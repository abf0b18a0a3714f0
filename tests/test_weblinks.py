"""Links to the web, asked for at a server on this machine."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from digest.weblinks import Asking
from tests.cli.program import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.newsletter import Newsletter

NOWHERE = "http://nowhere.invalid/page"
"""Of a host that nobody will ever have (RFC 2606, section 2)."""


class _Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Web

    def do_GET(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))
        name = self.path.partition("?")[0].strip("/")
        status, location = 200, ""
        if name in {"404", "410", "403", "429", "500", "999"}:
            status = int(name)
        elif name == "no-heads" and self.command == "HEAD":
            status = 404
        elif name == "weak" and self.server.count("/weak") < 2:
            status = 503
        elif name == "moved":
            status, location = 301, "/there"
        elif name == "moved-away":
            status, location = 302, "/404"
        elif name == "round":
            status, location = 302, "/round"
        elif name == "broken":
            self.close_connection = True
            return
        self.send_response(status)
        self.send_header("Content-Length", "2")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"ok")

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- named by the class
        """Say nothing."""


class Web(ThreadingHTTPServer):
    """A site with pages of all kinds."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.seen: list[tuple[str, str, dict[str, str]]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"

    def count(self, path: str) -> int:
        return sum(1 for _, seen, _ in self.seen if seen == path)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that go away."""


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    monkeypatch.setenv("DIGEST_HASTE", "60")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Web() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def ask(*urls: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return which addresses lead nowhere, and of which nothing is known."""
    asking = Asking(lambda _done, _total: None)
    return asking(urls, ""), asking.unanswered


@pytest.mark.parametrize("page", ["there", "no-heads", "403", "999", "moved", "weak", "a?b=c"])
def test_a_page_that_is_there(web: Web, page: str) -> None:
    assert ask(f"{web.url}/{page}") == ({}, {})


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("404", "answers '404 Not Found'"),
        ("410", "answers '410 Gone'"),
        ("moved-away", "answers '404 Not Found'"),
        ("round", "leads from one address to the next without end"),
    ],
)
def test_a_page_that_is_not(web: Web, page: str, problem: str) -> None:
    url = f"{web.url}/{page}"
    assert ask(url) == ({url: problem}, {})


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("500", "answers '500 Internal Server Error'"),
        ("429", "answers '429 Too Many Requests'"),
        ("broken", "cannot be reached"),
    ],
)
def test_a_fault_says_nothing_of_a_page(web: Web, page: str, problem: str) -> None:
    url = f"{web.url}/{page}"
    assert ask(url) == ({}, {url: problem})


def test_a_host_that_nobody_knows(web: Web) -> None:
    problem = "is of a host that nobody knows"
    assert ask(NOWHERE, f"{web.url}/there") == ({NOWHERE: problem}, {})
    # or is there no network?
    assert ask(NOWHERE) == ({}, {NOWHERE: problem})


@pytest.mark.parametrize("url", ["http://[::1", "https://", "http://a..b/", "http://\u200b/"])
def test_what_is_no_address_is_not_asked_for(url: str) -> None:
    assert ask(url) == ({url: "is no address that can be asked for"}, {})


def test_no_password_goes_along(
    web: Web, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path_factory.mktemp("home") / "netrc"
    file.write_text("machine 127.0.0.1 login me password secret\n")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))
    assert ask(f"{web.url}/there") == ({}, {})
    assert [headers.get("Authorization") for _, _, headers in web.seen] == [None]


def test_every_link_that_an_editor_wrote_is_asked_for_once(
    web: Web, newsletter: Newsletter
) -> None:
    newsletter.settings("contact: we@example.org\n")
    newsletter.paper("arxiv:2202.00001")
    newsletter.write(
        "content/references.bib",
        f"@misc{{it,\n  title = {{A}},\n  url = {{{web.url}/404?bib}}\n}}\n",
    )
    newsletter.write("content/pages/about.md", f"---\ntitle: About\n---\n<{web.url}/there>\n")
    newsletter.edition(
        "2022-03",
        f"So [it]({web.url}/404#a) is, [@it].\n\n"
        f"| a | b |\n|---|---|\n| c | [d]({web.url}/404#b) |\n"
        "\nSee [a paper](https://arxiv.org/abs/2202.00001), [us](mailto:a@b.org).\n",
        description=f"Of [one]({web.url}/404?deck)",
    )
    newsletter.entry(
        "2022-03/01-a", arxiv="2202.00001", links=f"{{code: '{web.url}/404?code'}}", draft="true"
    )
    ran = run(newsletter.root, "check", "--links")
    assert ran.status == 1
    folder, answers = "content/editions/2022-03", "answers '404 Not Found'"
    assert [line for line in ran.out.splitlines() if "hint" not in line] == [
        f"{folder}/01-a.md:3:9: warning[link-broken]: '{web.url}/404?code' {answers}",
        f"{folder}/index.md:4:17: error[link-broken]: '{web.url}/404?deck' {answers}",
        f"{folder}/index.md:6:4: error[link-broken]: '{web.url}/404' {answers}",
        f"{folder}/index.md:10:7: error[link-broken]: '{web.url}/404' {answers}",
        f"content/references.bib:1:1: error[link-broken]: '{web.url}/404?bib' {answers}",
        "4 errors, 1 warning",
    ]
    assert sorted({path for _, path, _ in web.seen}) == [
        *("/404", "/404?bib", "/404?code", "/404?deck", "/there"),
    ]
    assert len([path for _, path, _ in web.seen if path == "/there"]) == 1
    assert {headers["User-Agent"].partition(" ")[2] for _, _, headers in web.seen} == {
        "(mailto:we@example.org)"
    }


def test_without_links_nothing_is_asked_for(web: Web, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", f"So [it]({web.url}/404) is.\n")
    ran = run(newsletter.root, "check")
    assert (ran.status, web.seen) == (0, [])


def test_a_link_may_be_allowed_where_it_stands(web: Web, newsletter: Newsletter) -> None:
    newsletter.edition(
        "2022-03", f"<!-- digest: allow link-broken -->\nIt [was]({web.url}/404) here.\n"
    )
    assert run(newsletter.root, "check", "--links").status == 0


def test_what_is_not_known_is_named_and_fails_apart(web: Web, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", f"So [it]({web.url}/500) is.\n")
    ran = run(newsletter.root, "check", "--links")
    assert ran.status == 3
    assert f"not known: '{web.url}/500' answers '500 Internal Server Error'" in ran.err


@pytest.mark.usefixtures("web")
def test_without_a_network_one_line_says_so(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", f"So [it]({NOWHERE}) [is]({NOWHERE}/2).\n")
    ran = run(newsletter.root, "check", "--links")
    assert (ran.status, ran.err.count("\n")) == (3, 1)
    assert "check the connection to the network" in ran.err

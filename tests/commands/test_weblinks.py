"""Links to the web, asked for at a server on this machine."""

from __future__ import annotations

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from digest.commands.weblinks import Asking
from tests.cli.program import run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.newsletter import Newsletter

NOWHERE = "http://nowhere.invalid/page"
"""Of a host that nobody will ever have (RFC 2606, section 2)."""


_STATUSES = {"404", "410", "403", "429", "500", "503", "999"}
_PAGES = {"moved": (301, "/there"), "moved-away": (302, "/404"), "round": (302, "/round")}


class _Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Web

    def do_GET(self) -> None:
        self.server.seen.append((self.command, self.path, dict(self.headers)))
        name, _, query = self.path.strip("/").partition("?")
        if name == "broken":
            self.close_connection = True
            return
        if name == "drip":
            self.drip()
            return
        status, location = self.find(name, query)
        self.send_response(status)
        self.send_header("Content-Length", "2")
        if name == "lengths":
            self.send_header("Content-Length", "3")
        if location:
            self.send_header("Location", location)
        elif query and status in {429, 503}:
            self.send_header("Retry-After", query)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"ok")

    def drip(self) -> None:
        """Send the head of an answer that has no end."""
        self.close_connection = True
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        with contextlib.suppress(OSError):
            for number in range(200):
                self.wfile.write(b"X-%d: x\r\n" % number)
                time.sleep(0.1)

    def find(self, name: str, query: str) -> tuple[int, str]:
        """Return the status that a page has, and where it leads."""
        if name.startswith("to"):
            return 302, query
        if name.startswith("head-"):
            # to its head one answer, to the page itself another
            _, head, whole = name.split("-")
            return int(head if self.command == "HEAD" else whole), ""
        if name == "weak":
            return (503 if self.server.count("/weak") < 2 else 200), ""
        return _PAGES.get(name, (int(name) if name in _STATUSES else 200, ""))

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
def web(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    monkeypatch.setenv("DIGEST_HASTE", "60")
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
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


@pytest.mark.parametrize("page", ["there", "403", "999", "moved", "weak", "a?b=c"])
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
        ("broken", "breaks off the connection"),
        ("drip", "does not answer in time"),
    ],
)
def test_a_fault_says_nothing_of_a_page(web: Web, page: str, problem: str) -> None:
    url = f"{web.url}/{page}"
    assert ask(url) == ({}, {url: problem})


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 406, 410, 500, 501, 999])
@pytest.mark.parametrize("status", [200, 404])
def test_a_head_that_is_denied_says_nothing_of_a_page(web: Web, refusal: int, status: int) -> None:
    url = f"{web.url}/head-{refusal}-{status}"
    problems = {} if status == 200 else {url: "answers '404 Not Found'"}
    assert ask(url) == (problems, {})


UNKNOWN = "is of a host that nobody knows"


@pytest.mark.parametrize(
    ("target", "problem", "is_dead"),
    [
        (f"{NOWHERE}", f"leads on to '{NOWHERE}', which {UNKNOWN}", 1),
        ("http://127.0.0.1:9/x", "leads on to 'http://127.0.0.1:9/x', which cannot be reached", 0),
        ("file:///etc/passwd", "leads to 'file:///etc/passwd', which is no address of a page", 1),
        ("http://a.org:x/y", "leads to 'http://a.org:x/y', which is no address of a page", 1),
        ("http://a:b:c/y", "leads to 'http://a:b:c/y', which is no address of a page", 1),
        ("http://*.org/y", "leads to 'http://*.org/y', which is no address of a page", 1),
        ("/500", "answers '500 Internal Server Error'", 0),
    ],
)
def test_what_a_page_leads_on_to_condemns_no_other_page(
    web: Web, target: str, problem: str, is_dead: int
) -> None:
    leading, others = f"{web.url}/to?{target}", [f"{web.url}/{name}" for name in ("a", "zebra")]
    dead, unknown = ask(leading, *others)
    assert (dead if is_dead else unknown) == {leading: problem}
    assert (unknown if is_dead else dead) == {}
    assert [web.count(path) for path in ("/a", "/zebra")] == [1, 1]


def test_a_page_that_leads_to_a_dead_one_elsewhere_says_where(web: Web) -> None:
    there = web.url.replace("127.0.0.1", "localhost") + "/404"
    url = f"{web.url}/to?{there}"
    assert ask(url) == ({url: f"leads on to '{there}', which answers '404 Not Found'"}, {})


@pytest.mark.parametrize("page", ["429", "429?3600", "503?3600"])
def test_a_host_that_has_enough_is_left_alone(web: Web, page: str) -> None:
    urls = [f"{web.url}/{page}", *(f"{web.url}/{number}" for number in range(5))]
    dead, unknown = ask(*urls)
    assert len(web.seen) == 1
    assert dead == {}
    told = "'429 Too Many Requests'" if "429" in page else "'503 Service Unavailable'"
    assert unknown[urls[0]] == f"answers {told}"
    assert {unknown[url] for url in urls[1:]} == {f"was not asked for: its host answered {told}"}


def test_that_a_host_has_enough_is_remembered(web: Web) -> None:
    urls = [f"{web.url}/429?3600", f"{web.url}/there"]
    ask(*urls)
    dead, unknown = ask(*urls)
    assert len(web.seen) == 1
    resting = "was not asked for: its host wants no more requests for now"
    assert (dead, unknown) == ({}, dict.fromkeys(urls, resting))


def test_it_is_left_alone_too_where_others_lead_on_to_it(web: Web) -> None:
    other = web.url.replace("127.0.0.1", "localhost")
    urls = [f"{web.url}/to{number}?{other}/429" for number in range(4)]
    dead, unknown = ask(*urls, f"{web.url}/there")
    assert (dead, len(unknown)) == ({}, 4)
    assert web.count("/429") == 1
    assert web.count("/there") == 1


def test_a_short_pause_is_kept(web: Web) -> None:
    url = f"{web.url}/429?20"
    began = time.monotonic()
    assert ask(url) == ({}, {url: "answers '429 Too Many Requests'"})
    assert time.monotonic() - began >= 20 / 60
    assert len(web.seen) == 2


def test_a_host_that_never_answers_is_given_up(web: Web) -> None:
    urls = [f"{web.url}/broken?{number}" for number in range(20)]
    dead, unknown = ask(*urls)
    assert (dead, len(unknown)) == ({}, 20)
    assert len(web.seen) <= 6
    assert unknown[urls[-1]] == "was not asked for: its host breaks off the connection"


@pytest.mark.parametrize(
    ("proxy", "why"),
    [
        ("http://127.0.0.1:9", "it cannot be reached"),
        ("socks5://127.0.0.1:9", "for a SOCKS proxy Python needs the package 'PySocks'"),
        ("http://user:pa ss@[bad", "its address is not that of a proxy"),
        ("gopher://127.0.0.1:9", "its address is not that of a proxy"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_named(
    newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch, proxy: str, why: str
) -> None:
    for name in ("no_proxy", "NO_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", proxy)
    newsletter.edition("2022-03", "[a](http://example.org/a) [b](http://example.com/b)\n")
    ran = run(newsletter.root, "check", "--links")
    assert ran.status == 3
    assert ran.err == (
        f"Error: the proxy that 'http_proxy' names cannot be used: {why}; "
        "correct the variable or unset it, then run the same command again\n"
    )


def test_an_answer_that_cannot_be_read_is_no_fault_of_the_address(web: Web) -> None:
    url = f"{web.url}/lengths"
    assert ask(url) == ({}, {url: "gives an answer that nobody can read"})


def test_a_page_that_leads_into_the_network_is_not_followed(web: Web) -> None:
    url = f"{web.url}/to?http://10.0.0.1/a"
    assert ask(url) == ({}, {url: "leads to 'http://10.0.0.1/a', which only this network reaches"})
    assert len(web.seen) == 1


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


def test_so_is_each_page_to_which_the_settings_lead(web: Web, newsletter: Newsletter) -> None:
    url = f"{web.url}/404"
    newsletter.settings(
        f"people:\n  ada:\n    name: Ada\n    url: {url}?person\n    bio: See [it]({url}?bio).\n"
        f"editors: [{{name: Bo, url: '{url}?editor'}}]\n"
        f"social: [{{name: Mastodon, url: '{url}?social'}}]\n"
        f"menu: [archive, {{title: Lab, url: '{url}?menu'}}]\n"
        f"license: {{name: Ours, url: '{url}?license'}}\n"
        f"redirects: {{/join/: '{url}?join'}}\n"
        f"footer: By [us]({url}?footer).\n"
        f"comments: '{url}?{{edition}}'\n"
        f"head: [{{me: '{url}?me'}}]\n"
        f"script: {{src: '{web.url}/a.js', privacy: '{url}?privacy'}}\n"
        f"subscribe: {{form: '{url}?form', privacy: '{url}?privacy', thanks: '{url}?thanks'}}\n"
    )
    newsletter.edition("2022-03", "Words.\n")
    ran = run(newsletter.root, "check", "--links")
    asked = {path for _, path, _ in web.seen}
    words = "person bio editor social menu license join footer me privacy"
    assert asked == {f"/404?{word}" for word in words.split()}
    told = [line for line in ran.out.splitlines() if line.startswith("content/site.yaml:")]
    assert len(told) == len(asked) + 1, "privacy stands in two places"
    assert "content/site.yaml:8:10: error[link-broken]" in ran.out


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
    assert f"none of the pages could be asked for: '{NOWHERE}', '{NOWHERE}/2'; check" in ran.err

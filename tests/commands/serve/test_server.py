"""What the server answers, asked over real connections."""

from __future__ import annotations

import re
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import command, environment
from tests.commands.serve.serving import PATIENCE, Serving, serving
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    newsletter = Newsletter(tmp_path_factory.mktemp("newsletter"))
    newsletter.edition("2022-03", "Opening text.\n\n![A square](square.svg)\n")
    newsletter.edition("2022-04", "Half a text.\n", draft=True)
    newsletter.edition("2999-01", "A text of the future.\n")
    newsletter.write("content/editions/2022-03/square.svg", PICTURE)
    with serving(newsletter.root) as server:
        (server.root / "build/.preview" / str(server.port) / "site/leak.yaml").symlink_to(
            server.root / "content/site.yaml"
        )
        yield server


def test_it_serves_the_newsletter_below_its_base_path(server: Serving) -> None:
    assert server.base_path == "/news/"
    page = server.page("editions/2022-03/")
    assert page.status == 200
    assert "Opening text." in page.text
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    for path in ("/", "/news"):
        answer = server.ask(path)
        assert (answer.status, answer.headers["Location"]) == (302, "/news/")


def test_drafts_are_shown_and_marked_and_future_editions_shown_as_they_will_be(
    server: Serving,
) -> None:
    draft, future = server.page("editions/2022-04/").text, server.page("editions/2999-01/").text
    assert "Half a text." in draft
    assert re.search(r"\bdraft\b", draft, re.IGNORECASE)
    assert "A text of the future." in future
    assert not re.search(r"\bdraft\b", future, re.IGNORECASE)
    assert "A text of the future." not in server.page("editions/2022-03/").text


def test_whole_addresses_are_those_of_this_server(server: Serving) -> None:
    canonical = re.search(r'rel="canonical" href="([^"]+)"', server.page("archive/").text)
    assert canonical
    assert canonical[1] == f"{server.address}archive/"


def test_every_page_gets_the_script_and_no_file_does(server: Serving) -> None:
    page = server.page("archive/")
    script = re.search(rb'<script src="(/_digest/client.js)" data-site="[^"]+" defer>', page.body)
    assert script
    assert page.body.index(script[0]) < page.body.index(b"</head>")
    assert int(page.headers["Content-Length"]) == len(page.body)
    answer = server.ask(script[1].decode())
    assert (answer.status, answer.headers["Content-Type"]) == (
        200,
        "text/javascript; charset=utf-8",
    )
    assert not any(
        "_digest" in file.read_text(errors="replace")
        for file in server.root.rglob("build/.preview/*/site/**/*.html")
    )


def test_other_files_are_served_as_they_are(server: Serving) -> None:
    answer = server.page("editions/2022-03/square.svg")
    assert answer.text == PICTURE
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"


def test_nothing_is_kept_by_the_browser(server: Serving) -> None:
    for path in ("", "editions/2022-03/square.svg", "nowhere/", "archive"):
        assert server.page(path).headers["Cache-Control"] == "no-store"


def test_a_page_that_is_not_there_is_the_site_s_own_page_for_that(server: Serving) -> None:
    for path in ("/news/no/such/page/", "/elsewhere/", "/_digest/pages.py", "/_mail/1999-01/"):
        answer = server.ask(path)
        assert answer.status == 404
    answer = server.page("no/such/page/")
    assert "Test News" in answer.text
    assert "/_digest/client.js" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        *("/news/../.manifest.json", "/news/%2e%2e/.manifest.json", "/news/..%2f.manifest.json"),
        *("/news/leak.yaml", "/news/..\\..", "/news/%00", "/news/%ff", "/news/" + "x" * 9000),
        *("/news/static/", "/news/static", "/_digest/../site.yaml", "/_mail/../../site.yaml"),
        *("/_mail/%2e%2e/site/index.html", "/_mail/2022-03/..%2f..%2fsite/index.html"),
    ],
)
def test_nothing_outside_is_served_and_no_folder_is_listed(server: Serving, path: str) -> None:
    answer = server.ask(path)
    assert answer.status == 404
    assert "title: Test News" not in answer.text


@pytest.mark.parametrize("host", ["example.org", "localhost.example.org", "127.0.0.1", ""])
def test_other_hosts_names_are_refused(server: Serving, host: str) -> None:
    for path in ("/news/", "/_digest/events", "/_mail/"):
        answer = server.ask(path, Host=host and f"{host}:{server.port + 1}")
        assert answer.status == 421
        assert "Test News" not in answer.text


def test_no_page_gets_a_service_worker(server: Serving) -> None:
    # browsers say of every script that is to be one what it is
    assert server.ask("/_digest/worker.js", **{"Service-Worker": "script"}).status == 403
    assert server.ask("/_digest/worker.js").status == 200


def test_this_machine_s_names_are_answered(server: Serving) -> None:
    for name in ("localhost", "127.0.0.1", "[::1]"):
        assert server.ask("/news/", Host=f"{name}:{server.port}").status == 200


def test_head_is_get_without_the_body(server: Serving) -> None:
    got, head = server.page("archive/"), server.ask("/news/archive/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == got.headers["Content-Length"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_reading_is_allowed(server: Serving, method: str) -> None:
    answer = server.ask("/news/", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "sent",
    [b"GET http://example.org/ HTTP/1.1\r\nHost: x\r\n\r\n", b"nonsense\r\n\r\n", b"\0\0\r\n"],
)
def test_what_is_no_request_harms_nothing(server: Serving, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answer = b"".join(iter(lambda: connection.recv(4096), b""))
    assert b" 200 " not in answer
    assert server.page("").status == 200


def test_only_this_machine_is_listened_to(server: Serving) -> None:
    own = {
        str(name[4][0]) for name in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    }
    for address in own - {"127.0.0.1"}:
        with pytest.raises(OSError, match=r"refused|timed out|unreachable"):
            socket.create_connection((address, server.port), 1)


def test_ipv6_is_answered_where_there_is_any(server: Serving) -> None:
    try:
        connection = socket.create_connection(("::1", server.port), PATIENCE)
    except OSError as error:
        pytest.skip(f"needs IPv6 on this machine: {error}")
    with connection:
        connection.sendall(f"HEAD /news/ HTTP/1.1\r\nHost: [::1]:{server.port}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 200")


def test_whoever_listens_hears_at_once_how_things_stand(server: Serving) -> None:
    with server.events() as events:
        assert events.response.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        state = events.wait_until_good()
    assert f'data-site="{state["site"]}"' in server.page("").text


def test_listeners_that_never_read_are_in_nobody_s_way(server: Serving) -> None:
    stuck = [socket.create_connection(("127.0.0.1", server.port), PATIENCE) for _ in range(40)]
    try:
        for connection in stuck[:30]:
            request = f"GET /_digest/events HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n"
            connection.sendall(request.encode())
        stuck[30].sendall(b"GET /news/ HT")
        with server.events() as events:
            events.wait_until_good()
            edition = server.root / "content/editions/2022-03/index.md"
            edition.write_text(edition.read_text() + "\nMore text.\n")
            events.wait(lambda state: state["site"] not in {"", events.states[0]["site"]})
        assert "More text." in server.page("editions/2022-03/").text
    finally:
        for connection in stuck:
            connection.close()


def test_every_edition_has_a_page_for_its_mail(server: Serving) -> None:
    listed = server.ask("/_mail/")
    assert listed.status == 200
    assert re.findall(r'href="(/_mail/[^"]+)"', listed.text) == [
        f"/_mail/{edition}/" for edition in ("2999-01", "2022-04", "2022-03")
    ]
    assert server.ask("/_mail").headers["Location"] == "/_mail/"
    assert server.ask("/_mail/2022-03").headers["Location"] == "/_mail/2022-03/"


def test_the_preview_hands_out_the_mail_that_a_build_makes(newsletter: Newsletter) -> None:
    newsletter.settings("email: {from: a@example.org}\nsubscribe: {url: https://example.net/in}\n")
    newsletter.edition("2022-03", "A [link](/archive/) and a citation [@arxiv:2202.00001].\n")
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.edition("2022-02", draft=True)
    newsletter.edition("2022-01")
    newsletter.paper("arxiv:2202.00002")
    newsletter.entry("2022-01/01-b", arxiv="2202.00002", draft=True)
    newsletter.build()
    built = newsletter.out / "email/2022-03"
    with serving(newsletter.root) as server:
        server.wait(lambda: server.page("").status == 200, "the first build")
        page = server.ask("/_mail/2022-03/").text
        for name in ("message.eml", "message.html", "message.txt"):
            assert f'href="{name}"' in page
            assert server.ask(f"/_mail/2022-03/{name}").body == (built / name).read_bytes()
        assert "127.0.0.1" not in page
        # of what has drafts in it there is no file to be sent
        for edition in ("2022-01", "2022-02"):
            page = server.ask(f"/_mail/{edition}/").text
            assert "There are drafts in it" in page
            assert "127.0.0.1" not in page
            assert server.ask(f"/_mail/{edition}/message.eml").status == 404
            assert server.ask(f"/_mail/{edition}/shown.html").status == 200


def test_the_line_that_an_inbox_shows_ends_with_the_description(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Text.\n", description='"How $n^2$-stable *noise* helps"')
    with serving(newsletter.root) as server:
        server.wait(lambda: server.page("").status == 200, "the first build")
        page = server.ask("/_mail/2022-03/").text
        assert "<span>How n²-stable noise helps</span></p>" in page


def test_an_edition_may_go_while_its_mail_is_looked_at(newsletter: Newsletter) -> None:
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    with serving(newsletter.root) as server:
        server.wait(lambda: server.page("").status == 200, "the first build")
        for edition in ("2022-02", "2022-03"):
            assert "shown.html" in server.ask(f"/_mail/{edition}/").text
        newsletter.delete("content/editions/2022-03/index.md")
        server.wait(lambda: server.page("editions/2022-03/").status == 404, "the next build")
        assert server.ask("/_mail/2022-03/").status == 404
        newsletter.edition("2022-02", title="New")
        server.wait(lambda: "New" in server.ask("/_mail/2022-02/").text, "the mail")
        assert not any("bug" in line for line in [*server.out, *server.err])


def test_where_the_port_is_taken_the_next_is_used(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(newsletter.root, "--port", str(port)) as server:
            assert server.port > port
            assert server.page("").status == 200
            server.wait_for_line(f"port {port} is taken")
            assert server.interrupt() == 0


def test_ctrl_c_ends_it_at_once(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    with serving(newsletter.root) as server, server.events() as events:
        events.wait_until_good()
        assert server.interrupt() == 0
        assert server.err[-1] == "stopped\n"
        # results are for standard output, and there is one
        assert server.out == [f"{server.address}\n"]


def test_without_a_newsletter_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        command("serve", "--port", "0"),
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "there is no content/site.yaml" in done.stderr

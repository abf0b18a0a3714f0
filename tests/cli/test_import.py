"""`digest import`, as an editor runs it."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import command, environment, run
from tests.loopback import Loopback
from tests.service import Paper, Service

if TYPE_CHECKING:
    from pathlib import Path

POST = """\
---
title: "Number {n}: new papers"
permalink: /{n}/
---
Opening {n}, after [the last one]({{% post_url 2022-{before:02d}-01-issue %}}).

## Papers

### [A Paper on Number {n} of Many](https://arxiv.org/abs/22{n:02d}.01234)

*Ada Example, Bo Sample*

What we think of {n}.

### [Another Paper on Number {n}](https://arxiv.org/abs/22{n:02d}.04321)

*Cy Third*

What else we think of {n}.
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Return the folder of a Jekyll site."""
    folder = tmp_path / "blog"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: The Old Blog\nurl: https://old.example.net\n")
    for n in range(1, 13):
        text = POST.format(n=n, before=max(n - 1, 1))
        (folder / "_posts" / f"2022-{n:02d}-01-issue.md").write_text(text)
    (folder / "_drafts").mkdir()
    (folder / "_drafts/hushed.md").write_text("---\ntitle: hushed title\n---\nhushed text\n")
    return folder


def paths(root: Path) -> list[Path]:
    return [path for path in sorted(root.rglob("*")) if path.is_file()]


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in paths(root)}


def test_a_blog_becomes_a_newsletter(tmp_path: Path, blog: Path) -> None:
    site = tmp_path / "site"
    ran = run(tmp_path, "import", str(blog), "--into", str(site))
    assert (ran.status, ran.err.splitlines()[1]) == (0, "import-report.md tells more; next:")
    assert "12 posts: 12 editions, 24 entries of 24 papers" in ran.out
    assert "drafts and posts for later: 1; --drafts lets them in" in ran.out
    made = files(site)
    index = made["content/editions/2022-03/index.md"].decode()
    assert index.startswith('---\ntitle: "Number 3: new papers"\ndate: 2022-03-01\n')
    assert "aliases: [/3/]" in index
    assert "[the last one](../2022-02/index.md)" in index
    assert b"hushed" not in b"".join(made.values())
    settings = made["content/site.yaml"].decode()
    assert "title: The Old Blog\n" in settings
    assert "url: https://old.example.net/\n" in settings
    again = run(tmp_path, "import", str(blog), "--into", str(site))
    assert "0 new, 0 made anew, 12 as they were" in again.out
    assert files(site) == made


def test_it_comes_into_the_newsletter_that_one_is_in(tmp_path: Path, blog: Path) -> None:
    site = tmp_path / "site"
    assert run(tmp_path, "init", str(site)).status == 0
    assert run(site, "import", str(blog), "--drafts").status == 0
    drafts = [data for data in files(site / "content").values() if b"hushed text" in data]
    assert len(drafts) == 1
    assert b"draft: true" in drafts[0]
    report = (site / "import-report.md").read_text()
    assert "13 posts: 13 editions" in report


def test_the_address_of_a_service_is_nobody_else_s(tmp_path: Path, blog: Path) -> None:
    given = [str(blog), "--into", "new", "--url", "https://a.substack.com"]
    ran = run(tmp_path, "import", *given)
    assert "Put the newsletter's address into 'content/site.yaml'" in ran.out
    settings = (tmp_path / "new/content/site.yaml").read_text()
    assert "\nurl: https://example.org/newsletter/\n" in settings


def test_a_trial_lists_files_and_writes_none(tmp_path: Path, blog: Path) -> None:
    ran = run(tmp_path, "import", str(blog), "--into", "site", "--dry-run")
    assert ran.status == 0
    assert "content/editions/2022-03/index.md\n" in ran.out
    assert ran.err == "\nnothing was written\n"
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["no-such"], "there is no 'no-such'"),
        (["empty"], "'empty' has no files"),
        (["blog", "--from", "carrier-pigeon"], "'carrier-pigeon' is not one of"),
        (["blog"], "there is no content/site.yaml"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, blog: Path, given: list[str], says: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = run(blog.parent, "import", *given)
    assert ran.status == 2
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_service_that_fails_is_told_and_the_rest_is_done(tmp_path: Path, blog: Path) -> None:
    ran = run(tmp_path, "import", str(blog), "--into", "site", "--look-up")
    assert ran.status == 3
    assert "Error: " in ran.err
    assert (tmp_path / "site/content/editions/2022-12/index.md").is_file()


SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGTERM)


@pytest.mark.parametrize("number", SIGNALS)
def test_one_that_is_killed_goes_on(tmp_path: Path, blog: Path, number: signal.Signals) -> None:
    assert run(tmp_path, "import", str(blog), "--into", "whole").status == 0
    whole = files(tmp_path / "whole")
    chance = random.Random(number)
    arguments = command("import", str(blog), "--into", "cut")
    for _ in range(4):
        began = subprocess.Popen(
            arguments,
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # as soon as it writes
        deadline = time.monotonic() + 60
        count = len(paths(tmp_path / "cut"))
        while time.monotonic() < deadline and began.poll() is None:
            if len(paths(tmp_path / "cut")) > count + chance.randrange(8):
                break
            time.sleep(0.001)
        began.send_signal(number)
        began.wait()
        for path, data in files(tmp_path / "cut").items():
            if path.startswith("content/editions"):
                assert data == whole[path], path
    assert run(tmp_path, "import", str(blog), "--into", "cut").status == 0
    cut = files(tmp_path / "cut")
    assert {path: data for path, data in cut.items() if not path.startswith("build")} == whole


FEED = """\
<?xml version="1.0"?>
<rss version="2.0"><channel><title>Fed News</title><link>https://old.example.net/</link>
<item><title>One</title><link>https://old.example.net/one/</link>
<pubDate>Tue, 01 Mar 2022 10:00:00 GMT</pubDate>
<description>&lt;p&gt;Words of one.&lt;/p&gt;</description></item></channel></rss>
"""


class _Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/feed.xml": 200, "/busy": 429}.get(self.path, 503))
        if self.path == "/busy":
            # the waits of this run are divided by 200
            self.send_header("Retry-After", "60000")
        self.end_headers()
        self.wfile.write(FEED.encode())

    def log_message(self, *_: object) -> None:
        pass


def test_a_feed_may_be_named_by_its_address(tmp_path: Path) -> None:
    with Loopback(ThreadingHTTPServer(("127.0.0.1", 0), _Feed)) as host:
        ran = run(tmp_path, "import", f"{host.origin}/feed.xml", "--into", "site")
        assert ran.status == 0, ran.err
        away = run(tmp_path, "import", f"{host.origin}/other", "--into", "site")
        busy = run(tmp_path, "import", f"{host.origin}/busy", "--into", "site")
        resting = run(tmp_path, "import", f"{host.origin}/feed.xml", "--into", "site")
    assert "Words of one." in (tmp_path / "site/content/editions/2022-03/index.md").read_text()
    assert away.status == busy.status == resting.status == 3
    assert "answered '503 Service Unavailable'; run the same command again" in away.err
    assert "answered '429 Too Many Requests'; it asks to be left alone for 1000 min" in busy.err
    assert "wants no more requests for now; it asks to be left alone for" in resting.err


def test_a_proxy_that_keeps_a_feed_away_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    ran = run(tmp_path, "import", "http://example.org/feed.xml", "--into", "site")
    assert ran.status == 3
    assert ran.err == (
        "Error: 'http://example.org/feed.xml' cannot be asked for: the proxy that 'http_proxy' "
        "names cannot be used: it cannot be reached; correct the variable or unset it, then run "
        "the same command again\n"
    )


def test_records_are_fetched_with_it_and_then_all_is_well(tmp_path: Path, blog: Path) -> None:
    papers = []
    for n in range(1, 13):
        papers += [
            Paper(f"22{n:02d}.01234", title=f"A Paper on Number {n} of Many"),
            Paper(f"22{n:02d}.04321", title=f"Another Paper on Number {n}"),
        ]
    text = (blog / "_posts/2022-05-01-issue.md").read_text()
    wrong = text.replace("[Another Paper on Number 5]", "[Another Paper of Number 5]")
    (blog / "_posts/2022-05-01-issue.md").write_text(wrong)
    with Service(papers) as service:
        arguments = ("import", str(blog), "--into", "site", "--look-up")
        ran = run(tmp_path, *arguments, service=service)
        assert ran.status == 0, ran.err
        before = files(tmp_path / "site")
        again = run(tmp_path, *arguments, service=service)
        assert "0 new, 0 made anew, 12 as they were" in again.out
    assert files(tmp_path / "site") == before
    assert "_posts/2022-05-01-issue.md" in before["import-report.md"].decode()
    assert b"title:" not in before["content/editions/2022-03/01-paper-number-3-many.md"]
    checked = run(tmp_path / "site", "check")
    assert checked.status == 0, checked.out

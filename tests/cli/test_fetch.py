"""`digest fetch` as an editor runs it: stopped, started again, twice at once, and offline."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import command, environment, run
from tests.newsletter import Newsletter
from tests.service import HANG, Paper, Service, status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDS = [f"2202.{number:05d}" for number in range(1, 451)]


@pytest.fixture
def service() -> Iterator[Service]:
    with Service(Paper(id_, title=f"Paper {id_}") for id_ in IDS) as service:
        service.dois["10.1000/x"] = {"type": "book", "title": "A Book"}
        yield service


def citing(root: Path, ids: list[str]) -> Newsletter:
    """Return a newsletter that cites papers of arXiv by their ids."""
    newsletter = Newsletter(root)
    newsletter.edition("2022-03", " ".join(f"@arxiv:{id_}" for id_ in ids) + "\n")
    return newsletter


def records(root: Path) -> dict[str, bytes]:
    """Return every file below content/papers."""
    folder = root / "content/papers"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_says_what_it_did(tmp_path: Path, service: Service) -> None:
    newsletter = citing(tmp_path, [*IDS[:3], "2212.00001"])
    newsletter.paper("arxiv:" + IDS[0])
    ran = run(tmp_path, "fetch", service=service)
    assert ran.status == 1
    assert ran.out == (
        "content/editions/2022-03/index.md:5:55: error[paper-unfetched]: "
        "arXiv has no record of '2212.00001'\n"
        "  hint: check the id; a new paper can take a day: 'digest fetch --refresh' asks again\n"
        "1 error\n"
        "2 records fetched, 1 there already\n"
    )
    assert ran.err == ""


def test_a_refresh_says_what_is_new(tmp_path: Path, service: Service) -> None:
    newsletter = citing(tmp_path, IDS[:1])
    newsletter.paper("arxiv:" + IDS[0], title="Once Otherwise")
    assert run(tmp_path, "fetch", service=service).out == "0 records fetched, 1 there already\n"
    assert run(tmp_path, "fetch", "--refresh", service=service).out == (
        f"arxiv:{IDS[0]}: title 'Paper {IDS[0]}', was 'Once Otherwise'\n"
        "0 records fetched, 1 asked for again, 1 changed, 0 there already\n"
    )


def test_killed_again_and_again_it_ends_with_the_same_and_asks_for_nothing_twice(
    tmp_path: Path, service: Service
) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    citing(whole, IDS)
    assert run(whole, "fetch", service=service).status == 0
    assert len(service.seen) == 5
    service.seen.clear()

    citing(broken, IDS)
    for killed in range(1, 4):
        # an answer, and then silence: the answer's records are there when the next question is
        service.fail(None, HANG)
        process = subprocess.Popen(
            command("fetch"),
            cwd=broken,
            env=environment(broken, service, haste="20"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        service.wait_for_requests(2 * killed)
        process.kill()
        process.wait()
        assert len(records(broken)) == 100 * killed
    assert run(broken, "fetch", service=service).status == 0
    assert records(broken) == records(whole)
    answered = [*service.seen[0:6:2], *service.seen[6:]]
    assert sorted(id_ for seen in answered for id_ in seen.ids) == IDS


def test_stopped_by_hand_it_says_that_nothing_is_half_done(
    tmp_path: Path, service: Service
) -> None:
    citing(tmp_path, IDS)
    service.fail(None, HANG)
    process = subprocess.Popen(
        command("fetch"),
        cwd=tmp_path,
        env=environment(tmp_path, service, haste="20"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    service.wait_for_requests(2)
    process.send_signal(signal.SIGINT)
    said = process.communicate()
    assert (process.returncode, said[0]) == (130, "")
    assert said[1].strip() == "stopped; every file is whole"
    assert len(records(tmp_path)) == 100


def test_two_at_once_ask_for_nothing_twice(tmp_path: Path, service: Service) -> None:
    citing(tmp_path, IDS)
    both = [
        subprocess.Popen(
            command("fetch"),
            cwd=tmp_path,
            env=environment(tmp_path, service),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = sorted(process.communicate()[0] for process in both)
    assert said == [
        "0 records fetched, 450 there already\n",
        "450 records fetched, 0 there already\n",
    ]
    assert sorted(id_ for seen in service.seen for id_ in seen.ids) == IDS


def test_a_service_that_stays_away_is_no_loss(tmp_path: Path, service: Service) -> None:
    citing(tmp_path, IDS)
    service.fail(None, None)
    service.fail(*[status(503)] * 30)
    ran = run(tmp_path, "fetch", service=service)
    assert ran.status == 3
    assert ran.out == "200 records fetched, 0 there already\n"
    assert "arXiv" in ran.err
    assert "run the same command again" in ran.err
    assert f"250 records still to be fetched: 'arxiv:{IDS[200]}', 'arxiv:{IDS[201]}'" in ran.err
    assert len(records(tmp_path)) == 200


def test_without_a_network_there_is_a_word_and_no_traceback(tmp_path: Path) -> None:
    citing(tmp_path, IDS[:1])
    ran = run(tmp_path, "fetch")
    assert ran.status == 3
    assert "check the connection" in ran.err
    assert "Traceback" not in ran.err
    assert records(tmp_path) == {}


@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
@pytest.mark.parametrize(
    ("proxy", "why"),
    [
        ("http://user:secret@127.0.0.1:9", "it cannot be reached"),
        ("socks5://127.0.0.1:9", "for a SOCKS proxy Python needs the package 'PySocks'"),
        ("http://user:pa ss@[bad", "its address is not that of a proxy"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_named_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, proxy: str, why: str
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, proxy)
    citing(tmp_path, IDS[:1])
    ran = run(tmp_path, "fetch")
    assert ran.status == 3
    assert ran.err.splitlines()[0] == (
        f"Error: 'arxiv:{IDS[0]}': the proxy that '{variable}' names cannot be used: {why}; "
        "correct the variable or unset it, then run the same command again; "
        "what has been fetched is kept"
    )
    assert "secret" not in ran.err


def test_where_all_is_there_no_network_is_needed(tmp_path: Path) -> None:
    citing(tmp_path, IDS[:1]).paper("arxiv:" + IDS[0])
    assert run(tmp_path, "fetch").status == 0


def test_a_folder_that_leads_elsewhere_is_refused(tmp_path: Path, service: Service) -> None:
    root, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    citing(root, IDS[:1])
    elsewhere.mkdir()
    (root / "content/papers").symlink_to(elsewhere)
    ran = run(root, "fetch", service=service)
    assert ran.status == 3
    assert "leads out of" in ran.err
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("arguments", [["--help"], ["check"], ["fetch"], ["new", "2022-04"]])
def test_what_needs_no_network_imports_none_of_its_libraries(
    tmp_path: Path, arguments: list[str]
) -> None:
    citing(tmp_path, IDS[:1]).paper("arxiv:" + IDS[0])
    program = (
        "import sys; from digest.cli.program import cli\n"
        "cli(sys.argv[1:], prog_name='digest', standalone_mode=False)\n"
        "print(*sorted({'arxiv', 'requests', 'feedparser', 'urllib3'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == [""], done.stdout + done.stderr


def test_a_part_of_a_record_that_cannot_be_is_told(tmp_path: Path, service: Service) -> None:
    service.dois["10.1000/y"] = {
        "type": "book", "title": "Y", "issued": {"date-parts": [[2021, 2, 30]]}
    }  # fmt: skip
    newsletter = Newsletter(tmp_path)
    newsletter.settings("references: {style: apa}\n")
    newsletter.edition("2022-03", "On @doi:10.1000/y.\n")
    ran = run(tmp_path, "fetch", service=service)
    assert (ran.status, ran.out) == (0, "1 record fetched, 0 there already\n")
    assert ran.err == (
        "warning: in the record of 'doi:10.1000/y', 'issued' must be a date that exists, as "
        "{\"date-parts\": [[2022, 2, 14]]}: of '2021-2-30' only 2021-02 is used\n"
    )
    newsletter.build()
    assert "Y . (2021)." in newsletter.text("editions/2022-03/")

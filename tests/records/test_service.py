"""How services are asked: who asks, how often, and for how long."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest.records.ratelimit import RateLimit
from digest.records.service import (
    Fault,
    ServiceError,
    Timing,
    make_user_agent,
    parse_retry_after,
    persist,
    read_timing,
)
from tests.feeds import Paper
from tests.service import HANG, Service

if TYPE_CHECKING:
    from collections.abc import Sequence

REPOSITORY = Path(__file__).parents[2]
ARXIV = "https://export.arxiv.org/api/query"

FETCH = """
import sys
from digest.records.arxiv import fetch_arxiv
for reply in fetch_arxiv(sys.argv[1:], ""):
    print(reply.id, flush=True)
"""


def start_fetch(service: Service, ids: Sequence[str], **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FETCH, *ids],
        env={**os.environ, **service.environment, **environment, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        text=True,
    )


def some_ids(month: int, number: int) -> list[str]:
    return [f"22{month:02}.{count:05}" for count in range(1, number + 1)]


# --- who asks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contact", "comment"),
    [
        ("editors@example.org", " (mailto:editors@example.org)"),
        ("mailto:editors@example.org", " (mailto:editors@example.org)"),
        ("https://example.org/about", " (https://example.org/about)"),
        ("", ""),
        ("a@b.c)\r\nX-Header: 1", " (a@b.cX-Header:1)"),
    ],
)
def test_the_user_agent(contact: str, comment: str) -> None:
    name, _, rest = make_user_agent(contact).partition(" ")
    assert name.startswith("research-digest/")
    assert rest == comment.strip()


# --- how long ---------------------------------------------------------------------------------

SENT = "Sat, 12 Apr 2025 10:00:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 12 Apr 2025 10:02:00 GMT", 120),
        ("Sat, 12 Apr 2025 09:00:00 GMT", 0),
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("9" * 400, 999_999_999),
    ],
)
def test_retry_after(value: str, seconds: float) -> None:
    assert parse_retry_after(value, SENT) == seconds


def test_a_service_elsewhere_is_never_hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_HASTE", "100")
    assert read_timing(ARXIV) == Timing()
    assert read_timing("http://127.0.0.1.example.org/") == Timing()
    assert read_timing("http://127.0.0.1:8000/").interval == Timing().interval / 100


@pytest.mark.parametrize("asked", ["", "0", "-3", "fast", "0.1"])
def test_no_divisor_slows_down(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    monkeypatch.setenv("DIGEST_HASTE", asked)
    assert read_timing("http://127.0.0.1:8000/") == Timing()


def test_arxiv_has_its_three_seconds() -> None:
    assert Timing().interval >= 3


def test_what_is_no_fault_is_not_tried_again() -> None:
    tries = []

    def ask() -> None:
        tries.append(1)
        raise KeyError

    with pytest.raises(KeyError):
        persist(ask, Timing(), "it")
    assert len(tries) == 1


def test_a_fault_is_told_with_the_number_of_tries() -> None:
    tries = []

    def ask() -> None:
        tries.append(1)
        raise Fault("is tired")

    with pytest.raises(ServiceError) as raised:
        persist(ask, Timing(first_wait=0.05, longest_wait=0.05, patience=1), "the oracle")
    assert len(tries) > 1
    told = f"the oracle is tired, {len(tries)} times in turn; run the same command again"
    assert str(raised.value).startswith(told)


# --- how often --------------------------------------------------------------------------------


def test_two_processes_share_the_wait(service: Service, tmp_path: Path) -> None:
    ids = [some_ids(month, 300) for month in (1, 2)]
    service.papers = {id_: Paper(id_) for id_ in (*ids[0], *ids[1])}
    started = [start_fetch(service, some, DIGEST_CACHE_DIR=str(tmp_path)) for some in ids]
    outputs = [process.communicate(timeout=60)[0].split() for process in started]
    for some, output in zip(ids, outputs, strict=True):
        assert output == [f"arxiv:{id_}" for id_ in some]
    assert len(service.arxiv_requests) == 6
    assert min(service.spacings) >= 3 / 20


def test_the_wait_is_three_seconds_unless_told_otherwise(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIGEST_HASTE")
    service.papers = {"2201.00001": Paper("2201.00001")}
    started = [
        start_fetch(service, ["2201.00001"], DIGEST_CACHE_DIR=str(tmp_path)) for _ in range(2)
    ]
    for process in started:
        assert process.communicate(timeout=60)[0].startswith("arxiv:2201.00001")
    (spacing,) = service.spacings
    assert 3 <= spacing < 5


def test_a_killed_process_leaves_no_lock(service: Service, tmp_path: Path) -> None:
    service.papers = {"2201.00001": Paper("2201.00001")}
    service.fail(HANG)
    killed = start_fetch(service, ["2201.00001"], DIGEST_CACHE_DIR=str(tmp_path))
    service.wait_for_requests(1)
    killed.kill()
    killed.communicate()
    other = start_fetch(service, ["2201.00001"], DIGEST_CACHE_DIR=str(tmp_path))
    assert other.communicate(timeout=30)[0].startswith("arxiv:2201.00001")
    assert service.spacings[0] >= 3 / 20


def test_one_turn_at_a_time(tmp_path: Path) -> None:
    under_way = []
    most = []

    def take_turns() -> None:
        limit = RateLimit(ARXIV, 0.01, tmp_path)
        for _ in range(5):
            with limit.turn():
                under_way.append(1)
                most.append(len(under_way))
                under_way.pop()

    threads = [threading.Thread(target=take_turns) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 20


@pytest.mark.parametrize("content", [b"garbage", b"\xff\x00", b"nan", b"inf", b"9" * 60, b"0" * 64])
def test_a_broken_file_costs_one_wait_at_most(tmp_path: Path, content: bytes) -> None:
    limit = RateLimit(ARXIV, 0.05, tmp_path)
    with limit.turn():
        pass
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    began = time.monotonic()
    with limit.turn():
        pass
    assert time.monotonic() - began < 20
    assert file.read_bytes() != content


def test_services_have_files_of_their_own(tmp_path: Path) -> None:
    for address in (ARXIV, "http://127.0.0.1:8000/x", "http://user:word@127.0.0.1:8001/../../y"):
        with RateLimit(address, 60, tmp_path).turn():
            pass
    assert len(list(tmp_path.iterdir())) == 3
    assert not any("word" in path.name for path in tmp_path.iterdir())


def test_a_cache_that_cannot_be_written_still_paces_the_process(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    limit = RateLimit(ARXIV, 0.2, in_the_way / "cache")
    began = time.monotonic()
    for _ in range(2):
        with limit.turn():
            pass
    assert time.monotonic() - began > 0.19


def test_what_needs_no_network_does_not_import_it() -> None:
    code = (
        "import sys, digest.records.arxiv, digest.records.doi, digest.records.service;"
        "print([name for name in ('arxiv', 'requests', 'lxml', 'urllib3') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "[]\n"

"""What `digest import` asks of the network, where the editor says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.commands.fetch import fetch
from digest.commands.importarchive import Imported, ImportOptions, import_archive
from digest.commands.init.newsletter import Start
from digest.importing.files import Files, open_files
from digest.importing.post import Archive, Place, Post
from tests.service import Paper, Service, status

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
## [A study of large things](https://arxiv.org/abs/2301.00001)

By Ada Lovelase et al.

It is so.

## A study of small things

By Bob Roe and others

It is not so.

## [Nothing](https://arxiv.org/abs/2301.09999)

By Zoe Doe

It never was.
"""


@pytest.fixture
def service(service: Service) -> Service:
    service.papers["2301.00001"] = Paper("2301.00001", "A study of large things", ("Ada Lovelace",))
    service.papers["2301.00002"] = Paper("2301.00002", "A Study of Small Things", ("Bob Roe",))
    return service


def run(root: Path, *, is_trial: bool = False, look_up: bool = True) -> Imported:
    post = Post(Place("march.md", 1), "March", TEXT)
    files = open_files(str(root.parent), lambda _: b"")
    assert isinstance(files, Files)
    start = Start("A try", "https://example.org/", "en", "2022-06-01", "research-digest")
    options = ImportOptions("a try", start, look_up=look_up, now=1_700_000_000, is_trial=is_trial)
    return import_archive(root, Archive("a try", (post,)), files, options)


def matter(root: Path, start: str) -> str:
    (found,) = root.glob(f"content/editions/*/{start}*.md")
    return found.read_text("utf-8").split("---\n")[1]


def test_papers_get_their_records_and_are_compared_with_them(
    tmp_path: Path, service: Service
) -> None:
    root = tmp_path / "new"
    done = run(root)
    assert matter(root, "01-") == "arxiv: 2301.00001\n"
    assert matter(root, "02-") == "arxiv: 2301.00002\n"
    assert matter(root, "03-") == "arxiv: 2301.09999\ntitle: Nothing\nauthors: [Zoe Doe]\n"
    assert (root / "content/papers/arxiv/2301.00002.json").is_file()
    told = {fault.kind: fault.message for fault in done.report.faults}
    assert told == {
        "author-differs": "the record names no author 'Ada Lovelase'; it has 'Ada Lovelace'",
        "paper-unknown": "'A study of small things' has no id",
        "address-broken": "arXiv has no record of '2301.09999'",
    }
    assert done.failures == ()
    asked = len(service.seen)
    run(root)
    # what nobody has is asked for again, and nothing else
    assert len(service.seen) == asked + 1


@pytest.mark.usefixtures("service")
def test_entries_that_are_left_are_not_said_to_take_facts(tmp_path: Path) -> None:
    root = tmp_path / "new"
    run(root, look_up=False)
    fetch(root, now=1_700_000_000)
    done = run(root, look_up=False)
    assert [fault.done for fault in done.report.faults if fault.kind == "author-differs"] == [
        "the entry is left as it is"
    ]
    done = run(root)
    assert [fault.done for fault in done.report.faults if fault.kind == "author-differs"] == [
        "'Ada Lovelace' is taken"
    ]


def test_a_trial_asks_nobody_and_writes_nothing(tmp_path: Path, service: Service) -> None:
    run(tmp_path / "new", is_trial=True)
    assert service.seen == []
    assert not (tmp_path / "new").exists()


def test_a_service_that_is_away_stops_nothing_else(tmp_path: Path, service: Service) -> None:
    service.constant = status(503, retry_after="3600")
    done = run(tmp_path / "new")
    assert len(done.failures) > 1
    assert "arXiv" in done.failures[0]
    assert "title: A study of small things" in matter(tmp_path / "new", "02-")

"""`digest status` as a shell sees it."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from digest.candidates.candidate import Candidate
from digest.candidates.lastrun import note_last_run
from tests.cli.program import command, environment, user_cache

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

TODAY = "1646179200"
"""2022-03-02, in seconds since 1970."""
SECTIONS = "sections:\n  why: {title: Why, required: true}\n  key: {title: Key, required: true}\n"
WHOLE = "## Why\n\nText.\n\n## Key\n\nText.\n"
SENT = '2022-03: {service: buttondown, state: %s, draft: "1"}\n'


def status(root: Path, *arguments: str) -> str:
    """Return what it prints on 2 March 2022; the network cannot be reached."""
    done = subprocess.run(
        command("status", *arguments),
        cwd=root,
        env=environment(root) | {"SOURCE_DATE_EPOCH": TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert not (root / "build").exists()
    return done.stdout


@pytest.fixture
def april(newsletter: Newsletter) -> Newsletter:
    newsletter.settings(SECTIONS)
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-03", description="D.")
    newsletter.edition("2022-04", draft=True)
    newsletter.entry("2022-04/01-dsi", WHOLE, arxiv="2202.06991", description="D.")
    newsletter.entry("2022-04/02-mux", "## Why\n\nT.\n", arxiv="2202.06992", draft=True)
    newsletter.entry("2022-04/03-cite", WHOLE + "@arxiv:2202.06993\n", arxiv="2202.06991")
    return newsletter


def test_it_says_what_an_edition_lacks_and_when_it_is_due(april: Newsletter) -> None:
    lines = status(april.root).splitlines()
    assert lines[0] == "'Edition 2022-04' (2022-04), a draft, due in 31 days, on 2022-04-02"
    assert "  3 entries, of which 'mux' is a draft" in lines
    assert "  it lacks a description" in lines
    lacks = "the section 'Key', a description and the record of its paper"
    assert f"  'mux' lacks {lacks}" in lines
    assert "  'cite' lacks a description and the record of 1 work that it cites" in lines
    assert not any("'dsi'" in line for line in lines)
    assert "  'digest fetch' fetches the records" in lines
    assert any(line.startswith("  its mail has ") and ", of 97,000" in line for line in lines)
    assert lines[-1] == (
        "the newest published is 'Edition 2022-03' (2022-03), published today, on 2022-03-02"
    )


def test_programs_read_the_same(april: Newsletter) -> None:
    read = json.loads(status(april.root, "--format", "json"))
    (edition,) = read["editions"]
    assert (edition["id"], edition["days"], edition["draft"]) == ("2022-04", 31, True)
    mux = edition["entries"][1]
    assert mux == {
        "slug": "mux",
        "path": "content/editions/2022-04/02-mux.md",
        "draft": True,
        "description": False,
        "record": False,
        "sections": ["Key"],
        "cited": 0,
    }
    assert 1000 < edition["mail"]["size"] < edition["mail"]["budget"] == 97_000
    assert read["newest"]["id"] == "2022-03"


def test_a_long_mail_is_told_with_what_it_has_as_one_line(newsletter: Newsletter) -> None:
    newsletter.settings("email: {budget: 20000}\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.edition("2022-04")
    for number in (1, 2, 3):
        newsletter.entry(f"2022-04/0{number}-x{number}", "Words. " * 1500, arxiv="2202.06991")
    assert "with 2 of 3 entries as one line each\n" in status(newsletter.root)


@pytest.mark.parametrize(
    ("sent", "settings", "told"),
    [
        ("", "", ""),
        ("", "email: {provider: buttondown}\n", ", and not sent yet"),
        (SENT % "draft", "", ", and its mail is a draft at the mail service"),
        (SENT % "sent", "", ", and sent"),
    ],
)
def test_the_newest_edition_is_under_way_until_its_mail_is_sent(
    newsletter: Newsletter, sent: str, settings: str, told: str
) -> None:
    newsletter.settings(settings)
    newsletter.edition("2022-02", description="D.")
    newsletter.edition("2022-03", description="D.")
    newsletter.write("content/sent.yaml", sent)
    out = status(newsletter.root)
    is_done = told in {"", ", and sent"}
    assert out.startswith("nothing is under way: " if is_done else "'Edition 2022-03' (2022-03), ")
    assert f"published today, on 2022-03-02{told}\n" in out


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"date": "2022-03-03"}, "to appear tomorrow, on 2022-03-03"),
        ({"date": "2022-03-01", "draft": True}, "a draft, was due yesterday, on 2022-03-01"),
        ({"date": "2022-02-20", "draft": True}, "a draft, was due 10 days ago, on 2022-02-20"),
        ({"date": "2022-03-02", "draft": True}, "a draft, due today, on 2022-03-02"),
        ({"date": "2022-02-30"}, "without a date"),
    ],
)
def test_days_are_told_in_words(newsletter: Newsletter, fields: dict[str, Any], state: str) -> None:
    newsletter.edition("special", **fields)
    newsletter.entry("special/01-x", url="https://a.example/", title="X", draft=True)
    assert status(newsletter.root).startswith(f"'Edition special' (special), {state}\n")


@pytest.mark.parametrize(
    ("editions", "told"),
    [
        ([], "there is no edition yet: 'digest new 2022-03' makes one\n"),
        (["2021-12"], "'digest new 2022-03' begins the next\n"),
        (["2022-03"], "'digest new 2022-04' begins the next\n"),
        (["2022-02-20"], "'digest new 2022-03-02' begins the next\n"),
        (["2022-03-02"], "'digest new 2022-03-09' begins the next\n"),
    ],
)
def test_where_nothing_is_under_way_it_says_how_to_begin(
    newsletter: Newsletter, editions: list[str], told: str
) -> None:
    for id_ in editions:
        newsletter.edition(id_)
    assert told in status(newsletter.root)


def test_it_says_what_the_last_discover_found_since_the_newest_edition(
    april: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    april.settings(SECTIONS + "discover: {categories: [cs.CL]}\n")
    april.edition("2022-02-20", description="D.")
    april.delete("content/editions/2022-03/index.md")
    assert "'digest discover' has not looked for papers yet\n" in status(april.root)
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(user_cache(april.root)))
    ranked = [
        Candidate(f"arxiv:2202.0000{number}", f"Paper {number}", "Long.", listed=f"2022-02-{day}")
        for number, day in enumerate([21, 19, 22, 25, 20, 20], start=1)
    ]
    note_last_run(april.root, "2022-03-01", "2022-02-15", ranked)
    out = status(april.root)
    assert (
        "'digest discover' last looked yesterday, and found 5 papers listed since 2022-02-20:\n"
        "  arxiv:2202.00001, 'Paper 1'\n  arxiv:2202.00003, 'Paper 3'\n"
        "  arxiv:2202.00004, 'Paper 4'\n"
    ) in out
    read = json.loads(status(april.root, "--format", "json"))
    assert read["found"]["count"] == 5
    assert read["found"]["first"][0] == {
        "id": "arxiv:2202.00001",
        "title": "Paper 1",
        "listed": "2022-02-21",
    }


def test_errors_elsewhere_are_counted(newsletter: Newsletter) -> None:
    newsletter.settings("lnag: en\n")
    newsletter.edition("2022-04")
    newsletter.entry("2022-04/01-x", "Text.\n", arxvi="2202.06991")
    out = status(newsletter.root)
    assert "  there is 1 other problem: 'digest check' tells of them\n" in out
    assert out.endswith("elsewhere there is 1 error: 'digest check' tells of them\n")

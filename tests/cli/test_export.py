"""`digest export` as a shell sees it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from digest.citing.formats import FORMATS
from tests.cli.program import command, environment, run

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


@pytest.fixture
def march(newsletter: Newsletter) -> Newsletter:
    newsletter.paper("arxiv:2202.06991", "Größe über alles", "Yi Tay")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.06991")
    return newsletter


def printed(newsletter: Newsletter, *arguments: str) -> bytes:
    """Return the bytes that the program prints; it must be content."""
    words = command("export", *arguments)
    done = subprocess.run(
        words,
        cwd=newsletter.root,
        env=environment(newsletter.root),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_it_prints_the_bytes_that_a_build_writes(march: Newsletter, form: str) -> None:
    march.build(today="2030-01-01")
    written = march.tree()[f"editions/2022-03/{FORMATS[form].file}"]
    assert printed(march, "2022-03", "--format", form) == written
    assert printed(march, "2022-03", "--format", form, "--out", "-") == written
    assert printed(march, "2022-03", "--format", form, "--out", "x.txt") == b""
    assert (march.root / "x.txt").read_bytes() == written
    assert (b"\r\n" in written) == (form == "ris")


def test_bibtex_is_what_it_prints_unless_told_otherwise(march: Newsletter) -> None:
    assert printed(march, "2022-03").startswith(b"@misc{tay2022grosse,")


def test_an_unknown_edition_is_a_typo_in_the_command(march: Newsletter) -> None:
    ran = run(march.root, "export", "2022-3")
    assert (ran.status, ran.out) == (2, "")
    assert "there is no edition '2022-3'; did you mean '2022-03'?" in ran.err


def test_what_is_lacking_goes_to_standard_error(march: Newsletter) -> None:
    march.edition("2022-03", "[@nope]\n")
    ran = run(march.root, "export", "2022-03")
    assert ran.status == 1
    assert "index.md:5:2: error[citation-undefined]: no work has the key 'nope'\n" in ran.err
    assert ran.out.startswith("@misc{tay2022grosse,")


def test_an_edition_without_works_is_told_of(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    ran = run(newsletter.root, "export", "2022-03")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "edition '2022-03' covers and cites no work that is known\n"


def test_a_file_that_cannot_be_written_is_named(march: Newsletter) -> None:
    ran = run(march.root, "export", "2022-03", "--out", "content/site.yaml/x")
    assert ran.status == 3
    assert "cannot write 'content/site.yaml/x': " in ran.err
    assert "Traceback" not in ran.err
    ran = run(march.root, "export", "2022-03", "--out", "content")
    assert ran.status == 2


def test_a_reader_that_goes_away_is_no_error(march: Newsletter) -> None:
    for index in range(1, 2001):
        march.paper(f"arxiv:2201.{index:05}", f"Paper {index} of many")
    cites = "; ".join(f"@arxiv:2201.{index:05}" for index in range(1, 2001))
    march.edition("2022-03", f"[{cites}]\n")
    done = subprocess.run(
        ["sh", "-c", '"$@" | head -n 1', "sh", *command("export", "2022-03")],  # noqa: S607
        cwd=march.root,
        env=environment(march.root),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("@misc{")
    assert done.stderr == ""

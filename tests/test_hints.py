"""Every hint that names a text is right when it is followed: the problem is gone, and none is new.

What is left over of markup has its cases in `tests/markdown/`; the rest is in `tests/hints/`.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import unittest.mock
from functools import partial
from typing import TYPE_CHECKING

import pytest

from digest.cli import program
from digest.markdown import parse_body
from tests.hints import follow, unwritten
from tests.hints.base import follow_case, make_newsletter, write_mistake
from tests.hints.cases import CASES, COMMANDS
from tests.hints.places import lines_reached, list_places
from tests.markdown import test_fullwidth, test_left
from tests.newsletter import Newsletter
from tests.test_sites import SITES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from digest.basics.diagnostics import Diagnostic
    from tests.hints.case import Case

FEWEST = 12
"""Hints of the sites that can be followed so."""
ELSEWHERE = {
    # no hints
    *("take '{}'", "run '{}'"),
    # of what a service has answered, and of what the mail makes of a picture
    "drafts, which 'digest serve' shows: write their sections, then take 'draft: true' away",
    "write an entry by hand with {}, 'title', 'authors' and 'date'",
    "give the entry 'title', 'authors' and 'date': they stand in place of a record",
    "give the entry 'url' in place of '{}', and 'title', 'authors' and 'date'",
    "put a PNG of the same name beside '{}'",
    "say what the number is called in 'field' under 'attention:'",
    # where papers are looked for on the network: in tests/cli/test_discover.py
    (
        "there is nowhere to look: write 'discover: {categories: [cs.CL]}' into content/site.yaml "
        "with the categories of arXiv that you read, or hand over papers with --candidates"
    ),
    # of the machine that a newsletter begins on
    "add '{}' to {}: make installs from it",
    # of the environment, of a service, and of the user's own file: in tests/sending/
    "take 'draft: true' away, or send yourself a proof with --to",
    "'{}' is no mail address; write one alone, as 'you@example.org'",
    "set 'provider' below 'email' to one of {}",
    "set 'url' beside its name in site.yaml, or the environment variable {}",
    "set the environment variable {}, or 'smtp:' in {}, {}",
    "write it {}, and signs as '@' or '/' in a password as '%40' or '%2F'",
    "line {} of '{}' cannot be read; write smtp: {}",
    # of the folder that a command is run in, and the order of what is typed: in tests/cli/
    "did you mean '--root {}'?",
    "move '{}' to '{}'",
    "'{}' is a file; if it lists papers, write '--from {}'",
    "{}; write it behind the command's name: {}",
    # of what is no front matter or settings yet, or not after one step: in tests/settings/
    "write '{}: …', with {}, and the other lines alike",
    "write [{}]",
    # of what is given to be imported: in tests/commands/test_importsource.py
    "say what it is: {}",
}
"""What is made where no newsletter's files alone lead to."""


def read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def key(found: Diagnostic) -> tuple[str, int, str, str]:
    return found.path, found.line, found.rule, found.message


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_hint_that_is_followed_mends_the_problem(site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    newsletter = Newsletter.at(tmp_path / "site", tmp_path / "build")
    followed, in_vain = 0, []
    for found in newsletter.diagnose():
        file = newsletter.root / found.path
        text = read(file)
        meant = follow(text, found) if text else ""
        if not meant:
            continue
        file.write_text(meant, "utf-8")
        followed += 1
        in_vain += [key(one) for one in newsletter.diagnose() if key(one) == key(found)]
        file.write_text(text, "utf-8")
    assert in_vain == []
    assert followed >= FEWEST


def test_the_newsletter_of_the_cases_has_no_problem(tmp_path: Path) -> None:
    assert make_newsletter(tmp_path / "news").diagnose() == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path} {case.old}")
def test_what_a_hint_says_leaves_no_problem(case: Case, tmp_path: Path) -> None:
    site = make_newsletter(tmp_path / "news")
    write_mistake(site, case)
    told = [one for one in site.diagnose() if one.hint]
    assert told
    written = follow_case(site, case)
    assert [unwritten(one.hint, written) for one in told if not unwritten(one.hint, written)], told
    assert site.diagnose() == ()


@pytest.mark.parametrize(("typed", "meant"), COMMANDS, ids=" ".join)
def test_what_a_command_says_works(typed: list[str], meant: list[str], tmp_path: Path) -> None:
    site = make_newsletter(tmp_path / "news")
    status, printed = run(site, typed)
    assert status == 2
    _, is_hinted, hint = printed.rpartition("; ")
    assert is_hinted
    assert unwritten(hint.strip(), " ".join(meant)) == []
    assert run(site, meant)[0] == 0


def test_every_hint_with_a_text_is_followed(tmp_path: Path) -> None:
    places = list(list_places())
    files = frozenset(place.file for place in places)
    hints: set[str] = set()
    reached: set[tuple[str, int]] = set()
    for find in ways_to_hints(tmp_path):
        # anew each time: where templates nest too deeply, Python stops to note what is run
        with lines_reached(files, reached):
            hints.update(find())
    left = [
        f"{place.file}:{place.line}: {place.text}"
        for place in places
        if place.text not in ELSEWHERE
        and not (any(map(place.fits, hints)) and (place.is_told_apart or place.is_reached(reached)))
    ]
    assert left == []


def ways_to_hints(folder: Path) -> Iterator[Callable[[], Iterable[str]]]:
    for index, case in enumerate(CASES):
        site = make_newsletter(folder / str(index))
        write_mistake(site, case)
        yield partial(hints_of_site, site)
    for text, *_ in test_left.CASES:
        yield partial(hints_of_text, text)
    for text, _ in test_fullwidth.CASES:
        yield partial(hints_of_text, text, lang="zh")
    for typed, _ in COMMANDS:
        yield partial(output_of, make_newsletter(folder / "commands"), typed)


def hints_of_site(site: Newsletter) -> list[str]:
    return [one.hint for one in site.diagnose()]


def hints_of_text(text: str, lang: str = "en") -> list[str]:
    return [one.hint for one in parse_body(text, "a.md", lang=lang).diagnostics]


def output_of(site: Newsletter, typed: list[str]) -> list[str]:
    return [run(site, typed)[1]]


def run(site: Newsletter, words: list[str]) -> tuple[int, str]:
    """Run the program in a newsletter's folder; return its exit status and all that it prints."""
    printed = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    with (
        contextlib.chdir(site.root),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
        unittest.mock.patch("sys.argv", ["digest", *words]),
        pytest.raises(SystemExit) as ended,
    ):
        program.run()
    printed.seek(0)
    return int(ended.value.code or 0), printed.read()

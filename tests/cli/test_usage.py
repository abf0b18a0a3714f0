"""What is said of a command line that cannot be, and what to do about it."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import command, environment, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("biuld", "there is no command 'biuld'; did you mean 'build'?"),
        ("publish", "there is no command 'publish'; 'digest --help' lists all"),
        ("theme chekc", "there is no command 'chekc'; did you mean 'check'?"),
        ("theme list", "there is no command 'list'; 'digest theme --help' lists all"),
        ("--verison", "'digest' has no option '--verison'; did you mean '--version'?"),
        (
            "--port 9000 serve",
            "write it behind the command's name: 'digest serve --port'",
        ),
        ("build --draft", "'digest build' has no option '--draft'; did you mean '--drafts'?"),
        ("build -o x", "'digest build' has no option '-o'; 'digest build --help' lists all"),
        ("new", "'digest new' needs ID"),
        (
            "check .",
            "'digest check' does not take '.'; the newsletter's folder is named with --root",
        ),
        (
            "serve 9000",
            "'digest serve' does not take '9000'; 'digest serve --help' lists its options",
        ),
        (
            "new May 2030",
            "'digest new' does not take '2030'; a name with spaces stands in quotation marks",
        ),
        ("build --jobs x", "Invalid value for '--jobs': 'x' is not a valid whole number."),
        (
            "import .",
            "already; name a folder below it, or a file in it, to import that",
        ),
        (
            "build --out content/x",
            "digest reads what is in 'content/'; name a folder outside of it",
        ),
    ],
)
def test_what_is_said(newsletter: Newsletter, words: str, said: str) -> None:
    ran = run(newsletter.root, *words.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.endswith(f"{said}\n")


@pytest.mark.parametrize("named", ["2022-03", "2022-03/", "content/editions/2022-03/index.md"])
def test_an_edition_is_named_by_its_path_too(newsletter: Newsletter, named: str) -> None:
    newsletter.edition("2022-03", "Text.\n")
    assert "Edition 2022-03" in run(newsletter.root, "share", named).out


def test_the_path_of_an_edition_that_is_to_be_is_its_name(newsletter: Newsletter) -> None:
    ran = run(newsletter.root, "new", "content/editions/2030-05/")
    assert ran.out == "content/editions/2030-05/index.md\n"
    ran = run(newsletter.root, "add", "2202.00001", "--edition", "2032/01")
    assert "there is no edition '2032/01'; make it with 'digest new 2032-01'" in ran.err


def test_a_folder_that_is_not_there_any_more(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = ("sh", "-c", 'rmdir "$PWD" && exec "$@"', "sh", *command("check"))
    env = environment(tmp_path)
    ran = subprocess.run(script, cwd=gone, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "the folder that you are in is not there any more" in ran.stderr


def test_what_a_pipe_cannot_take_is_written_in_escapes(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "As [@日本] says …\n")
    env = environment(newsletter.root) | {"PYTHONIOENCODING": "cp1252"}
    text, data = (
        subprocess.run(
            command("check", "--format", form),
            cwd=newsletter.root,
            env=env,
            capture_output=True,
            check=False,
        )
        for form in ("text", "json")
    )
    assert (text.returncode, text.stderr, data.stderr) == (1, b"", b"")
    assert rb"no work has the key '\u65e5\u672c'" in text.stdout
    # programs read UTF-8
    assert json.loads(data.stdout)[0]["message"] == "no work has the key '日本'"


def test_before_it_is_installed_it_says_how(tmp_path: Path) -> None:
    # -S: without the libraries that are installed
    words = (sys.executable, "-S", "-m", "digest", "check")
    env = environment(tmp_path)
    ran = subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("digest is not installed here: it lacks 'click'; see 'Install'")

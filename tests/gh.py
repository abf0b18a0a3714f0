"""GitHub's `gh` for tests of workflows: issues, labels and pull requests, kept in a file.

It takes what the workflows give the real one, and nothing else: an option that it does not know is
an error, as there.
"""

from __future__ import annotations

import argparse
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).parent.parent


def install(folder: Path, state: Path) -> None:
    """Put a program `gh` into a folder, that keeps what it is told in the file `state`."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "gh"
    program.write_text(
        f"#!/bin/sh\nGH_STATE='{state}' PYTHONPATH='{REPOSITORY}' "
        f"exec '{sys.executable}' -m tests.gh \"$@\"\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    write(state, {"issues": [], "labels": [], "pulls": []})


def read(state: Path) -> dict[str, Any]:
    """Return what is kept."""
    kept: dict[str, Any] = json.loads(state.read_text())
    return kept


def write(state: Path, kept: dict[str, Any]) -> None:
    """Keep something else."""
    state.write_text(json.dumps(kept))


def _parse(arguments: list[str]) -> argparse.Namespace:
    options = {
        ("issue", "list"): ["app", "label", "limit", "json", "jq"],
        ("issue", "view"): ["json", "jq"],
        ("issue", "create"): ["title", "label", "body-file"],
        ("issue", "edit"): ["body-file"],
        ("label", "create"): ["description"],
        ("pr", "create"): ["base", "head", "title", "body"],
    }
    what = (arguments[0], arguments[1])
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("what", nargs="*")
    parser.add_argument("--force", action="store_true")
    for name in options[what]:
        parser.add_argument(f"--{name}", required=True)
    return parser.parse_args(arguments)


def run(arguments: list[str], state: Path) -> None:
    """Do what the arguments say."""
    assert os.environ["GH_TOKEN"]
    assert os.environ["GH_REPO"]
    kept, asked = read(state), _parse(arguments)
    match asked.what:
        case ["issue", "list"]:
            assert (asked.app, asked.jq) == ("github-actions", ".[0].number // empty")
            found = [
                one
                for one in kept["issues"]
                if asked.label in one["labels"] and one["author"] == asked.app
            ]
            print("".join(str(one["number"]) for one in found[:1]))
        case ["issue", "view", number]:
            assert asked.jq == ".body"
            print(kept["issues"][int(number) - 1]["body"])
        case ["issue", "create"]:
            assert asked.label in kept["labels"]
            body = Path(asked.__dict__["body_file"]).read_text()
            issue = {"number": len(kept["issues"]) + 1, "title": asked.title, "body": body}
            kept["issues"].append(issue | {"labels": [asked.label], "author": "github-actions"})
        case ["issue", "edit", number]:
            body = Path(asked.__dict__["body_file"]).read_text()
            kept["issues"][int(number) - 1]["body"] = body
        case ["label", "create", name]:
            assert asked.force or name not in kept["labels"]
            kept["labels"] = sorted({*kept["labels"], name})
        case ["pr", "create"]:
            kept["pulls"].append({name: getattr(asked, name) for name in ("base", "head", "title")})
        case _:
            raise AssertionError(arguments)
    write(state, kept)


if __name__ == "__main__":
    run(sys.argv[1:], Path(os.environ["GH_STATE"]))

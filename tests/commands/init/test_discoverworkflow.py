"""The workflow that looks for papers, run step by step beside a GitHub of this machine."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from digest.commands.init.workflows import make_workflow
from tests import gh
from tests.candidates.lists import Lists, announced
from tests.commands.init.test_workflows import git
from tests.feeds import Paper
from tests.github import Run, read_workflow, run_job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.started import Started

TODAY = dt.datetime.now(dt.UTC).date().isoformat()
"""Workflows have the clock of the machine that they are run on."""


class Hub:
    """A repository on GitHub, and who runs its workflow."""

    def __init__(self, folder: Path, started: Started) -> None:
        self.folder = folder
        self.origin = folder.parent / "origin"
        self.state = folder.parent / "github.json"
        self.artifacts: dict[str, dict[str, bytes]] = {}
        """By their names: files with what they hold."""
        self._programs = folder.parent / "bin"
        self._path = Path(f"{self._programs}{os.pathsep}{started.programs}")
        gh.install(self._programs, self.state)
        for arguments in (
            ("init", "--quiet", "--bare", str(self.origin)),
            ("init", "--quiet", "--initial-branch=main"),
            ("add", "--all"),
            ("commit", "--quiet", "--message=start"),
            ("remote", "add", "origin", str(self.origin)),
            ("push", "--quiet", "origin", "main"),
        ):
            git(folder, *arguments)

    def run(self, job: str) -> Run:
        """Run a job of the workflow to its end, in a new checkout, with what others gave it."""
        values = {"github.token": "t", "github.repository": "ada/letters"}
        values |= {"github.ref_name": "main", "github.run_id": "77"}
        workflow = read_workflow(make_workflow("discover"))["jobs"][job]
        git(self.folder, "checkout", "--quiet", "--force", "main")
        git(self.folder, "clean", "--quiet", "--force", "-d")
        for name in {step.get("with", {}).get("pattern", "") for step in workflow["steps"]}:
            for path, data in self.artifacts.get(name, {}).items():
                (self.folder / path).write_bytes(data)
        done = run_job(workflow, self.folder, self.folder.parent, values, self._path)
        assert done.status == 0, done.steps[-1].out
        for step in done.steps:
            if "upload-artifact@" in step.name:
                path = step.inputs["path"]
                data = (self.folder / path).read_bytes()
                self.artifacts[step.inputs["name"]] = {path: data}
        return done

    @property
    def github(self) -> dict[str, Any]:
        """What is on GitHub."""
        return gh.read(self.state)

    def edit(self, change: Callable[[str], str]) -> None:
        """Change the text of the issue, as its readers do."""
        kept = self.github
        kept["issues"][-1]["body"] = change(kept["issues"][-1]["body"])
        gh.write(self.state, kept)


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Lists]:
    with Lists(TODAY) as service:
        for name, value in service.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("DIGEST_HASTE", "200")
        monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
        yield service


@pytest.fixture
def hub(started: Started, tmp_path: Path) -> Hub:
    copy = tmp_path / "checkout"
    shutil.copytree(started.folder, copy, ignore=shutil.ignore_patterns(".venv", "build"))
    settings = copy / "content/site.yaml"
    settings.write_text(f"{settings.read_text()}\ndiscover: {{categories: [cs.CL]}}\n")
    return Hub(copy, started)


def put_issue(hub: Hub, body: str, author: str = "github-actions") -> None:
    kept = hub.github
    issue = {"number": len(kept["issues"]) + 1, "title": "P", "body": body, "author": author}
    kept["issues"].append(issue | {"labels": ["discover"]})
    gh.write(hub.state, kept)


def test_what_is_ticked_is_started_on_a_branch(hub: Hub, lists: Lists) -> None:
    lists.papers = {"2506.12345": Paper("2506.12345", title="On Looms")}
    put_issue(hub, "- [x] `arxiv:2506.99999` a stranger's\n", author="eve")
    put_issue(hub, "- [ ] `arxiv:2506.00001` A\r\n- [x] `arxiv:2506.12345` $(reboot) `id`\r\n")
    hub.run("add")
    hub.run("propose")
    (pull,) = hub.github["pulls"]
    assert (pull["base"], pull["head"]) == ("main", "discover-77")
    new = git(hub.origin, "diff", "--name-only", "main", "discover-77").splitlines()
    assert [Path(name).name for name in new] == ["02-looms.md", "2506.12345.json"]
    assert git(hub.origin, "log", "-1", "--format=%an: %s", "discover-77") == (
        "github-actions[bot]: Start entries for the papers that are ticked\n"
    )


def test_a_patch_changes_content_alone(hub: Hub) -> None:
    workflow = hub.folder / ".github/workflows/publish.yml"
    before = workflow.read_text()
    workflow.write_text("evil\n")
    about = hub.folder / "content/pages/about.md"
    about.write_text(f"{about.read_text()}\nMore.\n")
    hub.artifacts["added"] = {"added.patch": git(hub.folder, "diff", "--binary").encode()}
    hub.run("propose")
    assert git(hub.origin, "show", "discover-77:.github/workflows/publish.yml") == before
    assert "More." in git(hub.origin, "show", "discover-77:content/pages/about.md")


@pytest.mark.parametrize("body", [None, "- [ ] `arxiv:2506.12345` A\n", ""])
def test_where_nothing_is_ticked_no_branch_is_made(
    hub: Hub, lists: Lists, body: str | None
) -> None:
    if body is not None:
        put_issue(hub, body)
    hub.run("add")
    hub.run("propose")
    assert hub.github["pulls"] == []
    assert git(hub.origin, "branch", "--format=%(refname:short)") == "main\n"
    assert lists.seen == []


def test_one_issue_is_opened_and_renewed_with_what_is_ticked(hub: Hub, lists: Lists) -> None:
    lists.entries = [
        announced("2506.12345v1", "Looms [x](javascript:alert(1)) <!-- @ada `rm`", day=TODAY),
        announced("2506.12346v1", "Engines", day=TODAY),
    ]
    for _ in range(2):
        hub.run("list")
        hub.run("issue")
        (issue,) = hub.github["issues"]
        hub.edit(lambda body: body.replace("[ ] `arxiv:2506.12346`", "[x] `arxiv:2506.12346`"))
    assert issue["title"] == "Papers for the next edition"
    assert "- [ ] `arxiv:2506.12345` " in issue["body"]
    assert "- [x] `arxiv:2506.12346` " in issue["body"]
    assert issue["body"].count("arxiv:2506.12346`") == 1
    assert "\\<!-- @\u2060ada \\`rm" in issue["body"]
    assert len(lists.asked("/atom/")) == 1

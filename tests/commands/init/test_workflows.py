"""The workflows: run step by step, and what they may and may not do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from digest import __version__
from digest.basics.usercache import cache_folder
from digest.commands.init.workflows import (
    FROM_SOURCE,
    WORKFLOWS,
    Workflow,
    make_workflow,
    workflow_path,
)
from tests.github import Run, read_workflow, run_job, steps_of
from tests.sending.conftest import PROVIDERS
from tests.sending.fakes import FakeButtondown

if TYPE_CHECKING:
    from tests.started import Started

REPOSITORY = Path(__file__).parents[3]
OWN = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
PAGES = {"steps.pages.outputs.base_url": "https://ada.github.io/letters"}


@pytest.fixture
def folder(started: Started, tmp_path: Path) -> Path:
    """Return a copy of a newsletter that was just started, as a checkout has it."""
    copy = tmp_path / "checkout"
    shutil.copytree(started.folder, copy, ignore=shutil.ignore_patterns(".venv", "build"))
    return copy


def run(name: Workflow, folder: Path, started: Started) -> Run:
    """Run the newsletter's workflow up to where GitHub takes over."""
    job = "build" if name == "publish" else "review"
    workflow = read_workflow((folder / workflow_path(name)).read_text("utf-8"))
    return run_job(workflow["jobs"][job], folder, folder.parent, PAGES, started.programs)


def test_publishing_builds_for_the_address_that_pages_gives(folder: Path, started: Started) -> None:
    done = run("publish", folder, started)
    assert [step.status for step in done.steps] == [0] * len(done.steps), done.steps[-1].out
    site = folder / done.step("upload-pages-artifact").inputs["path"]
    page = (site / "index.html").read_text()
    assert '<link rel="canonical" href="https://ada.github.io/letters/' in page
    assert "example.org/newsletter" not in page
    assert done.step("upload-artifact@").inputs["if-no-files-found"] == "ignore"
    assert "3 warnings." in done.summary


@pytest.mark.parametrize("name", ["publish", "review"])
@pytest.mark.skipif(sys.platform != "linux", reason="it runs on Linux")
def test_pictures_are_kept_for_the_next_run(
    name: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIGEST_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    steps = [*steps_of(read_workflow(make_workflow(name)))]
    (at,) = (at for at, step in enumerate(steps) if "actions/cache@" in step.get("uses", ""))
    kept = steps[at]["with"]
    assert Path(kept["path"]).expanduser() == cache_folder() / "figures"
    assert not any("digest build" in step.get("run", "") for step in steps[:at])
    # new pictures are added to those of before
    assert kept["key"].startswith(kept["restore-keys"] + "${{ hashFiles(")
    assert "'requirements.txt'" in kept["key"]


def test_publishing_stops_at_a_mistake(folder: Path, started: Started) -> None:
    add_mistake(folder)
    done = run("publish", folder, started)
    assert done.status == 1
    assert "digest check" in done.steps[-1].name
    assert "::error file=content/pages/about.md" in done.steps[-1].out


def test_a_review_shows_the_site_with_drafts_and_sums_it_up(folder: Path, started: Started) -> None:
    draft = "---\ntitle: Later\ndate: 2999-01-02\ndraft: true\n---\nNot yet said.\n"
    (folder / "content/editions/later").mkdir()
    (folder / "content/editions/later/index.md").write_text(draft)
    done = run("review", folder, started)
    assert [step.status for step in done.steps] == [0] * len(done.steps), done.steps[-1].out
    uploads = [step.inputs for step in done.steps if "upload-artifact@" in step.name]
    preview = folder / next(inputs["path"] for inputs in uploads if inputs["name"] == "site")
    assert "Not yet said." in (preview / "editions/later/index.html").read_text()
    assert 'href="http://127.0.0.1:8800/' in (preview / "index.html").read_text()
    assert "4 warnings.\n" in done.summary
    assert "### Later\n\n2999-01-02, draft, 0 entries\n" in done.summary
    assert re.search(r"^- DSI ", done.summary, re.MULTILINE)
    assert re.search(r"^\| the site \| \d{2,} files, \S+ \|$", done.summary, re.MULTILINE)


def test_a_review_of_a_mistake_fails_with_annotations_and_a_summary(
    folder: Path, started: Started
) -> None:
    add_mistake(folder)
    done = run("review", folder, started)
    assert done.status == 1
    annotation = "::error file=content/pages/about.md,line=5,col=5,title=citation-undefined::"
    assert annotation in done.steps[-1].out
    assert "1 error, 2 warnings.\n" in done.summary
    assert "content/pages/about.md:5:5 | **error**" in done.summary
    assert not (folder / "build/site").exists()


def test_sending_makes_a_draft_and_commits_the_ledger(
    folder: Path, started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = folder / "content/site.yaml"
    address = settings.read_text().replace("example.org/newsletter", "news.example.net")
    settings.write_text(f"{address}\nemail: {{provider: buttondown}}\n")
    (edition,) = (path.name for path in (folder / "content/editions").iterdir())
    origin = tmp_path / "origin"
    for arguments in (
        ("init", "--quiet", "--bare", str(origin)),
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "--message=start"),
        ("remote", "add", "origin", str(origin)),
    ):
        git(folder, *arguments)
    jobs = read_workflow(make_workflow("send"))["jobs"]
    with FakeButtondown() as service:
        monkeypatch.setenv(service.variable, service.base)
        keys = dict.fromkeys(re.findall(r"\$\{\{ (.+?) \}\}", make_workflow("send")), "")
        keys |= {f"secrets.{name}": key for name, key in service.keys.items()}
        keys |= {"inputs.edition": edition, "github.token": "t", "github.ref_name": "main"}
        done = run_job(jobs["send"], folder, tmp_path, keys, started.programs)
        assert [step.status for step in done.steps] == [0] * len(done.steps), done.steps[-1].out
        (draft,) = service.mails.values()
        assert draft["status"] == "draft"
    assert done.step("upload-artifact@").inputs["path"] == "content/sent.yaml"
    for commits in (1, 1):
        # the second time there is nothing new to be noted
        noted = run_job(jobs["note"], folder, tmp_path, keys, started.programs)
        assert [step.status for step in noted.steps] == [0] * len(noted.steps), noted.steps[-1].out
        log = git(origin, "log", "--format=%an: %s", "main").splitlines()
        assert len(log) == 1 + commits
    assert log[0] == "github-actions[bot]: Note what was handed to the mail service"
    assert git(origin, "show", "--name-only", "--format=", "main") == "content/sent.yaml\n"


def test_a_run_that_waited_knows_what_others_noted() -> None:
    steps = steps_of(read_workflow(make_workflow("send")))
    checkouts = [step for step in steps if "actions/checkout" in step.get("uses", "")]
    # without it there is the commit that was there when the run was asked for
    assert [step["with"]["ref"] for step in checkouts] == ["${{ github.ref }}"] * 2


def test_nothing_is_committed_where_nothing_was_handed_over(
    folder: Path, started: Started, tmp_path: Path
) -> None:
    git(folder, "init", "--quiet")
    note = read_workflow(make_workflow("send"))["jobs"]["note"]
    keys = {"github.token": "t", "github.ref_name": "main"}
    assert run_job(note, folder, tmp_path, keys, started.programs).status == 0


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    command = ["git", *names, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def add_mistake(folder: Path) -> None:
    page = "---\ntitle: About\ndescription: Us.\n---\nSee @{nowhere}.\n"
    (folder / "content/pages/about.md").write_text(page)


# --- what holds of every workflow of the project and of a new newsletter ----------------------

TEXTS = {
    **{path.name: path.read_text("utf-8") for path in OWN},
    **{f"new-{name}.yml": make_workflow(name) for name in WORKFLOWS},
}
every_workflow = pytest.mark.parametrize("name", TEXTS)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_project_has_the_same_workflows(name: Workflow) -> None:
    expected = make_workflow(name, FROM_SOURCE)
    assert (REPOSITORY / workflow_path(name)).read_text("utf-8") == expected, (
        "write what make_workflow(name, FROM_SOURCE) returns into the file"
    )


def test_workflows_are_as_githubs_schema_has_them(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text)
    checker = (sys.executable, "-m", "check_jsonschema", "--builtin-schema")
    done = subprocess.run(
        [*checker, "vendor.github-workflows", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@every_workflow
def test_no_step_has_more_rights_than_it_needs(name: str) -> None:
    workflow = read_workflow(TEXTS[name])
    assert "pull_request_target" not in workflow["on"]
    granted = {"workflow": workflow["permissions"] or {}}
    granted |= {job: it.get("permissions", {}) for job, it in workflow["jobs"].items()}
    writes = {job for job, rights in granted.items() if "write" in rights.values()}
    assert writes <= {"deploy", "note", "issue", "propose"}
    for job in writes & {"deploy"}:
        pages = {} if name == "release.yml" else {"pages": "write"}
        assert workflow["jobs"][job]["permissions"] == {"id-token": "write", **pages}
        # no command of ours has these rights
        assert not any("run" in step for step in workflow["jobs"][job]["steps"])
    rights = {
        "note": {"contents": "write"},
        "issue": {"issues": "write"},
        "propose": {"contents": "write", "pull-requests": "write"},
    }
    for job in writes & rights.keys():
        # it runs git and gh alone: nothing that was installed, and with no key of a service
        assert workflow["jobs"][job]["permissions"] == rights[job]
        used = {step["uses"] for step in workflow["jobs"][job]["steps"] if "uses" in step}
        assert used <= {"actions/checkout@v6", "actions/download-artifact@v7"}
        assert "digest" not in str(workflow["jobs"][job])
        assert "secrets." not in str(workflow["jobs"][job])


@every_workflow
def test_only_sending_knows_the_keys_of_services(name: str) -> None:
    keys = set(re.findall(r"secrets\.(\w+)", TEXTS[name]))
    if not name.endswith("send.yml"):
        assert keys == set()
        return
    assert keys == {key for kind, *_ in PROVIDERS.values() for key in kind.keys}
    workflow = read_workflow(TEXTS[name])
    holders = [step for step in steps_of(workflow) if "secrets." in str(step)]
    assert [step["run"] for step in holders] == ['digest send -- "$EDITION"']
    assert list(workflow["on"]) == ["workflow_dispatch"]


@pytest.mark.parametrize(
    ("tag", "noted", "said"),
    [
        ("v{version}", "## [{version}]", ""),
        ("v9.9.9", "## [{version}]", "the tag is v9.9.9"),
        ("v{version}", "## [0.0.1]", "CHANGELOG.md has no section for {version}"),
    ],
)
def test_a_release_is_what_its_tag_says(tmp_path: Path, tag: str, noted: str, said: str) -> None:
    steps = read_workflow(TEXTS["release.yml"])["jobs"]["build"]["steps"]
    (script,) = [step["run"] for step in steps if "::error::" in step.get("run", "")]
    (tmp_path / "digest").mkdir()
    shutil.copy(REPOSITORY / "digest/__init__.py", tmp_path / "digest")
    (tmp_path / "CHANGELOG.md").write_text(noted.format(version=__version__))
    python = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-e", "-c", script],  # noqa: S607 -- as on GitHub, the first that PATH has
        cwd=tmp_path,
        env={"PATH": f"{python}:/usr/bin:/bin", "GITHUB_REF_NAME": tag.format(version=__version__)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (1 if said else 0), done.stdout + done.stderr
    assert said.format(version=__version__) in done.stdout


def test_on_pypi_the_readme_leads_to_the_repository(tmp_path: Path) -> None:
    steps = read_workflow(TEXTS["release.yml"])["jobs"]["build"]["steps"]
    (script,) = [step["run"] for step in steps if "README.md" in step.get("run", "")]
    shutil.copy(REPOSITORY / "README.md", tmp_path)
    env = {"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": "v1.0.0"}
    env |= {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "org/digest"}
    subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env, check=True)  # noqa: S607 -- as above
    text = (tmp_path / "README.md").read_text()
    targets = re.findall(r"\]\(([^)]*)\)|src=\"([^\"]*)\"", text)
    files = [(a or b).partition("org/digest/")[2] for a, b in targets]
    assert all((a or b).startswith("https://") for a, b in targets)
    for kind, _, path in (one.partition("/v1.0.0/") for one in files if one):
        assert (REPOSITORY / path).is_file()
        assert kind == ("raw" if path.endswith(".png") else "blob")
    assert len(files) > 6


@every_workflow
def test_every_job_ends_and_no_checkout_leaves_its_token_behind(name: str) -> None:
    workflow = read_workflow(TEXTS[name])
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert int(job["timeout-minutes"]) <= 30
    for step in steps_of(workflow):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@every_workflow
def test_no_expression_is_put_into_a_shell(name: str) -> None:
    # what someone else wrote would be run: a variable carries it instead
    for step in steps_of(read_workflow(TEXTS[name])):
        assert "${{" not in step.get("run", "")


def test_one_action_has_one_version_everywhere() -> None:
    used = {step["uses"] for text in TEXTS.values() for step in steps_of(read_workflow(text))
            if "uses" in step}  # fmt: skip
    # PyPI's own action, which its guide to trusted publishing names by this branch
    used -= {"pypa/gh-action-pypi-publish@release/v1"}
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+", action) for action in used)
    assert len({action.partition("@")[0] for action in used}) == len(used)

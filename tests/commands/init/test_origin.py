"""Where digest came from, found in real checkouts and in what pip notes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest import __version__
from digest.commands.init.origin import DirectUrl, Origin, origin_of, read_checkout, web_address
from tests.started import REPOSITORY, run_bare

if TYPE_CHECKING:
    from pathlib import Path

REMOTE = "https://git.example.org/group/digest.git"


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(
        ["git", "-C", folder, *who, *words],  # noqa: S607 -- the git that the project was cloned with
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout whose only commit is at its remote repository."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    git(folder, "init", "--quiet")
    (folder / "pyproject.toml").write_text("[project]\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one")
    git(folder, "remote", "add", "origin", REMOTE)
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder


def test_a_checkout_is_its_commit_at_the_remote(checkout: Path) -> None:
    commit = git(checkout, "rev-parse", "HEAD")
    requirement = f"research-digest @ git+{REMOTE}@{commit}"
    assert read_checkout(checkout) == Origin(requirement, "repository")


def test_what_only_this_machine_has_is_the_folder_itself(checkout: Path) -> None:
    def why() -> str:
        found = read_checkout(checkout)
        assert found.kind == "machine"
        assert found.requirement == f"research-digest @ {checkout.as_uri()}"
        assert "%20" in found.requirement
        return found.why

    (checkout / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert why() == "it has changes that are not committed"
    git(checkout, "commit", "--all", "--quiet", "--message", "two")
    assert why() == "its newest commit has not been pushed"
    git(checkout, "remote", "set-url", "origin", "../elsewhere")
    assert why() == "no address of its repository is known"


def test_a_folder_within_another_repository_is_not_that_one(checkout: Path) -> None:
    inner = checkout / "vendor" / "digest"
    inner.mkdir(parents=True)
    assert read_checkout(inner).why == "no address of its repository is known"


def test_without_git_the_folder_will_do(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    assert read_checkout(checkout).why == "git cannot be run to ask for its repository"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/org/digest.git", "https://github.com/org/digest.git"),
        ("https://ada:secret@github.com/org/digest", "https://github.com/org/digest"),
        ("https://git.example.org:8443/digest", "https://git.example.org:8443/digest"),
        ("git@github.com:org/digest.git", "https://github.com/org/digest.git"),
        ("ssh://git@github.com/org/digest.git", "https://github.com/org/digest.git"),
        ("ssh://git@git.example.org:2222/org/digest", "https://git.example.org/org/digest"),
        ("/home/ada/digest", ""),
        ("../digest", ""),
        ("file:///home/ada/digest", ""),
        ("", ""),
    ],
)
def test_the_address_of_a_remote_has_no_name_and_no_password(remote: str, address: str) -> None:
    assert web_address(remote) == address


@pytest.mark.parametrize(
    ("noted", "requirement", "kind"),
    [
        (
            '{"url": "https://e.org/digest", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}',
            "research-digest @ git+https://e.org/digest@abc123",
            "repository",
        ),
        (
            '{"url": "https://e.org/d.zip", "subdirectory": "py", "archive_info": {"hash": "a=0"}}',
            "research-digest @ https://e.org/d.zip#subdirectory=py&a=0",
            "repository",
        ),
        (
            '{"url": "file:///d/research_digest.whl", "archive_info": {}}',
            "research-digest @ file:///d/research_digest.whl",
            "machine",
        ),
        (
            '{"url": "file:///no%20where", "dir_info": {"editable": true}}',
            "research-digest @ file:///no%20where",
            "machine",
        ),
    ],
)
def test_what_pip_noted_is_asked_for_again(noted: str, requirement: str, kind: str) -> None:
    found = origin_of(msgspec.json.decode(noted, type=DirectUrl))
    assert (found.requirement, found.kind) == (requirement, kind)


def test_a_newsletter_made_from_a_clone_is_set_up_with_that_clone(tmp_path: Path) -> None:
    clone = tmp_path / "a clone"
    for name in ("digest", "themes", "content/pages"):
        shutil.copytree(REPOSITORY / name, clone / name)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(REPOSITORY / name, clone)
    folder = tmp_path / "letters"
    made = subprocess.run(
        [sys.executable, "-m", "digest", "init", folder],
        cwd=clone,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (
        f"installs the digest of this machine: research-digest @ {clone.as_uri()}\n" in made.stderr
    )
    assert "name an address there that GitHub can reach" in made.stderr
    run_bare(("make", "check", f"PYTHON={sys.executable}"), folder, tmp_path)
    version = run_bare((folder / ".venv/bin/digest", "--version"), tmp_path, tmp_path)
    assert version == f"digest, version {__version__}\n"


def test_a_digest_that_cannot_be_installed_leaves_no_environment(tmp_path: Path) -> None:
    wanted = "research-digest @ file:///nowhere"
    subprocess.run(
        [sys.executable, "-m", "digest", "init", tmp_path / "new", "--requirement", wanted],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    )
    done = subprocess.run(
        ["make", "check", f"PYTHON={sys.executable}"],  # noqa: S607 -- the make that an editor has
        cwd=tmp_path / "new",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "digest could not be installed as requirements.txt says" in done.stderr
    assert not (tmp_path / "new/.venv").exists()

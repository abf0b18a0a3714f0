"""The project's own files: what someone who has just cloned it finds, and what they must not."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from digest import __version__
from tests.missing import skip_without

REPOSITORY = Path(__file__).parent.parent
TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "content",
    "digest",
    "pyproject.toml",
    "tests",
    "themes",
}


def read(path: str) -> str:
    return (REPOSITORY / path).read_text("utf-8")


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """Return the paths of all files that belong to the project."""
    if not (REPOSITORY / ".git").exists():
        skip_without("the project's git repository")
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607 -- the git that the project was cloned with
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for path in listed.stdout.split("\0") if path]


def test_the_top_level_holds_only_what_belongs_there(tracked: list[str]) -> None:
    top_level = {path.partition("/")[0] for path in tracked}
    assert {name for name in top_level if not name.startswith(".")} == TOP_LEVEL


def test_nothing_that_is_made_is_tracked(tracked: list[str]) -> None:
    made = re.compile(r"(^|/)(build|dist|node_modules|__pycache__|\.venv|[^/]*_cache)/")
    assert [path for path in tracked if made.search(path)] == []


def test_the_readme_begins_with_how_to_build_and_test() -> None:
    beginning = "\n".join(read("README.md").splitlines()[:40])
    assert "make site" in beginning
    assert "make test" in beginning


def test_the_makefile_lists_each_target_with_what_it_does() -> None:
    targets = re.findall(r"^([a-z-]+):.*?(##)?(?: .*)?$", read("Makefile"), re.MULTILINE)
    names = {name for name, _ in targets}
    assert names >= {"site", "serve", "test", "check", "clean", "help"}
    phony = re.search(r"^\.PHONY: (.*)$", read("Makefile"), re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == names


def test_the_changelog_has_this_version_or_says_what_is_to_come() -> None:
    headings = re.findall(r"^## \[(.+?)\]", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    # before the first release there is nothing but what is to come
    assert __version__ in headings or headings == ["Unreleased"]


def test_the_changelog_groups_changes_by_their_kind() -> None:
    kinds = set(re.findall(r"^### (.+)$", read("CHANGELOG.md"), re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_python_that_the_workflow_runs_is_declared_and_no_other() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    declared = {
        name.removeprefix("Programming Language :: Python :: ")
        for name in project["classifiers"]
        if re.search(r":: 3\.\d+$", name)
    }
    run = re.search(r"python-version: \[(.+)\]", read(".github/workflows/test.yml"))
    assert run
    assert set(re.findall(r"[\d.]+", run[1])) == declared
    assert project["requires-python"] == f">={min(declared, key=lambda it: int(it.split('.')[1]))}"


def test_every_dependency_has_its_reason_beside_it() -> None:
    block = re.search(
        r"^dependencies = \[\n(.*?)^\]", read("pyproject.toml"), re.DOTALL | re.MULTILINE
    )
    assert block
    assert [line for line in block[1].splitlines() if "#" not in line] == []


def test_regular_expressions_are_compiled_when_they_are_first_used() -> None:
    files = sorted((REPOSITORY / "digest").rglob("*.py"))
    eager = [
        f"{file.relative_to(REPOSITORY)}: {found[0]}"
        for file in files
        for found in re.finditer(r"^\w.*\bre\.compile\(.*", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert not eager, "write lazy_regex"


def test_a_package_that_says_what_its_files_are_says_it_of_all() -> None:
    for package in (REPOSITORY / "digest").rglob("__init__.py"):
        about = ast.get_docstring(ast.parse(package.read_text("utf-8"))) or ""
        said = set(re.findall(r"`(\w+\.py)`", about))
        there = {file.name for file in package.parent.glob("*.py")} - {package.name}
        assert not said or said == there, package

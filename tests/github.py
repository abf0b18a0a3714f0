"""A workflow's steps, run on this machine in their order, with GitHub's variables as files."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

REPOSITORY = Path(__file__).parent.parent


class Step(NamedTuple):
    """A step that was run, or an action that was come to."""

    name: str
    """Its command, or the action with its version."""
    status: int
    out: str
    inputs: dict[str, str]


class Run(NamedTuple):
    """A run of a job, up to the step that failed or the end."""

    steps: tuple[Step, ...]
    summary: str

    @property
    def status(self) -> int:
        """The status of the last step."""
        return self.steps[-1].status

    def step(self, part: str) -> Step:
        """Return the step whose command or action has `part` in it."""
        (found,) = [step for step in self.steps if part in step.name]
        return found


def read_workflow(text: str) -> dict[str, Any]:
    """Return a workflow as data; what YAML 1.1 takes for a truth value is the word `on`."""
    workflow: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 -- makes texts only
    return workflow


def steps_of(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the steps of all jobs."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def run_job(
    job: dict[str, Any], folder: Path, scratch: Path, outputs: Mapping[str, str], programs: Path
) -> Run:
    """Run a job's steps in `folder`; GitHub's own files are in `scratch`.

    Actions are passed over; `outputs` says what they give, as `steps.pages.outputs.base_url`.
    `programs` is where the programs are that the job installs. As on GitHub a step is run by
    `bash -e`, and the first that fails ends the job.
    """
    summary = scratch / "summary.md"
    summary.touch()
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": str(summary)}
    for name in ("PYTHONPATH", "SOURCE_DATE_EPOCH"):
        environment.pop(name, None)
    steps = []
    for step in job["steps"]:
        assert set(step) <= {"name", "id", "if", "uses", "with", "run", "env"}, step
        if "uses" in step:
            steps.append(Step(step["uses"], 0, "", step.get("with", {})))
            continue
        script = scratch / "step.sh"
        script.write_text(_fill(step["run"], outputs))
        more = {name: _fill(value, outputs) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "-e", script],  # noqa: S607 -- as on GitHub, the first that PATH has
            cwd=folder,
            env=environment | more,
            capture_output=True,
            text=True,
            check=False,
        )
        steps.append(Step(step["run"], done.returncode, done.stdout + done.stderr, {}))
        if done.returncode:
            break
    return Run(tuple(steps), summary.read_text())


def _fill(text: str, outputs: Mapping[str, str]) -> str:
    """Put values in place of expressions; one that is not known is a KeyError."""
    return re.sub(r"\$\{\{\s*(.+?)\s*\}\}", lambda found: outputs[found[1]], text)

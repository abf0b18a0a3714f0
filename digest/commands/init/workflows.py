"""The workflows that publish a newsletter on GitHub Pages, review, send, and look for papers.

The project's own newsletter has the same ones; it differs in how digest gets there.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from digest.commands.init.template import read_template

Workflow = Literal["publish", "review", "send", "discover"]
WORKFLOWS: tuple[Workflow, ...] = ("publish", "review", "send", "discover")


class Install(msgspec.Struct, frozen=True):
    """How a workflow comes by digest."""

    command: str
    """A line of shell."""
    requirements: str
    """The file that says what it installs: pip's cache is good until that changes."""


FROM_INDEX = Install("python -m pip install --requirement requirements.txt", "requirements.txt")
FROM_SOURCE = Install("python -m pip install .", "pyproject.toml")


def workflow_path(name: Workflow) -> str:
    """Return where GitHub looks for a workflow, from the repository's root."""
    return f".github/workflows/{name}.yml"


def make_workflow(name: Workflow, install: Install = FROM_INDEX) -> str:
    """Return the text of a workflow."""
    values = {"install": install.command, "requirements": install.requirements}
    return read_template(f"{name}.yml", values)

"""The texts of a new newsletter's files, which come with digest as files of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER = Path(__file__).parent / "templates"


def read_template(name: str, values: Mapping[str, str] | None = None) -> str:
    """Return a file's text, with a value for each `@name@` in it.

    Neither YAML, Markdown, make nor GitHub gives `@` at both ends of a word a meaning. A name
    without a value is a KeyError.
    """
    text = (_FOLDER / name).read_text("utf-8")
    return re.sub(r"@([a-z]+)@", lambda found: (values or {})[found[1]], text)

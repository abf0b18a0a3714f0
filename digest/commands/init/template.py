"""The texts of a new newsletter's files, which come with digest as files of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.content.startertexts import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_template(name: str, values: Mapping[str, str] | None = None) -> str:
    """Return a file's text, with a value for each `@name@` in it.

    Neither YAML, Markdown, make nor GitHub gives `@` at both ends of a word a meaning. A name
    without a value is a KeyError.
    """
    text = (TEMPLATES / name).read_text("utf-8")
    return re.sub(r"@([a-z]+)@", lambda found: (values or {})[found[1]], text)

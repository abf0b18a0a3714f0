"""The texts of a new newsletter that are there to be written over."""

from __future__ import annotations

import functools
from pathlib import Path

TEMPLATES = Path(__file__).parents[1] / "commands" / "init" / "templates"
"""Where the files of a new newsletter come from."""
DESCRIPTION = "A first edition, to be written over: it shows what goes where."
"""Of its first edition."""
_KEPT = "<!-- What follows can stay as it is. -->"
"""The line of a template behind which nothing needs to be written over."""
_FEWEST_WORDS = 6
"""Of a line that nobody else would write."""


def find_starter_text(source: str) -> tuple[int, str] | None:
    """Return the first line, from 1, that is still one of the starter's, and what it says."""
    known = _starter_lines()
    if not any(text in source for text in known):
        return None
    for number, line in enumerate(source.split("\n"), 1):
        text = line.strip().removeprefix("description:").strip(" '\"")
        if text in known:
            return number, text
    return None


@functools.cache
def _starter_lines() -> frozenset[str]:
    lines = {DESCRIPTION}
    for name in ("about.md", "edition.md", "entry.md"):
        text = (TEMPLATES / name).read_text("utf-8").partition(_KEPT)[0]
        body = text.split("\n---\n", 1)[-1]
        lines |= {line.strip() for line in body.split("\n")}
    return frozenset(
        line
        for line in lines
        if len(line.split()) >= _FEWEST_WORDS and not line.startswith(("#", ":::", "<!--"))
    )

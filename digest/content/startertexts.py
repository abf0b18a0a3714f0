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


def list_starter_texts(source: str) -> list[tuple[int, str]]:
    """List the lines, from 1, that are still the starter's, each with what it says."""
    known = _starter_lines()
    if not any(text in source for text in known):
        return []
    lines = (line.strip().removeprefix("description:") for line in source.split("\n"))
    texts = enumerate((line.strip(" '\"") for line in lines), 1)
    return [(number, text) for number, text in texts if text in known]


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

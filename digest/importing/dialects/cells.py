"""Code of Quarto's and R Markdown's documents, which those run and we do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    from digest.importing.dialects.leftouts import LeftOuts

_CELL = lazy_regex(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ \t]*"
    r"\{[ \t]*\.?(?P<language>[\w+-]*)(?P<more>[^{}\n]*)\}[ \t]*$"
)
_OPTION = lazy_regex(r"[ \t]*(?:#|//|--|%)\|[ \t]*(.*)$")
_HIDES = lazy_regex(r"\b(?:echo|include)\s*[:=]\s*(?:false|FALSE|F\b)")
_NOT_SHOWN = "code whose results alone are shown, and code is not run"


def convert_cells(text: str, leftouts: LeftOuts) -> str:
    """Return a text in which code has a language digest knows, without options of its run.

    Code that is not shown is left out. The text keeps its lines.
    """
    if "{" not in text or not ("```" in text or "~~~" in text):
        return text
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        cell = _CELL.match(lines[index])
        if cell is None:
            index += 1
            continue
        end = index + 1
        while end < len(lines) and not _closes(lines[end], cell["fence"]):
            end += 1
        _write(lines, index, end, leftouts)
        index = end + 1
    return "\n".join(lines)


def _closes(line: str, fence: str) -> bool:
    typed = line.strip()
    return typed.startswith(fence) and not typed.strip(fence[0])


def _write(lines: list[str], first: int, end: int, leftouts: LeftOuts) -> None:
    """Write the code from the line of its fence to the line `end`, which closes it."""
    cell = _CELL.match(lines[first])
    if cell is None:
        return
    options = 0
    while first + 1 + options < end and _OPTION.match(lines[first + 1 + options]):
        options += 1
    said = [cell["more"], *lines[first + 1 : first + 1 + options]]
    if any(map(_HIDES.search, said)):
        leftouts.add_line(first, "\n".join(lines[first + 1 : end]), _NOT_SHOWN)
        lines[first : end + 1] = [""] * (min(end + 1, len(lines)) - first)
        return
    fence = f"{cell['indent']}{cell['fence']}{cell['language']}"
    # what says how it is run stood first in it
    lines[first : first + 1 + options] = [*([""] * options), fence]

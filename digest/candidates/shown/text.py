"""Ranked papers for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.candidates.shown.words import (
    say_attention,
    say_command,
    say_facts,
    say_reasons,
    say_title,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.ranking.rank import Ranked


def format_text(ranked: Sequence[Ranked], _title: str, byline_max: int) -> str:
    """Return papers with their numbers, each of several lines, with an empty line between."""
    width = len(str(len(ranked)))
    papers = []
    for number, one in enumerate(ranked, start=1):
        paper = one.candidate
        lines = [
            " · ".join(say_facts(paper, byline_max)),
            "; ".join(say_reasons(one)),
            " · ".join((f"score {one.score:.2f}", *say_attention(paper))),
            say_command(paper),
        ]
        indent = " " * (width + 2)
        below = "".join(f"{indent}{line}\n" for line in lines if line)
        papers.append(f"{number:>{width}}. {say_title(paper)}\n{below}")
    return "\n".join(papers)

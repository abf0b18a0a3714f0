"""Ranked papers for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from digest.candidates.shown.words import say_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.ranking.rank import Ranked


def format_json(ranked: Sequence[Ranked], _title: str, _byline_max: int) -> str:
    """Return a JSON list of objects. The `id` of a paper is as it was handed over, if it was."""
    rows = []
    for one in ranked:
        paper, near = one.candidate, one.reasons.nearest
        rows.append(
            {
                "id": paper.typed or paper.id,
                "score": one.score,
                "title": paper.title,
                "authors": paper.authors,
                "categories": paper.categories,
                "listed": paper.listed,
                "url": paper.url,
                "license": paper.license,
                "source": paper.source,
                "attention": dict(paper.attention),
                "terms": one.reasons.terms,
                "nearest": near,
                "authors_covered_before": one.reasons.authors,
                "authors_followed": one.met.people,
                "keywords": one.met.keywords,
                "command": say_command(paper),
            }
        )
    return msgspec.json.format(msgspec.json.encode(rows)).decode() + "\n"

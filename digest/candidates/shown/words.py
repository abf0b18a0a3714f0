"""What is said of a ranked paper, in whatever format."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Final

from digest.basics.text import printable, shorten
from digest.citing.bylines import make_byline
from digest.markdown.titles import plain_math
from digest.records.identifiers import is_id_key

if TYPE_CHECKING:
    from digest.candidates.candidate import Candidate
    from digest.candidates.ranking.rank import Ranked

_LONGEST: Final = 300
"""Characters of a title or any other part; an issue has room for 65,536 in all."""


def say_title(paper: Candidate) -> str:
    """Return the title, or the id where it is not known."""
    return _say(plain_math(paper.title) or paper.id)


def say_facts(paper: Candidate, byline_max: int) -> list[str]:
    """Return who wrote it, its categories, and its day, as far as they are known."""
    byline = make_byline(paper.authors, limit=byline_max, lang="en")
    facts = (byline, ", ".join(paper.categories), paper.listed)
    return [_say(fact) for fact in facts if fact]


def say_reasons(one: Ranked) -> list[str]:
    """Return why it stands where it does, best reason first."""
    reasons, met = one.reasons, one.met
    said = []
    if met.people:
        said.append(f"by {', '.join(met.people)}, whom you follow")
    if met.keywords:
        said.append(f"it has your {', '.join(met.keywords)}")
    if reasons.terms:
        said.append(f"weighed most: {', '.join(reasons.terms)}")
    if near := reasons.nearest:
        said.append(f"like '{plain_math(near.title)}' in edition {near.edition}")
    if authors := [name for name in reasons.authors if name not in met.people]:
        said.append(f"covered before: {', '.join(authors)}")
    return [_say(reason) for reason in said]


def say_attention(paper: Candidate) -> list[str]:
    """Return what each of the editors' own lists counts of it."""
    return [_say(f"{name} {number:g}") for name, number in paper.attention]


def _say(text: str) -> str:
    """Return a text of others as it can be shown anywhere: not too long, and harmless."""
    return printable(shorten(text, _LONGEST))


def say_command(paper: Candidate) -> str:
    """Return the command that starts an entry for it."""
    kind, _, value = paper.id.partition(":")
    is_short = is_id_key(paper.id) and (kind != "arxiv" or "/" not in value)
    return f"digest add {shlex.quote(value if is_short else paper.id)}"

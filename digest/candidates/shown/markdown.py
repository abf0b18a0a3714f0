"""Ranked papers as a checklist for an issue on GitHub.

What others have written is shown as text: in a title no sign means anything, nobody is called by
`@name`, and no issue is mentioned by `#12`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.hosts import may_be_asked
from digest.basics.lazyregex import lazy_regex
from digest.candidates.checklist import format_item
from digest.candidates.shown.words import say_attention, say_facts, say_reasons, say_title
from digest.render.twins.escaping import escape_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.ranking.rank import Ranked

_CALLING = lazy_regex(r"[@#](?=\w)|(?<=\bGH)-(?=\d)|:(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_JOINER = "\u2060"
"""WORD JOINER, which nobody sees: GitHub takes what it parts for no name, number or address."""


def format_markdown(ranked: Sequence[Ranked], _title: str, byline_max: int) -> str:
    """Return a list with a box for each paper; `digest add --from-issue` reads what is ticked."""
    return "".join(_format(one, byline_max) for one in ranked)


def _format(one: Ranked, byline_max: int) -> str:
    paper = one.candidate
    title = _text(say_title(paper))
    if may_be_asked(paper.url):
        title = f"[{title}](<{_address(paper.url)}>)"
    facts = [*say_facts(paper, byline_max), *say_attention(paper)]
    lines = [f"**{title}**", " · ".join(map(_text, facts)), "; ".join(map(_text, say_reasons(one)))]
    return format_item(paper.id, "<br>".join(filter(None, lines))) + "\n"


def _text(text: str) -> str:
    return _CALLING.sub(_part, escape_text(text))


def _part(sign: re.Match[str]) -> str:
    return sign[0] + _JOINER


def _address(url: str) -> str:
    """Return an address between angle brackets (CommonMark, "Links")."""
    return url.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")

"""Ranked papers as one page in HTML to skim, which needs no other file and asks nobody."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from digest.basics.hosts import may_be_asked
from digest.candidates.shown.words import (
    say_attention,
    say_command,
    say_facts,
    say_reasons,
    say_title,
)
from digest.markdown.titles import plain_math

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.candidates.ranking.rank import Ranked

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """\
:root { color-scheme: light dark; --text: #1c1c1a; --quiet: #5c5b56; --line: #dddbd3;
  --back: #fdfcf9; --link: #0b4f8a; --code: #f1efe8; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e9e7e1; --quiet: #a9a69d; --line: #3c3b37; --back: #1a1a18; --link: #8cc1f0;
    --code: #2a2a27; }
}
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--back);
  color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
ol { padding: 0; list-style: none; counter-reset: paper; }
li { padding: 1rem 0; border-top: 1px solid var(--line); counter-increment: paper; }
h2 { margin: 0 0 .25rem; font-size: 1.1rem; line-height: 1.35; }
h2::before { content: counter(paper) ". "; color: var(--quiet); font-weight: normal; }
a { color: var(--link); }
p { margin: .25rem 0; }
.facts, .why, summary { color: var(--quiet); font-size: .9rem; }
summary { cursor: pointer; }
code { padding: .1rem .35rem; border-radius: .25rem; background: var(--code); font-size: .85rem; }
"""


def format_page(ranked: Sequence[Ranked], title: str, byline_max: int) -> str:
    """Return a page for the newsletter of a title."""
    heading = escape(f"Papers for {title}")
    papers = "".join(_format(one, byline_max) for one in ranked) or "<li>There is none.</li>\n"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{heading}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{heading}</h1>\n<ol>\n{papers}</ol>\n</main>\n</body>\n</html>\n"
    )


def _format(one: Ranked, byline_max: int) -> str:
    paper = one.candidate
    title = escape(say_title(paper))
    if may_be_asked(paper.url):
        title = f'<a href="{escape(paper.url)}">{title}</a>'
    facts = " · ".join((*say_facts(paper, byline_max), *say_attention(paper)))
    lines = [f"<h2>{title}</h2>", _paragraph("facts", facts)]
    if paper.abstract:
        abstract = escape(plain_math(paper.abstract))
        lines.append(f"<details><summary>Abstract</summary><p>{abstract}</p></details>")
    lines.append(_paragraph("why", "; ".join(say_reasons(one))))
    lines.append(f"<p><code>{escape(say_command(paper))}</code></p>")
    return "<li>\n" + "".join(f"{line}\n" for line in lines if line) + "</li>\n"


def _paragraph(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""

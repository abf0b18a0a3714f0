"""Passages of Markdown, as chance has them, about what is in the newsletter or once was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.histories.beginning import ARXIV, BIB_KEYS, DOIS, EDITIONS, SLUGS, TAGS

if TYPE_CHECKING:
    from random import Random

    from tests.histories.edited import Edited

_PASSAGES = (
    "Plain words, number {number}.",
    "As in [@arxiv:{arxiv}] and [see @doi:{doi}, p. {number}].",
    "@{slug} says so, and @{edition}/{slug} [p. {number}] too.",
    "By [@{bib}; @arxiv:{arxiv}v{number}].",
    "[An entry](../{edition}/01-{slug}.md), [its part](../{edition}/0{number}-{slug}.md#results).",
    "[An edition](/editions/{edition}/), [its news](../{edition}/index.md#news).",
    "[Papers about it](/tags/{tag}/), [all](/tags/), [who](/authors/{author}/), [we](/about/).",
    "[It](/editions/{edition}/#{slug}), [a part](/editions/{edition}/{slug}/#results).",
    "[The data](../data.txt), [a picture](figures/own.png), [more](/data.txt).",
    "[A part of this](#results), [another](#news).",
    "## News\n\nA heading.",
    "## Results\n\nA heading.",
    "## Other results {{#results}}\n\nA heading with an id.",
    "## Why\n\nBecause of $x^{number}$.",
    "![A drawing](../shared.svg)",
    '![A picture](figures/own.png "Its caption, after [@arxiv:{arxiv}]")',
    "A note.[^n]\n\n[^n]: It cites [@doi:{doi}].",
    "An inline note^[with @{edition}/{slug}].",
    ":::{{papers}}\n:::",
    ":::{{papers}}\n:tag: {tagged}\n:::\n\n:::{{papers}}\n:::",
    ":::{{papers}}\n:only: [{slug}]\n:::\n\n:::{{references}}\n:::",
    "<!-- digest: allow covered-before -->\n[@{edition}/{slug}] again.",
    "TODO: [words] (https://example.org/).",
    "| a | b |\n|---|---|\n| [@arxiv:{arxiv}] | {number} |",
    "| a | b |\n|---|---|\n| c | {number} |\n\n: Of [@doi:{doi}]",
    '![A picture](figures/own.png "After [@arxiv:{arxiv}]") ![A drawing](../shared.svg)',
    "```python\nx = {number}\n```\n\n~~~pyhton\nx\n~~~",
    "> [!NOTE]\n> Said in [{slug}](/editions/{edition}/{slug}/).",
    "https://example.org/{number}",
)
_ADDRESSES = ("deep-search", "vision", "graphs", "c")
_PEOPLE = ("ada-byron", "alan-turing", "grace-hopper")


def write_passages(newsletter: Edited, chance: Random, most: int = 4) -> str:
    """Return up to `most` passages."""
    return "".join(
        f"{write_passage(newsletter, chance)}\n\n" for _ in range(chance.randint(1, most))
    )


def write_passage(newsletter: Edited, chance: Random) -> str:
    """Return a passage; what it names is mostly there."""
    found = [(file.parent.name, file.stem.partition("-")[2]) for file in newsletter.entries()] or [
        ("2021-12", "alpha")
    ]
    edition, slug = chance.choice(found)
    if chance.random() < 0.1:
        edition, slug = chance.choice(EDITIONS), chance.choice(SLUGS)
    return chance.choice(_PASSAGES).format(
        number=chance.randint(1, 3),
        arxiv=chance.choice(ARXIV),
        doi=chance.choice(DOIS),
        bib=chance.choice(BIB_KEYS[:3] if chance.random() < 0.8 else BIB_KEYS),
        edition=edition,
        slug=slug,
        tag=chance.choice(_ADDRESSES),
        tagged=chance.choice(TAGS),
        author=chance.choice(_PEOPLE),
    )

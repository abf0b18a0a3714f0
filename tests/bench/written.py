"""A newsletter of any size, written by rule: the same size gives the same files."""

from __future__ import annotations

import datetime as dt
import json
import random
from typing import TYPE_CHECKING

from digest.records.store import FOLDER, record_name

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = 10
"""In each edition."""
_FIRST = dt.date(2001, 1, 1)
"""The day of the oldest edition. The others follow weekly, a thousand within twenty years."""
FIRST_EDITION = _FIRST.isoformat()
_CHARACTERS = 800
"""Of Markdown in each entry."""
_WORDS = (
    *("model", "data", "loss", "token", "layer", "graph", "image", "query", "memory", "sample"),
    *("prior", "field", "noise", "search", "learning", "deep", "sparse", "robust", "latent"),
    *("the", "a", "of", "with", "for", "under", "over", "from", "and", "on", "in"),
)
_TOPICS = tuple(f"topic {number}" for number in range(40))
_SITE = """\
title: A large newsletter
url: https://example.org/large/
sections:
  why: {title: Why, required: true}
  insights: {title: Key insights, required: true}
email: {from: "Large <large@example.org>"}
"""


def write_newsletter(root: Path, editions: int) -> None:
    """Write a newsletter of so many editions, ten entries in each, into the folder `root`.

    An entry has twelve lines of front matter and 800 characters of Markdown, and cites two works.
    """
    chance = random.Random(editions)
    (root / "content" / "editions").mkdir(parents=True)
    (root / "content" / "site.yaml").write_text(_SITE)
    (root / FOLDER / "arxiv").mkdir(parents=True)
    for edition in range(editions):
        id_ = (_FIRST + edition * dt.timedelta(weeks=1)).isoformat()
        folder = root / "content" / "editions" / id_
        folder.mkdir()
        (folder / "index.md").write_text(_edition(id_, chance))
        for number in range(ENTRIES):
            key = edition * ENTRIES + number
            (folder / f"{number + 1:02}-paper{key}.md").write_text(_entry(key, chance))
            (root / FOLDER / record_name(f"arxiv:{_arxiv(key)}")).write_text(_record(key, chance))


def entry_path(root: Path) -> Path:
    """Return an entry in the midst of the oldest edition."""
    return next((root / "content" / "editions" / FIRST_EDITION).glob("05-*.md"))


def _arxiv(key: int) -> str:
    return f"{2001 + key // 90_000:04}.{key % 90_000 + 10_000:05}"


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()


def _edition(id_: str, chance: random.Random) -> str:
    return (
        f"---\ntitle: Edition {id_}\ndate: {id_}\ndescription: {_words(chance, 9)}.\n---\n"
        f"{_words(chance, 40)}.\n\n## News\n\n- {_words(chance, 12)}.\n- {_words(chance, 9)}.\n\n"
        f"## Research\n\n{_words(chance, 30)}.\n\n:::{{papers}}\n:::\n\nThat is all.\n"
    )


def _entry(key: int, chance: random.Random) -> str:
    cited = [_arxiv(max(key - back, 0)) for back in (1, 7)]
    links = f"links:\n  code: https://example.org/{key}\n  demo: https://example.org/d/{key}\n"
    matter = (
        f"---\narxiv: {_arxiv(key)}\nname: Paper {key}\ndescription: {_words(chance, 8)}.\n"
        f"tags: [{', '.join(chance.sample(_TOPICS, 2))}]\n{links}"
        f"note: {_words(chance, 3)}\nbyline: 3\nfold: auto\n---\n"
    )
    text = ""
    while len(text) < _CHARACTERS - 250:
        text += f"- *{_words(chance, 2)}*: {_words(chance, 14)} with `{_words(chance, 2)}`.\n"
    return (
        f"{matter}## Why\n\n{_words(chance, 16)} [@arxiv:{cited[0]}].\n\n"
        f"## Key insights\n\n{text}\n"
        f"{_words(chance, 12)} as in [@arxiv:{cited[1]}], with **{_words(chance, 2)}**.\n"
    )


def _letters(chance: random.Random) -> str:
    """Return one of 400 ends of a name."""
    return "".join(chance.choices("abcdefghijklmnopqrst", k=2))


def _record(key: int, chance: random.Random) -> str:
    # without digits: those at the end of a name are marks of footnotes
    names = [f"Ada{_letters(chance)} Writer{_letters(chance)}" for _ in range(4)]
    return json.dumps(
        {
            "id": f"arxiv:{_arxiv(key)}",
            "type": "article",
            "title": _words(chance, 7),
            "author": [
                {"literal": name, "given": name.split()[0], "family": name.split()[1]}
                for name in names
            ],
            "issued": {"date-parts": [[2020, 1, 2]]},
            "URL": f"https://arxiv.org/abs/{_arxiv(key)}",
            "custom": {"arxiv": {"id": _arxiv(key), "version": 1, "primary_category": "cs.LG"}},
        }
    )

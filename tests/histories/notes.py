"""Edits of texts and of front matter."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from tests.histories.beginning import ARXIV, AUTHORS, BIB_KEYS, DOIS, EDITIONS, SLUGS, TAGS, TITLES
from tests.histories.edited import Edited, choose
from tests.histories.passages import write_passage, write_passages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random


def rewrite(newsletter: Edited, chance: Random) -> None:
    """Write another text."""
    file = choose(chance, newsletter.notes())
    fields, _ = newsletter.read_note(file)
    newsletter.write_note(file, fields, write_passages(newsletter, chance))


def add_passage(newsletter: Edited, chance: Random) -> None:
    """Add a passage at the end."""
    file = choose(chance, newsletter.notes())
    fields, body = newsletter.read_note(file)
    newsletter.write_note(file, fields, f"{body}\n{write_passage(newsletter, chance)}\n")


def cut_passage(newsletter: Edited, chance: Random) -> None:
    """Take a passage away."""
    file = choose(chance, newsletter.notes())
    fields, body = newsletter.read_note(file)
    passages = body.split("\n\n")
    passages.pop(chance.randrange(len(passages)))
    newsletter.write_note(file, fields, "\n\n".join(passages))


def reverse_passages(newsletter: Edited, chance: Random) -> None:
    """Turn the order of the passages round: citations get other numbers."""
    file = choose(chance, newsletter.notes())
    fields, body = newsletter.read_note(file)
    newsletter.write_note(file, fields, "\n\n".join(reversed(body.split("\n\n"))))


def alter_in_place(newsletter: Edited, chance: Random) -> None:
    """Change some letters, and leave the size and the time stamp of the file as they were."""
    file = choose(chance, newsletter.notes())
    status, data = file.stat(), bytearray(file.read_bytes())
    # digits and the letters behind spaces: mostly ids, numbers, dates and names stay what they are
    places = [at for at in range(1, len(data)) if chr(data[at]).isalnum()]
    at = choose(chance, places)
    data[at] = ord(chance.choice("123") if chr(data[at]).isdigit() else chance.choice("abA"))
    with file.open("r+b") as opened:
        opened.write(data)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def set_entry_field(newsletter: Edited, chance: Random) -> None:
    """Give an entry another value of a field, or take a field away."""
    _set_field(newsletter, chance, choose(chance, newsletter.entries()), ENTRY_FIELDS)


def set_edition_field(newsletter: Edited, chance: Random) -> None:
    """Give an edition another value of a field, or take a field away."""
    _set_field(newsletter, chance, choose(chance, newsletter.editions()), EDITION_FIELDS)


def set_page_field(newsletter: Edited, chance: Random) -> None:
    """Give a page another value of a field, or take a field away."""
    _set_field(newsletter, chance, choose(chance, newsletter.pages()), PAGE_FIELDS)


def cover_another_work(newsletter: Edited, chance: Random) -> None:
    """Have an entry be about another work, under whichever of its names."""
    file = choose(chance, newsletter.entries())
    fields, body = newsletter.read_note(file)
    kept = {name: value for name, value in fields.items() if name not in _ABOUT}
    typed = {"title": choose(chance, TITLES), "authors": [choose(chance, AUTHORS)], "date": "2022"}
    about: dict[str, Any] = chance.choice(
        (
            {"arxiv": choose(chance, ARXIV)},
            {"arxiv": f"{choose(chance, ARXIV)}v{chance.randint(1, 2)}"},
            {"doi": choose(chance, DOIS)},
            {"doi": choose(chance, DOIS), "arxiv": choose(chance, ARXIV)},
            {"doi": "10.5555/typed", **typed},
            {"url": f"https://example.org/{chance.randint(1, 2)}", **typed},
            {"arxiv": choose(chance, ARXIV), "title": choose(chance, TITLES)},
        )
    )
    newsletter.write_note(file, about | kept, body)


_ABOUT = ("arxiv", "doi", "url", "title", "authors", "date")


def toggle_draft(newsletter: Edited, chance: Random) -> None:
    """Make a draft of a note, or publish it."""
    file = choose(chance, newsletter.notes())
    fields, body = newsletter.read_note(file)
    newsletter.write_note(file, fields | {"draft": not fields.get("draft", False)}, body)


def break_note(newsletter: Edited, chance: Random) -> None:
    """Leave a note in a state in which it cannot be read."""
    file: Path = choose(chance, newsletter.notes())
    data = file.read_bytes()
    broken = (
        b"",
        data[: len(data) // 3],
        data.replace(b"---\n", b"---\ntitle: [\n", 1),
        data.replace(b"---\n", b"---\nlang: en\nlang: en\n", 1),
        data.replace(b"---\n", b"---\nnam: x\n", 1),
        data + b"\xff\n",
        data + b"\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n",
        data + b"\nAs in [@nobody] and $\\nonsense{$.\n",
    )
    file.write_bytes(chance.choice(broken))


def _set_field(
    newsletter: Edited, chance: Random, file: Path, choices: dict[str, tuple[Any, ...]]
) -> None:
    fields, body = newsletter.read_note(file)
    name = choose(chance, [*sorted(choices), *(one for one in _SHOWN_ELSEWHERE if one in choices)])
    old = fields.pop(name, None)
    value = choose(chance, [one for one in (*choices[name], None) if one != old])
    if value is not None:
        fields[name] = value
    newsletter.write_note(file, fields, body)


_SHOWN_ELSEWHERE = (
    *("title", "title", "name", "tags", "tags", "date", "aliases", "slug", "authors"),
    *("corrections", "by"),
)
"""Fields that other pages show, and so are changed more often."""


_ALIASES = (["/old/"], ["/old/", "/older/page/"], ["/editions/2022-01/alpha/"], ["/tags/vision/"])
_ANY_FIELDS: dict[str, tuple[Any, ...]] = {
    "description": ("A line.", "Another, of @2021-12/alpha.", "By $x^2$ [@arxiv:2202.00001]."),
    "aliases": _ALIASES,
    "lang": ("nl", "ar", "en"),
    "draft": (True, False),
}
ENTRY_FIELDS = _ANY_FIELDS | {
    "title": TITLES,
    "authors": (*([one] for one in AUTHORS), list(AUTHORS[:2]), list(AUTHORS)),
    "date": ("2022", "2021-05", "2022-02-14"),
    "updated": ("2022-05-01", "2022-05-20"),
    "name": ("DSI", "NeRF", "A & B"),
    "tags": (*([one] for one in TAGS), list(TAGS[:2]), [TAGS[1], TAGS[4], TAGS[5]]),
    "links": ({"code": "https://example.org/1"}, {"code": "https://example.org/2", "demo": "../x"}),
    "note": ("Best paper", "After [@bib-own]"),
    "byline": (1, 2),
    "by": ("ada", "Alan Turing", ["ada", "Grace Hopper", "alan"]),
    "figure": (
        {"src": "figures/own.png", "alt": "One", "caption": "By [@2021-12/beta]"},
        {"src": "../shared.svg", "alt": "One"},
    ),
    "slug": SLUGS,
    "fold": ("never", "auto"),
}
EDITION_FIELDS = _ANY_FIELDS | {
    "title": ("An edition", "Another edition", *TITLES[:2]),
    "date": (*(f"{one}-02" for one in EDITIONS), "2022-06-03", "2022-05-31", "2099-01-01"),
    "updated": ("2022-05-01", "2022-05-20"),
    "number": (1, 2, 3),
    "editors": (["Alan Turing"], ["Grace Hopper", "Ada Byron"], ["ada"]),
    "sponsors": ("A [cloud](https://example.org/).", ["By us. ![m](figures/own.png)", "B"]),
    "corrections": (
        [{"date": "2022-01-10", "text": "Not $x$, but @2021-12/alpha.", "mail": True}],
        [{"date": "2022-03-04", "text": "Not [@bib-own].", "entry": SLUGS[0], "mail": True}],
        [{"date": "2022-05-31", "text": "See [it](01-alpha.md).", "entry": SLUGS[1]}],
    ),
    "comments": ("https://example.net/1", "https://example.net/2"),
    "references": (*([f"arxiv:{one}"] for one in ARXIV[:2]), [BIB_KEYS[0]], ["2021-12/alpha"]),
}
PAGE_FIELDS = _ANY_FIELDS | {
    "title": ("About", "Contact", "Archive"),
    "date": ("2022-05-01", "2022-05-20"),
    "slug": ("about", "contact", "tags"),
}

EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(rewrite, add_passage, cut_passage, reverse_passages, alter_in_place, toggle_draft),
    *(set_entry_field, set_edition_field, set_page_field, cover_another_work, break_note),
)

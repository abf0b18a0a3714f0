"""Edits of records and of references.bib."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from digest.records.store import record_name
from tests.histories.beginning import ARXIV, AUTHORS, BIB_KEYS, BIBLIOGRAPHY, DOIS, TITLES
from tests.histories.edited import Edited, NothingToEditError, choose

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def retitle(newsletter: Edited, chance: Random) -> None:
    """Give a work another title: keys of exports may get or lose a letter."""
    _edit_record(newsletter, chance, title=chance.choice(TITLES))


def change_authors(newsletter: Edited, chance: Random) -> None:
    """Give a work other authors: somebody has two entries now, or no longer."""
    names = chance.sample(AUTHORS, chance.randint(1, 3))
    authors = [
        {"given": name.rpartition(" ")[0], "family": name.rpartition(" ")[2], "literal": name}
        for name in names
    ]
    _edit_record(newsletter, chance, author=authors)


def change_year(newsletter: Edited, chance: Random) -> None:
    """Give a work another year."""
    _edit_record(newsletter, chance, issued={"date-parts": [[chance.randint(2020, 2022), 2]]})


def change_status(newsletter: Edited, chance: Random) -> None:
    """Take a work back, or say nothing of the kind any longer."""
    _edit_record(newsletter, chance, status=chance.choice(("retracted", "partly retracted", None)))


def change_arxiv_facts(newsletter: Edited, chance: Random) -> None:
    """Give a paper a publisher's DOI, perhaps one that another has; or another version."""
    facts = chance.choice(
        (
            {"doi": DOIS[0]},
            {"doi": DOIS[1]},
            {"doi": DOIS[2]},
            {"version": 3, "doi": DOIS[1]},
            {"version": 2},
            {"withdrawn": True},
            {},
        )
    )
    paper = chance.choice(ARXIV)
    custom = {"arxiv": {"id": paper, "version": 1, "primary_category": "cs.CL"} | facts}
    _edit_record(newsletter, chance, f"arxiv:{paper}", custom=custom)


def delete_record(newsletter: Edited, chance: Random) -> None:
    """Delete a record: it was not fetched yet."""
    choose(chance, newsletter.records()).unlink()


def fetch_record(newsletter: Edited, chance: Random) -> None:
    """Put a record there, mostly one that lacks."""
    keys = [f"arxiv:{one}" for one in ARXIV] + [f"doi:{one}" for one in DOIS]
    lacking = [
        one for one in keys if not (newsletter.root / "content/papers" / record_name(one)).exists()
    ]
    key = choose(chance, lacking or keys)
    newsletter.paper(key, chance.choice(TITLES), chance.choice(AUTHORS))


def swap_records(newsletter: Edited, chance: Random) -> None:
    """Have two records tell of each other's work, their ids aside."""
    one, other = (choose(chance, newsletter.records()) for _ in range(2))
    (data, others) = (_read_json(file.read_bytes()) for file in (one, other))
    for name in ("title", "author", "issued"):
        data[name], others[name] = others.get(name), data.get(name)
    one.write_text(json.dumps(data))
    other.write_text(json.dumps(others))


def break_record(newsletter: Edited, chance: Random) -> None:
    """Cut a record off."""
    file = choose(chance, newsletter.records())
    file.write_bytes(file.read_bytes()[:40])


def edit_bibliography(newsletter: Edited, chance: Random) -> None:
    """Write another references.bib, or none at all."""
    file = newsletter.root / "content/references.bib"
    if chance.random() < 0.2:
        file.unlink(missing_ok=True)
        return
    key, doi, year = chance.choice(BIB_KEYS), chance.choice(DOIS), chance.randint(2020, 2022)
    title, author = chance.choice(TITLES).replace("&", r"\&"), chance.choice(AUTHORS)
    more = f"@misc{{{key}, title={{{title}}}, author={{{author}}}, year={{{year}}}"
    more += chance.choice((f", doi={{{doi}}}", "", "")) + "}\n"
    kept = "".join(line for line in BIBLIOGRAPHY.splitlines(keepends=True) if chance.random() < 0.9)
    newsletter.write("content/references.bib", kept + chance.choice((more, more, "@misc{x\n")))


def _edit_record(newsletter: Edited, chance: Random, key: str = "", **fields: Any) -> None:
    """Change fields of a record; those that are None are taken away."""
    file = newsletter.root / "content/papers" / record_name(key) if key else None
    file = file or choose(chance, newsletter.records())
    if not file.exists():
        raise NothingToEditError
    record = _read_json(file.read_bytes()) | fields
    file.write_text(json.dumps({name: value for name, value in record.items() if value}))


def _read_json(data: bytes) -> dict[str, Any]:
    try:
        record = json.loads(data)
    except ValueError as error:
        raise NothingToEditError from error
    assert isinstance(record, dict)
    return record


EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(retitle, change_authors, change_year, change_status, change_arxiv_facts, delete_record),
    *(fetch_record, swap_records, break_record, edit_bibliography),
)

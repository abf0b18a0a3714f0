"""Notes and editions that appear, go, and get other names and places."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.histories.beginning import ARXIV, EDITIONS, SLUGS, TAGS
from tests.histories.edited import Edited, NothingToEditError, choose
from tests.histories.passages import write_passages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random


def add_entry(newsletter: Edited, chance: Random) -> None:
    """Write a new entry, perhaps into a folder that is no edition yet."""
    edition = chance.choice([one.parent.name for one in newsletter.editions()] or EDITIONS)
    fields = {"arxiv": chance.choice(ARXIV), "tags": [chance.choice(TAGS)]}
    place = newsletter.root / "content/editions" / edition / _entry_name(chance)
    newsletter.write_note(place, fields, write_passages(newsletter, chance))


def delete_note(newsletter: Edited, chance: Random) -> None:
    """Delete an entry or a page, now and then an edition's index.md."""
    notes = newsletter.notes() if chance.random() < 0.1 else newsletter.entries()
    choose(chance, notes + newsletter.pages()).unlink()


def lose_note(newsletter: Edited, chance: Random) -> None:
    """Put a link that leads nowhere in the place of a note, or take such a link away."""
    lost = [one for one in (newsletter.root / "content").rglob("*.md") if not one.exists()]
    if lost and chance.random() < 0.7:
        lost[0].unlink()
        return
    notes = newsletter.editions() if chance.random() < 0.5 else newsletter.notes()
    file: Path = choose(chance, notes)
    file.unlink()
    file.symlink_to("nowhere.md")


def lose_folder(newsletter: Edited, chance: Random) -> None:
    """Put a file in the place of an edition's folder."""
    folder: Path = choose(chance, newsletter.editions()).parent
    shutil.rmtree(folder)
    folder.write_text("No folder.\n")


def rename_entry(newsletter: Edited, chance: Random) -> None:
    """Give an entry another name, another number, or its letters another case."""
    file: Path = choose(chance, newsletter.entries())
    number, _, slug = file.name.partition("-")
    _move(file, chance.choice((_entry_name(chance), f"9-{slug}", f"{number}-{slug.swapcase()}")))


def move_entry(newsletter: Edited, chance: Random) -> None:
    """Move an entry to another edition."""
    file: Path = choose(chance, newsletter.entries())
    _move(file, choose(chance, newsletter.editions()).parent / file.name)


def copy_entry(newsletter: Edited, chance: Random) -> None:
    """Copy an entry to another edition, with its time stamps."""
    file: Path = choose(chance, newsletter.entries())
    target = choose(chance, newsletter.editions()).parent / file.name
    if target != file:
        shutil.copy2(file, target)


def swap_notes(newsletter: Edited, chance: Random) -> None:
    """Have two notes change places: each keeps its content and time stamp, under the other's name.

    Where one is an edition and the other an entry, both are broken.
    """
    notes = newsletter.entries() if chance.random() < 0.7 else newsletter.notes()
    one, other = choose(chance, notes), choose(chance, notes)
    if one == other:
        raise NothingToEditError
    aside = one.with_suffix(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)


def add_edition(newsletter: Edited, chance: Random) -> None:
    """Begin an edition, older or newer than others."""
    edition = chance.choice(("2021-11", "2022-04", "2022-05", "2022-06", "2030-01"))
    fields = {"title": f"Edition {edition}", "date": f"{edition}-02"}
    place = newsletter.root / "content/editions" / edition / "index.md"
    newsletter.write_note(place, fields, write_passages(newsletter, chance))


def rename_edition(newsletter: Edited, chance: Random) -> None:
    """Give an edition's folder another name."""
    folder: Path = choose(chance, newsletter.editions()).parent
    target = folder.with_name(chance.choice((*EDITIONS, "special", "2022-05", "Special")))
    if target.exists():
        raise NothingToEditError
    folder.rename(target)


def delete_edition(newsletter: Edited, chance: Random) -> None:
    """Delete an edition's folder with all that is in it."""
    shutil.rmtree(choose(chance, newsletter.editions()).parent)


def swap_dates(newsletter: Edited, chance: Random) -> None:
    """Have two editions change their dates: what was first is second."""
    one, other = (choose(chance, newsletter.editions()) for _ in range(2))
    (fields, body), (others, other_body) = map(newsletter.read_note, (one, other))
    if one == other or not {"date"} <= fields.keys() & others.keys():
        raise NothingToEditError
    newsletter.write_note(one, fields | {"date": others["date"]}, body)
    newsletter.write_note(other, others | {"date": fields["date"]}, other_body)


def add_page(newsletter: Edited, chance: Random) -> None:
    """Write a free-standing page, perhaps at an address that is taken."""
    name = chance.choice(("about", "lab/people", "archive", "tags", "contact", "old", "Contact"))
    place = newsletter.root / f"content/pages/{name}.md"
    newsletter.write_note(place, {"title": name}, write_passages(newsletter, chance))


def rename_page(newsletter: Edited, chance: Random) -> None:
    """Give a page another name, perhaps in a folder."""
    _move(choose(chance, newsletter.pages()), chance.choice(("who.md", "lab/who.md", "about.md")))


def _entry_name(chance: Random) -> str:
    return f"0{chance.randint(1, 3)}-{chance.choice(SLUGS)}.md"


def _move(file: Path, target: str | Path) -> None:
    place = file.parent / target
    if place.exists() or not file.exists():
        raise NothingToEditError
    place.parent.mkdir(parents=True, exist_ok=True)
    file.rename(place)


EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(
        add_entry,
        delete_note,
        lose_note,
        lose_folder,
        rename_entry,
        move_entry,
        copy_entry,
        swap_notes,
    ),
    *(add_edition, rename_edition, delete_edition, swap_dates, add_page, rename_page),
)

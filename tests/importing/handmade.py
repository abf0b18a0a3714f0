"""Archives made by hand, with their parts and works known, and what is made of them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from digest.importing.files import Files, open_files
from digest.importing.parts import EntryPaper, FoundEntry, Parts, Resolved, Stretch
from digest.importing.post import Archive, Place, Post
from digest.importing.writing.aliases import make_aliases
from digest.importing.writing.apply import plan_step, take_step
from digest.importing.writing.destinations import Destination, TakenNames, choose_destinations
from digest.importing.writing.ledger import Ledger
from digest.importing.writing.oldaddresses import OldAddresses
from digest.importing.writing.pictures import Fetched, PictureReader, place_pictures
from digest.importing.writing.postfiles import MadePost, Surroundings, make_post

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

from digest.importing.writing.apply import Step


def post(name: str, text: str = "Hello.\n", **fields: Any) -> Post:
    """Make a post: its name is its date, or a word, and a part of its address."""
    try:
        date = datetime.date.fromisoformat(name[:10])
    except ValueError:
        date = None
    given = {"title": f"Post {name}", "address": f"https://old.example.net/p/{name}", "date": date}
    place = fields.pop("place", Place(f"posts/{name}.md", 1))
    return Post(place, text=text, **given | fields)


def archive(*posts: Post, url: str = "https://old.example.net/") -> Archive:
    return Archive("handmade", posts, url=url)


def entry(
    title: str = "A Paper", text: str = "Text.", paper: str = "", **fields: Any
) -> FoundEntry:
    return FoundEntry(title, text, fields.pop("line", 1), paper=paper, **fields)


def resolved(*stretches: str | Sequence[tuple[FoundEntry, EntryPaper]], **fields: Any) -> Resolved:
    """Make the parts of a post: texts, and groups of entries with their papers."""
    parts, papers = [], []
    for stretch in stretches:
        if isinstance(stretch, str):
            parts.append(Stretch(stretch, 1))
        else:
            parts.append(Stretch(entries=tuple(found for found, _ in stretch)))
            papers += [paper for _, paper in stretch]
    references = fields.pop("listed", ())
    return Resolved(Parts(tuple(parts), references), tuple(papers), **fields)


class Written:
    """A folder into which archives come."""

    def __init__(self, root: Path, source: Path | None = None) -> None:
        self.root = root
        self.source = source or root
        self.base = "/"
        self.taken = TakenNames()

    @property
    def files(self) -> Files:
        """What the archive came with."""
        found = open_files(str(self.source), lambda _: b"")
        assert isinstance(found, Files)
        return found

    @property
    def read(self) -> PictureReader:
        return PictureReader(self.root, self.files, Fetched(self.root / "build/.cache"))

    def destinations(self, come: Archive, parts: Sequence[Resolved]) -> tuple[Destination, ...]:
        return choose_destinations(come, parts, self.ledger.records, self.taken, {})

    @property
    def ledger(self) -> Ledger:
        return Ledger(self.root, self.root / "build/.cache")

    def make(self, come: Archive, *given: Resolved) -> list[MadePost]:
        """Make the files of each post; its whole text is the edition's, where nothing is given."""
        parts = given or tuple(resolved(one.text) for one in come.posts)
        destinations = self.destinations(come, parts)
        around = Surroundings(OldAddresses(come, destinations), "en")
        aliases = make_aliases(come.posts, destinations, self.base)
        known = self.ledger.records
        made = []
        for one, part, destination, old in zip(
            come.posts, parts, destinations, aliases, strict=True
        ):
            copies, _ = place_pictures(
                one, destination, self.files, known.get(destination.key), None
            )
            made.append(make_post(one, part, destination, copies, old, around))
        return made

    def plan(self, come: Archive, *given: Resolved) -> list[Step]:
        """Compare what is made with what is there."""
        ledger = self.ledger
        return [
            plan_step(self.root, one, made, ledger.records.get(made.destination.key), self.read)
            for one, made in zip(come.posts, self.make(come, *given), strict=True)
        ]

    def write(self, come: Archive, *given: Resolved) -> list[str]:
        """Write all, and return what was done with each post."""
        ledger = self.ledger
        steps = self.plan(come, *given)
        for step in steps:
            take_step(self.root, step, self.read, ledger, self.root / "build/.cache")
        ledger.tidy()
        return [step.deed for step in steps]

    def text(self, path: str) -> str:
        return (self.root / path).read_text()

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Return each file's bytes and time of change."""
        return {
            str(path.relative_to(self.root)): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }


def files_of(made: MadePost) -> dict[str, str]:
    return {file.path.removeprefix("content/"): file.text for file in made.files}

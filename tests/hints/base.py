"""The newsletter without a mistake that each of the cases puts one into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hints.case import SITE
from tests.newsletter import Newsletter
from tests.pictures import encode, located, photograph

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hints.case import Case

PICTURES = {"PNG": encode(photograph(4, 3)), "A PLACE": located(photograph(4, 3))}
"""What is written of a file with such a text: a picture, and one that tells where it was taken."""


def make_newsletter(root: Path) -> Newsletter:
    """Write a newsletter of two editions and the records of a few papers."""
    root.mkdir(exist_ok=True)
    site = Newsletter(root)
    site.paper("arxiv:2202.06991")
    for key in ("arxiv:2202.06992", "arxiv:2202.06995"):
        site.paper(key, f"On {key}", "Ada Lovelace, Alan Turing", facts={"version": 2})
    for key in ("arxiv:2202.06993", "arxiv:2202.06994"):
        site.paper(key, f"On {key}", facts={"doi": "10.1000/twice"})
    site.paper("doi:10.1000/x", "Paper X")
    site.paper("arxiv:hep-th/9901001", "Strings")
    site.edition("2022-03")
    site.entry("2022-03/01-dsi", arxiv="2202.06991", tags=["vision"])
    site.edition("2022-04")
    site.entry("2022-04/02-dsi2", "## Why\n\nWords.\n", arxiv="2202.06992", tags=["vision"])
    return site


def write_mistake(site: Newsletter, case: Case) -> None:
    """Write a case's files with its mistake."""
    for path, text in (*case.beside.items(), (case.path, case.text)):
        _write(site, path, text)


def follow_case(site: Newsletter, case: Case) -> str:
    """Write what the hint says, and return all that it has been followed by."""
    path, text = case.path, case.text
    if not case.old:
        text += case.new
    elif case.old in text:
        text = text.replace(case.old, case.new, 1)
    else:
        path = path.replace(case.old, case.new)
        site.delete(case.path)
        _drop_empty(site, case.path)
    for where, written in ((path, text), *case.then.items()):
        _write(site, where, written)
    return "\n".join((path, text, *case.then, *case.then.values()))


def _drop_empty(site: Newsletter, path: str) -> None:
    """Delete the folders of a file that is gone, up to one that holds something."""
    for folder in (site.root / path).parents:
        if any(folder.iterdir()):
            return
        folder.rmdir()


def _write(site: Newsletter, path: str, text: str) -> None:
    if path == SITE:
        site.settings(text)
    else:
        site.write(path, PICTURES.get(text, text))

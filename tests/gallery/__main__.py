"""Pictures of all kinds of pages in all themes: `python -m tests.gallery`, or `make gallery`.

They are for looking at: `build/gallery/index.html` shows them side by side.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.rig import serve
from tests.gallery.index import Tile, make_index
from tests.gallery.kinds import SHOWN
from tests.gallery.pictures import PUBLIC, Shot, Subject, take_pictures
from tests.gallery.readme import take_readme_pictures
from tests.gallery.written import LANGUAGES, REPOSITORY, write_sample, write_showcase
from tests.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.gallery.kinds import Shown
    from tests.newsletter import Newsletter

BASE_PATH = "/news/"
MAILS = "email/"


def main() -> None:
    """Build the newsletters in each theme, take the pictures and write the page that shows them."""
    asked = _parse_arguments()
    if asked.readme:
        take_readme_pictures()
        return
    asked.out.mkdir(parents=True, exist_ok=True)
    kinds = [one for one in SHOWN if one.name in asked.kind]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as servers:
        subjects: list[Subject] = []
        cards: list[Tile] = []
        for theme in asked.theme:
            for name in sorted({kind.newsletter for kind in kinds}):
                built = _build(Path(folder) / theme / name, name, theme, asked)
                site = servers.enter_context(serve(built.out / "site", BASE_PATH))
                mails = servers.enter_context(serve(built.out / "email", BASE_PATH))
                subjects += (
                    Subject(
                        mails + kind.path.removeprefix(MAILS)
                        if kind.path.startswith(MAILS)
                        else site + kind.path,
                        built.out / "site",
                        tuple(_list_shots(theme, kind, asked)),
                    )
                    for kind in kinds
                    if kind.newsletter == name
                )
                cards += _copy_cards(built, asked.out, f"{theme}-{name}")
        print(f"built in {time.monotonic() - started:.0f} s")
        _take(subjects, asked.scale)
    tiles = [
        Tile(kind.name, f"{theme}, {shot.width}, {shot.scheme}", shot.file.name, shot.width > 700)
        for kind in kinds
        for shots in zip(*(_list_shots(theme, kind, asked) for theme in asked.theme), strict=True)
        for theme, shot in zip(asked.theme, shots, strict=True)
    ]
    (asked.out / "index.html").write_text(make_index([*tiles, *cards]), "utf-8")
    print(f"{time.monotonic() - started:.0f} s; to look at them: {asked.out / 'index.html'}")


def _parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make gallery", description="Take pictures of all kinds of pages in all themes."
    )

    def choose(name: str, choices: Sequence[str]) -> None:
        known = ", ".join(choices)
        parser.add_argument(
            name, nargs="+", choices=choices, default=choices, metavar="NAME", help=f"of {known}"
        )

    choose("--theme", THEMES)
    choose("--kind", [kind.name for kind in SHOWN])
    choose("--scheme", ["light", "dark"])
    parser.add_argument("--widths", nargs="+", type=int, default=[1280, 768, 375], metavar="PIXELS")
    parser.add_argument("--scale", type=float, default=1, help="a picture's pixels to a page's")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="of the sample")
    parser.add_argument(
        "--options", type=json.loads, help='of the themes, as \'{"accent": "#0b5bb0"}\''
    )
    parser.add_argument(
        "--readme", action="store_true", help="take those of the README instead, into .github"
    )
    parser.add_argument("--out", type=Path, default=REPOSITORY / "build/gallery")
    return parser.parse_args()


def _build(root: Path, name: str, theme: str, asked: argparse.Namespace) -> Newsletter:
    root.mkdir(parents=True)
    choice = {"name": theme} | ({"options": asked.options} if asked.options else {})
    newsletter = (
        write_sample(root, choice, asked.lang) if name == "sample" else write_showcase(root, choice)
    )
    found = newsletter.build(base_url=PUBLIC, jobs=0).diagnostics
    if any(one.severity == "error" for one in found):
        sys.exit("\n".join(f"{one.path}:{one.line}: {one.message}" for one in found))
    return newsletter


def _list_shots(theme: str, kind: Shown, asked: argparse.Namespace) -> list[Shot]:
    return [
        Shot(width, scheme, asked.out / f"{theme}-{kind.name}-{width}-{scheme}.png")
        for width in asked.widths
        for scheme in asked.scheme
    ]


def _copy_cards(newsletter: Newsletter, out: Path, name: str) -> list[Tile]:
    """Copy the pictures that pages are shared with, of the site and of its newest edition."""
    site = newsletter.out / "site"
    tiles: list[Tile] = []
    for card in (*site.glob("card.png"), *sorted(site.glob("editions/*/card.png"))[-1:]):
        file = f"{name}-card-{len(tiles) + 1}.png"
        shutil.copyfile(card, out / file)
        tiles.append(Tile("card", name, file, is_wide=True))
    return tiles


def _take(subjects: list[Subject], scale: float) -> None:
    count = sum(len(subject.shots) for subject in subjects)
    done = 0
    told = time.monotonic()

    def tell(_shot: Shot) -> None:
        nonlocal done, told
        done += 1
        if done == count or time.monotonic() > told + 5:
            told = time.monotonic()
            print(f"  {done} of {count} pictures", flush=True)

    take_pictures(subjects, scale, tell)


if __name__ == "__main__":
    main()

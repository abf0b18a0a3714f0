"""What happens to a folder, and to what digest made, without anybody's editing a text."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

from tests.histories.builds import start_build
from tests.histories.edited import Edited, NothingToEditError, choose
from tests.histories.facts import retitle
from tests.histories.notes import rewrite, set_edition_field
from tests.histories.surroundings import add_figure, change_figure, set_setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random


def touch(newsletter: Edited, chance: Random) -> None:
    """Give a file another time stamp, older or newer."""
    files = [newsletter.root / path for path in sorted(newsletter.snapshot())]
    day = chance.choice((0, 631152000, 1640995200, 2208988800))
    os.utime(choose(chance, files), (day, day))


def lose_cache(newsletter: Edited, chance: Random) -> None:
    """Lose one of the files that digest keeps for itself, or all of them."""
    files = _own_files(newsletter)
    if chance.random() < 0.2:
        shutil.rmtree(newsletter.out / ".cache", ignore_errors=True)
    else:
        choose(chance, files).unlink()


def damage_cache(newsletter: Edited, chance: Random) -> None:
    """Change a byte of what digest keeps for itself, cut it off, or leave other bytes there."""
    file = choose(chance, _own_files(newsletter))
    data = bytearray(file.read_bytes())
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    garbage = (b"", b"[" * 100_000, b"\xff" * 40, b"{}", b"null")
    changed = (bytes(data), bytes(data), bytes(data[: len(data) // 2]), chance.choice(garbage))
    file.write_bytes(chance.choice(changed))


def damage_output(newsletter: Edited, chance: Random) -> None:
    """Delete something that was made, change it, or put a link in its place."""
    folders = (newsletter.out / "site", newsletter.out / "email")
    made = [one for folder in folders for one in sorted(folder.rglob("*")) if one.is_file()]
    file: Path = choose(chance, made)
    data = file.read_bytes()
    file.unlink()
    how = chance.choice(("gone", "shorter", "as long", "link"))
    if how == "link":
        file.symlink_to("elsewhere")
    elif how != "gone":
        file.write_bytes(b"!" if how == "shorter" else data[::-1])


def stop_build(newsletter: Edited, chance: Random) -> None:
    """Edit something, and kill the build of it, a cold one perhaps, at some moment."""
    chance.choice((rewrite, set_edition_field, retitle, set_setting))(newsletter, chance)
    if chance.random() < 0.3:
        shutil.rmtree(newsletter.out, ignore_errors=True)
    options = newsletter.options | {"jobs": chance.choice((1, 2))}
    running = start_build(newsletter, newsletter.out, options)
    time.sleep(chance.uniform(0, 0.3))
    running.kill()


def edit_while_building(newsletter: Edited, chance: Random) -> None:
    """Edit a file while a build of an earlier edit runs, and mostly put it back behind it."""
    chance.choice((rewrite, retitle, change_figure, add_figure))(newsletter, chance)
    before = newsletter.snapshot()
    running = start_build(newsletter, newsletter.out)
    time.sleep(chance.uniform(0, 0.2))
    chance.choice((change_figure, change_figure, rewrite, set_edition_field))(newsletter, chance)
    outcome = running.wait()
    if outcome.crash:
        raise RuntimeError(outcome.crash)
    if chance.random() < 0.7:
        newsletter.restore(before, with_times=chance.random() < 0.5)


def build_otherwise(newsletter: Edited, chance: Random) -> None:
    """Build once with other options."""
    options = chance.choice(
        (
            {"drafts": True, "future": True, "email": "none", "base_url": "http://127.0.0.1:8000/"},
            {"future": True, "email": "all"},
            {"email": "none"},
            {},
        )
    )
    start_build(newsletter, newsletter.out, options).wait()


def _own_files(newsletter: Edited) -> list[Path]:
    """List the files that digest keeps for itself: the hidden ones, and those in hidden folders."""
    if not newsletter.out.is_dir():
        raise NothingToEditError
    hidden = sorted(newsletter.out.glob(".*"))
    inner = [one for folder in hidden for one in sorted(folder.rglob("*"))]
    return [one for one in (*hidden, *inner) if one.is_file()]


EDITS: tuple[Callable[[Edited, Random], None], ...] = (
    *(
        touch,
        lose_cache,
        damage_cache,
        damage_output,
        stop_build,
        edit_while_building,
        build_otherwise,
    ),
)

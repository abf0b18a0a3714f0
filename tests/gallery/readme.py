"""The pictures in the README, one of each theme: `make gallery ARGS=--readme` takes them again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from tests.browser.rig import open_browser, serve
from tests.gallery.pictures import FACES_LOADED, PICTURES_LOADED, PUBLIC
from tests.gallery.written import REPOSITORY, write_showcase

FOLDER = REPOSITORY / ".github"
SCALE = 1.5
COLOURS = 64


class View(NamedTuple):
    """What a picture shows of the showcase."""

    theme: str
    path: str
    width: int
    height: int


VIEWS = (
    View("paper", "editions/2022-03/#datamux", 1280, 1000),
    View("signal", "", 1024, 808),
    View("plain", "editions/2022-03/datamux/", 1024, 808),
)


def take_readme_pictures() -> None:
    """Build the showcase in each theme, and write `.github/<theme>.png`."""
    with TemporaryDirectory() as folder, open_browser() as browser:
        for view in VIEWS:
            newsletter = write_showcase(Path(folder) / view.theme, {"name": view.theme})
            newsletter.build(base_url=PUBLIC, jobs=0)
            with serve(newsletter.out / "site", "/") as address:
                tab = browser.new_page(
                    viewport={"width": view.width, "height": view.height}, device_scale_factor=SCALE
                )
                tab.goto(address + view.path, wait_until="load")
                tab.evaluate(FACES_LOADED)
                tab.evaluate(PICTURES_LOADED)
                taken = tab.screenshot()
                tab.close()
            # few colours make a file of a third
            picture = Image.open(BytesIO(taken)).convert("RGB")
            few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(FOLDER / f"{view.theme}.png", optimize=True)

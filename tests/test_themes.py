"""What holds of every theme that comes with digest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from digest.basics.colours import contrast, parse_colour
from tests.gallery.written import write_sample
from tests.themes import FOLDER, LANGUAGES, THEMES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

# texts of each kind, and what they stand on
GROUNDS = {
    "ink": ("paper", "tint"),
    "soft": ("paper", "tint"),
    "accent": ("paper", "tint"),
    "field_ink": ("field",),
}
BODY_TEXT = 7
"""WCAG's AAA, for what one reads longest."""
LABELS = 4.5
"""And AA, for all else."""


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_its_readme_tells_of_all_that_a_site_may_set(theme: str) -> None:
    readme = (FOLDER / theme / "README.md").read_text("utf-8")
    declared = yaml.safe_load((FOLDER / theme / "theme.yaml").read_text("utf-8"))["options"]
    assert [name for name in declared if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_template_can_be_filled_in_every_language(
    newsletter: Newsletter, theme: str, lang: str
) -> None:
    newsletter.settings(f"theme: {theme}\n")
    file = newsletter.root / "content/site.yaml"
    file.write_text(file.read_text().replace("lang: en", f"lang: {lang}"))
    newsletter.edition("2022-03", "Text.\n")
    assert newsletter.check() == []
    newsletter.build()
    # what is said in another language than the page's is marked with it
    html = newsletter.page("")
    assert not re.findall(r'<[^>]* lang="en"(?![^>]*>Thank you)[^>]*>', html) or lang == "en"


def test_its_colours_can_be_read_by_day_and_by_night(newsletter: Newsletter, theme: str) -> None:
    newsletter.settings(f"theme: {theme}\n")
    newsletter.build()
    found = re.findall(r"--(\w+)-(day|night): (#\w{6})", newsletter.page(""))
    colours = {
        (name, time): colour
        for name, time, text in found
        if (colour := parse_colour(text)) is not None
    }
    assert {name for name, _ in colours} >= {"paper", "ink", "soft", "accent", "tint"}
    faint = [
        (name, ground, time)
        for (name, time), colour in colours.items()
        for ground in GROUNDS.get(name, ())
        for least in [BODY_TEXT if name == "ink" else LABELS]
        if contrast(colour, colours[ground, time]) < least
    ]
    assert faint == []


def test_its_style_sheet_and_its_faces_are_small(theme: str) -> None:
    static = FOLDER / theme / "static"
    assert {path.name: path.stat().st_size for path in static.glob("*.css")}
    heavy = [
        path.name
        for path in static.rglob("*")
        if path.suffix in {".css", ".woff2"}
        and path.stat().st_size > (40_000 if path.suffix == ".css" else 60_000)
    ]
    assert heavy == []


def test_its_faces_have_their_licence_beside_them(theme: str) -> None:
    folders = {
        path.parent for path in (FOLDER / theme).rglob("*") if path.suffix in {".woff2", ".ttf"}
    }
    without = [folder for folder in folders if not list(folder.glob("OFL-*.txt"))]
    assert without == []


def test_the_same_newsletter_is_whole_in_it(tmp_path: Path, theme: str) -> None:
    sample = write_sample(tmp_path, {"name": theme}, "en")
    assert sample.build().diagnostics == ()
    # every address of a page is there in each theme, whatever it shows on it
    assert {"index.html", "archive/index.html", "editions/2022-04/card.png"} <= set(sample.tree())
    assert "2022-04/message.html" in sample.mails()
    said = sample.text("editions/2022-03/")
    for text in ("Opening, with a link", "Best paper award", "Forty of them.", "Closing words"):
        assert text in said

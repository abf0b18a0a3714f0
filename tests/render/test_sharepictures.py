"""Cards: whatever a title is, there is a picture, and never a box in place of a letter."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from digest.basics.diagnostics import Place
from digest.render.faces import Face
from digest.render.sharepictures import Painter
from digest.settings.config import ThemeChoice
from digest.settings.theme import Theme, read_theme
from digest.settings.yamlnodes import Scalar
from digest.site.views.sharecard import CardView
from tests.newsletter import brief

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

PAPER, INK, SOFT, ACCENT = (0xFF, 0xFD, 0xF8), (0x24, 0x21, 0x1D), (0x66, 0x63, 0x5F), (1, 2, 3)
CARD = CardView(
    name="Test News",
    title="March 2022",
    lang="en",
    number="No. 14",
    date="2022-03-02",
    papers=("DSI", "DataMUX"),
)
BARE = CardView(name="", title="", lang="en")


def theme(root: Path, **options: str) -> Theme:
    place = Place("content/site.yaml", 1, 1)
    pairs = tuple(
        (Scalar(name, place, plain=True), Scalar(value, place, plain=False))
        for name, value in options.items()
    )
    found = read_theme(root, ThemeChoice("paper", place, pairs))
    assert found.value
    return found.value


@pytest.fixture(scope="module")
def painter(tmp_path_factory: pytest.TempPathFactory) -> Painter:
    return paint_with(theme(tmp_path_factory.mktemp("site"), accent="#010203"))


def paint_with(theme: Theme) -> Painter:
    assert theme.card
    return Painter(theme.card, theme.read)


@pytest.fixture(scope="module")
def face(tmp_path_factory: pytest.TempPathFactory) -> Face:
    used = theme(tmp_path_factory.mktemp("site"))
    assert used.card
    return Face(used.read(used.card.title), 92)


def read(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        assert image.format == "PNG"
        return image.convert("RGB")


def ink_in(data: bytes, left: int, top: int, right: int, bottom: int) -> int:
    """Return how many pixels of a part of a card are not the paper's."""
    part = read(data).crop((left, top, right, bottom))
    return sum(count for count, colour in part.getcolors(100_000) or [] if colour != PAPER)


def title_of(data: bytes) -> bytes:
    return read(data).crop((0, 140, 1200, 470)).tobytes()


def test_a_card_is_small_and_of_the_size_that_networks_show(painter: Painter) -> None:
    data = painter.paint(CARD)
    assert read(data).size == (1200, 630)
    assert len(data) < 40_000


def test_a_card_has_the_theme_s_colours_and_the_site_s_accent(painter: Painter) -> None:
    colours = {colour for _, colour in read(painter.paint(CARD)).getcolors(100_000) or []}
    assert {PAPER, INK, SOFT, ACCENT} <= colours


def test_one_view_gives_one_card_whatever_was_drawn_before(painter: Painter) -> None:
    before = painter.paint(CARD)
    painter.paint(msgspec.structs.replace(CARD, title="Something else, and longer", papers=()))
    assert painter.paint(CARD) == before


@pytest.mark.parametrize(
    "change",
    [
        *({"title": "April 2022"}, {"name": "Other"}, {"number": "No. 15"}, {"papers": ("DSI",)}),
        *({"date": "2022-03-03"}, {"line": "By someone"}, {"lang": "de"}),
    ],
)
def test_all_that_a_view_has_is_seen(painter: Painter, change: dict[str, str]) -> None:
    assert painter.paint(CARD) != painter.paint(msgspec.structs.replace(CARD, **change))


@pytest.mark.parametrize(
    "title",
    [
        *("A", "Attention", "Wörter", "Ελληνικά", "Русский", "x" * 5000, "many words " * 500),
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ],
)
def test_a_title_stays_within_the_margins(painter: Painter, title: str) -> None:
    data = painter.paint(msgspec.structs.replace(CARD, title=title, papers=(title, title, title)))
    assert ink_in(data, 80, 140, 1120, 470)
    assert ink_in(data, 0, 20, 70, 630) == 0
    assert ink_in(data, 1125, 0, 1200, 630) == 0
    assert ink_in(data, 0, 600, 1200, 630) == 0


@pytest.mark.parametrize("title", ["二〇二二年三月", "مرحبا", "नमस्ते", "שלום", "March 二"])
def test_a_title_that_cannot_be_set_gives_way_to_the_name(painter: Painter, title: str) -> None:
    name = msgspec.structs.replace(CARD, title="Test News", name="")
    other = msgspec.structs.replace(CARD, title=title)
    assert painter.paint(other) == painter.paint(name)


def test_where_the_name_cannot_be_set_either_the_date_stands_alone(painter: Painter) -> None:
    card = msgspec.structs.replace(CARD, title="三月", name="研究", lang="ja", papers=("論文",))
    shown = msgspec.structs.replace(BARE, title="2022-03-02", number="No. 14")
    assert painter.paint(card) == painter.paint(shown)


def test_of_what_can_be_done_without_there_is_nothing(painter: Painter) -> None:
    plain = painter.paint(CARD)
    for title in ("🎉 March 2022", "March 2022 👩‍🔬", "March\u200b 2022️", "\nMarch\t2022\n"):
        assert painter.paint(msgspec.structs.replace(CARD, title=title)) == plain


def test_a_card_without_anything_to_set_has_only_the_mark(painter: Painter) -> None:
    data = painter.paint(msgspec.structs.replace(BARE, title="研究"))
    assert ink_in(data, 0, 20, 1200, 630) == 0
    assert ink_in(data, 0, 0, 1200, 20)


@settings(max_examples=25)
@given(st.text(max_size=60), st.text(max_size=200), st.lists(st.text(max_size=30), max_size=12))
def test_whatever_is_written_is_drawn(
    painter: Painter, name: str, title: str, papers: list[str]
) -> None:
    card = CardView(name, title, "en", date="2022-03-02", line=title, papers=tuple(papers))
    assert read(painter.paint(card)).size == (1200, 630)


@given(st.text(max_size=40))
def test_what_is_set_has_no_sign_that_the_face_lacks(face: Face, text: str) -> None:
    assert all(face.has(sign) for sign in face.settable(text))


def test_letters_are_kerned(face: Face) -> None:
    assert face.width("AV") < face.width("A") + face.width("V")
    assert face.kern("A", "V") < face.kern("H", "I")


def test_letters_of_mathematical_alphabets_are_plain_ones(face: Face) -> None:
    assert face.settable("On \N{DOUBLE-STRUCK CAPITAL R} and ﬁt") == "On R and fit"
    assert face.settable("α → ∞, n²") == "α → ∞, n²"


def test_colours_of_every_form_are_those_of_the_page(tmp_path: Path) -> None:
    card = paint_with(theme(tmp_path, accent="oklch(0.628 0.258 29.23)")).paint(CARD)
    colours = {colour for _, colour in read(card).getcolors(9999) or []}
    assert (255, 0, 0) in colours


def test_a_face_that_is_no_font_is_named_where_the_theme_names_it(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    card = "card: {title: card/a.ttf, label: card/b.ttf}"
    newsletter.write("themes/own/theme.yaml", f"contract: 2\nextends: paper\n{card}\n")
    for name in "ab":
        newsletter.write(f"themes/own/card/{name}.ttf", "no font")
    newsletter.edition("2022-03")
    expected = [f"themes/own/theme.yaml:3:{column} error theme-error" for column in (15, 34)]
    assert [brief(one) for one in newsletter.build().diagnostics] == expected


def test_a_theme_whose_cards_lack_something_is_named(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write(
        "themes/own/theme.yaml", "contract: 1\nextends: paper\ncard: {title: no.ttf}\n"
    )
    (found,) = newsletter.build().diagnostics
    assert (found.path, found.rule) == ("themes/own/theme.yaml", "theme-error")
    assert (found.line, found.column) == (3, 15)
    assert found.message == "the theme has no file 'no.ttf'"


@pytest.mark.parametrize(
    ("card", "place", "message"),
    [
        ("{title: card/titel.ttf}", "3:15", "the theme has no file 'card/titel.ttf'"),
        ("{paper: papre}", "3:15", "'papre' is no colour, and no option that has one"),
        ("{ink: '#12'}", "3:13", "'#12' is no colour, and no option that has one"),
        ("{soft: text_font}", "3:14", "'text_font' is no colour, and no option that has one"),
        ("{foot: red}", "3:8", "unknown key 'foot'"),
    ],
)
def test_what_a_card_cannot_be_drawn_with(
    newsletter: Newsletter, card: str, place: str, message: str
) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write("themes/own/theme.yaml", f"contract: 2\nextends: paper\ncard: {card}\n")
    (found,) = newsletter.diagnose()
    assert (f"{found.line}:{found.column}", found.message) == (place, message)


def test_a_card_lacks_something(newsletter: Newsletter) -> None:
    newsletter.settings("theme: own\n")
    newsletter.write("themes/own/theme.yaml", "contract: 2\ncard: {paper: white, ink: black}\n")
    assert "'card:' lacks title, label, accent" in [one.message for one in newsletter.diagnose()]


def test_a_site_changes_the_colours_of_the_theme_s_cards(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.build()
    before = newsletter.tree()["card.png"]
    newsletter.settings('theme: {name: paper, options: {accent: "#0b5bb0"}}\n')
    changed = {change.path for change in newsletter.build().changes}
    assert {"site/card.png", "site/editions/2022-03/card.png"} <= changed
    assert newsletter.tree()["card.png"] != before

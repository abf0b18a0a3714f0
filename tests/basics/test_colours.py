"""Colours: read as browsers read them, mixed, and told apart."""

from __future__ import annotations

import pytest
from PIL import ImageColor

from digest.basics.colours import AA, Colour, contrast, make_readable, mix, parse_colour

WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


def read(text: str) -> Colour:
    colour = parse_colour(text)
    assert colour, text
    return colour


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("#0b5bb0", "#0b5bb0"),
        (" #0B5BB0 ", "#0b5bb0"),
        ("#abc", "#aabbcc"),
        ("#0b5bb0ff", "#0b5bb0"),
        ("RebeccaPurple", "#663399"),
        ("rgb(11, 91, 176)", "#0b5bb0"),
        ("rgb(11 91 176)", "#0b5bb0"),
        ("rgba(11,91,176,1)", "#0b5bb0"),
        ("rgb(100% 0% 50%)", "#ff0080"),
        ("rgb(300 -5 0)", "#ff0000"),
        ("hsl(0 100% 50%)", "#ff0000"),
        ("hsl(120deg, 100%, 25%)", "#008000"),
        ("hsl(-120 100 50)", "#0000ff"),
        # as Chromium shows them
        ("oklch(0.628 0.258 29.23)", "#ff0000"),
        ("oklch(100% 0 0)", "#ffffff"),
        ("oklch(51.98% 0.177 142.5)", "#008000"),
    ],
)
def test_a_colour_is_what_a_browser_shows(text: str, shown: str) -> None:
    assert read(text).hex == shown
    assert read(text).alpha == 1


@pytest.mark.parametrize(
    ("text", "alpha"), [("#0008", 0.53), ("rgb(0 0 0 / 50%)", 0.5), ("hsla(0,0%,0%,.25)", 0.25)]
)
def test_how_much_a_colour_covers(text: str, alpha: float) -> None:
    assert read(text).alpha == pytest.approx(alpha, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        *("", "#", "#12", "#12345", "#gggggg", "bluue", "5", "transparent", "currentcolor"),
        *("rgb(1, 2)", "rgb(1 2 3 4)", "rgb(a b c)", "hsv(1 2 3)", "rgb(1 2 3", "var(--x)"),
        *(
            "red; color: blue",
            "rgb(1 2 3); x",
            "rgb(1 2 3) rgb(1 2 3)",
            "red}",
            "#\u0660\u0660\u0660",
        ),
    ],
)
def test_what_is_no_colour(text: str) -> None:
    assert parse_colour(text) is None


def test_names_are_those_that_pictures_know() -> None:
    for name in ImageColor.colormap:
        # once it was asked for, the map has it in another form
        shown = ImageColor.getrgb(name)
        assert read(name).hex == f"#{shown[0]:02x}{shown[1]:02x}{shown[2]:02x}"


def test_contrast_is_that_of_wcag() -> None:
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)
    # the grey that is just readable on white, and the next
    assert contrast(read("#767676"), WHITE) > AA > contrast(read("#777777"), WHITE)


@pytest.mark.parametrize("ground", ["#fffdf8", "#1b1a18", "#808080", "#000", "#fff"])
@pytest.mark.parametrize("colour", ["gold", "navy", "#808080", "#000", "#fff"])
def test_what_can_be_read_is_near(colour: str, ground: str) -> None:
    found = make_readable(read(colour), read(ground))
    assert contrast(found, read(ground)) >= AA
    if contrast(read(colour), read(ground)) >= AA:
        assert found == read(colour)


def test_a_mix_is_between() -> None:
    assert mix(WHITE, BLACK, 0.4).hex == "#666666"

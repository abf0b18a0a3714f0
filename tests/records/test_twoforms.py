"""Titles that have a formula twice, as Springer's records had them."""

from __future__ import annotations

import pytest

from digest.records.csl import parse_item


def lines(tex: str, *shown: str) -> str:
    """Return a formula as the records have it: its TeX, and the letters of its MathML below."""
    blank, deep = 18 * " ", 22 * " "
    below = "".join(f"\n{deep}{one}" for one in shown)
    return f"\n{blank}\n{blank[2:]}$${tex}$$\n{blank}{below}\n{blank}\n{blank[4:]}"


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"t\bar{t}", ("t", "t", "¯")),
        (r"\sqrt{s}=13\,\text {Te}\text {V} ", ("s", "=", "13", "", "Te", "V")),
        (r"\mu \mu ", ("μ", "μ")),
        (r"B^0_s\rightarrow \mu ^+", ("B", "s", "0", "→", "μ", "+")),
    ],
)
def test_a_formula_is_there_once(tex: str, shown: tuple[str, ...]) -> None:
    title = f"Decays in {lines(tex, *shown)} of hadrons"
    assert read(title) == f"Decays in ${tex.strip()}$ of hadrons"


def test_the_blanks_around_a_formula_are_those_of_the_text() -> None:
    first, second = lines(r"\hbox {Rh}_x", "Rh", "x"), lines(r"_2\hbox {Si}", "2", "Si")
    assert read(f"Heat in Yb({first}){second} alloys") == (
        r"Heat in Yb($\hbox {Rh}_x$)$_2\hbox {Si}$ alloys"
    )


@pytest.mark.parametrize(
    "title",
    [
        f"On {lines('x', 'y')} and more",
        "On $$x$$\n  x and more",
        "On\n$$x$$\nx and more",
    ],
)
def test_what_is_no_second_form_stays(title: str) -> None:
    assert read(title) == " ".join(title.replace("$$", "$").split())


def read(title: str) -> str:
    return parse_item({"title": title, "DOI": "10.1000/x"}, "doi:10.1000/x").work.title

"""Titles of services, of which it is not known whether they are HTML or TeX."""

from __future__ import annotations

import pytest

from digest.records.richtitles import read_title


@pytest.mark.parametrize(
    ("title", "rich"),
    [
        (r"<tex-math>\begin{equation*}x^2\end{equation*}</tex-math>-y", "$x^2$-y"),
        (
            r"On <tex-math>\mathbb{R}^2</tex-math> and \begin{math}x_1\end{math}",
            r"On $\mathbb{R}^2$ and $x_1$",
        ),
    ],
)
def test_formulas_in_tex_are_no_text_in_tex(title: str, rich: str) -> None:
    assert read_title(title) == rich


def test_dashes_of_tex_are_dashes() -> None:
    read = read_title("The Navier--Stokes <i>x</i> -- a C-- compiler, --help --- and x---y")
    shown = "The Navier\u2013Stokes <i>x</i> \u2013 a C-- compiler, --help \u2014 and x\u2014y"
    assert read == shown


@pytest.mark.parametrize(
    ("title", "rich"),
    [
        ("What makes a `good' model", "What makes a \u2018good\u2019 model"),
        ("On ``<i>good</i>'' models", "On \u201c<i>good</i>\u201d models"),
        (r"With a \$100 budget in Call\,A", "With a $100 budget in Call A"),
        ("The `code` of 3'-5'' ends", "The `code` of 3'-5'' ends"),
        ("Rock 'n' roll, `n", "Rock 'n' roll, `n"),
    ],
)
def test_quotation_marks_of_tex(title: str, rich: str) -> None:
    assert read_title(title) == rich


@pytest.mark.parametrize(
    ("title", "rich"),
    [
        (r"On $\ce{H2O}$ and \ce{CO2}", "On H<sub>2</sub>O and CO<sub>2</sub>"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2H<sub>2</sub> + O<sub>2</sub> \u2192 2H<sub>2</sub>O"),
        (r"From \ce{Fe^{2+}} to \ce{Fe^3+}", "From Fe<sup>2+</sup> to Fe<sup>3+</sup>"),
        (r"\ch{NO3-} of \ce{^{18}O}", "NO<sub>3</sub><sup>-</sup> of <sup>18</sup>O"),
        (r"\ce{La0.5Sr0.5MnO_{3-x}}", "La<sub>0.5</sub>Sr<sub>0.5</sub>MnO<sub>3-x</sub>"),
        (r"\ce{CuSO4.5H2O}, \ce{C-H}", "CuSO<sub>4</sub>\u00b75H<sub>2</sub>O, C-H"),
        (r"The ratio $x_{\ce{CO2}}$", r"The ratio $x_{\mathrm{CO_{2}}}$"),
        (r"With \check{c} and \chi", "With \u010d and \u03c7"),
    ],
)
def test_chemical_formulas_of_tex(title: str, rich: str) -> None:
    assert read_title(title) == rich

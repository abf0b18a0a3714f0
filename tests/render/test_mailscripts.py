"""Scripts in mails: signs where there are such, and few tags within words."""

# ruff: noqa: RUF001 -- the signs of mathematics are meant

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def mail(newsletter: Newsletter, text: str) -> str:
    """Return the HTML of a mail, without its styles."""
    newsletter.edition("2022-03", f"{text}\n")
    newsletter.build()
    html = (newsletter.out / "email/2022-03/message.html").read_text()
    return re.sub(r' style="[^"]*"', "", html)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("$x^2$", "<i>x²</i>"),
        ("$x_1, x_2$", "<i>x₁</i>, <i>x₂</i>"),
        ("$x_1^2$", "<i>x₁²</i>"),
        ("$O(n^2)$", "<i>O</i>(<i>n²</i>)"),
        (r"$\mathbf{w}_0$", "<b>w₀</b>"),
        (r"$\|w\|_2^2$", "‖<i>w</i>‖₂²"),
        ("$10^{-4}$", "10⁻⁴"),
        (r"H<sub>2</sub>O and *CO<sub>2</sub>*", "H₂O and <em>CO₂</em>"),
        ("${}^{13}$C", "¹³C"),
        ("$x'$ and $f''$", "<i>x′</i> and <i>f″</i>"),
        # both scripts of a letter look alike
        ("$x_i^2$", "<i>x</i><sub><i>i</i></sub><sup>2</sup>"),
        ("$x_1^k$", "<i>x</i><sub>1</sub><sup><i>k</i></sup>"),
        # letters are read out as such, which not every program does with small ones
        ("$x_i$", "<i>x</i><sub><i>i</i></sub>"),
        (r"the 1<sup>st</sup>", "the 1<sup>st</sup>"),
        ("$x_{t-1}$", "<i>x</i><sub><i>t−1</i></sub>"),
        (r"$\mathbb{R}^{d \times k}$", "ℝ<sup><i>d×k</i></sup>"),
        (r"$x_{\max t}$", "<i>x</i><sub>max<i>t</i></sub>"),
        ("$x_i y_j$", "<i>x</i><sub><i>i</i> </sub><i>y</i><sub><i>j</i></sub>"),
    ],
)
def test_scripts_are_signs_or_have_few_tags(newsletter: Newsletter, typed: str, shown: str) -> None:
    assert f"so {shown}." in mail(newsletter, f"And so {typed}.")


def test_a_number_that_leads_to_a_reference_or_a_note_still_does(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    html = mail(newsletter, "See[^1] this [@arxiv:2202.00001].\n\n[^1]: A note.")
    assert re.search(r'<sup class="note"><a [^>]*>a</a></sup>', html)
    assert re.search(r'<a [^>]*#ref-1"[^>]*>1</a>', html)


class _Tags(HTMLParser):
    """Counts tags, and those within words, as SpamAssassin does."""

    def __init__(self) -> None:
        super().__init__()
        self.count = self.within = 0
        self._before = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's signature
        self.count += 1

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- as above
        self.count += 1

    def handle_data(self, data: str) -> None:
        letter = r"[^\s!-/:-@\[-`{-~]"
        self.within += bool(re.search(f"{letter}\n{letter}", f"{self._before[-1:]}\n{data[:1]}"))
        self._before = data


def test_a_mail_full_of_formulas_does_not_look_like_one_that_deceives(
    newsletter: Newsletter,
) -> None:
    formulas = (
        r"$x_1, \ldots, x_n$ $O(n^2)$ $\mathcal{L} = \sum_{i=1}^{n} \ell(f_\theta(x_i), y_i)$ "
        r"$W \in \mathbb{R}^{d \times k}$ $p_\theta(x_t \mid x_{t-1})$ $10^{-4}$ "
        r"$h_t = W_h h_{t-1} + W_x x_t$ $\alpha_{ij} = q_i^\top k_j$ $x_i^2 + y_i^2$ $f'(x)$"
    )
    tags = _Tags()
    tags.feed(mail(newsletter, f"So {formulas} holds.\n\n" * 10))
    assert tags.count > 1000
    assert tags.within / tags.count < 0.19

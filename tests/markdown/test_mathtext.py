"""Formulas as text: what a reader of a mail or a feed sees."""

# ruff: noqa: RUF001 -- the signs of mathematics are meant

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.markdown.math import set_math
from digest.markdown.mathtext import math_html, math_text, replace_math

READINGS = [
    (r"\mathrm{Mn}_3\mathrm{Sn}", "Mn₃Sn"),
    (r"\mathrm{Fe}_2\mathrm{O}_3", "Fe₂O₃"),
    (r"\mathrm{Tr}_2 A", "Tr₂ A"),
    (r"O(n^2)", "O(n²)"),
    (r"8.4^{4}", "8.4⁴"),
    (r"10^{-3}", "10⁻³"),
    (r"\mathbb{R}^{m \times n}", "ℝ^(m×n)"),
    (r"\alpha_{i,j}", "α_(i,j)"),
    (r"x_{i_j}", "x_(iⱼ)"),
    (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
    (r"\int_0^1 f(x)\,dx", "∫₀¹ f(x) dx"),
    (r"\mathrm{softmax}(x)", "softmax(x)"),
    (r"O(n \log n)", "O(n log n)"),
    (r"\max_\theta \mathbb{E}[R]", "max_θ 𝔼[R]"),
    (r"\frac{1}{2}", "1/2"),
    (r"\frac{1}{2}x", "(1/2)x"),
    (r"1 + \frac{a+b}{c}", "1 + (a + b)/c"),
    (r"\sqrt{n+1}", "√(n + 1)"),
    (r"\hat{x}", "x\u0302"),
    (r"\mathbf{w}", "w"),
    (r"f'(x)", "f′(x)"),
    (r"-1", "−1"),
    (r"a - b", "a − b"),
    (r"p(x\mid y)", "p(x | y)"),
    (r"{}^{3}\mathrm{He}", "³He"),
    (r"k\text{-NN}", "k-NN"),
    (r"\begin{pmatrix} a & b \end{pmatrix}", r"`\begin{pmatrix} a & b \end{pmatrix}`"),
    (r"\overline{ab}", r"`\overline{ab}`"),
    # what is meant is told where the line above or below told it
    (r"\frac{a}{\frac{b}{c}}", "a/(b/c)"),
    (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
    (r"a/\frac{b}{c}", "a/(b/c)"),
    (r"\frac{1}{(a+b)(c+d)}", "1/((a + b)(c + d))"),
    (r"\sqrt{(a+b)(c+d)}", "√((a + b)(c + d))"),
    (r"\sqrt{\frac{a}{b}}", "√(a/b)"),
    (r"{(a+b)(c+d)}^2", "((a + b)(c + d))²"),
    (r"(a+b)^2", "(a + b)²"),
    (r"{x^2}^3", "(x²)³"),
    (r"e^{2x}", "e^(2x)"),
    (r"x^{\text{old}}", "x^old"),
    (r"\left|x\right|^2", "|x|²"),
    (r"\left.\frac{df}{dx}\right|_{x=0}", "(df/dx)|ₓ₌₀"),
    (r"\left.f\right|_{x=0}", "f|ₓ₌₀"),
    # spaces
    (r"a := b", "a := b"),
    (r"f: A \to B", "f: A → B"),
    (r"10{,}000", "10,000"),
    (r"x \hspace{2pt} y \kern3mm z", "x y z"),
    # words in any face
    (r"L_{\textrm{max}}", "Lₘₐₓ"),
    (r"\textit{softmax}(x)", "softmax(x)"),
    (r"\texttt{[CLS]} + \textbf{A}", "[CLS] + A"),
]


@pytest.mark.parametrize(("tex", "text"), READINGS)
def test_formulas_read_right_on_one_line(tex: str, text: str) -> None:
    assert math_text(set_math(tex, display=False).html) == text


@pytest.mark.parametrize(
    ("tex", "html"),
    [
        (r"O(n^2)", "<i>O</i>(<i>n</i><sup>2</sup>)"),
        (r"W \in \mathbb{R}^d", "<i>W</i> ∈ ℝ<sup><i>d</i></sup>"),
        (r"\mathbf{x}_t", "<b>x</b><sub><i>t</i></sub>"),
        (r"a_{ij}", "<i>a</i><sub><i>ij</i></sub>"),
        (r"x < y", "<i>x</i> &lt; <i>y</i>"),
        (r"\begin{cases} 1 & x>0 \end{cases}", None),
    ],
)
def test_mail_shows_formulas_with_tags_that_every_client_knows(tex: str, html: str | None) -> None:
    expected = html or f"<code>{tex.replace('&', '&amp;').replace('>', '&gt;')}</code>"
    assert math_html(set_math(tex, display=False).html) == expected


def test_tex_that_cannot_be_set_stays_as_typed() -> None:
    broken = set_math(r"\frac{a", display=False).html
    assert math_text(broken) == r"`\frac{a`"
    assert math_html(broken) == r"<code>\frac{a</code>"


def test_formulas_are_replaced_within_html() -> None:
    one, two = (set_math(tex, display=False).html for tex in ("x^2", "y"))
    html = f"<p>for {one} and {two}.</p>"
    assert replace_math(html, math_text) == "<p>for x² and y.</p>"
    assert replace_math("<p>no math</p>", math_text) == "<p>no math</p>"


_ATOMS = st.sampled_from(
    ["x", "12", r"\alpha", "+", "-", "=", r"\log", "(", ")", ",", r"\mathcal{L}"]
)
_TEX = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(" ".join),
        st.builds(r"x^{{{}}}".format, inner),
        st.builds(r"y_{{{}}}".format, inner),
        st.builds(r"\frac{{{}}}{{{}}}".format, inner, inner),
        st.builds(r"\sqrt{{{}}}".format, inner),
        st.builds(r"\text{{if }}{}".format, inner),
        st.builds(r"\sum_{{{}}}".format, inner),
        st.builds(r"\hat{{{}}}".format, inner),
    ),
    max_leaves=8,
)


@given(_TEX)
def test_html_and_text_say_the_same_and_lose_nothing(tex: str) -> None:
    mathml = set_math(tex, display=False).html
    text, html = math_text(mathml), math_html(mathml)
    assert "<math" not in html
    assert sorted(re.findall(r"<(\w+)", html)) == sorted(re.findall(r"</(\w+)", html))
    for sign in ("x", "12", "α"):
        typed = re.sub(r"\\(text|max|hat|frac|sqrt|sum|mathcal|log)", "", tex).replace(
            r"\alpha", "α"
        )
        if sign == "12" or not text.startswith("`"):
            assert html.replace(r"\alpha", "α").count(sign) >= typed.count(sign)

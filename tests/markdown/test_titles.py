from __future__ import annotations

import pytest

from digest.basics.diagnostics import Place
from digest.basics.richtext import SMALL_CAPITALS
from digest.markdown import plain_math, render_title
from digest.markdown.titles import check_math

TITLES = [
    ("Costs of $5 and $6", "Costs of $5 and $6"),
    ("An $O(n^2)$ bound & <more>", "An O(n²) bound & <more>"),
    ("From $5 to 10$", "From $5 to 10$"),
    (r"A \$5 bill", "A $5 bill"),
    (r"The $\Lambda$CDM model", "The ΛCDM model"),
    (r"3$\times$3 kernels", "3×3 kernels"),
    (r"On $\begin{pmatrix} a \end{pmatrix}$", r"On \begin{pmatrix} a \end{pmatrix}"),
    (r"Of $\foo{x}$", r"Of \foo{x}"),
]


@pytest.mark.parametrize(("title", "plain"), TITLES)
def test_a_title_is_no_markdown_but_has_math(title: str, plain: str) -> None:
    assert render_title(title)[1] == plain
    assert plain_math(title) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Collective `small-world' networks", "Collective ‘small-world’ networks"),
        ("On `Jeopardy!': Trivial, It's Not", "On ‘Jeopardy!’: Trivial, It’s Not"),
        ("A ` and it's `x`", "A ` and it’s `x`"),
    ],
)
def test_single_quotes_of_tex_are_turned(title: str, plain: str) -> None:
    assert render_title(title)[1] == plain


def test_a_title_is_escaped() -> None:
    assert render_title("*A* <b> & $x$")[0].startswith("*A* &lt;b&gt; &amp; <math")


def test_math_that_cannot_be_set_is_reported_where_it_begins() -> None:
    found = check_math(r"On $x$ and $\foo$", lambda offset: Place("a.md", 3, offset + 1))
    assert [(one.line, one.column, one.rule) for one in found] == [(3, 12, "math-broken")]


@pytest.mark.parametrize(
    ("title", "html", "plain"),
    [
        ("The <i>E. coli</i> & <b>x</b>", "The <i>E. coli</i> &amp; <b>x</b>", "The E. coli & x"),
        ("H<sub>2</sub>O 10<sup>6</sup>", "H<sub>2</sub>O 10<sup>6</sup>", "H₂O 10⁶"),
        ("10<sup>th</sup> a<sup>*</sup><sup>†</sup>", None, "10th a*†"),
        ("10<sup>6.5</sup> x<sup>n/2</sup> T<sub>c</sub>", None, "10^6.5 x^(n/2) Tc"),
        (
            f"the H {SMALL_CAPITALS}i</span> & {SMALL_CAPITALS}Rn</span>",
            "the H I &amp; Rn",
            "the H I & Rn",
        ),
        ("<i>A <i>B</i> c</i>", "<i>A </i>B<i> c</i>", "A B c"),
        ("<i>E. coli</i>'s `<i>x</i>'", "<i>E. coli</i>’s ‘<i>x</i>’", "E. coli’s ‘x’"),
        (
            "<i>a <b>b</i> c</b> <u>d</u>",
            "<i>a &lt;b&gt;b</i> c&lt;/b&gt; &lt;u&gt;d&lt;/u&gt;",
            None,
        ),
        ("<i onclick=x>a</i> <i>", "&lt;i onclick=x&gt;a&lt;/i&gt; &lt;i&gt;", None),
        ("a\u202eb\u2066c", "abc", "abc"),
    ],
)
def test_styles_are_shown(title: str, html: str | None, plain: str | None) -> None:
    made = render_title(title)
    assert made == (html or made[0], plain or made[1])


def test_formulas_stand_in_styles() -> None:
    html, plain = render_title("On <i>the $x_1$ axis</i> of H$_2$$^{18}$O")
    assert html.startswith('On <i>the <math alttext="x_1">')
    assert html.endswith("O")
    assert html.count("<math") == 3
    assert plain == "On the x₁ axis of H₂¹⁸O"

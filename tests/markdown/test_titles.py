from __future__ import annotations

import pytest

from digest.markdown import plain_math, render_title
from digest.markdown.titles import check_math
from digest.model import Place

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

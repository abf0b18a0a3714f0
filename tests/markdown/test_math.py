from __future__ import annotations

import pytest

from digest.markdown import render_title
from digest.markdown.math import set_math


@pytest.mark.parametrize(
    "tex", [r"\widetilde{x}", r"\widehat{x}", r"\mbox{a b}", r"\ensuremath{x}", r"x\xspace"]
)
def test_what_abstracts_use_is_known(tex: str) -> None:
    assert set_math(tex, display=False).problem == ""


def test_the_tex_of_a_formula_stays_readable() -> None:
    assert '<math alttext="a &lt; &quot;b&quot;"' in set_math('a < "b"', display=False).html


def test_settings_of_one_formula_do_not_reach_the_next() -> None:
    set_math(r"\newcommand{\foo}{x}\foo", display=False)
    assert set_math(r"\foo", display=False).problem


def test_broken_tex_is_shown_as_it_is() -> None:
    formula = set_math("<a {", display=False)
    assert formula.html == '<code class="math-broken">&lt;a {</code>'
    assert formula.problem[0].islower()
    assert not formula.problem.endswith(".")


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Costs of $5 and $6", "Costs of $5 and $6"),
        ("An $O(n^2)$ bound & <more>", "An O(n^2) bound & <more>"),
        ("From $5 to 10$", "From 5 to 10"),
        (r"A \$5 bill", r"A \$5 bill"),
    ],
)
def test_a_title_is_no_markdown_but_has_math(title: str, plain: str) -> None:
    assert render_title(title)[1] == plain


def test_a_title_is_escaped() -> None:
    assert render_title("*A* <b> & $x$")[0].startswith("*A* &lt;b&gt; &amp; <math")

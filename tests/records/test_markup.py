"""Publishers' markup to plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.records.markup import markup_to_text, paragraphs_to_text

B_TO_K = (
    "<mml:math><mml:mi>B</mml:mi><mml:mo>→</mml:mo>"
    "<mml:msup><mml:mi>K</mml:mi><mml:mo>*</mml:mo></mml:msup></mml:math>"
)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H₂O and CO₂"),
        ("A 10<sup>\u22123</sup> effect", "A 10⁻³ effect"),
        ("T<sub>c</sub> of x<sup>ab</sup>", "T$_c$ of x$^{ab}$"),
        ("The <i>in vivo</i> &amp; <b>in vitro</b> test", "The in vivo & in vitro test"),
        ("Twice &amp;amp; escaped &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;", "Twice & escaped x"),
        ("p < 0.05 and q > 3", "p < 0.05 and q > 3"),
        ("<i>p</i> < 0.05", "p < 0.05"),
        ("A Vector&lt;T&gt; for all", "A Vector<T> for all"),
        ("Hard\n   wrapped", "Hard wrapped"),
        ("One<br/>two", "One two"),
        ("<p>One</p><p>two</p>", "One two"),
        ("Not </i> closed <b>well", "Not closed well"),
        (f"Search for {B_TO_K} decays", "Search for $B→K^*$ decays"),
        ("<math><msub><mi>x</mi><mrow><mn>1</mn><mi>i</mi></mrow></msub></math>", "$x_{1i}$"),
        ("<math><msqrt><mi>s</mi></msqrt><mo>=</mo><mn>13</mn></math> TeV", r"$\sqrt{s}=13$ TeV"),
        ("<math>\n <mi>Z</mi>\n</math> boson", "Z boson"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("", ""),
    ],
)
def test_titles(markup: str, text: str) -> None:
    assert markup_to_text(markup) == text


def test_an_abstract_keeps_its_paragraphs() -> None:
    markup = "<jats:title>Abstract</jats:title><jats:p>One\n two.</jats:p>\n<jats:p>Three.</jats:p>"
    assert paragraphs_to_text(markup) == "One two.\n\nThree."


@given(st.text(alphabet=st.sampled_from("<>/&;ai bsuptmlr=\"'\n\x1fé2")))
def test_any_text_is_taken(markup: str) -> None:
    assert "\n" not in markup_to_text(markup)
    assert "\x1f" not in paragraphs_to_text(markup)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Equilibrium points in <i>n</i> -person games", "Equilibrium points in n-person games"),
        ("<i>Drosophila</i> , a review", "Drosophila, a review"),
        ("<i>Planck</i> 2018 results", "Planck 2018 results"),
        ("<i>Planck</i> – a mission", "Planck – a mission"),
        ("Science &amp; Engineering", "Science & Engineering"),
    ],
)
def test_what_follows_an_element_stays_with_it(markup: str, text: str) -> None:
    assert markup_to_text(markup) == text

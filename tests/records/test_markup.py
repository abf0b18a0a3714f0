"""Publishers' markup to rich text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.richtext import SMALL_CAPITALS
from digest.markdown import render_title
from digest.records.csl import parse_item
from digest.records.markup import markup_to_rich, markup_to_text, paragraphs_to_rich


def math(content: str) -> str:
    """Return a formula as APS and Elsevier have it."""
    return f"<mml:math>{content.replace('</', '</mml:').replace('<m', '<mml:m')}</mml:math>"


IN_FORMS = (
    f"<alternatives>{math('<mn>6</mn><mi>K</mi>')}<inline-graphic xlink:href='a.gif'/>"
    "</alternatives>"
)


@pytest.mark.parametrize(
    ("markup", "rich"),
    [
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H<sub>2</sub>O and CO<sub>2</sub>"),
        ("A 10<sup>\u22123</sup> effect", "A 10<sup>\u22123</sup> effect"),
        ("The <i>in vivo</i> &amp; <strong>so</strong>", "The <i>in vivo</i> & <b>so</b>"),
        ("<jats:italic>E. coli</jats:italic> <em>x</em>", "<i>E. coli</i> <i>x</i>"),
        ("things<sup>*</sup><sup>†</sup>", "things<sup>*</sup><sup>†</sup>"),
        ("the H <scp>i</scp> disk", f"the H {SMALL_CAPITALS}i</span> disk"),
        ('<span style="font-variant: small-caps">io</span>', f"{SMALL_CAPITALS}io</span>"),
        ('<span style="font-style:italic">a</span>', "<i>a</i>"),
        ('An <span class="nocase">iPhone</span>', "An iPhone"),
        (
            "Twice &amp;amp; escaped &amp;lt;i&amp;gt;x&amp;lt;/i&amp;gt;",
            "Twice & escaped <i>x</i>",
        ),
        ("The <title> element and <b> in it", "The <title> element and <b> in it"),
        ("Growth of <i>E. coli in milk", "Growth of E. coli in milk"),
        ("p < 0.05 and q > 3", "p < 0.05 and q > 3"),
        ("<i>p</i> < 0.05", "<i>p</i> < 0.05"),
        ("A Vector&lt;T&gt; for all", "A Vector<T> for all"),
        ("Hard\n   wrapped", "Hard wrapped"),
        ("One<br/>two", "One two"),
        ("<p>One</p><p>two</p>", "One two"),
        ("Not </i> closed <b>well", "Not closed well"),
        ("<i>a <b>b</i> c</b>", "<i>a b</i> c"),
        ("<i> x </i>y<b> </b>z", "<i>x</i> y z"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("A title<fn><p>Given by a fund</p></fn>", "A title"),
        ('A title<xref ref-type="fn" rid="f1"><sup>*</sup></xref>', "A title"),
        ("<i>F</i>\n <sub>1</sub> scores", "<i>F</i><sub>1</sub> scores"),
        ("the\n <sup>13</sup>\n C nucleus", "the <sup>13</sup>C nucleus"),
        ("<sup>3</sup>\n He films", "<sup>3</sup>He films"),
        ("10 <sup>6</sup>\n A", "10 <sup>6</sup> A"),
        # formulas in TeX
        (r"Springer's \(k\) and $$B^0$$", "Springer's $k$ and $B^0$"),
        ("$a<b>c$ and $x &lt; y$", "$a<b>c$ and $x < y$"),
        ("$5 <i>or</i> 6$", "$5 <i>or</i> 6$"),
        (
            r"On <inline-formula><tex-math>$H_{\infty }$ </tex-math></inline-formula> Control",
            r"On $H_{\infty }$ Control",
        ),
        (r"<tex-math>H_\infty</tex-math>", r"$H_\infty$"),
        (
            r"<tex-math>\documentclass{x}\begin{document}$$\beta$$\end{document}</tex-math>-decay",
            r"$\beta$-decay",
        ),
        (f"<alternatives><tex>\\no</tex>{math('<mi>x</mi><mo>=</mo>')}</alternatives>", "$x=$"),
        (
            # a formula in three forms is one, wherever they stand
            f"A <inline-formula><tex-math>$6K$</tex-math>{IN_FORMS}</inline-formula> b",
            "A 6K b",
        ),
        (f"<inline-formula><tex>$x$</tex>{math('<mi>x</mi><mo>=</mo>')}</inline-formula>", "$x=$"),
        ("<alternatives><tex>$x^2$</tex><graphic></graphic></alternatives>", "$x^2$"),
        ("<disp-formula><tex-math>$$E=mc^2$$</tex-math></disp-formula>", "$E=mc^2$"),
        # what begins and ends is an element, whatever its name
        ("<q>A</q> <emph>b</emph> <overline>c</overline> <s>d</s>", "\u201cA\u201d <i>b</i> c d"),
        ("A <graphic href='x'/>b<!-- c --> <![CDATA[<i>d</i>]]>", "A b <i>d</i>"),
        ("x <p and y> 0, Vec<T>, <T>he <String>s", "x <p and y> 0, Vec<T>, <T>he <String>s"),
        ("", ""),
    ],
)
def test_titles(markup: str, rich: str) -> None:
    assert markup_to_rich(markup) == rich
    # what has been read once is read again whenever the record is
    assert markup_to_rich(rich) == rich


@pytest.mark.parametrize(
    ("mathml", "rich"),
    [
        (
            "<mi>B</mi><mo>→</mo><msup><mi>K</mi><mo>*</mo></msup>",
            "$B→K^*$",
        ),
        ("<msub><mi>B</mi><mi>s</mi></msub>", "$B_s$"),
        ("<msub><mi>\u03b1</mi><mn>1</mn></msub>", "$\u03b1_1$"),
        ("<msub><mi>x</mi><mrow><mn>1</mn><mi>i</mi></mrow></msub>", "$x_{1i}$"),
        ("<msqrt><mi>s</mi></msqrt><mo>=</mo><mn>13</mn>", r"$\sqrt{s}=13$"),
        ("\n <mi>Z</mi>\n", "Z"),
        ("<mi>Mn</mi>", "Mn"),
        (
            '<mn>13</mn><mspace width="0.3em"/><mtext>TeV</mtext><mspace width="0em"/><mi>x</mi>',
            r"$13\ \mathrm{TeV}x$",
        ),
        (
            "<mmultiscripts><mi>Ca</mi><mprescripts/><mrow/><mn>38</mn></mmultiscripts>",
            r"$^{38}\mathrm{Ca}$",
        ),
        (
            "<mmultiscripts><mi>U</mi><mn>2</mn><mo>+</mo><mprescripts/><mn>9</mn><mn>8</mn></mmultiscripts>",
            "$_9^8U_2^+$",
        ),
        ('<mi>p</mi><mover accent="true"><mi>p</mi><mo>¯</mo></mover>', r"$p\bar{p}$"),
        (
            "<mover><mi>x</mi><mo>~</mo></mover><mover><mi>y</mi><mo>^</mo></mover>",
            r"$\tilde{x}\hat{y}$",
        ),
        (
            "<mover><mi>x</mi><mo>˙</mo></mover><mover><mi>v</mi><mo>→</mo></mover>",
            r"$\dot{x}\vec{v}$",
        ),
        ("<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>", r"$\overline{AB}$"),
        ("<mover><mo>→</mo><mi>f</mi></mover>", r"$\overset{f}{→}$"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>",
            "$∑_{i=1}^n$",
        ),
        ("<munder><mi>lim</mi><mi>x</mi></munder>", r"$\lim _x$"),
        ("<munder><mi>x</mi><mo>_</mo></munder>", r"$\underline{x}$"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", r"$\sqrt[3]{x}$"),
        ("<mfrac><mn>1</mn><mn>2</mn></mfrac>", r"$\frac{1}{2}$"),
        ('<mfenced open="[" close="]" separators=";"><mi>a</mi><mi>b</mi></mfenced>', "$[a;b]$"),
        ("<mfenced><mi>a</mi><mi>b</mi><mi>c</mi></mfenced>", "$(a,b,c)$"),
        (
            '<mi mathvariant="normal">O</mi><mo>+</mo><mi mathvariant="bold">x</mi>',
            r"$\mathrm{O}+\mathbf{x}$",
        ),
        ("<mi>f</mi><mtext> if </mtext><mi>g</mi>", r"$f\text{ if }g$"),
        (
            r"<mtext>a~b\^</mtext><mo>∅</mo>",
            r"$\text{a\textasciitilde{}b\textbackslash{}\textasciicircum{}}\emptyset$",
        ),
        ("<mi>ln</mi><mo>\u2061</mo><mi>x</mi>", r"$\ln x$"),
        ("<mo>{</mo><mi>x</mi><mo>}</mo><mo>√</mo>", r"$\{x\}\surd$"),
        ("<msup><msup><mi>a</mi><mn>2</mn></msup><mn>3</mn></msup>", "${a^2}^3$"),
        ("<msup><mi>x</mi><mo>\u2032</mo></msup>", "$x'$"),
        (
            "<mtable><mtr><mtd>a</mtd><mtd>b</mtd></mtr></mtable>",
            r"$\begin{matrix}a&b\end{matrix}$",
        ),
        ("<msup><mi>lost</mi></msup><mn>7</mn>", r"$\mathrm{lost}7$"),
    ],
)
def test_mathml(mathml: str, rich: str) -> None:
    assert markup_to_rich(math(mathml)) == rich
    html, plain = render_title(rich)
    assert "math-broken" not in html
    assert "$" not in html + plain


def test_digits_beside_a_formula_leave_it_one() -> None:
    formula = math("<mi>n</mi><mo>+</mo><mn>1</mn>")
    assert markup_to_rich(f"2{formula}3 and 1.5{formula}") == "$2n+13$ and $1.5n+1$"


def test_names_and_places_have_no_styles() -> None:
    assert markup_to_text("H<sub>2</sub>O &amp; <i>Sons</i>") == "H₂O & Sons"


def test_an_abstract_keeps_its_paragraphs() -> None:
    markup = "<jats:title>Abstract</jats:title><jats:p>One\n two.</jats:p>\n<jats:p>Three.</jats:p>"
    assert paragraphs_to_rich(markup) == "One two.\n\nThree."
    assert paragraphs_to_rich("One.\n\nTwo.") == "One.\n\nTwo."
    assert paragraphs_to_rich("<i><p>One</p><p>two</p></i>") == "<i>One</i>\n\n<i>two</i>"
    assert paragraphs_to_rich("<p><b>Summary:</b></p><p>One.</p>") == "One."


@pytest.mark.parametrize(
    "markup", ["<p>n/a</p>", "No abstract available.", "Abstract is not available"]
)
def test_what_says_that_there_is_no_abstract_is_none(markup: str) -> None:
    assert paragraphs_to_rich(markup) == ""
    assert paragraphs_to_rich(f"<p>One</p><p>{markup}</p>") != ""


@given(st.text(alphabet=st.sampled_from("<>/&;ai bsuptmlr=\"'\n\x1fé2$\\")))
def test_any_text_is_taken(markup: str) -> None:
    assert "\n" not in markup_to_rich(markup)
    assert "\x1f" not in paragraphs_to_rich(markup)


@pytest.mark.parametrize(
    ("markup", "rich"),
    [
        ("points in <i>n</i> -person games", "points in <i>n</i>-person games"),
        ("<i>Drosophila</i> , a review", "<i>Drosophila</i>, a review"),
        ("<i>Planck</i> 2018 results", "<i>Planck</i> 2018 results"),
        ("<i>Planck</i> – a mission", "<i>Planck</i> – a mission"),
        ("Science &amp; Engineering", "Science & Engineering"),
        ("p110α (\n   <i>PIK3CA</i>\n   )", "p110α (<i>PIK3CA</i>)"),
        ("[\n <i>a</i>\n ] and “ <i>E. coli</i> ”", "[<i>a</i>] and “<i>E. coli</i>”"),
        ("clams ( Tridacna maxima ) and “ E. coli ”", "clams (Tridacna maxima) and “E. coli”"),
        ('The " <i>a</i> " and <b>b</b>', 'The "<i>a</i>" and <b>b</b>'),
        ("of <i>Homo</i>\n 's genes", "of <i>Homo</i>'s genes"),
        ("trans-\n   <i>Golgi</i>", "trans-<i>Golgi</i>"),
        ("CO\n   <sub>2</sub>\n   emissions", "CO<sub>2</sub> emissions"),
        ("10\n  <sup>6</sup>\n  of Ca\n <sup>+</sup>", "10<sup>6</sup> of Ca<sup>+</sup>"),
        ("on the\n   <sup>13</sup>C shift", "on the <sup>13</sup>C shift"),
        ("<b>A whole title of <i>x</i></b>", "A whole title of <i>x</i>"),
        ("<b>lme4</b>: a package", "<b>lme4</b>: a package"),
        ("pre- and <i>post</i>", "pre- and <i>post</i>"),
        ("the 21\n <sup>st</sup>\n century", "the 21<sup>st</sup> century"),
        ("H\n <sub>2</sub>\n O and N\n <sub>2</sub>\n O", "H<sub>2</sub>O and N<sub>2</sub>O"),
        (
            "La\n <sub>0.7</sub>\n Sr\n <sub>0.3</sub>\n MnO\n <sub>3</sub>\n films",
            "La<sub>0.7</sub>Sr<sub>0.3</sub>MnO<sub>3</sub> films",
        ),
        ("CO\n <sub>2</sub>\n In Soils and On", "CO<sub>2</sub> In Soils and On"),
        ("CO\n <sub>2</sub>\n , H\n <sub>2</sub>\n", "CO<sub>2</sub>, H<sub>2</sub>"),
        ("SO\n <sub>2</sub>\n /NO", "SO<sub>2</sub>/NO"),
        (
            "Ca\n <sup>2+</sup>\n and SO\n <sub>4</sub>\n <sup>2\u2212</sup>",
            "Ca<sup>2+</sup> and SO<sub>4</sub><sup>2\u2212</sup>",
        ),
    ],
)
def test_what_stands_beside_an_element_stays_with_it(markup: str, rich: str) -> None:
    assert markup_to_rich(markup) == rich
    # where its lines end is known of a record, too
    assert parse_item({"title": [markup]}, "doi:10.1234/1").work.title == rich

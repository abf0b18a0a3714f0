"""Lines of plain text: what one would read aloud."""

from __future__ import annotations

import pytest

from tests.render.plainly import PAGE, SITE, text_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # the trap: a number that is raised after a number
        ("8.4[@d]", "8.4 [4]"),
        ("H<sub>2</sub>O, x<sup>2</sup>, 1<sup>st</sup>", "H₂O, x², 1ˢᵗ"),
        ("8.4<sup>a, b</sup> a<sub>max</sub>", "8.4^(a, b) aₘₐₓ"),
        ("<mark>**a** b</mark> **<mark>c</mark> d** *<u>e</u>*", "*a b* *c d* *_e_*"),
        ("<kbd>Ctrl</kbd> <mark>a</mark> <u>b</u> <del>c</del>", "Ctrl *a* _b_ ~~c~~"),
        ('<abbr title="So &amp; so">SS</abbr>', "SS (So & so)"),
        ("a<br>b", "a\nb"),
        ("8.4[@d].", "8.4 [4]."),
        ("as [@d]4", "as [4] 4"),
        ("word[@a]word", "word [1] word"),
        ("word [@a], and", "word [1], and"),
        ("(word [@a])", "(word [1])"),
        ("“[@a]”", "“[1]”"),
        ("数[@a]。", "数 [1]。"),
        ("[@b; @d; @c; @a]", "[1–4]"),
        ("[@e; @a; @b]", "[1, 2, 5]"),
        ("[see @d, p. 3]", "[see 4, p. 3]"),
        ("[@a, p. 3; @b]", "[1, p. 3; 2]"),
        ("@a says", "A et al. [1] says"),
        ("@a [p. 3] says", "A et al. [1, p. 3] says"),
        ("[@x]", "[?]"),
        ("*see [@a]*", "*see [1]*"),
        ("[@a][^n] x\n\n[^n]: n", "[1] [a] x\n\n[a] n"),
    ],
)
def test_a_citation_touches_no_word(text: str, shown: str) -> None:
    assert text_of(text) == shown


def test_a_site_that_names_authors_and_years_does_so_here() -> None:
    shown = text_of("So [see @a, p. 3; @b]. @c says.", style="author-year")
    assert shown == "So (see A et al., 2022, p. 3; B et al., 2022). C et al. (2022) says."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[a b](https://x.org/y).", "a b <https://x.org/y>."),
        ("<https://x.org/y>", "<https://x.org/y>"),
        ("[https://x.org/ä](https://x.org/ä)", "<https://x.org/%C3%A4>"),
        ("see[a](https://x.org)4", "seea <https://x.org> 4"),
        ("<me@x.org>", "<me@x.org>"),
        ("[write](mailto:me@x.org)", "write <me@x.org>"),
        ("[there](../2022-02/x.md)", f"there <{SITE}editions/2022-02/x/>"),
        ("[above](#why)", "above"),
        ("[as @a says](https://x.org)", "as A et al. <https://x.org> [1] says"),
        ("![A fig](f.png)", f"[Image: A fig] <{PAGE}f.png>"),
        ("[![i](f.png)](https://x.org)", f"[Image: i] <{PAGE}f.png> <https://x.org>"),
    ],
)
def test_an_address_stands_whole_between_brackets(text: str, shown: str) -> None:
    assert text_of(text, width=100) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* **b** ~~c~~", "*a* *b* ~~c~~"),
        ("***a** b*", "*a b*"),
        ("`a  b`", "`a  b`"),
        ("$x^2 + y_i$", "x² + yᵢ"),
        (r"$\begin{pmatrix}a\\b\end{pmatrix}$", r"`\begin{pmatrix}a\\b\end{pmatrix}`"),
        (r"it costs \$5 & <b>", "it costs $5 & <b>"),
        ("one\\\ntwo", "one\ntwo"),
    ],
)
def test_marks_code_and_math_can_be_read(text: str, shown: str) -> None:
    assert text_of(text) == shown


def test_code_is_not_broken() -> None:
    assert text_of("a word `digest build --out x`", width=24) == "a word\n`digest build --out x`"


def test_the_address_of_a_link_that_a_citation_parts_is_told_once() -> None:
    shown = text_of("[as [@a] shows](https://x.org/) and [@b says so](https://y.org/).")
    assert shown == "as <https://x.org/> [1] shows and B et al. <https://y.org/> [2] says so."

from __future__ import annotations

import re
import time
import unicodedata
from html import unescape
from xml.etree.ElementTree import fromstring

import pytest

from digest.basics.dollarmath import split_math
from digest.markdown import parse_body
from digest.markdown.math import set_math
from digest.markdown.mathtext import math_html, math_text, math_words
from tests.markdown.formulas import FORMULAS
from tests.markdown.shown import problems, show


@pytest.mark.parametrize("tex", FORMULAS)
def test_what_abstracts_have_is_set_and_can_be_told_in_words(tex: str) -> None:
    formula = set_math(tex, display=False)
    assert formula.problem == ""
    tree = fromstring(formula.html.replace("&ApplyFunction;", "\u2061"))  # noqa: S314 -- our own
    assert tree.tag == "math"
    assert tree.get("alttext") == tex
    # every word and number that stands in the TeX, commands aside, is there to be read
    text = "".join(tree.itertext())
    for word in re.findall(r"[0-9]+", re.sub(r"\\[A-Za-z]+", " ", tex)):
        assert word in unicodedata.normalize("NFKC", text)
    assert math_text(formula.html).strip("`") == math_words(formula.html)


def test_no_formula_of_an_abstract_is_worse_than_its_tex_in_words() -> None:
    bare = [tex for tex in FORMULAS if math_text(set_math(tex, display=False).html).startswith("`")]
    # what has two dimensions
    assert bare == [
        r"\binom{n}{k}",
        r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
        r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
        r"\underbrace{a+b}_{n}",
        r"\overline{AB}",
        r"\substack{a \\ b}",
    ]


@pytest.mark.parametrize(
    "tex",
    [
        *(r"\widetilde{x}", r"\widehat{x}", r"\mbox{a b}", r"\ensuremath{x}", r"x\xspace"),
        *(r"\mathbbm{1}", r"\abs{x}", r"\nicefrac{1}{2}", r"\textup{a}", r"x\textsubscript{a}"),
        *(r"\left< x \middle| y \right>", r"\bigl< x \bigr>", r"a\hspace*{1em}b"),
        r"\text{if $x>0$ and $y>0$, or so}",
        *(r"\begin{smallmatrix}a&b\end{smallmatrix}", r"\begin{pmatrix*}[r]1\end{pmatrix*}"),
        r"\begin{eqnarray*}a&=&b\\c&=&d\end{eqnarray*}",
        *(rf"\begin{{{name}}}{{2}}a&=b&c&=d\end{{{name}}}" for name in ("alignat", "alignedat")),
    ],
)
def test_commands_of_common_packages_are_known(tex: str) -> None:
    assert set_math(tex, display=False).problem == ""


def test_an_equation_keeps_the_number_that_was_typed() -> None:
    formula = set_math(r"E = mc^2 \tag{7}", display=True)
    assert not formula.problem
    assert "7" in formula.html.partition(">")[2]


def test_words_in_a_formula_keep_their_spaces() -> None:
    html = set_math(r"\text{50\% of all \& more}", display=False).html
    assert "<mtext>50% of all &amp; more</mtext>" in html.replace("\u00a0", " ")


OPENING = "".join(
    chr(code)
    for code in (*range(0x80, 0x3000), *range(0xFE00, 0xFFFF))
    if unicodedata.category(chr(code)) in {"Ps", "Pi"} or chr(code) in "⌜⌞⎰"
)


@pytest.mark.parametrize("sign", [*OPENING, r"\ulcorner", r"\llcorner", r"\lmoustache", r"\lgroup"])
def test_no_bracket_takes_twice_the_time_for_each_that_stays_open(sign: str) -> None:
    start = time.perf_counter()
    set_math(f"{sign} " * 40, display=False)
    assert time.perf_counter() - start < 20


def test_the_tex_of_a_formula_stays_readable() -> None:
    assert '<math alttext="a &lt; &quot;b&quot;"' in set_math('a < "b"', display=False).html


def test_broken_tex_is_shown_as_it_is() -> None:
    formula = set_math("<a {", display=False)
    assert formula.html == '<code class="math-broken">&lt;a {</code>'
    assert formula.problem[0].islower()
    assert not formula.problem.endswith(".")


def test_equations_have_no_numbers_and_no_ids() -> None:
    tex = r"\begin{align} a &= b \label{content} \\ c &= d \end{align}"
    html = set_math(tex, display=True).html
    assert "(1)" not in html
    assert " id=" not in html
    assert "leads nowhere" in set_math(r"by \eqref{content}", display=True).problem


def test_text_in_a_formula_may_have_math_of_its_own() -> None:
    tex = r"\begin{cases} 1 & \text{if $x_1 > 0$ or so} \\ 0 & \text{else} \end{cases}"
    html = set_math(tex, display=True).html
    assert "<mtext>if " in html.replace("\u00a0", " ")
    assert "<msub><mi>x</mi><mn>1</mn></msub><mo>&gt;</mo>" in html


# --- money ---

MONEY = (
    "It costs $5 and $6.",
    "From $5 to $10, or $5-$10.",
    "$100–$200",
    "US$5",
    "US$5 and C$6 and A$7",
    "$x$5",
    "$ 5 and 6 $",
    "It went from $5 to 10$.",
    "Either $5 or C$ 6.",
    "cheap at $20 million, up from 15$ then",
    "5$ or 10$ more",
    "5$, and 10$.",
    "$1.5bn in 2020; $2.5bn in 2021",
    "a $10k GPU, a $20k GPU",
    "($5) ($6)",
    "$5/$6/$7",
    "($/$$/$$$)",
    "from $, $$ and $$$",
    "100 $ = 92 €, 200 $ = 184 €",
    "3 $ < 4 $, $ 3 + $ 4 = $ 7",
    "both $HOME and `$PATH`, $A or `$B`",
    "US$$5",
    "$",
    "$$",
    "a $ b $ c",
    r"\$5 and \$6 and \$x\$",
)
MATH = {
    "$x$": ["x"],
    "$5$ and $10$": ["5", "10"],
    "$2 n \\log n$": ["2 n \\log n"],
    "$2 n log n$": ["2 n log n"],
    "$3 GHz$": ["3 GHz"],
    "costs $5, in $x$ units of $6": ["x"],
    r"10$^{-3}$, 3$\times$3 and H$_2$O": ["^{-3}", r"\times", "_2"],
    r"US$5 for $\alpha$ and $\beta$": [r"\alpha", r"\beta"],
    "($x$), “$y$”-$z$.": ["x", "y", "z"],
    r"$\$5$": [r"\$5"],
    "$k$-NN at $5 and $6": ["k"],
    # side by side, as TeX and Pandoc read them
    "H$_2$$^{18}$O": ["_2", "^{18}"],
    "$a$$b$$c$, $d$$e$": ["a", "b", "c", "d", "e"],
    r"Li$_2$$^{18}$O$_2$-mediated $\delta$$^{18}$O": ["_2", "^{18}", "_2", r"\delta", "^{18}"],
    "things$^*$$^†$": ["^*", "^†"],
    "$$a$$$b$ and $c$$$d$$": ["a", "b", "c", "d"],
    r"at $\sqrt{s}$$=$13 TeV and $p_T$$>$20": [r"\sqrt{s}", "=", "p_T", ">"],
    r"13$$\,$$TeV": [r"\,"],
    r"$\alpha$$5 a piece": [r"\alpha"],
    "$5$$6$": ["5", "6"],
}


@pytest.mark.parametrize("text", MONEY)
def test_money_stays_money(text: str) -> None:
    assert [piece.text for piece in split_math(text) if piece.is_math] == []
    assert "<math" not in show(text)
    assert show(text).count("$") == text.count("$")


@pytest.mark.parametrize("text", MATH)
def test_math_beside_money_is_math(text: str) -> None:
    assert [piece.text for piece in split_math(text) if piece.is_math] == MATH[text]
    assert re.findall('alttext="([^"]*)"', unescape(show(text))) == MATH[text]


# --- where it stands ---


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$a$ [@b], $c$[@d]; @e [$f$].", ["a", "c", "f"]),
        ("[$x^2$ and more](https://example.org/$y$)", ["x^2"]),
        ("**$x$** _$y$_ ~~$z$~~ `$no$`", ["x", "y", "z"]),
        ("# On $x$\n\n> $y$\n\n- $z$\n", ["x", "y", "z"]),
        ("| $a$ | b |\n|---|---|\n| c | $|d|$ |\n", ["a"]),
        ("| $a$ | b |\n|---|---|\n| c | $\\|d\\|$ |\n", ["a", "|d|"]),
        ("a[^1]\n\n[^1]: $x$\n", ["x"]),
        ('![a](b.png "over $x$")', ["x"]),
        ("$$\nx\n+\ny\n$$", ["x\n+\ny"]),
        ("before $$\nx\n$$ after", ["x"]),
        ("$$x$$", ["x"]),
        ("$$x$$ is first and so is $$y$$", ["x", "y"]),
        ("- $$x$$\n- $$ y\n- z $$\n", ["x"]),
        ("- item\n\n  $$\n  x\n  $$\n", ["x"]),
        ("Term\n: $x$\n", ["x"]),
    ],
)
def test_math_stands_wherever_text_stands(text: str, shown: list[str]) -> None:
    parsed = parse_body(text, "a.md")
    printed = "".join(str(part) for parts in parsed.value.texts.values() for part in parts)
    assert re.findall('alttext="([^"]*)"', printed) == shown
    assert [found for found in parsed.diagnostics if found.rule == "math-broken"] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("text $\\no$", "1:6"),
        ("one\ntwo $\\no$ three", "2:5"),
        ("a\n\n$$\n\\no\n$$", "3:1"),
        ("- a\n- b $$\\no$$", "2:5"),
        ("> a\n> $\\no$", "2:3"),
        ("| a | b |\n|---|---|\n| c | d $\\no$ |", "3:9"),
        ('![a](b.png "over $\\no$")', "1:18"),
        ('![a](b.png "over\ntwo $\\no$")', "2:5"),
        ("# On $\\no$", "1:6"),
        ("a[^1]\n\n[^1]: see $\\no$", "3:11"),
        ("[see @a, $\\no$]", "1:10"),
        ("[b $\\no$](https://example.org)", "1:4"),
        ("Term\n: a $\\no$", "2:5"),
    ],
)
def test_broken_tex_is_reported_where_it_stands(text: str, place: str) -> None:
    broken = [found for found in problems(text) if "math-broken" in found]
    assert broken == [f"{place} math-broken: this TeX cannot be set: unknown command '\\no'"]


# --- what nobody types in good faith ---

HOSTILE = {
    "open brackets": "(" * 40,
    "open brackets of all kinds": r"\bigl\{ [ \langle \lvert " * 40,
    "brackets that open in groups": "{(}" * 30 + "{)}" * 30,
    "brackets, deep": "(" * 900 + ")" * 900,
    "roots in roots": r"\sqrt " * 600 + "x",
    "accents on accents": r"\hat " * 700 + "x",
    "exponents of exponents": "x^{" * 800 + "x" + "}" * 800,
    "fractions in fractions": r"\frac{1}{" * 300 + "x" + "}" * 300,
    "delimiters in delimiters": r"\left(" * 250 + "x" + r"\right)" * 250,
    "environments in environments": r"\begin{matrix}" * 100 + "x" + r"\end{matrix}" * 100,
    "groups in groups": "{" * 1900 + "x" + "}" * 1900,
    "groups never closed": "{" * 3900,
    "a bomb of macros": r"\newcommand{\a}[1]{\a{#1#1}}\a{x}",
    "a definition of itself": r"\def\a{\a\a}\a",
    "a definition by another": r"\let\a=\b \a",
    "a zero": "a\0b",
    "other control characters": "a\x01\x1b\x7f\x85b",
    "half a character": "a\ud800b",
    "no character": "a\uffffb",
    "unknown commands": r"\a\b\c" * 300,
    "much": "x+" * 2001,
    "nothing": "",
    "only a backslash": "\\",
    "comments": "%" * 100,
    "cells": "&" * 1000,
    "rows": r"\\ " * 900,
    "primes": "'" * 3000,
    "HTML": "</math><script>alert(1)</script>",
    "HTML in text": r"\text{</math><script>alert(1)</script>&amp;\"}",
    "an address": r"\href{javascript:alert(1)}{x}",
    "emoji": "👩‍🔬^2",
    "right to left": "\u202eabc",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("display", [False, True])
def test_no_tex_does_harm(name: str, *, display: bool) -> None:
    start = time.perf_counter()
    formula = set_math(HOSTILE[name], display=display)
    assert time.perf_counter() - start < 20
    assert "<script" not in formula.html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", formula.html)
    assert "<script" not in math_html(formula.html)
    # a text is escaped where it is shown
    assert math_text(formula.html).strip("`") == math_words(formula.html).strip("`")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_with_such_tex_is_read(name: str) -> None:
    text = f"Before ${HOSTILE[name]}$ after.\n"
    parse_body(text, "a.md")
    list(split_math(text))


def test_githubs_backticks_are_no_part_of_a_formula() -> None:
    assert show("$`x^2`$") == show("$x^2$")

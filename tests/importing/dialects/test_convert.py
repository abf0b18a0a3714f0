"""Markdown of other tools, as digest reads it afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.importing.dialects.convert import Dialect, convert
from digest.importing.dialects.leftouts import LeftOuts

PLAIN = Dialect()
KRAMDOWN = Dialect(is_kramdown=True)
PANDOC = Dialect(is_pandoc=True, has_colons=True, has_citations=True, has_dollars=True)
PYTHON = Dialect(is_python=True, has_marked_notes=True)


def made(text: str, dialect: Dialect = PLAIN) -> str:
    return convert(text, dialect, "a.md", LeftOuts("a.md", 1))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Thanks @ada, me@a.org, `@b`", "Thanks \\@ada, me@a.org, `@b`"),
        ("_@ada_ and [@bo]", "_\\@ada_ and [\\@bo]"),
        ("[x](https://m.org/@u) https://m.org/@u", "[x](https://m.org/@u) https://m.org/@u"),
        ("```\n@a $x_1$ <b>\n```\n\n    @b <i>", "```\n@a $x_1$ <b>\n```\n\n    @b <i>"),
        (":::note\n@ada\n:::", "\\:::note\n\\@ada\n\\:::"),
        ("a[^1] b[^2] ^[c]\n\n[^1]: note", "a[^1] b\\[^2] ^\\[c]\n\n[^1]: note"),
        ("[link]: https://a.org/@b", "[link]: https://a.org/@b"),
        ("a <!-- @b --> c", "a <!-- @b --> c"),
    ],
)
def test_signs_that_meant_nothing_have_a_backslash(typed: str, meant: str) -> None:
    assert made(typed) == meant


@pytest.mark.parametrize("sign", [("::: note", ":::"), ("!!! note", "    x")])
@pytest.mark.parametrize("around", ["    {}\n    {}\n", "```\n{}\n{}\n```\n", "<!--\n{}\n{}\n-->"])
def test_signs_of_notes_in_code_and_comments_are_none(around: str, sign: tuple[str, str]) -> None:
    text = f"a\n\n{around.format(*sign)}"
    assert made(text, PANDOC) == text
    assert made(text, PYTHON) == text


def test_code_keeps_signs_of_contents_and_of_excerpts() -> None:
    text = "`<!-- more -->`\n\n```\n[TOC]\n<!-- more -->\n*[A]: b\n* TOC\n{:toc}\n```\n\n    [TOC]"
    leftouts = LeftOuts("a.md", 1)
    assert convert(text, KRAMDOWN, "a.md", leftouts) == text
    assert leftouts.found == ()


def test_what_is_left_out_is_told_with_its_code() -> None:
    leftouts = LeftOuts("a.md", 1)
    text = "{::comment}see `x`{:/comment}\n\n*[A `b`]: c\n"
    convert(text, KRAMDOWN, "a.md", leftouts)
    assert [one.what for one in leftouts.found] == ["see `x`", "*[A `b`]: c"]


def test_what_was_preformatted_keeps_the_signs_of_notes() -> None:
    assert "\n::: note\nx\n:::\n" in made("<pre>\n::: note\nx\n:::\n</pre>", PANDOC)


def test_references_to_figures_are_no_citations() -> None:
    text = "See @fig-one, [@sec-two] and @figaro, @ada."
    assert made(text, PANDOC) == "See \\@fig-one, [\\@sec-two] and @figaro, @ada."


@pytest.mark.parametrize(
    ("typed", "meant", "dialect"),
    [
        ("$5 and $6", "$5 and $6", PLAIN),
        ("pay ($cash$) here", "pay (\\$cash\\$) here", PLAIN),
        ("pay ($cash$) and $x^2$", "pay ($cash$) and $x^2$", PLAIN),
        ("$n$ nodes", "$n$ nodes", PLAIN),
        ("pay ($cash$), run `$x^2$`", "pay (\\$cash\\$), run `$x^2$`", PLAIN),
        (r"\\(x_1\\) and \(y^2\), \(so\)", r"$x_1$ and $y^2$, \(so\)", PLAIN),
        (r"\\[ \sum x \\]", r"$$ \sum x $$", PLAIN),
        (r"\[1\] \[\alpha\]", r"\[1\] $$\alpha$$", PLAIN),
        ("is $$O(n)$$ here\n\n$$\na=b\n$$", "is $O(n)$ here\n\n$$\na=b\n$$", KRAMDOWN),
        (r"$x\_1 \\\\ y$", r"$x_1 \\ y$", PLAIN),
        (
            "\\begin{align*}\na&=b \\label{x}\n\\end{align*}",
            "$$\\begin{aligned}\na&=b \n\\end{aligned}$$",
            PLAIN,
        ),
    ],
)
def test_formulas(typed: str, meant: str, dialect: Dialect) -> None:
    assert made(typed, dialect) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a <b>bold </b>and <i>it</i>", "a **bold** and *it*"),
        ('<a href="https://a.org" target=_blank>to *it*</a>', "[to *it*](https://a.org)"),
        ('x <a name="y"></a> z <br/> w', "x  z <br> w"),
        ('<img src="a b.png" alt="A [1]" width="300">!', "![A \\[1\\]](<a b.png>){width=300}!"),
        ('H<sub class="l">2</sub>O Vec<T>', "H<sub>2</sub>O Vec<T>"),
        ("<code>a &lt; b</code> <tt>c</tt>", "`a < b` `c`"),
        ('<p align="center">\n  words\n</p>\n\nmore', "words\n\n\n\nmore"),
        ("- item\n\n  <div>in it</div>\n", "- item\n\n  in it\n"),
        ("> <div>\n> quoted</div>\n", "> quoted\n>\n"),
        ('<div markdown="1">\n**x**\n</div>', "\n**x**\n"),
        ("<center>\n\n**x**\n\n</center>", "\n\n**x**\n\n"),
        ("<h2 align=center>Head</h2>\n\nwords", "## Head\n\nwords"),
        ("[a](<b c>) <https://a.org/b_c>", "[a](<b c>) <https://a.org/b_c>"),
        (
            "<details open>\n<summary>More</summary>\n\nwords\n\n</details>",
            "<details>\n<summary>More</summary>\n\nwords\n\n</details>",
        ),
        (
            'v <iframe src="https://www.youtube.com/embed/abc"></iframe>',
            "v https://www.youtube.com/watch?v=abc",
        ),
    ],
)
def test_html(typed: str, meant: str) -> None:
    assert made(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant", "dialect"),
    [
        ("# Head {: #a .b}\n\nwords{: .c}\n{: .d}", "# Head {#a}\n\nwords\n", KRAMDOWN),
        ("## Head\n{: #a}\n\nx", "## Head {#a}\n\n\nx", KRAMDOWN),
        ('![a](b.png){: width="50%"}', "![a](b.png){width=50%}", KRAMDOWN),
        ("one\\\\\ntwo", "one  \ntwo", KRAMDOWN),
        ("{::nomarkdown}x{:/nomarkdown}", "x", KRAMDOWN),
        ("## Head {#a .b} \n\n[w]{.smallcaps}", "## Head {#a}\n\nw", PANDOC),
        ("![a](b.png){width=50% fig-align=x}", "![a](b.png){width=50%}", PANDOC),
        ("H~2~O, x^2^, ~~no~~", "H<sub>2</sub>O, x<sup>2</sup>, ~~no~~", PANDOC),
        ("so [@key, p. 3]^[note]", "so [@key, p. 3]^[note]", PANDOC),
        ("::: {.column}\nwords\n:::", "\nwords\n", PANDOC),
        ("::: callout\n::: {.callout-tip}\nx\n:::\n:::", "\n> [!TIP]\n> x\n\n", PANDOC),
        ('::: {.callout-note title="T"}\nx\n\ny\n:::', "> **T**  \n> x\n>\n> y\n", PANDOC),
        ("```{python}\n#| label: a\nx\n```", "\n```python\nx\n```", PANDOC),
        ('!!! note "T"\n    x\n\n    y\n\nz', "> **T**  \n> x\n>\n> y\n\nz", PYTHON),
        (
            "!!! tip\n\n    !!! note\n\n        x\n",
            "> [!TIP]\n>\n> > [!NOTE]\n> >\n> > x\n",
            PYTHON,
        ),
        ("#Head\n\n#1 of\n", "# Head\n\n# 1 of\n", PYTHON),
    ],
)
def test_attributes_and_blocks_around_blocks(typed: str, meant: str, dialect: Dialect) -> None:
    assert made(typed, dialect) == meant


@pytest.mark.parametrize(
    ("typed", "dialect", "line", "what", "reason"),
    [
        ("a\n\n* TOC\n{:toc}\n\nb", KRAMDOWN, 3, "* TOC {:toc}", "table of contents"),
        ("a\n\n[TOC]\n", PYTHON, 3, "[TOC]", "table of contents"),
        ("a\n\n*[W]: World\n", KRAMDOWN, 3, "*[W]: World", "abbreviation"),
        ("```{r, echo=FALSE}\nplot(x)\n```", PANDOC, 1, "plot(x)", "code is not run"),
    ],
)
def test_what_is_left_out_is_named_at_its_line(
    typed: str, dialect: Dialect, line: int, what: str, reason: str
) -> None:
    leftouts = LeftOuts("a.md", 1)
    text = convert(typed, dialect, "a.md", leftouts)
    assert [(one.what, one.place.line) for one in leftouts.found] == [(what, line)]
    assert reason in leftouts.found[0].reason
    assert what not in text


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "a",
                    "\n",
                    "\n\n",
                    " ",
                    "`",
                    "```\n",
                    "$",
                    "$$",
                    "<b>",
                    "</b>",
                    "<div>",
                    "</div>\n",
                ),
                *(
                    "[",
                    "](",
                    ")",
                    "]: x",
                    "{:",
                    "}",
                    ":::",
                    ":::\n",
                    "::: note\n",
                    "@a",
                    "\\(",
                    "\\)",
                ),
                *(
                    "<!--",
                    "-->",
                    "- ",
                    "> ",
                    "    ",
                    "^[",
                    "[^1]",
                    "!!! note\n",
                    "~",
                    "^",
                    "#",
                    "\uf000",
                ),
            ]
        ),
        max_size=30,
    ),
    st.sampled_from([PLAIN, KRAMDOWN, PANDOC, PYTHON]),
)
def test_nothing_stops_it(pieces: list[str], dialect: Dialect) -> None:
    text = "".join(pieces)
    shown = made(text, dialect)
    assert "\uf001" not in shown
    if "<" not in text:
        assert shown.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("see [a\nb][nowhere] c", "see a\nb c"),
        ("see [a][no\nwhere] c", "see a\n c"),
        # a line that ends within a word would part it
        ("see, [a][no\nwhere]-b c", "see,\na-b c"),
        ("- [a][no\nwhere]-b c", "- a\n-b c"),
    ],
)
def test_a_link_that_leads_nowhere_leaves_its_words_and_the_number_of_lines(
    text: str, meant: str
) -> None:
    written = convert(text, PLAIN, "a.md", LeftOuts("a.md", 1), lacks_definitions=True)
    assert [line.strip() for line in written.split("\n")] == [
        line.strip() for line in meant.split("\n")
    ]

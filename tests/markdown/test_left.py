r"""What was meant as markup and is shown as it was typed is told, and nothing else is.

Each case is a text, the column where the problem stands, and the text when its hint has been
followed to the letter; nothing where the hint names no text that could stand there.
"""

from __future__ import annotations

import re

import pytest

from digest.markdown import find_in_plain, parse_body
from tests.hints import follow, named, unwritten
from tests.markdown.left import othermarkup
from tests.markdown.shown import problems

HTML = [
    ("a <b>bold</b> word", 3, "a **bold** word"),
    ("a <STRONG>bold</STRONG> word", 3, "a **bold** word"),
    ("a <em class='x'>soft</em> word", 3, "a *soft* word"),
    ("a <s>gone</s> word", 3, "a ~~gone~~ word"),
    ("a <code>word</code>", 3, "a `word`"),
    ('see <a href="https://example.org/x">this</a>', 5, "see [this](https://example.org/x)"),
    ("see <a href=https://example.org/x>this</a>", 5, "see [this](https://example.org/x)"),
    ('<img src="a b.png" alt="A plot" width="300">', 1, "![A plot](<a b.png>)"),
    ("<p>words</p>", 1, "words"),
    ('<div align="center">words</div>', 1, "words"),
    ("<center>words</center>", 1, "words"),
    ("<font color=red>words</font>", 1, "words"),
    ("<h2>News</h2>", 1, "## News"),
    ("<blockquote>words</blockquote>", 1, "> words"),
    ('<span style="x">words</span>', 1, "words"),
    ("<p>\nwords", 1, ""),
    ("words\n</div>", 1, ""),
    ('<a href="mailto:ada at example dot org">Ada</a>', 1, "[Ada](mailto:ada@example.org)"),
    ("<img src={plot} />", 1, "![what it shows](plot.png)"),
    ("<a href={page}>this</a>", 1, "[this](https://example.org/)"),
    ('<a href="javascript:alert(1)">this</a>', 1, "this"),
    ('<a href="tel:+49301234">call us</a>', 1, "call us"),
    ('<img src="data:image/png;base64,AA" alt="a cat">', 1, "![a cat](a.png)"),
    ('<img src="http://example.org/a.png" alt="a cat">', 1, "![a cat](a.png)"),
    ('<iframe src="data:text/html,x"></iframe>', 1, "[its title](https://example.org/)"),
    ("<hr/>", 1, "words\n\n---\n\nwords"),
    ("<table><tr><td>a</td></tr></table>", 1, "| a | b |\n|---|---|\n| c | d |"),
    ("<ul>\n<li>a</li>\n</ul>", 1, "- a"),
    (
        '<iframe src="https://www.youtube.com/embed/abc"></iframe>',
        1,
        "https://www.youtube.com/watch?v=abc",
    ),
    ("<script>alert(1)</script>", 1, ""),
    ('<a name="x"></a>Words', 1, "## Words {#name}"),
    ("a Vec<b>c</b>", 6, "a Vec**c**"),
    ("H<sub>2O", 2, "H<sub>2</sub>O"),
    ('H<sub class="x">2</sub>O', 2, "H<sub>2</sub>O"),
    ("<!-- never closed", 1, "<!-- never closed -->"),
    ("<!- a ->", 1, "<!-- a -->"),
    ("<!DOCTYPE html>", 1, ""),
    ("<Component a={1} />", 1, ""),
    ('<YouTube id="abc"></YouTube>', 1, ""),
    ("<Note>words</Note>", 1, ""),
    ('<my-player src="a"></my-player>', 1, ""),
    ('<img src="a.png"', 1, ""),
    ("a&nbsp b", 2, "a&nbsp; b"),
    ("a &nosuch; b", 3, "a \\&nosuch; b"),
    ("<code>a`b</code>", 1, "``a`b``"),
    ('<sup><a href="#x">1</a></sup>', 6, "<sup>[1](#x)</sup>"),
    ("<abbr title=x>z</abbr>", 1, '<abbr title="x">z</abbr>'),
    ("words<o:p></o:p>", 6, ""),
    ("<?php echo 1 ?>", 1, ""),
    (
        '<iframe src="//player.bilibili.com/player.html?aid=1&bvid=BV1z"></iframe>',
        1,
        "https://www.bilibili.com/video/BV1z",
    ),
    ("<details open>\nwords\n</details>", 1, "<details>\nwords\n</details>"),
    ("<details>\n\nnever closed", 1, "<details>\n\nnever closed\n\n</details>"),
    ("she said <q>words</q>", 10, 'she said "words"'),
    ("<ol><li>a</li></ol>", 1, "1. a"),
    ("<dl><dt>a</dt><dd>b</dd></dl>", 1, "a\n: b"),
    ("<figure><img src='a.png'></figure>", 1, '![what it shows](a.png "caption")'),
    ("<picture><source srcset='a.png'></picture>", 1, "![what it shows](a.png)"),
    ("<svg width='9'></svg>", 1, "![what it shows](a.svg)"),
    ("<math><mi>x</mi></math>", 1, "$x$"),
    ("<input type='checkbox'> words", 1, "- [ ] words"),
    ("<form action='https://example.org/'></form>", 1, "[Subscribe](https://example.org/)"),
    ("<iframe src='https://example.org/a'></iframe>", 1, "[its title](https://example.org/a)"),
    ("<pre>\nwords\n</pre>", 1, "```\nwords\n```"),
    ("<summary>words</summary>", 1, "<details>\n<summary>words</summary>\nmore\n</details>"),
    ("<br clear='all'>", 1, "<br>"),
    ("words <details>a</details>", 7, "words\n\n<details>\na\n</details>"),
    ("<details>a</details> b", 1, "<details>a\n</details>\nb"),
    ("words\n\n</details>", 1, "<details>\n\nwords\n\n</details>"),
]
EMPHASIS = [
    ("use `ls of", 5, "use `ls` of"),
    ("a **bold ** word", 3, "a **bold** word"),
    ("a ** bold** word", 3, "a **bold** word"),
    ("a **bold **word", 3, "a **bold** word"),
    ('**"this"**now', 1, '"**this**"now'),
    ("**(this)**now", 1, "(**this**)now"),
    ("a ~gone~ word", 3, "a ~~gone~~ word"),
    ("**Note:**text", 1, "**Note**:text"),
    ('say**"this"**now', 4, 'say"**this**"now'),
    ("**Important text that goes on", 1, "**Important text** that goes on"),
    ("words **important text that goes on", 7, "words **important text** that goes on"),
    ("a __bold __ word", 3, "a __bold__ word"),
    ("a *soft *, word", 3, "a *soft*, word"),
    ("a ~~gone ~~ word", 3, "a ~~gone~~ word"),
    ("a ==marked== word", 3, "a <mark>marked</mark> word"),
    ("words **open", 7, "words **open**"),
    ("**open.", 1, "**open**."),
    ("- **two", 3, "- **two**"),
    ("**one** and **two", 13, "**one** and **two**"),
    ("见 **重要", 3, "见 **重要**"),
    ("words [an **open](https://example.org/)", 11, "words [an **open**](https://example.org/)"),
    ("**Two\n\nparagraphs**", 1, "**Two**\n\n**paragraphs**"),
    ("**[a](https://example.org/) and on", 1, "**[a](https://example.org/)** and on"),
    ("他说。**重要的、还有", 4, "他说。**重要的、还有**"),
    ("**「重要」的是", 1, "**「重要」的是**"),
    ("重要的**。还有", 1, "**重要的**。还有"),
    ("重要的**还有", 4, "**重要的**还有"),
    ("重要的`a`**还有", 7, "**重要的`a`**还有"),
    ("words are bold** and on", 11, "words are **bold** and on"),
    ("**bold* and on", 1, "**bold** and on"),
    ("***bold** and on", 1, "***bold*** and on"),
    ("so *soft** and on", 4, "so **soft** and on"),
    ("press ++ctrl+c++ now", 7, "press <kbd>ctrl</kbd>+<kbd>c</kbd> now"),
    ("H~2~O", 2, "H<sub>2</sub>O"),
    ("x^2^", 2, "x<sup>2</sup>"),
    ("a**`b`**c", 2, "a **`b`** c"),
    ("<sub>a **b</sub> c**", 8, "<sub>a **b**</sub> c"),
    ("a ^^new^^ word", 3, "a <ins>new</ins> word"),
    ("a ++new word++ here", 3, "a <ins>new word</ins> here"),
    ("use code` here", 5, "use `code` here"),
    ("``quoted'' words", 1, '"quoted" words'),
    ("from $5 to x^2$ it", 12, "from $5 to $x^2$ it"),
    ("call `foo_bar and go on", 6, "call `foo_bar` and go on"),
]
STARTS = [
    ("words\n\n##", 1, "words"),
    ("- #", 3, "- words"),
    ("##News", 1, "## News"),
    ("#News of the week", 1, "# News of the week"),
    ("words\\\\\nmore", 6, "words\\\nmore"),
    ("###1. News", 1, "### 1. News"),
    ("#\N{NO-BREAK SPACE}News", 1, "# News"),
    ("####### News", 1, "###### News"),
    ("words\n\n=====", 1, "words\n\n---\n\nwords"),
    ("-item one", 1, "- item one"),
    ("-One item\n-Another item", 1, "- One item\n-Another item"),
    ("-[ ] to do", 1, "- [ ] to do"),
    ("1.item one", 1, "1. item one"),
    ("| a | `b` |\n| c | d |", 1, "| a | `b` |\n|---|---|\n| c | d |"),
    ("words\n\n| a | b |\n|---|\n| c | d |", 1, "words\n\n| a | b |\n|---|---|\n| c | d |"),
    ("| a | b |\n\n|---|---|\n| c | d |", 1, ""),
    ("+---+---+\n| a | b |\n+---+---+", 1, "| a | b |\n|---|---|\n| c | d |"),
    ("-\N{NO-BREAK SPACE}one\n-\N{NO-BREAK SPACE}two", 1, "- one\n-\N{NO-BREAK SPACE}two"),
    ("- [x]done", 3, "- [x] done"),
    ("- [] to do", 3, "- [ ] to do"),
    ("$$\nx = 1\n\nwords", 1, "$$\nx = 1\n$$\n\nwords"),
]
LINKS = [
    ("words[^ 1]\n\n[^1]: so", 6, "words[^1]\n\n[^1]: so"),
    ("words[^1 ]\n\n[^1]: so", 6, "words[^1]\n\n[^1]: so"),
    ("see [words](", 5, "see [words](https://example.org/)"),
    ("![words](", 1, "![words](https://example.org/a.png)"),
    ("text ^[a note", 6, "text ^[a note]"),
    ("![words] and on", 1, "![words](a.png) and on"),
    ("a [link(https://example.org/)] here", 3, "a [link](https://example.org/) here"),
    ("see [#91] there", 5, "see [#91](https://example.org/) there"),
    ("see <01-dsi.md>", 5, "see […](01-dsi.md)"),
    ("[words]:", 1, "[words]: https://example.org/\n\n[words]"),
    ("a [link] (https://example.org)", 3, "a [link](https://example.org)"),
    ("a (link)[https://example.org]", 3, "a [link](https://example.org)"),
    ("![a plot] (fig.png)", 1, "![a plot](fig.png)"),
    ("a [link](https://example.org/ and on", 3, "a [link](https://example.org/) and on"),
    ("a [link](https://example.org/\n", 3, "a [link](https://example.org/)\n"),
    ("a [link](https://exa mple.org)", 3, "a [link](https://example.org)"),
    ("a [link](https://example.org/a b)", 3, "a [link](https://example.org/a%20b)"),
    ("![a plot](fig.png){widht=50%}", 19, "![a plot](fig.png){width=50%}"),
    ('![a plot](fig.png "A plot)', 1, '![a plot](fig.png "A plot")'),
    ("{papers}", 1, ":::{papers}\n:::"),
    ("::{references}", 1, ":::{references}\n:::"),
    ("```{papers}\n```", 1, ":::{papers}\n:::"),
    ("words\n\n    :::{papers}\n    :::", 5, "words\n\n:::{papers}\n:::"),
    ("![a plot](fig.png =300x200)", 1, "![a plot](fig.png){width=300}"),
    ('a [link](x.md "the "best" one")', 3, 'a [link](x.md "the \\"best\\" one")'),
    ("a [link](https://example.org t)", 3, 'a [link](https://example.org "t")'),
    ("a [link](https://example.org]", 3, "a [link](https://example.org)]"),
    ("a [link](mailto: a@example.org)", 3, "a [link](mailto:a@example.org)"),
    ("a [link](mailto:ada AT example DOT org)", 3, "a [link](mailto:ada@example.org)"),
    ("a [link](mailto:ada [at] example (dot) org)", 3, "a [link](mailto:ada@example.org)"),
    ("a [link](mailto:?subject=Our plan)", 3, "a [link](mailto:?subject=Our%20plan)"),
    ("a [link][https://example.org]", 3, "a [link](https://example.org)"),
    ("a [link]\n(https://example.org)", 3, "a [link](https://example.org)"),
    ("! [a plot](fig.png)", 1, "![a plot](fig.png)"),
    ("![a plot](fig one)", 1, "![a plot](<fig one>)"),
    ("see http:/example.org/", 5, "see http://example.org/"),
    ("a^[note ^[in it]]", 9, ""),
    ("a [link][nowhere]", 3, "a [link][nowhere]\n\n[nowhere]: https://example.org"),
    ("a [link][]", 3, "a [link][]\n\n[link]: https://example.org"),
    ("a [long\nlink][no where]", 3, "a [long\nlink][no where]\n\n[no where]: https://example.org"),
    ("a [7][issue seven]", 3, "a [7][issue seven]\n\n[issue seven]: https://example.org"),
    ("a [v7.1][version 7.1]", 3, "a [v7.1][version 7.1]\n\n[version 7.1]: https://example.org"),
    ("![a plot](PLOT LINK)", 1, "![a plot](https://example.org)"),
    ("a [#7][issue #7]", 3, "a [#7][issue #7]\n\n[issue #7]: https://example.org"),
    ("a [link](LINK TO COME)", 3, "a [link](https://example.org)"),
    ("a [link](insert link here)", 3, "a [link](https://example.org)"),
    ("a [[Page]]", 3, "a [Page](Page.md)"),
    ("a [[page|the words]]", 3, "a [the words](page.md)"),
    ("![[plot.png]]", 1, "![what it shows](plot.png)"),
    ("a [link])https://example.org/)", 3, "a [link](https://example.org/)"),
    ("a [link]{https://example.org/}", 3, "a [link](https://example.org/)"),
    ("a [link](https://example.org} there", 3, "a [link](https://example.org) there"),
    ("see link](https://example.org/)", 9, "see [link](https://example.org/)"),
    ("see <https://example.org/ for more", 5, "see <https://example.org/> for more"),
    ("words\n[x]: https://example.org/", 1, ""),
    ("[x]: https://example.org/ and on", 1, "[x]: https://example.org/"),
]
TOOLS = [
    ("[name=Ada] says", 1, ""),
    ("{{< youtube abc >}}", 1, "[its title](https://www.youtube.com/watch?v=abc)"),
    ('{{< figure src="a.png" alt="A plot" >}}', 1, "![A plot](a.png)"),
    ("{{% notice %}}", 1, ""),
    ("{% include a.html %}", 1, ""),
    ("{{ site.title }}", 1, ""),
    ("{% comment %}<!-- a -->{% endcomment %}", 1, ""),
    ("{# a note #}", 1, ""),
    ("<%= name %>", 1, ""),
    ('=== "Python"', 1, "### Python"),
    ("```{=html}\n<b>\n```", 1, "> [!NOTE]\n> words"),
    ("words {:.center}", 7, ""),
    ("## Words {#a .center}", 10, "## Words {#a}"),
    ("## Words {# a}", 10, "## Words {#a}"),
    ("words {: #id}", 7, "## words {#id}"),
    ("words {:toc}", 7, ""),
    ("words {.class}", 7, ""),
    ("words {.a #b c=d}", 7, ""),
    ("![a](b.png){width=20em}", 12, "![a](b.png){width=50%}"),
    ("![a](b.png){.left width=20%}", 12, "![a](b.png){width=20%}"),
    ("words\n{#id}", 1, "## words {#id}"),
    ("> [!FOO]\n> words", 3, "> [!NOTE]\n> words"),
    ("words [!NOTE] words", 7, "words\n\n> [!NOTE]\n> words"),
    ("words {/* note */}", 7, "words <!-- note -->"),
    ("[TOC]", 1, ""),
    ("[[_TOC_]]", 1, ""),
    ("[b]bold[/b]", 1, ""),
    ('[gallery ids="1,2"]', 1, ""),
    ("!!! note", 1, "> [!NOTE]\n> words"),
    ("??? tip", 1, "> [!NOTE]\n> words"),
    (".. note:: words", 1, ""),
    ("see :ref:`x`", 5, ""),
    ("well done :tada:", 11, "well done 🎉"),
    (":rocket: go", 1, "🎉 go"),
    ("做完了:tada: 好", 4, "做完了🎉 好"),
    ("read:material-book-open: this", 5, "read🎉 this"),
    ("[well :tada:](https://example.org/)", 7, "[well 🎉](https://example.org/)"),
    ("[well :tada:](https://example.org/){.a}", 7, "[well 🎉](https://example.org/){.a}"),
    ("[well](https://example.org/):tada:", 29, "[well](https://example.org/)🎉"),
    ("https://example.org/ :tada:", 22, "https://example.org/ 🎉"),
    ("well :tada:<https://example.org/>", 6, "well 🎉<https://example.org/>"),
    ("Dear *|FNAME|*,", 6, ""),
    ("words %%a comment%%", 7, "words <!-- a comment -->"),
    ("```{note}\nx\n```", 1, "> [!NOTE]\n> x"),
    ("```mermaid\nx\n```", 1, "![what it shows](x.png)"),
    ("```\nwords", 1, "```\nwords\n```"),
    ("```math\nx\n```", 1, "$$\nx\n$$"),
    ("words\n\n\t- item\n\t- two", 2, "words\n\n- item\n- two"),
    ("- a\n\n      1. b\n      2. c", 7, "- a\n\n  1. b\n  2. c"),
    (
        "words\n\n    [a](https://example.org/x) and on",
        5,
        "words\n\n[a](https://example.org/x) and on",
    ),
    ("words\n\n    **Two words** and on", 5, "words\n\n**Two words** and on"),
    (
        "words\n\n    {% capture a %}b{% endcapture %}",
        5,
        "words\n\n```\n{% capture a %}b{% endcapture %}\n```",
    ),
]
TEX = [
    ("so $ x^2 $ is", 4, "so $x^2$ is"),
    ("so $x^2 $ is", 4, "so $x^2$ is"),
    ("an x_{ij} is", 4, "an $x_{ij}$ is"),
    ("of 10^{-5}", 4, "of $10^{-5}$"),
    ("of 1^{+2}_{-3} and {b}_ so", 4, "of $1^{+2}_{-3}$ and {b}_ so"),
    ("of 3~mm", 4, "of 3 mm"),
    (r"as \cite{a} shows", 4, "as [@a] shows"),
    (r"as \citep[see][p. 3]{a,b} shows", 4, "as [@a; @b] shows"),
    (r"a \textbf{b}", 3, "a **b**"),
    (r"a \emph{b}", 3, "a *b*"),
    (r"a \section{b}", 3, "a ## b"),
    (r"a \url{https://example.org}", 3, "a <https://example.org>"),
    (r"a \href{https://example.org}{b}", 3, "a [words](address)"),
    (r"a\footnote{b}", 2, "a[^1]\n\n[^1]: b"),
    (r"\includegraphics{a.png}", 1, "![what it shows](a.png)"),
    (r"a \hl{b}", 3, "a <mark>b</mark>"),
    (r"a \sout{b}", 3, "a ~~b~~"),
    (r"a \underline{b}", 3, "a <u>b</u>"),
    (r"H\textsubscript{2}O", 2, "H<sub>2</sub>O"),
    (r"a \textcolor{red}{b}", 3, r"a $\textcolor{red}{b}$"),
    (r"a \ce{H2O} b", 3, ""),
    (r"a \gls{b}", 3, ""),
    (r"\item words", 1, "- words"),
    (r"a \ref{x}", 3, "a [words](#heading)"),
    (r"a \mathbf{b}", 3, r"a **b**"),
    (r"a \overline{b}", 3, r"a $\overline{b}$"),
    (r"of \alpha and", 4, r"of $\alpha$ and"),
    (r"in \LaTeX now", 4, "in LaTeX now"),
    (r"a \newline b", 3, "a <br> b"),
    (r"\noindent a", 1, ""),
    (r"of \(x^2\)", 4, "of $x^2$"),
    ("of $x^2 and", 4, "of $x^2$ and"),
    ("of $E=mc^2 and", 4, "of $E=mc^2$ and"),
    ("$k$ of $n = 5 papers", 8, "$k$ of $n = 5$ papers"),
    (r"of \(n\)", 4, "of $n$"),
    (r"\[ x = 1 \]", 1, "$$x = 1$$"),
    (r"\begin{align} a &= b \end{align}", 1, "$$\na = b\n$$"),
    ("as [arxiv:2202.09318] shows", 4, "as [@arxiv:2202.09318] shows"),
    ("as [DOI: 10.1000/x] shows", 4, "as [@doi:10.1000/x] shows"),
    ("[arXiv:2202.09318; doi:10.1000/x]", 1, "[@arxiv:2202.09318; @doi:10.1000/x]"),
]
DRAFTING = [
    ("it is [object Object] now", 7, ""),
    ("TODO: write this", 1, ""),
    ("TODO(ada): write this", 1, ""),
    ("TODO", 1, ""),
    ("More soon. TODO write this part", 12, ""),
    ("words (TODO add a link)", 8, ""),
    ("- TODO", 3, ""),
    ("More soon. XXX", 12, ""),
    ("XXX changes were merged.", 1, ""),
    ("See [TODO].", 6, ""),
    ("| a |\n|---|\n| TBD |", 3, ""),
    ("(TBD)", 1, ""),
    ("Lorem ipsum dolor sit amet.", 1, ""),
    ("words [insert a link here] words", 7, ""),
    ("By [Your name]", 4, ""),
]
BREAKS = [
    ("words\\", 6, "words"),
    ("One line.\\\nThe *last*\\", 11, "One line.\\\nThe *last*"),
    ("## Words\\", 9, "## Words"),
    ("| a |\n|---|\n| b\\ |", 4, "| a |\n|---|\n| b |"),
]
RESTRUCTUREDTEXT = [
    (
        "See river_ now.\n\n.. _river: https://example.org/",
        5,
        "See [river][] now.\n\n[river]: https://example.org/",
    ),
    ("See `it <https://example.org/>`__, a", 32, "See [it](https://example.org/), a"),
    ("see :cite:`knuth`", 5, "see [@knuth]"),
    ("On |boat|.\n\n.. |boat| image:: boat.png", 4, "On ![boat](boat.png)."),
    (".. _river: https://example.org/", 1, "[river]: https://example.org/"),
    ("======\nRivers\n======\n", 1, "Rivers\n======\n"),
]
CASES = [
    *(*RESTRUCTUREDTEXT, *HTML, *EMPHASIS, *STARTS, *BREAKS),
    *(*LINKS, *TOOLS, *TEX, *DRAFTING, *othermarkup.OTHER_MARKUP),
]


@pytest.mark.parametrize(("text", "column", "meant"), CASES, ids=[text for text, *_ in CASES])
def test_what_is_left_over_is_told_at_its_place_and_the_hint_mends_it(
    text: str, column: int, meant: str
) -> None:
    found = [one for one in parse_body(text, "a.md").diagnostics if one.rule == "markup-left"]
    assert found
    first = min(found, key=lambda one: (one.line, one.column))
    assert first.column == column
    # what is to be written elsewhere, a hint only names
    assert follow(text, first).split("\n\n")[0] in {meant.split("\n\n", maxsplit=1)[0], ""}
    assert meant or not named(first.hint)
    if meant:
        assert unwritten(first.hint, meant) == []
        left = {one.message for one in parse_body(meant, "a.md").diagnostics}
        assert left <= {one.message for one in found[1:]}


@pytest.mark.parametrize("text", [text for text, *_ in CASES])
def test_the_sign_itself_is_written_as_the_hint_says(text: str) -> None:
    found = (one for one in parse_body(text, "a.md").diagnostics if one.rule == "markup-left")
    first = min(found, key=lambda one: (one.line, one.column))
    sign = re.search(r"or '(?P<escaped>\\(?P<sign>.))[^']*' for", first.hint)
    if sign is None:
        return
    start = sum(len(line) + 1 for line in text.split("\n")[: first.line - 1]) + first.column - 1
    escaped = text[:start] + text[start:].replace(sign["sign"], sign["escaped"])
    assert first.message not in [one.message for one in parse_body(escaped, "a.md").diagnostics]


@pytest.mark.parametrize("text", [text for text, *_ in CASES if "```" not in text])
def test_what_is_escaped_or_code_is_only_text(text: str) -> None:
    fenced = f"~~~~\n{text}\n~~~~\n"
    assert problems(fenced) == []


QUIET = """\
snake_case, __init__, a*b*c, 2*3*4, x**2, f(**kwargs), (**args, **kwargs)
* a footnote, 5* and 6**
int main(int argc, char **argv)
take **kwargs
that is sh**, or damn** or so
$5 and $6, 100** and 200**, ** not counting tax, C++, C#
a < b > c, a <b, 1 < 2, x<y>z, digest add <source>, <title>, <T>
Vec<T>, List<String>, Map<String, Object>, Option<A>, Result<I>
<someone@example.org>, <https://example.org/__a__?b={{c}}>, `<br>`, \\<b>
a <- b -> c, --> =>, <3, >_<
[sic], […], [...], [1], [2, 3], [a, b], [x] y, (see [here]), [sic](as said)
a[i][j], M[1][2], x[0](y), [1][2], [0, 1][sic], [note](SEE BELOW), [x](as the link says)
系数为0.5**、*表示p<0.05、**表示p<0.01、*、**、***分别表示显著
{x}, {x, y}, f(x) = {1, 2}, ${HOME}, {}, {name}
:), :-), :D, 12:30:45, a:b:c, std::vector, ratio 1:2:3, at 10:00:, note: this: that
~5, ~10 ms, ~/.bashrc, ~user, 5~6, a~b~c, approx. ~~5
#1, #hashtag, #42 and #43, issue #7, C# and F#
50% - 60%, 100%, %d, %%, 5%%
-1, -5 °C, -ing forms, -Ada, +1, 1.5x, 3.x, 2.js, 1.2.3, 10.1000/x, -v
TODO list, TODO lists, the TODO fix, todo, to-do, the TODO comment, a TODO in the parser
XXX-Large, XXXL, TBD later, the date (TBD) is open
^_^, 10^6, x^2, e^x + 1, a^b^c^d, ^C, ¯\\\\_(ツ)_/¯
in C:\\Users\\ada\\
at (C:\\
the sign \\
C:\\Users\\ada, \\d+, \\w{2}, a\\nb, \\n, regex \\b(a|b)\\b
a++, ++a, i++ and j++, C++ and C++ too, 1 ++ 2, _ _, ____, ****, a:b:c:
a == b, x==1 and y==2, ===, =>, a != b, !important, Hello!!!, What???
A "quoted" word, 'tis, rock 'n' roll, don`t, 5'4", ``
arXiv:2202.09318, (arXiv:2202.09318), doi:10.1000/x
see https://example.org/a_(b)_c and www.example.org
US$5, $5, $PATH, $HOME/x, $x$, a $ b, $1^2, A$x_1, R$n = 5
AT&T, R&D, &c., a & b, x&y=z, https://example.org/?a=1&lt=2
lorem and ipsum, the words Lorem ipsum are Latin
|x| + |y|, | a lone row |, a || b
**p < 0.01 here, ~user and ~user2, the [] operator, [x] y
{n=5}, {x=1, y=2}, a ==> b and c <== d, -艾达\\n
A. B., 1) one, (1) two, i.e. this, [^], ^[, !(a), !a
[t, T) and (a, b], sur [a, b[, [a,b[ et ]a ; b], [t0 ; T[ aussi
[start:end) and [a..b), [f(x), g(x)) too
prefer ++i to i++, ++count to count++, and ++i in C++
#![no_std] and #![feature(x)] of Rust, half of a pair: \\ud83d
"""


@pytest.mark.parametrize("text", [*QUIET.splitlines(), *othermarkup.QUIET.splitlines()])
def test_what_is_no_markup_is_left_alone(text: str) -> None:
    assert [one for one in problems(text) if "markup-left" in one] == []
    assert [one for one in problems(f"- {text}\n") if "markup-left" in one] == []


def test_a_note_in_brackets_may_have_several_paragraphs() -> None:
    assert problems("[Note: it is long.\n\nAnd it *ends* here.]\n\nMore.\n") == []
    assert problems("*[Note: it is long.*\n\n*“It ends.”]*\n") == []
    (told,) = problems("[Note: it is long.\n\nAnd [it] does not end.\n")
    assert "'[Note: it is long.' would" in told


def test_the_beginning_of_a_cell_is_no_beginning_of_a_line() -> None:
    table = "| % of all | h1. First |\n|---|---|\n| +++ | == 5 |\n| % of one | :Note: so |\n"
    assert problems(table) == []
    assert [one for one in problems(table.replace("== 5", "TODO: say")) if "markup-left" in one]


@pytest.mark.parametrize(
    "code",
    [
        "- name: x\n  run: y",
        "- old\n+ new",
        "* a\nb",
        "x = 1",
        "# a",
        "$ a --b",
        "**p",
        "输入「a」\n输出「b」",
    ],
)
def test_code_that_is_indented_is_left_alone(code: str) -> None:
    lines = code.replace("\n", "\n    ")
    assert problems(f"words\n\n    {lines}\n") == []


@pytest.mark.parametrize("words", ["他说、好。", "他说、好。\n\n  他说「好」。", "そうだ。"])
def test_words_that_are_indented_are_no_code(words: str) -> None:
    lines = words.replace("\n", "\n    ")
    first = words.split("\n", maxsplit=1)[0]
    told = f"3:5 markup-left: '{first}' would be shown as code"
    assert problems(f"words\n\n    {lines}\n") == [told]
    assert problems(f"words\n\n```\n{words}\n```\n") == []
    assert problems(f"words\n\n{words}\n") == []


@pytest.mark.parametrize("note", ["** without tax", "\\*\\* without tax", "> ** a note"])
def test_two_stars_may_lead_to_a_note(note: str) -> None:
    assert problems(f"| Price** | a |\n|---|---|\n| b | c |\n\n{note}\n") == []
    assert problems("| Price** | a |\n|---|---|\n| b | c |\n") != []


def test_of_many_places_the_first_are_told_and_the_rest_are_counted() -> None:
    assert len(problems("x <b>a</b> " * 100)) == 100
    *told, last = problems("x <b>a</b> " * 130)
    assert len(told) == 100
    assert last.endswith("up to 30 more such places follow in the same text")
    # what is none does not count
    assert problems("Vec<T> " * 200 + "<b>a</b>")[0].startswith("1:1401 ")


def test_the_options_of_a_directive_are_told_with_it() -> None:
    (found,) = problems(".. image:: https://example.org/a.png\n   :alt: A plot\n   :width: 300\n")
    assert found == "1:1 markup-left: '.. image::' would be shown as it is typed"


def test_a_message_is_of_one_line() -> None:
    message = "1:1 markup-left: no link is defined as 'no where'"
    assert problems("[long words][no\nwhere]") == [message]


@pytest.mark.parametrize("text", ["\\(and so on\\)", "\\[sic\\]", "\\[1\\]", "a \\*b\\* \\_c\\_"])
def test_escapes_are_no_formulas(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A *word* and <!-- a <b>c</b> --> then\nmore <b>c</b>", "2:6"),
        ("`<b>` and $<b>$ and [a <b>c</b>](https://example.org/<b>)", "1:24"),
        ("> - a\n>   <b>c</b>", "2:5"),
        ("| a | b |\n|---|---|\n| c | <b>d</b> |", "3:7"),
        ("# A <b>b</b>", "1:5"),
        ("a[^n]\n\n[^n]: note <b>b</b>", "3:12"),
        ("&amp; \\* \\& <b>b</b>", "1:13"),
        ("[@a, p. 3] <b>b</b>", "1:12"),
        ('![a](x.png "<b>b</b>")', "1:13"),
        ("term\n: <b>b</b>", "2:3"),
    ],
)
def test_the_place_is_right_wherever_it_is(text: str, place: str) -> None:
    left = [one for one in problems(text) if "markup-left" in one]
    assert [one.partition(" ")[0] for one in left] == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a\n\n```py\nx = 1\n\n## Papers\n", "3:1"),
        ("- a\n\n  ```\n  x\n\nb\n", "3:3"),
        ("> ```\n> x\n\nb\n", "1:3"),
        ("~~~\nx\n```\n", "1:1"),
        ("```\nx\n    ```\n", "1:1"),
        ("```", "1:1"),
    ],
)
def test_code_that_is_never_closed_is_told_where_it_begins(text: str, place: str) -> None:
    assert problems(text) == [f"{place} markup-left: the code that begins here is never closed"]


@pytest.mark.parametrize(
    "text",
    [
        "```\nx\n```",
        "```\n```\n",
        "- ```\n  x\n  ```\n- b",
        "> ```\n> x\n> ```\n",
        "````\n```\n````\n",
    ],
)
def test_code_that_is_closed_is_not(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("**Big** news", "write 'Big'"),
        ("On *plasma*", "write 'plasma'"),
        ("On `code`", "write 'code'"),
        ("[This](https://example.org) and that", "write 'This'"),
        ("<b>Big</b> news", "write plain words: nothing but formulas is read here"),
        ("{{ page.title }}", "write plain words: nothing but formulas is read here"),
        (r"The \alpha of it", r"write '$\alpha$' for a formula, or '\\' for the sign"),
        ("TODO", "write what is missing, or take it away"),
        ("Big <!-- or not --> news", "write plain words: nothing but formulas is read here"),
        ("On ==plasma==", "write 'plasma'"),
        ("As [@ada] has it", "take it out: nothing is cited here, nor in any title"),
        ("Big^[so far] news", "take it out: no note stands here"),
    ],
)
def test_a_text_that_is_no_markdown_shows_all_signs(text: str, hint: str) -> None:
    assert [one.hint for one in find_in_plain(text)] == [hint]


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("On *E. coli* in H<sub>2</sub>O", "write '<i>E. coli</i>'"),
        ("__Big news__", "write '<b>Big news</b>'"),
        ("On `code`", "write 'code'"),
        (
            "<u>Big</u> news",
            "write plain words: nothing but formulas, <i>, <b>, <sup> and <sub> are read here",
        ),
    ],
)
def test_a_title_keeps_its_styles_by_the_hint(title: str, hint: str) -> None:
    assert [one.hint for one in find_in_plain(title, is_rich=True)] == [hint]
    assert hint.startswith("write plain") or not find_in_plain(hint[7:-1], is_rich=True)


@pytest.mark.parametrize(
    "text",
    [
        "A* search",
        "C*-algebras and W*-algebras",
        "snake_case_name",
        "2 * 3 * 4",
        "Issue #7",
        "f(x) [sic]",
        r"The $\alpha$ of $x_1 * y_1 * z$",
    ],
)
def test_titles_may_have_signs(text: str) -> None:
    assert find_in_plain(text) == []


def test_a_comment_in_a_title_is_shown() -> None:
    (left,) = find_in_plain("Big <!-- or not --> news")
    assert left.message == "'<!-- or not -->' would be shown as it is typed"
    (left,) = find_in_plain("Big <!-- or not news")
    assert left.message == "a comment that is never closed"


def test_a_rich_title_has_its_styles() -> None:
    assert find_in_plain("<i>E. coli</i>, 10<sup>6</sup>", is_rich=True) == []
    assert find_in_plain("<em>E. coli</em>", is_rich=True) != []

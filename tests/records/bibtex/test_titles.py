"""Titles in TeX, and subtitles."""

from __future__ import annotations

import pytest

from digest.basics.richtext import SMALL_CAPITALS
from tests.records.bibtex.texts import problems, work


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("{NeRF: {R}epresenting Scenes}", "NeRF: Representing Scenes"),
        ('"A {"}quoted{"} word"', 'A "quoted" word'),
        ("{R\\'e, R{\\'e}, R{\\'{e}}, \\v{C}ech, Erd{\\H o}s}", "Ré, Ré, Ré, Čech, Erdős"),
        ('{{\\"U}ber {\\ss} and {\\o}}', "Über ß and ø"),
        ("{An $O(n \\log n)$ bound for {$\\alpha$}}", "An $O(n \\log n)$ bound for $\\alpha$"),
        ("{100% sure \\& 5\\% off \\$5 and \\$6}", "100% sure & 5% off $5 and $6"),
        ("{A --- B -- C ``quoted''~text}", "A — B – C “quoted” text"),
        ("{A `small-world' net}", "A ‘small-world’ net"),
        ("{On `Jeopardy!': It's not 'bout ``it''}", "On ‘Jeopardy!’: It's not 'bout “it”"),
        (r"{{\`A} `small-world' net}", "À ‘small-world’ net"),
        ("{\\TeX82 or \\AmSTeX{} on {\\TeX} and \\LaTeXe}", "TeX82 or AmSTeX on TeX and LaTeX2ε"),
        (r"{\og x \fg{} and \sfrac{1}{2}, \nicefrac{a}{b}}", "«x » and 1/2, a/b"),
        (r"{\fontfamily{cmtt}\selectfont code}", "code"),
        # escaped as if TeX and tags were plain text
        (
            r"{$\{$\textless$\}$i$\{$\textgreater$\}$E$\{$\textless$\}$/i$\{$\textgreater$\}$}",
            "<i>E</i>",
        ),
        (
            r"{$\backslash$textit\{E. coli\} and {\textbackslash}emph{\{}x{\}}}",
            "<i>E. coli</i> and <i>x</i>",
        ),
        (r"{{\textbackslash}'\{u\}ber}", "úber"),
        (
            "{Using \\LaTeX{} and \\emph{more} \\unknown{things}}",
            "Using LaTeX and <i>more</i> things",
        ),
        (
            "{\\texttt{scikit-learn}: \\mbox{a b}, \\textsf{c} \\textup{d}}",
            "scikit-learn: a b, c d",
        ),
        ("{\\enquote{Nested \\enquote{quotes}}}", "“Nested ‘quotes’”"),
        ("{\\enquote{Q \\emph{r}} and \\mkbibquote{s}}", "“Q <i>r</i>” and “s”"),
        (
            "{A\\thanks{To {B}} \\foreignlanguage{german}{und} C \\citep[p.~3]{d}\\footnote{e}}",
            "A und C",
        ),
        (
            (
                r"{10\textsuperscript{6} x\textsubscript{i} \textalpha-syn"
                r" \textcommabelow{S}t p\hyp{}v}"
            ),
            "10<sup>6</sup> x<sub>i</sub> α-syn Șt p-v",
        ),
        (r"{4$\times$4 grid of CO$_2$ and $ O(n) $}", r"4$\times$4 grid of CO$_2$ and $O(n)$"),
        (r"{A \texorpdfstring{$\alpha_{b}$}{alpha}-stable}", r"A $\alpha_{b}$-stable"),
        ("{\\S 5, \\P{} 6, \\pounds 7 \\copyright{} \\ddag}", "§5, ¶ 6, £7 © ‡"),
        ('{\\~{} \\^{} \\"{}} # { \\~n}', '~ ^ " ñ'),
        ("{\\verb|x_y^2| and \\'A & B at $5}", "x_y^2 and Á & B at $5"),
        (
            "{D^2Net (K^{2}N), 10^6 Ca^{2+} and x^y}",
            "D<sup>2</sup>Net (K<sup>2</sup>N), 10<sup>6</sup> Ca<sup>2+</sup> and x^y",
        ),
        (r"{Robot ~ Human in \emph{Fig.}~1}", "Robot ~ Human in <i>Fig.</i> 1"),
        ("{A ring of ~100 km and Fig.~1}", "A ring of ~100 km and Fig. 1"),
        ('{"Is it?\'\': ``one" and "two"}', '“Is it?”: “one” and "two"'),
        ("{<think> Yes </think> or no}", "<think> Yes </think> or no"),
        ("on # { two } # {parts}", "on two parts"),
        ("{over\n  two lines}", "over two lines"),
        # styles
        (
            r"{\textit{lacI} {\it E. coli\/} {\em\bf a} \textbf{b} {\sc nest}}",
            f"<i>lacI</i> <i>E. coli</i> <i>a</i> <b>b</b> {SMALL_CAPITALS}nest</span>",
        ),
        (r"{\emph{A \textbf{b $x$} {\'e}}: {c}}", "<i>A <b>b $x$</b> é</i>: c"),
        (r"{H\textsubscript{2}O, 10\textsuperscript{th}}", "H<sub>2</sub>O, 10<sup>th</sup>"),
        ("{Test\\textsuperscript{\\tiny\\textregistered}}", "Test<sup>®</sup>"),
        # formulas that only TeX takes for such
        (r"{H$_2$$^{18}$O at $\sqrt{s}$$=$13 TeV}", r"H$_2$$^{18}$O at $\sqrt{s}$$=$13 TeV"),
        (
            r"{$x$3, 3$x$, $ \sqrt{n}$ and $\alpha$$\beta$}",
            r"$x3$, $3x$, $\sqrt{n}$ and $\alpha$$\beta$",
        ),
        (
            r"{\textsuperscript 2H, \textsubscript{$x$} and \[x^2\]}",
            "<sup>2</sup>H, <sub>$x$</sub> and $x^2$",
        ),
        (r"{a {\~} b, \~/c \~}", "a ~ b, ~/c ~"),
        # commands of which something is not part of the text
        (r"{z {\raisebox{-0.5ex}\textasciitilde}2, \raisebox{1pt}{x}}", "z ~2, x"),
        (r"{at $z \raisebox{-0.5ex}\textasciitilde 2$}", r"at $z \sim 2$"),
        (r"{{\noop{1990}}A {\fontencoding{T2A}\fontsize{8}{10}\selectfont b}}", "A b"),
        (r"{A\linebreak B\newline C\kern-.1em D\nobreakspace E}", "A B CD E"),
        (r"{\h{a} {\h{\^a}} {\ohorn} {\f e}}", "ả ẩ ơ ȇ"),
        (r"{{\glqq}A{\grqq} \glq B\grq{} \flqq C\frqq}", "\u201eA\u201c \u201aB\u2018 «C»"),
        # the markup of other programs and of publishers
        (
            "{The <i>E. coli</i> in H<sub>2</sub>O &amp; salt}",
            "The <i>E. coli</i> in H<sub>2</sub>O & salt",
        ),
        (
            r"{{\textless}i{\textgreater}E. coli{\textless}/i{\textgreater} \& co}",
            "<i>E. coli</i> & co",
        ),
        ("{A $<$i$>$T$<$/i$>$, x $<$ 5}", "A <i>T</i>, x < 5"),
        (
            r"{$\less$p$\greater$$\less$em$\greater$T$\less$/em$\greater$ $\&$amp$\mathsemicolon$}",
            "<i>T</i> &",
        ),
        ('{<m:math xmlns:m="http://x"><m:mi>Mn</m:mi></m:math> films}', "Mn films"),
        ("{<math><msub><mi>Mn</mi><mn>3</mn></msub></math>~a}", r"$\mathrm{Mn}_3$ a"),
        ("{p < 0.05 for Vector<T>}", "p < 0.05 for Vector<T>"),
    ],
)
def test_titles(typed: str, title: str) -> None:
    assert work(f"@string{{on = {{on}}}}\n@misc{{k, title = {typed}}}").title == title


def test_a_raised_sign_needs_no_warning_for_its_size() -> None:
    assert problems(r"@misc{k, title = {A\textsuperscript{\tiny\textregistered} {\Large b}}}") == []
    assert problems(r"@misc{k, title={A\textsubscript{$x$} \textsuperscript 2H}}") == []


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("One", "two", "One: two"),
        ("Women in Ming China.", "A review", "Women in Ming China: A review"),
        ("Big data –", "a review", "Big data – a review"),
        ("Why?", "Because", "Why? Because"),
        ("Life of J. S.", "A tale", "Life of J. S.: A tale"),
        (r"\emph{E. coli}.", "A review", "<i>E. coli</i>: A review"),
    ],
)
def test_a_subtitle_follows_a_colon_or_a_mark(title: str, subtitle: str, whole: str) -> None:
    assert work(f"@misc{{k, title = {{{title}}}, subtitle = {{{subtitle}}}}}").title == whole

"""references.bib as people really have it."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.richtext import SMALL_CAPITALS
from digest.basics.works import Name, Work
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from digest.records.bibtex import BibEntry, parse_bibtex
from digest.records.numbers import with_numbers
from digest.records.tex import tex_to_rich
from tests.citing.corpus import read_works

PATH = "content/references.bib"


def entries(text: str) -> dict[str, BibEntry]:
    return {one.key: one for one in parse_bibtex(text, PATH).value or ()}


def work(text: str) -> Work:
    (only,) = entries(text).values()
    return only.work


def problems(text: str) -> list[tuple[int, int, str]]:
    found = parse_bibtex(text, PATH).diagnostics
    assert all(one.rule == "bibtex-broken" and one.path == PATH and one.hint for one in found)
    return [(one.line, one.column, one.message) for one in found]


def test_an_article() -> None:
    text = """
% from Zotero
@article{Ronnow.2014,
  title = {Defining and Detecting {{Quantum Speedup}}},
  author = {R{\\o}nnow, Troels F. and Wang, Zhihui},
  year = 2014,
  month = jul,
  journal = {Science},
  volume = {345}, number = {6195}, pages = {420--424},
  eprint = {1401.2910}, archiveprefix = {arXiv}, primaryclass = {quant-ph},
  doi = {10.1126/SCIENCE.1252319},
}
"""
    assert problems(text) == []
    entry = entries(text)["Ronnow.2014"]
    assert (entry.place.line, entry.place.column) == (3, 1)
    made = entry.work
    assert made.id == "bib:Ronnow.2014"
    assert made.type == "article-journal"
    assert made.title == "Defining and Detecting Quantum Speedup"
    assert made.author[0] == Name("Rønnow", "Troels F.", "", "Troels F. Rønnow")
    assert made.issued == (2014, 7)
    assert (made.container_title, made.volume, made.issue, made.page) == (
        "Science", "345", "6195", "420-424"
    )  # fmt: skip
    assert made.url == "https://doi.org/10.1126/science.1252319"
    assert set(made.aliases) == {
        "doi:10.1126/science.1252319", "arxiv:1401.2910", "doi:10.48550/arxiv.1401.2910"
    }  # fmt: skip


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2202.06991}, archiveprefix = {arXiv}",
        "eprint = {2202.06991v2}, eprinttype = {arxiv}",
        "eprint = {2202.06991}",
        "url = {https://arxiv.org/abs/2202.06991}",
        "doi = {10.48550/arXiv.2202.06991}",
        "journal = {arXiv preprint arXiv:2202.06991}",
        "note = {arXiv:2202.06991 [cs.CL]}",
        "journal = {CoRR}, volume = {abs/2202.06991}",
        "howpublished = {\\url{https://arxiv.org/abs/2202.06991}}",
    ],
)
def test_a_preprint_is_the_work_of_its_record(fields: str) -> None:
    made = work(f"@misc{{tay, title = {{DSI}}, {fields}}}")
    assert "arxiv:2202.06991" in made.aliases
    assert made.type == "article"
    assert made.container_title == ""


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


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org/~ann/a--b",
        r"https://example.org/\~{}ann/a--b",
        r"https://example.org/{\~{}}ann/a--b",
        r"https://example.org/{\textasciitilde}ann/a--b",
        r"https://example.org/\textasciitilde ann/a--b",
        r"https://example.org/$\sim$ann/a--b",
        r"\url{https://example.org/~ann/a--b}",
    ],
)
def test_an_address_keeps_its_tilde(typed: str) -> None:
    made = work(f"@misc{{k, title={{T}}, url={{{typed}}}, note={{n}}}}")
    assert made.url == "https://example.org/~ann/a--b"


def test_an_address_loses_the_marks_of_tex() -> None:
    made = work(r"@misc{k, title={T}, url={https://example.org/a\_b\%20c?d\&e\#f}}")
    assert made.url == "https://example.org/a_b%20c?d&e#f"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Yi Tay and Tran, Vinh Q.", [("Tay", "Yi", ""), ("Tran", "Vinh Q.", "")]),
        ("King, Jr., Martin Luther", [("King", "Martin Luther", "Jr.")]),
        (r"It{\=o}, K{\=o}ji and K{\=o}ji Tanaka", [("Itō", "Kōji", ""), ("Tanaka", "Kōji", "")]),
        (r"{\=O}no, Y{\=u}ki", [("Ōno", "Yūki", "")]),
        ("family=Oord, given=Aaron, prefix=van den", [("van den Oord", "Aaron", "")]),
        ("村上 春樹", [("", "", "")]),
        ("Martin Luther King Jr.", [("King", "Martin Luther", "Jr.")]),
        ("Ludwig van Beethoven", [("van Beethoven", "Ludwig", "")]),
        ("van den Oord, Aaron", [("van den Oord", "Aaron", "")]),
        ("Luc Van Gool", [("Van Gool", "Luc", "")]),
        ("Nicola {De Cao}", [("De Cao", "Nicola", "")]),
        ("{\\'E}lodie Ga{\\\"e}l", [("Gaël", "Élodie", "")]),
        ("{Google Research} and Ha, David", [("", "", ""), ("Ha", "David", "")]),
        ("{Barnes and Noble}", [("", "", "")]),
        ("Plato", [("", "", "")]),
        ("Ha, David and others", [("Ha", "David", ""), ("", "", "")]),
    ],
)
def test_names(typed: str, names: list[tuple[str, str, str]]) -> None:
    made = work(f"@misc{{k, title = {{T}}, author = {{{typed}}}}}").author
    assert [(one.family, one.given, one.suffix) for one in made] == names
    assert all(one.literal for one in made)


def test_a_body_and_the_rest_have_their_names_whole() -> None:
    made = work("@misc{k, title={T}, author={{Barnes and Noble} and others}}").author
    assert [one.literal for one in made] == ["Barnes and Noble", "others"]


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = 2022, month = feb", (2022, 2)),
        ("year = {2022}, month = {February}", (2022, 2)),
        ('year = "2022", month = "14~" # feb', (2022, 2, 14)),
        ("year = 2022, month = feb # {~14}", (2022, 2, 14)),
        ("year = 2022, month = {February 30}", (2022, 2)),
        ("year = 2022, month = {Feb. 2022}", (2022, 2)),
        ("year = 850", (850,)),
        ("year = {volume 12}", ()),
        ("year = 2022, month = 2", (2022, 2)),
        ("date = {2022-02-14}", (2022, 2, 14)),
        ("date = {2022/2023}", (2022,)),
        ("year = {in press}", ()),
        ("year = {c. 1999}", (1999,)),
        ("year = {1999--2001}", (1999,)),
        ("year = 2022, month = {5--6}", (2022, 5)),
        ("year = 2022, month = {January--February}", (2022, 1)),
        ("date = {2022-02~}", (2022, 2)),
        ("date = {2022-02~/2023}", (2022, 2)),
        ("date = {../2005}", (2005,)),
        ("date = {1999-XX}", (1999,)),
        ("date = {14 February 2022}", (2022, 2, 14)),
        ("date = {Feb 14, 2022}", (2022, 2, 14)),
        ("year = {03-2004}", (2004, 3)),
        ("year = {Spring-2004}", (2004,)),
        ("date = {2022-02-14T10:00:00Z}", (2022, 2, 14)),
        ("date={2020}, month=may", (2020, 5)),
        ("date={2020}, year={2019}", (2020,)),
        ("date={1990/1995}, month=may", (1990,)),
        ("date={2020/05/06}", (2020, 5, 6)),
        ("date={2020-05-06 10:00}", (2020, 5, 6)),
    ],
)
def test_dates(fields: str, issued: tuple[int, ...]) -> None:
    assert work(f"@misc{{k, title = {{T}}, {fields}}}").issued == issued


@pytest.mark.parametrize(
    ("kind", "csl"),
    [
        ("article", "article-journal"),
        ("inproceedings", "paper-conference"),
        ("InCollection", "chapter"),
        ("book", "book"),
        ("phdthesis", "thesis"),
        ("techreport", "report"),
        ("online", "webpage"),
        ("audio", "broadcast"),
        ("jurisdiction", "legal_case"),
        ("commentary", "book"),
        ("legal", "treaty"),
        ("misc", "document"),
        ("anything", "document"),
    ],
)
def test_types(kind: str, csl: str) -> None:
    assert work(f"@{kind}{{k, title = {{T}}, journal = {{J}}}}").type == csl


def test_a_paper_takes_what_it_lacks_from_its_proceedings() -> None:
    made = entries(
        "@inproceedings{p, title={Paper}, crossref={c}}\n"
        "@proceedings{c, title={Proceedings}, year=2020, publisher={ACM}}"
    )["p"].work
    assert (made.title, made.container_title, made.issued, made.publisher) == (
        "Paper", "Proceedings", (2020,), "ACM"
    )  # fmt: skip


def test_what_is_broken_is_named_at_its_line_and_the_rest_is_used() -> None:
    text = """@misc{a, title = {A}}

@article{b, title = {never closed, year = 2020}

@misc{c,
  title = {C}, title = {D},
  doi = {abc},
  eprint = {2202.0592}, archiveprefix = {arXiv},
  month = frimaire,
}
@misc{a, title = {again}}
@misc{d, year = 2020}
@misc{, title = {no key}}
@misc{e, title = {E}}
"""
    assert sorted(entries(text)) == ["a", "c", "e"]
    assert entries(text)["a"].work.title == "A"
    assert entries(text)["c"].work.title == "C"
    found = {(line, column): message for line, column, message in problems(text)}
    assert found[3, 1] == "the entry 'b' cannot be read"
    assert found[6, 16] == "the field 'title' stands twice"
    assert "'abc' is not a DOI" in found[7, 3]
    assert "5 digits" in found[8, 3]
    assert found[9, 3] == "there is no abbreviation 'frimaire'"
    assert found[11, 1] == "the key 'a' stands twice"
    assert found[12, 1] == "the entry 'd' has no title"
    assert found[13, 1] == "an entry has no key"
    assert len(found) == 8


def test_no_file_needs_an_entry() -> None:
    for text in ("", "only a comment", "mail@example.org", "@comment{x}", "@preamble{{x}}"):
        assert parse_bibtex(text, PATH).value == ()


@pytest.mark.parametrize(
    "begins", ["TY  - JOUR", "<!doctype html>", '{"id": 1}', "[", "%0 Journal Article", "PMID- 31"]
)
def test_a_file_in_another_form_is_told(begins: str) -> None:
    ((line, column, message),) = problems(f"\n{begins}\nTI  - T\n")
    assert (line, column) == (2, 1)
    assert message == f"this is no BibTeX: it begins '{begins.replace('  ', ' ')}'"


@given(st.text(alphabet='@article{}=,"#\\ \n$%kab1~-'))
def test_no_text_raises(text: str) -> None:
    parse_bibtex(text, PATH)
    parse_bibtex("@misc{k, title = {" + text, PATH)
    parse_bibtex("@misc{k, title = {T}, author = {" + text + "}}", PATH)


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (
            "@software{k, title={T}, version={2.1}, date={2021-05}, publisher={Zenodo}}",
            {"type": "software", "version": "2.1", "issued": (2021, 5), "publisher": "Zenodo"},
        ),
        (
            "@online{k, title={T}, urldate={2020-01-09}, url={https://example.org/%7Ea_b}}",
            {"type": "webpage", "accessed": (2020, 1, 9), "url": "https://example.org/%7Ea_b"},
        ),
        (
            "@misc{k, title={T}, howpublished={\\url{https://example.org/~a_b}}}",
            {"type": "document", "url": "https://example.org/~a_b"},
        ),
        ("@misc{k, title={T}, note={https://example.org/}}", {"url": "https://example.org/"}),
        (
            "@thesis{k, title={T}, type={phdthesis}, institution={ETH}, location={Zürich}}",
            {"type": "thesis", "genre": "PhD thesis", "publisher": "ETH"}
            | {"publisher_place": "Zürich"},
        ),
        (
            "@patent{k, title={T}, type={patentus}, number={9367592}, holder={{ACME}}}",
            {"type": "patent", "genre": "U.S. Patent", "number": "9367592"},
        ),
        (
            "@report{k, title={T}, type={techreport}, number={7}, institution={MIT}}",
            {"type": "report", "genre": "Technical report", "number": "7", "publisher": "MIT"},
        ),
        (
            (
                "@inproceedings{k, title={T}, booktitle={P}, booksubtitle={Q}, series={CHI '20},"
                " address={New York}, location={Honolulu}, articleno={12}, numpages={14}}"
            ),
            {"container_title": "P: Q", "collection_title": "CHI '20", "number": "12"}
            | {"publisher_place": "New York", "event_place": "Honolulu"},
        ),
        (
            "@inproceedings{k, title={T}, eventtitle={ICML}, venue={Vienna}, publisher={PMLR}}",
            {"event_title": "ICML", "event_place": "Vienna"},
        ),
        (
            (
                "@article{k, title={T}, journaltitle={J}, journalsubtitle={A Review},"
                " entrysubtype={magazine}, issue={Spring}}"
            ),
            {"type": "article-magazine", "container_title": "J: A Review", "issue": "Spring"},
        ),
        (
            "@article{k, title={T}, journal={A Journal}, shortjournal={A J.}}",
            {"container_title": "A Journal", "container_title_short": "A J."},
        ),
        ("@article{k, title={T}, journal={J}, pubstate={inpress}}", {"status": "in press"}),
        ("@inreference{k, title={T}, booktitle={B}}", {"type": "entry-encyclopedia"}),
        ("@unpublished{k, title={T}}", {"type": "manuscript"}),
        ("@mvbook{k, title={T}, edition={Second}}", {"type": "book", "edition": "Second"}),
        ("@book{k, title={Why?}, subtitle={Because}}", {"title": "Why? Because"}),
        (
            "@book{k, title={T}, date={2004/2010}}",
            {"issued": (2004,)},
        ),
        ("@book{k, title={T}, date={2004-21}}", {"issued": (2004,)}),
        ("@book{k, title={T}, date={2004-2-3}}", {"issued": (2004, 2, 3)}),
        ("@book{k, title={T}, year={n.d.}, month={spring}}", {"issued": ()}),
        (
            "@book{k, title={T}, translator={Poe, Ada}, isbn={1-2}, issn={3-4}, chapter={5}}",
            {"translator": (Name("Poe", "Ada", "", "Ada Poe"),), "isbn": "1-2", "issn": "3-4"}
            | {"chapter_number": "5"},
        ),
        ("@book{k, title={T}, date={1969}, origdate={1966}}", {"original_date": (1966,)}),
        ("@misc{k, title={T}, note={Version 2}}", {"note": "Version 2", "status": ""}),
        ("@misc{k, title={T}, note={A.}, addendum={B}}", {"note": "A. B"}),
        ("@misc{k, title={T}, note={To appear.}}", {"note": "", "status": "forthcoming"}),
        ("@misc{k, title={T}, note={To appear in J}}", {"note": "To appear in J", "status": ""}),
        ("@misc{k, title={T}, year={in press}}", {"status": "in press", "issued": ()}),
        (
            (
                "@article{k, title={T}, doi={10.1000/x}, note={http://arxiv.org/abs/2101.00003v2},"
                " eprint={2101.00003}}"
            ),
            {"note": "", "url": "https://doi.org/10.1000/x"},
        ),
        (
            "@misc{k, title={T}, url={https://a.org/}, note={https://b.org/}}",
            {"note": "https://b.org/", "url": "https://a.org/"},
        ),
        ("@misc{k, title={T}, note={arXiv:2101.00003}}", {"note": "", "type": "article"}),
        (
            r"@misc{k, title={T}, howpublished={A post. Available at: \url{https://e.org/}}}",
            {"container_title": "A post", "url": "https://e.org/", "note": ""},
        ),
        (
            r"@misc{k, title={T}, howpublished={[Online]. Available: https://e.org/}}",
            {"container_title": "", "url": "https://e.org/"},
        ),
        (
            r"@misc{k, title={T}, howpublished={\href{https://e.org/}{E}}, publisher={P}}",
            {"container_title": "E", "url": "https://e.org/", "note": "", "publisher": "P"},
        ),
        (
            "@article{k, title={T}, journal={J}, number={4}, Article-Number={812}}",
            {"issue": "4", "number": "812"},
        ),
        ("@article{k, title={T}, journal={J}, art_number={1004}}", {"number": "1004"}),
        (
            "@inproceedings{k, title={T}, booktitle={P}, number={4}, articleno={12}}",
            {"issue": "4", "number": "12"},
        ),
        (
            "@misc{k, title={T}, eprint={2101.00003}, howpublished={Preprint}}",
            {"type": "article", "container_title": "", "note": "Preprint"},
        ),
        (
            r"@misc{k, title={T}, howpublished={A blog. Accessed: 2020-01-31. \url{https://e.org/}}}",
            {"container_title": "A blog", "url": "https://e.org/", "accessed": (2020, 1, 31)},
        ),
        (
            r"@unpublished{k, title={T}, note={Preprint available at \url{https://e.org/a.pdf}}}",
            {"url": "https://e.org/a.pdf", "note": ""},
        ),
        (
            r"@misc{k, title={T}, note={Code available at \url{https://e.org/}}}",
            {"url": "", "note": "Code available at https://e.org/"},
        ),
        ("@article{k, title={T}, journal={J}, pages={1--9 (electronic)}}", {"page": "1-9"}),
        ("@article{k, title={T}, journal={J}, pages={1,5,7--9}}", {"page": "1, 5, 7-9"}),
        ("@article{k, title={T}, journal={J}, pages={1,234--1,240}}", {"page": "1,234-1,240"}),
        (
            "@misc{k, title={T}, note={[Online; accessed 22-July-2004]}}",
            {"note": "", "accessed": (2004, 7, 22)},
        ),
        (
            "@misc{k, title={T}, note={Code. Last accessed on Feb. 3, 2021}, urldate={2021-02-03}}",
            {"note": "Code.", "accessed": (2021, 2, 3)},
        ),
        (
            "@misc{k, title={T}, note={Accessed: 2020-02-31}}",
            {"note": "Accessed: 2020-02-31", "accessed": ()},
        ),
        (
            r"@misc{k, title={T}, url={https://a.org}, howpublished={Code at \url{https://b.org}}}",
            {"container_title": "", "url": "https://a.org", "note": "Code at https://b.org"},
        ),
        (
            "@misc{k, title={T}, howpublished={Post (https://e.org/x_(y)).}}",
            {"container_title": "Post", "url": "https://e.org/x_(y)"},
        ),
        (
            "@misc{k, title={T}, howpublished={To appear}}",
            {"container_title": "", "status": "forthcoming", "note": ""},
        ),
        ("@misc{k, title={T}, addendum={In press}}", {"status": "in press", "note": ""}),
        (
            "@misc{k, title={T}, note={In press. Reprinted}}",
            {"status": "in press", "note": "Reprinted"},
        ),
        (
            "@misc{k, title={T}, eprint={2101.00004}, note={arXiv:2101.00003}}",
            {"aliases": ("arxiv:2101.00004", "doi:10.48550/arxiv.2101.00004")}
            | {"note": "arXiv:2101.00003"},
        ),
        (
            r"@misc{k, title={T}, note={\href{https://e.org/c}{Code here}}}",
            {"note": "Code here, https://e.org/c"},
        ),
        ("@misc{k, title={T}, note={Foo Inc.}, addendum={B?}}", {"note": "Foo Inc. B?"}),
        (
            "@book{k, title={T}, isbn={978-0-387-31073-2 978-0-387-31074-9}, issn={1-2; 3-4}}",
            {"isbn": "978-0-387-31073-2, 978-0-387-31074-9", "issn": "1-2, 3-4"},
        ),
        ("@book{k, title={T}, isbn={978 0 387 31073 2}}", {"isbn": "978 0 387 31073 2"}),
        (
            r"@article{k, title={T}, journal={\prl}, volume={116}, eprint={1602.03837}}",
            {"type": "article-journal", "container_title": "Physical Review Letters"}
            | {"container_title_short": "Phys. Rev. Lett.", "volume": "116"},
        ),
        (
            "@phdthesis{k, title={T}, school={MIT}, publisher={ProQuest}}",
            {"publisher": "MIT", "container_title": "ProQuest"},
        ),
        (
            "@techreport{k, title={T}, institution={NIST}, publisher={US Gov}}",
            {"publisher": "NIST; US Gov"},
        ),
        (
            "@inproceedings{k, title={T}, organization={PMLR}, publisher={ACM}}",
            {"publisher": "ACM; PMLR"},
        ),
        (
            "@book{k, title={T}, organization={IEEE}, publisher={Institute (IEEE)}}",
            {"publisher": "Institute (IEEE)"},
        ),
        (
            "@online{k, title={T}, organization={The Blog}, publisher={Pub}}",
            {"container_title": "The Blog", "publisher": "Pub"},
        ),
        (
            "@article{k, title={T}, journal={J}, doi={10.1000/ab}, url={https://o.net/forum?id=1}}",
            {"url": "https://o.net/forum?id=1", "doi": "10.1000/ab"},
        ),
        (
            "@article{k, title={T}, journal={J}, doi={10.1000/ab}, url={http://dx.doi.org/10.1000/ab}}",
            {"url": "https://doi.org/10.1000/ab"},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={B}, series={LNCS}, number={12}, volume={5}}",
            {"collection_title": "LNCS", "collection_number": "12", "volume": "5", "number": ""},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={AAAI}, volume={33}, number={01}}",
            {"volume": "33", "issue": "01", "number": "", "collection_number": ""},
        ),
        (
            "@book{k, title={Vol t}, maintitle={The Great Work}, mainsubtitle={S}, volume=3}",
            {"collection_title": "The Great Work: S", "volume": "3", "title": "Vol t"},
        ),
        (
            "@article{k, title={T}, journal={J}, number={4}, issue={Spring}, titleaddon={A}}",
            {"issue": "4", "note": "A. Spring"},
        ),
        (
            "@article{k, title={T}, journal={J}, eprint={24901}, eprinttype={jstor}}",
            {"url": "https://www.jstor.org/stable/24901", "note": ""},
        ),
        (
            "@article{k, title={T}, note={[PubMed:30617335] [DOI:10.1000/Ab]}}",
            {"doi": "10.1000/Ab", "url": "https://doi.org/10.1000/ab"},
        ),
        (
            "@misc{k, title={T}, howpublished={https://doi.org/10.1000/ab}}",
            {"doi": "10.1000/ab"},
        ),
        ("@misc{k, title={T}, note={Supplement to doi:10.1000/ab}}", {"doi": ""}),
        (
            "@article{k, title={T}, doi={10.1000/ab}, eprint={24901}, eprinttype={jstor}}",
            {"url": "https://doi.org/10.1000/ab", "note": "jstor: 24901"},
        ),
        (
            "@techreport{k, title={T}, type={Standard}, number={1}}",
            {"type": "standard", "genre": ""},
        ),
        (r"@book{k, title={T}, year={\noopsort{1973c}1981}}", {"issued": (1981,)}),
        ("@book{k, title={A \\&amp; B &#8211; C}}", {"title": "A & B – C"}),
        ("@book{k, title={T}, author={de Gaulle}}", {"author": (Name(literal="de Gaulle"),)}),
        (
            "@book{k, title={T}, author={Wei Wang 0001}}",
            {"author": (Name("Wang", "Wei", "", "Wei Wang"),)},
        ),
        (
            "@book{k, title={T}, author={Poe, Ada et al.}}",
            {"author": (Name("Poe", "Ada", "", "Ada Poe"), Name(literal="others"))},
        ),
        (
            (
                "@article{k, title={T, 50% of}, journal={J}, % checked\n% one, with commas\n"
                " year=2000}"
            ),
            {"title": "T, 50% of", "container_title": "J", "issued": (2000,)},
        ),
        (
            "@misc{k, title={T}, note={Data retrieved May 2019.}}",
            {"note": "Data retrieved May 2019."},
        ),
        ("@misc{k, title={T}, note={Visited 2019}}", {"note": "Visited 2019", "accessed": ()}),
        (
            (
                "@misc{k, title={T}, eprint={2101.00003}, pages={arXiv:2101.00003},"
                " eid={arXiv:2101.00003}}"
            ),
            {"type": "article", "page": "", "number": ""},
        ),
        ("@online{k, title={T}, type={Blog post}, note={Blog post. Foo}}", {"note": "Foo"}),
        ("@patent{k, title={T}, type={patentus}, note={U.S. Patent}}", {"note": ""}),
        (
            "@misc{k, title={T}, note={At https://a.b/c--d and https://e.f/~g}}",
            {"note": "At https://a.b/c--d and https://e.f/~g"},
        ),
        (r"@misc{k, title={T}, note={\url{https://a.b/c}.}}", {"url": "https://a.b/c", "note": ""}),
        ("@misc{k, title={T}, url={10.1000/xyz}}", {"doi": "10.1000/xyz"}),
        ("@misc{k, title={T}, year=2000, month={Q3}}", {"issued": (2000,)}),
        (
            "@misc{k, title={T}, year={to appear in 2025}}",
            {"status": "forthcoming", "issued": (2025,)},
        ),
        ("@misc{k, title={T}, year={2025, in press}}", {"status": "in press", "issued": (2025,)}),
        ("@string{a={X}} @string{a={Y}} @misc{k, title=a}", {"title": "Y"}),
        ("@misc{k, title={T}}\n n = 5 entries\n,\n", {"title": "T"}),
        ("@dataset{k, title={T}, doi={10.5061/DRYAD.8515}}", {"type": "dataset"}),
        ("@book{k, title={T}, publisher={A \\& B}}", {"publisher": "A & B"}),
        (
            "@book{k, author={A}, title={T}, booktitle={B}, editor={E}, pages={3--5}}",
            {"type": "chapter", "container_title": "B", "page": "3-5"},
        ),
        (
            "@book{k, author={A}, title={T}, booktitle={B}, chapter=2}",
            {"type": "chapter", "chapter_number": "2"},
        ),
        ("@book{k, author={A}, title={{A} t}, booktitle={a T}, pages={9}}", {"type": "book"}),
        ("@book{k, author={A}, title={T}, booktitle={B}}", {"type": "book"}),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={SIGPLAN}, volume=5, number=2}",
            {"container_title": "P", "collection_title": "SIGPLAN", "volume": "5"},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={J}, series={LNCS}}",
            {"container_title": "P", "collection_title": "LNCS"},
        ),
        (
            "@incollection{k, title={T}, booktitle={{P} q}, journal={p Q}}",
            {"container_title": "P q", "collection_title": ""},
        ),
        (
            "@inproceedings{k, title={T}, booktitle={P}, journal={arXiv:2202.06991}}",
            {"type": "paper-conference", "container_title": "P", "collection_title": ""},
        ),
        ("@inproceedings{k, title={T}, journal={J}}", {"container_title": "J"}),
        (
            "@proceedings{k, author={A}, title={T}, booktitle={B}, pages={3--5}}",
            {"type": "paper-conference", "container_title": "B", "page": "3-5"},
        ),
        ("@proceedings{k, editor={E}, title={T}, booktitle={B}}", {"type": "book"}),
        (
            "@Manual{k, title={T}, note={R package version 1.0.0}}",
            {"type": "software", "version": "1.0.0", "note": ""},
        ),
        (
            "@Manual{k, title={T}, note={R package version 0.5.0, more to come}}",
            {"type": "software", "version": "0.5.0", "note": "more to come"},
        ),
        ("@Manual{k, title={T}, note={R package version x.x.x}}", {"type": "book", "version": ""}),
        ("@data{DVN/X_2018, title={T}, version={V1}}", {"type": "dataset", "version": "V1"}),
        ("@webpage{k, title={T}}", {"type": "webpage"}),
        ("@doctoralthesis{k, title={T}}", {"type": "thesis", "genre": "PhD thesis"}),
        ("@bachelorthesis{k, title={T}}", {"type": "thesis", "genre": "Bachelor\u2019s thesis"}),
        ("@movie{k, title={T}}", {"type": "motion_picture", "genre": "Film"}),
        (
            "@article{k, title={T}, journal={CoRR}, volume={cs.CL/0102003}}",
            {"type": "article", "volume": "", "publisher": "arXiv"},
        ),
        (
            "@misc{k, title={T}, publisher={Google Patents}, note={US Patent App. 12/496,001}}",
            {"type": "patent", "genre": "U.S. Patent Application", "number": "12/496,001"}
            | {"note": "", "publisher": "Google Patents"},
        ),
        (
            "@misc{k, title={T}, howpublished={EP Patent 1,234,567}}",
            {"type": "patent", "genre": "European Patent", "number": "1,234,567"}
            | {"container_title": ""},
        ),
        (
            "@patent{k, title={T}, number={US Patent 6,285,999}}",
            {"genre": "U.S. Patent", "number": "6,285,999"},
        ),
        (
            "@patent{k, title={T}, number={6285999}, nationality={United States}}",
            {"genre": "U.S. Patent", "number": "6285999"},
        ),
        ("@misc{k, title={T}, note={See US Patent 1,234}}", {"type": "document"}),
        (
            "@article{k, title={T}, journal={BMJ}, volume=369, elocation-id={m1328}}",
            {"number": "m1328"},
        ),
        # servers of preprints
        (
            "@article{k, title={T}, journal={bioRxiv}, pages={2020--01}, publisher={CSHL}}",
            {"type": "article", "publisher": "bioRxiv", "page": "", "container_title": ""},
        ),
        (
            "@article{k, title={T}, journal={medRxiv : the preprint server}, pages={030338}}",
            {"type": "article", "publisher": "medRxiv", "page": "", "number": "030338"},
        ),
        (
            (
                "@article{k, title={T}, journal={bioRxiv}, doi={10.1101/2020.01.01.000001},"
                " elocation-id={2020.01.01.000001}}"
            ),
            {"type": "article", "publisher": "bioRxiv", "number": ""},
        ),
        (
            (
                "@techreport{k, title={T}, institution={arXiv}, number={arXiv:1706.03765},"
                " note={arXiv:1706.03765 [cs] type: article}}"
            ),
            {"type": "article", "number": "", "publisher": "arXiv", "note": ""},
        ),
        (
            "@article{k, title={T}, note={Preprint, {arXiv}:math/0211159 [math.{DG}] (2002)}}",
            {"aliases": ("arxiv:math/0211159", "doi:10.48550/arxiv.math/0211159"), "note": ""},
        ),
        # notes that only lead somewhere
        (
            (
                "@misc{k, title={T},"
                " note={Available online: https://a.b/c (accessed on 6 May 2020).}}"
            ),
            {"url": "https://a.b/c", "accessed": (2020, 5, 6), "note": ""},
        ),
        (
            r"@misc{k, title={T}, howpublished={Available at \url{https://a.b/c} (2020/05/06)}}",
            {"url": "https://a.b/c", "accessed": (2020, 5, 6), "container_title": ""},
        ),
        (
            (
                r"@article{k, title={T}, note={[DOI:\href{https://dx.doi.org/10.1000/x}{10.1000/x}]"
                r" [PubMed:\href{https://pubmed.org/7}{7}]}}"
            ),
            {"doi": "10.1000/x", "note": "[PubMed:7]"},
        ),
        # addresses as some programs write them
        ("@misc{k, title={T}, url={https://a.b/?c=1&amp;d=2}}", {"url": "https://a.b/?c=1&d=2"}),
        (r"@misc{k, title={T}, url={\href{https://a.b/c_d}{here}}}", {"url": "https://a.b/c_d"}),
        ("@misc{k, title={T}, url={<https://a.b/c>}}", {"url": "https://a.b/c"}),
        (
            r"@article{k, title={\emph{E. coli}}, journal={{\em Nature}}}",
            {"title": "<i>E. coli</i>", "container_title": "Nature"},
        ),
        (
            r"@inproceedings{k, title={T}, booktitle={\textit{Proc. of X}}}",
            {"container_title": "Proc. of X"},
        ),
        (
            r"@article{k, title={T}, journal={\emph{E. coli} and \emph{C. elegans}}}",
            {"container_title": "<i>E. coli</i> and <i>C. elegans</i>"},
        ),
        (
            "@misc{k, title={T}, doi={10.1002/3:3$<$338::A$>$3.0}}",
            {"doi": "10.1002/3:3<338::A>3.0"},
        ),
        ("@misc{k, title={T}, doi={10.1002/3:3%3C338::A%3E}}", {"doi": "10.1002/3:3<338::A>"}),
        (
            (
                "@article{k, title={T}, url={https://a.b/doi/abs/10.1000/x}, doi={10.1000/x},"
                " eprint={https://a.b/doi/pdf/10.1000/x}}"
            ),
            {"url": "https://doi.org/10.1000/x", "note": ""},
        ),
        ("@article{k, title={T}, eprint={https://a.b/c.pdf}}", {"url": "https://a.b/c.pdf"}),
    ],
)
def test_what_styles_need_comes_through(entry: str, fields: dict[str, object]) -> None:
    assert problems(entry) == []
    made = work(entry)
    assert {name: getattr(made, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("fields", "field", "message", "hint"),
    [
        ("urldate={2023-02-31}", "urldate", "there is no date '2023-02-31'", "write urldate = {"),
        ("date={2020-13-45}", "date", "there is no date '2020-13-45'", "{2022-02-14}"),
        ("date={199X}", "date", "there is no date '199X'", "{1990/1999}, the first is printed"),
        ("year={1990s}", "year", "there is no year in '1990s'", "{1990/1999}"),
        ("date={-44}", "date", "there is no date '-44'", "{-0299} is 300 B.C."),
        ("year={5/6/2020}", "year", "of the year '5/6/2020' only 2020 is read", "year = {2020}"),
        ("year={2020-00-00}", "year", "of the year '2020-00-00' only 2020 is read", "{2022-02-14}"),
        ("year={last year}", "year", "there is no year in 'last year'", "pubstate = {inpress}"),
        ("year={-44}", "year", "there is no year in '-44'", "write year = {2022}"),
        ("year=2020, month={Dezember}", "month", "there is no month 'Dezember'", "month = feb"),
        ("year=2020, month={13}", "month", "there is no month '13'", "month = feb"),
        ("year=2020, month=feb, day={30}", "day", "there is no day 2020-02-30", "look it up"),
        ("year=2020, month=2, day={first}", "day", "there is no day 'first'", "day = {14}"),
        (
            "url={www.e.org/x}",
            "url",
            "'www.e.org/x' is no address of the web",
            "write 'https://www.e.org/x'",
        ),
        (
            "url={ftp://e.org/x}",
            "url",
            "'ftp://e.org/x' is no address of the web",
            "write 'https://e.org/x'",
        ),
        ("date={2020/15/01}", "date", "there is no date '2020/15/01'", "{2022-02-14}"),
        ("year={0000}", "year", "there is no year in '0000'", "write year = {2022}"),
        (
            "doi={10.1000/ab}, url={https://e.org https://f.org}",
            "url",
            "'https://e.org https://f.org' is no address of the web",
            "write one address, without spaces",
        ),
        (
            r"howpublished={Here: \url{www.e.org/x}}",
            "howpublished",
            "'www.e.org/x' is no address of the web",
            "write 'https://www.e.org/x'",
        ),
        (
            r"publisher={\foo}",
            "publisher",
            r"the command '\foo' is not known, and is left out",
            "write what it stands for",
        ),
        (
            "author={A, B; C, D}",
            "author",
            "names are parted by ' and ', not by ';'",
            "write 'A, B and C, D'",
        ),
        (
            "author={A, B, C, D and E, F}",
            "author",
            "names are parted by ' and ', not by ','",
            "write 'A, B and C, D and E, F'",
        ),
        (
            "doi={10.5281/zenodo.XXXXXXX}",
            "doi",
            "'10.5281/zenodo.XXXXXXX' is yet to be filled in",
            "write what it is, or take out 'doi'",
        ),
        ("editor={A and and B}", "editor", "a name is missing beside 'and'", "write 'A and B'"),
        (
            "author={Poe, Ada,}",
            "author",
            "a comma too many in the name 'Poe, Ada,'",
            "write 'Poe, Ada'",
        ),
        ("url={somewhere}", "url", "'somewhere' is no address of the web", "begins with https://"),
    ],
)
def test_what_cannot_be_is_named_where_it_stands(
    fields: str, field: str, message: str, hint: str
) -> None:
    text = f"@misc{{k, title={{T}}, {fields}}}"
    (found,) = parse_bibtex(text, PATH).diagnostics
    assert (found.rule, found.column, found.message) == (
        "bibtex-broken",
        text.index(field) + 1,
        message,
    )
    assert hint in found.hint


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date={2004-02-31}", (2004, 2)),
        ("year={2004}, month={2}, day={31}", (2004, 2)),
        ("year={2004}, month={Dezember}", (2004,)),
        ("date={someday}, year={2004}", (2004,)),
    ],
)
def test_of_a_date_that_cannot_be_the_rest_is_kept(fields: str, issued: tuple[int, ...]) -> None:
    assert work(f"@misc{{k, title={{T}}, {fields}}}").issued == issued


def test_an_address_that_is_none_gives_way_to_one_that_is() -> None:
    found = work(r"@misc{k, title={T}, url={www.e.org}, howpublished={\url{https://e.org/}}}")
    assert found.url == "https://e.org/"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("title={A {Bayesian} View of {Hepatitis A}}", ("Bayesian", "Hepatitis A")),
        ("title={{The Whole of It}}", ("The Whole of It",)),
        ("title={{D}arwin's {N}e{RF}s}", ("Darwin", "NeRFs")),
        (r"title={{\"U}ber {\LaTeX} and {G{\"o}del} and K{\"a}hler}", ("Gödel",)),
        (r"title={\'{E}tude on \emph{Drosophila} {---} {1}}", ()),
        (r"title={On \emph{the {Fly}} and {H\textsubscript{2}O}}", ("Fly", "H<sub>2</sub>O")),
        (r"title={{$k$-Means} of $O({N})$ for \$5 {USD} and \$6}", ("$k$-Means", "USD")),
        ("title={a {b} c}, subtitle={{D}}, booktitle={{E} of}, series={{F}}", ("b", "D", "E", "F")),
        ('title="{B} and plain"', ("B",)),
        ("title={none}", ()),
    ],
)
def test_braces_keep_words_as_they_are(fields: str, words: tuple[str, ...]) -> None:
    assert work(f"@inproceedings{{k, {fields}}}").kept_words == words
    again = format_bibtex([KeyedWork("k", work(f"@inproceedings{{k, {fields}}}"))])
    # of a book, the whole title is kept
    kept = " | ".join(work(again).kept_words)
    assert all(word in kept for word in words)


def test_a_manual_is_by_its_organization() -> None:
    made = work("@manual{k, title={T}, organization={R and Sons}, year=2020}")
    assert [one.literal for one in made.author] == ["R and Sons"]
    assert made.type == "book"


def test_a_paper_is_not_its_proceedings() -> None:
    made = entries(
        "@inproceedings{p, title={Paper}, crossref={c}}\n"
        "@proceedings{c, title={Proceedings}, subtitle={Part I}, editor={Poe, Ada}, year=2020,"
        " doi={10.1000/c}, url={https://example.org/c}, pages={1-900}}"
    )["p"].work
    assert (made.title, made.container_title) == ("Paper", "Proceedings: Part I")
    assert made.editor == (Name("Poe", "Ada", "", "Ada Poe"),)
    assert (made.doi, made.url, made.page, made.aliases) == ("", "", "", ())


def test_fields_that_entries_share() -> None:
    text = (
        "@xdata{acm, publisher={ACM}, address={New York}}\n"
        "@xdata{us, address={New York, USA}}\n"
        "@inproceedings{p, title={Paper}, xdata={acm, us}, publisher={ACM Press}}"
    )
    assert problems(text) == []
    assert sorted(entries(text)) == ["p"]
    made = entries(text)["p"].work
    assert (made.publisher, made.publisher_place) == ("ACM Press", "New York")


def test_a_name_in_east_asian_script_has_its_family_name_first() -> None:
    (name,) = work("@book{k, title={T}, author={family={村上}, given={春樹}}}").author
    assert (name.family, name.given, name.literal) == ("村上", "春樹", "村上春樹")


@pytest.mark.parametrize(
    "note", ["Extends arXiv:2202.06991", "see arXiv:2202.06991 for proofs", "Paper: 2202.06991"]
)
def test_a_note_about_a_paper_makes_no_work_that_paper(note: str) -> None:
    made = work(f"@article{{k, title={{T}}, journal={{JMLR}}, note={{{note}}}}}")
    assert (made.aliases, made.container_title, made.arxiv) == ((), "JMLR", None)


@pytest.mark.parametrize(
    ("entry", "type_", "publisher"),
    [
        ("@phdthesis{k, title={T}, school={MIT}, ", "thesis", "MIT"),
        ("@book{k, title={T}, publisher={CUP}, ", "book", "CUP"),
        ("@techreport{k, title={T}, institution={NASA}, ", "report", "NASA"),
        ("@dataset{k, title={T}, publisher={HF}, ", "dataset", "HF"),
        ("@misc{k, title={T}, publisher={arXiv}, ", "article", "arXiv"),
        ("@techreport{k, title={T}, institution={arXiv.org}, ", "article", "arXiv"),
    ],
)
def test_what_is_out_elsewhere_too_is_no_preprint(entry: str, type_: str, publisher: str) -> None:
    made = work(f"{entry}eprint={{2101.00003}}, archiveprefix={{arXiv}}}}")
    assert (made.type, made.publisher) == (type_, publisher)
    assert "arxiv:2101.00003" in made.aliases


def test_what_a_note_leads_to_is_not_where_the_work_is() -> None:
    errata = r"note={Errata at \url{https://errata.example/x}}"
    assert work(f"@book{{k, title={{T}}, {errata}}}").url == ""
    assert work(r"@book{k, title={T}, note={\url{https://b.example/}}}").url == "https://b.example/"


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("1--10", "1-10"),
        ("1 - 10", "1-10"),
        ("1-1--1-22", "1-1\u20131-22"),
        ("S-1--S-10", "S-1\u2013S-10"),
        ("123-A\u2013125-B", "123-A\u2013125-B"),
        ("1--3, 7--9", "1-3, 7-9"),
    ],
)
def test_hyphens_of_pages_stay(typed: str, pages: str) -> None:
    made = work(f"@article{{k, title={{T}}, pages={{{typed}}}}}")
    assert made.page == pages
    again = format_bibtex([KeyedWork("k", made)])
    assert work(again).page == pages


def test_what_others_hold_is_found_whatever_the_case_of_its_key() -> None:
    text = """\
@inproceedings{paper, title={P}, crossref={PROC}}
@proceedings{proc, title={Book}, year=2003, xdata={held}}
@xdata{held, publisher={Pub}, address={City}}
"""
    found = parse_bibtex(text, "references.bib")
    assert found.diagnostics == ()
    assert found.value
    made = found.value[0].work
    assert (made.container_title, made.issued) == ("Book", (2003,))
    assert (made.publisher, made.publisher_place) == ("Pub", "City")


def test_what_nobody_holds_is_named_where_it_is_asked_for() -> None:
    text = "@book{one, title={P},\n  xdata={nope}}\n@book{two, title={Q},\n  crossref={non}}\n"
    found = parse_bibtex(text, "references.bib")
    assert [(one.line, one.message) for one in found.diagnostics] == [
        (2, "there is no entry 'nope'"),
        (4, "there is no entry 'non'"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '@string{a="xxxxxxxxxx"}\n'
            + "".join(
                f"@string{{{to}={' # '.join(of * 10)}}}\n"
                for of, to in zip("abcdefgh", "bcdefghi", strict=True)
            )
            + "@book{k, title={T}, publisher=i}",
            "a value of more than 20,000 characters",
        ),
        (
            "@book{k, title={T}, crossref={c0}}\n"
            + "".join(f"@book{{c{i}, title={{T}}, crossref={{c{i + 1}}}}}\n" for i in range(3000)),
            "more than 20 entries that each take their fields from the next",
        ),
        (
            "@book{k, title={T}, xdata={x0a}}\n"
            + "".join(
                f"@xdata{{x{i}{one}, xdata={{x{i + 1}a,x{i + 1}b}}}}\n"
                for i in range(60)
                for one in "ab"
            ),
            "more than 20 entries that each take their fields from the next",
        ),
    ],
    ids=["@string", "crossref", "xdata"],
)  # fmt: skip
def test_what_makes_a_file_of_a_few_lines_a_heavy_one_is_told(text: str, told: str) -> None:
    found = parse_bibtex(text, "references.bib")
    assert told in {one.message for one in found.diagnostics}
    assert found.value
    assert (found.value[0].key, found.value[0].work.publisher) == ("k", "")


def test_containers_that_hold_each_other_have_what_both_hold() -> None:
    text = "@xdata{x, xdata={y}, year=2001} @xdata{y, xdata={x}, publisher={P}}"
    found = work(f"@book{{b, title={{T}}, xdata={{x}}}} {text}")
    assert (found.issued, found.publisher) == ((2001,), "P")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (r"Hans M{\"u}ller, Anna Schmidt, and Bob Roe", ["Hans Müller", "Anna Schmidt", "Bob Roe"]),
        ("Müller, Hans; Schmidt, Anna", ["Hans Müller", "Anna Schmidt"]),
        ("A and  and B", ["A", "B"]),
        ("King, Martin Luther, Jr.", ["Martin Luther King Jr."]),
        ("Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        (
            "ACM, Inc. and Matthews, M. D. and Smith, V.",
            ["ACM, Inc.", "M. D. Matthews", "V. Smith"],
        ),
        ("{Barnes; Noble} and X", ["Barnes; Noble", "X"]),
        ("M&uuml;ller, Hans and {AT&amp;T Labs}", ["Hans Müller", "AT&T Labs"]),
    ],
)
def test_names_that_are_parted_wrongly_are_read_as_they_are_meant(
    typed: str, names: list[str]
) -> None:
    made = work(f"@misc{{k, title = {{T}}, author = {{{typed}}}}}")
    assert [one.literal for one in made.author] == names


def test_a_comma_that_is_missing_is_named_and_the_field_is_read() -> None:
    text = "@article{a, title={T foo}\n author={A, B},\n year=2000 publisher =\n {P}\n}"
    assert problems(text) == [
        (2, 2, "a comma is missing before 'author'"),
        (3, 12, "a comma is missing before 'publisher'"),
    ]
    made = work(text)
    assert (made.title, made.author[0].literal, made.issued, made.publisher) == (
        "T foo", "B A", (2000,), "P"
    )  # fmt: skip


def test_what_stands_behind_the_end_of_an_entry_is_named() -> None:
    text = "@book{a, title={T}}, year=2000}\n\nA comment: none = 1\n@book{b, title={U}}\n"
    (found,) = problems(text)
    assert found == (1, 20, "', year=2000}' stands behind the end of the entry")
    assert sorted(entries(text)) == ["a", "b"]


def test_a_quote_in_quotes_may_be_an_accent() -> None:
    text = '@book{k, title={T}, author="M\\"uller, Hans", year=2000}'
    assert problems(text) == []
    assert work(text).author[0].literal == "Hans Müller"


def test_what_is_wrong_in_what_entries_share_is_named_once_where_it_stands() -> None:
    text = (
        "@inproceedings{a, title={A}, crossref={c}}\n"
        "@inproceedings{b, title={B}, crossref={c}}\n"
        "@proceedings{c, title={C}, year=2020, month={Dezember}}\n"
        "@proceedings{d, title={D}, year=2020, month=dezember}\n"
        "@inproceedings{e, title={E}, crossref={d}}"
    )
    assert problems(text) == [
        (4, 39, "there is no abbreviation 'dezember'"),
        (3, 39, "there is no month 'Dezember'"),
    ]


def test_groups_and_others_who_made_a_work_are_its_authors() -> None:
    made = work("@article{k, title={T}, author={Aad, G. and others}, collaboration={ATLAS}}")
    assert [name.literal for name in made.author] == ["G. Aad", "ATLAS Collaboration", "others"]
    assert made.note == ""
    exported = format_bibtex([KeyedWork("k", made)])
    assert re.search(r"author += \{Aad, G. and others\}", exported)
    assert re.search(r"collaboration += \{ATLAS\}", exported)
    assert work(exported).author == made.author
    made = work("@video{k, title={T}, namea={{CASS Community}}, nameatype={collaborator}}")
    assert [name.literal for name in made.author] == ["CASS Community"]


@pytest.mark.parametrize("one", read_works(), ids=lambda one: one.id)
def test_an_export_that_is_read_again_is_exported_as_it_was(one: Work) -> None:
    # the address of a DOI is written one way
    whole = msgspec.structs.replace(one, url=one.url.replace("http://dx.doi", "https://doi"))
    exported = format_bibtex([KeyedWork("k", whole)])
    assert problems(exported) == []
    assert format_bibtex([KeyedWork("k", work(exported))]).lower() == exported.lower()


def test_what_entries_share_is_found_through_others() -> None:
    made = entries(
        "@xdata{a, publisher={P}, xdata={b}} @xdata{b, address={Q}, xdata={a}}\n"
        "@book{k, title={T}, xdata={a}}\n"
        "@incollection{p, title={P}, crossref={c}}\n"
        "@collection{c, title={C}, crossref={m}, volume=2}\n"
        "@mvcollection{m, title={M}, publisher={PP}, year=2001, crossref={c}}"
    )
    assert (made["k"].work.publisher, made["k"].work.publisher_place) == ("P", "Q")
    paper, volume = made["p"].work, made["c"].work
    assert (paper.container_title, paper.publisher, paper.issued) == ("C", "PP", (2001,))
    assert (paper.collection_title, volume.collection_title, volume.container_title) == (
        "M",
        "M",
        "",
    )


def test_thousands_of_proceedings_that_are_not_there_take_no_time() -> None:
    text = "\n".join(f"@misc{{k{i}, title={{T}}, crossref={{conf/x{i}}}}}" for i in range(3000))
    assert len(problems(text)) == 3000


def test_long_runs_take_no_time() -> None:
    blanks = " " * 100_000
    made = work(
        f"@article{{k, title={{A{blanks}B}}, author={{Poe{blanks}}}, journal={{{blanks}}}}}"
    )
    assert (made.title, made.author[0].literal) == ("A B", "Poe")
    assert with_numbers(msgspec.structs.replace(made, page="-" * 100_000)).page == ""
    assert tex_to_rich("<i> x" * 20_000).endswith(" x x")


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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jounral", "journal"), ("yera", "year"), ("volumne", "volume"), ("Editr", "editor"),
        ("authors", "author"), ("titel", "title"), ("page", "pages"), ("dio", "doi"),
        ("ulr", "url"), ("booktile", "booktitle"), ("organisation", "organization"),
        ("publsiher", "publisher"), ("editon", "edition"), ("howpublised", "howpublished"),
        ("yea", "year"), ("dte", "date"), ("urls", "url"), ("directer", "director"),
        ("archive-prefix", "archiveprefix"), ("url-date", "urldate"), ("serie", "series"),
    ],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_field_is_named(typed: str, meant: str) -> None:
    text = f"@misc{{k, title={{T}},\n {typed} = {{x}}}}"
    (found,) = [
        one
        for one in parse_bibtex(text, PATH).diagnostics
        if one.message.startswith("there is no f")
    ]
    assert (found.line, found.column) == (2, 2)
    assert found.message == f"there is no field '{typed.lower()}'"
    assert f"'{meant}'" in found.hint


def test_a_title_in_a_field_that_is_misspelt_is_told_once() -> None:
    assert problems("@misc{k, titel={T}}") == [(1, 10, "there is no field 'titel'")]


def test_fields_of_other_programs_are_no_slips() -> None:
    names = (
        "abbr abstract affiliation annote annotation author+an bdsk-url-1 bibsource biburl "
        "bookauthor citations code comment data date-added date-modified editora editorb "
        "editorbtype eissn file fjournal folder groups ids isbn13 issued jtitle key keywords "
        "langid language license local-url mendeley-groups mid mrnumber node note2 notes "
        "numpages options origlanguage owner pagetotal pagination pid pmid pdf preprint rating "
        "related shortauthor shorttitle shorthand sjournal slides sortyear source status "
        "supplement tags timestamp uid usera username video volumes vote x-color xref"
    )
    fields = "".join(f", {name} = {{x}}" for name in names.split())
    assert problems(f"@misc{{k, title={{T}}{fields}}}") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Nanual", "manual"), ("artcle", "article"), ("inproceeding", "inproceedings"),
     ("masterthesis", "mastersthesis"), ("Aritcle", "article"), ("incolection", "incollection"),
     ("bok", "book")],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_type_is_named(typed: str, meant: str) -> None:
    (found,) = parse_bibtex(f"\n@{typed}{{k, title={{T}}}}", PATH).diagnostics
    assert (found.line, found.column) == (2, 1)
    assert found.message == f"there is no type '@{typed.lower()}'"
    assert found.hint == f"did you mean '@{meant}'?"
    for kind in ("misc", "talk", "webpage", "newspaper", "newsletter", "podcast", "customa"):
        assert problems(f"@{kind}{{k, title={{T}}}}") == []


def test_an_entry_without_its_sign_is_named() -> None:
    text = (
        "% article{no, old}\narticle{a,\n title={T}}\n\n@book{b, title={U}}\n"
        "  InProceedings{c, title={V}}\n\nA note {on, nothing}.\n"
    )
    assert problems(text) == [
        (2, 1, "the entry 'a' has no '@' before its type"),
        (6, 3, "the entry 'c' has no '@' before its type"),
    ]
    assert parse_bibtex(text, PATH).diagnostics[0].hint == "write '@article{a,'"


ADA, BO = Name("Poe", "Ada", "", "Ada Poe"), Name("Roe", "Bo", "", "Bo Roe")


@pytest.mark.parametrize(
    ("fields", "people"),
    [
        ("editor={Poe, Ada}, editortype={editor}", {"editor": (ADA,)}),
        ("editor={Poe, Ada}, editora={Roe, Bo}", {"editor": (ADA, BO)}),
        ("editor={Poe, Ada}, editora={Roe, Bo}, editoratype={redactor}", {"editor": (ADA, BO)}),
        ("editor={Poe, Ada}, editortype={Director}", {"author": (ADA,), "director": (ADA,)}),
        ("author={Roe, Bo}, editor={Poe, Ada}, editortype={director}",
         {"author": (BO, ADA), "director": (ADA,)}),
        ("director={Poe, Ada and Roe, Bo}", {"author": (ADA, BO), "director": (ADA, BO)}),
        ("author={Poe, Ada}, director={Poe, Ada}", {"author": (ADA,), "director": (ADA,)}),
        ("author={Roe, Bo}, editor={Poe, Ada}, editortype={translator}",
         {"author": (BO,), "translator": (ADA,)}),
        ("author={Roe, Bo}, editorb={Poe, Ada}, editorbtype={translator}",
         {"author": (BO,), "translator": (ADA,)}),
        ("author={Roe, Bo}, editorc={Poe, Ada}, editorctype={collaborator}", {"author": (BO,)}),
        ("namea={Roe, Bo}, nameatype={collaborator}, nameb={Poe, Ada}", {"author": (BO, ADA)}),
        ("namea={Roe, Bo}, editor={Poe, Ada}", {"editor": (ADA,)}),
        ("namea={Roe, Bo}, nameatype={translator}", {"translator": (BO,)}),
        ("author={Roe, Bo}, bookauthor={Poe, Ada}", {"author": (BO,), "container_author": (ADA,)}),
        ("organization={Poe}", {"author": (Name(literal="Poe"),)}),
    ],
)  # fmt: skip
def test_people_have_the_part_that_is_told(
    fields: str, people: dict[str, tuple[Name, ...]]
) -> None:
    made = work(f"@manual{{k, title={{T}}, {fields}}}")
    parts = (
        *("author", "editor", "translator", "director", "collection_editor", "container_author"),
    )
    assert {part: getattr(made, part) for part in parts if getattr(made, part)} == people


@pytest.mark.parametrize(
    ("fields", "lang", "apa"),
    [
        ("director={Poe, Ada}", "en", "Poe, A. (Director). (1968). T [Film]."),
        ("director={Poe, Ada}", "de", "Poe, A. (Regisseur). (1968). T [Film]."),
        (
            "director={Poe, Ada and Roe, Bo}",
            "en",
            "Poe, A., & Roe, B. (Directors). (1968). T [Film].",
        ),
        ("author={Roe, Bo}, director={Poe, Ada}", "en", "Roe, B., & Poe, A. (1968). T [Film]."),
    ],
)
def test_a_film_is_its_directors(fields: str, lang: str, apa: str) -> None:
    made = work(f"@movie{{k, title={{T}}, year=1968, {fields}}}")
    assert format_reference(made, "apa", lang).text == apa


def test_a_slip_in_a_part_is_named() -> None:
    (found,) = parse_bibtex(
        "@book{k, title={T},\n editor={Poe, A},\n editortype={tranlator}}", PATH
    ).diagnostics
    assert (found.line, found.message) == (3, "nobody has the part 'tranlator' in a work")
    assert found.hint == "did you mean 'translator'?"
    assert problems("@book{k, title={T}, editor={Poe, A}, editortype={illustrator}}") == []


def test_a_chapter_of_another_authors_book() -> None:
    chapter = "@inbook{k, author={Poe, Ada}, title={C}, pages={1--3}, crossref={b}}"
    book = "@book{b, author={Roe, Bo}, editor={Kim, Lee}, title={B}, publisher={P}, year=2020}"
    made = entries(f"{chapter}\n{book}")["k"].work
    assert format_reference(made, "apa", "en").text == (
        "Poe, A. (2020). C. In B. Roe, B (L. Kim, Ed.; pp. 1\u20133). P."
    )
    own = entries(f"{chapter.replace('Poe, Ada', 'Roe, Bo')}\n{book}")["k"].work
    assert "In L. Kim (Ed.), B (pp." in format_reference(own, "apa", "en").text


@pytest.mark.parametrize(
    "entry",
    [
        "article{k, journal={J}, entrysubtype={newspaper}, eid={e12}",
        "article{k, journal={J}, volume=2, eid={12}",
        "video{k", "presentation{k, eventtitle={Event}", "legislation{k, number={3}",
        "inreference{k",
        "movie{k, director={Doe, Ann}", "inbook{k, booktitle={tales}, bookauthor={Roe, Bo}",
        "techreport{k, entrysubtype={standard}, type={FIPS}", "misc{k", "mastersthesis{k",
        "article{k, journal={bioRxiv}, doi={10.1101/2020.01.01.123456}", "periodical{k, number=4",
    ],
)  # fmt: skip
def test_an_export_is_read_as_the_same_work(entry: str) -> None:
    made = work(f"@{entry}, author={{Doe, Ann}}, title={{A study}}, year=2020}}")
    again = work(format_bibtex([KeyedWork("k", made)]))
    # the names of books are protected throughout
    assert msgspec.structs.replace(again, kept_words=made.kept_words) == made


@pytest.mark.parametrize(
    "fields",
    [
        "journal={arXiv e-prints}, pages={arXiv--2407}",
        "journal={arXiv preprint arXiv:}, volume={1308}",
        "journal={CoRR}",
    ],
)
def test_arxiv_is_no_journal_and_the_lack_of_an_id_is_told(fields: str) -> None:
    text = f"@article{{k, title={{T}}, author={{Doe, Ann}}, year=2024,\n {fields}}}"
    assert problems(text) == [(2, 2, "the entry names arXiv, and no paper there")]
    assert format_reference(work(text), "apa", "en").text == "Doe, A. (2024). T. arXiv."
    assert problems(text.replace("2024,", "2024, eprint={2407.00001},")) == []


def test_a_podcast() -> None:
    episode = "@audio{a, author={Doe, Ann}, title={Episode 5}, date={2022-03-01}"
    made = work(episode + ", url={https://e.org/p}}")
    assert format_reference(made, "apa", "en").text == (
        "Doe, A. (2022, March 1). Episode 5 [Audio podcast episode]. https://e.org/p"
    )
    assert format_reference(made, "ieee", "en").text == (
        "A. Doe. Episode 5. (Mar. 1, 2022). [Online]. Available: https://e.org/p"
    )
    made = work(episode + ", booktitle={The Show}, publisher={NPR}, type={Radio broadcast}}")
    assert format_reference(made, "apa", "en").text == (
        "Doe, A. (2022, March 1). Episode 5 [Radio broadcast]. In The Show. NPR."
    )


@pytest.mark.parametrize(
    ("entry", "apa", "ieee"),
    [
        ("manual{k, number={21-050r1}", "T (No. 21-050r1).", "T, no. 21-050r1."),
        ("article{k, journal={J}, pages={Research Paper 99, 49}", "J, Research Paper 99, 49.",
         "J, Research Paper 99, 49, 2020."),
        ("periodical{k, volume=3, number={4}", "(Vol. 3; No. 4).", "T, vol. 3, no. 4. 2020."),
        ("article{k, volume=3, number=2, pages={1--4}", "T (Vol. 3, No. 2, pp. 1\u20134).",
         "vol. 3, no. 2, pp. 1\u20134, 2020."),
        ("report{k, institution={OECD}, number=311, howpublished={Digital Papers}",
         "T (Digital Papers No. 311). OECD.",
         "OECD, Digital Papers 311, 2020."),
        ("techreport{k, institution={MIT}, version={2}", "Version 2", "Tech. Rep., Version 2"),
        ("online{k, version={1.3}", "(Version 1.3)", "Version 1.3, 2020."),
        ("book{k, translator={Roe, Bo and Poe, Al}, editor={Kim, Lee}, publisher={P}",
         "T (L. Kim, Ed.; B. Roe & A. Poe, Trans.). P.",
         "T, L. Kim, Ed., B. Roe and A. Poe, Trans., P, 2020."),
        ("incollection{k, booktitle={B}, translator={Kim, Lee}, editor={Kim, Lee}",
         "T (L. Kim, Trans.). In L. Kim (Ed.), B.", "in B, L. Kim, Ed. and Trans., 2020."),
        ("book{k, editor={Kim, Lee}, editora={Roe, Bo}, editoratype={series}, series={S}, volume=2",
         "S: Vol. 2. T (L. Kim, Ed.; B. Roe, Series Ed.).",
         "T (S, vol. 2), L. Kim, Ed., B. Roe, Series Ed., 2020."),
        (("incollection{k, booktitle={B}, editor={Kim, Lee}, editora={Roe, Bo and Poe, Al}, "
         "editoratype={series}, series={S}, volume=2, pages={1--4}"),
         "In B. Roe & A. Poe (Series Eds.) & L. Kim (Vol. Ed.), S: Vol. 2. B (pp. 1\u20134).",
         "in B (S, vol. 2), L. Kim, Ed., B. Roe and A. Poe, Series Eds., 2020, pp. 1\u20134."),
        ("incollection{k, booktitle={B}, editor={Roe, Bo}, editortype={series}",
         "In B. Roe (Series Ed.), B.", "in B, B. Roe, Series Ed., 2020."),
        ("book{k, origyear=1959, publisher={P}", "P. (Original work published 1959)", "P, 2020."),
        ("book{k, maintitle={Works}, volume=7, series={Classics}, number=75", "Works: Vol. 7. T.",
         "T (Works, vol. 7). 2020."),
        ("book{k, maintitle={Works}, volume=7, part=2", "Works: Vol. 7.2. T.",
         "T (Works, vol. 7.2). 2020."),
        ("mvbook{k, volumes=3", "T (Vols. 1\u20133).", "T, vols. 1\u20133. 2020."),
        ("inbook{k, maintitle={Works}, volume=3, pages={1--9}",
         "T. In Works (Vol. 3, pp. 1\u20139).", "in Works, vol. 3, 2020, pp. 1\u20139."),
        ("book{k, volume=7, series={Classics}, number=75", "T (Vol. 7).",
         "T (Classics, no. 75), vol. 7. 2020."),
        ("patent{k, number=95, type={patreqfr}", "T (French Patent application No. 95).",
         "French Patent application 95, 2020."),
        ("inproceedings{k, booktitle={P}, number={21}", "In P (No. 21).", "in P, no. 21, 2020."),
        ("techreport{k, institution={MIT}, volume=4, number=3", "(Vol. 4; Technical Report No. 3)",
         "Tech. Rep. 3, vol. 4, 2020."),
        ("unpublished{k, journal={J. of X}, institution={MIT}", "J. of X. MIT.", "J. of X"),
        ("book{k, journal={ICLR}", "T. ICLR.", "T, ICLR. 2020."),
        ("book{k, journal={ICLR}, publisher={P}", "T. ICLR. P.", "T, ICLR. P, 2020."),
        ("incollection{k, pages={1--9}, publisher={P}", "T (pp. 1\u20139). P.", "pp. 1\u20139."),
        ("incollection{k, booktitle={B}, version={2.1}", "In B (Version 2.1).", "B, Version 2.1"),
        ("data{k, version={V1}", "T (Version V1) [Data set].", "Version V1"),
        ("legislation{k, journaltitle={OJ L 119}, number={2016/679}", "OJ L 119, No. 2016/679.",
         "OJ L 119, 2020, no. 2016/679."),
        ("standard{k, number={ISO/IEC 27001:2022}", "(ISO/IEC 27001:2022).", "ISO/IEC 27001:2022"),
    ],
)  # fmt: skip
def test_small_facts_are_printed(entry: str, apa: str, ieee: str) -> None:
    made = work(f"@{entry}, author={{Doe, Ann}}, title={{T}}, year=2020}}")
    assert apa in format_reference(made, "apa", "en").text
    assert ieee in format_reference(made, "ieee", "en").text
    again = work(format_bibtex([KeyedWork("k", made)]))
    assert format_reference(again, "apa", "en").text == format_reference(made, "apa", "en").text


def test_a_translator_takes_the_place_of_nobody() -> None:
    made = work("@book{k, title={The Rites}, translator={Roe, Bo}, publisher={P}, year=1960}")
    assert format_reference(made, "ieee", "en").text == "The Rites, B. Roe, Trans., P, 1960."


def test_an_edited_volume_is_in_no_book_of_its_own() -> None:
    volume = "@proceedings{k, title={16th Symposium on Logic}, booktitle={LICS}, year=2001}"
    assert work(volume).container_title == ""

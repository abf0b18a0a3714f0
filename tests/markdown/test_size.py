"""Texts that nobody writes, and that must do no harm: they are read in time, without an error.

The bounds are generous, and of the processor's time: what takes time that grows with the square
of the length misses them by far, and what merely runs beside something else does not.
"""

from __future__ import annotations

import time

import pytest

from digest.markdown import parse_body
from digest.markdown.bounds import MOST
from tests.markdown.shown import problems, show

SECONDS = 10

LONG = {
    "addresses in one another": "![x](" * 20_000,
    "brackets": "[" * 100_000,
    "bullets": "\uf0b7" * 100_000,
    "citations of assistants never closed": "【1†" * 30_000,
    "closed brackets": "[" * 50_000 + "]" * 50_000,
    "brackets and addresses": "[" * 5_000 + "](a)" * 5_000,
    "brackets with a label": "[a]: b\n\n" + "[" * 20_000 + "]" * 20_000,
    "citations never closed": "[@a;" * 25_000,
    "citations": "[@a] " * 10_000,
    "a long citation": "[" + "@a;" * 20_000 + "@b]",
    "nested citations": "[@a;" * 10_000 + "]" * 10_000,
    "emphasis over keys": "[@a;*b* " * 10_000 + "*@b]*",
    "a long place": "[@a, p. 1" + ", 1-i" * 20_000 + "]",
    "keys": "@a;" * 20_000,
    "keys without authors": "-@a " * 20_000,
    "keys in braces": "@{a{b}" * 20_000,
    "brackets behind keys": "@a [x " * 20_000,
    "semicolons in addresses": "://;;;" * 20_000,
    "addresses": "http://x@a" * 10_000,
    "addresses in a row, each closed by a bracket": "https://x.org/a)" * 60_000,
    "braces": "{" * 100_000,
    "signs and brackets": "@[" * 50_000,
    "a long id": "@doi:10.1/" + ".(" * 50_000,
    "stars": "*" * 100_000,
    "stars and words": "*a_b " * 20_000,
    "stars beside Chinese": "中**文**" * 16_000 + "中**",
    "hyphens before stars": "a-b'" * 25_000 + "**",
    "dollars": "$" * 100_000,
    "displayed formulas never closed": "$$ a\n\n" * 10_000,
    "items with displayed formulas never closed": "- $$ a\n" * 10_000,
    "dollars and words": "$a " * 30_000,
    "quotation marks": "\"'" * 20_000,
    "footnotes": "x[^n] " * 20_000 + "\n\n[^n]: n\n",
    "lines of inline notes": "^[a]\n" * 30_000,
    "footnotes never closed": "[^" * 30_000 + "\n\n[^n]: n\n",
    "images": "![" * 20_000,
    "links never closed": "[a](" * 10_000,
    "comments never closed": "<!--" * 20_000,
    "lines of comments never closed": "<!--\n" * 10_000,
    "backticks": " ".join("`" * length for length in range(400)),
    "directives never closed": ":::{papers}\n" * 1_000,
    "headings of one name": "# a\n\n" * 5_000,
    "blanks in a tag": '<a href="a' + " " * 200_000 + '">b</a>',
    "blanks in a mail address": "[a](<mailto:b" + " " * 200_000 + ">)",
    "a table": "| a | b |\n|---|---|\n" + "| x @a | `y` |\n" * 5_000,
    "bars": "|" * 100_000,
    "a word": "x" * 1_000_000,
    "links": "[a](b) " * 60_000,
    "elements": "<sub>a</sub> " * 30_000,
    "paragraphs of comments never closed": "a <!-- b\n\n" * 10_000,
    "paragraphs with stars left over": "a**\n\n" * 10_000,
    "paragraphs with names of other links": ".. _x: a\n\n" + "a_\n\n" * 10_000,
    "code that is none": "```{note}\na\n```\n\n" * 5_000,
    "code of languages that are none": "".join(f"```lang{i}\na\n```\n\n" for i in range(3_000)),
    "figures": '![a](b "c @a")\n\n' * 1_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_read_in_time(name: str) -> None:
    start = time.process_time()
    parse_body(LONG[name], "a.md")
    assert time.process_time() - start < SECONDS


DEEP = {
    "quotations": "> " * 200 + "a",
    "lists": "".join("  " * depth + "- a\n" for depth in range(200)),
    "lists in one line": "- " * 200 + "a",
}


EMPHASIS = ("*{}*", "**{}**", "~~{}~~", "_{}_")


@pytest.mark.parametrize("signs", EMPHASIS)
def test_emphasis_that_is_nested_too_deeply_is_reported(signs: str) -> None:
    begin, end = signs.split("{}")
    text = f"{begin}a " * 20_000 + f"b{end} " * 20_000
    assert problems(text)[0] == "1:1 text-lost: emphasis is nested too deeply"
    # programs that read HTML end at once where it is nested ten thousand times
    assert show(text).count("</") == 101
    fine = f"{begin}a " * 100 + f"b{end} " * 100
    assert problems(fine) == []


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_too_deeply_is_reported(name: str) -> None:
    assert "text-lost: lists and quotations are nested too deeply" in problems(DEEP[name])[0]


MANY = {
    "citations": "@a ",
    "citations in brackets": "[@a; @b] ",
    "footnotes": "^[a] ",
    "headings": "# a\n",
    "links": "[a](b) ",
    "links of addresses": "https://x.org/ ",
    "links of addresses in brackets": "<https://x.org/> ",
    "links of images": "![a](b) ",
    "items": "- a\n",
    "items in items": "- - - - a\n",
}


@pytest.mark.parametrize("name", MANY)
def test_more_of_a_kind_than_anyone_reads_are_reported_once(name: str) -> None:
    kind = next(one for one in MOST if one.startswith(name.split(maxsplit=1)[0]))
    per = MANY[name].count("@") or MANY[name].count("- ") or 1
    assert not problems(MANY[name] * (MOST[kind] // per))
    problems_of_more = problems(MANY[name] * (MOST[kind] // per + 2))
    (told,) = (one for one in problems_of_more if "more than" in one)
    assert f"text-lost: more than {MOST[kind]} {kind} in one text" in told


def test_rows_of_tables_that_are_too_many_are_reported_once() -> None:
    rows, other = "|a|b|\n|-|-|\n" + "|c|d|\n" * 5_000, "\n|x|\n|-|\n|y|\n"
    assert problems(rows) == []
    text = f"{rows}|e|f|\n|e|f|\n{other}\nText.\n"
    assert problems(text) == ["5003:1 text-lost: more than 10000 cells of tables in one text"]
    assert "<td>e" not in show(text)
    assert "<th>x" in show(text)
    assert show(text).endswith("<p>Text.</p>\n")


def test_one_citation_may_not_have_too_many_works() -> None:
    told = problems(f"[{'@a; ' * MOST['citations']}@a]")
    assert any("text-lost: more than 5000 citations in one text" in one for one in told)


def test_deep_brackets_stay_text() -> None:
    assert show("[" * 300 + "a" + "]" * 300) == f"<p>{'[' * 300}a{']' * 300}</p>\n"
    assert "a" in show("![" * 300 + "a" + "](b)" * 300)


@pytest.mark.parametrize(
    "tex", ["{" * 100_000, "\\sqrt" * 20_000 + " x", "\\frac{a}{" * 5_000 + "}" * 5_000]
)
def test_tex_that_would_end_the_program_is_a_problem(tex: str) -> None:
    assert "math-broken" in problems(f"${tex}$")[0]

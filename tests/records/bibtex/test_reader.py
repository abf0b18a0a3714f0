"""Files of BibTeX: what entries share, and what is broken in them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.works import Name
from digest.records.bibtex import parse_bibtex
from digest.records.numbers import with_numbers
from digest.records.tex import tex_to_rich
from tests.records.bibtex.texts import PATH, entries, problems, work


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

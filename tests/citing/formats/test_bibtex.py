"""BibTeX as other programs read it: nothing of a work is lost."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pybtex.database
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.splitter import Splitter
from hypothesis import given, settings
from pybtex.bibtex.utils import change_case
from pybtex.richtext import Text

from digest.basics.dollarmath import TITLE_MATH
from digest.basics.richtext import SMALL_CAPITALS
from digest.basics.text import iso_date
from digest.basics.works import Name, Work
from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.textotex import escape_title, is_balanced
from digest.records.bibtex import parse_bibtex
from digest.records.names import OTHERS
from digest.records.tex import tex_to_rich, tex_to_text
from tests.citing.formats import pandoc
from tests.citing.formats.references import from_bibtex
from tests.citing.formats.works import (
    keyed,
    lists_of_works,
    plain,
    read_gathered,
    read_showcase,
    works,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from digest.citing.formats.keys import KeyedWork

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
PUBLISHERS = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}
CONTAINERS = {"article": "journal", "online": "organization"} | dict.fromkeys(
    ("misc", "unpublished", "dataset", "software", "patent", "booklet"), "howpublished"
)
ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "editora": "collection_editor",
    "director": "director",
    "bookauthor": "container_author",
}
"""From a field to what it is of a work."""
VERBATIM = ("doi", "url", "eprint", "primaryclass")


def expected(work: Work, kind: str) -> dict[str, str]:
    """Return what an entry of this type must say of a work, less its names, as plain text."""
    year, month, day = (*work.issued, 0, 0, 0)[:3]
    container = CONTAINERS.get(kind, "booktitle")
    fields = {
        "title": in_title(work.title),
        container: in_title(work.container_title),
        "shortjournal": in_title(work.container_title_short),
        "series": in_title(work.collection_title),
        "chapter": work.chapter_number,
        "isbn": work.isbn,
        "issn": work.issn,
        "eventtitle": in_title(work.event_title),
        "venue": work.event_place,
        "version": work.version,
        "urldate": iso_date(work.accessed),
        "origdate": iso_date(work.original_date),
        "volume": work.volume,
        "edition": work.edition,
        "pages": re.sub("[-\u2013]", "\u2013", work.page),
        "year": f"{year:04}" if year else "",
        "month": MONTHS[month - 1] if month else "",
        "day": str(day) if day else "",
        PUBLISHERS.get(kind, "publisher"): work.publisher,
        "address": work.publisher_place,
        "doi": work.doi,
        "url": work.url,
        "eprint": work.arxiv.id if work.arxiv else "",
        "archiveprefix": "arXiv" if work.arxiv else "",
        "collaboration": " and ".join(
            name.literal.removesuffix(" Collaboration") for name in collaborations(work)
        ),
        "primaryclass": work.arxiv.primary_category if work.arxiv else "",
    }
    if kind == "article":
        fields |= {"number": work.issue, "eid": work.number}
        fields |= {} if work.page else {"pages": work.number}
    elif kind == "book" and not plain(work.collection_number + work.issue):
        fields["number"] = work.number
    elif kind in {"book", "inproceedings", "incollection"}:
        issue = work.issue if plain(work.collection_number) else ""
        number = work.collection_number or work.issue
        fields |= {"number": number, "issue": issue, "eid": work.number}
    else:
        fields |= {"number": work.number, "issue": work.issue}
    series = plain(work.container_title) if kind == "techreport" else ""
    fields["type"] = (
        work.genre
        or series
        or {
            "report": "Report",
            "standard": "Standard",
            "thesis": "Thesis",
        }.get(work.type, "")
    )
    return {name: plain(text) for name, text in fields.items() if plain(text)}


def collaborations(work: Work) -> tuple[Name, ...]:
    """Return the collaborations for which people write, which have a field of their own."""
    is_for_them = bool(work.author) and bool(work.author[0].given)
    bodies = (name for name in work.author if not name.given) if is_for_them else ()
    return tuple(name for name in bodies if name.literal.endswith(" Collaboration"))


def listed(work: Work, role: str) -> list[Name]:
    """Return the names that stand in the list of a role."""
    apart = collaborations(work) if role == "author" else ()
    return [name for name in getattr(work, role) if name not in apart]


def in_title(text: str) -> str:
    """Return a title as it must come back: a percent sign in a formula is TeX's, and no comment."""
    return TITLE_MATH.sub(lambda found: re.sub(r"(?<!\\)%", r"\\%", found[0]), plain(text))


def straight(text: str) -> str:
    """Return a text with straight quotation marks: those of titles are curved for TeX.

    Letters are composed, which formulas keep as they are.
    """
    return unicodedata.normalize("NFC", text).translate({0x201C: '"', 0x201D: '"'})


def decode(name: str, tex: str) -> str:
    """Return the plain text of a field's TeX."""
    return tex if name in VERBATIM else tex_to_text(tex)


def fields_by_splitter(text: str) -> dict[str, tuple[str, dict[str, str]]]:
    """Return type and raw fields of all entries by their keys, as bibtexparser reads them."""
    found = {}
    library = Splitter(text).split()
    assert library.failed_blocks == []
    for entry in library.entries:
        fields = {field.key: field.value for field in entry.fields}
        found[entry.key] = (entry.entry_type, {name: unbrace(tex) for name, tex in fields.items()})
    return found


def unbrace(tex: str) -> str:
    return tex[1:-1] if tex.startswith("{") else tex


def check_fields(read: dict[str, tuple[str, dict[str, str]]], given: Iterable[KeyedWork]) -> None:
    """Check that everything that was exported came back, and nothing else."""
    for one in given:
        kind, fields = read.pop(one.key)
        texts = {
            name: straight(decode(name, tex))
            for name, tex in fields.items()
            if name not in {*ROLES, "editoratype", "entrysubtype", "note"}
        }
        wanted = {name: straight(text) for name, text in expected(one.work, kind).items()}
        assert texts == wanted, {
            name: (fields.get(name), texts.get(name), wanted.get(name))
            for name in {*texts, *wanted}
            if texts.get(name) != wanted.get(name)
        }
        note = decode("note", fields.get("note", ""))
        assert one.work.state.casefold() in note.casefold()
        assert plain(one.work.note) in note
        number = straight(plain(one.work.collection_number))
        assert number in straight(note) + texts.get("number", "")
    assert read == {}


@settings(max_examples=50)
@given(lists_of_works)
def test_bibtexparser_reads_every_field(works: list[Work]) -> None:
    given_works = keyed(works)
    check_fields(fields_by_splitter(format_bibtex(given_works)), given_works)


@settings(max_examples=50)
@given(lists_of_works)
def test_pybtex_reads_every_field(works: list[Work]) -> None:
    given_works = keyed(works)
    database = pybtex.database.parse_string(format_bibtex(given_works), "bibtex")
    read = {
        key: (
            entry.type,
            {k.lower(): v[:3].lower() if k == "month" else v for k, v in entry.fields.items()},
        )
        for key, entry in database.entries.items()
    }
    check_fields(read, given_works)


def name_parts(name: Name) -> tuple[str, str, str]:
    """Return family, given and suffix as they must come back; of a body its name."""
    if not (name.family and name.given):
        return plain(name.literal), "", ""
    return plain(name.family), plain(name.given), plain(name.suffix)


@settings(max_examples=50)
@given(lists_of_works)
def test_pybtex_splits_every_name(works: list[Work]) -> None:
    given_works = keyed(works)
    database = pybtex.database.parse_string(format_bibtex(given_works), "bibtex")
    for one in given_works:
        people = database.entries[one.key].persons
        for role in ("author", "editor"):
            names = listed(one.work, role)
            assert [
                tuple(
                    tex_to_text(" ".join(parts))
                    for parts in (
                        [*person.prelast_names, *person.last_names],
                        [*person.first_names, *person.middle_names],
                        person.lineage_names,
                    )
                )
                for person in people.get(role, [])
            ] == [name_parts(name) for name in names]


@settings(max_examples=50)
@given(lists_of_works)
def test_bibtexparser_splits_every_name(works: list[Work]) -> None:
    given_works = keyed(works)
    roles = tuple(ROLES)
    steps = [SeparateCoAuthors(name_fields=roles), SplitNameParts(name_fields=roles)]
    library = parse_string(format_bibtex(given_works), append_middleware=steps)
    for one in given_works:
        fields = library.entries_dict[one.key].fields_dict
        for role, people in ROLES.items():
            names = listed(one.work, people)
            assert [
                tuple(
                    tex_to_text(" ".join(parts))
                    for parts in ([*name.von, *name.last], name.first, name.jr)
                )
                for name in (fields[role].value if role in fields else [])
            ] == [name_parts(name) for name in names]


@settings(max_examples=25)
@given(lists_of_works)
def test_pandoc_reads_what_it_has_a_place_for(works: list[Work]) -> None:
    check_pandoc(keyed(works))


def check_pandoc(given_works: list[KeyedWork]) -> None:
    items = pandoc.read(format_bibtex(given_works), "bibtex")
    assert list(items) == [one.key for one in given_works]
    for one in given_works:
        item, work = items[one.key], one.work
        texts = {
            "title": in_title(work.title),
            "volume": work.volume,
            "edition": work.edition,
            "publisher-place": work.publisher_place,
            "DOI": work.doi,
            # of an eprint it knows the address itself
            "URL": work.url or (item.get("URL", "") if work.arxiv else ""),
        }
        for name, text in texts.items():
            assert pandoc.fold(item.get(name, "")) == pandoc.fold(text), name
        assert pandoc.fold(work.publisher) in pandoc.fold(item.get("publisher", ""))
        # to a series that is a number only it adds what the number means
        series = pandoc.fold(item.get("collection-title", ""))
        assert series.startswith(pandoc.fold(in_title(work.collection_title)))
        assert pandoc.date(item) == work.issued
        is_article = item["type"].startswith("article-")
        page = work.page or (work.number if is_article else "")
        assert pandoc.fold(fold_dashes(item.get("page", ""))) == pandoc.fold(fold_dashes(page))
        for role in ("author", "editor"):
            names = listed(work, role)
            # a comma within a part of a name, in braces or not, parts it for Pandoc
            if not any("," in name.given for name in names):
                assert [pandoc.reading_order(name) for name in item.get(role, [])] == [
                    pandoc.fold(f"{given} {family} {suffix}")
                    for family, given, suffix in map(name_parts, names)
                ]


def fold_dashes(text: str) -> str:
    return re.sub("[-\u2013]+", "-", text)


@pytest.mark.parametrize("read", [read_showcase, read_gathered], ids=["showcase", "gathered"])
def test_real_works_come_back_whole(read: Callable[[], list[Work]], tmp_path: Path) -> None:
    given_works = keyed(read())
    assert len(given_works) > 15
    text = format_bibtex(given_works)
    check_fields(fields_by_splitter(text), given_works)
    check_pandoc(given_works)
    (tmp_path / "references.bib").write_text(text, "utf-8")
    references = from_bibtex(str(tmp_path / "references.bib"))
    for one in given_works:
        assert pandoc.fold(one.work.title) in pandoc.fold(references[one.key])
    # and digest itself takes its export for an editor's references.bib
    back = parse_bibtex(text, "content/references.bib")
    assert back.diagnostics == ()
    for entry, one in zip(back.value or (), given_works, strict=True):
        assert (entry.key, straight(entry.work.title)) == (one.key, straight(plain(one.work.title)))
        assert sorted(name_parts(name) for name in entry.work.author) == sorted(
            name_parts(name) for name in one.work.author
        )
        assert entry.work.issued == one.work.issued


def entry(work: Work) -> str:
    return format_bibtex(keyed([work]))


def title(text: str) -> str:
    """Return how a title is written."""
    found = re.search(
        r"^  title         = \{(.*)\},$", entry(Work("x", "book", text)), re.MULTILINE
    )
    assert found
    return found[1]


def test_an_entry_looks_as_a_scholar_would_write_it() -> None:
    people = (Name("van den Oord", "A\u00e4ron"), Name("King", "Martin", "Jr."))
    work = Work(
        "doi:10.1000/182",
        "paper-conference",
        "NeRF & $k$-NN: learning in 50% less time",
        (*people, Name(literal="A and B, Inc."), Name(literal=OTHERS)),
        issued=(2022, 6, 19),
        container_title="Proceedings of CVPR",
        page="100\u2013110",
        publisher="IEEE",
        doi="10.1000/182",
        url="https://doi.org/10.1000/182",
    )
    assert (
        entry(work)
        == """\
@inproceedings{oord2022nerf,
  author        = {van den Oord, A{\\"a}ron and King, Jr., Martin and {A and B, Inc.} and others},
  title         = {{NeRF} \\& {$k$}-{NN}: learning in 50\\% less time},
  booktitle     = {{Proceedings of CVPR}},
  pages         = {100--110},
  year          = {2022},
  month         = jun,
  day           = {19},
  publisher     = {IEEE},
  doi           = {10.1000/182},
  url           = {https://doi.org/10.1000/182},
}
"""
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        # Title Case: a style may lower it
        ("Gradients without Backpropagation", "Gradients without Backpropagation"),
        ("It's Raw! A Study", "It's Raw! A Study"),
        # what has capitals of its own may not be lowered
        ("BERT and GPT-4 for C and mRNA", "{BERT} and {GPT-4} for {C} and {mRNA}"),
        # in a sentence a capital is a name's
        ("Backpropagation in the brain of Hinton", "Backpropagation in the brain of {Hinton}"),
        ("A sum: Some of its larger parts", "A sum: Some of its larger parts"),
        ("Costs $5 and $6", r"Costs \$5 and \$6"),
        ("The $O(n^2)$ bound", "The {$O(n^2)$} bound"),
        ("a_b #1 ~ ^ \\x", r"a\_b \#1 {\textasciitilde} {\textasciicircum} {\textbackslash}x"),
        ("{a} and }", r"{$\lbrace$}a{$\rbrace$} and {$\rbrace$}"),
        ("A -- B --- C", "A -{}- {B} -{}-{}- {C}"),
        ("\u6df1\u5c42 \u0111", "\u6df1\u5c42 \u0111"),
        ("Nguy\u1ec5n \u1eb7", r"Nguy{\~{\^e}}n {\d{\u a}}"),
        ("na\u00efve \u00e5ngstr\u00f6m", r"na{\"i}ve {\aa}ngstr{\"o}m"),
    ],
)
def test_a_title_is_escaped_and_keeps_its_capitals(text: str, written: str) -> None:
    assert title(text) == written
    assert tex_to_text(written) == text


@pytest.mark.parametrize(
    ("text", "kept", "written"),
    [
        (
            "A Bayesian Approach to Markov Chains",
            ["Bayesian", "Markov"],
            "A {Bayesian} Approach to {Markov} Chains",
        ),
        ("The Whole of $n$ & All", ["The Whole of $n$ & All"], r"{The Whole of $n$ \& All}"),
        ("On $n$ and n", ["n"], "On {$n$} and {n}"),
        ("Darwin's Theory of Darwinism", ["Darwin"], "{Darwin}'s Theory of Darwinism"),
        ("Treatment of Hepatitis A", [], "Treatment of Hepatitis {A}"),
        ("Trends: A Study of A/B Tests", [], "Trends: A Study of {A}/{B} Tests"),
        ("Set {a and b} in } Order", ["{a"], "Set {$\\lbrace$}a"),
    ],
)
def test_capitals_that_an_editor_keeps_stand_in_braces(
    text: str, kept: list[str], written: str
) -> None:
    made = entry(Work("x", "book", text, kept_words=tuple(kept)))
    assert f"title         = {{{written}" in made


@settings(max_examples=100)
@given(works())
def test_no_style_lowers_what_an_editor_keeps(one: Work) -> None:
    (keyed_work,) = keyed([one])
    read = pybtex.database.parse_string(format_bibtex([keyed_work]), "bibtex")
    lowered = tex_to_text(change_case(read.entries[keyed_work.key].fields["title"], "t"))
    title = plain(one.title)
    for word in one.kept_words:
        # a word without letters has no capitals, and a lone brace no partner
        if is_balanced(word) and word.isalnum() and re.search(rf"(?<!\w){word}(?!\w)", title):
            assert re.search(rf"(?<!\w){plain(word)}(?!\w)", lowered)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"Why" and "how do we?"', "“Why” and “how do we?”"),
        ('The 5" and the 3" disk', 'The 5" and the 3" disk'),
        ('A "b', 'A "b'),
        ('In "$x$" and $"y"$', 'In "{$x$}" and {$"y"$}'),
    ],
)
def test_quotation_marks_around_words_are_curved(text: str, written: str) -> None:
    # to LaTeX a straight one is a closing mark, in German the beginning of an umlaut
    assert title(text) == written


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("article", "misc"),
        ("article-journal", "article"),
        ("paper-conference", "inproceedings"),
        ("book", "book"),
        ("chapter", "incollection"),
        ("report", "techreport"),
        ("thesis", "phdthesis"),
        ("software", "software"),
        ("dataset", "dataset"),
        ("webpage", "online"),
        ("patent", "patent"),
        ("interview", "misc"),
    ],
)
def test_each_kind_of_work_has_its_type(type_: str, kind: str) -> None:
    assert entry(Work("x", type_, "T")).startswith(f"@{kind}{{")


def test_a_masters_thesis_is_told_from_a_doctoral_one() -> None:
    for genre, kind in (
        ("Master\u2019s thesis", "mastersthesis"),
        ("M.Sc.", "mastersthesis"),
        ("", "phdthesis"),
    ):
        assert entry(Work("x", "thesis", "T", genre=genre)).startswith(f"@{kind}{{")


def test_letters_with_accents_come_back_from_pandoc_and_pybtex() -> None:
    # Latin-1 and Latin Extended-A: of letters beyond pybtex knows few, and leaves them as they are
    letters = [chr(code) for code in range(0xC0, 0x180) if chr(code).isalpha()]
    works = keyed(
        [Work(f"x{letter}", "book", f"x {letter} y", publisher=letter) for letter in letters]
    )
    text = format_bibtex(works)
    items = pandoc.read(text, "bibtex")
    entries = pybtex.database.parse_string(text, "bibtex").entries
    for one, letter in zip(works, letters, strict=True):
        assert plain(items[one.key]["publisher"]) == plain(letter)
        assert plain(str(Text.from_latex(entries[one.key].fields["publisher"]))) == plain(letter)


def test_a_journal_keeps_its_math_and_no_capitals_in_braces() -> None:
    work = Work("x", "article-journal", "T", container_title=r"NeRF & $L^p$ for $5")
    assert r"journal       = {NeRF \& $L^p$ for \$5}," in entry(work)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("The <i>Kepler</i> Survey of <i>x</i>", r"The {{\emph{Kepler}}} Survey of \emph{x}"),
        (
            "Of <i>E. coli</i> in H<sub>2</sub>O",
            r"Of {{\emph{E. coli}}} in {H}\textsubscript{2}{O}",
        ),
        ("On Ca<sup>2+</sup> and Fe$_2$", r"On {Ca}\textsuperscript{2+} and {Fe}{$_2$}"),
        (f"The H {SMALL_CAPITALS}i</span> <b>disk</b>", r"The {H} \textsc{i} \textbf{disk}"),
        ("H$_2$$^{18}$O & p < 5", r"{H}{$_2$$^{18}$}{O} \& p < 5"),
    ],
)
def test_styles_are_commands_and_what_is_in_them_keeps_its_case(typed: str, written: str) -> None:
    made = escape_title(typed)
    assert made == written
    shown = pandoc.read(f"@misc{{k, title={{{made}}}}}", "bibtex")["k"]["title"]
    assert shown.replace("$$", "") == typed.replace("$$", "").replace("Survey", "survey")
    assert tex_to_rich(made) == typed

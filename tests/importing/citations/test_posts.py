"""Numbers typed by hand, made citations of the references that a post lists."""

from __future__ import annotations

import time

import pytest

from digest.importing.citations.bibliography import Bibliography
from digest.importing.citations.posts import Cited, make_citations
from digest.importing.papers.knownworks import Known, KnownWorks
from digest.importing.parts import FoundEntry, ListedReference, Parts, Stretch
from digest.records.bibtex import parse_bibtex
from tests.importing.works import RECORDS

LIST = (
    "Yi Tay et al. (2022). Transformer Memory as a Differentiable Search Index.",
    "De Cao et al., Autoregressive Entity Retrieval, 2020",
    "[S4](https://arxiv.org/abs/2111.00396)",
    "Ada Poe and Bob Roe. A thing. Blog, 2021. https://x.org/thing",
)
KEYS = ("@arxiv:2202.06991", "@arxiv:2010.00904", "@arxiv:2111.00396", "@poe2021thing")


def cite(text: str, references: tuple[str, ...] = LIST, *, first: int = 1) -> Cited:
    listed = tuple(
        ListedReference(str(number), one, 100 + number)
        for number, one in enumerate(references, start=first)
    )
    parts = Parts((Stretch(text, 1),), listed)
    return make_citations(parts, "post.md", text, Bibliography(Known(KnownWorks(RECORDS))))


def cited(text: str) -> str:
    return cite(text).parts.stretches[0].text


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        ("A thing² is.", "A thing [@arxiv:2010.00904] is."),
        ("A thing [2] is.", "A thing [@arxiv:2010.00904] is."),
        ("A thing[2].", "A thing [@arxiv:2010.00904]."),
        (r"A thing \[2\].", "A thing [@arxiv:2010.00904]."),
        ("A thing [1, 2].", "A thing [@arxiv:2202.06991; @arxiv:2010.00904]."),
        ("A thing [1][2].", "A thing [@arxiv:2202.06991; @arxiv:2010.00904]."),
        ("A thing [1–3].", "A thing [@arxiv:2202.06991; @arxiv:2010.00904; @arxiv:2111.00396]."),
        ("A thing [2, p. 3].", "A thing [@arxiv:2010.00904, p. 3]."),
        ("A thing<sup>2</sup> is.", "A thing [@arxiv:2010.00904] is."),
        ('A thing<sup><a href="#r2">[2]</a></sup>.', "A thing [@arxiv:2010.00904]."),
        ('A thing <a href="#r2"><sup>2</sup></a>.', "A thing [@arxiv:2010.00904]."),
        ("A thing [2](#ref2).", "A thing [@arxiv:2010.00904]."),
        ("A thing [[2](#ref2)].", "A thing [@arxiv:2010.00904]."),
        (
            "A thing [\\[2\\]](https://a.substack.com/p/b#footnote-2-99).",
            "A thing [@arxiv:2010.00904].",
        ),
        ("A thing^2^.", "A thing [@arxiv:2010.00904]."),
        ("A thing¹˒² is.", "A thing [@arxiv:2202.06991; @arxiv:2010.00904] is."),
        ("A thing¹² is.", "A thing [@arxiv:2202.06991; @arxiv:2010.00904] is."),
        ("A thing.² Then", "A thing.[@arxiv:2010.00904] Then"),
        (
            "A thing (2) is, and another (3).",
            "A thing [@arxiv:2010.00904] is, and another [@arxiv:2111.00396].",
        ),
        (
            "In Retrieval1, things2.",
            "In Retrieval [@arxiv:2202.06991], things [@arxiv:2010.00904].",
        ),
        ("To DiffWave3. Things2.", "To DiffWave [@arxiv:2111.00396]. Things [@arxiv:2010.00904]."),
    ],
)
def test_forms_of_marks(typed: str, new: str) -> None:
    assert cited(typed) == new


@pytest.mark.parametrize(
    "typed",
    [
        "10² of 5 m² and 3 km², x², H₂O, ²H, 10<sup>2</sup>, E = mc²",
        "`a[2]` and ``b²``",
        "```\nc[2] d²\n```",
        "    e[2]\n",
        "$f^2 [2]$ and $$g [2]$$",
        "$$\nh² [2]\n$$",
        "[h](https://x.org/[2]) <https://x.org/i²> https://x.org/j²",
        "[2](https://elsewhere.org/)",
        "![k [2]](l.png)",
        "<!-- m [2] -->",
        "In 2022, [2022] and (2021).",
        "2. an item\n3. another (2021)",
        "We do (1) this, (2) that and (3) more.",
        "GPT2, wav2vec2, Llama3 and BERT2 are names.",
        "- [ ] a task",
        "[2]: https://x.org",
    ],
)
def test_what_is_no_mark(typed: str) -> None:
    text = f"{typed}\n\nA thing³.\n"
    assert cited(text) == f"{typed}\n\nA thing [@arxiv:2111.00396].\n"


def test_a_reference_without_an_id_is_one_of_the_bibliography() -> None:
    bibliography = Bibliography(Known(KnownWorks(RECORDS)))
    parts = Parts(
        (Stretch("A [4] and [5].", 1),),
        (
            ListedReference("4", LIST[3], 9),
            ListedReference("5", 'A "1{,0\\%" study & $5 @more', 10),
        ),
    )
    new = make_citations(parts, "post.md", "", bibliography).parts.stretches[0].text
    assert new.startswith("A [@poe2021thing] and [@")
    read = parse_bibtex(bibliography.text, "references.bib")
    assert read.diagnostics == ()
    first, second = (entry.work for entry in read.value or ())
    assert (first.title, first.issued, first.url) == ("A thing", (2021,), "https://x.org/thing")
    assert [name.literal for name in first.author] == ["Ada Poe", "Bob Roe"]
    assert first.container_title == "Blog"
    assert "study" in second.title


def test_a_work_that_was_typed_before_keeps_its_key() -> None:
    bibliography = Bibliography(Known(KnownWorks()))
    parts = Parts((Stretch("A [4].", 1),), (ListedReference("4", LIST[3], 9),))
    make_citations(parts, "post.md", "", bibliography)
    listed = [entry.work for entry in parse_bibtex(bibliography.text, "b.bib").value or ()]
    again = Bibliography(Known(KnownWorks(listed)), listed)
    assert (
        make_citations(parts, "post.md", "", again).parts.stretches[0].text == "A [@poe2021thing]."
    )
    assert again.text == ""


def test_a_range_in_parentheses_is_no_enumeration() -> None:
    one, two, three, four = KEYS
    assert cited("One thing (1, 2) and (3), others (3)–(4).") == (
        f"One thing [{one}; {two}] and [{three}], others [{three}]–[{four}]."
    )


def told(text: str, references: tuple[str, ...] = LIST, *, first: int = 1) -> list[tuple[str, int]]:
    return [(one.kind, one.line) for one in cite(text, references, first=first).faults]


def test_a_post_without_faults() -> None:
    result = cite("One¹ thing², and S4³ and more⁴.\n")
    assert result.faults == ()
    assert result.has_references
    assert result.parts.references == ()


def test_faults_of_numbers() -> None:
    text = "The first¹.\n\nThe third³ and second² and a ninth⁹.\n"
    assert told(text, LIST[:3]) == [("number-undefined", 3), ("number-order", 3)]
    assert "ninth⁹" in cited(text)
    assert told("The first².\n", LIST[:1], first=2) == [("number-gap", 102)]


def test_a_reference_that_nothing_cites_stays_with_the_edition() -> None:
    result = cite("The first¹ and second².\n", LIST[:3])
    assert [fault.kind for fault in result.faults] == ["reference-uncited"]
    assert result.uncited == ("arxiv:2111.00396",)


def test_a_list_that_nothing_leads_to_stays_as_it_was_typed() -> None:
    result = cite("No number here.\n")
    assert len(result.parts.references) == len(LIST)
    assert not result.has_references
    assert [fault.kind for fault in result.faults] == ["reference-uncited"]


def test_a_work_that_is_listed_twice() -> None:
    result = cite("The first¹ and second².\n", (LIST[0], LIST[0]))
    assert [fault.kind for fault in result.faults] == ["reference-double"]
    assert result.parts.stretches[0].text.count("@arxiv:2202.06991") == 2


def test_a_reference_against_its_record() -> None:
    title = "Efficiently Modeling Long Sequences with Structured State Spaces"
    wrong = f"Albert Gu and Karen Goel. {title}. 2022"
    result = cite("S4¹.\n", (wrong,))
    assert [fault.kind for fault in result.faults] == ["author-differs", "year-differs"]
    assert result.parts.stretches[0].text == "S4 [@arxiv:2111.00396].\n"


def test_a_reference_whose_link_is_another_paper_s() -> None:
    wrong = "Ada Poe. Protein folding. 2021. https://arxiv.org/abs/2111.00396"
    assert told("A fold¹.\n", (wrong,)) == [("paper-differs", 101)]


def test_a_note_in_the_list_becomes_a_footnote_beside_its_mark() -> None:
    result = cite("The first¹ and a hint².\n", (LIST[0], "We thank Bob for it."))
    text = result.parts.stretches[0].text
    assert text == "The first [@arxiv:2202.06991] and a hint[^2].\n\n[^2]: We thank Bob for it.\n"


def test_footnotes_that_are_references_become_citations_and_notes_go_with_their_marks() -> None:
    entry = FoundEntry("A paper", "It is so[^a], and that[^b].", 3)
    foot = f"The end.\n\n[^a]: {LIST[1]}\n[^b]: A name from a film.\n"
    parts = Parts((Stretch("", 1, (entry,)), Stretch(foot, 9)))
    result = make_citations(parts, "post.md", "", Bibliography(Known(KnownWorks(RECORDS))))
    first, last = result.parts.stretches
    assert first.entries[0].text == (
        "It is so [@arxiv:2010.00904], and that[^b].\n\n[^b]: A name from a film.\n"
    )
    assert last.text == "The end."


def test_a_deck_has_no_marks() -> None:
    deck = "We have news [1] and more[^a], in 2022."
    parts = Parts((Stretch(deck, 1),), (ListedReference("1", LIST[0], 9),), deck)
    result = make_citations(parts, "post.md", deck, Bibliography(Known(KnownWorks(RECORDS))))
    assert result.parts.description == "We have news and more, in 2022."


def test_an_address_that_is_yet_to_be_filled_in_is_told() -> None:
    listed = ("Ada Poe. A thing. 2021. [pdf](#) [↩](#fnref1)", "Bob Roe. Things. 2020. [doi](TBD)")
    result = cite("A thing [1] and [2].", listed)
    assert [fault.kind for fault in result.faults] == ["placeholder", "placeholder"]


@pytest.mark.parametrize("where", ["list", "text"])
def test_a_number_beside_footnotes_that_are_references_is_one_of_them(where: str) -> None:
    text = "It is so[^1], and so [1]."
    foot = "" if where == "list" else f"\n\n[^1]: {LIST[1]}\n"
    listed = (ListedReference("^1", LIST[1], 9),) if where == "list" else ()
    parts = Parts((Stretch(text + foot, 1),), listed)
    result = make_citations(parts, "post.md", text, Bibliography(Known(KnownWorks(RECORDS))))
    cited = "[@arxiv:2010.00904]"
    assert result.parts.stretches[0].text == f"It is so {cited}, and so {cited}."
    assert result.faults == ()


def test_authors_and_years_lead_to_a_list_without_numbers() -> None:
    text = (
        "Retrieval (De Cao et al., 2020; see Tay et al., 2022) is one thing, and Poe & Roe (2021)"
        " is another. Nobody knows (Doe et al., 2019), in 2020 (a year)."
    )
    parts = Parts((Stretch(text, 1),), tuple(ListedReference("", one, 9) for one in LIST))
    result = make_citations(parts, "post.md", text, Bibliography(Known(KnownWorks(RECORDS))))
    assert result.parts.stretches[0].text == (
        "Retrieval [@arxiv:2010.00904; @arxiv:2202.06991] is one thing, and Poe & Roe"
        " [-@poe2021thing] is another. Nobody knows (Doe et al., 2019), in 2020 (a year)."
    )
    assert [fault.kind for fault in result.faults] == ["number-undefined", "reference-uncited"]


@pytest.mark.parametrize(
    "unit", ["⁶", "(6) ", "[6] ", "[[6]", "Smith, ", "1-", "`", "<a ", "[^a]: x\n"]
)
def test_a_long_run_of_signs_is_read_in_a_moment(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    began = time.process_time()
    cite(text)
    parts = Parts((Stretch(text, 1),), (ListedReference("", LIST[0], 9),))
    make_citations(parts, "post.md", text, Bibliography(Known(KnownWorks())))
    # in seconds: with work that grows as the square it would be minutes
    assert time.process_time() - began < 5


def test_a_number_behind_a_name_is_told_where_its_reference_is_cited_nowhere() -> None:
    found = cite("A thing1 builds on others2, and SaShiMi on S43.")
    assert "S43" in found.parts.stretches[0].text
    told = [fault.message for fault in found.faults if "'S43'" in fault.message]
    assert [one.startswith("nothing cites reference 3,") for one in told] == [True]


def test_numbers_that_lead_nowhere_are_told_together_and_have_no_order() -> None:
    found = cite("One [1], two [2], none [0], three [3], and four [4]. More [7–9].")
    assert [fault.message for fault in found.faults] == [
        "the number 0 leads to no reference of the list",
        "the numbers 7, 8, 9 lead to no reference of the list",
    ]


def test_a_number_that_the_list_lacks_counts_in_their_order() -> None:
    parts = Parts(
        (Stretch("One [1], two [3], three [2].", 1),),
        tuple(ListedReference(label, text, 9) for label, text in zip("124", LIST, strict=False)),
    )
    found = make_citations(
        parts, "post.md", "One [1], two [3], three [2].", Bibliography(Known(KnownWorks(RECORDS)))
    )
    kinds = {fault.kind for fault in found.faults}
    assert kinds >= {"number-undefined", "number-order", "number-gap", "reference-uncited"}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("One thing¹, other [2].", "One thing [@arxiv:2202.06991], other [@arxiv:2010.00904]."),
        # not all up to the highest are cited, or there are not so many: other lists are meant
        ("One thing¹, other [3].", "One thing¹, other [3]."),
        ("One¹, two², three³, four⁴, five⁵.", "One¹, two², three³, four⁴, five⁵."),
    ],
)
def test_numbers_that_lead_to_a_list_without_them(text: str, new: str) -> None:
    listed = tuple(ListedReference("", one, 100 + at) for at, one in enumerate(LIST))
    parts = Parts((Stretch(text, 1),), listed)
    found = make_citations(parts, "post.md", text, Bibliography(Known(KnownWorks(RECORDS))))
    assert found.parts.stretches[0].text == new
    is_cited = text != new
    assert ("number-none" in [fault.kind for fault in found.faults]) == is_cited

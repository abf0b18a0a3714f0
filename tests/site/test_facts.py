"""What is said of papers that are covered twice, withdrawn, or not the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-02")
    newsletter.edition("2022-03")
    return newsletter


def test_a_withdrawn_paper_is_named_wherever_it_is_cited(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"withdrawn": True})
    newsletter.paper("doi:10.1000/x", status="retracted")
    newsletter.entry("2022-03/01-a", "As in [@arxiv:2202.00001].\n", doi="10.1000/x")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\n@2022-03/a\n")
    assert newsletter.check() == [
        "editions/2022-03/01-a.md:2:6 warning paper-withdrawn",
        "editions/2022-03/01-a.md:4:8 warning paper-withdrawn",
        "pages/about.md:4:1 warning paper-withdrawn",
    ]


def test_a_withdrawn_paper_can_be_allowed_in_its_place(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"withdrawn": True})
    newsletter.edition(
        "2022-03",
        "<!-- digest: allow paper-withdrawn -->\nOnce: @arxiv:2202.00001\n\n@arxiv:2202.00001\n",
    )
    assert newsletter.check() == ["editions/2022-03/index.md:8:1 warning paper-withdrawn"]


def test_a_version_that_is_not_the_newest_is_named_where_it_is_cited(
    newsletter: Newsletter,
) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"version": 3})
    newsletter.edition("2022-03", "@arxiv:2202.00001v2 @arxiv:2202.00001v3 @arxiv:2202.00001\n")
    (found,) = newsletter.diagnose()
    assert (found.rule, found.line, found.column) == ("paper-newer-version", 5, 1)
    assert found.hint == "write '@arxiv:2202.00001v3', or leave the version out"


def test_covered_before_goes_by_the_work_and_not_by_its_id(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"doi": "10.1000/pub"})
    newsletter.entry("2022-02/01-a", arxiv="2202.00001v1")
    newsletter.entry("2022-03/01-b", doi="10.1000/PUB")
    (found,) = newsletter.diagnose()
    assert (found.rule, found.path) == ("covered-before", "content/editions/2022-03/01-b.md")
    assert found.message == "edition '2022-02' covers this work already, in 'a'"


def test_a_second_look_can_be_allowed_in_its_place(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-02/01-a", arxiv="2202.00001")
    newsletter.write(
        "content/editions/2022-03/01-b.md",
        "---\n# digest: allow covered-before\narxiv: 2202.00001\n---\nAgain.\n",
    )
    assert newsletter.check() == []


def test_works_without_records_are_told_apart_by_what_was_typed(newsletter: Newsletter) -> None:
    typed: dict[str, Any] = {"title": "A Talk", "authors": ["A. B."], "date": "2022"}
    newsletter.entry("2022-02/01-a", url="https://example.org/talk", **typed)
    newsletter.entry("2022-02/02-b", url="https://example.org/other", **typed)
    newsletter.entry("2022-03/01-c", url="https://example.org/talk", **typed)
    assert newsletter.check() == ["editions/2022-03/01-c.md:1:1 warning covered-before"]


def test_a_draft_comes_second_to_what_is_published(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-02/01-a", arxiv="2202.00001", draft="true")
    newsletter.entry("2022-03/01-b", arxiv="2202.00001")
    assert newsletter.check() == ["editions/2022-02/01-a.md:2:8 warning covered-before"]


def test_nothing_is_compared_with_a_record_that_cannot_be_read(newsletter: Newsletter) -> None:
    newsletter.write("content/papers/arxiv/2202.00001.json", "{")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", title="Typed", authors=["Ada Lovelace"])
    assert [line.split()[-1] for line in newsletter.check()] == ["paper-record-broken"]


def test_a_slip_in_a_name_is_named_with_the_right_spelling(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.09061", authors="Feilong Chen, Duzhen Zhang")
    newsletter.entry("2022-03/01-a", arxiv="2202.09061", authors=["Feilong Che", "D. Zhang"])
    (found,) = newsletter.diagnose()
    assert (found.rule, found.hint) == ("metadata-differs", "write 'Feilong Chen'")


TYPED: dict[str, Any] = {"title": "Typed", "authors": ["A. van B."], "date": "2022-03"}


def test_typed_facts_stand_in_place_of_a_record_that_is_not_there(newsletter: Newsletter) -> None:
    newsletter.settings("references: {style: apa}\n")
    newsletter.edition("2022-03", "So [@doi:10.1000/X].\n")
    newsletter.entry("2022-03/01-a", doi="10.1000/x", **TYPED)
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\n@2022-03/a\n")
    assert newsletter.check() == ["editions/2022-03/01-a.md:2:6 warning paper-typed"]
    newsletter.build()
    page = newsletter.page("editions/2022-03/index.html")
    assert "van B., A. (2022)." in page
    assert "https://doi.org/10.1000/x" in page


def test_typed_facts_without_a_record_can_be_allowed_in_their_place(
    newsletter: Newsletter,
) -> None:
    newsletter.write(
        "content/editions/2022-03/01-b.md",
        "---\n# digest: allow paper-typed\ndoi: 10.1000/x\n"
        "title: Typed\nauthors: [A. B.]\ndate: 2022-03-01\n---\nText.\n",
    )
    assert newsletter.check() == []


def test_arxiv_has_a_record_of_every_paper(newsletter: Newsletter) -> None:
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", **TYPED)
    assert newsletter.check() == ["editions/2022-03/01-a.md:2:8 error paper-unfetched"]


def test_facts_are_typed_once_for_all_entries_and_a_draft_says_nothing(
    newsletter: Newsletter,
) -> None:
    newsletter.entry("2022-02/01-a", doi="10.1000/x")
    newsletter.entry("2022-03/01-b", doi="10.1000/x", **TYPED)
    newsletter.entry("2022-02/02-c", doi="10.1000/x", draft="true", **TYPED | {"title": "Half"})
    assert newsletter.check() == [
        "editions/2022-02/02-c.md:2:6 warning covered-before",
        "editions/2022-02/02-c.md:2:6 warning paper-typed",
        "editions/2022-03/01-b.md:2:6 warning covered-before",
        "editions/2022-03/01-b.md:2:6 warning paper-typed",
    ]
    newsletter.build()
    assert "Half" not in newsletter.page("editions/2022-02/a/index.html")
    assert "Typed" in newsletter.page("editions/2022-02/a/index.html")


def test_a_record_counts_for_more_than_what_is_typed(newsletter: Newsletter) -> None:
    newsletter.paper("doi:10.1000/x", title="Recorded", authors="A. van B.")
    newsletter.entry("2022-03/01-a", doi="10.1000/x", **TYPED)
    assert newsletter.check() == [
        "editions/2022-03/01-a.md:3:8 warning metadata-differs",
        "editions/2022-03/01-a.md:5:7 warning metadata-differs",
    ]


def test_a_doi_that_two_papers_give_as_theirs_names_both(newsletter: Newsletter) -> None:
    for id_ in ("2202.00001", "2202.00002"):
        newsletter.paper(f"arxiv:{id_}", facts={"doi": "10.1000/pub"})
    newsletter.entry("2022-02/01-a", doi="10.1000/pub")
    newsletter.edition("2022-03", "@arxiv:2202.00002, @arxiv:2202.00001, @doi:10.1000/pub\n")
    found = newsletter.diagnose()
    assert [one.rule for one in found] == ["citation-undefined"] * 2
    either = "'arxiv:2202.00001' or 'arxiv:2202.00002'"
    message = f"'doi:10.1000/pub' could be {either}: each gives it as its own DOI"
    assert {one.message for one in found} == {message}
    newsletter.paper("doi:10.1000/pub")
    assert newsletter.check() == []


@pytest.mark.parametrize(
    ("typed", "lacking"),
    [
        ({}, ""),
        ({"title": "Typed"}, "'authors' and 'date'"),
        ({"title": "Typed", "date": "2020"}, "'authors'"),
        ({"authors": ["A. B."]}, "'title' and 'date'"),
        ({"authors": ["A. B."], "date": "2020"}, "'title'"),
        ({"title": "Typed", "authors": ["A. B."]}, "'date'"),
    ],
)
def test_some_typed_facts_are_not_enough(
    newsletter: Newsletter, typed: dict[str, Any], lacking: str
) -> None:
    newsletter.entry("2022-03/01-a", doi="10.1000/x", **typed)
    (found,) = newsletter.diagnose()
    more = f"; where that finds no record, give the entry {lacking} too" if lacking else ""
    assert (found.rule, found.hint) == ("paper-unfetched", f"run 'digest fetch'{more}")

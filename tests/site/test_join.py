"""Entries get the facts of their own records."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def test_a_draft_with_the_slug_of_an_entry_leaves_its_facts_alone(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "The Right Paper")
    newsletter.paper("arxiv:2202.00002", "The Wrong Paper")
    newsletter.edition("2022-03", "See [@dsi].\n")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.00001")
    newsletter.entry("2022-03/02-dsi", arxiv="2202.00002", draft=True)
    assert newsletter.check() == ["editions/2022-03/02-dsi.md:1:1 warning address-clash"]
    newsletter.build()
    text = newsletter.text("editions/2022-03/")
    assert text.count("The Right Paper") == 2
    assert "The Wrong Paper" not in text


def test_what_the_editor_typed_stands_in_place_of_the_record(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", "Transformer Memory", "Yi Tay, Vinh Tran")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.00001", title="Something Else")
    assert newsletter.check() == ["editions/2022-03/01-dsi.md:3:8 warning metadata-differs"]
    newsletter.build()
    text = newsletter.text("editions/2022-03/dsi/")
    assert "Something Else" in text
    assert "Vinh Tran" in text
    assert "Transformer Memory" not in text


def test_what_the_editor_typed_is_so_wherever_the_work_is_cited(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.06991", "A Papre", "Ada Lovelace")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", arxiv="2202.06991", title="A Paper")
    newsletter.edition("2022-04", "[@arxiv:2202.06991]\n")
    newsletter.build()
    assert "A Paper" in newsletter.text("editions/2022-04/")
    newsletter.edition("2022-03", draft=True)
    newsletter.build()
    assert "A Papre" in newsletter.text("editions/2022-04/")


def test_what_is_typed_in_an_edition_that_waits_is_told_nowhere_else(
    newsletter: Newsletter,
) -> None:
    newsletter.paper("arxiv:2202.06991", "A Paper", "Ada Lovelace")
    newsletter.edition("2022-03", "[@arxiv:2202.06991]\n")
    newsletter.edition("2099-01", date="2099-01-01")
    newsletter.entry("2099-01/01-a", arxiv="2202.06991", title="A Secret")
    newsletter.build()
    assert "A Paper" in newsletter.text("editions/2022-03/")
    assert not any(b"Secret" in made for made in newsletter.tree().values())
    newsletter.build(future=True)
    assert "A Secret" in newsletter.text("editions/2022-03/")


def test_a_second_look_at_a_work_is_named_in_the_later_edition(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-02")
    newsletter.entry("2022-02/01-a", arxiv="2202.00001")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-b", doi="10.48550/arXiv.2202.00001")
    assert newsletter.check() == ["editions/2022-03/01-b.md:2:6 warning covered-before"]


def test_a_withdrawn_paper_and_an_old_version_are_named(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001", facts={"version": 3, "withdrawn": True})
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001v2")
    assert newsletter.check() == [
        "editions/2022-03/01-a.md:2:8 warning paper-newer-version",
        "editions/2022-03/01-a.md:2:8 warning paper-withdrawn",
    ]

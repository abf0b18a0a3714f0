"""Lists of references on the pages of a site: their style, their letters, their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    newsletter = Newsletter(tmp_path)
    newsletter.paper("arxiv:2202.00001", "One", "Yi Tay, Vinh Tran, Ji Ma")
    newsletter.paper("arxiv:2202.00002", "Two", "Yi Tay, Vinh Tran, Ji Ma")
    newsletter.paper("arxiv:2202.00003", "Three", "Yi Tay, Mai Ni, Ji Ma")
    newsletter.edition("2022-03", "On [@arxiv:2202.00002; @arxiv:2202.00001; @arxiv:2202.00003].\n")
    return newsletter


def references(newsletter: Newsletter) -> str:
    newsletter.build()
    return newsletter.text("editions/2022-03/")


@pytest.mark.parametrize("style", ["plain", "ieee", "apa"])
def test_the_letters_of_citations_stand_in_the_references(
    newsletter: Newsletter, style: str
) -> None:
    newsletter.settings(f"citations: {{style: author-year}}\nreferences: {{style: {style}}}\n")
    text = references(newsletter)
    assert "( Tay, Tran and Ma, 2022b , 2022a ; Tay, Ni and Ma, 2022 )" in text
    listed = text.partition("References ")[2]
    # in the order of the list, which is that of the titles
    first, second = listed.index("One"), listed.index("Two")
    assert first < second
    assert listed.count("2022a") == listed.count("2022b") == 1


def test_numbers_need_no_letters(newsletter: Newsletter) -> None:
    newsletter.settings("references: {style: apa}\n")
    text = references(newsletter)
    assert "Tay, Y., Tran, V., & Ma, J. (2022). Two (arXiv:2202.00002). arXiv." in text
    assert "2022a" not in text


def test_plain_references_name_as_many_as_bylines_do(newsletter: Newsletter) -> None:
    assert "“ Two ” by Yi Tay, Vinh Tran and Ji Ma, 2022" in references(newsletter)
    newsletter.settings("byline: {max: 2}\n")
    assert "“ Two ” by Yi Tay et al., 2022" in references(newsletter)


def test_references_are_in_the_language_of_their_page(newsletter: Newsletter) -> None:
    newsletter.settings("references: {style: apa}\n")
    newsletter.edition("2022-03", "On [@arxiv:2202.00001; @smith].\n", lang="de")
    newsletter.write(
        "content/references.bib",
        "@book{smith, title={T}, author={Smith, J. and Poe, A.}, edition={2}}",
    )
    assert "Smith, J. & Poe, A. (o. J.). T (2. Aufl.)." in references(newsletter)


def test_a_doi_is_printed_as_the_editor_writes_it(newsletter: Newsletter) -> None:
    newsletter.settings("references: {style: ieee}\n")
    # the services write all of it in small letters
    newsletter.paper("doi:10.1109/tsmcb.2006.886952", "Four", DOI="10.1109/tsmcb.2006.886952")
    newsletter.paper("doi:10.1103/physrevd.1.2", "Five", DOI="10.1103/physrevd.1.2")
    newsletter.write(
        "content/references.bib",
        "@article{five, title={Five}, journal={J}, doi={10.1103/PhysRevD.1.2}}\n"
        "@article{six, title={Six}, journal={J}, doi={https://doi.org/10.1007/BF01386390}}\n",
    )
    newsletter.edition("2022-03", "On [@four; @five; @six].\n")
    newsletter.entry("2022-03/01-four", doi="10.1109/TSMCB.2006.886952")
    assert not newsletter.check()
    page = references(newsletter)
    for doi in ("10.1109/TSMCB.2006.886952", "10.1103/PhysRevD.1.2", "10.1007/BF01386390"):
        assert f"doi: {doi}" in page, doi
        assert f'"https://doi.org/{doi.lower()}"' in newsletter.page("editions/2022-03/index.html")
    bib = newsletter.page("editions/2022-03/references.bib")
    assert "10.1109/TSMCB.2006.886952" in bib


@pytest.mark.parametrize("listed", ["{}", "@{}", "@{{{}}}", " @{{{}}} "])
def test_a_listed_key_may_be_written_as_texts_cite_it(newsletter: Newsletter, listed: str) -> None:
    newsletter.write(
        "content/references.bib", "@book{doe 2015, title={X}, author={Doe, Jo}, year={2015}}"
    )
    key = listed.format("doe 2015")
    newsletter.edition("2022-03", "See [@{doe 2015}].\n", references=[key])
    assert newsletter.check() == []
    newsletter.edition("2022-03", "Words.\n", references=[key])
    (found,) = newsletter.diagnose()
    assert found.hint == "cite it with [@{doe 2015}], or take it off the list"

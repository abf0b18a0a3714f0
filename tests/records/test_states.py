"""Papers that were taken back, told from words, and those that only speak of it."""

from __future__ import annotations

import pytest

from digest.citing.formats.bibtex import format_bibtex
from digest.citing.formats.keys import KeyedWork
from digest.citing.styles import format_reference
from digest.records.bibtex import parse_bibtex
from digest.records.csl import parse_item
from digest.records.doiwork import make_doi_work
from digest.records.record import format_record, parse_record
from digest.records.states import is_withdrawn, state_of_title


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the authors due to an error in Lemma 2",
        "Withdrawn",
        "withdrawn due to a crucial sign error",
        "Paper withdrawn",
        "12 pages; this submission has been withdrawn by arXiv administrators",
        "This article is temporarily withdrawn",
        "The manuscript was withdrawn by its author",
        "Retracted.",
        "arXiv admin note: submission has been withdrawn by arXiv administrators",
        "Superseded by arXiv:2201.00001 and withdrawn by the author",
        "The authors have withdrawn this paper",
        "We withdraw this paper until a gap is closed",
        "12 pages, withdrawn due to an error",
        "This paper has been withdrawn and replaced by arXiv:2201.00001",
        "This version has been removed by arXiv administrators due to incorrect authorship",
        "This version has been removed by arXiv administrators as its submitter had no right",
        "arXiv admin comment: This submission has been removed by arXiv administrators",
        "Removed by arXiv administration because the author violated policy",
        "The authors have decided to withdraw the paper for further development",
        "The authors have decided to withdraw this manuscript to revise it",
        "The authors have decided to withdraw this submission as the results need checking",
        "We have decided to withdraw this paper as the work is still undergoing refinement",
        "We want to withdraw this paper due to data usage permission issues",
        "I would like to withdraw my paper",
        "We wish to retract this article",
        "The author(s) request to withdraw the preprint",
        "The corresponding author withdraws this work",
        "Due to an error in the proof of Theorem 1 we are withdrawing this paper",
        "Due to an error in the proof of Theorem 1 this paper has been withdrawn",
        "Withdrawing this paper because of a mistake",
        "This paper needs to be withdrawn",
        "This paper must be withdrawn: the data is wrong",
        "This preprint has been retracted by the authors",
        "This article has been removed at the request of the author",
        "20 pages, 3 figures. This paper is now withdrawn, see v1",
        "This work was withdrawn from arXiv",
        "The paper has been voluntarily withdrawn",
        "Our paper has been withdrawn from publication",
        "Withdrawal of this paper was asked for by the second author",
        "Please withdraw this paper",
        "Author withdrew paper",
        "The authors wish to withdraw due to an error",
        "This needs major revision, withdrawn.",
        "[withdrawn]",
        "*Withdrawn*",
        "This paper is obsolete and withdrawn",
        "This paper contains an error and will be withdrawn",
        "This is a withdrawn paper",
        "Paper removed due to an error",
        "Has been withdrawn",
        "This document has been withdrawn",
        "This paper has been superseded by arXiv:2001.00001 and is withdrawn",
        "This paper has a gap in Lemma 3 and has been withdrawn",
        "The authors request withdrawal of this paper",
        "Removed by the authors",
        "12 pages. Removed at the request of the first author",
        "Withdrawal due to an error in Theorem 3",
        "v3 withdrawn due to error",
        "Version 3 has been withdrawn by the author",
        "This paper has been withdrawn and will be reposted",
        "Withdrawn and resubmitted as arXiv:2201.00001",
        "Este artigo foi retirado pelos autores devido a um erro",
        "Retirado pelo autor",
        "12 p. Art\xedculo retirado a petici\xf3n del autor",
        "Article retir\xe9 \xe0 la demande de l'auteur",
        "Este art\xedculo ha sido retirado",
        "L'article a \xe9t\xe9 retir\xe9 par l'auteur",
        "Diese Arbeit wurde vom Autor zur\xfcckgezogen",
    ],
)
def test_a_comment_that_withdraws_the_paper(comment: str) -> None:
    assert is_withdrawn(comment, version=3)


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "12 pages, 3 figures",
        "This replaces arXiv:2201.00001, withdrawn by the author",
        "This paper has not been withdrawn",
        "The previous version has been withdrawn; this one is right",
        "Withdrawn from ICML 2020",
        "Withdrawn submission to ICLR 2023",
        "arXiv admin note: text overlap with a withdrawn paper",
        "Replaces the withdrawn paper math/0611800",
        "Supersedes arXiv:0801.0001, which has been withdrawn",
        "Money can be withdrawn from an account",
        "A study of withdrawn drugs",
        "This paper is about claims that were made and withdrawn",
        "Theorem 3 was wrong and is withdrawn",
        "This paper is partly withdrawn",
        "Partly withdrawn",
        "This replaces the withdrawn paper 1234.5678",
        "This paper corrects and extends the withdrawn manuscript arXiv:1234.5678",
        "Corrected version of the withdrawn paper 1234.5678",
        "Withdrawn from competition",
        "This paper was withdrawn from NeurIPS 2020 and resubmitted",
        "Theorem 3 withdrawn due to an error",
        "Section 5 has been withdrawn because of a gap",
        "The main claim of this paper has been withdrawn",
        "We withdraw the claim of Theorem 2",
        "We do not withdraw this paper",
        "The authors have never withdrawn this paper",
        "We have withdrawn our previous version",
        "v1 was withdrawn by the authors",
        "Version 2 was withdrawn due to a wrong figure; this is the right one",
        "The dataset was withdrawn by the authors",
        "Figures removed by arXiv to save space",
        "Appendix has been removed",
        "Some text was removed by arXiv administrators",
        "The figures have been removed",
        "First version was retracted due to a bug",
        "We study retracted papers",
        "This paper revisits X and withdrawn results of Y",
        "This paper is on drugs approved and withdrawn in 2020",
        "Figures removed due to their size",
        "The longer version was removed to keep the paper short",
        "Was withdrawn, then reposted",
        "This paper was withdrawn by mistake; restored",
        "Withdrawn in v2 and restored in v3",
        "v2 withdrawn due to error",
        "v3 removed a figure",
        "v3: removed the claim of Theorem 2",
        "This version removed a section",
        "Section 3 was removed by the authors",
        "Removed by the authors: section 4",
        "El art\xedculo retirado se discute aqu\xed",
        "L'article retir\xe9 sur l'autisme",
        "Efectos de la retirada militar",
        "Removed by the author some typos",
        "Um trabalho retirado de um livro",
    ],
)
def test_a_comment_that_does_not(comment: str) -> None:
    assert not is_withdrawn(comment, version=3)


def test_an_abstract_withdraws_at_its_beginning() -> None:
    assert is_withdrawn("", "This paper has been withdrawn by the author.")
    assert not is_withdrawn("", "We study when papers are withdrawn. This one has not been.")
    assert not is_withdrawn("", "Withdrawn from the market, the drug came back.")


TITLES = [
    ("RETRACTED: A miracle cure", "retracted"),
    ("RETRACTED ARTICLE: A miracle cure", "retracted"),
    ("Retracted Chapter: A miracle cure", "retracted"),
    ("Retracted: A miracle cure", "retracted"),
    ("[Retracted] A miracle cure", "retracted"),
    ("(Retracted) A miracle cure", "retracted"),
    ("<b>RETRACTED:</b> A miracle cure", "retracted"),
    ("RETRACTED \u2013 A miracle cure", "retracted"),
    ("ARTICLE RETRACTED: A miracle cure", "retracted"),
    ("A miracle cure (Retracted)", "retracted"),
    ("A miracle cure [RETRACTED ARTICLE]", "retracted"),
    ("A miracle cure (Retracted article. See vol. 12, p. 3, 2013)", "retracted"),
    ("A miracle cure \u2014 RETRACTED", "retracted"),
    ("*RETRACTED* A miracle cure", "retracted"),
    ("RETRACTED A miracle cure", "retracted"),
    ("RETRACTED. A miracle cure", "retracted"),
    ("A miracle cure RETRACTED", "retracted"),
    ("Retracted Publication: A miracle cure", "retracted"),
    ("This article has been retracted: A miracle cure", "retracted"),
    ("WITHDRAWN: A miracle cure", "withdrawn"),
    ("Withdrawn: A miracle cure", "withdrawn"),
    ("REMOVED: A miracle cure", "withdrawn"),
    ("RETRACTED\uff1aA miracle cure", "retracted"),
    ("Retracted Conference Paper: A miracle cure", "retracted"),
    ("Retracted Case Report: A miracle cure", "retracted"),
    ("ART\xcdCULO RETRACTADO: Una cura", "retracted"),
    ("RETRATADO: Uma cura", "retracted"),
    ("\u5df2\u64a4\u7a3f\uff1a\u8bba\u6587", "retracted"),
    ("\u3010\u64a4\u56de\u3011\u8ad6\u6587", "retracted"),
    ("Removed: a memoir", ""),
    ("Retratado: uma vida", ""),
    ("\u64a4\u7a3f\u58f0\u660e\uff1a\u8bba\u6587", ""),
    ("A miracle cure", ""),
    ("Retraction: A miracle cure", ""),
    ("Retraction notice to \u201cA miracle cure\u201d", ""),
    ("Retraction Note: A miracle cure", ""),
    ("Statement of Retraction: A miracle cure", ""),
    ("Expression of concern: A miracle cure", ""),
    ("Correction to: RETRACTED ARTICLE: A miracle cure", ""),
    ("Withdrawal: A miracle cure", ""),
    ("Retracted papers in medicine: a survey", ""),
    ("Retracted papers: a survey", ""),
    ("Retracted but still cited", ""),
    ("RETRACTED AND REPUBLISHED: A miracle cure", ""),
    ("RETRACTED PAPERS", ""),
    ("Withdrawn and alone", ""),
    ("Who cites what was retracted?", ""),
    ("A miracle cure (why it was retracted)", ""),
]


@pytest.mark.parametrize(("title", "state"), TITLES)
def test_a_title_says_whether_the_work_was_taken_back(title: str, state: str) -> None:
    assert state_of_title(title) == state
    (entry,) = parse_bibtex(f"@article{{k, title={{{{{title}}}}}, year=2020}}", "x.bib").value or ()
    record = parse_item({"title": title}, "doi:10.1000/x").work
    for work in (entry.work, record):
        assert (work.status, work.is_withdrawn) == (state, bool(state))
        # what the title says is not said again
        shown = format_reference(work, "plain", "en").text.lower()
        assert shown.count("retracted") == title.lower().count("retracted")


@pytest.mark.parametrize(
    ("kinds", "state", "is_told"),
    [
        (["retraction"], "retracted", True),
        (["withdrawal"], "withdrawn", True),
        (["removal"], "withdrawn", True),
        (["withdrawal", "retraction"], "retracted", True),
        (["partial_retraction"], "partly retracted", False),
        (["partial_retraction", "retraction"], "retracted", True),
        (["correction", "expression_of_concern"], "", False),
        (["retraction", "reinstatement"], "", False),
    ],
)
def test_what_notices_make_of_a_work(kinds: list[str], state: str, is_told: bool) -> None:  # noqa: FBT001
    notices = [{"type": kind} for kind in kinds]
    read = make_doi_work({"title": "A study", "updated-by": notices}, "doi:10.1000/x")
    assert read
    made = read.work
    assert (made.status, made.is_withdrawn) == (state, is_told)
    assert (f"[{state.title()}]" in format_reference(made, "apa", "en").text) is is_told


def test_a_paper_of_the_ieee_has_the_title_of_its_notice() -> None:
    title = "Notice of Retraction: A miracle cure"
    for publisher, state in (("IEEE", "retracted"), ("Wiley", "")):
        read = make_doi_work({"title": title, "publisher": publisher}, "doi:10.1000/x")
        assert read
        assert read.work.status == state


def test_a_notice_called_as_the_paper_that_it_takes_back_is_none() -> None:
    item = {
        "title": "Retracted: A miracle cure",
        "DOI": "10.1000/notice",
        "type": "article-journal",
        "update-to": [{"DOI": "10.1000/cure", "type": "retraction"}],
    }
    made = make_doi_work(item, "doi:10.1000/notice")
    assert made
    kept = parse_record(format_record(made.work), "content/papers/doi/10.1000%2Fnotice.json").value
    (listed,) = parse_bibtex(format_bibtex([KeyedWork("k", made.work)]), "x.bib").value or ()
    for work in (made.work, kept, listed.work):
        assert work
        assert not work.is_withdrawn
        assert "[Retraction notice]" in format_reference(work, "apa", "en").text

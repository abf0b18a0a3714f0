"""Which paper an entry of an archive covers."""

from __future__ import annotations

import pytest

from digest.importing.papers.entries import find_paper
from digest.importing.papers.knownworks import Known, KnownWorks
from digest.importing.parts import EntryPaper, FoundEntry
from tests.importing.works import DSI, RECORDS, S4, paper

KNOWN = Known(KnownWorks(RECORDS))


def find(
    title: str, paper: str = "", byline: str = "", date: str = "", known: Known = KNOWN
) -> EntryPaper:
    entry = FoundEntry(title, "", 1, byline, paper, date=date)
    return find_paper(entry, "post.md", known).paper


def faults(
    title: str, paper: str = "", byline: str = "", date: str = "", known: Known = KNOWN
) -> list[str]:
    entry = FoundEntry(title, "", 7, byline, paper, date=date)
    found = find_paper(entry, "post.md", known)
    assert all((fault.path, fault.line) == ("post.md", 7) for fault in found.faults)
    return [fault.kind for fault in found.faults]


@pytest.mark.parametrize(
    "typed",
    [
        "https://arxiv.org/abs/2202.06991",
        "arxiv.org/pdf/2202.06991v2.pdf",
        "arXiv:2202.06991",
        "https://huggingface.co/papers/2202.06991",
        "[paper](https://arxiv.org/abs/2202.06991)",
    ],
)
def test_an_id_in_any_form_is_the_paper_s_and_its_record_says_the_rest(typed: str) -> None:
    assert find("A title", typed, byline="By Yi Tay et al.") == EntryPaper("arxiv:2202.06991")


def test_what_a_post_says_is_kept_where_there_is_no_record() -> None:
    found = find(
        "**A paper**", "arXiv:2301.00001", byline="By A. Poe, B. Roe et al.", date="Jan 2023"
    )
    authors = ("A. Poe", "B. Roe", "et al.")
    assert found == EntryPaper("arxiv:2301.00001", "", "", "A paper", authors, "2023-01")


def test_an_id_that_follows_by_a_rule_comes_with_its_address_until_a_record_confirms_it() -> None:
    address = "https://www.nature.com/articles/s41583-020-0277-3"
    key = "doi:10.1038/s41583-020-0277-3"
    assert find("Backpropagation and the brain", address) == EntryPaper(key)
    assert find("Backprop", address, known=Known(KnownWorks())) == EntryPaper(
        key, address, "", "Backprop"
    )


def test_a_link_beside_the_paper_s_may_have_its_id() -> None:
    entry = FoundEntry(
        "A title",
        "",
        1,
        paper="https://openreview.net/forum?id=x",
        links=(("code", "https://github.com/a/b"), ("PDF", "https://arxiv.org/pdf/2301.00001")),
    )
    found = find_paper(entry, "post.md", KNOWN).paper
    assert (found.key, found.url) == ("arxiv:2301.00001", "https://openreview.net/forum?id=x")


@pytest.mark.parametrize(
    ("title", "byline"),
    [
        ("Transformer memory as a differentiable search index.", ""),
        ("“Transformer Memory as a Differentiable Search Index”", "Tay et al."),
        ("3. [Transformer Memory as a *Differentiable* Search Index](#)", "Yi Tay, Vinh Tran"),
    ],
)
def test_a_paper_without_an_id_is_known_by_its_title(title: str, byline: str) -> None:
    assert find(title, byline=byline).key == "arxiv:2202.06991"


def test_a_title_up_to_or_behind_its_colon_needs_an_author() -> None:
    assert find("Hierarchical Perceiver", byline="Joao Carreira et al.").key == "arxiv:2202.10890"
    assert find("Hierarchical Perceiver").key == ""


def test_a_title_of_somebody_else_is_not_taken() -> None:
    assert find("Transformer Memory as a Differentiable Search Index", byline="Ada Poe").key == ""


@pytest.mark.parametrize(
    ("byline", "key"),
    [
        ("Yi Tay, Vinh Q. Tran, et al.", "arxiv:2202.06991"),
        ("Y. Tay, V. Tran and M. Dehghani", "arxiv:2202.06991"),
        ("Yi Tay et al.", "arxiv:2202.06991"),
        ("Tay et al.", ""),
        ("Yi Tay, Vinh Q. Tran", ""),
        ("Vinh Q. Tran, Yi Tay, et al.", ""),
        ("Albert Gu, Karan Goel, et al.", ""),
    ],
)
def test_an_entry_whose_title_is_lost_is_known_by_its_names_in_their_order(
    byline: str, key: str
) -> None:
    other = paper("2110.13985", "Combining Recurrence", ["Albert Gu", "Karan Goel", "Atri"], 2021)
    known = Known(KnownWorks((*RECORDS, other)))
    assert find("", byline=byline, known=known).key == key
    assert "paper-unknown" in faults("", byline=byline, known=known)


def test_an_earlier_title_is_known_by_its_names_where_it_is_like_the_record_s() -> None:
    byline = "Yi Tay, Vinh Q. Tran, et al."
    assert find("Learning a Differentiable Search Index", byline=byline).key == DSI.id
    told = faults("Learning a Differentiable Search Index", byline=byline)
    assert told == ["paper-unknown", "title-old"]
    assert not find("Attention over Other Things", byline=byline).key


def test_a_title_of_two_works_is_not_taken_and_told() -> None:
    twin = paper("2301.00002", DSI.title, ["Yi Tay"], 2023)
    known = Known(KnownWorks((DSI, twin)))
    assert find(DSI.title, byline="Yi Tay", known=known).key == ""
    assert faults(DSI.title, byline="Yi Tay", known=known) == ["paper-unknown", "paper-unknown"]


def test_a_paper_without_any_id_is_as_typed_and_what_lacks_is_told() -> None:
    url = "https://proceedings.mlr.press/v139/poe21a.html"
    whole = find("A study", url, byline="By Ada Poe and Bob Roe (MIT)", date="2021")
    assert whole == EntryPaper("", url, "", "A study", ("Ada Poe", "Bob Roe"), "2021")
    told = find_paper(FoundEntry("A study", "", 1, paper=url), "post.md", KNOWN).faults
    assert [fault.done for fault in told] == ["type its 'authors' and 'date' into the entry"]


@pytest.mark.parametrize(
    "typed",
    [
        *("link", "TBD", "#", "xxx", "https://", "http://example.com/p", "…"),
        *("https://arxiv.org/abs/", "https://arxiv.org/abs/2406.xxxxx", "https://doi.org/"),
    ],
)
def test_placeholders_are_no_addresses(typed: str) -> None:
    assert find("A study", typed).url == ""
    assert faults("A study", typed)[0] == "placeholder"


@pytest.mark.parametrize(
    "typed", ["papers/a.pdf", "arXiv:2202.0699", "htps://x.org/a", "https://a b"]
)
def test_what_is_no_address_is_told(typed: str) -> None:
    assert find("A study", typed).url == ""
    assert faults("A study", typed)[0] == "address-broken"


def test_an_address_with_a_malformed_id_stays_an_address() -> None:
    assert find("A study", "https://arxiv.org/abs/2202.069").url == "https://arxiv.org/abs/2202.069"


@pytest.mark.parametrize(
    ("title", "byline", "date", "kinds"),
    [
        (DSI.title, "By Yi Tay, Vinh Tran, et al.", "2022", []),
        ("Transformer Memory as a Differentiable Search Indx", "", "", ["title-differs"]),
        ("A Differentiable Search Index", "Yi Tay", "", ["title-old"]),
        (DSI.title, "Yi Tai, Vinh Q. Tran", "", ["author-differs"]),
        (DSI.title, "", "2020", ["year-differs"]),
        ("Protein folding by annealing", "Ada Poe", "", ["paper-differs"]),
        ("DSI", "Yi Tay", "", []),
    ],
)
def test_what_differs_from_the_record_is_told(
    title: str, byline: str, date: str, kinds: list[str]
) -> None:
    assert faults(title, "2202.06991", byline=byline, date=date) == kinds


def test_an_entry_whose_id_is_another_paper_s_keeps_its_own_facts() -> None:
    found = find("Protein folding", "2202.06991", byline="Ada Poe")
    assert (found.key, found.title, found.authors) == (
        "arxiv:2202.06991",
        "Protein folding",
        ("Ada Poe",),
    )


def test_a_short_name_in_place_of_the_title_is_the_entry_s_name() -> None:
    assert find("S4", "2111.00396", byline="Albert Gu") == EntryPaper(S4.id, "", "S4")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("#", "the link to the paper has no address"),
        ("TBD", "'TBD' stands in place of the paper's address"),
    ],
)
def test_what_a_link_has_in_place_of_an_address_is_told(typed: str, message: str) -> None:
    told = find_paper(FoundEntry("A title", "", 7, paper=typed), "post.md", KNOWN).faults
    assert told[0].message == message

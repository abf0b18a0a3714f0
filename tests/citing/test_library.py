"""From a key as an editor writes it to its work."""

from __future__ import annotations

import pytest

from digest.basics.diagnostics import Place
from digest.basics.works import ArxivFacts, Work
from digest.citing.library import Library, Unresolved
from digest.records.bibtex import BibEntry
from digest.records.csl import with_aliases
from tests.citing.listed import make_library


def arxiv(id_: str, title: str = "T", doi: str = "") -> Work:
    return with_aliases(
        Work(f"arxiv:{id_}", "article", title, arxiv=ArxivFacts(id_, doi=doi), url="https://x")
    )


def by_doi(doi: str, title: str = "T") -> Work:
    return with_aliases(Work(f"doi:{doi}", "article-journal", title, doi=doi))


def bib(key: str, doi: str = "", eprint: str = "") -> BibEntry:
    facts = ArxivFacts(eprint) if eprint else None
    work = with_aliases(Work(f"bib:{key}", "article", f"bib {key}", doi=doi, arxiv=facts))
    place = Place("content/references.bib", 1, 1)
    return BibEntry(key, work, place, place)


LIBRARY = make_library(
    [
        arxiv("2202.06991", "DSI"),
        arxiv("2202.05924", "Compute"),
        arxiv("2003.08934", "NeRF", doi="10.1145/3503250"),
        arxiv("hep-th/9901001"),
        by_doi("10.1145/3503250", "NeRF in CACM"),
        by_doi("10.1038/s41583-020-0277-3", "Backpropagation and the brain"),
        Work("entry:2022-03/blog", "webpage", "A post"),
    ],
    [
        bib("tay", eprint="2202.06991"),
        bib("lillicrap", doi="10.1038/s41583-020-0277-3"),
        bib("book"),
        bib("new", eprint="2301.00001"),
        bib("compute"),
        bib("dsi", eprint="2202.06991"),
    ],
    {
        "2022-03/dsi": "arxiv:2202.06991",
        "2022-03/compute": "arxiv:2202.05924",
        "2022-03/blog": "entry:2022-03/blog",
        "2022-03/gone": "arxiv:2201.00001",
        "2022-02/cot": "arxiv:2003.08934",
    },
)


def find(key: str, edition: str = "2022-03", library: Library = LIBRARY) -> Work:
    found = library.find(key, edition)
    assert isinstance(found, Work), found
    return found


def fail(key: str, edition: str = "2022-03", library: Library = LIBRARY) -> Unresolved:
    found = library.find(key, edition)
    assert isinstance(found, Unresolved), found
    return found


@pytest.mark.parametrize(
    "key",
    [
        "arxiv:2202.06991",
        "arXiv:2202.06991v2",
        "arxiv: 2202.06991",
        "doi:10.48550/arXiv.2202.06991",
        "doi:https://doi.org/10.48550/ARXIV.2202.06991",
        "tay",
        "dsi",
        "2022-03/dsi",
    ],
)
def test_every_key_of_a_paper_means_one_work(key: str) -> None:
    assert find(key).id == "arxiv:2202.06991"
    assert find(key).title == "DSI"


def test_a_preprint_and_its_publication_are_one_work_with_arxivs_facts() -> None:
    for key in ("arxiv:2003.08934", "doi:10.1145/3503250", "DOI:10.1145/3503250", "2022-02/cot"):
        assert find(key).title == "NeRF"
    assert find("doi:10.1145/3503250").id == "arxiv:2003.08934"


def test_a_record_knows_more_than_a_bibtex_entry() -> None:
    assert find("lillicrap").title == "Backpropagation and the brain"
    assert find("book").title == "bib book"


TWINS = [arxiv("2001.00001", doi="10.1000/x"), arxiv("2001.00002", doi="10.1000/x")]


def test_a_doi_that_two_arxiv_papers_claim_is_neithers() -> None:
    library = make_library(TWINS, [], {})
    for twin in TWINS:
        assert find(twin.id, library=library).aliases == (
            f"doi:10.48550/{twin.id[:5]}.{twin.id[6:]}",
        )
    found = library.find("doi:10.1000/x", "")
    assert isinstance(found, Unresolved)
    assert found.rule == "citation-undefined"
    assert "'arxiv:2001.00001' or 'arxiv:2001.00002'" in found.message


@pytest.mark.parametrize("order", [1, -1])
def test_with_a_record_of_its_own_a_claimed_doi_is_a_third_work(order: int) -> None:
    library = make_library([*TWINS, by_doi("10.1000/x")][::order], [bib("k", doi="10.1000/x")], {})
    assert [find(twin.id, library=library).id for twin in TWINS] == [twin.id for twin in TWINS]
    for key in ("doi:10.1000/x", "k"):
        assert find(key, library=library).id == "doi:10.1000/x"


def test_an_entry_may_say_whose_a_claimed_doi_is() -> None:
    pair = ("arxiv:2001.00002", "doi:10.1000/x")
    library = make_library([*TWINS, by_doi("10.1000/x")], [], {}, [pair])
    assert find("doi:10.1000/x", library=library).id == "arxiv:2001.00002"


def test_an_entry_may_say_that_two_ids_are_one_work() -> None:
    pair = ("arxiv:2001.00001", "doi:10.1000/x")
    library = make_library([arxiv("2001.00001"), by_doi("10.1000/x")], [], {}, [pair])
    assert find("doi:10.1000/x", library=library).id == "arxiv:2001.00001"
    assert find("arxiv:2001.00001", library=library).id == "arxiv:2001.00001"


def test_the_order_of_records_makes_no_difference() -> None:
    works = [arxiv("2003.08934", doi="10.1145/3503250"), by_doi("10.1145/3503250")]
    entry = bib("k", doi="10.1145/3503250")
    one, other = (make_library(some, [entry], {}) for some in (works, works[::-1]))
    keys = ("arxiv:2003.08934", "doi:10.1145/3503250", "k")
    assert [find(key, library=one) for key in keys] == [find(key, library=other) for key in keys]
    assert find("k", library=one) == find("k", library=other)


@pytest.mark.parametrize(
    "key", ["2022-03/dsi", "arxiv:2202.06991", "doi:10.48550/arxiv.2202.06991", "tay"]
)
def test_a_work_has_many_keys(key: str) -> None:
    assert find(key) == find("dsi")


def test_a_slug_counts_in_its_own_edition() -> None:
    assert find("cot", "2022-02").title == "NeRF"
    found = fail("cot", "2022-03")
    assert found.message == "no work has the key 'cot'"
    assert found.hint == "did you mean '2022-02/cot'?"
    assert fail("blog", "").hint == "did you mean '2022-03/blog'?"


def test_an_entry_that_has_moved_to_another_edition_is_found_there() -> None:
    for key in ("2022-03/cot", "2021-12/cot"):
        found = fail(key)
        assert (found.hint, found.meant) == ("did you mean '2022-02/cot'?", "2022-02/cot")


def test_an_entry_without_a_record_can_be_cited() -> None:
    assert find("blog").title == "A post"


def test_a_key_that_could_mean_two_works_is_an_error() -> None:
    found = fail("compute")
    assert found.rule == "citation-undefined"
    assert found.message == (
        "'compute' could be the entry '2022-03/compute' or the key 'compute' of references.bib"
    )
    assert "write '2022-03/compute'" in found.hint
    assert find("compute", "2022-02").title == "bib compute"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("arxiv:2202.0592", "did you mean 'arxiv:2202.05924'?"),
        ("arxiv:2202.059244", "did you mean 'arxiv:2202.05924'?"),
        ("arxiv:hep-th/990101", "did you mean 'arxiv:hep-th/9901001'?"),
        ("tya", "did you mean 'tay'?"),
        ("lilicrap", "did you mean 'lillicrap'?"),
        ("2022-03/dsii", "did you mean '2022-03/dsi'?"),
        ("2202.06991", "write 'arxiv:2202.06991'"),
        ("10.1145/3503250", "write 'doi:10.1145/3503250'"),
        ("completely-different", "cite by"),
    ],
)
def test_an_unknown_key_comes_with_what_may_have_been_meant(key: str, hint: str) -> None:
    found = fail(key)
    assert found.rule == "citation-undefined"
    assert found.message == f"no work has the key '{key}'"
    assert hint in found.hint


def test_an_id_that_cannot_be_one_says_why() -> None:
    found = fail("arxiv:2213.12345")
    assert found.rule == "id-malformed"
    assert "'13' is not a month" in found.message
    assert fail("doi:abc").rule == "id-malformed"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("arxiv:2106.13884", "run 'digest fetch'"),
        ("arxiv:2202.06919", "run 'digest fetch', or did you mean 'arxiv:2202.06991'?"),
        ("arxiv:2202.09924", "run 'digest fetch'"),
        ("doi:10.1000/other", "run 'digest fetch'"),
        ("arxiv:2301.00001", "run 'digest fetch'"),
        ("gone", "run 'digest fetch'"),
    ],
)
def test_a_work_without_a_record_is_unfetched(key: str, hint: str) -> None:
    found = fail(key)
    assert found.rule == "paper-unfetched"
    assert found.message.startswith("there is no record of '")
    assert found.hint.startswith(hint)


def test_only_one_slip_is_guessed_at() -> None:
    assert fail("arxiv:2202.09942").hint == "run 'digest fetch'"

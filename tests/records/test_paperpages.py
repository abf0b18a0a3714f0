"""Ids in the addresses of pages about papers."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.records.identifiers import (
    Identifier,
    Malformed,
    parse_arxiv,
    parse_doi,
    parse_identifier,
    parse_own_form,
    plain_form,
)
from digest.records.paperpages import RULES


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        (
            "https://link.springer.com/article/10.1007/s11263-015-0816-y",
            "10.1007/s11263-015-0816-y",
        ),
        (
            "https://link.springer.com/chapter/10.1007/978-3-030-58452-8_24#Sec1",
            "10.1007/978-3-030-58452-8_24",
        ),
        (
            "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf",
            "10.1007/s11263-015-0816-y",
        ),
        (
            "https://link.springer.com/content/pdf/10.1007%2Fs11263-015-0816-y.pdf?pdf=button",
            "10.1007/s11263-015-0816-y",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full.pdf",
            "10.1101/2020.01.30.927871",
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2020.01.30.927871v2.full.pdf+html",
            "10.1101/2020.01.30.927871",
        ),
        ("https://www.biorxiv.org/content/10.1101/098765v1", "10.1101/098765"),
        (
            "https://www.medrxiv.org/content/10.1101/2020.03.24.20042937v1",
            "10.1101/2020.03.24.20042937",
        ),
        (
            "https://www.frontiersin.org/articles/10.3389/fimmu.2022.839945/full",
            "10.3389/fimmu.2022.839945",
        ),
        (
            "https://www.frontiersin.org/journals/immunology/articles/10.3389/fimmu.2022.839945/pdf",
            "10.3389/fimmu.2022.839945",
        ),
        (
            "https://iopscience.iop.org/article/10.1088/1742-6596/718/3/032006/meta",
            "10.1088/1742-6596/718/3/032006",
        ),
        (
            "https://iopscience.iop.org/article/10.1088/1742-6596/718/3/032006/pdf",
            "10.1088/1742-6596/718/3/032006",
        ),
        (
            "https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.061102",
            "10.1103/PhysRevLett.116.061102",
        ),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0115069",
            "10.1371/journal.pone.0115069",
        ),
        (
            "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0115069&type=printable",
            "10.1371/journal.pone.0115069",
        ),
        (
            "http://www.plosone.org/article/info%3Adoi%2F10.1371%2Fjournal.pone.0115069",
            "10.1371/journal.pone.0115069",
        ),
        (
            "https://www.annualreviews.org/content/journals/10.1146/annurev-psych-010419-050807",
            "10.1146/annurev-psych-010419-050807",
        ),
        ("https://api.crossref.org/works/10.1145/3292500.3330919", "10.1145/3292500.3330919"),
        ("https://doi.acm.org/10.1145/3292500.3330919", "10.1145/3292500.3330919"),
        ("https://hdl.handle.net/10.1145/3292500.3330919", "10.1145/3292500.3330919"),
        ("https://doi-org.proxy.library.uu.nl/10.1145/3292500.3330919", "10.1145/3292500.3330919"),
        (
            "https://onlinelibrary.wiley.com/doi/10.1046/j.1095-8339.2003.t01-1-00158.x/pdf",
            "10.1046/j.1095-8339.2003.t01-1-00158.x",
        ),
        (
            "https://onlinelibrary.wiley.com/doi/full/10.1002/adma.202001068",
            "10.1002/adma.202001068",
        ),
        (
            "https://www.science.org/doi/suppl/10.1126/science.abc1234/suppl_file/abc.pdf",
            "10.1126/science.abc1234",
        ),
        (
            "https://academic.oup.com/nar/article/doi/10.1093/nar/gkaa1100/6018425",
            "10.1093/nar/gkaa1100",
        ),
        (
            "https://academic.oup.com/nar/advance-article/doi/10.1093/nar/gkaa1100/6018425?login=true",
            "10.1093/nar/gkaa1100",
        ),
        (
            "https://academic.oup.com/nar/advance-article-abstract/doi/10.1093/nar/gkaa1100/6018425",
            "10.1093/nar/gkaa1100",
        ),
        (
            "https://link.springer.com/article/10.1007/s11263-015-0816-y/fulltext.html",
            "10.1007/s11263-015-0816-y",
        ),
        (
            "https://journals.plos.org/plosone/article/figure?id=10.1371/journal.pone.0217305.g001",
            "10.1371/journal.pone.0217305",
        ),
        (
            "https://iopscience.iop.org/article/10.1088/1742-6596/718/3/032006/data",
            "10.1088/1742-6596/718/3/032006",
        ),
        (
            "https://joss.theoj.org/papers/10.21105/joss.03021/status.svg",
            "10.21105/joss.03021",
        ),
        (
            "https://academic.oup.com/nar/article-lookup/doi/10.1093/nar/gky1106",
            "10.1093/nar/gky1106",
        ),
        (
            "https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00276/43518/Natural-Questions-A-Benchmark",
            "10.1162/tacl_a_00276",
        ),
        ("https://zenodo.org/badge/DOI/10.5281/zenodo.123.svg", "10.5281/zenodo.123"),
        ("https://joss.theoj.org/papers/10.21105/joss.01234", "10.21105/joss.01234"),
        ("https://www.semanticscholar.org/arxiv/2202.06991", "2202.06991"),
        ("https://api.semanticscholar.org/arXiv:2202.06991", "2202.06991"),
        ("https://papers.cool/arxiv/2202.06991", "2202.06991"),
        ("https://ui.adsabs.harvard.edu/abs/arXiv:2202.06991", "2202.06991"),
        (
            "https://www.google.com/url?q=https%3A%2F%2Fdoi.org%2F10.1145%2F3292500.3330919&sa=D",
            "10.1145/3292500.3330919",
        ),
        ("https://datadryad.org/stash/dataset/doi:10.5061/dryad.8515", "10.5061/dryad.8515"),
        (
            "https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/ABC123",
            "10.7910/DVN/ABC123",
        ),
        (
            "https://drops.dagstuhl.de/entities/document/10.4230/LIPIcs.ITCS.2021.1",
            "10.4230/LIPIcs.ITCS.2021.1",
        ),
        (
            "https://wellcomeopenresearch.org/articles/10.12688/wellcomeopenres.123.1/v1",
            "10.12688/wellcomeopenres.123.1/v1",
        ),
        (
            "https://genesdev.cshlp.org/content/early/2010/10.1101/gad.1234567.abstract",
            "10.1101/gad.1234567",
        ),
    ],
)
def test_an_id_that_stands_in_an_address_is_found(address: str, id_: str) -> None:
    found = parse_identifier(address)
    assert isinstance(found, Identifier)
    assert (found, found.follows) == (parse_identifier(id_), False)
    assert parse_identifier(address.partition("://")[2]) == found


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("https://www.biorxiv.org/content/early/2017/01/01/098765", "10.1101/098765"),
        (
            "https://www.biorxiv.org/content/biorxiv/early/2020/01/31/2020.01.30.927871.full.pdf",
            "10.1101/2020.01.30.927871",
        ),
        (
            "https://www.biorxiv.org/content/biorxiv/early/2026/02/23/2026.02.22.707219.full.pdf",
            "10.64898/2026.02.22.707219",
        ),
        ("https://www.nature.com/articles/s41586-021-04301-9", "10.1038/s41586-021-04301-9"),
        ("https://www.nature.com/articles/s41586-021-04301-9.pdf", "10.1038/s41586-021-04301-9"),
        (
            "https://www.nature.com/articles/s41586-021-04301-9/figures/1",
            "10.1038/s41586-021-04301-9",
        ),
        ("https://www.nature.com/articles/nature14539", "10.1038/nature14539"),
        (
            "https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html",
            "10.1038/nature14539",
        ),
        (
            "https://aclanthology.org/anthology-files/pdf/acl/2020.acl-main.463.pdf",
            "10.18653/v1/2020.acl-main.463",
        ),
        ("https://www.nature.com/articles/nmeth.4644", "10.1038/nmeth.4644"),
        ("https://www.nature.com/articles/d41586-022-00018-5", "10.1038/d41586-022-00018-5"),
        ("https://zenodo.org/record/1234567", "10.5281/zenodo.1234567"),
        ("https://zenodo.org/records/1234567#.Yx", "10.5281/zenodo.1234567"),
        ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3555550", "10.2139/ssrn.3555550"),
        ("https://ssrn.com/abstract=3555550", "10.2139/ssrn.3555550"),
        ("https://elifesciences.org/articles/64384", "10.7554/elife.64384"),
        ("https://elifesciences.org/content/5/e13388", "10.7554/elife.13388"),
        ("https://www.aclweb.org/anthology/D/D18/D18-1001.pdf", "10.18653/v1/D18-1001"),
        ("https://aclanthology.org/2020.acl-main.463v2.pdf", "10.18653/v1/2020.acl-main.463"),
        (
            "https://www.theoj.org/joss-papers/joss.01143/10.21105.joss.01143.pdf",
            "10.21105/joss.01143",
        ),
        ("https://elifesciences.org/reviewed-preprints/100254v2", "10.7554/elife.100254"),
        ("https://psyarxiv.com/ab3de/", "10.31234/osf.io/ab3de"),
        ("https://osf.io/preprints/psyarxiv/ab3de_v2", "10.31234/osf.io/ab3de"),
        ("https://osf.io/preprints/psyarxiv/ab3de/download", "10.31234/osf.io/ab3de"),
        ("https://aclanthology.org/2020.acl-main.463/", "10.18653/v1/2020.acl-main.463"),
        ("https://aclanthology.org/2020.acl-main.463.pdf", "10.18653/v1/2020.acl-main.463"),
        ("https://aclanthology.org/2023.findings-emnlp.12", "10.18653/v1/2023.findings-emnlp.12"),
        ("https://www.aclweb.org/anthology/P19-1234/", "10.18653/v1/P19-1234"),
        ("https://hf.co/papers/2202.06991", "2202.06991"),
        ("https://www.alphaxiv.org/audio/2202.06991", "2202.06991"),
        ("https://www.alphaxiv.org/resources/2202.06991v1", "2202.06991v1"),
        ("https://www.emergentmind.com/papers/2202.06991", "2202.06991"),
        ("https://dblp.org/rec/journals/corr/abs-2202-06991", "2202.06991"),
        ("https://dblp.uni-trier.de/rec/bibtex/journals/corr/abs-2202-06991.html", "2202.06991"),
        ("https://ui.adsabs.harvard.edu/abs/2022arXiv220206991T/abstract", "2202.06991"),
        ("https://arxiv.org/bibtex/2202.06991", "2202.06991"),
        ("https://arxiv.org/tb/2202.06991", "2202.06991"),
        ("https://arxiv.org/ftp/arxiv/papers/2202/2202.06991.pdf", "2202.06991"),
        ("https://acp.copernicus.org/articles/20/1/2020/", "10.5194/acp-20-1-2020"),
        ("https://dl.acm.org/citation.cfm?id=1327452.1327492&coll=x", "10.1145/1327452.1327492"),
        ("https://pubs.rsc.org/en/content/articlelanding/2020/sc/d0sc01234a", "10.1039/d0sc01234a"),
        ("https://www.researchsquare.com/article/rs-123456/v1", "10.21203/rs.3.rs-123456/v1"),
        ("https://www.preprints.org/manuscript/202001.0001/v1", "10.20944/preprints202001.0001.v1"),
        ("https://quantum-journal.org/papers/q-2020-01-01-1/", "10.22331/q-2020-01-01-1"),
        ("https://www.nature.com/articles/sdata201618", "10.1038/sdata201618"),
        ("https://www.nature.com/articles/sdata.2016.18.pdf", "10.1038/sdata.2016.18"),
    ],
)
def test_an_id_that_follows_from_an_address_is_marked_as_such(address: str, id_: str) -> None:
    found, plain = parse_identifier(address), parse_identifier(id_)
    assert isinstance(found, Identifier)
    assert isinstance(plain, Identifier)
    assert (found.key, found.version, found.follows) == (plain.key, plain.version, True)
    assert plain_form(address, found, found.kind).lower() == id_.lower()


@pytest.mark.parametrize(
    "address",
    [
        "https://connect.biorxiv.org/biorxiv_xml.php",
        "https://api.crossref.org/prefixes/10.1145/works",
        "https://academic.oup.com/nar/article/49/D1/D480/6006196",
        "https://www.nature.com/nature/articles",
        "https://osf.io/ab3de",
        "https://aclanthology.org/2020.lrec-1.12/",
        "https://aclanthology.org/P09-1234",
        "https://f1000research.com/articles/9-1234",
        "https://github.com/org/repo",
        "https://openreview.net/forum?id=Vu-B0clPfq",
        "https://example.org/blog/2202.06991",
        "https://nature.com.example.org/articles/s41586-021-04301-9",
    ],
)
def test_a_page_that_names_no_paper_by_an_id_is_none(address: str) -> None:
    found = parse_identifier(address)
    assert isinstance(found, Malformed)
    assert "write an entry with 'url'" in found.hint


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("https://web.archive.org/web/2022/https://arxiv.org/abs/2202.06991v2", "2202.06991v2"),
        ("https://r.jina.ai/https://arxiv.org/pdf/2202.06991", "2202.06991"),
        ("https://example.org/?to=https%3A%2F%2Farxiv.org%2Fabs%2F2202.06991&x=1", "2202.06991"),
        ("https://read.example/https:/arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("https://web.archive.org/web/1/http://plos.org/a?id=10.1371/j.p.01", "10.1371/j.p.01"),
    ],
)
def test_an_address_within_another_is_read(address: str, id_: str) -> None:
    assert parse_identifier(address) == parse_identifier(id_)


def test_fields_of_one_kind_take_addresses_of_pages_too() -> None:
    arxiv = parse_arxiv("https://hf.co/papers/2202.06991v1")
    assert arxiv == Identifier("arxiv:2202.06991", 1, follows=True)
    page = "https://www.nature.com/articles/nature14539"
    assert parse_doi(page) == Identifier("doi:10.1038/nature14539", follows=True)
    # what is read of others' records is no guess
    assert isinstance(parse_own_form(page), Malformed)


hosts = [rule[0].partition("/")[0].replace("[.]", ".") for rule in RULES]
rests = st.text(st.sampled_from("/:.?=&#%2fF[]()10.arxiv-v "), max_size=60)


@given(st.sampled_from(hosts), rests)
@example("example.org", "/" + "http:/" * 300)
@example("example.org", "/?" + "a&" * 300)
@example("example.org", "/" + "10.1/" * 3000)
def test_any_address_is_read_or_refused(host: str, rest: str) -> None:
    found = parse_identifier(f"https://{host}{rest}")
    assert isinstance(found, Malformed) or parse_identifier(found.key) == Identifier(found.key)

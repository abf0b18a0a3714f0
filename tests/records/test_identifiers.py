"""Ids of works in every form in which people paste them."""

from __future__ import annotations

import pkgutil
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.records.arxivids import ARCHIVES
from digest.records.identifiers import (
    SOURCES,
    Identifier,
    Malformed,
    parse_arxiv,
    parse_doi,
    parse_identifier,
)
from digest.records.store import record_key, record_name

if TYPE_CHECKING:
    from digest.records.source import RecordSource

DSI = "arxiv:2202.06991"
HEP = "arxiv:hep-th/9901001"
BRAIN = "doi:10.1038/s41583-020-0277-3"


@pytest.mark.parametrize(
    ("text", "key", "version"),
    [
        ("2202.06991", DSI, 0),
        ("2202.06991v2", DSI, 2),
        (" 2202.06991 v2\n", DSI, 2),
        ("arXiv:2202.06991", DSI, 0),
        ("arxiv: 2202.06991V3", DSI, 3),
        ("arXiv 2202.06991", DSI, 0),
        ("arXiv.2202.06991", DSI, 0),
        ("arXiv:arXiv:2202.06991", DSI, 0),
        ("(arXiv:2202.06991).", DSI, 0),
        ("arXiv:2202.06991v1 [cs.IR] 14 Feb 2022", DSI, 1),
        ("2202.06991\u200b", DSI, 0),
        ("\ufeff2202.06991", DSI, 0),
        ("\uff12\uff12\uff10\uff12.06991", DSI, 0),
        ("abs/2202.06991", DSI, 0),
        ("arXiv preprint arXiv:2202.06991", DSI, 0),
        ("[@arxiv:2202.06991]", DSI, 0),
        ("@arxiv:2202.06991v2", DSI, 2),
        ("-@doi:10.1038/s41583-020-0277-3", BRAIN, 0),
        ("[2202.06991] Transformer Memory as a [Search] Index", DSI, 0),
        ("[2202.06991](https://arxiv.org/abs/2202.06991)", DSI, 0),
        ("[a title](<https://doi.org/10.1038/s41583-020-0277-3>).", BRAIN, 0),
        ("/pdf/2202.06991v2.pdf", DSI, 2),
        ("https://arxiv.org/abs/2202.06991", DSI, 0),
        ("https://arxiv.org/abs/2202.06991v2/", DSI, 2),
        ("http://www.arxiv.org/abs/2202.06991?context=cs.CL#comments", DSI, 0),
        ("https://arxiv.org/abs/arXiv:2202.06991", DSI, 0),
        ("HTTPS://ARXIV.ORG/ABS/2202.06991", DSI, 0),
        ("<https://arxiv.org/abs/2202.06991>.", DSI, 0),
        ("arxiv.org/abs/2202.06991", DSI, 0),
        ("arxiv.org/2202.06991", DSI, 0),
        ("https://arxiv.org/pdf/2202.06991v1.pdf", DSI, 1),
        ("https://arxiv.org/pdf/2202.06991", DSI, 0),
        ("https://arxiv.org/html/2202.06991v3", DSI, 3),
        ("https://arxiv.org/html/2202.06991v3/index.html", DSI, 3),
        ("https://export.arxiv.org/abs/2202.06991", DSI, 0),
        ("https://ar5iv.org/abs/2202.06991", DSI, 0),
        ("https://ar5iv.labs.arxiv.org/html/2202.06991", DSI, 0),
        ("https://www.alphaxiv.org/abs/2202.06991v2", DSI, 2),
        ("https://huggingface.co/papers/2202.06991", DSI, 0),
        ("https:/arxiv.org/abs/2202.06991", DSI, 0),
        ("https://https://arxiv.org/abs/2202.06991", DSI, 0),
        ("htttps://arxiv.org/abs/ 2202.06991", DSI, 0),
        ("https://doi.org/10.48550/arXiv.2202.06991", DSI, 0),
        ("10.48550/ARXIV.2202.06991v2", DSI, 2),
        ("0704.0001", "arxiv:0704.0001", 0),
        ("1412.7878", "arxiv:1412.7878", 0),
        ("1501.00001", "arxiv:1501.00001", 0),
        ("hep-th/9901001", HEP, 0),
        ("hep\u2011th/9901001v2", HEP, 2),
        ("HEP-TH/9901001", HEP, 0),
        ("https://arxiv.org/pdf/hep-th/9901001v1.pdf", HEP, 1),
        ("https://doi.org/10.48550/arXiv.hep-th/9901001", HEP, 0),
        ("math.CA/0611800", "arxiv:math/0611800", 0),
        ("https://arxiv.org/abs/math.CA/0611800v2", "arxiv:math/0611800", 2),
        ("cond-mat.mes-hall/0703001", "arxiv:cond-mat/0703001", 0),
        ("10.1038/s41583-020-0277-3", BRAIN, 0),
        ("10.1038/S41583-020-0277-3", BRAIN, 0),
        ("10.1038%2Fs41583-020-0277-3", BRAIN, 0),
        ("10.1000/a%2Fb", "doi:10.1000/a%2fb", 0),  # a sign of its own, where there is a slash
        ("10.1038/s41583\u2013020\u20110277\u22123", BRAIN, 0),
        ("doi:10.1038/s41583-020-0277-3", BRAIN, 0),
        ("DOI 10.1038/s41583-020-0277-3.", BRAIN, 0),
        ("doi: https://doi.org/10.1038/s41583-020-0277-3", BRAIN, 0),
        ("https://doi.org/10.1038/s41583-020-0277-3", BRAIN, 0),
        ("http://dx.doi.org/10.1038/s41583-020-0277-3?utm_source=x", BRAIN, 0),
        ("doi.org/10.1038%2Fs41583-020-0277-3", BRAIN, 0),
        ("https://doi.org/doi:10.1038/s41583-020-0277-3", BRAIN, 0),
        ("https://dl.acm.org/doi/abs/10.1145/3488560.3498443", "doi:10.1145/3488560.3498443", 0),
        ("10.1016/S0140-6736(20)30183-5", "doi:10.1016/s0140-6736(20)30183-5", 0),
        ("(see 10.1162/tacl_a_00276)".removeprefix("(see "), "doi:10.1162/tacl_a_00276", 0),
    ],
)
def test_every_pasted_form_has_one_key(text: str, key: str, version: int) -> None:
    assert parse_identifier(text) == Identifier(key, version)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "there is no id", "write an arXiv id"),
        ("arXiv:", "is neither an arXiv id nor a DOI", "2202.06991"),
        ("2202.0592", "ids since 2015 have 5 digits after the point, this one has 4", "2202.06991"),
        ("0808.05394", "ids until 2014 have 4 digits after the point, this one has 5", ""),
        ("2213.12345", "'13' is not a month", "2202.06991"),
        ("0000.0000", "'00' is not a month", ""),
        ("0703.0001", "ids of this form begin with April 2007", ""),
        ("2202.00000", "numbers count from 00001", ""),
        ("2202.06991v0", "there is no version 'v0'", ""),
        ("2202.06991v99999999999", "there is no version 'v99999", ""),
        ("220206991", "it has no '.'", "did you mean '2202.06991'?"),
        ("2202-06991", "it has no '.'", "did you mean '2202.06991'?"),
        ("hep-th9901001", "it has no '/'", "did you mean 'hep-th/9901001'?"),
        ("hep-xx/9901001", "there was no archive 'hep-xx'", "did you mean 'hep-ex'?"),
        ("hep-th/9913001", "'13' is not a month", ""),
        ("hep-th/0704001", "run from July 1991", ""),
        ("hep-th/99010012", "seven digits follow the slash, not 8", ""),
        ("hep-th/9901000", "numbers count from 001", ""),
        ("abc", "'abc' is neither an arXiv id nor a DOI", "write an arXiv id as"),
        ("arxiv:abc", "is not an arXiv id", "an arXiv id looks like"),
        ("doi:abc", "is not a DOI", "a DOI looks like"),
        ("10.1038", "is not a DOI", "a DOI looks like"),
        ("10.1038/a b", "there is a space in it", ""),
        ("10.48550/arXiv.2202.0592", "5 digits after the point", ""),
        ("doi:10.48550/arXiv.2202.0592", "is not a DOI: arXiv has no such id", ""),
        ("10.48550/arXiv.dsi", "is not a DOI: arXiv has no such id", ""),
        (
            "https://example.org/2202.06991",
            "an address of neither arXiv nor doi.org",
            "write an entry with 'url'",
        ),
        ("https://arxiv.org/list/cs.CL/recent", "is not an arXiv id", ""),
        ("https://doi.org/", "is not a DOI", ""),
        ("https://huggingface.co/a/model", "an address of neither arXiv nor doi.org", ""),
    ],
)
def test_what_is_no_id_is_told_why(text: str, message: str, hint: str) -> None:
    found = parse_identifier(text)
    assert isinstance(found, Malformed)
    assert message in found.message
    assert hint in found.hint
    assert found.hint


def test_a_long_text_is_cut_in_the_message() -> None:
    found = parse_identifier("x" * 10_000)
    assert isinstance(found, Malformed)
    assert len(found.message) < 200


def test_a_field_for_one_kind_says_so_when_it_gets_the_other() -> None:
    assert parse_arxiv("10.48550/arXiv.2202.06991") == Identifier(DSI)
    assert parse_doi("10.48550/arXiv.2202.06991") == Identifier(DSI)
    doi = parse_arxiv("10.1038/s41583-020-0277-3")
    assert isinstance(doi, Malformed)
    assert doi.hint == "write 'doi: 10.1038/s41583-020-0277-3'"
    arxiv = parse_doi("https://arxiv.org/abs/2202.06991")
    assert isinstance(arxiv, Malformed)
    assert arxiv.hint == "write 'arxiv: 2202.06991'"


def test_addresses_and_dois() -> None:
    assert Identifier(DSI, 2).url == "https://arxiv.org/abs/2202.06991"
    assert Identifier(DSI).doi == "10.48550/arXiv.2202.06991"
    assert Identifier(HEP).url == "https://arxiv.org/abs/hep-th/9901001"
    assert Identifier(HEP).doi == "10.48550/arXiv.hep-th/9901001"
    assert Identifier(BRAIN).doi == "10.1038/s41583-020-0277-3"
    sici = parse_identifier("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O")
    assert isinstance(sici, Identifier)
    assert sici.url == (
        "https://doi.org/10.1002/(sici)1097-4571(199806)49:8%3C693::aid-asi4%3E3.0.co;2-o"
    )
    assert parse_identifier(sici.url) == sici


two_digits = st.integers(1, 12).map("{:02}".format)
new_ids = st.one_of(
    st.builds("{:02}{}.{:04}".format, st.integers(8, 14), two_digits, st.integers(1, 9999)),
    st.builds("{:02}{}.{:05}".format, st.integers(15, 99), two_digits, st.integers(1, 99_999)),
)
old_ids = st.builds(
    "{}/{:02}{}{:03}".format,
    st.sampled_from(sorted(ARCHIVES)),
    st.sampled_from([*range(92, 100), *range(7)]),
    two_digits,
    st.integers(1, 999),
)
arxiv_ids = st.one_of(new_ids, old_ids)
versions = st.integers(1, 999)


@given(arxiv_ids, versions)
def test_an_arxiv_id_and_its_version_survive_every_form(value: str, version: int) -> None:
    expected = Identifier(f"arxiv:{value}", version)
    for form in (
        "{}",
        "arXiv:{}",
        "https://arxiv.org/abs/{}",
        "https://arxiv.org/pdf/{}.pdf",
        "https://ar5iv.labs.arxiv.org/html/{}",
        "https://doi.org/10.48550/arXiv.{}",
    ):
        assert parse_identifier(form.format(f"{value}v{version}")) == expected


pasted = st.one_of(
    st.text(),
    st.text().map("10.1000/{}".format),
    st.text().map("https://doi.org/10.1000/{}".format),
    st.text().map("10.1000%2F{}".format),
    st.text().map("https://arxiv.org/abs/{}".format),
    st.text(alphabet="0123456789./v:-abhiprtx %\u2011").map("arxiv:{}".format),
)


@given(pasted)
@example("10.1000/../../../etc/passwd")
@example("10.1000%2F%2E%2E%2F")
@example("9" * 5000)
def test_any_text_is_read_or_refused_and_its_key_is_canonical(text: str) -> None:
    found = parse_identifier(text)
    if isinstance(found, Malformed):
        assert found.message
        assert found.hint
        return
    assert parse_identifier(found.key) == Identifier(found.key)
    assert found.url.isascii()
    name = PurePosixPath(record_name(found.key))
    assert name.parts[0] in {"arxiv", "doi"}
    assert len(name.parts) == 2
    assert ".." not in name.parts
    assert len(name.name.encode()) <= 255
    assert record_key(str(name)) in {found.key, None}


@given(pasted)
def test_fields_of_one_kind_never_raise(text: str) -> None:
    for parse in (parse_arxiv, parse_doi):
        found = parse(text)
        assert isinstance(found, Malformed) or found.url


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_each_source_reads_its_own_examples_and_can_be_asked(source: RecordSource) -> None:
    for shown in source.example.split(" or "):
        found = parse_identifier(shown)
        assert isinstance(found, Identifier)
        assert parse_identifier(found.url) == found
        assert (found.kind, record_key(record_name(found.key))) == (source.kind, found.key)
    assert list(pkgutil.resolve_name(source.function)((), "")) == []

"""The names of the files in content/papers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.records.store import record_key, record_name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("arxiv:2202.06991", "arxiv/2202.06991.json"),
        ("arxiv:hep-th/9901001", "arxiv/hep-th%2F9901001.json"),
        ("doi:10.1038/s41583-020-0277-3", "doi/10.1038%2Fs41583-020-0277-3.json"),
        ("doi:10.1162/tacl_a_00276", "doi/10.1162%2Ftacl_a_00276.json"),
        ("doi:10.1002/a<b>:c*é", "doi/10.1002%2Fa%3Cb%3E%3Ac%2A%C3%A9.json"),
    ],
)
def test_a_work_has_one_file(key: str, name: str) -> None:
    assert record_name(key) == name
    assert record_key(name) == key


def test_a_name_that_is_too_long_is_cut_and_stays_apart_from_others() -> None:
    one, other = "doi:10.1000/" + "x" * 500, "doi:10.1000/" + "x" * 501
    assert len(record_name(one)) < 220
    assert record_name(one) != record_name(other)
    assert record_key(record_name(one)) is None


@pytest.mark.parametrize(
    "name",
    [
        "notes.json",
        "arxiv/2202.06991",
        "arxiv/hep-th/9901001.json",
        "arxiv/hep-th%2f9901001.json",
        "bib/key.json",
        "arxiv/.json",
        "",
    ],
)
def test_other_files_are_no_records(name: str) -> None:
    assert record_key(name) is None


def test_only_works_with_an_id_have_records() -> None:
    for key in ("bib:tay2022", "entry:2022-03/dsi", "arxiv:", ""):
        with pytest.raises(ValueError, match="no record can have the key"):
            record_name(key)


@given(st.sampled_from(["arxiv", "doi"]), st.text(min_size=1))
def test_no_key_leaves_the_folder(kind: str, value: str) -> None:
    key = f"{kind}:{value}".encode(errors="replace").decode()
    name = record_name(key)
    folder, _, file = name.partition("/")
    assert folder == kind
    assert "/" not in file
    assert "\\" not in file
    assert file not in {".", ".."}
    assert file.isascii()
    assert record_key(name) in {key, None}

"""Records on disk: written whole, in their place, and only when they differ."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.basics.files import FileError
from digest.basics.works import Work
from digest.records.record import format_record
from digest.records.write import write_record

if TYPE_CHECKING:
    from pathlib import Path

WORK = Work("arxiv:2202.06991", "article", "A Paper")
FILE = "content/papers/arxiv/2202.06991.json"


def files(folder: Path) -> list[str]:
    """Return all files below a folder, less those in build/."""
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if not path.startswith("build/"))


def test_a_record_is_written_once_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    assert write_record(tmp_path, WORK)
    written = (tmp_path / FILE).stat().st_mtime_ns
    assert not write_record(tmp_path, WORK)
    assert (tmp_path / FILE).stat().st_mtime_ns == written
    assert (tmp_path / FILE).read_bytes() == format_record(WORK)
    assert files(tmp_path) == [FILE]
    assert list((tmp_path / "build/.cache").iterdir()) == []


def test_a_record_that_differs_is_replaced(tmp_path: Path) -> None:
    write_record(tmp_path, Work(WORK.id, "article", "An Old Title"))
    assert write_record(tmp_path, WORK)
    assert (tmp_path / FILE).read_bytes() == format_record(WORK)


@pytest.mark.parametrize(
    "id_",
    [
        "arxiv:../../site",
        "doi:../x",
        "doi:10.1/../../x",
        "bib:key",
        "entry:2022-03/a",
        "",
        "/etc/x",
    ],
)
def test_what_is_no_id_has_no_record(tmp_path: Path, id_: str) -> None:
    with pytest.raises(FileError, match="no record can have the id"):
        write_record(tmp_path, Work(id_, "article", "A Paper"))
    assert files(tmp_path) == []


@given(st.text(), st.sampled_from(["arxiv:", "doi:", "doi:10.1000/", ""]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_id_leads_out_of_the_folder(tmp_path: Path, value: str, kind: str) -> None:
    with contextlib.suppress(FileError):
        write_record(tmp_path, Work(kind + value, "article", "A Paper"))
    written = files(tmp_path)
    assert [path for path in written if not path.startswith("content/papers/")] == []
    assert [path for path in written if path.count("/") != 3] == []


def test_a_folder_that_is_a_link_is_not_followed_out(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    (root / "content").mkdir(parents=True)
    elsewhere.mkdir()
    (root / "content/papers").symlink_to(elsewhere)
    with pytest.raises(FileError, match="leads out of"):
        write_record(root, WORK)
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_a_link_is_replaced_and_its_target_is_left(tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious")
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).symlink_to(target)
    assert write_record(tmp_path, WORK)
    assert target.read_text() == "precious"
    assert (tmp_path / FILE).read_bytes() == format_record(WORK)


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/papers").write_text("no folder")
    with pytest.raises(FileError, match=r"cannot write '.*content/papers"):
        write_record(tmp_path, WORK)

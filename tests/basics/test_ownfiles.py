"""Files that digest writes for itself: no damage to one is taken for content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.basics.ownfiles import read_head, read_own, write_own
from digest.basics.text import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

VALUE = {"one": ["ü", "2"], "two": []}
KIND = dict[str, list[str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write_own(tmp_path / "file", VALUE, tmp_path)
    return tmp_path / "file"


def test_a_value_is_read_as_it_was_written(file: Path) -> None:
    assert read_own(file, KIND) == VALUE


def test_any_bit_that_changed_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for at in range(len(whole)):
        for bit in range(8):
            damaged = bytearray(whole)
            damaged[at] ^= 1 << bit
            file.write_bytes(damaged)
            assert read_own(file, KIND) is None


def test_any_end_that_is_missing_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert read_own(file, KIND) is None
    file.write_bytes(whole + b" ")
    assert read_own(file, KIND) is None


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b"{\xff\xfe}", b'{"a": ["\xee"]}', b"[]", b"7"]
)
def test_what_another_program_wrote_is_no_value(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert read_own(file, KIND) is None
    # even with a hash
    file.write_bytes(b"digest %b\n%b" % (fingerprint(content).encode(), content))
    assert read_own(file, KIND) is None


def test_a_folder_in_its_place_has_no_value(tmp_path: Path) -> None:
    assert read_own(tmp_path, KIND) is None
    assert read_head(tmp_path) == ""


def test_a_file_is_told_from_another_by_its_first_line(file: Path) -> None:
    head = read_head(file)
    write_own(file, VALUE, file.parent)
    assert read_head(file) == head
    write_own(file, {}, file.parent)
    assert read_head(file) != head

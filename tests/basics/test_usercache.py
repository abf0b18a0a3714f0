"""What is kept in the user's cache folder, and whom it is taken from."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from digest.basics import usercache
from digest.basics.usercache import cache_folder, keep, recall

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where templates are kept; it is not there yet."""
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "templates"


def test_where_the_cache_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGEST_CACHE_DIR", "/somewhere")
    assert cache_folder() == Path("/somewhere")
    if sys.platform == "linux":
        monkeypatch.setenv("DIGEST_CACHE_DIR", "")
        monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
        assert cache_folder() == Path("/caches/research-digest")
        for ignored in ("", "caches"):
            monkeypatch.setenv("XDG_CACHE_HOME", ignored)
            monkeypatch.setenv("HOME", "/home/someone")
            assert cache_folder() == Path("/home/someone/.cache/research-digest")


@POSIX
def test_who_has_no_home_has_no_cache_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def has_no_entry(_user: int) -> None:
        raise KeyError

    for name in ("DIGEST_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", has_no_entry)
    keep("templates", "page", "key", b"code")
    assert recall("templates", "page", "key") is None


def test_what_was_kept_is_there_for_the_same_key_alone(folder: Path) -> None:
    assert recall("templates", "page", "key") is None
    keep("templates", "page", "key", b"some\ncode")
    assert recall("templates", "page", "key") == b"some\ncode"
    assert recall("templates", "page", "another key") is None
    assert recall("words", "page", "key") is None
    keep("templates", "page", "another key", b"")
    assert recall("templates", "page", "another key") == b""
    assert [path.name for path in folder.iterdir()] == ["page"]


@pytest.mark.parametrize("damage", [b"", b"\n", b"code", b"no seal\ncode"])
def test_a_file_that_is_not_as_it_was_written_is_not_there(folder: Path, damage: bytes) -> None:
    keep("templates", "page", "key", b"code")
    whole = (folder / "page").read_bytes()
    flipped = whole[:-1] + bytes([whole[-1] ^ 1])
    for data in (damage, flipped, whole[:-1], whole + b"x"):
        (folder / "page").write_bytes(data)
        assert recall("templates", "page", "key") is None
    (folder / "page").write_bytes(whole)
    assert recall("templates", "page", "key") == b"code"


def test_a_digest_that_was_installed_elsewhere_made_nothing_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("templates", "page", "key", b"code")
    assert folder.is_dir()
    monkeypatch.setattr(usercache, "_program", lambda: "another one")
    assert recall("templates", "page", "key") is None


@POSIX
def test_only_the_user_can_read_the_folder(folder: Path) -> None:
    keep("templates", "page", "key", b"code")
    assert folder.stat().st_mode & 0o777 == 0o700


@POSIX
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_into_which_others_can_write_is_left_alone(folder: Path, mode: int) -> None:
    keep("templates", "page", "key", b"code")
    folder.chmod(mode)
    assert recall("templates", "page", "key") is None
    keep("templates", "other", "key", b"code")
    assert [path.name for path in folder.iterdir()] == ["page"]


@POSIX
def test_a_link_in_place_of_the_folder_is_left_alone(folder: Path, tmp_path: Path) -> None:
    keep("templates", "page", "key", b"code")
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    assert recall("templates", "page", "key") is None
    keep("templates", "other", "key", b"code")
    assert [path.name for path in elsewhere.iterdir()] == ["page"]


def test_where_nothing_can_be_written_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(in_the_way))
    keep("templates", "page", "key", b"code")
    assert recall("templates", "page", "key") is None


def test_of_very_many_the_oldest_go(folder: Path) -> None:
    for number in range(401):
        keep("templates", f"page-{number}", "key", b"code")
        if number < 400:
            os.utime(folder / f"page-{number}", (number, number))
    kept = {path.name for path in folder.iterdir()}
    assert kept == {f"page-{number}" for number in range(201, 401)}

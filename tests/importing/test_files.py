"""What was given to be imported: folders, zips, files and pipes, hostile ones among them."""

from __future__ import annotations

import io
import os
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.importing.files import Files, Unusable, decode_text, open_files

if TYPE_CHECKING:
    from pathlib import Path


def no_stdin(_most: int) -> bytes:
    raise AssertionError("standard input was not asked for")


def open_(path: Path) -> Files:
    files = open_files(str(path), no_stdin)
    assert isinstance(files, Files)
    return files


def refuse(path: Path) -> str:
    found = open_files(str(path), no_stdin)
    assert isinstance(found, Unusable)
    return found.message


def write_zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def reasons(files: Files) -> dict[str, str]:
    return {one.place.path: one.reason for one in files.left_out}


def test_a_folder_has_its_files_by_name_and_nothing_of_tools(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.html", ".git/config", "node_modules/x.js", "a/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    files = open_(tmp_path)
    assert files.names == ("a/c.html", "b.md")
    assert files.read_text("a/c.html") == "a/c.html"
    assert files.left_out == ()


def test_links_are_followed_within_the_folder_only(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    top = tmp_path / "top"
    (top / "posts").mkdir(parents=True)
    (top / "posts/a.md").write_text("a")
    (top / "same.md").symlink_to("posts/a.md")
    (top / "out.md").symlink_to("../secret")
    (top / "outside").symlink_to(tmp_path)
    (top / "nowhere").symlink_to("missing")
    (top / "round").symlink_to("round")
    (top / "again").symlink_to(".")
    os.mkfifo(top / "pipe")
    (top / os.fsdecode(b"caf\xe9.md")).write_text("a")
    (top / os.fsdecode(b"\xe9/b")).mkdir(parents=True)
    files = open_(top)
    assert files.names == ("posts/a.md", "same.md")
    no_text = {"caf\\udce9.md", "\\udce9"}
    assert set(reasons(files)) == {"out.md", "outside", "nowhere", "round", "pipe", *no_text}


def test_a_zip_is_read_from_within_its_one_folder(tmp_path: Path) -> None:
    members = {"export/posts.csv": b"x", "export/posts/1.html": b"y", "__MACOSX/export/._p": b"z"}
    files = open_(write_zip(tmp_path / "a.zip", members))
    assert files.names == ("posts.csv", "posts/1.html")
    assert files.read("posts/1.html") == b"y"
    # a folder that says what is in it is kept
    assert open_(write_zip(tmp_path / "b.zip", {"_posts/a.md": b""})).names == ("_posts/a.md",)
    assert open_(write_zip(tmp_path / "c.zip", {"a.md": b""})).names == ("a.md",)


def test_a_folder_with_nothing_but_a_zip_is_that_zip(tmp_path: Path) -> None:
    write_zip(tmp_path / "a.zip", {"a.md": b"a", "b.md": b"b"})
    assert open_(tmp_path).names == ("a.md", "b.md")


def test_names_that_lead_out_of_a_zip_are_left_out(tmp_path: Path) -> None:
    members = {
        "../up.md": b"",
        "/etc/passwd": b"",
        "C:\\x.md": b"",
        "a\\b.md": b"",
        "a/../c": b"",
        "d": b"",
    }
    files = open_(write_zip(tmp_path / "a.zip", members))
    assert files.names == ("a/b.md", "d")
    assert set(reasons(files)) == {"../up.md", "/etc/passwd", "C:/x.md", "a/../c"}


def test_a_symbolic_link_in_a_zip_is_left_out(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.md", "")
    files = open_(tmp_path / "a.zip")
    assert (files.names, reasons(files)) == (("b.md",), {"link.md": "a symbolic link"})


@pytest.mark.parametrize("is_told", [True, False])
def test_names_in_a_zip_are_utf8_whether_it_says_so_or_not(tmp_path: Path, is_told: bool) -> None:  # noqa: FBT001 -- from the table
    file = write_zip(tmp_path / "a.zip", {"é.md": b"", "x": b""})
    if not is_told:
        # the flag stands in the file's own header and in the list at the end
        data = file.read_bytes()
        file.write_bytes(data.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00"))
    assert open_(file).names == ("x", "é.md")


def test_a_zip_bomb_is_refused_and_a_damaged_file_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(3):
            with archive.open(f"{number}", "w", force_zip64=True) as opened:
                for _ in range(400):
                    opened.write(bytes(1 << 20))
    assert refuse(tmp_path / "a.zip") == f"'{tmp_path}/a.zip' would be 1,200 MB, unpacked"
    file = write_zip(tmp_path / "b.zip", {"a.md": os.urandom(500), "b.md": b"b"})
    data = bytearray(file.read_bytes())
    data[100:120] = bytes(20)
    file.write_bytes(data)
    files = open_(file)
    damaged = files.read_text("a.md")
    assert not isinstance(damaged, str)
    assert damaged.reason.startswith("it cannot be read: the zip is damaged here")
    assert files.read_text("b.md") == "b"
    file.write_bytes(data[:-30])
    assert refuse(file) == f"'{file}' is a damaged zip"


def test_one_file_is_given_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "export.json").write_text("{}")
    files = open_(tmp_path / "export.json")
    assert (files.names, files.read_text("export.json")) == (("export.json",), "{}")
    assert files.read("export.json", 1) != b"{"
    (tmp_path / "a.tar.gz").write_bytes(b"\x1f\x8b\x08\x00")
    assert refuse(tmp_path / "a.tar.gz").endswith("is a gzip archive")
    assert refuse(tmp_path / "none") == f"there is no '{tmp_path}/none'"
    assert "null byte" in refuse(tmp_path / "a\0b")


def test_standard_input_may_be_a_text_or_a_zip() -> None:
    files = open_files("-", lambda _most: b"text")
    assert isinstance(files, Files)
    assert [files.read_text(name) for name in files.names] == ["text"]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.md", "é")
    files = open_files("-", lambda _most: packed.getvalue())
    assert isinstance(files, Files)
    assert files.read_text("a.md") == "é"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é\r\nb\rc".encode(), "é\nb\nc"),
        ("é".encode("utf-8-sig"), "é"),
        ("é€".encode("utf-16"), "é€"),
        ("é €".encode("cp1252"), "é €"),
        (b"\x81\xe9", " é"),
        (b'<?xml version="1.0" encoding="koi8-r"?><a>\xc1</a>', None),
        (
            '<meta charset="shift_jis"><p>日本'.encode("shift_jis"),
            '<meta charset="shift_jis"><p>日本',
        ),
        (b'<meta charset="nonsense">\xe9', '<meta charset="nonsense">é'),
        (b"a\x0cb", "a b"),
    ],
)
def test_text_is_read_in_the_encodings_of_exports(data: bytes, text: str | None) -> None:
    assert decode_text(data) == (text if text is not None else data.decode("koi8-r"))


def test_what_is_no_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    found = open_(tmp_path).read_text("a.png")
    assert not isinstance(found, str)
    assert found.reason == "it is not text"


@given(st.binary())
def test_no_bytes_raise(data: bytes) -> None:
    files = open_files("-", lambda _most: data)
    if isinstance(files, Files):
        for name in files.names:
            files.read_text(name)
            files.read_beginning(name)


def test_a_newsletter_that_an_import_wrote_is_no_source(tmp_path: Path) -> None:
    for name in ("a.md", "site/import-ledger.jsonl", "site/content/pages/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Hi.")
    files = open_files(str(tmp_path), lambda _most: b"")
    assert isinstance(files, Files)
    assert files.names == ("a.md",)
    assert [(one.what, one.reason) for one in files.left_out] == [
        ("site/", "a newsletter that an import wrote")
    ]

"""What was given to be imported, as files with names: a folder, a zip, one file, standard input.

All of it may be hostile. Nothing is unpacked onto the disk, no name leads out of what was given,
and no file is read that is larger than `LARGEST`.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from digest.basics.files import reason_of
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import UNPRINTABLE, is_text, printable
from digest.importing.post import LeftOut, Place
from digest.importing.writing.ledger import LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 256 << 20
"""Bytes of a file that are read; exports of ten years in one file have a tenth of it."""
_MOST_NAMES = 100_000
_BOMB_SIZE, _BOMB_RATIO = 1 << 30, 100
"""From how many bytes on, unpacked, a zip may not be this many times larger than it is packed."""
_STDIN = "standard input"
_IGNORED = frozenset({"__MACOSX", "__pycache__", "node_modules", "Thumbs.db", "desktop.ini"})
"""What systems and tools leave; so do names that begin with a full stop."""
_MEANS_SOMETHING = frozenset({"posts", "content", "emails", "source", "src", "docs", "blog"})
"""Names of folders by which sources are known."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"%PDF-", "a PDF"),
)
_DECLARED = lazy_regex(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""")
_NOT_HERE = "it cannot be read: "
_OURS = "a newsletter that an import wrote"
_PASSWORD = 0x1
_BYTES_AS_UTF8 = 0x800
"""Flags of a file in a zip: it is encrypted; its name is UTF-8."""


class Unusable(msgspec.Struct, frozen=True):
    """Why what was given cannot be imported at all."""

    message: str
    hint: str = ""
    is_passing: bool = False
    """Whether it may be had another time."""


Opened = Callable[[str, int], bytes]
"""Returns the bytes of the file of a name, at most so many of them. Raises OSError."""


class Files(msgspec.Struct, frozen=True):
    """The files of what was given."""

    given: str
    """As the editor named it."""
    names: tuple[str, ...]
    """From the top, with `/`, sorted; of a zip that has one folder at its top, from within it.

    What is there for machines alone, as `.git`, is not among them.
    """
    left_out: tuple[LeftOut, ...]
    """What is there and is not among the names, with the reason."""
    opened: Opened

    def read(self, name: str, most: int = LARGEST) -> bytes | LeftOut:
        """Return the bytes of a file, or why it cannot be read."""
        try:
            data = self.opened(name, most + 1)
        except OSError as error:
            return LeftOut(name, _NOT_HERE + reason_of(error), Place(name))
        if len(data) > most:
            return LeftOut(name, f"it is larger than {most >> 20} MB", Place(name))
        return data

    def read_text(self, name: str) -> str | LeftOut:
        """Return a file as text with one kind of line end, or why it cannot be read.

        Without a byte order mark it is UTF-8; where it cannot be, what it says of itself as XML
        and HTML do, and else Windows' Latin.
        """
        data = self.read(name)
        if isinstance(data, LeftOut):
            return data
        text = decode_text(data)
        return LeftOut(name, "it is not text", Place(name)) if text is None else text

    def read_beginning(self, name: str, most: int = 4096) -> str:
        """Return how a file begins, to find out what it is; nothing where it cannot be read."""
        try:
            data = self.opened(name, most)
        except OSError:
            return ""
        # a character may be cut through
        return decode_text(data[: data.rfind(b"\n") + 1] or data) or ""


def decode_text(data: bytes) -> str | None:
    """Return bytes as text with LF for line ends, or None where they are no text.

    Control characters become spaces.
    """
    text = _decode(data)
    if text.count("\x00") > len(text) // 100:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isprintable() else UNPRINTABLE.sub(" ", text)


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if found := _DECLARED.search(data[:1024]):
        try:
            return data.decode(found[1].decode("ascii"))
        except (LookupError, UnicodeError, ValueError):
            pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def open_files(given: str, read_stdin: Callable[[int], bytes]) -> Files | Unusable:
    """Open what the editor named: a path, or `-` for standard input.

    `read_stdin` returns at most so many bytes of it.
    """
    if given == "-":
        return open_bytes(read_stdin(LARGEST + 1), given, _STDIN)
    try:
        return _open_path(Path(given), given)
    except FileNotFoundError:
        return Unusable(f"there is no '{printable(given)}'")
    except (OSError, ValueError) as error:
        return Unusable(f"cannot read '{printable(given)}': {reason_of(error)}")


def _open_path(path: Path, given: str) -> Files | Unusable:
    if path.is_dir():
        return _open_folder(path, given)
    with path.open("rb") as opened:
        if not path.is_file():
            # a pipe, as the shell's <(…), has no place to go back to
            return open_bytes(opened.read(LARGEST + 1), given, path.name)
        beginning = opened.read(8)
    if beginning.startswith(_ZIP):
        return _open_zip(path, given)
    return _refuse_packed(beginning, given) or Files(
        given, (path.name,), (), lambda _, most: _read_file(path, most)
    )


def open_bytes(data: bytes, given: str, name: str) -> Files | Unusable:
    """Open what is in memory already: a file of this name, or a zip."""
    if len(data) > LARGEST:
        hint = "save it as a file, unpack it, and give its folder"
        return Unusable(f"'{printable(given)}' gives more than {LARGEST >> 20} MB", hint)
    if data.startswith(_ZIP):
        return _open_zip(io.BytesIO(data), given)
    return _refuse_packed(data, given) or Files(given, (name,), (), lambda _, most: data[:most])


def _refuse_packed(beginning: bytes, given: str) -> Unusable | None:
    what = next((what for sign, what in _PACKED if beginning.startswith(sign)), "")
    if not what:
        return None
    hint = "give its text" if "PDF" in what else "unpack it, and give the folder"
    return Unusable(f"'{printable(given)}' is {what}", hint)


def _read_file(path: Path, most: int) -> bytes:
    with path.open("rb") as opened:
        return opened.read(most)


def _is_ignored(name: str) -> bool:
    return (name.startswith(".") and name.strip(".") != "") or name in _IGNORED


def _open_folder(folder: Path, given: str) -> Files | Unusable:
    names: list[str] = []
    left_out: list[LeftOut] = []
    top = folder.resolve()
    for name, why in _walk(folder, top):
        if why:
            left_out.append(LeftOut(name, why, Place(name)))
        else:
            names.append(name)
        if len(names) > _MOST_NAMES:
            return _refuse_many(given)
    if len(names) == 1 and names[0].lower().endswith(".zip"):
        # the folder into which the export was downloaded
        return _open_path(top / names[0], given)
    return _make_files(given, dict(zip(names, names, strict=True)), left_out, _read_from(top))


def _read_from(top: Path) -> Opened:
    return lambda name, most: _read_file(top / name, most)


def _walk(folder: Path, top: Path) -> Iterator[tuple[str, str]]:
    """List the files of a folder, each with the reason why it is left out, if it is."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            found = list(os.scandir(folder / below))
        except OSError as error:
            yield below, _NOT_HERE + reason_of(error)
            continue
        if below and any(one.name == LEDGER for one in found):
            yield below, _OURS
            continue
        for one in found:
            name = below + one.name
            if _is_ignored(one.name):
                continue
            why = _refuse_entry(one, top)
            if not why and one.is_dir(follow_symlinks=False):
                waiting.append(f"{name}/")
            elif why or not one.is_dir():
                yield printable(name) if why else name, why


def _refuse_entry(one: os.DirEntry[str], top: Path) -> str:
    """Return why what is in a folder is left out, if it is. Links to folders have no reason."""
    if not is_text(one.name):
        return "its name is not UTF-8"
    if one.is_symlink() and not _leads_within(Path(one.path), top):
        return "a symbolic link that leads out of the folder, or nowhere"
    return "" if one.is_dir() or one.is_file() else "neither a file nor a folder"


def _leads_within(link: Path, top: Path) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(top)
    except (OSError, RuntimeError):
        return False


def _open_zip(packed: Path | io.BytesIO, given: str) -> Files | Unusable:
    try:
        archive = zipfile.ZipFile(packed)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        hint = "download it again; a half-written zip has no list of its files"
        return Unusable(f"'{printable(given)}' is a damaged zip", hint)
    infos = archive.infolist()
    if len(infos) > _MOST_NAMES:
        return _refuse_many(given)
    size = sum(one.file_size for one in infos)
    if size > _BOMB_SIZE and size > _BOMB_RATIO * _size_of(packed):
        hint = "unpack it yourself if you trust it, and give the folder"
        return Unusable(f"'{printable(given)}' would be {size >> 20:,} MB, unpacked", hint)
    members: dict[str, zipfile.ZipInfo] = {}
    left_out: list[LeftOut] = []
    for one in infos:
        name = _name_member(one)
        if one.is_dir() or any(map(_is_ignored, name.split("/"))):
            continue
        if why := _refuse_member(name, one) or ("another has this name" if name in members else ""):
            left_out.append(LeftOut(name, why, Place(name)))
        else:
            members[name] = one

    def read_member(name: str, most: int) -> bytes:
        try:
            with archive.open(members[name]) as opened:
                return opened.read(most)
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
            # what it cannot unpack, as by an unknown method, is a RuntimeError to it
            raise OSError(f"the zip is damaged here ({error})") from error

    return _make_files(given, _strip_top(members), left_out, read_member)


def _size_of(packed: Path | io.BytesIO) -> int:
    return packed.stat().st_size if isinstance(packed, Path) else packed.getbuffer().nbytes


def _name_member(one: zipfile.ZipInfo) -> str:
    name = one.filename
    if not one.flag_bits & _BYTES_AS_UTF8:
        # macOS and others write UTF-8 without saying so, and it is read as the old DOS's letters
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/").removeprefix("./")


def _refuse_member(name: str, one: zipfile.ZipInfo) -> str:
    """Return why a file of a zip is left out, if it is."""
    if stat.S_ISLNK(one.external_attr >> 16):
        return "a symbolic link"
    if one.flag_bits & _PASSWORD:
        return "it is encrypted"
    parts = name.split("/")
    if ".." in parts or "" in parts or ":" in parts[0]:
        return "its name leads out of the zip"
    return ""


def _strip_top(members: Iterable[str]) -> dict[str, str]:
    """Return the names as they are shown, and as they are in the zip."""
    tops = {name.partition("/")[0] for name in members}
    top = f"{tops.pop()}/" if len(tops) == 1 else ""
    is_folder = all(name.startswith(top) for name in members)
    if not top or not is_folder or top.startswith("_") or top[:-1].lower() in _MEANS_SOMETHING:
        top = ""
    return {name.removeprefix(top): name for name in members}


def _make_files(
    given: str, shown: dict[str, str], left_out: Iterable[LeftOut], opened: Opened
) -> Files:
    """Make the value of files, each `shown` by one name and opened by another."""

    def read(name: str, most: int) -> bytes:
        return opened(shown[name], most)

    return Files(given, tuple(sorted(shown)), tuple(left_out), read)


def _refuse_many(given: str) -> Unusable:
    hint = "give the folder of the posts alone"
    return Unusable(f"'{printable(given)}' has more than {_MOST_NAMES:,} files", hint)

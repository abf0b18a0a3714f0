"""What is to be imported, read: its files, what kind of archive it is, and its posts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

from digest.basics.clock import read_today
from digest.basics.text import count_of, printable
from digest.commands.unfetched import name_some
from digest.importing.files import LARGEST, Files, Unusable, open_bytes, open_files
from digest.importing.markdownposts.folder import ending_of
from digest.importing.post import Archive, LeftOut, Place
from digest.importing.readers import hide_readers, mask_addresses
from digest.importing.sources import SOURCES, find_source
from digest.importing.sources.source import Options
from digest.settings.sitefile import SITE_FILE
from digest.settings.webaddresses import is_web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_MAILS = frozenset({"eml", "emlx", "mbox", "msg"})
_DOCUMENTS = frozenset({"doc", "docx", "odt", "rtf", "pages"})


class ReadSource(msgspec.Struct, frozen=True):
    """An archive with its files."""

    what: str
    """In words, as `a Substack export`."""
    name: str
    """What tells it from others of its kind, as `export.zip`; nothing of what was piped."""
    archive: Archive
    """With what of the files was left out."""
    files: Files


def read_source(
    given: str, kind: str, url: str, read_stdin: Callable[[int], bytes]
) -> ReadSource | Unusable:
    """Read what the editor named, a path or an address of the web.

    It is read as the `kind` of archive that the editor says, or else as what it is.
    `url` is the address of the newsletter until now, where the editor says it.
    """
    files = _fetch(given) if is_web_address(given) else open_files(given, read_stdin)
    if isinstance(files, Unusable):
        return files
    named = [one for one in SOURCES if one.name == kind]
    endings = {ending_of(name) for name in files.names}
    if endings and endings <= _MAILS:
        # beside its text it has the address of whom it was sent to
        hint = "open it, and save its text as a web page or as plain text"
        return Unusable(f"'{printable(given)}' is an e-mail as mail programs keep it", hint)
    if SITE_FILE in files.names:
        hint = "name a folder below it, or a file in it, to import that"
        return Unusable(f"'{printable(given)}' is a newsletter of digest's already", hint)
    source = named[0] if named else find_source(files)
    if source is None:
        return _refuse(files)
    whole: set[str] = set()

    def note(name: str, most: int) -> bytes:
        # of files that are none of its own, a source reads the beginning at most
        if most >= LARGEST:
            whole.add(name)
        return files.opened(name, most)

    noting = msgspec.structs.replace(files, opened=note)
    archive = source.read(noting, Options(url, read_today("UTC")))
    if not archive.posts:
        return Unusable(
            f"'{printable(given)}' has no posts, as {source.what}", _explain(archive.left_out)
        )
    left_out = (*files.left_out, *archive.left_out, *_list_unused(files, archive, whole))
    posts = tuple(map(hide_readers, archive.posts))
    archive = msgspec.structs.replace(archive, posts=posts, left_out=left_out)
    return ReadSource(source.what, _name(given), archive, files)


def _name(given: str) -> str:
    """Return the name of a file or folder; of an address the host, as the rest may be secret."""
    if is_web_address(given):
        return urlsplit(given).hostname or ""
    return "" if given == "-" else mask_addresses(printable(Path(given).resolve().name))


def _list_unused(files: Files, archive: Archive, whole: set[str]) -> Iterator[LeftOut]:
    """Name some of the files that nothing came from; those that were read `whole` are none."""
    used = {picture.file for post in archive.posts for picture in post.pictures}
    used |= {one.place.path for one in archive.left_out}
    used |= whole.union(archive.bibliographies)
    rest = [name for name in files.names if name not in used]
    if rest:
        what = f"{count_of(len(rest), 'file')}: {name_some(rest)}"
        yield LeftOut(what, "neither a post nor anything that a post shows or leads to", Place(""))


def _fetch(url: str) -> Files | Unusable:
    """Return what is at an address, as a feed."""
    # requests takes 100 ms, and hardly an import needs it
    from digest.records.webfiles import fetch_feed  # noqa: PLC0415

    found = fetch_feed(url, "")
    if found.problem:
        return Unusable(
            f"'{printable(url)}' {found.problem}", found.remedy, is_passing=bool(found.remedy)
        )
    name = unquote(urlsplit(url).path).rpartition("/")[2] or "feed"
    return open_bytes(found.data, url, name)


def _refuse(files: Files) -> Unusable:
    """Say what was given, as far as it is known, where it is none of the sources."""
    given, endings = printable(files.given), {ending_of(name) for name in files.names}
    if not files.names:
        return Unusable(f"'{given}' has no files", _explain(files.left_out))
    if {"HEAD", "config"} <= set(files.names):
        hint = "give a clone of it, or its zip, where its files are"
        return Unusable(f"'{given}' is what git keeps of a repository", hint)
    if endings <= _DOCUMENTS:
        hint = "save it as plain text or as a web page, and give that"
        return Unusable(f"'{given}' is a document of a word processor", hint)
    known = ", ".join(f"{one.what} (--from {one.name})" for one in SOURCES)
    return Unusable(f"'{given}' is of no kind that digest knows", f"say what it is: {known}")


def _explain(left_out: Iterable[LeftOut]) -> str:
    return next((f"{one.what}: {one.reason}" for one in left_out), "")

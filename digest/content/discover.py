"""Which files a newsletter's folder has, in content/ and in static/, and what each of them is."""

from __future__ import annotations

import os
import time
import unicodedata
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.basics.files import DEEPEST, OWNED, settled_ns
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import is_text, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Read = Literal[
    "settings",
    "bibliography",
    "sent",
    "dismissed",
    "edition",
    "entry",
    "page",
    "record",
    "file",
    "static",
]
Unread = Literal[
    "outside",
    "hidden",
    "loop",
    "made",
    "nowhere",
    "secret",
    "beside",
    "misplaced",
    "unreadable",
    "deep",
    "misnamed",
    "doubled",
]
"""A link that leads out of the newsletter, one to what is hidden in it, one to a folder that would
have no end, one to what digest makes, one that leads nowhere; what programs keep passwords in; what
stands beside content/ as if it were to be published; what should be in it; a folder that cannot be
listed, or stands in too many others; a name that is no text; a path that another file has, its
accents written otherwise."""
Kind = Read | Unread
LOST = frozenset({"outside", "hidden", "loop", "made", "nowhere", "unreadable", "deep"})
"""The kinds of what is there, and of which nothing is known."""

_NAMED: dict[str, Read] = {
    "content/site.yaml": "settings",
    "content/references.bib": "bibliography",
    "content/sent.yaml": "sent",
    "content/dismissed.txt": "dismissed",
}


STATIC = "static"
"""The folder beside content/ whose files are published as they are, at the site's root."""
FOR_HOSTS = (
    *("CNAME", "robots.txt", "ads.txt", "humans.txt", "favicon.ico", "_redirects", "_headers"),
    ".well-known",
)
"""What hosts and browsers ask for at the site's root, and no page links to."""
_OF_CONTENT = ("site.yaml", "references.bib", "editions", "sent.yaml", "dismissed.txt")
"""What has a use in content/ alone, and hardly another one beside it."""
HUGOS_INDEX = "_index.md"
"""What the text of a folder is called there."""
_SCRATCH = lazy_regex(
    r"\.DS_Store|\._.*|\.(?:git|svn|hg|bzr)(?:ignore|attributes|keep|modules)?|(?i:thumbs\.db)"
    r"|(?i:desktop\.ini)|Icon\r|__MACOSX|\.#.*|#.*#|.*~|\..*\.sw[a-z]|.*___jb_(?:tmp|old)___"
    r"|\.idea|\.vscode|.*\.(?:bak|orig|rej|tmp)"
)
"""What systems, editors and git put beside files."""
_SECRET = lazy_regex(
    r"\.env(?:\..*)?|\.envrc|\.git-credentials|\.netrc|\.npmrc|\.pypirc|\.ssh|\.aws|\.gnupg|\.kube"
)
"""What programs keep passwords in."""


class Source(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """A file below content/ or static/, as the file system knows it."""

    path: str
    """POSIX path from the site's root, in Unicode's form NFC: the same however it was typed."""
    kind: Kind
    size: int
    """In bytes."""
    changed_ns: int
    """Time of its last change, a change of its name included, in nanoseconds since 1970."""
    stored: str = ""
    """The path as the disk has it, where that differs: with letters and their accents apart."""

    @property
    def file(self) -> str:
        """The path to open."""
        return self.stored or self.path

    def as_seen(self, began_ns: int) -> Source:
        """Return what tells later whether it has changed since it was seen, at `began_ns` or later.

        Without its time is one that was written just then: a further change might not show.
        """
        is_settled = settled_ns(self.changed_ns) < began_ns
        return self if is_settled else msgspec.structs.replace(self, changed_ns=0)


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above `start` that has `content/site.yaml`."""
    return next((folder for folder in (start, *start.parents) if is_newsletter(folder)), None)


def is_newsletter(folder: Path) -> bool:
    """Tell whether a folder has `content/site.yaml`, which may be unreadable."""
    try:
        return (folder / "content" / "site.yaml").is_file()
    except PermissionError:
        return True


def discover(root: Path) -> tuple[Source, ...]:
    """List every file below `root`/content and `root`/static, sorted by path.

    And what is beside them, and is not read. Editors' backups and what is no file (a pipe, a
    device) are passed over, and so are hidden files in content/. A link within the site is
    followed. What cannot be listed is never taken for what is not there.
    """
    found: list[Source] = []
    top = os.path.realpath(root)
    _scan(_Folder(root / "content", "content"), top, found)
    _scan_static(root, top, found)
    found += (Source(name, "beside", 0, 0) for name in FOR_HOSTS if (root / name).exists())
    found += (Source(name, "misplaced", 0, 0) for name in _OF_CONTENT if (root / name).exists())
    # sorted: nothing may depend on the order in which a folder lists its files
    found.sort(key=attrgetter("path"))
    # nearly always there are none whose accents may be written in two ways
    return tuple(_tell_doubles(found) if any(one.stored for one in found) else found)


def _scan_static(root: Path, top: str, found: list[Source]) -> None:
    folder = root / STATIC
    is_link = folder.is_symlink()
    barred = _bar(str(folder), _Folder(root, ""), top) if is_link else None
    if is_link and not barred and not folder.exists():
        barred = "nowhere"
    if barred:
        found.append(_source(STATIC, barred, None))
    else:
        _scan(_Folder(folder, STATIC, is_link), top, found)


def _tell_doubles(found: Iterable[Source]) -> Iterator[Source]:
    """List sources; of several with one path, all but the first as what is not read."""
    before = ""
    for source in sorted(found, key=lambda one: (one.path, one.stored)):
        is_double = source.stored and source.path == before
        yield msgspec.structs.replace(source, kind="doubled") if is_double else source
        before = source.path


class Scan(msgspec.Struct, frozen=True):
    """What a folder had at one time."""

    started_ns: int
    """When it was begun, in nanoseconds since 1970: what changes later may be seen or not."""
    sources: tuple[Source, ...]


def scan_folder(root: Path) -> Scan:
    """List every file that there is now."""
    started_ns = time.time_ns()
    return Scan(started_ns, discover(root))


class _Folder(msgspec.Struct, frozen=True):
    """A folder to be listed."""

    where: Path | str
    """For the file system."""
    path: str
    """From the site's root, as the disk has it."""
    is_linked: bool = False
    """Whether it is a link, or stands in one."""


def _scan(top: _Folder, root: str, found: list[Source]) -> None:
    # folders may nest deeper than calls
    waiting = [top]
    while waiting:
        waiting += _list_folder(waiting.pop(), root, found)


def _list_folder(folder: _Folder, root: str, found: list[Source]) -> list[_Folder]:
    """Add what a folder has to what was found, and return the folders in it."""
    within: list[_Folder] = []
    try:
        with os.scandir(folder.where) as listing:
            entries = list(listing)
    except FileNotFoundError:
        return within
    except OSError:
        found.append(_source(folder.path, "unreadable", None))
        return within
    is_other = folder.is_linked or folder.path.startswith(STATIC)
    if is_other and any(entry.name == OWNED for entry in entries):
        found.append(_source(folder.path, "made", None))
        return within
    for entry in entries:
        name = entry.name
        below = f"{folder.path}/{name}"
        if is_passed_over(name, below) or (folder.is_linked and name[0] == "."):
            # it would be of use beside content/, in static/
            found += [Source(below, "beside", 0, 0)] if name == FOR_HOSTS[-1] else []
            continue
        if name[0] == "." and _SECRET.fullmatch(name):
            found.append(Source(below, "secret", 0, 0))
            continue
        if not is_text(name):
            found.append(Source(printable(below), "misnamed", 0, 0))
            continue
        try:
            within += _look_at(entry, below, folder, root, found)
        except FileNotFoundError:
            # gone since the folder was listed
            continue
        except OSError:
            found.append(_source(below, "unreadable", None))
    return within


def _look_at(
    entry: os.DirEntry[str], path: str, folder: _Folder, root: str, found: list[Source]
) -> tuple[_Folder, ...]:
    # nearly all are files, and there are tens of thousands
    if entry.is_file(follow_symlinks=False):
        found.append(_source(path, None, entry.stat(follow_symlinks=False)))
        return ()
    is_link = entry.is_symlink()
    barred = _bar(entry.path, folder, root) if is_link else None
    if barred:
        found.append(_source(path, barred, entry.stat(follow_symlinks=False)))
    elif entry.is_dir() and path.count("/") > DEEPEST:
        found.append(_source(path, "deep", None))
    elif entry.is_dir():
        return (_Folder(entry.path, path, folder.is_linked or is_link),)
    elif entry.is_file():
        found.append(_source(path, None, entry.stat()))
    elif is_link and not Path(entry.path).exists():
        found.append(_source(path, "nowhere", None))
    return ()


def _bar(link: str, folder: _Folder, root: str) -> Unread | None:
    """Tell why a link in a folder is not followed; None where it is."""
    target = os.path.realpath(link)
    if not _is_within(target, root):
        return "outside"
    if f"{os.sep}." in target[len(root) :]:
        # tokens in .git/config, passwords in .env: nobody sees from a link's name what it shows
        return "hidden"
    if _is_made(target, root):
        return "made"
    holds_itself = _is_within(os.path.realpath(folder.where) + os.sep, target)
    # links in linked folders would make each other's number grow without bound
    return "loop" if Path(link).is_dir() and (folder.is_linked or holds_itself) else None


def _is_made(path: str, root: str) -> bool:
    """Tell whether a path within the root is in a folder that digest builds into, or is one.

    What is made of a site would be in the next one, and what is made of that in the one after.
    """
    while path != root:
        if os.path.lexists(f"{path}{os.sep}{OWNED}"):
            return True
        path = path.rpartition(os.sep)[0]
    return False


def _source(stored: str, kind: Unread | None, status: os.stat_result | None) -> Source:
    path = stored if stored.isascii() else unicodedata.normalize("NFC", stored)
    # a file that was moved here may be older than the one that it replaced
    changed_ns = max(status.st_mtime_ns, status.st_ctime_ns) if status else 0
    size = status.st_size if status else 0
    return Source(path, kind or classify(path), size, changed_ns, "" if path == stored else stored)


def _is_within(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip(os.sep) + os.sep)


def classify(path: str) -> Read:
    """Tell what a file below content/ or static/ is by its path from the site's root."""
    match path.split("/"):
        case "static", *_:
            return "static"
        case "content", "editions", _, "index.md":
            return "edition"
        case "content", "editions", _, name if name.endswith(".md"):
            return "file" if name.lower() in {"index.md", HUGOS_INDEX} else "entry"
        case "content", "pages", *_, name if name.endswith(".md"):
            return "file" if name == HUGOS_INDEX else "page"
        case "content", "papers", *_, name if name.endswith(".json"):
            return "record"
    return _NAMED.get(path, "file")


def is_passed_over(name: str, path: str) -> bool:
    """Tell whether a file or folder is none of the newsletter's: by its name and its path.

    What is hidden in static/ is meant to be there, but for what systems, editors and git put
    beside files.
    """
    if path.startswith("content/"):
        # there are tens of thousands
        return name[0] == "." or name[-1] == "~"
    return _SCRATCH.fullmatch(name) is not None


def is_within(path: str, sources: Iterable[str]) -> bool:
    """Tell whether a path is that of one of the `sources`, or below one that is a folder."""
    return any(path == one or path.startswith(f"{one}/") for one in sources)

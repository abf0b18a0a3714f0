"""What was made of posts, written where nobody else has written since."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import msgspec

from digest.basics.files import cannot, check_links, fingerprint_file, write_file
from digest.basics.text import fingerprint
from digest.importing.post import LeftOut
from digest.importing.writing.ledger import Ledger, Record
from digest.importing.writing.postfiles import MadeFile, MadePost

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.post import Post

Deed = Literal["new", "renewed", "same", "edited"]
"""What is done with a post: its files are made, or made anew; it is as it was; or somebody has
edited, moved or deleted a file of it here, and it is left alone though the source has changed."""


ReadCopy = Callable[[MadeFile], bytes | LeftOut]
"""Returns the bytes of a picture, or why it cannot be read."""


class Step(msgspec.Struct, frozen=True):
    """What is to be done for a post."""

    deed: Deed
    record: Record
    """What the ledger is to have of it."""
    write: tuple[MadeFile, ...] = ()
    delete: tuple[str, ...] = ()
    """Files that it had and has no more."""
    touched: tuple[str, ...] = ()
    """Files that are not as an import wrote them."""
    is_behind: bool = False
    """Whether the files are left as they are, though something else would be made by now."""
    left_out: tuple[LeftOut, ...] = ()


def plan_step(
    root: Path,
    post: Post,
    made: MadePost,
    known: Record | None,
    read: ReadCopy,
    *,
    is_asked: bool = False,
) -> Step:
    """Compare what was made of a post with what the ledger and the disk have.

    A post whose source did not change is left as it is, unless `is_asked` says that more may be
    known of it by now. Else those of its files are read that the ledger has. Where the ledger
    does not have it and it is there, an import wrote it if its files are what would be made now.
    """
    if known and not known.begun and known.source == made.source and not is_asked:
        return Step("same", known, is_behind=_is_behind(made, known))
    hashed = {file.path: _hash(file, read) for file in made.files}
    left_out = tuple(one for one in hashed.values() if isinstance(one, LeftOut))
    hashes = {path: one for path, one in hashed.items() if isinstance(one, str)}
    record = Record(
        made.destination.key,
        made.destination.path,
        post.title,
        post.date.isoformat() if post.date else "",
        source=made.source,
        files=hashes,
        fetched={file.fetched: file.path for file in made.files if file.fetched},
    )
    if known is None:
        return _plan_first(root, made, record, left_out)
    return _plan_again(root, made, record, known, left_out)


def _plan_first(root: Path, made: MadePost, record: Record, left_out: tuple[LeftOut, ...]) -> Step:
    """Say what is to be done for a post that the ledger does not have, but the disk may."""
    if not _look(root / record.path):
        write = tuple(file for file in made.files if file.path in record.files)
        return Step("new", record, write, left_out=left_out)
    touched = tuple(
        path for path, hash_ in sorted(record.files.items()) if _look(root / path) != hash_
    )
    deed: Deed = "edited" if touched else "same"
    return Step(deed, record, touched=touched, is_behind=bool(touched), left_out=left_out)


def _plan_again(
    root: Path, made: MadePost, record: Record, known: Record, left_out: tuple[LeftOut, ...]
) -> Step:
    """Say what is to be done for a post that the ledger has."""
    ours = {**known.before, **known.files}
    touched = tuple(path for path in sorted(ours) if not _is_ours(root, path, known))
    if touched:
        return Step("edited", known, touched=touched, is_behind=True)
    hashes = record.files
    if known.files == hashes and not known.begun:
        return Step("same", record, left_out=left_out)
    write = tuple(
        file
        for file in made.files
        if file.path in hashes and _look(root / file.path) != hashes[file.path]
    )
    delete = tuple(path for path in sorted(ours) if path not in hashes and _look(root / path))
    return Step("renewed", record, write, delete, left_out=left_out)


def take_step(root: Path, step: Step, read: ReadCopy, ledger: Ledger, cache: Path) -> None:
    """Write what a step says, each file whole or not at all. Raises FileError where it cannot.

    The ledger is told before and after.
    """
    if step.deed in {"new", "renewed"}:
        known = ledger.records.get(step.record.key)
        before = {**known.before, **known.files} if known else {}
        ledger.note(msgspec.structs.replace(step.record, before=before, begun=True))
        for file in step.write:
            _write(root, file, read, cache)
        for path in step.delete:
            check_links(root, path)
            _delete(root / path)
    if ledger.records.get(step.record.key) != step.record:
        ledger.note(step.record)


def _is_copy(file: MadeFile) -> bool:
    return bool(file.picture or file.fetched)


def _is_behind(made: MadePost, known: Record) -> bool:
    texts = (file for file in made.files if not _is_copy(file))
    return any(known.files.get(file.path) != fingerprint(file.text) for file in texts)


def _is_ours(root: Path, path: str, known: Record) -> bool:
    """Tell whether a file is as an import left it, which may have been cut off."""
    found = _look(root / path)
    if known.begun:
        return found in {known.files.get(path), known.before.get(path), ""}
    return found == known.files[path]


def _look(file: Path) -> str:
    """Return the fingerprint of a file; nothing where there is none, a mark where it is no file."""
    if file.is_symlink():
        return "link"
    try:
        return fingerprint_file(file)
    except FileNotFoundError:
        return ""
    except OSError:
        return "unreadable"


def _hash(file: MadeFile, read: ReadCopy) -> str | LeftOut:
    if not _is_copy(file):
        return fingerprint(file.text)
    data = read(file)
    return data if isinstance(data, LeftOut) else fingerprint(data)


def _write(root: Path, file: MadeFile, read: ReadCopy, cache: Path) -> None:
    check_links(root, file.path)
    data = read(file) if _is_copy(file) else file.text.encode()
    if isinstance(data, LeftOut):
        # it could be read a moment ago: the next import says why it cannot
        return
    write_file(root / file.path, data, cache)


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot("delete", path, error) from error

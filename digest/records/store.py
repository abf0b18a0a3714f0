"""Where the record of a work is kept: one file a work, below content/papers.

The name is the work's key with everything percent-encoded that a file system or a shell could
trip over: `arxiv/hep-th%2F9901001.json`. Keys have no capital letters, so the names stay apart
on file systems that do not tell capitals from small letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import fingerprint
from digest.records.identifiers import SOURCES, Identifier, parse_identifier

if TYPE_CHECKING:
    from typing import Final

FOLDER: Final = "content/papers/"
"""From the site's root."""

_SUFFIX = ".json"
_LONGEST = 200
"""In bytes, of a name without its ending; most file systems allow 255 in all."""
_UNSAFE = lazy_regex(rb"[^A-Za-z0-9._-]")


def record_name(key: str) -> str:
    """Return the path below content/papers of a work's record.

    `key` is canonical, `arxiv:…` or `doi:…`; a ValueError says that works of other kinds have no
    records. A name that would be too long is cut and ends in `~` and a hash.
    """
    kind, _, value = key.partition(":")
    if kind not in SOURCES or not value:
        message = f"no record can have the key {key!r}"
        raise ValueError(message)
    quoted = _UNSAFE.sub(lambda found: b"%%%02X" % found[0][0], value.encode()).decode()
    if len(quoted) > _LONGEST:
        mark = "~" + fingerprint(key)
        quoted = quoted[: _LONGEST - len(mark)] + mark
    return f"{kind}/{quoted}{_SUFFIX}"


def record_key(name: str) -> str | None:
    """Return the key of the work whose record has this path below content/papers.

    None where no record can have it, and for a name that was cut: there only the record itself
    says which work it is of.
    """
    kind, _, file = name.partition("/")
    if "~" in file or not file.endswith(_SUFFIX):
        return None
    key = f"{kind}:{unquote(file.removesuffix(_SUFFIX), errors='replace')}"
    is_canonical = parse_identifier(key) == Identifier(key)
    return key if is_canonical and record_name(key) == name else None

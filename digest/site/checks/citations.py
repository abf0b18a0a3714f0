"""What an editor should know of the works that are cited, wherever they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import shorten
from digest.citing.keyfixes import full_form, rewrite_key
from digest.citing.library import Unresolved
from digest.records.identifiers import Identifier, parse_identifier
from digest.records.store import FOLDER, record_key
from digest.site.index import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.works import Work
    from digest.citing.library import Library
    from digest.content.mentions import Mention

_PLAIN_ID = lazy_regex(r"arxiv:[0-9.]+|doi:10\.[0-9]+/[\w.-]+")
"""Nearly all keys that are ids."""
_VERSIONED = lazy_regex(r"arxiv:.*v[0-9]+", re.IGNORECASE)


def find_unneeded(
    diagnostics: Iterable[Diagnostic], is_asked: Callable[[str], bool]
) -> frozenset[str]:
    """Return the paths of the records that are broken, and are of works that nothing names.

    `is_asked` tells whether any unit asked for a name.
    """
    rules = {"paper-record-broken", "math-broken"}
    broken = {one.path for one in diagnostics if one.rule in rules and one.path.startswith(FOLDER)}
    keys = {path: record_key(path.removeprefix(FOLDER)) for path in broken}
    return frozenset(path for path, key in keys.items() if not key or not is_asked(name("id", key)))


def check_citations(mentions: Iterable[Mention], library: Library) -> Iterator[Diagnostic]:
    """Check the works that are cited: `paper-withdrawn`, and `paper-newer-version`.

    The latter is of citations that name a version. Keys that mean no work are for the pages that
    show them to report.
    """
    for mention in mentions:
        found = library.find(mention.key, mention.edition)
        if isinstance(found, Unresolved):
            continue
        # nearly no work is withdrawn, and nearly no citation names a version
        if found.is_withdrawn or _VERSIONED.fullmatch(mention.key):
            yield from _check(mention, found)


def check_forms(mentions: Iterable[Mention], library: Library) -> Iterator[Diagnostic]:
    """Check that the ids that serve as keys have nothing around them: `id-form`."""
    for mention in mentions:
        key, place = mention.key, mention.place
        if _PLAIN_ID.fullmatch(key) or not library.is_id(key) or not (form := full_form(key)):
            continue
        message = f"'{shorten(key)}' has more around it than the id"
        if mention.typed:
            fix = rewrite_key(key, place, mention.typed, form)
        else:
            fix = place.edit(key, form)
        yield place.diagnose("id-form", message, f"write '{form}'", fix)


def _check(mention: Mention, work: Work) -> Iterator[Diagnostic]:
    place = mention.place
    if work.is_withdrawn:
        message = f"'{work.plain_title}' has been {work.state}"
        hint = "say so in the text, or cite another work"
        yield place.diagnose("paper-withdrawn", message, hint)
    id_ = parse_identifier(mention.key)
    version = id_.version if isinstance(id_, Identifier) else 0
    if work.arxiv and 0 < version < work.arxiv.version:
        message = f"version {version} is cited; the newest is {work.arxiv.version}"
        hint = f"write '@arxiv:{work.arxiv.id}v{work.arxiv.version}', or leave the version out"
        yield place.diagnose("paper-newer-version", message, hint)

"""content/dismissed.txt: the papers that are not to be covered, written by `digest discover`.

A line a paper: its id and those of its other versions, the day on which it was dismissed, and its
first author and title, by which a version with another id is known again. The lines are sorted, so
that two people's can be merged. Lines that begin with `#` are comments.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.diagnostics import Diagnostic, Found
from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line, shorten
from digest.records.identifiers import Identifier, Malformed, is_id_key, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Iterable

DISMISSED_FILE = "content/dismissed.txt"
_HEAD = (
    "# What 'digest discover' shows no more: 'digest discover --dismiss ID' adds to this file.\n"
    "# Commit it with the rest; what is taken out of it is shown again.\n"
)
_DAY = lazy_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LINE = lazy_regex(r"(?P<id>\S+)(?P<rest>.*)")
_LONGEST_TITLE = 200


class Dismissal(msgspec.Struct, frozen=True):
    """A paper that is not to be covered."""

    ids: tuple[str, ...]
    """Its key, `arxiv:…` or `doi:…`, or the address of its page; then those of other versions."""
    day: str = ""
    """`YYYY-MM-DD`; empty where it does not say."""
    author: str = ""
    """The family name of the first author; may be empty, as the title."""
    title: str = ""


def parse_dismissed(text: str) -> Found[tuple[Dismissal, ...]]:
    """Read the text of content/dismissed.txt. A line that has no id is told of, and left out."""
    found, problems = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        matched = _LINE.match(line.strip())
        if matched is None or line.lstrip().startswith("#"):
            continue
        first = _read_id(matched["id"])
        if isinstance(first, Malformed):
            column = len(line) - len(line.lstrip()) + 1
            hint = first.hint or "write an id, and nothing before it"
            problems.append(
                Diagnostic(DISMISSED_FILE, number, column, "id-malformed", first.message, hint)
            )
        else:
            found.append(_read_rest(first, matched["rest"].split()))
    return Found(tuple(found), tuple(problems))


def _read_id(text: str) -> str | Malformed:
    read = parse_identifier(text)
    if isinstance(read, Identifier):
        return read.key
    return read.page or read


def _read_rest(first: str, words: list[str]) -> Dismissal:
    ids = [first]
    while words and is_id_key(words[0]):
        more = _read_id(words.pop(0))
        ids += [more] if isinstance(more, str) else []
    day = words.pop(0) if words and _DAY.fullmatch(words[0]) else ""
    author, colon, title = " ".join(words).partition(": ")
    return Dismissal(tuple(ids), day, author if colon else "", title if colon else author)


def add_dismissals(text: str, dismissals: Iterable[Dismissal]) -> str:
    """Return the text of content/dismissed.txt with more papers. What is there stays."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    comments = [line for line in lines if line.startswith("#")]
    kept = {line for line in lines if not line.startswith("#")}
    kept |= {_format_line(one) for one in dismissals}
    head = "".join(f"{line}\n" for line in comments) or _HEAD
    return head + "".join(f"{line}\n" for line in sorted(kept))


def _format_line(one: Dismissal) -> str:
    title = shorten(one_line(one.title), _LONGEST_TITLE)
    # what separates the two is in neither
    author = re.sub(r":\s*", " ", one.author)
    named = f"{author}: {title}" if title else ""
    return one_line(" ".join((*one.ids, one.day, named)))

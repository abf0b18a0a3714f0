"""A checklist of papers, as GitHub shows one in an issue, and what is ticked in it.

The id of a paper is what stands in code style right behind its box, and nothing else: whatever
else an issue has, a title, a link or what somebody has written into it, is no id.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from digest.basics.hosts import may_be_asked
from digest.basics.lazyregex import lazy_regex
from digest.content.decode import list_fenced
from digest.records.identifiers import Identifier, parse_identifier

if TYPE_CHECKING:
    from collections.abc import Collection

_BOX = lazy_regex(r" {0,3}[-*+][ \t]+\[(?P<mark>[xX ])\][ \t]+(?P<rest>.*)")
_ID = lazy_regex(r"`(?P<id>[!-_a-~]+)`(?:[ \t]|$)")
_COMMENT = lazy_regex(r"^ {0,3}<!--.*?(?:-->|\Z)", re.DOTALL | re.MULTILINE)
"""An HTML block (CommonMark, "HTML blocks", 2); within a line it hides no box of another."""
_KEPT = "Ticked before:"


class Ticked(msgspec.Struct, frozen=True):
    """What is ticked in a checklist."""

    ids: tuple[str, ...] = ()
    """The keys of works, `arxiv:…` or `doi:…`, and the addresses of pages; each once, in order."""
    unclear: tuple[int, ...] = ()
    """The numbers of the ticked lines that have no id where one must stand."""


def format_item(id_: str, text: str) -> str:
    """Return a line of a checklist: a box, the paper's id, and one line of Markdown about it."""
    return f"- [ ] `{_plain(id_)}` {text}"


def read_ticked(text: str) -> Ticked:
    """Read which boxes are ticked. What is not shown as a box, as in code, is none."""
    ids: dict[str, None] = {}
    unclear = []
    for number, line in enumerate(_shown_lines(text), start=1):
        box = _BOX.match(line)
        if box is None or box["mark"] == " ":
            continue
        if id_ := _read_id(box["rest"]):
            ids[id_] = None
        else:
            unclear.append(number)
    return Ticked(tuple(ids), tuple(unclear))


def keep_ticks(fresh: str, wanted: Collection[str]) -> str:
    """Return a new checklist with the boxes of some ids ticked.

    Those that it does not have come behind it.
    """
    lines, found = [], set()
    for line in fresh.split("\n"):
        box = _BOX.match(line)
        id_ = _read_id(box["rest"]) if box else ""
        if box and id_ in wanted:
            found.add(id_)
            line = f"{line[: box.start('mark')]}x{line[box.end('mark') :]}"  # noqa: PLW2901 -- ticked
        lines.append(line)
    text = "\n".join(lines).rstrip("\n") + "\n"
    rest = [f"- [x] `{_plain(id_)}`\n" for id_ in wanted if id_ not in found]
    return f"{text}\n{_KEPT}\n\n{''.join(rest)}" if rest else text


def _shown_lines(text: str) -> list[str]:
    """Return a text's lines, those empty of which GitHub shows nothing or code."""
    # as many lines as before
    shown = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.replace("\r\n", "\n"))
    lines = shown.split("\n")
    code = frozenset(list_fenced(lines))
    return ["" if number in code else line for number, line in enumerate(lines, start=1)]


def _read_id(text: str) -> str:
    """Return the id that stands at the beginning; empty where that is none, written as it must."""
    marked = _ID.match(text)
    if marked is None:
        return ""
    found = parse_identifier(marked["id"])
    if isinstance(found, Identifier):
        return found.key if found.key == marked["id"] else ""
    return found.page if found.page == marked["id"] and may_be_asked(found.page) else ""


def _plain(id_: str) -> str:
    """Return an id as it can stand in code style: an address may have signs that cannot."""
    return re.sub(r"[^!-_a-~]+", lambda signs: quote(signs[0], safe=""), id_)

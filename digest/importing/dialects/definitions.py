"""Definitions of links that another file has for many posts: `[label]: https://…`.

One may have a hole that a template fills, the same in label and address, as
`[Issue #{{n}}]: https://…/{{n}}`: then a label that fits it says what stands there.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from digest.basics.lazyregex import lazy_regex
from digest.importing.markuppatterns import LINK_LABEL
from digest.markdown.outline import name_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from digest.importing.dialects.leftouts import LeftOuts

_DEFINITION = lazy_regex(
    rf"^[ ]{{0,3}}\[(?!\^)(?P<label>{LINK_LABEL})\]:[ \t]*(?P<to>\S+)"
    r"(?P<title>[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*$",
    re.MULTILINE,
)
_USED = lazy_regex(
    r"\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\[(?P<label>[^\[\]]*)\])?(?![(:])"
)
_WORD_ENDS = lazy_regex(r"[\w,;]\s")
_NO_ADDRESS = "the label of a link whose address no file has that was given"
_HOLE = lazy_regex(r"\{\{-?\s*([\w.]+)[^{}]*\}\}")
_REST = lazy_regex(
    r"\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}"
    r"|\{%[\s\S]*?%\}|<!--[\s\S]*?-->|\{\{[^{}]*\}\}"
)


def is_only_definitions(text: str) -> bool:
    """Tell whether a file has definitions, and besides them nothing that is shown."""
    return "]:" in text and not _DEFINITION.sub("", _REST.sub("", text)).strip()


class _Offered(NamedTuple):
    """The definitions that a file has."""

    plain: dict[str, str]
    """What stands behind the colon, by the label as labels are compared."""
    holed: tuple[tuple[str, str], ...]
    """Labels with a hole, and what stands behind the colon."""


@functools.lru_cache(maxsize=64)
def _read(text: str) -> _Offered:
    found = [
        (one["label"], f"{one['to']}{one['title'] or ''}") for one in _DEFINITION.finditer(text)
    ]
    plain = {name_label(label): to for label, to in found if "{{" not in label + to}
    return _Offered(plain, tuple((label, to) for label, to in found if "{{" in label))


def add_definitions(text: str, offered: Iterable[str]) -> str:
    """Return a text with the definitions behind it that it lacks and that other files offer."""
    files = [_read(one) for one in offered]
    lacking = _find_lacking(text) if any(files) else {}
    added = ""
    for folded, label in lacking.items():
        plain = (one.plain[folded] for one in files if folded in one.plain)
        filled = (_fill(holed, to, label) for one in files for holed, to in one.holed)
        if to := next((to for to in (*plain, *filled) if to), ""):
            added += f"[{label}]: {to}\n"
    return f"{text.rstrip()}\n\n{added}" if added else text


def drop_lacking(text: str, leftouts: LeftOuts) -> str:
    """Return a text in which of links whose label has no definition only the words are left.

    Code is put aside in it. The labels are left out.
    """
    lacking = _find_lacking(text) if "][" in text else {}

    def drop(found: re.Match[str]) -> str:
        label, words = found["label"], found["words"]
        if label is None or name_label(label or words) not in lacking:
            return found[0]
        leftouts.add(text, found.start(), f"[{label or words}]", _NO_ADDRESS)
        ends = "\n" * (found[0].count("\n") - words.count("\n"))
        # a line that ends within a word would part it: `[blinded][topic⏎routing]-payment`
        is_within = text[found.end() : found.end() + 1].strip()
        before = text[max(found.start() - 2, 0) : found.start()]
        return ends + words if is_within and _WORD_ENDS.fullmatch(before) else words + ends

    return _USED.sub(drop, text) if lacking else text


def _find_lacking(text: str) -> dict[str, str]:
    """Return the labels that a text uses and does not define, by how they are compared."""
    used = {
        name_label(label): " ".join(label.split())
        for one in _USED.finditer(text)
        if (label := one["label"] or one["words"]).strip() and "[" not in label
    }
    for one in _DEFINITION.finditer(text):
        used.pop(name_label(one["label"]), None)
    return used


def _fill(holed: str, to: str, label: str) -> str:
    """Return an address, its hole filled as in a label; nothing where it is for another."""
    names = {one[1] for one in _HOLE.finditer(holed + to)}
    if len(names) != 1:
        return ""
    parts = [re.escape(" ".join(part.split())) for part in _split(holed)]
    fits = re.fullmatch(r"\s*([\w.-]+)\s*".join(parts), label, re.IGNORECASE)
    return _HOLE.sub(lambda _: fits[1], to) if fits else ""


def _split(label: str) -> Iterator[str]:
    position = 0
    for hole in _HOLE.finditer(label):
        yield label[position : hole.start()]
        position = hole.end()
    yield label[position:]

"""Parts of an entry with a name: `❓ Why → …`, `**Key insights**: …`, `#### Why it matters`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify
from digest.importing.recognise.words import LABELS, LINK_FIELDS, TEXT_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

# emoji and signs like them, but for arrows
_SIGN = rf"(?:[^→⟶⇒➡{TEXT_SIGNS}]|\ufe0f|\u200d)"
_ICON = rf"(?P<icon>{_SIGN}{{0,6}})"
_NAME = r"(?P<name>[^\W_](?:[\w’'/;&,-]|\s(?=\S)){0,40}[\w?!])"
_ARROW = r"(?:→|⟶|⇒|➡\ufe0f?|-+>|=+>)"
_EM = r"(?:\*{1,3}|_{1,3}|)"
_LABEL = lazy_regex(
    # emphasis, an icon, a name; an arrow or a colon behind it, with the emphasis closed before it
    # or behind it; the icon may stand before the emphasis too
    rf"(?P<before>{_SIGN}{{0,6}}\s?)(?P<open>{_EM})\s?{_ICON}\s{{0,3}}{_NAME}\s?"
    rf"(?:(?P<arrow>{_ARROW})\s*(?P=open)|(?P=open)\s*(?P<arrow2>{_ARROW})"
    r"|(?P<colon>[:\uff1a])\s*(?P=open)|(?P=open)\s*(?P<colon2>[:\uff1a])"
    r"|(?P<dot>[.]?)(?P=open)(?P<alone>\s*$|\s+[–—-]+(?=\s)|(?=\s)))"
    r"\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = lazy_regex(
    # a space behind a sentence, before an icon, a name and an arrow
    rf"(?<=[.!?)…”\"*_])\s(?={_EM}{_SIGN}{{1,6}}\s?{_EM}\s*[^\W\d_][\w’'/ -]{{1,30}}?\s*{_EM}"
    rf"\s*{_ARROW})"
)
_MOST_WORDS = 5


class Label(msgspec.Struct, frozen=True):
    """The name of a part, and its text behind it."""

    name: str
    icon: str
    rest: str
    is_marked: bool
    """Whether something says that it is one: an arrow, an icon, or emphasis."""
    is_sure: bool
    """Whether it is one whatever its name."""

    @property
    def slug(self) -> str:
        """The name as it is compared."""
        return slugify(self.name)


def read_label(text: str) -> Label | None:
    """Read the label at the beginning of a paragraph; None where there is none."""
    found = _LABEL.match(text)
    if not found:
        return None
    arrow = found["arrow"] or found["arrow2"]
    colon = found["colon"] or found["colon2"]
    name, opened = found["name"].strip(), found["open"]
    icon = found["before"].strip() or found["icon"].strip()
    if len(name.split()) > _MOST_WORDS or slugify(name) in LINK_FIELDS:
        return None
    if not (arrow or colon or opened or (icon and not found["rest"])):
        # words alone on a line
        return None if found["rest"] else Label(name, icon, "", is_marked=False, is_sure=False)
    if not (arrow or colon) and found["rest"] and not found["alone"].strip() and not found["dot"]:
        # emphasis at the beginning of a sentence
        return None
    is_sure = bool(arrow and (icon or opened))
    return Label(
        name, icon, found["rest"], is_marked=bool(arrow or icon or opened), is_sure=is_sure
    )


def split_labelled(text: str, known: frozenset[str]) -> list[tuple[str, str]]:
    """Part a paragraph's text by the labels in it: names, empty for what has none, and texts."""
    parts: list[tuple[str, str]] = []
    for piece in _pieces(text):
        label = read_label(piece)
        if label and is_label(label, known):
            parts.append((label.name, label.rest.strip()))
        elif parts:
            name, before = parts[-1]
            parts[-1] = name, f"{before}\n{piece}".strip("\n")
        else:
            parts.append(("", piece))
    return parts


def _pieces(text: str) -> Iterable[str]:
    for line in text.split("\n"):
        yield from _WITHIN.split(line)


def is_label(label: Label, known: frozenset[str]) -> bool:
    """Tell whether a label names a part; `known` are the slugs of those that repeat."""
    return label.is_sure or label.slug in known or (label.is_marked and label.slug in LABELS)

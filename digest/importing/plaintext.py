"""A line of Markdown or HTML as plain text, and plain text as Markdown."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import one_line
from digest.markdown.outline import find_marks, name_label
from digest.render.twins.escaping import escape_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL = lazy_regex(r"\]\[([^\[\]]+)\]|\[([^\[\]]+)\]\[\]")
_SIGN = lazy_regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|\\\n|&(?:#\w+|\w+);|</?[A-Za-z][^<>]*>"
    r"|(?<![\w~])~~(?!~)|(?<!~)~~(?![\w~])"
)
_TAG = lazy_regex(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_AT = lazy_regex(r"(?<![\w\\])@(?=[\w{])")


def plain_text(markdown: str, *, has_pictures: bool = True) -> str:
    """Return the words of a line of Markdown, without what marks them; formulas as typed.

    `has_pictures` says whether the words that stand for pictures are among them.
    """
    if not any(sign in markdown for sign in "[*_`\\~<&"):
        return " ".join(markdown.split())
    # the words are the same wherever a label leads
    labels = tuple((name_label(one[1] or one[2]), "#") for one in _LABEL.finditer(markdown))
    kept, at = [], 0
    for start, end, typed in sorted(_list_cuts(markdown, labels, has_pictures=has_pictures)):
        if start >= at:
            kept += [_SIGN.sub(_read_sign, markdown[at:start]), typed]
        at = max(at, end)
    return " ".join("".join([*kept, _SIGN.sub(_read_sign, markdown[at:])]).split())


def _list_cuts(
    text: str, labels: tuple[tuple[str, str], ...], *, has_pictures: bool
) -> Iterator[tuple[int, int, str]]:
    """List what is no text with signs: where it begins and ends, and what stays of it."""
    for mark in find_marks(text, labels):
        first, last = mark.inner
        if mark.kind == "math":
            yield mark.start, mark.end, text[mark.start : mark.end]
        elif mark.kind == "code":
            yield mark.start, mark.end, text[first:last]
        elif mark.kind == "image" and not has_pictures:
            yield mark.start, mark.end, ""
        else:
            yield mark.start, first, ""
            yield last, mark.end, ""


def _read_sign(found: re.Match[str]) -> str:
    if found[0].startswith("&"):
        return unescape(found[0])
    return found["escaped"] or (" " if found[0].endswith("\n") else "")


def plain_html(text: str) -> str:
    """Return a title or the like, which may have tags and entities of HTML, on one line."""
    text = _TAG.sub("", text)
    for _ in range(2):
        # some are escaped twice
        text = unescape(text)
    return one_line(text.replace("\u200b", "").replace("\ufeff", ""))


def as_markdown(text: str) -> str:
    """Return plain text on one line as Markdown that says the same."""
    return _AT.sub(r"\\@", escape_text(" ".join(text.split())))

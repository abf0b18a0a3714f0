"""Titles, names and tags: texts of one line that are no Markdown, but may have math and styles."""

from __future__ import annotations

import functools
import re
from html import escape
from typing import TYPE_CHECKING

from digest.basics.dollarmath import split_math
from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import PLAIN_STYLES, Writer, change_words, write
from digest.markdown.math import set_math
from digest.markdown.mathtext import math_words
from digest.markdown.problems import DOLLAR, report_math

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digest.basics.diagnostics import Diagnostic, Place

_APOSTROPHE = lazy_regex(r"(?<=[\w>])'(?=\w)|(?<=s)'(?=\s)|(?<=s</i>)'(?=\s)")
# as TeX has them, in titles of BibTeX and arXiv
_SINGLE_QUOTED = lazy_regex(r"(?<![\w`])`(?=\S)([^`]+?)(?<=\S)'(?![\w'])")
# signs that turn the direction of text: those of a title must not reach beyond it
_TURNING = lazy_regex("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKUP = lazy_regex(r"(<math[ >].*?</math>|<[^>]*>)", re.DOTALL)


@functools.cache
def render_title(text: str) -> tuple[str, str]:
    r"""Return a record's title, rich text, as HTML and as plain text.

    A title is no Markdown: whatever else it has is shown, only apostrophes are curved and TeX's
    single quotes turned, and `\$` is a dollar. Math is set, in plain text in Unicode; what cannot
    be set is shown as its TeX. In plain text raised and lowered text is `10⁶` where Unicode has the
    signs, and small capitals are capitals in both.
    """
    text = _TURNING.sub("", text)
    text = change_words(text, _curve) if "'" in text else text
    return write(text, TITLE_HTML), write(text, TITLE_TEXT)


def italic_html(html: str) -> str:
    """Return HTML in italics; what is in italics already is upright, as typographers have it."""
    if "<i>" not in html:
        return f"<i>{html}</i>"
    parts, depth = [], 0
    for part in _MARKUP.split(html):
        if part in {"<i>", "</i>"}:
            depth += 1 if part == "<i>" else -1
        elif not part.strip() or part.startswith("<") or depth:
            parts.append(part)
        else:
            parts.append(f"<i>{part}</i>")
    return "".join(parts)


def _curve(text: str) -> str:
    return _APOSTROPHE.sub("’", _SINGLE_QUOTED.sub("‘\\1’", text))


def _set_words(tex: str) -> str:
    return math_words(set_math(tex, display=False).html)


def _dollars(text: str) -> str:
    return text.replace("\\$", "$")


TITLE_HTML = Writer(
    lambda words: escape(_dollars(words), quote=False),
    lambda tex: set_math(tex, display=False).html,
    {"i": italic_html} | {tag: f"<{tag}>{{}}</{tag}>".format for tag in ("b", "sup", "sub")},
)
"""How pages, mails and feeds have titles."""
TITLE_TEXT = Writer(_dollars, _set_words, PLAIN_STYLES)
"""How plain text has titles."""


def plain_math(text: str) -> str:
    """Return a text with its math in Unicode, for where no formula can be shown."""
    if "$" not in text:
        return text
    return "".join(
        _set_words(piece.text) if piece.is_math else _dollars(piece.text)
        for piece in split_math(text)
    )


def check_math(
    text: str, place: Callable[[int], Place], hint: str = DOLLAR
) -> Iterator[Diagnostic]:
    """Report each formula that cannot be set: `math-broken`. `place` gives that of an offset."""
    for piece in split_math(text) if "$" in text else ():
        problem = set_math(piece.text, display=False).problem if piece.is_math else ""
        if problem:
            yield report_math(place(piece.offset), problem, hint)

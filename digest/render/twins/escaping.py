"""Text that stays text when it is read as Markdown.

CommonMark 0.31.2, "Backslash escapes"; besides, the signs of GitHub's tables and struck out words,
and dollars, between which many readers see math.
"""

from __future__ import annotations

import functools
import unicodedata
from html import unescape
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.mathtext import split_mathml
from digest.render.facts import plain_scripts

if TYPE_CHECKING:
    import re

_SIGNS = lazy_regex(
    # what means something wherever it stands
    r"[\\`*\[\]<~$]"
    # within a word an underscore is only a sign
    r"|(?<![^\W_])_|_(?![^\W_])"
    # an entity, an image
    r"|&(?=#?\w{1,32};)|!$"
)
_ANY_SIGN = lazy_regex(r"[\\`*\[\]<~$_&!]")
_ENTITY = lazy_regex(r"&(?=#?\w{1,32};)")
_IN_TITLE = lazy_regex(r'[\\"]|&(?=#?\w{1,32};)')
_RUN = lazy_regex("`+")
_SPACE = lazy_regex(r"\s*\n\s*")
_AT_BEGINNING = lazy_regex(r"#{1,6}(?=\s|$)|[-+=](?=[-+=\s]|$)|>|:(?=\s|$)|\|")
_NUMBER_AT_BEGINNING = lazy_regex(r"^(\d{1,9})([.)])(?=\s|$)")
_ENDS_OPEN = lazy_regex(r"(?<!\\)(?:\\\\)*\\$")
_TAG = lazy_regex(r"(<[^>]*>)")
_TAGS = {"*": "em", "**": "strong", "~~": "del"}


def escape_text(text: str) -> str:
    """Return a text within a line; an end of a line in it is a space."""
    if "\n" in text:
        text = _SPACE.sub(" ", text)
    # most texts have none of them
    return _SIGNS.sub(_escape, text) if _ANY_SIGN.search(text) else text


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def escape_beginning(line: str) -> str:
    """Return a line that begins no heading, list or quotation, nor underlines the one before it."""
    line = line.lstrip(" \t")
    if line[:1].isalpha():
        return line
    if _AT_BEGINNING.match(line):
        return f"\\{line}"
    number = _NUMBER_AT_BEGINNING.match(line)
    return f"{number[1]}\\{line[number.end() - 1 :]}" if number else line


def escape_cell(text: str) -> str:
    """Return a line as it stands in a cell of a table, where no bar is only a sign."""
    return text.replace("|", "\\|")


def code(text: str) -> str:
    """Return code within a line (CommonMark, "Code spans")."""
    fence = "`" * (_longest_run(text) + 1)
    is_apart = text.startswith("`") or text.endswith("`")
    is_apart = is_apart or (text.startswith(" ") and text.endswith(" ") and bool(text.strip()))
    space = " " if is_apart else ""
    return f"{fence}{space}{text}{space}{fence}"


def math(tex: str, dollars: str) -> str:
    """Return a formula within a line, in dollars; as code where its end would escape them."""
    # on one line, or what begins its second line would be taken for a mark
    line = " ".join(tex.split())
    return code(line) if _ENDS_OPEN.search(line) else f"{dollars}{line}{dollars}"


def fence(text: str) -> str:
    """Return the fence around a block of code."""
    return "`" * max(_longest_run(text) + 1, 3)


def _longest_run(text: str) -> int:
    return max(map(len, _RUN.findall(text)), default=0) if "`" in text else 0


def destination(address: str) -> str:
    """Return an address as it stands behind a link's text."""
    if "&" in address:
        address = _ENTITY.sub("&amp;", address)
    return f"<{address}>" if "(" in address or ")" in address or not address else address


def link(text: str, address: str, title: str = "") -> str:
    """Return a link; `text` is Markdown."""
    behind = ""
    if title:
        quoted = _IN_TITLE.sub(_escape, _SPACE.sub(" ", title))
        behind = f' "{quoted}"'
    return f"[{text}]({destination(address)}{behind})"


def mark(sign: str, inner: str, before: str, after: str, *, is_nested: bool) -> str:
    """Return words between two signs of emphasis; between tags where they would be read as signs.

    `before` and `after` are the characters around them, or nothing, and `is_nested` tells whether
    they stand within another mark.
    """
    words = inner.strip()
    # the signs of marks within this one belong to its own
    shown = words.strip("*~")
    if not shown:
        return inner
    lead, tail = inner[: inner.find(words)], inner[inner.find(words) + len(words) :]
    before, after = lead[-1:] or before, tail[:1] or after
    opens = _belongs(shown[0], before, is_nested=is_nested)
    closes = _belongs(shown[-1], after, is_nested=is_nested)
    if opens and closes and sign[0] not in {before, after}:
        return f"{lead}{sign}{words}{sign}{tail}"
    return f"{lead}<{_TAGS[sign]}>{words}</{_TAGS[sign]}>{tail}"


def _belongs(inside: str, outside: str, *, is_nested: bool) -> bool:
    """Tell whether a sign of emphasis belongs to what is inside it.

    CommonMark, "Emphasis and strong emphasis": left-flanking and right-flanking runs. One within
    another mark must not be both, or it could end that one.
    """
    if not outside or outside.isspace():
        return True
    if is_nested:
        return _is_sign(outside) and not _is_sign(inside)
    return _is_sign(outside) or not _is_sign(inside)


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


@functools.lru_cache(maxsize=1000)
def markup(html: str) -> str:
    """Return a title or a reference, finished HTML of digest's own, as Markdown.

    The last ones are held: several pages have each.
    """
    if "<" not in html:
        return escape_text(unescape(html))
    made = ""
    opened: list[int] = []
    """Where what is in each open style begins."""
    for piece, is_math in split_mathml(plain_scripts(html)):
        parts = [math(piece, "$")] if is_math else _TAG.split(piece)
        for index, part in enumerate(parts):
            if part in {"<i>", "<b>"}:
                opened.append(len(made))
            elif part in {"</i>", "</b>"} and opened:
                start = opened.pop()
                after = next(filter(None, parts[index + 1 :: 2]), "")
                sign = "*" if part == "</i>" else "**"
                around = made[:start][-1:], unescape(after)[:1]
                made = made[:start] + mark(sign, made[start:], *around, is_nested=bool(opened))
            elif not index % 2:
                made += part if is_math else escape_text(unescape(part))
    return made

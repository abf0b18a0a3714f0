"""Lines that were meant as items of a list or as rows of a table, and that Markdown joins to one.

So they come out of a word processor, a spreadsheet, a chat or another markup language.
"""

# ruff: noqa: RUF001 -- signs in full width are meant

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import Remark, make_form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_JOINED = "the lines here would be joined to one"
_SPACES = "two spaces at the end of each line that is to be one"
_BREAKS = f", or {_SPACES}"
_BULLETS = "•‣⁃∙·◦●○▪▫■□◆◇▶►➢➤➔→⇒✓✔✗✘\uf0b7\uf0a7\uf0d8"
"""What stands before an item in place of a hyphen; the last ones are those of Word's own faces."""
_ALONE = "•‣⁃●■◆\uf0b7\uf0a7\uf0d8"
"""Those that no sentence has: a line that begins with one is an item, though it is alone."""
_PICTURES = "➡✅❌☐☑☒★☆✨⭐⚡⚠👉🔹🔸🔥🚀💡📌📍📝📄📊📈📢📅🎯🎉🤖🧠🔗🔍🛠🌍👀💬🏆"
"""The most usual of those that stand before an item and say something of their own."""
_CIRCLED = "①②③⓵❶"
_ANY_SIGN = (
    r"[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    r"\U0001f300-\U0001faff]\ufe0f?"
)
_SIGN = rf"(?:[{_BULLETS}]|{_ANY_SIGN}|\d\ufe0f?\u20e3)"
_NUMBER = r"\((?:\d{1,2}|[a-z])\)|（\d{1,2}）|\d{1,2}[）、]|[a-z]\)|[a-z]\.(?=[ \t])"
"""What numbers an item in a way that Markdown does not know."""
_FIRST_NUMBER = r"\([1a]\)|（1）|1[）、]|a[).]"
_SOFT = lazy_regex(r"(?<!  )(?<!\\)(?<!<br>)(?<!<br/>)(?<!<br />)\n")
"""The end of a line that is no end of a line on the page."""
_MOST_CELLS = 20


def _run(mark: str, first: str = "") -> str:
    """Return the pattern of lines that begin with a mark, or the first with `first`."""
    return (
        rf"^[ \t]*(?P<mark>{first or mark})[ \t\xa0]*(?P<word>\S++)[^\n]*+"
        rf"(?:\n[ \t]*(?:{mark})[^\n]*+)*"
    )


def _is_joined(found: Found) -> bool:
    is_alone = "\n" not in found.whole
    if is_alone and not (found.before == "\n" and found["mark"] in _ALONE):
        return False
    start, end = found.match.span()
    return bool(_SOFT.search(found.typed.text, start - is_alone, end))


def _tell_items(found: Found) -> str | Remark:
    mark, word = found["mark"], found["word"]
    item = f"- {word}" if mark in f"{_BULLETS}–—§o*+." else f"- {mark} {word}"
    hint = f"write '{item}' for an item of a list{_BREAKS}"
    return Remark(hint, _JOINED) if _is_joined(found) else ""


def _tell_numbered(found: Found) -> str | Remark:
    before = found.match.string[: found.match.start()].rstrip()
    if not _is_joined(found) or (before and before[-1] not in ":："):
        # a sentence that counts what it says is wrapped there
        return ""
    return Remark(f"write '1. {found['word']}' for an item of a list{_BREAKS}", _JOINED)


def _tell_inner(found: Found) -> str:
    word = found["word"]
    return f"write '  - {word}' for an item below another one, or '\\*' for the sign"


def _tell_rows(found: Found) -> str | Remark:
    first = [cell.strip() for cell in found.match[0].split("\n")[0].split("\t") if cell.strip()]
    if not _SOFT.search(found.whole) or not 1 < len(first) <= _MOST_CELLS:
        return ""
    dashes = "|" + "---|" * len(first)
    hint = f"write '|' between the cells and around each row, and '{dashes}' below the first one"
    return Remark(hint, "the rows of a table would be shown as text")


FORMS = (
    make_form(
        tuple(f"\n{sign}" for sign in _BULLETS + _PICTURES + _CIRCLED),
        _run(_SIGN),
        _tell_items,
    ),
    # the last two are Word's
    make_form(
        ("\n– ", "\n— ", "\n§", "\no\t", "\no\xa0"),
        _run(r"(?:[–—](?=[ \t\xa0])|§(?=\s+[^\W\d_])|o(?=[\t\xa0]))"),
        _tell_items,
    ),
    make_form(
        ("\n*", "\n+"),
        _run(r"[*+](?=[^\W\d_])"),
        _tell_items,
    ),
    make_form(
        ("\n. ", "\n#. ", "\n(@) "),
        _run(r"(?:#?\.|\(@\))(?=[ \t])"),
        _tell_items,
    ),
    make_form(
        ("\n(", "\na)", "\na.", "\n1）", "\n1、", "\n（1"),
        _run(_NUMBER, _FIRST_NUMBER),
        _tell_numbered,
    ),
    make_form(
        ("\n** ", "\n*** ", "\n.. "),
        r"(?<=\n)(?:\*{2,}|\.{2})[ \t]+(?P<word>[^\s*]+)",
        _tell_inner,
    ),
    make_form(
        "\n| ",
        r"^\|[ \t]+[^|\n]+(?:\n\|[ \t]+[^|\n]+)+$",
        lambda _: Remark(f"take the bars away, and put {_SPACES}", _JOINED),
    ),
    make_form(
        "\t",
        r"^[^\t\n]+(?:\t+[^\t\n]+)+(?:\n[^\t\n]+(?:\t+[^\t\n]+)+)+",
        _tell_rows,
    ),
)

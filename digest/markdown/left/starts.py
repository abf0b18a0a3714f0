"""What begins a line as a heading, a list or a formula would, but for a blank or its end.

And what ends the last line as if another one followed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, Remark, make_form
from digest.markdown.left.hints import OR_BRACKET, TABLE

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_SIGN = ", or '\\#' for a sign"
_NO_BREAK = "\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
_ENDINGS = words_of(
    "able based ed er est free ful ing ise ish ism ist ity ize less like ly ment ness ology ous "
    "style tion type wise"
)
"""What is spoken of with a hyphen before it."""
_DASHES = " \t|:-"
"""What the second row of a table is of."""
_OTHER_BOXES = "/-><!"
"""What other programs have in the box of a task that is neither open nor done."""
_DRIVE = lazy_regex(r"\W*[A-Za-z]:")
_DIRECTIVES = ("papers", "references")
_ITEM = lazy_regex(r"^-(?=[^\W\d_]|\[)", re.MULTILINE)


def _tell_item(found: Found) -> str:
    word = found["word"]
    is_lone = len(_ITEM.findall(found.match.string)) == 1
    if word in _ENDINGS or (is_lone and word[0].isalpha() and not word[0].islower()):
        # a lone `-Ada` is a signature, and so is `-艾达`
        return ""
    return f"write '- {word}' for an item of a list, or '\\-' for the sign"


def _tell_table(found: Found) -> str | Remark:
    first, *rows = found.match[0].split("\n")
    cells = first.strip().strip("|").count("|") + 1
    dashes = "|" + "---|" * cells
    message = "the rows of a table would be shown as text"
    if not first.strip(_DASHES):
        return Remark("take the empty line before it away, or write the table's first row", message)
    if any(not row.strip(_DASHES) for row in rows):
        return Remark(f"write '{dashes}' below its first row, which has as many cells", message)
    return Remark(f"write '{dashes}' below its first row", message)


def _tell_box(found: Found) -> str | Remark:
    box = found["box"] or " "
    if box in _OTHER_BOXES:
        hint = "write '[ ]' for a task that is open, or '\\[' for the bracket"
        return Remark(hint, length=3)
    if found["box"] and found["blank"]:
        # `[x] y` outside of a list may be anything
        return ""
    hint = f"write '[{box}]' and a blank behind it for a task{OR_BRACKET}"
    return Remark(hint, length=len(found["box"]) + 2)


def _tell_break(found: Found) -> str:
    word = found.match.string[: found.match.start()].split()[-1]
    # `src\lib\` and `C:\` are folders
    is_folder = "\\" in word or _DRIVE.fullmatch(word)
    return "" if is_folder else "take it away: no line follows it, or '\\\\' for the sign"


def _tell_two(found: Found) -> str:
    is_break = found.whole == "\\\\"
    return "write '\\' alone where a line ends" if is_break else ""


FORMS = (
    make_form(
        "\n##",
        r"^(?P<marks>#{2,6})(?P<word>[^\W_][^\s#]*)",
        lambda found: f"write '{found['marks']} {found['word']}' for a heading{_SIGN}",
    ),
    # a hashtag stands alone, or begins a sentence
    make_form(
        "\n#",
        r"\A\n?#(?P<word>[A-Z][a-z]+)(?=(?: [^\s#]+){1,7}[ \t]*\Z)(?!.*[.!?:…][ \t]*\Z)",
        lambda found: f"write '# {found['word']}' for a heading{_SIGN}",
    ),
    make_form(
        tuple(f"{mark}{blank}" for mark in "#-*" for blank in _NO_BREAK),
        rf"^(?P<mark>#{{1,6}}|[-*])[{_NO_BREAK}]+(?P<word>\S+)",
        lambda found: (
            f"write '{found['mark']} {found['word']}', with a plain space, or"
            f" '\\{found['mark'][0]}' for the sign"
        ),
    ),
    make_form(
        "\n#######",
        r"^#{7,}(?=\s+\S)",
        "write '######' for the smallest heading, or '\\#' for a sign",
    ),
    make_form(
        ("\n===", "\n'''"),
        r"\A\n?(?:={3,}|'{3,})[ \t]*\Z",
        "write '---' between two empty lines for a line across the page",
    ),
    make_form(
        "$$",
        r"^[ \t]*\$\$[ \t]*$",
        "write '$$' also on the line behind the formula, or '\\$' for a sign",
    ),
    make_form(
        "\n-",
        r"^-(?P<word>\[[ xX]\](?=\s)|[^\W\d_]{2,}(?=\s+\S))",
        _tell_item,
    ),
    make_form(
        "\n|",
        r"^[ \t]*\|[^\n]*\|[ \t]*(?:\n[ \t]*\|[^\n]*\|[ \t]*)+$",
        _tell_table,
    ),
    make_form(
        ("\n+-", "\n+="),
        r"^\+(?:[-=]{2,}\+)+[ \t]*$(?:\n[^\n]*)*",
        TABLE,
    ),
    make_form(
        ("\n[]", "\n[x]", "\n[X]", "\n[ ]", "\n[/]", "\n[-]", "\n[>]", "\n[<]", "\n[!]"),
        r"\A\n?\[(?P<box>|[ xX]|[-/<>!])\](?P<blank>[ ]?)(?=[^\W\d_]{2})",
        _tell_box,
    ),
    make_form(
        tuple(f"\n{digit}" for digit in range(1, 10)),
        r"^(?P<mark>\d{1,2}[.)])(?P<word>[^\W\d_]{2,})(?=\s+\S)",
        lambda found: f"write '{found['mark']} {found['word']}' for an item of a list",
    ),
    make_form(
        tuple(f"\n{colons}{{{name}}}" for colons in ("", ":", "::") for name in _DIRECTIVES),
        rf"^:{{0,2}}\{{(?P<name>{'|'.join(_DIRECTIVES)})\}}[ \t]*$",
        lambda found: f"write ':::{{{found['name']}}}', and ':::' on a line of its own behind it",
    ),
    # Markdown's own sign for a new line, and LaTeX's
    make_form("\\", r"(?<=[^\s\\])\\\Z", _tell_break),
    make_form(f"{OPAQUE}\n", rf"(?<!{OPAQUE}){OPAQUE}{{1,2}}(?=\n)", _tell_two),
)

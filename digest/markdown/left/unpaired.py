"""Signs of emphasis, code and formulas, and brackets, that lack the other one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.brackets import find_layout
from digest.markdown.left.forms import OPAQUE, make_form
from digest.markdown.left.fullwidth import CLOSING, LETTER, OPENING
from digest.markdown.left.hints import OR_BRACKET

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.markdown.left.forms import Found

_CODE_WORDS = (
    r"(?:kw|arg[sv]|self|opts|opt|options|params|props|config|rest|attrs|data|dict|envp?|ptr)"
)
_WORD = r"[^\W\d_]\w*"
_LONG_WORD = r"(?:[^\W\d_]{3,}+|(?=[^\x00-\x7f])[^\W\d_]{2,}+)[\w'\u2019-]*+"
"""No `char **x` of code, and no word that hides its letters."""
_LAST_WORD = rf"{_LONG_WORD}[.,;:!?)\u2026]*\s*(?:{OPAQUE}|\Z)"
_END = rf"(?=[\s.,;:!?)\]{CLOSING}]|\Z)"
_CITED = lazy_regex(r"\[[^\[\]]*?(?<!\w)@[\w{]")
"""A bracket with a key behind it."""
_BOUND = r"(?:[^\[\]()\s@]|\([^()\s]*\)){1,20}"
_INTERVAL = lazy_regex(rf"\[{_BOUND}(?:\s?[,;]\s?|\.\.|:){_BOUND}[)\[]")
"""A half-open interval; in French the bracket that ends it opens."""
_LAST_OF_NOTE = lazy_regex(r"^[^\[\]\n]*[.!?\u2026]['\"\u2019\u201d)]?\][*_]*$", re.MULTILINE)
"""The line that ends a note in brackets, which an editor may have begun some paragraphs before."""
_NOTE = lazy_regex(r"^[ \t>|*+-]*(?:\\?\*){2}(?:[ \t]|(?!.*\*\*))", re.MULTILINE)
"""A line that is a note to what has two stars behind it, or may be."""


def _close(mark: str) -> str:
    return f"write '{mark}' where it ends, or '{_escape(mark)}' for the signs"


def _unless_note(hint: str) -> Callable[[Found], str]:
    """Return what gives the hint for stars behind a word, unless a note may explain them."""
    return lambda found: hint if _is_first(found) and not found.typed.whole.ask(_has_note) else ""


def _has_note(text: str) -> bool:
    return bool(_NOTE.search(text))


def _is_first(found: Found) -> bool:
    """Tell whether no other star is left over before it."""
    return found.match.string.find("*") >= found.match.start()


def _even(found: Found) -> str:
    """Return what gives two unlike rows of stars around words the length of the longer one."""
    stars = found["stars"] + found["more"]
    if stars.strip("*") or not found["words"].strip():
        return ""
    return f"write '{stars}{found['words']}{stars}', or '\\*' for a sign"


def _escape(mark: str) -> str:
    return "".join(f"\\{sign}" for sign in mark)


def _tell_last_tick(found: Found) -> str:
    if found.match.string.find("`") != found.match.end() - 1:
        return ""
    if found.before == OPAQUE:
        # code that ends right before it may have begun where it should have ended
        return "write the '`' that lacks before it, or '\\`' for the sign"
    return f"write '`{found['word']}`', or '\\`' for the sign"


def _tell_open(found: Found) -> str:
    typed, start = found.typed.text, found.match.start("bracket")
    if start in find_layout(typed).brackets or _INTERVAL.match(typed, start):
        return ""
    if found["caret"]:
        return "write ']' where the note ends, or '\\^\\[' for the signs"
    begins = not found.match.string[:start].strip(f"*_ {OPAQUE}")
    if begins and found.typed.whole.ask(_has_last_of_note):
        return ""
    what = "the citation" if _CITED.match(typed, start) else "it"
    return f"write ']' where {what} ends{OR_BRACKET}"


def _has_last_of_note(text: str) -> bool:
    return bool(_LAST_OF_NOTE.search(text))


def _tell_closed(found: Found) -> str:
    closed, end = find_layout(found.typed.text).brackets.values(), found.match.end() - 1
    if not found.whole.startswith("@") or any(bracket.end == end for bracket in closed):
        return ""
    return "write '[' where the citation begins, or '\\]' for the bracket"


FORMS = (
    make_form(
        "[",
        r"(?:(?P<caret>\^)(?=\[[^\W\d_])|(?<![\w\]\[^]))(?P<bracket>\[)"
        rf"(?=\^?\w[\w-]*(?:\s|\Z)|-?[^\W\d_]|{OPAQUE}|[@(“])(?!\d)[^\[\]\n]*",
        _tell_open,
    ),
    make_form("]", rf"(?<!{OPAQUE}){OPAQUE}[^\[\]\n]{{0,80}}\](?![\w\[(:])", _tell_closed),
    make_form(
        "**",
        rf"(?:^[ \t]*|(?<=[ \t({OPAQUE}])(?!\*\*{_CODE_WORDS}))\*\*"
        # `**p < 0.01` is a note of a table
        rf"(?!\w+\(|\w\s?[<>=≤≥])(?=[^*\n]*[ \t]|{_LAST_WORD})(?=[^*]*\Z){_WORD}",
        _close("**"),
    ),
    # before a link or code
    make_form(
        "**",
        rf"(?:^|(?<=[ \t(]))\*\*(?={OPAQUE}[^*]*\Z)",
        _close("**"),
    ),
    make_form(
        "**",
        rf"(?<![\w*'\u2019-]){_LONG_WORD}[)\]\u201d'\"!?.{CLOSING}]?\*\*{_END}",
        _unless_note(f"write '**' where it begins, or '{_escape('**')}' for the signs"),
    ),
    # where no blanks part the words; `**表示` explains the stars of a table
    make_form(
        "**",
        rf"(?<![\w*{OPAQUE}])\*\*(?=[{LETTER}{OPENING}])(?!表示|代表|注|は)(?=[^*]*\Z)",
        lambda found: _close("**") if _is_first(found) else "",
    ),
    make_form(
        "**",
        rf"(?<=[{LETTER}{OPAQUE}])\*\*(?=[{LETTER}])(?=[^*]*\Z)",
        _unless_note(f"write '**' at the other end as well, or '{_escape('**')}' for the signs"),
    ),
    # `**words*` is a star and emphasis; `**words***` has a star for a note
    make_form(
        f"*{OPAQUE}",
        rf"(?<![\w*{OPAQUE}])(?P<stars>\*)(?P<more>{OPAQUE}{{1,2}})"
        rf"(?P<words>[^*\n{OPAQUE}]+)(?P=more)(?![*\w])",
        _even,
    ),
    make_form(
        f"{OPAQUE}*",
        rf"(?<![\w*{OPAQUE}])(?P<more>{OPAQUE})"
        rf"(?P<words>[^*\n{OPAQUE}]+){OPAQUE}(?P<stars>\*)(?![*\w])",
        _even,
    ),
    make_form(
        "$",
        r"(?<![\w$\\])\$[A-Za-z](?=[\^_][\w{(\\]|\s?[=<>\u2264\u2265]\s|=[A-Za-z]+[\^_])(?=[^$]*\Z)\S*"
        r"|(?<![\w$\\{(\[])(?P<formula>[A-Za-z][\^_][\w{(\\][^\s$]*)\$(?![\w$])",
        lambda found: (
            f"write '${found['formula']}$', or '\\$' for the sign"
            if found["formula"]
            else "write '$' where the formula ends, or '\\$' for the sign"
        ),
    ),
    make_form("~~", r"(?<![\w~])~~(?=[^\W\d_])(?=[^~]*\Z)", _close("~~")),
    make_form(
        "`",
        # `` `quoted' `` is TeX's, and `` `Iolani `` a letter
        r"(?<![\w`])`(?=[\w./-]*[_.()=/][\w)]|[a-z]{2}[^`'\u2019]*\Z)(?=[^`]*\Z)\S+",
        "write '`' where the code ends, or '\\`' for the sign",
    ),
    make_form(
        "`",
        rf"(?P<word>[\w.()=/-]{{2,80}}+)`{_END}(?=[^`]*\Z)",
        _tell_last_tick,
    ),
)

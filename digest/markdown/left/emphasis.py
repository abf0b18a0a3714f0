"""Pairs of signs of emphasis and the like that are left over, as for a blank inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, make_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from digest.markdown.left.forms import Found

_PAIRS = words_of("\"\" '' () [] “” ‘’ «»")


def _tighten(mark: str, written: str = "") -> Callable[[Found], str]:
    """Return what writes the words between two marks so that they are read."""
    written = written or mark

    def write(found: Found) -> str:
        pieces = [found.before, *found.whole.split(mark)[1:-1], found.behind]
        if not any(sign.isalpha() for sign in found["inner"]) or len(pieces) % 2 == 0:
            return ""
        if not _may_be_emphasis(found):
            return ""
        if _is_code_at_word(found):
            return f"write a blank before '{mark}', and one behind the other '{mark}'"
        for index in range(1, len(pieces), 2):
            before, words, behind = _move_out(*pieces[index - 1 : index + 2])
            pieces[index] = f"{before}{written}{words}{written}{behind}"
        meant = "".join(pieces[1:-1])
        if meant != found.whole:
            return f"write '{meant}', or '\\{mark[0]}' for a sign"
        # it begins within an element, or a link, and ends outside, or the other way
        return f"write both '{mark}' in one element, or link" if OPAQUE in found.match[0] else ""

    return write


def _may_be_emphasis(found: Found) -> bool:
    """Tell whether marks are not those of `x**2`, of `f(**a, **b)` or of a footnote."""
    inner = found["inner"]
    if (
        found.before.isascii()
        and found.before.isalnum()
        and (inner[0].isspace() or inner[0].isalnum() or inner[0] in ",.;:!?)")
    ):
        return False
    if inner[0].isspace() and inner[-1].isspace():
        return False
    return not (found.behind.isalnum() and inner.rstrip().endswith((",", "(")))


def _is_code_at_word(found: Found) -> bool:
    """Tell whether code, or a link, is all that stands between a mark and a word outside of it."""
    inner = found.match["inner"]
    return (found.before.isalnum() and inner[0] == OPAQUE) or (
        found.behind.isalnum() and inner[-1] == OPAQUE
    )


def _move_out(before: str, inner: str, behind: str) -> tuple[str, str, str]:
    """Part a text from what keeps marks around it from being read: blanks, and signs at words."""
    words = inner.strip()
    left = right = ""
    if before[-1:].isalnum():
        left = " " if inner[0].isspace() else "" if words[0].isalnum() else words[0]
    if behind[:1].isalnum():
        right = " " if inner[-1].isspace() else "" if words[-1].isalnum() else words[-1]
    if words[0] + words[-1] in _PAIRS and (left or right):
        left, right = words[0], words[-1]
    words = words.removeprefix(left.strip() or "\0").removesuffix(right.strip() or "\0")
    return left, words, right


def _has_operators(words: Sequence[str]) -> bool:
    """Tell whether `++` before words and behind them is an operator: `++i to i++`, `++i in C++`."""
    first, last = words[0], words[-1]
    return len(words) > 1 and (first == last or 1 in {len(first), len(last)})


def _tell_pair(found: Found) -> str:
    """Tell of marks that have no meaning here, and of those of keys, `++ctrl+c++`."""
    mark, inner = found.whole[:2], found.whole[2:-2]
    name = "mark" if mark == "==" else "ins"
    if mark == "++" and _has_operators(inner.split()):
        return ""
    written = f"'<{name}>{inner}</{name}>'"
    if mark == "++" and not any(map(str.isspace, inner)):
        keys = "+".join(f"<kbd>{key}</kbd>" for key in inner.split("+"))
        written = f"'{keys}' for keys, or {written} for what was added"
    return f"write {written}, or '\\{mark[0]}' for a sign"


_END = r"(?=[.,;:!?)\]]|\s*$)"
FORMS = (
    make_form("**", r"(?<!\*)\*\*(?!\*)(?P<inner>[^*\n]+)\*\*(?!\*)", _tighten("**")),
    make_form(
        "__",
        r"(?<![\w_])__(?=[^\W_])(?P<inner>[^_\n]*[^_\s][ \t]+)__(?![\w_])",
        _tighten("__"),
    ),
    make_form(
        "__",
        rf"(?<![A-Za-z0-9_])__(?=\S)(?=[^_\n]*[^\x00-\x7f_\n{OPAQUE}])(?P<inner>[^_\n]+)__(?!_)",
        _tighten("__", "**"),
    ),
    make_form("~~", r"(?<!~)~~(?!~)(?P<inner>[^~\n]+)~~(?!~)", _tighten("~~")),
    # GitHub strikes out between single ones as well
    make_form(
        "~",
        r"(?<![\w~/])~(?=[^\W\d_])(?P<inner>[^~\n]*[^\s~/])~(?![\w~/])",
        _tighten("~", "~~"),
    ),
    make_form(
        "*",
        rf"(?<![\w*])\*(?=[^\W\d_])(?P<inner>[^*\n]{{1,80}}[^\s*][ \t]+)\*(?!\*){_END}",
        _tighten("*"),
    ),
    make_form(
        ("**", "__", "~~"),
        r"(?<![*_~])(?P<mark>\*\*|__|~~)[^\S\n]+(?P=mark)(?![*_~])",
        "nothing stands between the signs: take them away",
    ),
    make_form(
        ("==", "^^", "++"),
        r"(?<![\w=<^+])(?:(?P<mark>==|\^\^)(?=[^\s=>^])[^=^\n]*[^\s=<^](?P=mark)"
        r"|\+\+[^\W_](?:[^+,;()\n]|\+(?!\+))*(?<!\s)\+\+)(?![\w=>^+])",
        _tell_pair,
    ),
    make_form(
        "~",
        r"(?<=[A-Za-z\)])~(?P<inner>[0-9+-]{1,4}|[A-Za-z]{1,2})~(?!\w*~)(?![a-z])",
        lambda found: f"write '<sub>{found['inner']}</sub>', or '\\~' for a sign",
    ),
    make_form(
        "^",
        r"(?<=[A-Za-z0-9\)])\^(?P<inner>[A-Za-z0-9+-]{1,4})\^(?![\w^])",
        lambda found: f"write '<sup>{found['inner']}</sup>', or '\\^' for a sign",
    ),
    make_form(
        "``",
        r"``(?=[^\s`])(?P<inner>[^`'\n]*[^\s`'])''",
        lambda found: f"write '\"{found['inner']}\"'",
    ),
)

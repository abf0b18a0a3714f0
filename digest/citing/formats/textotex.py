r"""Unicode text to TeX that old BibTeX, biber, Zotero and Pandoc all read without loss.

Letters with accents become commands in braces (`{\'e}`, `{\d{\u a}}`), the form that BibTeX itself
can sort and abbreviate ("BibTeXing", Oren Patashnik, 1988, section 4), and that LaTeX can set
whatever its encodings. What one of these programs has no command for, đ or Chinese say, stays
UTF-8, as they all expect it. Math stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from digest.basics.dollarmath import TITLE_MATH
from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import Writer, change_words, split, write
from digest.basics.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u ",
    "\u0307": ".", "\u0308": '"', "\u030a": "r ", "\u030b": "H ", "\u030c": "v ", "\u0323": "d ",
    "\u0327": "c ", "\u0328": "k ", "\u0331": "b ",
}  # fmt: skip
"""From a combining mark to the command that sets it over the letter behind."""
_LETTERS = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "å": "aa",
    "Å": "AA", "ł": "l", "Ł": "L", "ı": "i",
}  # fmt: skip
_OVER_I = "\u0300\u0301\u0302\u0308"
"""Marks that take the place of an i's dot by themselves, in all of TeX's encodings."""
_BELOW = "\u0323\u0327\u0328\u0331"
_SIGNS = {sign: f"\\{sign}" for sign in "&%#_$"} | {
    "\\": r"{\textbackslash}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    # Pandoc reads an accent on nothing, and not TeX's name for the sign
    "`": r"{\`{}}",
}
# formulas, because Pandoc knows no braces by TeX's names
_LONE_BRACES = {"{": r"{$\lbrace$}", "}": r"{$\rbrace$}"}
_PAIRED_BRACES = {"{": r"\{", "}": r"\}"}
# what TeX's fonts join into another sign: two hyphens to a dash
_LIGATURE = lazy_regex(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
# what means itself in TeX, as nearly all words and names do
_PLAIN = lazy_regex(r"[A-Za-z0-9 .,:;()/+*=]*(?:(?:-(?!-)|'(?!'))[A-Za-z0-9 .,:;()/+*=]*)*")
_STRAIGHT = lazy_regex(r'(?<!\w)"(?=\S)([^"]+)(?<=\S)"(?!\w)')
_WORD = lazy_regex(r"[^\W_](?:[\w'\u2019.&+-]*[^\W_])?")
_SENTENCE_END = lazy_regex(r"[:.?!\u2014]\W*$")
_STYLES = {
    "i": r"\emph{{{}}}".format,
    "b": r"\textbf{{{}}}".format,
    "sup": r"\textsuperscript{{{}}}".format,
    "sub": r"\textsubscript{{{}}}".format,
    "sc": r"\textsc{{{}}}".format,
}
"""From a style to its command."""
_FIRST_HELD = 0xF0000
"""From here on, Unicode has left characters to private use."""
_HELD = lazy_regex("[\U000f0000-\U000ffffd]")
_LONG = 5
"""Letters that a word has that Title Case capitalises, but for prepositions."""
_PREPOSITIONS = frozenset({
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind",
    "below", "between", "beyond", "during", "inside", "outside", "through", "throughout", "toward",
    "towards", "under", "until", "using", "versus", "within", "without",
})  # fmt: skip


def escape_text(text: str) -> str:
    """Return a text, a name or a publisher say, as TeX on one line. Dollars are dollars."""
    text = one_line(text)
    return _escape(text, _braces_for(text))


def escape_name(name: str) -> str:
    """Return the name of a journal or a book, rich text, as TeX on one line: no style lowers it."""
    name = change_words(one_line(name), _curl)
    return _escape_rich(name, _braces_for(name))


def escape_title(title: str, kept_words: Iterable[str] = ()) -> str:
    """Return a title, rich text, as TeX on one line, with braces around what keeps its case.

    These are formulas, what has a style and capitals, the words that look as if they need them, and
    `kept_words`, which an editor named.
    """
    title = change_words(one_line(title), _curl)
    braces = _braces_for(title)
    styled, words = _styled_spans(title), {*_kept_spans(title, kept_words)}
    held: list[str] = []
    parts, end = [], 0
    # of two that overlap, the one that begins first, and the longer
    for start, stop in sorted({*styled, *words}, key=lambda one: (one[0], -one[1])):
        if start >= end:
            tex = _escape_rich(title[start:stop], braces)
            is_plain = (start, stop) not in words and title[start:stop].islower()
            parts += [title[end:start], chr(_FIRST_HELD + len(held))]
            held.append(tex if is_plain else _protected(tex))
            end = stop
    escaped = _escape_words("".join([*parts, title[end:]]), braces)
    return _HELD.sub(lambda found: held[ord(found[0]) - _FIRST_HELD], escaped)


def _protected(tex: str) -> str:
    """Return TeX in braces. A command right behind a brace would be taken for a letter's accent."""
    return f"{{{{{tex}}}}}" if tex.startswith("\\") else f"{{{tex}}}"


def _styled_spans(title: str) -> list[tuple[int, int]]:
    """Return where a style begins, and where it ends, but for those within others."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for piece in split(title):
        if piece.kind == "open":
            opened.append(piece.offset)
        elif piece.kind == "close":
            start = opened.pop()
            spans += [] if opened else [(start, piece.end)]
    return spans


def _kept_spans(title: str, kept_words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the formulas and the kept words of a title stand."""
    # BibTeX would change the case of letters in a formula
    formulas = [one.span() for one in TITLE_MATH.finditer(title) if _is_whole(one[0])]
    tags = [(one.offset, one.end) for one in split(title) if one.kind in {"open", "close"}]
    spans = list(formulas)
    for word in filter(is_balanced, kept_words):
        found = re.finditer(rf"(?<!\w){re.escape(change_words(word, _curl))}(?!\w)", title)
        count = sum(one.kind in {"open", "close"} for one in split(word))
        # a letter of a formula is no word, nor is half of what is in a style
        spans += [
            one.span()
            for one in found
            if all(_is_apart(one.span(), other) or _holds(one.span(), other) for other in formulas)
            and sum(_holds(one.span(), tag) for tag in tags) == count
        ]
    return spans


def _is_apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _holds(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[0] and other[1] <= one[1]


def _escape_rich(text: str, braces: dict[str, str]) -> str:
    """Escape rich text as it is, and leave its formulas."""

    def formula(tex: str) -> str:
        return _safe_math(f"${tex}$") if _is_whole(tex) else _escape(f"${tex}$", braces)

    return write(text, Writer(lambda words: _escape(words, braces), formula, _STYLES))


def _curl(title: str) -> str:
    """Return a title with the straight quotation marks around its words curved.

    To LaTeX a straight one is a closing mark, and in some languages the beginning of a command.
    """
    return _STRAIGHT.sub("\u201c\\1\u201d", title)


def _escape_words(title: str, braces: dict[str, str]) -> str:
    """Escape the words of a title, in which a character stands for each part that is held."""
    is_sentence = _is_sentence_case(title)
    parts, end = [], 0
    for found in _WORD.finditer(title):
        *held, before = _HELD.split(title[end : found.start()])
        begins = not (end or held) or _SENTENCE_END.search(before)
        # `Fe` before a number that is lowered
        touches = (held and not before) or _HELD.match(title, found.end())
        is_name = (touches or (is_sentence and not begins)) and found[0][0].isupper()
        # `Group A`, `A/B tests`: an article has a word behind it
        is_letter = found[0] == "A" and not title[found.end() : found.end() + 1].isspace()
        keeps = is_name or is_letter or any(_keeps_case(part) for part in found[0].split("-"))
        word = _escape(found[0], braces)
        parts += [_escape(title[end : found.start()], braces), "{" + word + "}" if keeps else word]
        end = found.end()
    return "".join([*parts, _escape(title[end:], braces)])


def _keeps_case(word: str) -> bool:
    """Tell whether a word has capitals that no style may lower: `NeRF`, `GPT`, `T5`, `C`."""
    if word[1:] != word[1:].lower():
        return True
    if not word[:1].isupper():
        return False
    return word != "A" if len(word) == 1 else any(character.isdigit() for character in word)


def _is_sentence_case(title: str) -> bool:
    """Tell whether many of a title's longer words begin small, so that capitals mean names."""
    words: list[str] = _WORD.findall(title)[1:]
    telling = [word for word in words if len(word) >= _LONG and word not in _PREPOSITIONS]
    small = sum(word[0].islower() for word in telling)
    return small * 3 > len(telling)


def _escape(text: str, braces: dict[str, str]) -> str:
    """Escape text without math."""
    if _PLAIN.fullmatch(text):
        return text
    signs = _SIGNS | braces
    text = "".join(signs.get(character, character) for character in _LIGATURE.sub("\0", text))
    if not text.isascii():
        text = "".join(_spell(character) for character in text)
    return text.replace("\0", "{}")


def _spell(character: str) -> str:
    """Return a letter with an accent as a command in braces; any other character as it is."""
    if character.isascii():
        return character
    if character in _LETTERS:
        return f"{{\\{_LETTERS[character]}}}"
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], list(decomposed[1:])
    # outermost what stands below: TeX sets it under anything, but other marks over letters only
    marks.sort(key=lambda mark: mark in _BELOW)
    is_known = all(mark in _MARKS for mark in marks)
    if not marks or not is_known or not base.isascii():
        return character
    is_dotted = base in "ij" and marks[0] not in _BELOW
    if is_dotted and (base == "j" or marks[0] not in _OVER_I):
        return character
    spelled = base
    for mark in marks:
        command = _MARKS[mark] if spelled.isalpha() else _MARKS[mark].rstrip()
        spelled = f"{{\\{command}{spelled}}}"
    return spelled


def _braces_for(text: str) -> dict[str, str]:
    """Choose how braces are written: BibTeX counts them, be there a backslash before or not."""
    return _PAIRED_BRACES if is_balanced(text) else _LONE_BRACES


def is_balanced(text: str) -> bool:
    """Tell whether every brace has its partner, as BibTeX counts: backslashes mean nothing."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _is_whole(formula: str) -> bool:
    """Tell whether a formula is one that TeX can read as far as braces go."""
    return bool(formula) and is_balanced(re.sub(r"\\.", "", formula, flags=re.DOTALL))


def _safe_math(formula: str) -> str:
    """Return a formula with its braces balanced as BibTeX counts, and no comment in it."""
    if not is_balanced(formula):
        formula = re.sub(r"(?<!\\)((?:\\\\)*)\\([{}])", _name_brace, formula)
    return re.sub(r"(?<!\\)%", r"\\%", formula)


def _name_brace(found: re.Match[str]) -> str:
    return found[1] + (r"\lbrace " if found[2] == "{" else r"\rbrace ")

r"""The words of a title whose capitals BibTeX's braces keep: `{Bayesian}`, `{D}arwin`.

Styles that print titles as sentences lower all other words ("BibTeXing", Oren Patashnik, 1988,
section 3.2, "title"). Braces around a command, `{\"U}ber`, and those of an accent or a style keep
nothing.
"""

from __future__ import annotations

import re

from digest.basics.dollarmath import TITLE_MATH
from digest.basics.lazyregex import lazy_regex
from digest.records.tex import STYLES, tex_to_rich

_OPEN, _CLOSE = "\ue002", "\ue003"
"""Stand for the braces while TeX becomes text. Unicode has left them to private use."""
_PIECE = lazy_regex(
    rf"{TITLE_MATH.pattern}|\\(?:[A-Za-z]+\*?\s*|.)|[{{}}]|[^\\${{}}]+|.", re.DOTALL
)
_ACCENT = lazy_regex(r"\\(?:[^A-Za-z\s]|[a-zA-Z]\s*)")
"""A command of one letter or sign, as `\\'` or `\\v`."""
_SPANS = lazy_regex(rf"(?<!\w)\w*{_OPEN}(?:[^{_OPEN}{_CLOSE}]*{_CLOSE}\w*{_OPEN}?)*")


def kept_words(tex: str) -> tuple[str, ...]:
    """Return the words, and runs of words, of a title in TeX that its braces keep as they are.

    They are rich text, and whole words even where the braces are around a part of one. Where a
    brace has no partner there may be any of them.
    """
    if "{" not in tex:
        return ()
    found = _SPANS.findall(tex_to_rich(_mark(tex)))
    words = (" ".join(re.sub(f"[{_OPEN}{_CLOSE}]", "", one).split()) for one in found)
    return tuple(dict.fromkeys(word for word in words if re.search(r"[^\W\d_]", word)))


def _mark(tex: str) -> str:
    """Return TeX with marks just within the outermost braces that keep what is in them."""
    pieces = [found[0] for found in _PIECE.finditer(tex)]
    parts: list[str] = []
    closings: list[str] = []
    for index, piece in enumerate(pieces):
        if piece == "{":
            before = pieces[index - 1] if index else ""
            after = pieces[index + 1] if index + 1 < len(pieces) else "}"
            is_command = _ACCENT.fullmatch(before) or before.strip("\\ ") in STYLES
            is_kept = not (any(closings) or is_command or after[0] in "\\}")
            parts.append(piece + _OPEN * is_kept)
            closings.append(_CLOSE * is_kept)
        elif piece == "}":
            parts.append((closings.pop() if closings else "") + piece)
        else:
            parts.append(piece)
    return "".join(parts)

"""Texts whose encoding went wrong before we got them: what can be mended, and what was lost."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex

if TYPE_CHECKING:
    import re

_UNSEEN = dict.fromkeys(
    (
        *(0xAD, 0x200B, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0xFFFE,
        0xFFFF,
    )
)
"""Hyphens and blanks that show only where a line ends, if there; signs that turn the direction of
text, of which those of a record must not reach beyond it; what is no character."""
_LIGATURES = dict(zip(range(0xFB00, 0xFB05), ("ff", "fi", "fl", "ffi", "ffl"), strict=True))
_BEHIND = "".join(
    sign
    for sign in bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
    if sign not in "\u2013\u2014\u2019\u201d"
)
"""What Windows has where UTF-8 has the second byte of a letter, and no word has behind a letter."""
_RIGHT = r"\xc5[\xa0\xb0-\xb3\xb7\xb9]|[\xc3-\xc5]\xbb(?!\w)|[\xc4\xc5]\xab(?!\w)"
"""What right texts have: ångströms with blanks, squares and bounds, a word that a quote closes."""
TWICE = lazy_regex(
    # a sign that may end a word counts only within one
    rf"(?!{_RIGHT})[\xc2-\xc5\xce\xcf](?:[\x80-\xbf]|[{_BEHIND}](?=\w))|\xc3[\u2013\u2014](?=\w)"
    rf"|\xe2\u20ac[\x80-\xbf{_BEHIND}\u2013\u2014\u2019\u201d]|\xef\xac[\x80-\x84\u20ac\u201a\u0192\u201e]"
)
"""A letter in UTF-8 that was read as another encoding, and written in UTF-8 again: `Ã¼`."""
_LOST = lazy_regex(r"\ufffd|(?<=[^\W\d_])\?(?:(?=[a-z])|\?+(?=\w))")


def mend_encoding(text: str) -> str:
    """Return a text whose letters are composed (Unicode's NFC), without what nobody sees.

    What was encoded twice is decoded: `Müller` for `MÃ¼ller`.
    """
    if text.isascii():
        return text
    text = TWICE.sub(decode_twice, text) if TWICE.search(text) else text
    return unicodedata.normalize("NFC", text.translate(_UNSEEN).translate(_LIGATURES))


def decode_twice(found: re.Match[str]) -> str:
    """Return the letter that `TWICE` has found."""
    data = bytes(ord(one) if one <= "\xff" else one.encode("cp1252")[0] for one in found[0])
    return data.decode("utf-8", errors="replace") if len(data) > 1 else found[0]


def find_lost_letter(text: str) -> str:
    """Return the first word of a text in which a letter was lost: `M\ufffdller`; or nothing."""
    found = _LOST.search(text)
    if not found:
        return ""
    before, behind = text[: found.start()], text[found.end() :]
    return f"{before.rpartition(' ')[2]}{found[0]}{behind.partition(' ')[0]}"

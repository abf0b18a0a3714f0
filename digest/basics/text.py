"""Small pure helpers on text and bytes that every layer may use."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec

from digest.basics.lazyregex import lazy_regex

try:
    # `hashlib` is the same, and loads OpenSSL for other hashes
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable

SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
"""For `str.translate`: small letters that Unicode does not decompose, as others write them."""

_PARTING = lazy_regex("[^a-z0-9]+")
_EAST_ASIAN = lazy_regex("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CONTROLS = dict.fromkeys([*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)])
"""For `str.translate`: drops control characters other than white space."""
_ACTING = lazy_regex(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)
UNPRINTABLE = lazy_regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffc\ufffe\uffff]")
"""What neither HTML nor XML nor YAML may have, and U+FFFC, where a program had a picture."""


def is_east_asian(text: str) -> bool:
    """Tell whether a text has Chinese, Japanese or Korean script in it."""
    return not text.isascii() and bool(_EAST_ASIAN.search(text))


@functools.cache
def slugify(text: str) -> str:
    """Return `text` as one segment of an address: lower case, words joined by hyphens.

    Latin letters lose their accents; letters of other scripts stay as they are. Returns an
    empty string when `text` has no letter and no digit.
    """
    if text.isascii():
        # most are, and there are thousands of them
        return _PARTING.sub("-", text.lower()).strip("-")
    # some signs hold capitals that only show when they are taken apart: ℠
    lower = unicodedata.normalize("NFKD", text).lower().translate(SPELLED)
    decomposed = unicodedata.normalize("NFKD", lower)
    kept = []
    for index, character in enumerate(decomposed):
        if unicodedata.category(character).startswith("M"):
            kept.append(character if _makes_a_letter(decomposed, index) else "")
        else:
            kept.append(character if character.isalnum() else " ")
    return unicodedata.normalize("NFC", "-".join("".join(kept).split()))


def _makes_a_letter(text: str, index: int) -> bool:
    """Tell whether a mark is part of a letter, as in other scripts than Latin, and no accent."""
    while index and unicodedata.category(text[index]).startswith("M"):
        index -= 1
    return text[index].isalnum() and not text[index].isascii()


def is_text(name: str) -> bool:
    """Tell whether a file's name is UTF-8; in archives of other systems it may be anything."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def printable(text: str) -> str:
    r"""Return a text of a file, or a name of one, as it may be printed among others on one line.

    Control characters, ends of lines, signs that turn the direction of what follows, those that
    nobody sees and halves of characters are written as Python writes them, `\x1b` say: a terminal
    would obey some of them, and GitHub's runner a line that begins with `::`.
    """
    # whatever acts is what Python calls unprintable too
    return text if text.isprintable() else _ACTING.sub(lambda found: ascii(found[0])[1:-1], text)


def name_control(character: str) -> str:
    """Return what is wrong with a character that is `UNPRINTABLE`."""
    if character == "\ufffc":
        return "the character U+FFFC, which a program leaves where a picture was"
    return f"a control character, U+{ord(character):04X}, which no page can show"


def join_sentences(sentences: Iterable[str]) -> str:
    """Join sentences, with a full stop between where one ends without a mark; each once."""
    joined = ""
    for sentence in dict.fromkeys(filter(None, sentences)):
        mark = "" if not joined or joined.endswith((".", "!", "?")) else "."
        joined = f"{joined}{mark} {sentence}".lstrip()
    return joined


def neither(words: Iterable[str]) -> str:
    """Return two words or more as `neither this, that nor other`."""
    *others, last = words
    return f"neither {', '.join(others)} nor {last}"


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


def one_line(text: str) -> str:
    """Return `text` on one line, without control characters."""
    if not text.isprintable():
        text = text.translate(CONTROLS)
    return " ".join(text.split())


def shorten(text: str, limit: int = 60) -> str:
    """Return `text` on one line, cut to `limit` characters, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def fingerprint(*parts: bytes | str) -> str:
    """Return a short hash of `parts`: 32 hexadecimal digits of BLAKE2b.

    Each part counts by itself, so ("ab", "c") and ("a", "bc") differ.
    """
    pieces: list[bytes] = []
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        pieces += (len(data).to_bytes(8, "little"), data)
    return blake2b(b"".join(pieces), digest_size=16).hexdigest()


def begin_fingerprint(length: int) -> blake2b:
    """Return what gives the same for one part, `length` bytes long, that comes in pieces.

    It is told of them by `update`, and has the fingerprint as `hexdigest`.
    """
    return blake2b(length.to_bytes(8, "little"), digest_size=16)


def canonical_json(value: Any) -> bytes:  # noqa: ANN401 -- whatever msgspec can encode
    """Return `value` as JSON whose bytes depend on nothing but the value: object keys sorted."""
    return msgspec.json.encode(value, order="deterministic")


def iso_date(parts: tuple[int, ...]) -> str:
    """Return a date of as many parts as are known: `2022-02-14`, `2022-02`, `2022` or nothing.

    A year before Christ, which is below zero, is alone: `-0299` for 300 B.C.
    """
    if parts and parts[0] < 0:
        # ISO counts a year 0, which is 1 B.C.
        return f"-{-parts[0] - 1:04}"
    return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that `word` is most likely a typo for, or None when none is near.

    Letter case is not a difference. Ties go to the first in sorted order.
    """
    by_lower = {candidate.lower(): candidate for candidate in sorted(candidates, reverse=True)}
    import difflib  # noqa: PLC0415 -- for mistakes only

    matcher = difflib.SequenceMatcher(b=word.lower())
    found, least = None, _LEAST_ALIKE
    for one in sorted(by_lower):
        matcher.set_seq1(one)
        # bounds that are found fast, and leave out what is no better than the best so far
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:
            ratio = matcher.ratio()
            found, least = (one, ratio) if ratio >= least else (found, least)
    return by_lower[found] if found is not None else None


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@functools.cache
def letters(index: int) -> str:
    """Return the letters for a count from 0: a, b, … z, aa, ab and so on."""
    more, last = divmod(index, len(_ALPHABET))
    return (letters(more - 1) if more else "") + _ALPHABET[last]


_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""The script, and where it is that of Chinese unless the tag names the other one."""


def language_tags(lang: str) -> tuple[str, ...]:
    """Return the tags by which words in a language are found, in lower case, the wider first.

    For `de-CH-1996` these are `de`, `de-ch` and `de-ch-1996`; for Chinese in traditional characters
    `zh` and `zh-hant`, whatever the tag says of the country; for Norwegian without more `nb`.
    """
    base, *parts = lang.lower().replace("_", "-").split("-")
    if base == "no":
        return ("nb",)
    if base == "zh" and "hans" not in parts and not _TRADITIONAL.isdisjoint(parts):
        return ("zh", "zh-hant")
    return tuple(itertools.accumulate((base, *parts), "{}-{}".format))


MOST_MEANT = 100
"""Mistakes of one kind in one file of which is told what was meant, which takes long to find.

Who has mended those is told of the next.
"""
_LEAST_ALIKE = 0.6
"""How much of two words must be the same for one to be a typo, as `difflib` counts it."""


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return `did you mean '…'?` for the closest candidate, or an empty string.

    What stands there already is no help.
    """
    found = closest(word, (one for one in candidates if one != word))
    return f"did you mean '{found}'?" if found else ""


def did_you_mean_file(path: str, files: Iterable[str]) -> str:
    """Return `did you mean '…'?` for the file whose name, less its ending, is closest to a path's.

    It has the same ending, if any has, and of files of one name it is the one in the same folder.
    Empty where none is near.
    """
    folder, stem, ending = _parse_path(path)
    files = tuple(files)
    alike = [one for one in files if _parse_path(one)[2] == ending] or files
    by_stem: dict[str, str] = {}
    for file in sorted(alike, key=lambda one: (_parse_path(one)[0] != folder, one)):
        by_stem.setdefault(_parse_path(file)[1], file)
    found = closest(stem, by_stem)
    return f"did you mean '{by_stem[found]}'?" if found and by_stem[found] != path else ""


def _parse_path(path: str) -> tuple[str, str, str]:
    """Return a path's folder, and the file's name and ending, in lower case."""
    folder, _, name = path.rpartition("/")
    stem, _, ending = name.lower().partition(".")
    return folder, stem, ending


def count_of(count: int, noun: str, plural: str = "") -> str:
    """Return `1 record` or `2 records`; `plural` is what takes more than an `s`."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def join_words(words: Iterable[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last

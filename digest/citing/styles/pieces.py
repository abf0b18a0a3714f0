"""What references are put together from: text that is HTML and plain text at once."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import change_words, write
from digest.markdown import TITLE_HTML, TITLE_TEXT, italic_html, render_title
from digest.records.numbers import join_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.citing.terms import Terms

_QUOTED = lazy_regex(r"[\"“„](?=\S)(?P<inner>[^\"“”„]+?)(?<=\S)[\"”“]")
_RIGHT_TO_LEFT = lazy_regex(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# signs that turn the direction of text: those of a record must not reach beyond it
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
_APART, _END = "\u2068", "\u2069"
"""Unicode's "first strong isolate" and its end (UAX #9), in HTML the element `bdi`."""
_SAYING = lazy_regex(r"\w")
_SPACES = " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LOOSE = _SPACES + ",;:\u3001\uff0c"
"""Marks that join a text to what stood beside it where it was taken from."""
_SENTENCE_END = (".", "?", "!", "…", "。", "\uff1f", "\uff01")
_CLOSING_QUOTES = "\"'”’»“‘」』›" + _END
_LAST_WORD = lazy_regex(r"(?<![\w.])(?P<word>\w{3,}|[0-9]+)(?:</\w+>)*(?P<stop>\.)(?:</\w+>)*$")
_ABBREVIATED = frozenset(
    {"bros", "conf", "corp", "dept", "eds", "etc", "inc", "ltd", "proc", "univ", "vol"}
)
"""Words whose full stop is their own, at the end of a title."""


class Formatted(msgspec.Struct, frozen=True):
    """A run of text in both its forms. Adding two puts one behind the other."""

    html: str = ""
    """Finished and safe."""
    text: str = ""
    """The same in plain text, with nothing escaped."""

    def __add__(self, other: Formatted) -> Formatted:
        return Formatted(self.html + other.html, self.text + other.text)

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Formatted()


def plain(text: str) -> Formatted:
    """Return a text as it is, escaped for HTML; what is set apart, in elements."""
    shown = html.escape(text)
    if _APART in text:
        shown = shown.replace(_APART, "<bdi>").replace(_END, "</bdi>")
    return Formatted(shown, text)


def rich(text: str) -> Formatted:
    """Return rich text, as the title of a journal, with its math set."""
    if "$" not in text and "</" not in text:
        return plain(text)
    return Formatted(write(text, _HTML), write(text, _PLAIN))


def _plain_html(text: str) -> str:
    return plain(text).html


_HTML = msgspec.structs.replace(TITLE_HTML, words=_plain_html)
_PLAIN = msgspec.structs.replace(TITLE_TEXT, words=lambda words: words)


def set_apart(text: str, words: Terms) -> str:
    """Return a text of a record, without the commas at its end; nothing where it says nothing.

    Apostrophes are curved, as in titles. It is set apart where it runs in another direction than
    the language of the reference, so that the marks and numbers around it keep their places (W3C,
    "Inline markup and bidirectional text in HTML").
    """
    if not _SAYING.search(text):
        return ""
    return isolate(text.replace("'", "’").translate(_TURNING).strip(_LOOSE), words)


def isolate(text: str, words: Terms) -> str:
    """Return a text set apart, where it runs in another direction than the language."""
    if words.is_right_to_left:
        is_other = any(one.isalpha() for one in text)
    else:
        is_other = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
    return f"{_APART}{text}{_END}" if is_other else text


def italic(piece: Formatted) -> Formatted:
    """Return a piece in italics, as titles of books and journals are set; what was, is upright."""
    return Formatted(italic_html(piece.html), piece.text) if piece else piece


def link(piece: Formatted, url: str) -> Formatted:
    """Return a piece that leads to `url`; as it is, where `url` is no web address."""
    if not url.lower().startswith(("https://", "http://")):
        return piece
    return Formatted(f'<a href="{html.escape(url)}">{piece.html}</a>', piece.text)


def title_of(title: str, words: Terms, quotes: tuple[str, str] | None = None) -> Formatted:
    """Return a work's title with its math set, without a full stop at its end.

    Straight quotation marks within it become `quotes`, or else the outer ones of the language.
    """
    opening, closing = quotes or words.quotes[:2]
    title = without_stop(title.translate(_TURNING).strip(_LOOSE)) or title
    turned = change_words(
        title,
        lambda words: _QUOTED.sub(lambda found: opening + found["inner"] + closing, words),
    )
    made = Formatted(*render_title(turned))
    shown = isolate(made.text, words)
    return made if shown == made.text else Formatted(f"<bdi>{made.html}</bdi>", shown)


def without_stop(title: str) -> str:
    """Return a title without the full stop that some publishers end all titles in."""
    found = _LAST_WORD.search(title)
    if found is None or found["word"].lower() in _ABBREVIATED:
        return title
    return title[: found.start("stop")] + title[found.end("stop") :]


def quoted(title: str, words: Terms, *, url: str = "", mark: str = "") -> Formatted:
    """Return a title in quotation marks; marks within it become the inner ones.

    In English `mark` is set before the closing mark, as American styles do; in other languages it
    follows. No full stop follows a mark that the title ends in. The quotation marks stay outside
    of the link to `url`.
    """
    opening, closing, *inner = words.quotes
    text = title_of(title, words, (inner[0], inner[1]))
    if ends_sentence(text.text) and mark == ".":
        mark = ""
    if not words.is_english:
        return plain(opening) + link(text, url) + plain(closing + mark)
    return plain(opening) + _before_quote(link(text, url), mark, words.quotes[3]) + plain(closing)


def _before_quote(piece: Formatted, mark: str, quote: str) -> Formatted:
    """Add a mark, before the quotation mark in which the piece ends if it does."""
    if not mark or not piece.text.endswith(quote):
        return piece + plain(mark)
    before, _, tags = piece.html.rpartition(quote)
    return Formatted(f"{before}{mark}{quote}{tags}", f"{piece.text[:-1]}{mark}{quote}")


def ends_sentence(text: str) -> bool:
    """Tell whether no full stop or comma may follow a text."""
    return text.rstrip(_CLOSING_QUOTES).endswith(_SENTENCE_END)


def join(pieces: Iterable[Formatted], separator: str) -> Formatted:
    """Join the pieces that are not empty."""
    joined = NOTHING
    for piece in pieces:
        if piece:
            joined = joined + plain(separator) + piece if joined else piece
    return joined


def closed(piece: Formatted) -> Formatted:
    """Return a piece with a full stop at its end, unless there is one.

    It is set before an English closing quotation mark, as American print has it.
    """
    if not piece or ends_sentence(piece.text):
        return piece
    return _before_quote(piece, ".", "”")


def dashed(page: str) -> str:
    """Return a range of pages with an en dash; of `I-511-I-518` the hyphens stay."""
    return join_pages(page, "\u2013")


def counted(number: str) -> str:
    """Return a number, or with an en dash two: `3\u20134`, but `s2-42` as it is."""
    return dashed(number) if re.fullmatch(r"[0-9]+\s*-+\s*[0-9]+", number) else number

"""What references are put together from: text that is HTML and plain text at once."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import msgspec

from digest.citing.terms import terms
from digest.identifiers import Identifier
from digest.markdown import render_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.model import Work

_MATH = re.compile(r"(\$[^$]*\$)")
_QUOTED = re.compile(r"[\"“„](?=\S)(?P<inner>[^\"“”„]+?)(?<=\S)[\"”“]")
_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}


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
    """Return a text as it is, escaped for HTML."""
    return Formatted(html.escape(text), text)


def italic(piece: Formatted) -> Formatted:
    """Return a piece in italics, as titles of books and journals are set."""
    return Formatted(f"<i>{piece.html}</i>", piece.text) if piece else piece


def link(piece: Formatted, url: str) -> Formatted:
    """Return a piece that leads to `url`; as it is, where `url` is no web address."""
    if not url.lower().startswith(("https://", "http://")):
        return piece
    return Formatted(f'<a href="{html.escape(url)}">{piece.html}</a>', piece.text)


def title_of(title: str) -> Formatted:
    """Return a work's title with its math set."""
    return Formatted(*render_title(title))


def quoted(title: str, lang: str, *, url: str = "", mark: str = "") -> Formatted:
    """Return a title in the quotation marks of `lang`; marks within it become the inner ones.

    `mark` is set before the closing mark, as American styles do, unless the title ends in a
    mark of its own. The quotation marks stay outside of the link to `url`.
    """
    opening, closing, inner_opening, inner_closing = terms(lang).quotes
    parts = _MATH.split(title)
    parts[::2] = [
        _QUOTED.sub(lambda found: inner_opening + found["inner"] + inner_closing, part)
        for part in parts[::2]
    ]
    text = link(title_of("".join(parts)), url)
    return plain(opening) + text + plain(("" if ends_sentence(title) else mark) + closing)


def ends_sentence(text: str) -> bool:
    """Tell whether no full stop or comma may follow a text."""
    return text.rstrip("\"'”’»").endswith((".", "?", "!"))


def join(pieces: Iterable[Formatted], separator: str) -> Formatted:
    """Join the pieces that are not empty."""
    joined = NOTHING
    for piece in pieces:
        if piece:
            joined = joined + plain(separator) + piece if joined else piece
    return joined


def closed(piece: Formatted, mark: str = ".") -> Formatted:
    """Return a piece with a full stop at its end, unless there is one."""
    return piece if not piece or ends_sentence(piece.text) else piece + plain(mark)


def pages(page: str) -> str:
    """Return a range of pages with an en dash."""
    return re.sub(r"\s*[-\u2010-\u2015]+\s*", "\u2013", page)


def counted_pages(page: str) -> str:
    """Return `pp. 274\u2013290`, or `p. 3` for a single page; nothing for none."""
    if not page:
        return ""
    return f"{'p.' if page.isalnum() else 'pp.'} {pages(page)}"


def edition(number: str) -> str:
    """Return `2nd ed.` for `2`; an edition that is given in words as it is."""
    if not number.isdecimal():
        return number
    is_teen = number[-2:] in {"11", "12", "13"}
    return f"{number}{'th' if is_teen else _ORDINALS.get(number[-1], 'th')} ed."


def found_at(work: Work) -> str:
    """Return the address by which scholars cite a work: its DOI's, or else where it is read."""
    if work.type == "article" and work.arxiv:
        return "https://doi.org/" + Identifier(f"arxiv:{work.arxiv.id}").doi
    return Identifier(f"doi:{work.doi}").url if work.doi else work.url

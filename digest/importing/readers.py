"""Readers' e-mail addresses in the running text of a post, as at the foot of a mail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from digest.basics.lazyregex import lazy_regex
from digest.importing.post import LeftOut

if TYPE_CHECKING:
    from digest.importing.post import Post

MASK = "(an e-mail address)"
_ADDRESS = r"[\w.+%\\-]+@[\w-]+(?:\.[\w-]+)+"
_EMAIL = lazy_regex(_ADDRESS)
_LINKED = lazy_regex(rf"\[[^\[\]\n]*\]\(mailto:[^()\s]*\)|<?(?:mailto:)?{_ADDRESS}>?")
"""An address as Markdown has it."""
_SENTENCE = lazy_regex(r"(?:(?!\n[ \t]*\n|[.!?][)*_]*\s+[^a-z\s\d]).)+", re.DOTALL)
"""The text up to the end of a sentence or of a paragraph."""
_TO_WHOM = lazy_regex(
    r"(?im)\byou(?:[’']ve| have|[’']re| are)?(?: currently| just)? (?:get|got|receiv|subscrib|opt"
    r"|sign(?:ed)? up)|\b(?:was|were|been) (?:e?mailed|sent|delivered|addressed|intended|meant)\b"
    r"|^\W*(?:sent|delivered) to\b|\b(?:logged|signed) in as\b|\bsubscribed\b|^\W*(?:to|cc|bcc):"
    rf"|^\W*unsubscribe:? <?{_ADDRESS}"
    r"|\b(?:sie|du) (?:erh[aä]lt|bekomm)|\bwurde an\b|\bvous recevez\b|envoyée? à\b"
    r"|\brecib(?:e|es|iste)\b|\benviad[oa] a\b"
)
"""What is said of to whom a mail went; not where to write to."""
_READER = "a reader's, where a mail says to whom it went"


def mask_addresses(text: str) -> str:
    """Return a text without e-mail addresses."""
    return _EMAIL.sub(MASK, text) if "@" in text else text


def hide_readers(post: Post) -> Post:
    """Return a post without the addresses, wherever they are, to which it says that it was sent."""
    if "@" not in post.text:
        return post
    said = (one for one in _SENTENCE.findall(post.text) if "@" in one and _TO_WHOM.search(one))
    readers = {address for one in said for address in _EMAIL.findall(one)}
    hidden = 0

    def hide(found: re.Match[str]) -> str:
        nonlocal hidden
        if readers.isdisjoint(_EMAIL.findall(found[0])):
            return found[0]
        hidden += 1
        return MASK

    text = _LINKED.sub(hide, post.text) if readers else post.text
    told = (LeftOut("an e-mail address", _READER, post.place),) * hidden
    return msgspec.structs.replace(post, text=text, left_out=(*post.left_out, *told))

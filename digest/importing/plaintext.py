"""A line of Markdown as plain text, and plain text as Markdown."""

from __future__ import annotations

from html import unescape

from digest.basics.lazyregex import lazy_regex
from digest.render.twins.escaping import escape_text

_LINK = lazy_regex(
    r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"(?:\([^()\s]*+(?:\([^()\s]*\)[^()\s]*+)*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"
)
_MARK = lazy_regex(
    r"\\([!-/:-@\[-`{-~])|(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])"
    r"|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|~~"
    r"|</?[A-Za-z][^<>]*>"
)
_AUTOLINK = lazy_regex(r"<(https?://[^<>\s]+)>")
_AT = lazy_regex(r"(?<![\w\\])@(?=[\w{])")


def plain_text(markdown: str) -> str:
    """Return the words of a line of Markdown, without what marks them."""
    if not any(sign in markdown for sign in "[*_`\\~<&"):
        return " ".join(markdown.split())
    # a picture may be a link
    text = _LINK.sub(r"\1", _LINK.sub(r"\1", _AUTOLINK.sub(r"\1", markdown)))
    return " ".join(unescape(_MARK.sub(r"\1", text)).split())


def as_markdown(text: str) -> str:
    """Return plain text on one line as Markdown that says the same."""
    return _AT.sub(r"\\@", escape_text(" ".join(text.split())))

"""The heading that is a post's title, at the top of its text."""

from __future__ import annotations

from html import unescape

from digest.basics.lazyregex import lazy_regex

_HEADING = lazy_regex(
    r"(?P<lead>(?:[ \t]*\n|[ \t]*(?:<!--[^\n]*?-->|\[?!\[[^\n]*)[ \t]*\n)*)"
    r"(?:[ ]{0,3}#[ \t]+(?P<atx>[^\n]+?)[ \t#]*"
    r"|[ ]{0,3}(?P<setext>[^\s#>*+\-`|\[<][^\n]*)\n[ ]{0,3}=+)"
    r"[ \t]*(?:\{[:#][^{}\n]*\})?[ \t]*(?:\n|\Z)"
)
_PICTURE = lazy_regex(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_LINK = lazy_regex(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\]]*\])|</?[a-zA-Z][^<>]*>")
_MARKED = lazy_regex(
    r"(?<![\w*\\])(?P<star>\*{1,3})(?=\S)(?P<bold>[^*]+)(?<=\S)(?P=star)(?![\w*])"
    r"|(?<![\w_\\])(?P<line>_{1,3})(?=\S)(?P<low>[^_]+)(?<=\S)(?P=line)(?![\w_])"
    r"|(?P<ticks>`+)(?P<code>[^`]+)(?P=ticks)"
)
_ESCAPED = lazy_regex(r"\\([^\w\s])")


def plain_heading(text: str) -> str:
    """Return the words of a heading, without what marks them."""
    words = _LINK.sub(lambda found: found[1] or "", _PICTURE.sub("", text))
    words = _MARKED.sub(lambda found: found["bold"] or found["low"] or found["code"], words)
    return " ".join(unescape(_ESCAPED.sub(r"\1", words)).split())


def take_title(text: str, title: str) -> tuple[str, str]:
    """Return the title that a text begins with, and the text without it; it keeps its lines.

    Where a title is known, only a heading that says the same is taken from the text.
    """
    found = _HEADING.match(text)
    typed = plain_heading(found["atx"] or found["setext"]) if found else ""
    if not found or (title and typed.casefold() != title.casefold()):
        return title, text
    taken = text[found.end("lead") : found.end()]
    return typed, found["lead"] + "\n" * taken.count("\n") + text[found.end() :]

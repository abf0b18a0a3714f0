"""The heading that is a post's title, at the top of its text."""

from __future__ import annotations

from digest.basics.lazyregex import lazy_regex
from digest.importing.plaintext import plain_text

_HEADING = lazy_regex(
    r"(?P<lead>(?:[ \t]*\n|[ \t]*(?:<!--[^\n]*?-->|\[?!\[[^\n]*)[ \t]*\n)*)"
    r"(?:[ ]{0,3}#[ \t]+(?P<atx>[^\n]+?)[ \t#]*"
    r"|[ ]{0,3}(?P<setext>[^\s#>*+\-`|\[<][^\n]*)\n[ ]{0,3}=+)"
    r"[ \t]*(?:\{[:#][^{}\n]*\})?[ \t]*(?:\n|\Z)"
)


def take_title(text: str, title: str) -> tuple[str, str]:
    """Return the title that a text begins with, and the text without it; it keeps its lines.

    Where a title is known, only a heading that says the same is taken from the text.
    """
    found = _HEADING.match(text)
    typed = plain_text(found["atx"] or found["setext"], has_pictures=False) if found else ""
    if not found or (title and typed.casefold() != title.casefold()):
        return title, text
    taken = text[found.end("lead") : found.end()]
    return typed, found["lead"] + "\n" * taken.count("\n") + text[found.end() :]

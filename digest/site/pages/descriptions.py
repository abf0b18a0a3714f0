"""What a page says of itself to search engines, and beside its address where someone shares it."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from digest.basics.fragments import Citation
from digest.basics.lazyregex import lazy_regex
from digest.markdown.mathstyles import SCRIPTS
from digest.markdown.mathtext import math_text, replace_math
from digest.markdown.words import GAP, close_gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from digest.basics.fragments import Parts

LONGEST = 300
"""In characters; search engines show about half of that, and networks about as much."""

_FORMS = {
    "all_editions": "{title}, every edition: {names}",
    "all_topics": "The topics of {title}: {names}",
    "all_people": "The people of {title}: {names}",
    "papers_on": "Papers on {name} in {title}: {names}",
    "papers_by": "Papers by {name} in {title}: {names}",
    "texts_by": "Texts by {name} in {title}: {names}",
}
"""What a list says of itself, where the theme has no words for it."""


def cut_description(text: str) -> str:
    """Return a description as one line; one that is too long is cut, where a word ends."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    beginning = line[: LONGEST - 1]
    # a script without spaces is cut anywhere
    words = beginning if line[LONGEST - 1] == " " else beginning.rpartition(" ")[0] or beginning
    return words.rstrip(" ,.;:–—") + "…"


def describe_list(words: Mapping[str, str], form: str, names: Iterable[str], **named: str) -> str:
    """Return a sentence that says what a list has; empty for an empty list.

    `words` are the theme's; `form` is the name of one, as `papers_on`, and `named` is what stands
    in its braces besides the `names`.
    """
    listed = ", ".join(names)
    if not listed:
        return ""
    values = {**named, "names": listed}
    pattern = words.get(form, _FORMS[form])
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), pattern)


def describe_text(parts: Parts, name: Callable[[str], str]) -> str:
    """Return how a text begins: its first paragraphs in plain text.

    Math and scripts are in Unicode, citations and the marks of footnotes are left out. `name`
    returns the names of a cited work, which a sentence needs.
    """
    said = (part for part in parts if isinstance(part, str | Citation))
    html = "".join(part if isinstance(part, str) else _names(part, name) for part in said)
    paragraphs = re.findall(r"<p\b[^>]*>(.*?)</p>", html, re.DOTALL)[:_FEW]
    prose = replace_math(_NOTE_MARK.sub("", " ".join(paragraphs)), _say_math)
    # from the inmost outwards
    left: int = "<su" in prose
    while left:
        prose, left = _SCRIPT.subn(_say_script, prose)
    return close_gaps(_strip(prose))


def _say_script(found: re.Match[str]) -> str:
    return escape(SCRIPTS[found[1]](_strip(found[2])), quote=False)


def _strip(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def _say_math(mathml: str) -> str:
    """Return a formula in Unicode, as HTML; of one that cannot be written so, only that it is."""
    text = math_text(mathml)
    return "…" if text.startswith("`") else escape(text, quote=False)


def _names(hole: Citation, name: Callable[[str], str]) -> str:
    if not hole.in_text or hole.items[0].suppress_author:
        return GAP
    return escape(name(hole.items[0].key)) + hole.closing


_NOTE_MARK = lazy_regex(r'<sup class="note">.*?</sup>')
_SCRIPT = lazy_regex(r"<(su[bp])>((?:(?!<su[bp]>).)*?)</\1>", re.DOTALL)
"""One in which there is no other."""
_FEW = 4
"""More paragraphs than a description has room for."""

"""Code of HTML: its text, its language, and how Markdown writes it within a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.htmltext.nodes import children_of, read_attributes, string, text_of
from digest.importing.htmltext.signs import encode

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from digest.importing.htmltext.signs import Pieces

_LANGUAGE = lazy_regex(r"(?:^|\s)(?:lang(?:uage)?-|highlight-source-|brush:\s*)([\w+#.-]+)")
_SOURCE = lazy_regex(r"(?:^|\s)(?:sourceCode|hljs)\s+([\w+#-]+)")
_PLAIN = frozenset({"plaintext", "text", "none", "plain", "txt", "undefined", "auto"})
_FIRST_LINES = lazy_regex(r"\A(?:[ \t]*\n)+")
_BAR = encode("|")


def read_code(node: LexborNode) -> str:
    """Return the text of code, with its line ends."""
    inner = node.css("code")
    is_whole = len(inner) == 1 and text_of(inner[0]).split() == text_of(node).split()
    text = gather_lines(inner[0] if is_whole else node)
    return _FIRST_LINES.sub("", text.replace("\u00a0", " ")).rstrip()


def gather_lines(node: LexborNode) -> str:
    """Return the text of an element, with a line end for each `br`."""
    parts: list[str] = []
    waiting = list(children_of(node))[::-1]
    while waiting:
        one = waiting.pop()
        if one.tag == "-text":
            parts.append(one.text_content or "")
        elif one.tag == "br":
            parts.append("\n")
        elif one.is_element_node:
            if one.tag in {"div", "p"} and parts and not parts[-1].endswith("\n"):
                parts.append("\n")
            waiting += list(children_of(one))[::-1]
    return "".join(parts)


def find_language(node: LexborNode) -> str:
    """Return the language of code, as classes of the element, of what is in it or around it say."""
    inner = node.css_first("code")
    around = [node.parent] if node.parent is not None else []
    if around and around[0].parent is not None:
        around.append(around[0].parent)
    own = [one for one in (inner, node) if one is not None]
    # not `one in own`: to compare two elements writes out all that is in them
    for at, one in enumerate((*own, *around)):
        attributes = one.attributes
        named = attributes.get("data-lang") or attributes.get("data-language")
        named = named or string(read_attributes(one), "language")
        classes = attributes.get("class") or ""
        found = _LANGUAGE.search(classes) or (at < len(own) and _SOURCE.search(classes))
        language = named or (found[1] if found else "")
        if language:
            plain = "".join(language.split()).lower()
            return "" if plain in _PLAIN else plain
    return ""


def write_code(text: str) -> str:
    """Return code within a line as Markdown; nothing where it is empty."""
    text = text.replace("\u00a0", " ").replace("\n", " ").strip()
    if not text:
        return ""
    rows = {len(row) for row in re.findall("`+", text)}
    ticks = "`" * next(length for length in range(1, len(rows) + 2) if length not in rows)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{blank}{text}{blank}{ticks}"


def escape_bars(text: str, pieces: Pieces) -> str:
    r"""Return an encoded text of a cell, in which each `|` is escaped, in code and formulas too."""
    text = text.replace(_BAR, pieces.add("\\|"))
    for one in set(text):
        piece = pieces.look(one)
        if piece != one and "|" in piece and piece != "\\|":
            text = text.replace(one, pieces.add(piece.replace("|", "\\|")))
    return text

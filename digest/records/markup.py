"""HTML, JATS and MathML in the titles and abstracts of publishers to plain text."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from digest.records.scripts import braced, set_script
from digest.text import one_line

# what publishers use; anything else in angle brackets is text, as in `Vector<T>`
_NAMES = (
    r"(?:(?:jats|mml|m|xhtml):[a-z-]+|i|b|em|strong|italic|bold|u|tt|sc|scp|small|span|font|a|"
    r"sup|sub|inf|p|br|div|h[1-6]|title|sec|list|list-item|ul|ol|li|math|m[a-z]+|semantics|"
    r"annotation(?:-xml)?|inline-formula|tex-math|alternatives|named-content|styled-content|"
    r"monospace|roman|underline|strike|xref|ext-link)"
)
_TAG = re.compile(rf"</?{_NAMES}(?:\s[^<>]*)?/?>", re.IGNORECASE)
_NO_TAG = re.compile(rf"<(?!/?{_NAMES}(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_PARAGRAPHS = frozenset({"p", "title", "sec", "br", "li", "list-item", "div"})
# with two parts each, and what stands between these in TeX
_SCRIPTS = {"msup": "^", "msub": "_", "munder": "_", "mover": "^"}
_IGNORED = frozenset({"annotation", "annotation-xml", "tex-math"})
_LONGEST_ENTITY_CHAIN = 3
# Crossref sets what is in italics apart from all that follows: `<i>n</i> -person games`
_APART = re.compile(
    r"(</(?:jats:)?(?:i|em|italic|sub|sup|b|bold)>)\s+(?=[-,.;:)\u2010-\u2013]\S|[,.;:)])"
)
_BREAK = "\x1f"
"""Between two paragraphs; a control character that no text has."""


def markup_to_text(markup: str) -> str:
    """Return a title or a name as one line of plain text, simple MathML as `$…$`.

    Raised and lowered digits become Unicode's, other raised or lowered text becomes math. What
    only looks like markup, as `p < 0.05`, stays.
    """
    return one_line(_read(markup).replace(_BREAK, " "))


def paragraphs_to_text(markup: str) -> str:
    """Return an abstract as plain text, an empty line between paragraphs."""
    paragraphs = [one_line(part) for part in _read(markup).split(_BREAK)]
    shown = [part for part in paragraphs if part]
    if len(shown) > 1 and shown[0].casefold() == "abstract":
        # a heading that every record of some publishers has
        del shown[0]
    return "\n\n".join(shown)


def _read(markup: str) -> str:
    markup = _APART.sub(r"\1", markup.replace(_BREAK, " "))
    # some publishers escape what others had escaped already: &amp;amp;lt;i&amp;amp;gt;
    for _ in range(_LONGEST_ENTITY_CHAIN):
        if not re.search(r"&(?:amp|lt|gt);", markup):
            break
        markup = html.unescape(markup)
    if not _TAG.search(markup):
        return html.unescape(markup)
    reader = _Reader()
    reader.feed(_NO_TAG.sub("&lt;", markup))
    reader.close()
    return reader.text()


class _Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: list[str] = []


class _Reader(HTMLParser):
    """Gathers text element by element; an element is finished by what it means."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_Node("")]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        name = _local(tag)
        if name == "br":
            self._open[-1].parts.append(_BREAK)
        else:
            self._open.append(_Node(name))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name = _local(tag)
        if name not in {node.name for node in self._open[1:]}:
            return
        while True:
            node = self._open.pop()
            self._open[-1].parts.append(_finish(node, in_math=self._in_math()))
            if node.name == name:
                return

    def handle_data(self, data: str) -> None:
        # white space between the elements of a formula is layout
        self._open[-1].parts.append(data.strip() if self._in_math() else data)

    def text(self) -> str:
        while len(self._open) > 1:
            node = self._open.pop()
            self._open[-1].parts.append(_finish(node, in_math=self._in_math()))
        return "".join(self._open[0].parts)

    def _in_math(self) -> bool:
        return any(node.name == "math" for node in self._open)


def _local(tag: str) -> str:
    return tag.lower().rpartition(":")[2]


def _finish(node: _Node, *, in_math: bool) -> str:
    text = "".join(node.parts)
    if node.name in _IGNORED:
        return ""
    if node.name == "math":
        return f"${text}$" if re.search(r"[\\^_=+<>]", text) else text
    if in_math:
        return _finish_math(node)
    if node.name in {"sup", "sub"}:
        return set_script(text, is_raised=node.name == "sup")
    return _BREAK + text + _BREAK if node.name in _PARAGRAPHS else text


def _finish_math(node: _Node) -> str:
    parts = [part for part in node.parts if part]
    if node.name in _SCRIPTS and len(parts) == 2:  # noqa: PLR2004 -- base and script
        return f"{parts[0]}{_SCRIPTS[node.name]}{braced(parts[1])}"
    if node.name == "msubsup" and len(parts) == 3:  # noqa: PLR2004 -- base and two scripts
        return f"{parts[0]}_{braced(parts[1])}^{braced(parts[2])}"
    if node.name == "msqrt":
        return rf"\sqrt{{{''.join(parts)}}}"
    if node.name == "mfrac" and len(parts) == 2:  # noqa: PLR2004 -- above and below
        return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
    text = "".join(parts)
    is_word = node.name == "mi" and len(text) > 1 and text.isalpha()
    return rf"\mathrm{{{text}}}" if is_word or node.name == "mtext" else text

"""HTML, JATS, MathML and CSL's markup in the titles and abstracts of publishers to rich text."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from digest.basics.dollarmath import TITLE_MATH, part_formulas
from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import mark, without_styles
from digest.basics.text import one_line
from digest.records.heldformulas import Held
from digest.records.mathml import finish_element

_KNOWN = lazy_regex(
    r"(?:(?:jats|mml|m|xhtml):[a-z-]+|i|b|em|strong|italic|bold|u|tt|sc|scp|small|span|font|a|"
    r"sup|sub|inf|p|br|break|div|h[1-6]|title|sec|list|list-item|ul|ol|li|math|m[a-z]+|none|semantics|"
    r"annotation(?:-xml)?|named-content|styled-content|xref|ext-link)",
    re.IGNORECASE,
)
"""Elements that publishers use, and often leave without an end."""
_SHOWN = frozenset({"script", "style", "think", "thinking", "answer"})
"""What is shown as it is typed: its text would mean nothing without its tags.

`<think>` and the like are what language models write, and papers on them have it in their titles.
"""
_TAG = lazy_regex(
    r"<(?P<end>/?)(?P<name>[a-z][\w:.-]*+)"
    r"(?:\s++[a-z_:][\w:.-]*+\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s<>]++))*+\s*+(?P<alone>/?)>",
    re.IGNORECASE,
)
_NO_TEXT = lazy_regex(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_PARAGRAPHS = frozenset({"p", "title", "sec", "br", "break", "li", "list-item", "div"})
_STYLES = {
    **dict.fromkeys(("i", "em", "italic", "emph", "emphasis"), "i"),
    **dict.fromkeys(("b", "strong", "bold"), "b"),
    "sup": "sup",
    **dict.fromkeys(("sub", "inf"), "sub"),
    **dict.fromkeys(("sc", "scp"), "sc"),
}
"""From an element to its style."""
_CSS = (
    (lazy_regex(r"small-?caps"), "sc"),
    (lazy_regex(r"\bitalic|\boblique"), "i"),
    (lazy_regex(r"\bbold"), "b"),
    (lazy_regex(r"vertical-align:\s*super"), "sup"),
    (lazy_regex(r"vertical-align:\s*sub"), "sub"),
)
"""From what an element's attributes say to its style."""
_TEX = frozenset({"tex", "tex-math"})
_FORMULAS = frozenset({"alternatives", "inline-formula", "disp-formula"})
"""What has one formula, in one form or several."""
_IGNORED = frozenset({"annotation", "annotation-xml"})
_NOTES = frozenset({"fn", "footnote"})
# some publishers escape what others had escaped already: &amp;amp;lt;i&amp;amp;gt;
_ESCAPED_AGAIN = lazy_regex(r"&(?:amp;)+(?=#?\w+;)", re.IGNORECASE)
_ESCAPED_TAG = lazy_regex(r"&(?:lt|gt);", re.IGNORECASE)
_INLINE = r"(?:(?:jats:)?(?:i|em|italic|sub|sup|b|bold|sc|scp)|span)"
_SCRIPT = r"<(?:jats:)?sup>"
_ELEMENT = (
    "(?:A[cglru]|B[aehikr]?|C[adeflmorsu]?|D[by]|E[rsu]|F[emr]?|G[ade]|H[efgos]?|K|Kr|L[airu]|M[dgno]"
    "|N[abdeip]?|Os?|P[abdmortu]?|R[abefhnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
)
"""But for those that are words as well."""
# Crossref sets what is in italics apart from all around it: `<i>n</i> -person games`
_APART = lazy_regex(
    rf"(</{_INLINE}>)\s+(?=[-,.;:)/\u2010-\u2013]\S|[,.;:)\]\u201d\u2019\xbb]|['\u2019]s\b)"
    rf"|(?<=[(\[\u201c\u2018\u201e\xab])\s+(?=<{_INLINE}\b)"
    # what is lowered belongs to what is before it, and so does what is raised, but for isotopes
    r"|(?<=[\w)\]>])\s+(?=<(?:jats:)?(?:sub|inf)\b)"
    rf"|(?<=[\w)\]>])[ \t]*\n\s*(?={_SCRIPT}\s*(?:[1-9]?[-+*\u2212†‡§®™]|(?:st|nd|rd|th)\b))"
    rf"|(?<=[0-9)\]])[ \t]*\n\s*(?={_SCRIPT})"
    # and the rest of a compound to its beginning: `H<sub>2</sub>O`
    rf"|(?<=</sub>)\s*\n\s*(?={_ELEMENT}+\s*\n\s*<(?:jats:)?sub\b|OH?\b|(?:S|Se|Te|F|Cl|Br)(?![\w-]))"
    # of isotopes the mass stands before
    rf"|(?:(?<=[0-9]{{2}}</sup>)|(?<=[0-9]m</sup>)|(?<=<sup>[2-9]</sup>)(?=\s+(?:H|He|Li)\b))"
    rf"\s*\n\s*(?={_ELEMENT}\b)"
    # a hyphen at the end of a line
    rf"|(?<=\w[-\u2010])[ \t]*\n\s*(?=<{_INLINE}\b)"
)
_QUOTED = lazy_regex(rf"(?<=\")\s+(<{_INLINE}\b[^\"]*</{_INLINE}>)\s+(?=\")")
# and what was in italics once: `( Tridacna )`
_OPENS_SPREAD = lazy_regex(r"[(\[\u201c]\s")
_SPREAD = lazy_regex(r"([(\[\u201c])\s+([^()\[\]\u201c\u201d]*?\S)\s+([)\]\u201d])")
BRACKETED_MATH = lazy_regex(
    r"\\\((?P<round>(?:(?!\\[()]).)+)\\\)|\\\[(?P<square>(?:(?!\\[\[\]]).)+)\\\]"
    r"|\\begin\{(?P<name>equation|displaymath|math)(?P<star>\*?)\}"
    r"(?P<named>(?:(?!\\begin\{(?:eq|disp|math))[^$])+?)"
    r"\\end\{(?P=name)(?P=star)\}",
    re.DOTALL,
)
_BOLD = lazy_regex(r"<b>((?:(?!</?b>).)*)</b>")
_BLANK_LINE = lazy_regex(r"\n[ \t]*\n")
_DEEPEST = 300
"""So many elements may be open at once; of formulas, fifty are."""
_HEADING = lazy_regex(
    r"(?:<b>)?(?:abstract|summary|zusammenfassung|resumen|r\xe9sum\xe9|resumo|riassunto)[.:]?(?:</b>)?",
    re.IGNORECASE,
)
_NO_ABSTRACT = lazy_regex(
    r"\W*(?:no abstract(?: is)?(?: available)?|abstract(?: is)? not available|n/?a|none|null)\W*",
    re.IGNORECASE,
)
"""What stands in records in place of an abstract."""
_BREAK = "\x1f"
"""Between two paragraphs; a control character that no text has."""


def markup_to_rich(markup: str) -> str:
    """Return a title as one line of rich text, simple MathML as `$…$`.

    What only looks like markup, as `p < 0.05`, stays, and so does what is rich text already. What
    is bold throughout is so on its publisher's page alone.
    """
    rich = one_line(_read(markup).replace(_BREAK, " "))
    bold = _BOLD.fullmatch(rich)
    return bold[1] if bold else rich


def markup_to_text(markup: str) -> str:
    """Return a name, or what else has no styles, as one line of plain text."""
    return one_line(without_styles(markup_to_rich(markup)))


def paragraphs_to_rich(markup: str) -> str:
    """Return an abstract as rich text, an empty line between paragraphs."""
    read = _BREAK.join(map(_read, _BLANK_LINE.split(markup)))
    paragraphs = [one_line(part) for part in read.split(_BREAK)]
    shown = [part for part in paragraphs if part]
    if len(shown) > 1 and _HEADING.fullmatch(shown[0]):
        # that every record of some publishers has
        del shown[0]
    return "" if len(shown) == 1 and _NO_ABSTRACT.fullmatch(shown[0]) else "\n\n".join(shown)


def _read(markup: str) -> str:
    markup = _SPREAD.sub(r"\1\2\3", markup) if _OPENS_SPREAD.search(markup) else markup
    if not any(sign in markup for sign in "<&\\$"):
        return markup.replace(_BREAK, " ")
    held = Held()
    markup = _hold_formulas(markup.replace(_BREAK, " "), held)
    markup = _ESCAPED_AGAIN.sub("&", markup)
    markup = _ESCAPED_TAG.sub(lambda found: html.unescape(found[0]), markup)
    markup = _QUOTED.sub(r"\1", _APART.sub(r"\1", markup))
    markup = _NO_TEXT.sub("", markup) if "<!" in markup else markup
    tags = _find_tags(markup)
    if not tags:
        return held.release(html.unescape(markup))
    reader = _Reader(held)
    reader.feed(_escape_others(markup, tags))
    reader.close()
    return held.release(reader.text())


def _find_tags(markup: str) -> list[re.Match[str]]:
    """Return the tags: of elements that are known, or begin and end; no others are, as `<T>`."""
    found = [tag for tag in _TAG.finditer(markup) if tag["name"].lower() not in _SHOWN]
    begun = {tag["name"] for tag in found if not tag["end"]}
    whole = {tag["name"] for tag in found if tag["end"]} & begun
    return [
        tag
        for tag in found
        if tag["name"] in whole
        or (tag["alone"] and not tag["end"])
        or _KNOWN.fullmatch(tag["name"])
    ]


def _escape_others(markup: str, tags: list[re.Match[str]]) -> str:
    """Return markup with `&lt;` for each sign that begins no tag, as in `p < 0.05`."""
    parts, end = [], 0
    for tag in tags:
        parts += [markup[end : tag.start()].replace("<", "&lt;"), tag[0]]
        end = tag.end()
    return "".join([*parts, markup[end:].replace("<", "&lt;")])


def _hold_formulas(markup: str, held: Held) -> str:
    """Put formulas aside, but for what only seems to be one, as `$5 <i>or</i> 6$`."""

    def hold(found: re.Match[str]) -> str:
        if "</" in found[0]:
            return found[0]
        return "".join(held.hold(html.unescape(one)) for one in part_formulas(found[0]))

    if "\\" in markup:
        markup = BRACKETED_MATH.sub(lambda found: held.hold(bracketed(found)), markup)
    return TITLE_MATH.sub(hold, markup) if "$" in markup else markup


def bracketed(found: re.Match[str]) -> str:
    """Return the formula that `BRACKETED_MATH` has found."""
    return found["round"] or found["square"] or found["named"] or ""


class _Node:
    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.parts: list[str] = []
        self.tex = ""
        """The formula in TeX, of an element that may have it in other forms as well."""


class _Reader(HTMLParser):
    """Gathers text element by element; an element is finished by what it means."""

    def __init__(self, held: Held) -> None:
        super().__init__(convert_charrefs=True)
        self._held = held
        self._open = [_Node("", {})]
        self._count: Counter[str] = Counter()
        """How many elements of each name are open."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = _local(tag)
        if name == "br":
            self._open[-1].parts.append(_BREAK)
        elif len(self._open) <= _DEEPEST:
            self._open.append(_Node(name, {key: value or "" for key, value in attrs}))
            self._count[name] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name = _local(tag)
        if self._count[name]:
            while self._open[-1].name != name:
                self._close(is_ended=False)
            self._close(is_ended=True)

    def handle_data(self, data: str) -> None:
        node = self._open[-1]
        if self._count["math"] and node.name != "mtext":
            # white space between the elements of a formula is layout
            data = data.strip()
        if data:
            node.parts.append(data)

    def text(self) -> str:
        while len(self._open) > 1:
            self._close(is_ended=False)
        return "".join(self._open[0].parts)

    def _close(self, *, is_ended: bool) -> None:
        """Finish the innermost element. One that has no end means nothing, but in math.

        Between blanks it is a word that is spoken of: `The <title> element`.
        """
        node = self._open.pop()
        self._count[node.name] -= 1
        is_known = is_ended or self._count["math"] or node.name == "math"
        parent, parts = self._open[-1], [self._finish(node)] if is_known else node.parts
        is_word = node.name != "p" and not node.attributes and _is_apart(parent.parts, parts)
        if is_word and not is_known:
            parts = [f"<{node.name}>", *parts]
        if node.name in _TEX and parent.name in _FORMULAS:
            parent.tex = "".join(parts)
        else:
            parent.parts += parts

    def _finish(self, node: _Node) -> str:
        text = "".join(node.parts)
        if self._count["math"]:
            is_ignored = node.name in _IGNORED
            return "" if is_ignored else finish_element(node.name, node.attributes, node.parts)
        if node.name == "math":
            word = re.fullmatch(r"(?:\\mathrm\{)?([^\W_]*)\}?", text)
            return word[1] if word else self._held.hold(text)
        if node.name in _NOTES or node.attributes.get("ref-type") in _NOTES:
            return ""
        if node.name in _TEX:
            document = text.rpartition(r"\begin{document}")[2]
            return self._held.hold(document.partition(r"\end{document}")[0])
        if node.name in _FORMULAS:
            # MathML can always be set
            return text if text.strip() else node.tex
        return _BREAK + text + _BREAK if node.name in _PARAGRAPHS else _style(node, text)


def _is_apart(before: list[str], behind: list[str]) -> bool:
    """Tell whether there is a blank before and behind what stands between two texts."""
    return bool(before and behind) and before[-1][-1:].isspace() and behind[0][:1].isspace()


def _style(node: _Node, text: str) -> str:
    if node.name == "q":
        return f"\u201c{text}\u201d"
    style = _STYLES.get(node.name, "")
    if not style and node.name in {"span", "font", "styled-content", "named-content"}:
        told = " ".join(node.attributes.values()).lower()
        style = next((style for pattern, style in _CSS if pattern.search(told)), "")
    # a style ends with its paragraph
    return _BREAK.join(mark(style, one) for one in text.split(_BREAK)) if style else text


def _local(tag: str) -> str:
    return tag.lower().rpartition(":")[2]

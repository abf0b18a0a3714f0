r"""Formulas of web pages to TeX: Substack's, MathJax's, KaTeX's, WordPress's, and MathML."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from digest.basics.lazyregex import lazy_regex
from digest.importing.htmltext.nodes import classes_of, read_attributes, text_of
from digest.markdown.math import set_math
from digest.records.markup import markup_to_rich

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_RENDERED = frozenset({"katex", "katex-display", "MathJax", "MathJax_Display", "MathJax_SVG"})
_PREVIEWS = frozenset({"MathJax_Preview", "MJX_Assistive_MathML", "katex-html"})
_TEX = 'annotation[encoding="application/x-tex"]'
_SERVICE = lazy_regex(r"/latex\.php\?|latex\.codecogs\.com/|/cgi-bin/mathtex\.cgi\?|chart\?cht=tx")
_TYPED = lazy_regex(
    r"\\\((?P<line>[^\n]{1,400}?)\\\)|\\\[(?P<shown>.{1,1000}?)\\\]"
    r"|\$latex\s+(?P<wordpress>[^$]{1,400}?)\s*\$"
    r"|(?<![\\$])\$\$(?P<double>[^$]{1,1000})\$\$(?!\$)"
    r"|(?<![\\$\w])\$(?P<single>(?=\S)[^$\n]{0,200}?(?:\\[A-Za-z]{2,}|[\^_]\{|[A-Za-z)][\^_]\w)[^$\n]{0,200}(?<=\S))\$(?![\d$])",
)
"""TeX in a text, which scripts of the page set: what is between the dollars has TeX's own signs."""


class Formula:
    """A formula, and whether it stands on a line of its own."""

    def __init__(self, tex: str, *, is_display: bool = False) -> None:
        # a dollar ends a formula, and an empty line a paragraph
        self.tex = " ".join(tex.split()).strip("$").strip()
        self.is_display = is_display

    @property
    def markdown(self) -> str:
        """The formula in dollars, as Markdown has it within a line; empty where it has no TeX."""
        sign = "$$" if self.is_display else "$"
        return f"{sign}{self.tex}{sign}" if self.tex else ""


def read_formula(node: LexborNode) -> Formula | None:
    """Return the formula that an element is, with nothing of it where it repeats another one."""
    classes = classes_of(node)
    tag = node.tag
    if tag == "script":
        return _read_script(node)
    if "latex-rendered" in classes:
        tex = str(read_attributes(node).get("persistentExpression") or "")
        return Formula(tex, is_display=True) if tex else None
    if not _PREVIEWS.isdisjoint(classes):
        return Formula("")
    if not _RENDERED.isdisjoint(classes) or tag == "mjx-container":
        return _read_rendered(node, classes)
    if tag == "math":
        return _read_mathml(node)
    return _read_picture(node) if tag == "img" else None


def _read_script(node: LexborNode) -> Formula | None:
    kind = (node.attributes.get("type") or "").lower()
    if not kind.startswith("math/tex"):
        return None
    return Formula(text_of(node), is_display="mode=display" in kind)


def _read_rendered(node: LexborNode, classes: frozenset[str]) -> Formula | None:
    display = bool({"katex-display", "MathJax_Display"} & classes)
    display = display or node.attributes.get("display") == "true"
    tex = node.css_first(_TEX)
    if tex is not None:
        return Formula(text_of(tex), is_display=display)
    inner = node.css_first("math")
    if inner is not None:
        found = _read_mathml(inner)
        return Formula(found.tex, is_display=display or found.is_display)
    # MathJax 2 keeps the TeX in a script behind it
    behind = node.next
    while (
        behind is not None and behind.tag in {"-text", "-comment"} and not text_of(behind).strip()
    ):
        behind = behind.next
    is_kept = behind is not None and behind.tag == "script" and _read_script(behind) is not None
    return Formula("") if is_kept else None


def _read_mathml(node: LexborNode) -> Formula:
    display = node.attributes.get("display") == "block"
    tex = node.css_first(_TEX)
    if tex is not None:
        return Formula(text_of(tex), is_display=display)
    kept = node.attributes.get("alttext")
    if kept:
        return Formula(kept, is_display=display)
    rich = markup_to_rich(node.html or "")
    return Formula(rich.strip().strip("$"), is_display=display)


def _read_picture(node: LexborNode) -> Formula | None:
    source = node.attributes.get("src") or ""
    alternative = node.attributes.get("alt") or ""
    if "latex" not in classes_of(node) and not _SERVICE.search(source):
        return None
    query = parse_qs(urlsplit(source).query)
    return Formula(alternative or "".join(query.get("latex", query.get("chl", []))[:1]))


def split_formulas(text: str) -> list[str | Formula]:
    """Part a text into words and formulas that are typed in it as TeX."""
    if "\\" not in text and "$" not in text:
        return [text]
    parts: list[str | Formula] = []
    end = 0
    for found in _TYPED.finditer(text):
        tex = next(one for one in found.groups() if one is not None)
        is_bracketed = found["line"] is not None or found["shown"] is not None
        if (is_bracketed and not _is_tex(tex)) or set_math(tex, display=False).problem:
            continue
        parts += (text[end : found.start()], Formula(tex, is_display=found[0][:2] in {"\\[", "$$"}))
        end = found.end()
    return [*parts, text[end:]]


_LIKE_TEX = lazy_regex(r"[\\^_=<>+]|^\s*[A-Za-z]\s*$")


def _is_tex(text: str) -> bool:
    return _LIKE_TEX.search(text) is not None

"""A post's HTML made plain: nothing but paragraphs, headings, lists, quotations, tables and code.

What stands within them is encoded Markdown already, so that a converter has only blocks to lay
out. What is no text of the post is noted, with the reason.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from digest.importing.htmltext import codeblocks, cuts, pictures, tables
from digest.importing.htmltext.inline import Mark, Run
from digest.importing.htmltext.lines import Left, LineMaker
from digest.importing.htmltext.nodes import (
    children_of,
    classes_of,
    element_before,
    text_of,
    words_of_node,
)
from digest.importing.htmltext.plainhtml import (
    Block,
    join_blocks,
    write_item,
    write_list,
    write_table,
)
from digest.importing.htmltext.signs import BREAK, settle

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_PLAIN = (
    *("address", "article", "aside", "body", "center", "dir", "div", "dl", "dt", "fieldset"),
    *("figcaption", "footer", "header", "hgroup", "html", "legend", "li", "main", "p"),
    *("section", "tbody", "td", "tfoot", "th", "thead", "tr", "caption", "search"),
)
_BLOCK_RULES = {
    **dict.fromkeys(_PLAIN, "block"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("ul", "ol", "menu"), "list"),
    "blockquote": "quotation",
    "dd": "definition",
    "details": "details",
    "figure": "figure",
    "hr": "line",
    "noscript": "noscript",
    "pre": "preformatted",
    "summary": "summary",
    "table": "table",
}
_QUOTES = frozenset({"pullquote", "kg-callout-card", "callout-block", "wp-block-pullquote"})
_DEEPEST_LISTS = 20


class BlockMaker(LineMaker):
    """Takes a tree of HTML apart into blocks."""

    rules: ClassVar = {**LineMaker.rules, **_BLOCK_RULES}

    def _block(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        classes = classes_of(node)
        if "wp-caption" in classes or "image-gallery-embed" in classes:
            self._figure(node, marks)
            return
        if _QUOTES & classes:
            self._quotation(node, marks)
            return
        self._flush()
        if node.tag in {"p", "div", "center"} and self._is_service_line(node):
            return
        if self._is_flat and node.tag == "li":
            self._piece("- ")
        self._walk(node, marks)
        self._flush()

    def _is_service_line(self, node: LexborNode) -> bool:
        """Leave out a paragraph with nothing but a link that is a service's button."""
        first = node.css_first("a[href]")
        if first is None or len(text_of(node)) > 200:  # noqa: PLR2004 -- no button says more
            return False
        links = node.css("a[href]")
        words = words_of_node(node)
        if not words or words != " ".join(words_of_node(one) for one in links):
            return False
        reasons = [cuts.find_address_cut(one.attributes.get("href") or "") for one in links]
        if not all(reasons) or not all(cuts.is_service_link(one) for one in links):
            return False
        self.left_out.append(Left(words, reasons[0] or ""))
        return True

    def _heading(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._flush()
        blocks = self.make(node, tuple(mark for mark in marks if mark.name != "strong"))
        for one in (one for one in blocks if one.kind != "p"):
            self._blocks.append(one)
        text = " ".join(one.html for one in blocks if one.kind == "p").replace(BREAK, " ")
        if text:
            self._add("heading", f"<{node.tag}>{text}</{node.tag}>")

    def _noscript(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        """Leave out what repeats the picture before it, for browsers without scripts."""
        before = element_before(node)
        if before is None or before.tag not in {"img", "picture"} or words_of_node(node):
            self._walk(node, marks)

    def _line(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:  # noqa: ARG002 -- as all rules
        if not self._notes.is_edge(node):
            self._add("line", "<hr>")

    def _quotation(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._flush()
        inner = join_blocks(self.make(node, marks))
        if inner:
            self._add(
                "quote",
                inner if self._lists > _DEEPEST_LISTS else f"<blockquote>{inner}</blockquote>",
            )

    def _list(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if self._is_flat or self._lists >= _DEEPEST_LISTS:
            self._block(node, marks)
            return
        self._flush()
        self._lists += 1
        items: list[str] = []
        for child in children_of(node):
            if child.mem_id in self._notes.holders:
                continue
            if child.tag == "li":
                blocks = self.make(child, marks)
            elif child.is_element_node or (child.text_content or "").strip():
                blocks = self.make(child, marks, is_whole=True)
                if items and blocks and all(one.kind == "list" for one in blocks):
                    # a list within a list belongs to the item before it
                    items[-1] += join_blocks(blocks)
                    continue
            else:
                continue
            if blocks:
                items.append(write_item(blocks))
        self._lists -= 1
        if items and self._blocks and self._blocks[-1].kind == "list":
            # or Markdown would make one list of two
            self._add("p", self._pieces.add("<!-- -->"))
        if items:
            self._add("list", write_list(node, items))

    def _definition(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._flush()
        blocks = self.make(node, marks)
        before = self._blocks[-1].kind if self._blocks and _is_behind_term(node) else ""
        is_plain = not self._is_flat and not self._lists
        if is_plain and before == "p" and blocks and blocks[0].kind == "p":
            blocks[0] = Block("p", self._pieces.add(": ") + blocks[0].html)
        self._blocks += blocks

    def _details(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._flush()
        summary = next((one for one in children_of(node) if one.tag == "summary"), None)
        words = self.make_line(summary) if summary is not None else ""
        blocks = [one for one in self.make(node, marks) if one.kind != "summary"]
        if self._is_flat or self._lists or not blocks:
            self._blocks += [Block("p", words)] * bool(words) + blocks
            return
        written = settle(words, self._pieces, is_line=True)
        opening = f"<details><summary>{written}</summary>" if words else "<details>"
        self._add("raw", f"<p>{self._pieces.add(opening)}</p>")
        self._blocks += blocks
        self._add("raw", f"<p>{self._pieces.add('</details>')}</p>")

    def _summary(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if node.parent is None or node.parent.tag != "details":
            self._block(node, marks)

    def _preformatted(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if node.css_first("code") is None and node.css_first("a, em, strong, b, i") is not None:
            # verse, and the like
            self._flush()
            for line in codeblocks.read_code(node).split("\n"):
                self._text(line, marks)
                self._runs.append(Run(BREAK))
            self._flush()
            return
        text = codeblocks.read_code(node)
        if self._is_flat:
            self._piece(codeblocks.write_code(" ".join(text.split())))
        elif text.strip():
            language = codeblocks.find_language(node)
            named = f' class="language-{escape(language)}"' if language else ""
            self._add("code", f"<pre><code{named}>{escape(text)}</code></pre>")

    def _figure(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._flush()
        gallery = list(pictures.list_gallery(node))
        shown = [one for one in node.css("img") if cuts.find_cut(one) is None]
        spare = {one.mem_id for one in node.css("noscript img")}
        if len(spare) < len(shown):
            # the same picture once more, for browsers without scripts
            shown = [one for one in shown if one.mem_id not in spare]
        captions = [one for one in node.css("*") if pictures.is_caption(one)]
        if len(shown) != 1 or len(captions) > 1 or not pictures.is_alone(node, captions):
            for picture in gallery if not shown else ():
                self._picture(picture, "", ())
                self._runs.append(Run(" "))
            self._flush()
            self._text(pictures.gallery_caption(node) if not shown else "", ())
            self._flush()
            self._walk(node, marks)
            self._flush()
            return
        found = pictures.read_picture(shown[0])
        caption = self.make_line(captions[0]) if captions else ""
        link = self._find_link(shown[0], node)
        if isinstance(found, pictures.Picture):
            title = "" if link else settle(caption, self._pieces, is_line=True)
            self._picture(found, title, link)
            self._flush()
            is_written = bool(title) and not found.address.startswith("data:")
            caption = "" if is_written else caption
        if caption:
            self._add("p", caption)

    def _find_link(self, picture: LexborNode, figure: LexborNode) -> tuple[Mark, ...]:
        """Return the link around a picture, where it leads to anything but the picture."""
        one = picture.parent
        while one is not None and one.mem_id != figure.mem_id:
            if one.tag == "a":
                address = self._resolve(one.attributes.get("href") or "")
                is_other = address and not self._shows(one, address)
                return (Mark("link", address),) if is_other else ()
            one = one.parent
        return ()

    def _table(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if "tr-caption-container" in classes_of(node):
            self._figure(node, marks)
            return
        if self._is_flat or tables.is_layout(node):
            self._block(node, marks)
            return
        self._flush()
        caption = next((one for one in children_of(node) if one.tag == "caption"), None)
        grid = tables.make_grid(node)
        self._is_flat = True
        rows = [[self._cell(cell) for cell in row] for row in grid]
        about = self.make_line(caption) if caption is not None else ""
        self._is_flat = False
        rows = [row for row in rows if any(row)]
        if not rows:
            return
        if not tables.has_head(node):
            rows.insert(0, [""] * len(rows[0]))
        self._add("table", write_table(rows))
        if about:
            self._add("p", self._pieces.add("Table: ") + about)

    def _cell(self, cell: LexborNode | None) -> str:
        if cell is None:
            return ""
        blocks = self.make(cell)
        text = BREAK.join(block.html for block in blocks if block.kind == "p")
        return codeblocks.escape_bars(text.replace(BREAK, self._pieces.add("<br>")), self._pieces)


def _is_behind_term(node: LexborNode) -> bool:
    """Tell whether a definition stands behind its term, or another definition of it."""
    before = element_before(node)
    while before is not None and before.tag == "dd":
        before = element_before(before)
    return before is not None and before.tag == "dt" and bool(words_of_node(before))

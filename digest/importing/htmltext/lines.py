"""What stands within the lines of a post's HTML: text, links, code, formulas, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple
from urllib.parse import urljoin

from digest.basics.lazyregex import lazy_regex
from digest.importing.cleanaddresses import clean_link, clean_picture
from digest.importing.htmltext import codeblocks, cuts, embeds, pictures
from digest.importing.htmltext.formulas import Formula, read_formula, split_formulas
from digest.importing.htmltext.inline import Mark, Run, write_runs
from digest.importing.htmltext.nodes import children_of, text_of, words_of_node
from digest.importing.htmltext.plainhtml import Block
from digest.importing.htmltext.signs import BREAK, Pieces, encode, settle

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from digest.importing.htmltext.notes import Notes

_MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("s", "strike", "del"), "del"),
    **{name: name for name in ("sup", "sub", "u", "kbd", "mark", "small", "ins")},
}
_LINE_RULES = {
    "a": "link",
    "abbr": "abbreviation",
    "acronym": "abbreviation",
    "br": "break",
    "img": "image",
    "input": "checkbox",
    "q": "quoted",
    "code": "code",
    "tt": "code",
    "samp": "code",
}
"""The method for each element, less its underscore."""
_BOLD = lazy_regex(r"font-weight\s*:\s*(?:bold|[6-9]00)\b")
_PLAIN_WEIGHT = lazy_regex(r"font-weight\s*:\s*(?:normal|[1-5]00)\b")
_ITALIC = lazy_regex(r"font-style\s*:\s*italic")
_STRUCK = lazy_regex(r"text-decoration(?:-line)?\s*:\s*[^;]*line-through")
_LIKE_PICTURE = lazy_regex(r"(?i)\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)(?:[?#].*)?$")
_BREAKS = lazy_regex(f" *{BREAK} *(?:{BREAK} *)+")
_DEEPEST = 150
"""Elements within each other; what is deeper is text alone."""


class Left(NamedTuple):
    """Something that is left out."""

    what: str
    reason: str


class LineMaker:
    """Takes a tree of HTML apart into paragraphs. What is left out stands in a field."""

    rules: ClassVar = _LINE_RULES

    def __init__(self, notes: Notes, pieces: Pieces, base: str) -> None:
        self.left_out: list[Left] = []
        self._notes = notes
        self._pieces = pieces
        self._base = base
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._depth = 0
        self._lists = 0
        self._codes: dict[str, str] = {}
        """What stands in code, by the piece that it is."""
        self._is_flat = False
        """Whether it is within a cell, where items of lists are lines."""

    def make(
        self, node: LexborNode, marks: tuple[Mark, ...] = (), *, is_whole: bool = False
    ) -> list[Block]:
        """Return the blocks within an element, or with `is_whole` those of the element itself."""
        outer = self._runs, self._blocks
        self._runs, self._blocks = [], []
        if is_whole:
            self._child(node, marks)
        else:
            self._walk(node, marks)
        self._flush()
        made = self._blocks
        self._runs, self._blocks = outer
        return made

    def make_line(self, node: LexborNode) -> str:
        """Return what is in an element as one line of encoded Markdown."""
        texts = [block.html for block in self.make(node) if block.kind in {"p", "raw"}]
        return " ".join(texts).replace(BREAK, " ")

    def _flush(self) -> None:
        """End the paragraph. Two line ends in a row end one as well."""
        runs, self._runs = self._runs, []
        text = write_runs(runs, self._pieces) if runs else ""
        for part in _BREAKS.split(text) if BREAK in text else (text,):
            if part := part.strip(BREAK + " "):
                self._blocks.append(Block("p", part))

    def _add(self, kind: str, html: str) -> None:
        self._flush()
        self._blocks.append(Block(kind, html))

    def _element(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if node.mem_id in self._notes.holders:
            # it comes at the end
            return
        formula = read_formula(node)
        if formula is not None:
            self._formula(formula, marks)
            return
        reason = None if _is_checkbox(node) else cuts.find_cut(node)
        if reason is not None:
            self._leave_out(node, reason)
            return
        if background := cuts.find_background(node):
            self.left_out.append(Left(background, "a picture behind words, which a text has not"))
        embed = embeds.read_embed(node)
        if embed is not None:
            self._embed(embed, marks)
            return
        name = self.rules.get(node.tag or "")
        if name is None:
            self._walk(node, self._mark(node, marks))
        else:
            getattr(self, f"_{name}")(node, marks)

    def _leave_out(self, node: LexborNode, reason: str) -> None:
        # what only members had is not for the report either
        what = "a part" if reason == cuts.MAILED else words_of_node(node)
        if not what and (node.tag == "img" or reason.endswith((" poll", " the service has"))):
            what = "a picture without words" if node.tag == "img" else reason
        if reason and what:
            self.left_out.append(Left(what, reason))

    def _walk(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._depth += 1
        for child in children_of(node):
            self._child(child, marks)
        self._depth -= 1

    def _child(self, child: LexborNode, marks: tuple[Mark, ...]) -> None:
        if child.tag == "-text":
            self._text(child.text_content or "", marks)
        elif child.is_element_node and self._depth > _DEEPEST:
            self._text(words_of_node(child), marks)
        elif child.is_element_node:
            self._element(child, marks)

    def _text(self, text: str, marks: tuple[Mark, ...]) -> None:
        for part in split_formulas(text):
            if isinstance(part, Formula):
                self._formula(part, marks)
            elif part:
                self._runs.append(Run(encode(part), marks))

    def _piece(self, markdown: str, marks: tuple[Mark, ...] = ()) -> None:
        """Add Markdown of our own to the line."""
        if markdown:
            self._runs.append(Run(self._pieces.add(markdown), marks))

    def _mark(self, node: LexborNode, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Return the marks of what is in an element of a line."""
        names = []
        style = node.attributes.get("style") or ""
        name = _MARKS.get(node.tag or "")
        if name and not (name == "strong" and _PLAIN_WEIGHT.search(style)):
            names.append(name)
        if style and node.tag in {"span", "font", "b", "i", "a"}:
            styles = ((_BOLD, "strong"), (_ITALIC, "em"), (_STRUCK, "del"))
            names += [one for pattern, one in styles if pattern.search(style)]
        for one in names:
            if all(mark.name != one for mark in marks):
                marks = (*marks, Mark(one))
        return marks

    def _formula(self, formula: Formula, marks: tuple[Mark, ...]) -> None:
        if formula.is_display and not self._is_flat and formula.markdown:
            self._add("p", self._pieces.add(formula.markdown))
        else:
            self._piece(formula.markdown, tuple(mark for mark in marks if mark.name == "link"))

    def _break(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:  # noqa: ARG002 -- as all rules
        self._runs.append(Run(BREAK, marks))

    def _code(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        text = codeblocks.gather_lines(node)
        before = self._runs[-1].text if self._runs else ""
        if before in self._codes:
            # two rows of code would be read as one that never ends
            text = self._codes[before] + text
            self._runs.pop()
        self._piece(codeblocks.write_code(text), marks)
        if text.strip():
            self._codes[self._runs[-1].text] = text

    def _quoted(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        self._runs.append(Run("“", marks))
        self._walk(node, marks)
        self._runs.append(Run("”", marks))

    def _abbreviation(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        title = " ".join((node.attributes.get("title") or "").split())
        self._walk(node, (*marks, Mark("abbr", title)) if title else marks)

    def _checkbox(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if _is_checkbox(node):
            self._piece("[x]" if "checked" in node.attributes else "[ ]", marks)
            self._runs.append(Run(" ", marks))

    def _link(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        if node.mem_id in self._notes.backs:
            return
        label = self._notes.labels.get(node.mem_id)
        if label:
            self._piece(f"[^{label}]", tuple(mark for mark in marks if mark.name != "sup"))
            return
        address = self._resolve(node.attributes.get("href") or "")
        marks = self._mark(node, marks)
        words = text_of(node).strip()
        if "download" in node.attributes:
            # WordPress's button stands close behind the file's name
            self._runs.append(Run(" "))
        if not address or any(mark.name == "link" for mark in marks):
            self._walk(node, marks)
        elif words == address and not any(one.is_element_node for one in children_of(node)):
            self._piece(f"<{address}>", marks)
        elif self._shows(node, address):
            self._walk(node, marks)
        else:
            self._walk(node, (*marks, Mark("link", address)))

    def _shows(self, node: LexborNode, address: str) -> bool:
        """Tell whether a link has only a picture in it and leads to that picture."""
        picture = node.css_first("img")
        if picture is None or not pictures.is_alone(node):
            return False
        found = pictures.read_picture(picture)
        same = isinstance(found, pictures.Picture) and found.address == clean_picture(address)
        return same or _LIKE_PICTURE.search(address) is not None

    def _resolve(self, address: str) -> str:
        """Return where a link leads; nothing where that is no page, or a place within this one."""
        address = address.strip()
        scheme = address.partition(":")[0].lower() if ":" in address.partition("/")[0] else ""
        if not address or address.startswith("#") or scheme not in {"", "http", "https", "mailto"}:
            return ""
        try:
            joined = urljoin(self._base, address) if self._base and not scheme else address
        except ValueError:
            return ""
        if joined.startswith("//"):
            joined = f"https:{joined}"
        return clean_link("".join(joined.split()) if "\n" in joined else joined)

    def _image(self, node: LexborNode, marks: tuple[Mark, ...]) -> None:
        found = pictures.read_picture(node)
        if isinstance(found, str):
            self._runs.append(Run(encode(found), marks))
        elif found is not None:
            self._picture(found, "", marks)

    def _picture(self, found: pictures.Picture, caption: str, marks: tuple[Mark, ...]) -> None:
        if found.address.startswith("data:"):
            what = f"a picture: {found.shows}" if found.shows else "a picture"
            self.left_out.append(Left(what, "it is written into the text, not a file"))
            return
        address = found.address
        if self._base and ":" not in address.partition("/")[0]:
            address = self._resolve(address) or address
        shows = settle(encode(found.shows), self._pieces, is_line=True)
        shows = shows.replace("[", "\\[").replace("]", "\\]") if _is_odd(shows) else shows
        written = pictures.write_picture(found._replace(address=address), shows, caption)
        self._piece(written, tuple(mark for mark in marks if mark.name == "link"))

    def _embed(self, embed: embeds.Embed, marks: tuple[Mark, ...]) -> None:
        if embed.is_inline:
            self._text(embed.words, marks)
            return
        self._flush()
        if embed.quote:
            self._text(embed.quote, ())
            self._flush()
            quoted = self._blocks.pop()
            self._add("quote", f"<blockquote><p>{quoted.html}</p></blockquote>")
        if embed.address and not embed.words:
            # where it is a video, digest shows it as one
            self._piece(embed.address if not embed.behind else f"<{embed.address}>")
        elif embed.words:
            self._text(embed.words, (Mark("link", embed.address),) if embed.address else ())
        if embed.behind:
            self._text(f" {embed.behind}", ())
        self._flush()


def _is_checkbox(node: LexborNode) -> bool:
    return node.tag == "input" and node.attributes.get("type") == "checkbox"


def _is_odd(text: str) -> bool:
    return text.count("[") != text.count("]")

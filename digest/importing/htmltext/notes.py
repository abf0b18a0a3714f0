"""Footnotes of Substack, Ghost, WordPress, Pandoc and kramdown: which links are marks of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.importing.htmltext.nodes import classes_of, element_behind, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_NAMED = lazy_regex(
    r"(?i)(?:wp-block-)?foot-?notes?(?:-(?:list|item|ref))?|endnotes?|easy-footnote\S*|modern-footnotes\S*|fn"
)
_MARK = lazy_regex(r"[\[(]?\s*(\d{1,4}|[a-z]|[ivxl]{1,5}|[*†‡§¶]+)\s*[\])]?", 0)
_ID = lazy_regex(r"(?i)(?:fn|foot-?note|endnote|_ftn|_edn|easy-footnote)[\w:.-]*|sdfootnote\w*")
_HELD = frozenset({"li", "div", "p", "section", "aside", "dd", "tr", "span"})


class Notes:
    """The footnotes of a post: marks, and the elements that hold what they say."""

    def __init__(self, body: LexborNode) -> None:
        self.labels: dict[int, str] = {}
        """For each link that is a mark, by its node, the label of its note."""
        self.holders: dict[int, str] = {}
        """For each element that holds a note, its label."""
        self.nodes: dict[str, LexborNode] = {}
        """The elements, by label."""
        self._around: set[int] = set()
        """The elements with nothing but notes in them."""
        self.backs: set[int] = set()
        """Links from a note to its marks."""
        self._read(body)

    def _read(self, body: LexborNode) -> None:
        links = body.css('a[href*="#"]')
        if not links:
            return
        by_id = {one.attributes["id"] or "": one for one in body.css("[id]")}
        by_id |= {one.attributes["name"] or "": one for one in body.css("a[name]")}
        marks = [(link, target) for link in links if (target := by_id.get(_fragment(link)))]
        used_as_note: set[str] = set()
        for link, target in marks:
            if {link.id, link.attributes.get("name")} & used_as_note:
                # Word's notes begin with a link of the same form, back to the mark
                self.backs.add(link.mem_id)
                continue
            holder = _find_holder(target)
            if holder is None or not self._is_note(link, holder, by_id):
                continue
            label = self.holders.get(holder.mem_id)
            if label is None:
                label = self._name(text_of(link))
                self.holders[holder.mem_id] = label
                self.nodes[label] = holder
            self.labels[link.mem_id] = label
            used_as_note.add(_fragment(link))
        for holder in self.nodes.values():
            self.backs |= {one.mem_id for one in holder.css("a") if self._is_back(one, holder)}
        self.labels = {mark: label for mark, label in self.labels.items() if mark not in self.backs}
        used = set(self.labels.values())
        self.nodes = {label: node for label, node in self.nodes.items() if label in used}
        self.holders = {node.mem_id: label for label, node in self.nodes.items()}
        for node in self.nodes.values():
            self._around |= {node.mem_id, *_list_around(node)}

    def is_edge(self, line: LexborNode) -> bool:
        """Tell whether a line across the page parts the text from its notes."""
        around = (line.parent, element_behind(line))
        return any(one is not None and one.mem_id in self._around for one in around)

    def _is_note(self, link: LexborNode, holder: LexborNode, by_id: dict[str, LexborNode]) -> bool:
        """Tell whether a link is the mark of what an element holds."""
        if not _MARK.fullmatch(text_of(link).strip()) or _is_within(link, holder):
            return False
        if _is_number_of_note(link):
            return False
        named = [*classes_of(holder), *classes_of(link), holder.id or "", _fragment(link)]
        named += classes_of(holder.parent) if holder.parent is not None else ()
        if any(_NAMED.fullmatch(one) or _ID.fullmatch(one) for one in named):
            return True
        # a note leads back to where its mark is
        backs = (by_id.get(_fragment(one)) for one in holder.css('a[href*="#"]'))
        return any(
            one is not None and (one.mem_id == link.mem_id or _is_within(link, one))
            for one in backs
        )

    def _is_back(self, link: LexborNode, holder: LexborNode) -> bool:
        if _is_number_of_note(link):
            return True
        if link.id and link.id == _fragment(link):
            return False
        is_mark = (
            link.mem_id in self.labels and self.labels[link.mem_id] != self.holders[holder.mem_id]
        )
        return bool(_fragment(link)) and not is_mark and _is_arrow(text_of(link))

    def _name(self, typed: str) -> str:
        found = _MARK.fullmatch(typed.strip())
        label = found[1] if found and found[1].isalnum() else ""
        number = len(self.nodes) + 1
        while not label or label in self.nodes:
            label, number = str(number), number + 1
        return label


_ARROW = lazy_regex(
    r"[\s↩↑⏎↵⤴^\ufe0e\ufe0f[\]a-z]{0,6}|back(?: to .*)?|return(?: to .*)?|jump back.*"
)


def _is_arrow(text: str) -> bool:
    return _ARROW.fullmatch(text.strip().lower()) is not None


def _is_number_of_note(link: LexborNode) -> bool:
    """Tell whether a link is the number before a note, as Substack has it."""
    return "footnote-number" in classes_of(link)


def _fragment(link: LexborNode) -> str:
    return (link.attributes.get("href") or "").partition("#")[2]


def _find_holder(target: LexborNode) -> LexborNode | None:
    """Return the element with the words of a note, whose id may be at its beginning."""
    found: LexborNode | None = target
    while found is not None and found.tag not in _HELD:
        found = found.parent
    if found is not None and found.tag == "span":
        parent = found.parent
        found = parent if parent is not None and parent.tag in _HELD else found
    return found


def _list_around(node: LexborNode) -> Iterator[int]:
    """List what is around a note: a list, and a section of the page."""
    parent = node.parent
    while parent is not None and parent.tag in {"ol", "ul", "section", "aside", "footer", "div"}:
        if parent.tag == "div" and not any(map(_NAMED.fullmatch, classes_of(parent))):
            return
        yield parent.mem_id
        parent = parent.parent


def _is_within(node: LexborNode, holder: LexborNode) -> bool:
    one: LexborNode | None = node
    while one is not None:
        if one.mem_id == holder.mem_id:
            return True
        one = one.parent
    return False

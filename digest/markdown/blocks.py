"""A text's tokens parted into prose, sections, directives and footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.basics.fragments import Block, Body, Directive, Heading, Prose, Section
from digest.basics.text import slugify
from digest.markdown.anchors import Slugs
from digest.markdown.directives import DIRECTIVE
from digest.markdown.ownids import OWN_ID, OWN_PLACE
from digest.markdown.places import COLUMN
from digest.markdown.render import Renderer
from digest.markdown.words import fill_names, plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markdown_it.token import Token

    from digest.markdown.places import Origin

_SECTION_LEVEL = "h2"
_NO_ANCHOR = frozenset({"link_open", "citation", "footnote_ref"})
"""What a heading's own link must not hold."""


class Parter:
    """Parts the tokens of one text."""

    def __init__(self, origin: Origin, sections: Mapping[str, str]) -> None:
        self._origin = origin
        self._sections = {slugify(name): id_ for name, id_ in sections.items() if slugify(name)}
        self._slugs = Slugs(sections.values())
        self.renderer = Renderer(origin, self._slugs)
        self._blocks: list[Block] = []
        self._section = ""
        self._tokens: list[Token] = []
        self._headings: list[Heading] = []

    def part(self, tokens: Sequence[Token]) -> Body:
        """Return the body that the tokens make."""
        for index, token in enumerate(tokens):
            if OWN_ID in token.meta:
                self._keep_id(token, self._named(tokens, index))
        ends = [index for index, one in enumerate(tokens) if one.type == "footnote_block_open"]
        text, notes = (tokens[: ends[0]], tokens[ends[0] :]) if ends else (tokens, ())
        skip_to = 0
        for index, token in enumerate(text):
            if index < skip_to:
                continue
            if token.type == DIRECTIVE:
                self._flush()
                self._blocks.append(self._directive(token))
            elif token.type == "heading_open" and self._named(text, index):
                self._flush()
                self._section = self._named(text, index)
                skip_to = index + 3
            else:
                if token.type == "heading_open":
                    self._note_heading(text, index)
                self._tokens.append(token)
        self._flush()
        for index, token in enumerate(notes):
            if token.type == "heading_open":
                self._note_heading(notes, index)
        return Body(tuple(self._blocks), self.renderer.fragment(notes) if notes else None)

    def _named(self, tokens: Sequence[Token], index: int) -> str:
        """Return the id of the section that a heading names, or an empty string."""
        heading, children = tokens[index], tokens[index + 1].children or ()
        # a section's heading is printed by its name: a citation in it would be printed nowhere
        if heading.tag != _SECTION_LEVEL or heading.level or _is_linked(children):
            return ""
        return self._sections.get(slugify(plain_text(children)), "")

    def _keep_id(self, heading: Token, section: str) -> None:
        """Give a heading the id that is its own before any other takes it."""
        own, place = heading.meta[OWN_ID], self._origin.place(*heading.meta[OWN_PLACE])
        if section and own != section:
            message = f"the section has an id already, '#{section}'"
            self.renderer.report(place, "text-lost", message, f"take '{{#{own}}}' away")
        elif not section and (problem := self._slugs.keep(heading, own)):
            self.renderer.report(place, "address-clash", problem, "give the heading another id")

    def _note_heading(self, tokens: Sequence[Token], index: int) -> None:
        heading, inline, close = tokens[index : index + 3]
        text = plain_text(inline.children or ()).strip()
        anchor = self._slugs.give(heading, _key_text(inline.children or ()))
        linked = bool(text) and not _is_linked(inline.children or ())
        heading.meta["linked"] = close.meta["linked"] = linked
        if not heading.level:
            self._headings.append(Heading(int(heading.tag[1]), anchor, text))

    def _flush(self) -> None:
        """Close the block that is open, unless nothing stands in it."""
        if self._tokens:
            fragment = self.renderer.fragment(self._tokens)
            headings = tuple(self._headings)
            if self.renderer.texts[fragment.hash]:
                self._blocks.append(
                    Section(self._section, fragment, headings)
                    if self._section
                    else Prose(fragment, headings)
                )
        self._tokens, self._headings = [], []

    def _directive(self, token: Token) -> Directive:
        line = token.map[0] if token.map else 0
        return Directive(
            token.content,
            tuple(
                (name, value, self._origin.place(at, column))
                for name, value, at, column in token.meta["options"]
            ),
            self._origin.place(line, int(token.meta[COLUMN])),
        )


def _key_text(tokens: Sequence[Token]) -> str:
    """Return what an address is made of: letters and digits, which TeX has, and keys."""
    return fill_names(plain_text(tokens, tex=True), lambda key: key)


def _is_linked(tokens: Sequence[Token]) -> bool:
    return any(token.type in _NO_ANCHOR for token in tokens)

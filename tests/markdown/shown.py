"""What a text becomes, written so that one can read it: holes as ⟨cite key⟩, ⟨address x⟩ …"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from digest.basics.fragments import Address, Anchor, Citation, Directive, Image, Section, Word
from digest.markdown import parse_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.basics.diagnostics import Diagnostic
    from digest.basics.fragments import CiteItem, Hole, ParsedMarkdown, Parts

SECTIONS = {"Why": "why", "why": "why", "Key insights": "insights", "insights": "insights"}


def show(text: str, *, lang: str = "en") -> str:
    """Return what a Markdown text becomes: its blocks, then its footnotes."""
    parsed = parse_body(text, "a.md", sections=SECTIONS, lang=lang)
    assert parsed.value is not None
    return show_parsed(parsed.value)


def show_parsed(parsed: ParsedMarkdown) -> str:
    blocks = []
    for block in parsed.body.blocks:
        if isinstance(block, Directive):
            options = "".join(f" {name}={value}" for name, value, _ in block.options)
            blocks.append(f"⟨directive {block.name}{options}⟩\n")
            continue
        if isinstance(block, Section):
            blocks.append(f"⟨section {block.id}⟩\n")
        blocks.append(show_parts(parsed.texts[block.fragment.hash]))
    if parsed.body.notes:
        blocks.append("⟨notes⟩\n" + show_parts(parsed.texts[parsed.body.notes.hash]))
    return "".join(blocks)


def show_parts(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else _show_hole(part) for part in parts)


def _show_hole(hole: Hole) -> str:
    match hole:
        case Citation():
            word = "cite-in-text" if hole.in_text else "cite"
            shown = "; ".join(_show_item(item) for item in hole.items)
            return f"⟨{word} {shown}⟩{hole.closing}"
        case Address():
            return f"⟨address {hole.target}⟩"
        case Image():
            title = f' title="{escape(hole.title)}"' if hole.title else ""
            shown = f"⟨image {hole.target}{' ' if hole.width else ''}{hole.width}⟩"
            return f'<img {shown} alt="{escape(hole.alt)}"{title}>'
        case Anchor():
            return f"⟨id {hole.name}⟩"
        case Word():
            return f"⟨word {hole.key} {hole.site}⟩".replace(" ⟩", "⟩")
        case _:
            return f"⟨level {hole.level}⟩"


def _show_item(item: CiteItem) -> str:
    prefix, suffix = show_parts(item.prefix), show_parts(item.suffix)
    return f"{prefix}{'-' if item.suppress_author else ''}{item.key}{suffix}".replace("\xa0", " ")


def problems(text: str, *, lang: str = "en") -> list[str]:
    """Return the problems of a text, each as `line:column rule: message`."""
    return [show_problem(p) for p in parse_body(text, "a.md", lang=lang).diagnostics]


def show_problem(problem: Diagnostic) -> str:
    return f"{problem.line}:{problem.column} {problem.rule}: {problem.message}"


def citations(text: str) -> list[Citation]:
    """Return the citations of a text in the order in which it shows them."""
    return [hole for hole in holes(text) if isinstance(hole, Citation)]


def items(text: str) -> list[CiteItem]:
    return [item for citation in citations(text) for item in citation.items]


def keys(text: str) -> list[str]:
    return [item.key for item in items(text)]


def holes(text: str) -> Iterator[Hole]:
    parsed = parse_body(text, "a.md", sections=SECTIONS).value
    assert parsed is not None
    fragments = [b.fragment for b in parsed.body.blocks if not isinstance(b, Directive)]
    for fragment in [*fragments, *([parsed.body.notes] if parsed.body.notes else [])]:
        yield from (part for part in parsed.texts[fragment.hash] if not isinstance(part, str))

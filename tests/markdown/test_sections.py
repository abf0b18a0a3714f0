from __future__ import annotations

from digest.basics.fragments import Directive, Prose, Section
from digest.markdown import parse_body
from tests.markdown.shown import show, show_problem

NAMES = {"Why": "why", "Key insights": "insights"}


def test_headings_are_listed_with_their_levels_but_those_of_sections_and_quotations() -> None:
    text = "# One\n\n## Why\n\n### *Two* `x`\n\n> ### Three\n\n- #### Four"
    blocks = parse_body(text, "a.md", sections=NAMES).value.body.blocks
    listed = [
        [(heading.level, heading.anchor, heading.text) for heading in block.headings]
        for block in blocks
        if not isinstance(block, Directive)
    ]
    assert listed == [[(1, "one", "One")], [(3, "two-x", "Two x")]]


def test_a_section_goes_on_behind_a_directive_and_ends_at_the_next() -> None:
    text = "a\n\n## why\nb\n\n:::{papers}\n:::\n\nc\n\n## 💡 Key *insights*\nd"
    blocks = parse_body(text, "a.md", sections=NAMES).value.body.blocks
    kinds = [block.id if isinstance(block, Section) else type(block).__name__ for block in blocks]
    assert kinds == ["Prose", "why", "Directive", "why", "insights"]


def test_a_section_without_a_text_is_not_there() -> None:
    blocks = parse_body("## Why\n\n## Key insights\na", "a.md", sections=NAMES).value.body.blocks
    assert [block.id for block in blocks if isinstance(block, Section)] == ["insights"]


def test_without_sections_every_heading_is_ordinary() -> None:
    (block,) = parse_body("## Why\na", "a.md").value.body.blocks
    assert isinstance(block, Prose)


def test_an_empty_text_has_no_blocks() -> None:
    assert parse_body(" \n\n<!-- a -->\n", "a.md").value.body.blocks == ()


def test_a_section_keeps_the_id_that_it_has() -> None:
    assert show("## Why {#why}\n\na") == "⟨section why⟩\n<p>a</p>\n"
    found = parse_body("## Why {#own}\n\na", "a.md", sections=NAMES).diagnostics
    assert [show_problem(one) for one in found] == [
        "1:10 text-lost: the section has an id already, '#why'"
    ]

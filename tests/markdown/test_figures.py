"""Images that have a paragraph to themselves stand side by side."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems, show


def row_of(text: str) -> str:
    return show(text).replace(' decoding="async"', "").replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.png) ![b](b.png)",
        "![a](a.png)![b](b.png)",
        "![a](a.png)\n![b](b.png)",
        "![a](a.png)\n   ![b][label]\n\n[label]: b.png",
    ],
)
def test_images_in_one_paragraph_are_a_row(text: str) -> None:
    assert row_of(text) == (
        '<div class="figures"><figure><img ⟨image a.png⟩ alt="a"></figure>'
        '<figure><img ⟨image b.png⟩ alt="b"></figure></div>'
    )


def test_each_has_its_caption() -> None:
    text = '![a](a.png "One, *soft*, by [@k]")\n![b](b.png)'
    made = row_of(text)
    assert "<figcaption>One, <em>soft</em>, by ⟨cite k⟩</figcaption></figure><figure>" in made
    (fragment,) = parse_body(text, "a.md").value.body.blocks
    place = fragment.fragment.citations[0].items[0].place  # type: ignore[union-attr]
    assert (place.line, place.column) == (1, text.index("@") + 1)


@pytest.mark.parametrize(
    "text",
    [
        "![a](a.png) and ![b](b.png)",
        "![a](a.png) [![b](b.png)](https://example.org/)",
        "![a](a.png)\\\n![b](b.png)",
        "![a](a.png) " * 7,
        "# ![a](a.png) ![b](b.png)",
        "| x |\n|---|\n| ![a](a.png) ![b](b.png) |",
    ],
)
def test_images_among_words_stay_there(text: str) -> None:
    assert "figure" not in show(text)


@pytest.mark.parametrize("indent", ["> ", "- "])
def test_a_row_may_stand_in_a_list_or_a_quotation(indent: str) -> None:
    assert row_of(f"{indent}![a](a.png) ![b](b.png)").count("<figure>") == 2


def test_what_is_wrong_with_one_is_told_and_the_others_are_shown() -> None:
    text = '![](a.png) ![b](data:x "Words") ![c](c.png)'
    assert [problem.split(":")[1].split()[1] for problem in problems(text)] == [
        "image-alt",
        "link-scheme",
    ]
    assert row_of(text).count("<img") == 2
    assert "<figure>b<figcaption>Words</figcaption></figure>" in row_of(text)


@pytest.mark.parametrize(
    "opening", ["::: {layout-ncol=2}", ":::{grid}", "::: {#fig-x layout='[1]'}"]
)
def test_a_fence_around_figures_leads_to_what_is_read_here(opening: str) -> None:
    text = f"{opening}\n![a](a.png)\n\n![b](b.png)\n:::\n"
    (found,) = parse_body(text, "a.md").diagnostics
    assert found.rule == "directive-unknown"
    assert "write the images one behind another, without empty lines between" in found.hint

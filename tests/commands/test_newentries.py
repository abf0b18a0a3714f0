"""New entries: what they are called, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.basics.editions import Entry
from digest.basics.fragments import Body
from digest.basics.works import Work
from digest.commands.newentries import Paper, make_entries
from digest.content.frontmatter import SLUG
from digest.records.bibtex import parse_bibtex
from digest.records.identifiers import Identifier
from digest.settings.config import SectionRule
from tests.commands.test_new import edition, newsletter

if TYPE_CHECKING:
    from digest.content.load import Content


def paper(title: str, key: str = "arxiv:2202.06991", version: int = 0, name: str = "") -> Paper:
    return Paper(Identifier(key, version), Work(key, "article", title), name)


def entry_name(
    *papers: Paper, names: tuple[str, ...] = ("index.md",), content: Content | None = None
) -> list[str]:
    content = content or newsletter(edition("2022-03"))
    files = make_entries(papers, "2022-03", names, content)
    return [file.path.removeprefix("content/editions/2022-03/") for file in files]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Memory as a Differentiable Search Index", "memory-differentiable-search-index"),
        ("DataMUX: Data Multiplexing for Neural Networks", "datamux"),
        ("Block-NeRF: Scalable Large Scene Neural View Synthesis", "block-nerf"),
        ("Attention is all you need: and other tales", "attention-all-you-need"),
        ("To be or not: that is the question of our time", "not-question-time"),
        ("0", "0"),
        ("3D Gaussian Splatting", "3d-gaussian-splatting"),
        ("A $\\pi$-calculus for $n$ agents", "calculus-agents"),
        ("$\\pi$", "2202-06991"),
        (":", "2202-06991"),
        ("On the", "on-the"),
        ("Über Straßen und Bäume", "uber-strassen-und-baume"),
        ("Internationalization" * 3, "internationalization" * 2),
        ("深層学習", "深層学習"),
        ("संस्कृत", "2202-06991"),
        ("References", "references-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("It's Raw! Audio Generation with State-Space Models", "raw-audio-generation-state"),
        ("Don't Stop Pretraining", "dont-stop-pretraining"),
        ("Einstein\u2019s and Bayes' views", "einstein-bayes-views"),
        ("L'ordre des choses", "l-ordre-des-choses"),
        ("Rock 'n' roll", "rock-n-roll"),
        ("GPT's Way: a Tale", "gpt-way"),
    ],
)  # fmt: skip
def test_a_slug_is_made_of_the_first_words_that_tell_something(title: str, slug: str) -> None:
    assert entry_name(paper(title)) == [f"01-{slug}.md"]


def test_the_short_name_comes_before_the_title() -> None:
    assert entry_name(paper("Transformer Memory", name="DSI")) == ["01-dsi.md"]


@given(st.text())
def test_every_title_gives_a_name_that_can_be_an_address(title: str) -> None:
    (name,) = entry_name(paper(title or "x"))
    assert SLUG.fullmatch(name.removeprefix("01-").removesuffix(".md"))
    assert len(name) < 60


@pytest.mark.parametrize(
    ("names", "prefix"),
    [
        ((), "01-"),
        (("index.md", "figures"), "01-"),
        (("index.md", "01-a.md", "02-b.md"), "03-"),
        (("01-a.md", "07-b.md"), "08-"),
        (("1-a.md", "2-b.md"), "3-"),
        (("001-a.md",), "002-"),
        (("99-a.md",), "100-"),
        (("a.md", "b.md"), ""),
        (("2022.png", "01-a.md"), "02-"),
    ],
)
def test_an_entry_comes_behind_its_neighbours(names: tuple[str, ...], prefix: str) -> None:
    assert entry_name(paper("DSI"), names=names) == [f"{prefix}dsi.md"]


def test_entries_of_one_name_stay_apart() -> None:
    assert entry_name(paper("DSI"), paper("DSI")) == ["01-dsi.md", "02-dsi-2.md"]
    there = Entry("2022-03", "DSI", "content/editions/2022-03/01-DSI.md", Body())
    assert entry_name(paper("DSI"), content=newsletter(edition("2022-03"), entries=(there,))) == [
        "01-dsi-2.md"
    ]


def test_a_slug_that_is_a_key_of_the_bibliography_is_not_taken() -> None:
    bib = parse_bibtex("@misc{dsi, title = {DSI}}", "content/references.bib").value
    assert bib
    assert entry_name(paper("DSI"), content=newsletter(edition("2022-03"), bibliography=bib)) == [
        "01-dsi-2.md"
    ]


def test_an_entry_is_ready_to_be_filled_in() -> None:
    content = newsletter(edition("2022-03"))
    (file,) = make_entries([paper("T", version=2, name="DSI")], "2022-03", (), content)
    assert file.text == (
        "---\narxiv: 2202.06991v2\nname: DSI\ndescription:\ntags:\ndraft: true\n---\n"
        "## Why\n\n## Key insights\n"
    )


def test_a_section_without_letters_goes_by_its_id() -> None:
    content = newsletter(edition("2022-03"), sections=(SectionRule("why", "❓"),))
    (file,) = make_entries([paper("T")], "2022-03", (), content)
    assert file.text.endswith("---\n## why\n")

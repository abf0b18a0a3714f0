"""A newsletter's plain text told apart, in whatever way it is typed."""

from __future__ import annotations

import re

import pytest

from digest.importing.post import Place, Post
from digest.importing.recognise import recognise
from tests.importing.recognise.printed import PAPERS, PRINTED, REFERENCES, WAYS, change, wrap


@pytest.mark.parametrize("way", WAYS)
def test_printed_text_comes_apart(way: str) -> None:
    parts = recognise(Post(Place("march.txt", 1), "March", WAYS[way]))
    entries = [entry for stretch in parts.stretches for entry in stretch.entries]
    assert [entry.title for entry in entries] == [title for title, _ in PAPERS]
    for entry, (_, names) in zip(entries, PAPERS, strict=True):
        assert entry.byline.startswith(names.split(",")[0])
        _, why, insights = entry.text.split("## ")
        assert why.startswith("Why\n\nTwo machines do")
        assert insights.startswith("Key insights\n\nThe text is learnt")
        assert "\n- a name from a cluster" in insights
        assert " ".join(insights.split()).endswith("Names from clusters are best².")
    before, _, after = parts.stretches
    assert "EvoJAX" in before.text
    assert " ".join(before.text.split()).endswith("about most.")
    assert after.text.startswith(("That is all", "We enjoyed"))
    listed = [(one.label, " ".join(one.text.split())) for one in parts.references]
    assert listed == list(REFERENCES)


def test_lines_are_those_of_the_text() -> None:
    parts = recognise(Post(Place("march.txt", 1), "March", PRINTED))
    lines = PRINTED.split("\n")
    starts = [
        (stretch.entries[0].title if stretch.entries else stretch.text, stretch.line)
        for stretch in parts.stretches
    ]
    assert [lines[line - 1] for _, line in starts] == [text.split("\n")[0] for text, _ in starts]
    assert [lines[one.line - 1] for one in parts.references] == [
        f"[{label}] {text}" for label, text in REFERENCES
    ]


UNTITLED = change(r"^[^\n]+\nBy ", "By ")


@pytest.mark.parametrize(
    "text",
    [
        UNTITLED,
        wrap(UNTITLED),
        # lines that look like a title where an entry ends
        change(r"\n\nNames from clusters.*$", "", UNTITLED),
        change(r"^(Trends.*)$", r"\1\nBy Ada Example and Bob Example", UNTITLED),
    ],
)
def test_entries_whose_titles_are_lost_begin_with_their_names(text: str) -> None:
    parts = recognise(Post(Place("march.txt", 1), "March", text))
    entries = [entry for stretch in parts.stretches for entry in stretch.entries]
    assert [(entry.title, entry.byline) for entry in entries] == [
        ("", names) for _, names in PAPERS
    ]
    assert all(entry.text.startswith("## Why\n\nTwo machines do") for entry in entries)
    assert "\n- a name without a meaning\n- a name from a cluster" in entries[0].text


def test_names_that_are_broken_within_a_name_are_one_line() -> None:
    names = "Yi Tay, Vinh Q. Tran, Mostafa Dehghani, Jianmo Ni, Dara Bahri, Harsh Vardhan Mehta"
    text = wrap(change("^By Yi Tay.*$", f"By {names}"))
    # a line may be longer than others, as words that were parted are joined again
    text = text.replace("and four works", "and, as we said in April, four works")
    assert names not in text
    parts = recognise(Post(Place("march.txt", 1), "March", text))
    entries = [entry for stretch in parts.stretches for entry in stretch.entries]
    assert entries[0].byline == names
    assert entries[0].text.startswith("## Why")


def test_a_placeholder_under_a_heading_and_footnotes_under_one() -> None:
    text = (
        "Words.\n\n### [DataMUX](TBD)\n\nBy Vishvak Murahari, Karthik Narasimhan\n\nFast[^1].\n\n"
        "## References\n\n[^1]: Autoregressive Entity Retrieval - Nicola De Cao et al. 2020\n"
    )
    parts = recognise(Post(Place("march.md", 1), "March", text))
    (entry,) = (entry for stretch in parts.stretches for entry in stretch.entries)
    assert (entry.title, entry.paper) == ("DataMUX", "TBD")
    assert not any("References" in stretch.text for stretch in parts.stretches)
    assert "References" in {one.what for one in parts.left_out}


def test_a_title_with_by_in_it_and_names_on_one_line() -> None:
    title, names = PAPERS[2]
    line = "Learning by Doing by Ada One and Bob Two"
    parts = recognise(
        Post(Place("march.txt", 1), "March", change(f"^{title}\nBy {re.escape(names)}", line))
    )
    entries = [entry for stretch in parts.stretches for entry in stretch.entries]
    assert (entries[2].title, entries[2].byline) == ("Learning by Doing", "Ada One and Bob Two")

"""Newsletters with more of a kind than anybody writes: they are checked in time.

As in `tests/markdown/test_size.py`, what takes time that grows with the square of the length misses
the bound by far.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 10
KEYS = "\n".join(f"@misc{{smith{index}, title = {{A}}}}" for index in range(2_000))

LONG = {
    "links that lead nowhere": ("[a](x{}.md) ", 5_000),
    "links to headings that are not there": ("[a](#x{}) ", 5_000),
    "pictures that are not there": ("![a](x{}.png) ", 5_000),
    "citations of keys that are not there": ("[@smyth{}] ", 2_000),
    "citations of keys that are like none": ("[@zqx{}] ", 5_000),
}


@pytest.mark.parametrize("name", LONG)
def test_much_that_is_not_there_is_told_of_in_time(name: str, tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.write("content/references.bib", KEYS)
    newsletter.edition("2022-03", "".join(f"## Part {index}\n\n" for index in range(500)))
    for index in range(500):
        newsletter.write(f"content/editions/2022-03/figure-{index}.png", "")
    text, count = LONG[name]
    newsletter.entry(
        "2022-03/01-a", "".join(text.format(index) for index in range(count)), name="A"
    )
    start = time.process_time()
    told = newsletter.diagnose()
    assert time.process_time() - start < SECONDS
    assert sum(one.path.endswith("01-a.md") for one in told) >= count


def test_of_a_hundred_broken_links_is_told_what_was_meant(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03", "".join(f"[a](dsi{index}.md)\n" for index in range(150)))
    newsletter.entry("2022-03/01-dsi", name="A")
    told = [one for one in newsletter.diagnose() if one.rule == "link-broken"]
    assert [one.hint != "" for one in sorted(told)] == [True] * 100 + [False] * 50


def test_thousands_of_typed_authors_are_compared_in_time(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    newsletter.paper("arxiv:2202.06991", authors="Ada Lovelace, Grace Hopper")
    names = ", ".join(f'"Ada B{index}"' for index in range(3_000))
    newsletter.entry("2022-03/01-a", arxiv="2202.06991", authors=f"[{names}]")
    start = time.process_time()
    told = [one for one in newsletter.diagnose() if one.rule == "metadata-differs"]
    assert time.process_time() - start < SECONDS
    assert len(told) == 3_001


def test_an_entry_has_a_hundred_tags_at_most(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    newsletter.edition("2022-03")
    tags = ", ".join(f"t{index}" for index in range(5_000))
    newsletter.entry("2022-03/01-a", name="A", tags=f"[{tags}]")
    (told,) = (one for one in newsletter.diagnose() if one.rule == "field-type")
    assert told.message == "this list has 5,000 items, and may have 100"
    newsletter.entry("2022-03/01-a", name="A", tags=f"[{tags[: tags.index(', t100,')]}]")
    assert not [one for one in newsletter.diagnose() if one.rule == "field-type"]


def test_elements_of_a_template_that_are_never_closed_are_read_in_time(tmp_path: Path) -> None:
    newsletter = Newsletter(tmp_path)
    begin, end = "{% extends 'web/base.html' %}{% block main %}", "{% endblock %}"
    picture = "<img " + "{{ site.title }} " * 40
    text = f"{begin}{'<a href=' * 20_000}{picture}<{end}"
    newsletter.write("themes/paper/web/404.html", text)
    start = time.process_time()
    newsletter.diagnose()
    assert time.process_time() - start < SECONDS

"""Markdown files of no generator, and plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing.folders import PICTURE, by_title, read_written

if TYPE_CHECKING:
    from pathlib import Path

ROW = "| **Paper** | **Links** |\n| --- | --- |\n| 1) **A {n}** - so | [Paper](https://a.org) |\n"


def weeks(*headings: str) -> str:
    return "\n".join(f"## {one}\n\n{ROW.format(n=n)}\n---" for n, one in enumerate(headings))


def test_a_readme_with_a_section_for_each_week(tmp_path: Path) -> None:
    head = (
        "# **Papers of the Week**\n\n[![b](https://img.shields.io/b)](https://b.org)\n\n"
        "Every week.\n\n## 2024\n\n- [Papers (January 1 - January 7)](#papers)\n\n"
        "## 2023\n\n- [Papers (Dec 25 - Dec 31)](#p)\n- [Papers (Jan 9-15)](#q)\n\n"
    )
    text = head + weeks(
        *("Papers (January 1 - January 7) - 2024", "Papers (Dec 25 - Dec 31)", "Papers (Jan 9-15)")
    )
    archive = read_written(tmp_path, {"README.md": text, "LICENSE.md": "x"}, "markdown")
    *issues, page = archive.posts
    assert [(post.title, str(post.date)) for post in issues] == [
        ("Papers (January 1 - January 7) - 2024", "2024-01-07"),
        ("Papers (Dec 25 - Dec 31)", "2023-12-31"),
        ("Papers (Jan 9-15)", "2023-01-15"),
    ]
    assert issues[1].text.strip() == ROW.format(n=1).strip()
    lines = text.split("\n")
    assert lines[issues[1].place.line - 2] == "## Papers (Dec 25 - Dec 31)"
    assert issues[1].place.path == "README.md#papers-dec-25---dec-31"
    assert (page.state, page.title) == ("page", "Papers of the Week")
    assert page.text.split() == ["Every", "week."]
    assert len(page.left_out) == 6
    assert [one.reason for one in archive.left_out] == ["it is about the repository"]


def test_bold_lines_in_place_of_headings(tmp_path: Path) -> None:
    item = "1. Words about a paper\n  - Paper: https://arxiv.org/abs/2401.0000{n}\n"
    weeks_ = ("Jan 9-15, 2024", "Jan 1-8")
    text = "# Papers\n\nEvery week.\n\n" + "\n".join(
        f"**Top Papers of the Week ({week}):**\n\n{item.format(n=n)}"
        for n, week in enumerate(weeks_)
    )
    *issues, page = read_written(tmp_path, {"README.md": text}, "markdown").posts
    assert [(post.title, str(post.date), post.text.strip()) for post in issues] == [
        ("Top Papers of the Week (Jan 9-15, 2024)", "2024-01-15", item.format(n=0).strip()),
        ("Top Papers of the Week (Jan 1-8)", "2024-01-08", item.format(n=1).strip()),
    ]
    assert (page.state, page.text.strip()) == ("page", "Every week.")


def test_bold_lines_of_one_week_are_none(tmp_path: Path) -> None:
    text = weeks("Week 2, 2024", "Week 1, 2024").replace("---\n\n", "**Sent 3 May 2024**\n\n")
    assert len(read_written(tmp_path, {"README.md": text}, "markdown").posts) == 2


@pytest.mark.parametrize(
    ("name", "headings", "dates", "numbers"),
    [
        (
            "README.md",
            ("Issue 2 (2024-03-09)", "Issue 1 (2024-03-02)"),
            "2024-03-09 2024-03-02",
            "21",
        ),
        ("years/2023.md", ("Jan 8 - Jan 14", "Jan 1 - Jan 7"), "2023-01-14 2023-01-07", ""),
        ("a.md", ("March 2022", "February 2022"), "2022-03-31 2022-02-28", ""),
        ("a.md", ("2022年3月15日", "2022年3月8日"), "2022-03-15 2022-03-08", ""),
        ("a.md", ("Week 2, 2022", "Week 1, 2022"), "2022-01-16 2022-01-09", ""),
        ("a.md", ("15. März 2022", "8. März"), "2022-03-15 2022-03-08", ""),
        ("a.md", ("3rd of Jan 2024", "27th of Dec"), "2024-01-03 2023-12-27", ""),
        (
            "a.md",
            ("(Dec 29 - Jan 4) - 2025", "(Dec 22 - Dec 28) - 2025"),
            "2026-01-04 2025-12-28",
            "",
        ),
        ("a.md", ("Week 2", "Week 1"), "None None", "21"),
    ],
)
def test_dates_of_sections(
    tmp_path: Path, name: str, headings: tuple[str, ...], dates: str, numbers: str
) -> None:
    archive = read_written(tmp_path, {name: weeks(*headings)}, "markdown")
    posts = [post for post in archive.posts if post.state != "page"]
    assert " ".join(str(post.date) for post in posts) == dates
    assert "".join(post.number for post in posts) == numbers


def test_words_behind_the_rule_of_the_last_section_are_of_the_page(tmp_path: Path) -> None:
    text = f"{weeks('Week 2, 2024', 'Week 1, 2024')}\n\nJoin us.\n"
    *issues, page = read_written(tmp_path, {"README.md": text}, "markdown").posts
    assert [post.text.strip() for post in issues] == [ROW.format(n=n).strip() for n in (0, 1)]
    assert page.text.strip() == "Join us."


def test_years_and_months_above(tmp_path: Path) -> None:
    text = (
        "# Log\n\n## 2023\n\n### February\n\nb\n\n### January\n\na\n\n"
        "## 2022\n\n### December\n\nc\n"
    )
    archive = read_written(tmp_path, {"log.md": text}, "markdown")
    assert [(post.title, str(post.date)) for post in archive.posts if post.state != "page"] == [
        *(("February", "2023-02-28"), ("January", "2023-01-31"), ("December", "2022-12-31")),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        ("Transformers", "Graphs", "Vision"),
        ("Attention Is All You Need (2017-06-12)", "BERT (2018-10-11)", "GPT-3 (2020-05-28)"),
        ("News", "Papers (March 2022)", "Jobs", "Thanks"),
        ("1. Introduction", "2. Methods"),
    ],
)
def test_topics_are_no_weeks(tmp_path: Path, headings: tuple[str, ...]) -> None:
    archive = read_written(tmp_path, {"README.md": weeks(*headings)}, "markdown")
    assert [post.state for post in archive.posts] == ["published"]


def test_a_folder_of_files(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "README.md": "# Weekly\n\nAll of it.\n",
            "issue-537.markdown": "Welcome!\n\n## Featured\n\n- [a](issue-538.markdown)\n",
            "issue-538.markdown": "# Haskell 538\n\n![p](img/a%20b.png)\n",
            "2022-03.md": "---\ntags: [a]\n---\nx\n",
            "2022-04-06-april.md": "x\n",
            "may.md": "# May\n\n*4 May 2022*\n\nWords of March 2 1999.\n",
            "img/a b.png": PICTURE,
        },
        "markdown",
    )
    posts = by_title(archive)
    assert {title: (str(post.date), post.number) for title, post in posts.items()} == {
        "Weekly": ("None", ""),
        "Issue 537": ("None", "537"),
        "Haskell 538": ("None", "538"),
        "2022 03": ("2022-03-31", ""),
        "April": ("2022-04-06", ""),
        "May": ("2022-05-04", ""),
    }
    assert posts["Weekly"].state == "page"
    assert posts["Issue 537"].text.startswith("Welcome!\n\n## Featured\n\n- [a](issue-538")
    assert [one.file for one in posts["Haskell 538"].pictures] == ["img/a b.png"]


def test_titles_and_numbers(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "a.md": "# A list [![b](https://b.org/b.svg)](https://b.org)\n\nx\n",
            "b.md": '<h1 align="center">A <b>head</b></h1>\n\nx\n',
            "2022/03/README.md": "# March\n\n$O(n)$ @ada\n",
            "12.md": "---\ncover: c.png\n---\nx\n",
        },
        "markdown",
    )
    posts = by_title(archive)
    assert {title: (str(post.date), post.number) for title, post in posts.items()} == {
        "A list": ("None", ""),
        "A head": ("None", ""),
        "March": ("2022-03-31", ""),
        "12": ("None", "12"),
    }
    assert posts["March"].text.strip() == "$O(n)$ \\@ada"
    assert [one.what for one in posts["12"].left_out] == ["c.png"]


TEXT = """Trends in AI - March 2022
By the editors

A month of news\u2014we read many pa-
pers. Two of them are by @ada, and cost
$5. See www.example.org and
https://arxiv.org/abs/2202.06991.

\u2022 TorchRec_v2 is *here*
  and fast [1]
\u2022 So is another

Transformer Memory
By Yi Tay et al.
\u2753 Why \u2192 Search is hard, state-of-
the-art is state-of-the-art.
\f12
[1] First of all.
[3] Third of all.
"""


def test_plain_text(tmp_path: Path) -> None:
    archive = read_written(tmp_path, {"trends.txt": TEXT}, "text")
    post = archive.posts[0]
    assert (post.title, str(post.date)) == ("Trends in AI - March 2022", "2022-03-31")
    assert post.text.strip() == (
        "By the editors\n\nA month of news\u2014we read many papers.\nTwo of them are by \\@ada, "
        "and cost\n\\$5. See [www.example.org](https://www.example.org) and\n"
        "https://arxiv.org/abs/2202.06991.\n\n"
        "- TorchRec_v2 is \\*here\\*\nand fast \\[1\\]\n- So is another\n\n"
        "Transformer Memory\n\nBy Yi Tay et al.\n\n"
        "\u2753 Why \u2192 Search is hard, state-of-the-art\nis state-of-the-art.\n\n"
        "\\[1\\] First of all.\n\n\\[3\\] Third of all."
    )
    assert [(one.what, one.reason) for one in post.left_out] == [("12", "the number of a page")]
    # of each line that of the file, whatever stands between
    lines, typed = post.text.split("\n"), TEXT.split("\n")
    for word in ("TorchRec", "Transformer", "By Yi", "Third"):
        line = next(number for number, one in enumerate(lines, 1) if word in one)
        assert word in typed[post.at(line).line - 1]

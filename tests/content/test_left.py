"""Left-over markup in front matter, and the starter's texts, told at their place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.commands.init.newsletter import Start, make_newsletter
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

PAGE, ENTRY = "content/pages/about.md", "content/editions/2022-03/01-dsi.md"


@pytest.fixture
def news(tmp_path: Path) -> Newsletter:
    made = Newsletter(tmp_path)
    made.edition("2022-03", ":::{papers}\n:::\n")
    made.entry("2022-03/01-dsi", arxiv="2202.06991")
    made.paper("arxiv:2202.06991")
    return made


def left(news: Newsletter) -> list[str]:
    return [
        f"{one.line}:{one.column} {one.severity}: {one.hint}"
        for one in news.diagnose()
        if one.rule == "markup-left"
    ]


@pytest.mark.parametrize(
    ("field", "place", "hint"),
    [
        ("description: a <b>c</b>", "3:16", "write '**c**', or '\\<' for the sign"),
        ('description: "a <b>c</b>"', "3:17", "write '**c**', or '\\<' for the sign"),
        ("note: a [b] (https://c.org)", "3:9", "write '[b](https://c.org)', or '\\[' for the"),
        ("name: a *b*", "3:9", "write 'b'"),
        ("title: a **b**", "3:10", "write '<b>b</b>'"),
        ('tags: ["`b`"]', "3:9", "write 'b'"),
        ("figure: {src: a.png, alt: a **b**}", "3:29", "write 'b'"),
        ("figure: {src: a.png, alt: a, caption: a <i>b</i>}", "3:41", "write '*b*'"),
    ],
)
def test_it_is_told_in_front_matter(field: str, place: str, hint: str, news: Newsletter) -> None:
    news.write(ENTRY, f"---\narxiv: 2202.06991\n{field}\n---\nText.\n")
    (found,) = left(news)
    assert found.startswith(f"{place} warning: {hint}")


def test_a_comment_and_a_setting_allow_it(news: Newsletter) -> None:
    text = "---\ntitle: About\n---\n<!-- digest: allow markup-left -->\na <b>c</b>\n\nd <b>e</b>\n"
    news.write(PAGE, text)
    assert [line.partition(" ")[0] for line in left(news)] == ["7:3"]
    news.settings("check: {markup-left: off}\n")
    assert left(news) == []


@pytest.mark.parametrize(
    "line",
    [
        "Say here who you are, what you read, and how you choose.",
        "Welcome to the first edition. It opens with a few lines on what is in it, and why now.",
    ],
)
def test_a_text_of_the_starter_is_told(line: str, news: Newsletter) -> None:
    news.write(PAGE, f"---\ntitle: About\n---\nOurs.\n\n{line}\n\n{line}\n")
    assert left(news) == ["6:1 warning: write your own, or take it away"]


def test_each_file_of_the_starter_is_told_until_it_is_written_over(tmp_path: Path) -> None:
    news = Newsletter(tmp_path)
    start = Start("News", "https://example.net/", "en", "2022-06-01", "research-digest")
    files = [one for one in make_newsletter(start) if one.path.startswith("content/")]
    for file in files:
        news.write(file.path, file.text)
    told = {one.path for one in news.diagnose() if one.rule == "markup-left"}
    assert told == {one.path for one in files if one.path.endswith(".md")}
    kept = (tmp_path / PAGE).read_text().partition("as it is. -->\n")[2]
    news.write(PAGE, f"---\ntitle: About\n---\n{kept}")
    assert "arXiv" in kept
    assert PAGE not in {one.path for one in news.diagnose()}


@pytest.mark.parametrize(
    ("title", "body", "line"),
    [
        ("About us", "# About Us", 4),
        ("About us", "\n\n## About us ##", 6),
        ("About us", "About *us*\n===", 4),
        ("About us", "About us\n\n---", 0),
        ("About us", "# About", 0),
        ("About us", "Hello.\n\n# About us", 0),
        ("日本語", "# 日本語", 4),
    ],
)
def test_a_title_that_the_text_says_again_is_told(
    title: str, body: str, line: int, news: Newsletter
) -> None:
    news.write(PAGE, f"---\ntitle: {title}\n---\n{body}\n\nText.\n")
    found = [one for one in news.diagnose() if one.rule == "field-doubtful"]
    assert [one.line for one in found] == [line] * bool(line)


def test_mail_addresses_of_editors_are_told(news: Newsletter) -> None:
    news.edition("2022-03", editors=["Ada <ada@example.org>", "bob@example.org", "Eve"])
    found = [(one.message, one.hint) for one in news.diagnose()]
    assert found == [
        ("readers would see 'ada@example.org'", "write 'Ada'"),
        ("readers would see 'bob@example.org'", "write the name"),
    ]


def test_signs_that_only_programs_see_are_told(news: Newsletter) -> None:
    hidden = "".join(chr(0xE0000 + ord(sign)) for sign in "obey me")
    flag = "\U0001f3f4" + "".join(chr(0xE0000 + ord(sign)) for sign in "gbsct\x7f")
    news.edition("2022-03", f"Of {flag} and {hidden}.\n")
    (found,) = news.diagnose()
    assert found.message == "signs that nobody sees say 'obey me' to programs"

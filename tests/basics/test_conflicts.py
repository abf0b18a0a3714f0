"""Git's conflict markers, in every kind of file that a newsletter has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.newsletter import SITE_YAML, Newsletter

if TYPE_CHECKING:
    from pathlib import Path

LEFT = "a conflict that git left here: '<<<<<<< HEAD'"


def conflict(one: str, other: str) -> str:
    return f"<<<<<<< HEAD\n{one}\n=======\n{other}\n>>>>>>> branch\n"


BODY = conflict("One text.", "Other text.")
MATTER = "---\n" + conflict("title: One", "title: Other")
EDITION, ENTRY = "content/editions/2022-03/index.md", "content/editions/2022-03/01-dsi.md"
PAGE = "content/pages/about.md"


@pytest.fixture
def news(tmp_path: Path) -> Newsletter:
    made = Newsletter(tmp_path)
    made.edition("2022-03", ":::{papers}\n:::\n")
    made.entry("2022-03/01-dsi", arxiv="2202.06991")
    made.paper("arxiv:2202.06991")
    return made


def problems(news: Newsletter) -> list[str]:
    return [
        f"{one.path}:{one.line}:{one.column} {one.severity} {one.rule}: {one.message}"
        for one in news.diagnose()
    ]


def told(path: str, line: int) -> list[str]:
    return [f"{path}:{line}:1 error markup-left: {LEFT}"]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (EDITION, f"{MATTER}date: 2022-03-02\n---\n:::{{papers}}\n:::\n", 2),
        (ENTRY, f"---\narxiv: 2202.06991\n---\nText.\n\n{BODY}", 6),
        (ENTRY, f"---\narxiv: 2202.06991\n---\n{BODY}".replace("\n", "\r\n"), 4),
        (PAGE, f"---\ntitle: About\n---\n{BODY}", 4),
        (PAGE, MATTER + "---\nText.\n", 2),
        (
            "content/site.yaml",
            SITE_YAML + conflict("timezone: Europe/Paris", "timezone: Europe/Rome"),
            5,
        ),
        ("content/references.bib", f"@misc{{a,\n{conflict('title={A},', 'title={B},')}}}\n", 2),
        (
            "themes/paper/web/page.html",
            "{% extends 'parent:web/page.html' %}\n" + conflict("{# One #}", "{# Other #}"),
            2,
        ),
        ("themes/paper/static/extra.css", "p {}\n" + conflict("a {}", "b {}"), 2),
    ],
)
def test_a_conflict_is_an_error_at_its_line_and_the_rest_is_read(
    path: str, text: str, line: int, news: Newsletter
) -> None:
    news.write(path, text)
    assert problems(news) == told(path, line)


@pytest.mark.parametrize("edge", ["  ", "> ", "  > "])
def test_a_conflict_may_be_indented_with_what_is_around_it(edge: str, news: Newsletter) -> None:
    inner = BODY.replace("\n", f"\n{edge}").rstrip("> ")
    news.entry("2022-03/01-dsi", f"- a\n\n{edge}{inner}", arxiv="2202.06991")
    assert problems(news) == told(ENTRY, 6)


@pytest.mark.parametrize(
    "text", [">>>>>>>> deep\n", "> >>>>>>> deep\n", "    " + "\n    ".join(BODY.split("\n"))]
)
def test_what_only_looks_like_one_is_none(text: str, news: Newsletter) -> None:
    news.entry("2022-03/01-dsi", f"Words.\n\n{text}", arxiv="2202.06991")
    assert problems(news) == []


def test_a_conflict_in_a_file_that_is_linked_is_told(news: Newsletter) -> None:
    news.write("content/pages/files/a.csv", "a,b\n" + BODY)
    news.write("content/pages/b.csv", BODY)
    news.write(PAGE, "---\ntitle: About\n---\n[Data](files/a.csv)\n")
    assert problems(news) == told("content/pages/files/a.csv", 2)


def test_a_conflict_in_a_drawing_is_why_it_cannot_be_read(news: Newsletter) -> None:
    news.write("content/editions/2022-03/a.svg", "<svg>\n" + BODY + "</svg>\n")
    news.entry("2022-03/01-dsi", "![A plot](a.svg)\n", arxiv="2202.06991")
    (found,) = (one for one in news.diagnose() if one.rule == "image-missing")
    assert found.hint == "git left a conflict in it: keep one of the two texts"


def test_a_conflict_in_a_record_is_told(news: Newsletter) -> None:
    (record,) = (news.root / "content/papers").rglob("*.json")
    path = record.relative_to(news.root).as_posix()
    notes = conflict('"note": "a",', '"note": "b",')
    news.write(path, record.read_text().replace("{", "{\n" + notes, 1))
    assert problems(news) == told(path, 2)


def test_a_conflict_in_a_theme_s_settings_is_told(news: Newsletter) -> None:
    news.settings("theme: ours\n")
    text = "contract: 1\nextends: paper\n" + conflict("name: One", "name: Two")
    news.write("themes/ours/theme.yaml", text)
    assert problems(news) == told("themes/ours/theme.yaml", 3)


@pytest.mark.parametrize(
    "settings", ["check: {markup-left: off}\n", "check: {markup-left: warning}\n"]
)
def test_no_setting_comment_or_draft_makes_less_of_a_conflict(
    settings: str, news: Newsletter
) -> None:
    news.settings(settings)
    news.write(
        PAGE,
        f"---\n# digest: allow markup-left\ntitle: About\ndraft: true\n---\n{BODY}",
    )
    assert problems(news) == told(PAGE, 6)


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{BODY}```\n",
        "A heading\n=======\n\nText.\n",
        "A heading\n=======\n\n> > > > > > > deep\n",
        "Write `<<<<<<< HEAD`, or <<<<<<< HEAD within a line.\n",
        "    " + BODY.replace("\n", "\n    ") + "\n",
    ],
)
def test_code_and_headings_are_no_conflict(text: str, news: Newsletter) -> None:
    news.write(PAGE, f"---\ntitle: About\n---\n{text}")
    assert problems(news) == []


def test_each_conflict_is_told_and_one_that_is_half_taken_away(news: Newsletter) -> None:
    base = BODY.replace("=======", "||||||| merged\nOld text.\n=======")
    half = "The other.\n>>>>>>> branch\n\n<<<<<<< HEAD\n"
    news.write(PAGE, f"---\ntitle: About\n---\n{base}\n{BODY}\n{half}")
    assert [line.split(":")[1] for line in problems(news)] == ["4", "12", "19", "21"]


def test_without_a_choice_the_first_text_is_read_on(news: Newsletter) -> None:
    body = "<<<<<<< HEAD\n[a](missing.md)\n=======\n[b](gone.md)\n>>>>>>> branch\n\n[c](away.md)\n"
    news.write(PAGE, f"---\ntitle: About\n---\n{body}")
    assert [line.split(": ")[1] for line in problems(news)] == [
        "a conflict that git left here",
        "there is no 'missing.md' here",
        "there is no 'away.md' here",
    ]

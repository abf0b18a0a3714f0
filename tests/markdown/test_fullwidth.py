"""Signs of Markdown in full width are told, and nothing else that has such signs."""

# ruff: noqa: RUF001 -- the full width is meant

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.hints import follow
from tests.markdown.shown import problems

CASES = [
    ("见[链接]（https://example.org/a）。", "见[链接](https://example.org/a)。"),
    ("见【链接】(https://example.org/a)。", "见[链接](https://example.org/a)。"),
    ("见［链接］（/pages/a/）。", "见[链接](/pages/a/)。"),
    ("![图]（https://example.org/a.png）", "![图](https://example.org/a.png)"),
    ("文\n＃＃ 标题", "文\n## 标题"),
    ("＃标题", "# 标题"),
    ("这是＊＊重要＊＊的", "这是**重要**的"),
    ("也可以_斜体_和", "也可以*斜体*和"),
    ("-第一\n-第二", "- 第一\n-第二"),
    ("中文\n##标题", "中文\n## 标题"),
    ("！[图](a.png)", "![图](a.png)"),
]


@pytest.mark.parametrize(("text", "meant"), CASES)
def test_signs_in_full_width_are_told_and_the_hint_mends_it(text: str, meant: str) -> None:
    found = parse_body(text, "a.md", lang="zh").diagnostics
    assert [one.rule for one in found if one.rule != "image-alt"] == ["markup-left"]
    assert follow(text, found[0]) == meant


@pytest.mark.parametrize(
    "text",
    [
        "＃话题＃ 和 ＊注",
        "见【1】和［2］，（https://example.org/a）",
        "【论文】 （https://example.org/a）",
        "小心！[链接](https://example.org/a)",
        "-艾达\n下一行",
        "报告_2020_最终，snake_case，文件_a",
        "`[a]（https://example.org/a）`",
    ],
)
def test_other_signs_in_full_width_are_only_signs(text: str) -> None:
    assert problems(text, lang="zh") == []

"""Heads of posts' files."""

from __future__ import annotations

import pytest

from digest.importing.markdownposts.matter import split_matter


@pytest.mark.parametrize(
    ("text", "fields", "body", "line"),
    [
        ("---\ntitle: T\ntags: [a, b]\n---\nx\n", {"title": "T", "tags": ("a", "b")}, "x\n", 5),
        ("---\n---\nx", {}, "x", 3),
        ("---\ntitle: A: b\ndraft: yes\n---\nx", {"title": "A: b", "draft": "yes"}, "x", 5),
        ("---\n\nwords\n\n---\nx", {}, "---\n\nwords\n\n---\nx", 1),
        (
            "+++\na = 2022-03-02\nb = true\n[c]\nd = 1\n+++\nx",
            {"a": "2022-03-02", "b": "true", "c": {"d": "1"}},
            "x",
            7,
        ),
        ('{\n"Title": "T"\n}\nx', {"title": "T"}, "x", 4),
        ('{"a": 1} x', {}, '{"a": 1} x', 1),
        ("<!--\n.. title: T\n.. slug: t\n-->\nx", {"title": "T", "slug": "t"}, "x", 5),
        ("Title: T\nDate: 2022\n  and\n\nx", {}, "Title: T\nDate: 2022\n  and\n\nx", 1),
        ("Title: T\nDate: 2022\n    more\n\nx", {"title": "T", "date": "2022 more"}, "x", 5),
        ("Note: this\n\nx", {}, "Note: this\n\nx", 1),
        ("---\na: &x [*x]\n---\nx", {"a": "&x [*x]"}, "x", 4),
    ],
)
def test_heads(text: str, fields: dict[str, object], body: str, line: int) -> None:
    split = split_matter(text, has_lines=True)
    assert (split.fields, split.body, split.line) == (fields, body, line)


def test_what_is_nested_too_deep_is_no_head() -> None:
    for text in ("{" + '"a": {' * 5000 + "}" * 5001, "---\na: " + "[" * 5000 + "\n---\n"):
        assert split_matter(text).fields in ({}, {"a": "[" * 5000})
    split = split_matter("+++\na = " + "[" * 5000 + "]" * 5000 + "\n+++\nx")
    assert split.fault or split.fields

"""A pattern that is compiled when it is used does what one does that is compiled at once."""

from __future__ import annotations

import re

import pytest

from digest.basics.lazyregex import lazy_regex


def test_it_does_what_a_compiled_pattern_does() -> None:
    lazy, compiled = (
        lazy_regex("(?P<x>a+)b", re.IGNORECASE),
        re.compile("(?P<x>a+)b", re.IGNORECASE),
    )
    text = "AAb ab b"
    assert lazy.pattern == compiled.pattern
    assert lazy.findall(text) == compiled.findall(text)
    assert [found.span("x") for found in lazy.finditer(text)] == [(0, 2), (4, 5)]
    assert lazy.sub("-", text) == compiled.sub("-", text)
    assert lazy.match("b") is None
    assert (lazy.flags, lazy.groups, lazy.groupindex) == (
        compiled.flags,
        compiled.groups,
        compiled.groupindex,
    )


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile

    def note(pattern: str, flags: int) -> re.Pattern[str]:
        made.append(pattern)
        return compile_(pattern, flags)

    monkeypatch.setattr(re, "compile", note)
    lazy = lazy_regex("a lazy one")
    assert made == []
    assert lazy.search("this is a lazy one")
    assert lazy.fullmatch("a lazy one")
    assert made == ["a lazy one"]


def test_a_mistake_in_a_pattern_is_told_when_it_is_used() -> None:
    with pytest.raises(re.error, match="missing"):
        lazy_regex("(").search("x")

"""How many steps a template has."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from digest.render.templates.bounds import count_search
from digest.render.templates.context import Steps
from digest.settings.theme import TemplateMistakeError

MANY = range(100_000)


def search(value: object, times: int) -> None:
    context: Any = SimpleNamespace(steps=Steps())
    for _ in range(times):
        count_search(context, value)


@pytest.mark.parametrize("value", [dict.fromkeys(MANY), frozenset(MANY)])
def test_what_is_found_at_once_may_be_searched_for_each_of_many_entries(value: object) -> None:
    search(value, 10_000)


def test_what_is_read_to_its_end_may_not() -> None:
    with pytest.raises(TemplateMistakeError, match="never comes to its end"):
        search(tuple(MANY), 10_000)

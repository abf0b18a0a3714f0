"""Numbers follow first appearance, one a work."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.basics.diagnostics import Place
from digest.basics.fragments import Citation, CiteItem
from digest.basics.works import Work
from digest.citing.library import Unresolved
from digest.citing.numbering import number

KEYS = {"a": "A", "a2": "A", "b": "B", "c": "C", "c2": "C"}


def find(key: str) -> Work | Unresolved:
    if key not in KEYS:
        return Unresolved("citation-undefined", f"no work has the key '{key}'", "")
    return Work(KEYS[key], "article", KEYS[key])


def cite(*keys: str, line: int = 1) -> Citation:
    return Citation(
        tuple(CiteItem(key, Place("e.md", line, column)) for column, key in enumerate(keys, 1))
    )


def test_a_page() -> None:
    made = number([cite("b", "a"), cite("x", line=2), cite("a2", "a"), cite("x", line=2)], find)
    assert [work.id for work in made.works] == ["B", "A"]
    assert made.numbers == {"b": 1, "a": 2, "a2": 2}
    assert made.places == (1, 3)
    assert [(one.line, one.column, one.message) for one in made.diagnostics] == [
        (2, 1, "no work has the key 'x'")
    ]


@given(st.lists(st.lists(st.sampled_from([*KEYS, "x", "y"]), min_size=1, max_size=4)))
def test_numbers_run_from_one_in_order_of_first_appearance(pages: list[list[str]]) -> None:
    made = number([cite(*keys, line=line) for line, keys in enumerate(pages, 1)], find)
    cited = [KEYS[key] for keys in pages for key in keys if key in KEYS]
    assert [work.id for work in made.works] == list(dict.fromkeys(cited))
    assert sorted(set(made.numbers.values())) == list(range(1, len(made.works) + 1))
    for key, count in made.numbers.items():
        assert made.works[count - 1].id == KEYS[key]
    assert list(made.places) == [cited.count(work.id) for work in made.works]
    assert len(made.diagnostics) == sum(key not in KEYS for keys in pages for key in keys)

"""The addresses of works, and what is none."""

from __future__ import annotations

import pytest

from tests.records.bibtex.texts import work


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org/~ann/a--b",
        r"https://example.org/\~{}ann/a--b",
        r"https://example.org/{\~{}}ann/a--b",
        r"https://example.org/{\textasciitilde}ann/a--b",
        r"https://example.org/\textasciitilde ann/a--b",
        r"https://example.org/$\sim$ann/a--b",
        r"\url{https://example.org/~ann/a--b}",
    ],
)
def test_an_address_keeps_its_tilde(typed: str) -> None:
    made = work(f"@misc{{k, title={{T}}, url={{{typed}}}, note={{n}}}}")
    assert made.url == "https://example.org/~ann/a--b"


def test_an_address_loses_the_marks_of_tex() -> None:
    made = work(r"@misc{k, title={T}, url={https://example.org/a\_b\%20c?d\&e\#f}}")
    assert made.url == "https://example.org/a_b%20c?d&e#f"


def test_an_address_that_is_none_gives_way_to_one_that_is() -> None:
    found = work(r"@misc{k, title={T}, url={www.e.org}, howpublished={\url{https://e.org/}}}")
    assert found.url == "https://e.org/"


def test_what_a_note_leads_to_is_not_where_the_work_is() -> None:
    errata = r"note={Errata at \url{https://errata.example/x}}"
    assert work(f"@book{{k, title={{T}}, {errata}}}").url == ""
    assert work(r"@book{k, title={T}, note={\url{https://b.example/}}}").url == "https://b.example/"

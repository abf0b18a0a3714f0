"""Keys and brackets; what they become is in tests/cases/citations.md."""

from __future__ import annotations

import pytest

from tests.markdown.shown import citations, items, keys, problems


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@smith2020.", "smith2020"),
        ("@smith2020's", "smith2020"),
        ("(@smith2020)", "smith2020"),
        ("“@smith2020”", "smith2020"),
        ("@smith:2020: so", "smith:2020"),
        ("@a--b", "a"),
        ("@_a_", "_a"),
        ("__@a__", "a"),
        ("@Müller2020,", "Müller2020"),
        ("@arxiv:2202.06991v2.", "arxiv:2202.06991v2"),
        ("@arXiv:math.CA/0611800?", "arXiv:math.CA/0611800"),
        ("@2022-02/dsi:", "2022-02/dsi"),
        ("@doi:10.1000/a(b)c).", "doi:10.1000/a(b)c"),
        ("**@doi:10.1000/a_b**", "doi:10.1000/a_b"),
        ("@DOI:10.1000/a<b>;", "DOI:10.1000/a<b>"),
        ("“@doi:10.1000/a”", "doi:10.1000/a"),
        ("@{doi:10.1002/(sici)1;2[3]}", "doi:10.1002/(sici)1;2[3]"),
    ],
)
def test_where_a_key_ends(text: str, key: str) -> None:
    assert keys(text) == [key]
    assert keys(f"[{text.strip('();')}]") == [key]


@pytest.mark.parametrize(
    "text",
    [
        "me@x.org",
        "mé@x",
        "1@2",
        "x_@y",
        "@",
        "@ a",
        "@.",
        "@@",
        "@{}",
        "@{a",
        "\\@a",
        "www.x.org/@a",
    ],
)
def test_what_is_no_key(text: str) -> None:
    assert keys(text) == []


def test_what_stands_around_a_key() -> None:
    (citation,) = citations("[see\n  also @a, pp. 3--5 \\[sic\\]; cf. -@b [1]; *@c*]")
    assert [(i.prefix, i.key, i.suffix, i.suppress_author) for i in citation.items] == [
        (("see\nalso\xa0",), "a", (", pp.\xa03–5 [sic]",), False),
        (("cf.\xa0",), "b", (" [1]",), True),
        (("*",), "c", ("*",), False),
    ]


def test_a_citation_in_brackets_is_none_in_the_text() -> None:
    assert [citation.in_text for citation in citations("[@a] @b [p. 3] [see @c]")] == [
        False,
        True,
        False,
    ]


def test_a_bracket_over_two_lines_is_one_citation() -> None:
    assert [(i.key, i.place.line, i.place.column) for i in items("> [@a;\n>   @b]")] == [
        ("a", 1, 4),
        ("b", 2, 5),
    ]


def test_a_message_quotes_no_more_than_a_line() -> None:
    (problem,) = problems(f"[@a; {'x' * 1000}]")
    assert len(problem) < 120

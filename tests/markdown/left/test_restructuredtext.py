"""What reStructuredText has, and Markdown has not, is told where it stands."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body
from tests.markdown.shown import problems

TARGET = "\n\n.. _river: https://example.org/river\n.. |boat| image:: boat.png\n"


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("See river_ and so on." + TARGET, "1:5", "write '[river][]'"),
        ("See `the\nriver`_." + TARGET, "2:7", "write '[the river][]'"),
        ("See `it <https://example.org/>`__, a", "1:32", "write '[it](https://example.org/)'"),
        ("On the |boat|." + TARGET, "1:8", "write '![boat](…)' for an image"),
        (".. _river: https://a.org/", "1:1", "write '[river]: https://a.org/' behind"),
        (".. _`#1`:\n  https://a.org/", "1:1", "write '[#1]: https://a.org/' behind"),
        (".. |boat| image:: boat.png", "1:1", "there are no such directives"),
        ("As {cite:p}`a2019, b` has it", "1:4", "write '[@a2019; @b]' in place of both"),
        ("See {ref}`rivers` for it", "1:5", "there are no such roles"),
        ("```{math}\nx = 1\n```", "1:1", "write '$$' in place of both lines"),
        ("```{figure} a.png\nA plot\n```", "1:1", "write '![what it shows](a.png)'"),
        ("```{tip}\nWords\n```", "1:1", "write it as text"),
        ("======\nRivers\n======\n", "1:1", "take this line away"),
    ],
)  # fmt: skip
def test_a_form_is_told_with_what_stands_in_its_place(text: str, place: str, hint: str) -> None:
    first = parse_body(text, "a.md").diagnostics[0]
    assert f"{first.line}:{first.column}" == place
    assert first.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "Fail_ renamed to Fail, x_ and |x|, |a| + |b|, a || b",
        "{`a`, `b`}`::c` and f{x}`y`, {x} `y`",
        "`snake`_case and `a`_b, and _`code`_",
        "a == b\n=== c",
        "Rivers\n======\n",
        ".. and so on: https://example.org/",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert problems(text) == []

"""Citations that lack a sign, or have one too many, are told; other brackets are not."""

from __future__ import annotations

import pytest

from digest.markdown import parse_body


def told(text: str) -> list[tuple[str, str]]:
    found = parse_body(text, "a.md").diagnostics
    return [(one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("[knuth1984]", "[@knuth1984]"),
        ("@[knuth1984]", "[@knuth1984]"),
        ("[see knuth1984; cf. -doe2000]", "[see @knuth1984; cf. -@doe2000]"),
        ("[-knuth1984, p. 3]", "[-@knuth1984, p. 3]"),
        ("[vaswani2017attention; doe:2020a]", "[@vaswani2017attention; @doe:2020a]"),
        ("[Vaswani2017attention]", "[@Vaswani2017attention]"),
        ("[arxiv:2202.06991]", "[@arxiv:2202.06991]"),
        ("[doi: 10.1000/x, arXiv:2202.06991]", "[@doi:10.1000/x; @arxiv:2202.06991]"),
        ("[[@a]]", "[@a]"),
        ("[[@a|Ada]]", "[@a]"),
        ("[[@a; @b, p. 3]]", "[@a; @b, p. 3]"),
    ],
)
def test_what_lacks_a_sign_or_has_one_too_many_is_told(typed: str, written: str) -> None:
    message = f"'{typed}' would be shown as it is typed"
    assert told(f"See {typed}.") == [(message, f"write '{written}', or '\\[' for the bracket")]


@pytest.mark.parametrize("typed", ["cite:knuth1984", "citep:&knuth1984", "parencite:knuth1984"])
def test_links_of_org_are_told(typed: str) -> None:
    ((message, hint),) = told(f"See {typed}.")
    assert message == f"'{typed}' would be shown as it is typed"
    assert hint == "write '[@knuth1984]' for a citation"


@pytest.mark.parametrize(
    "text",
    [
        *("See [@a, p. 3 and more.", "See [-@a", "- [@a; @b\n- c", "So [see @a, p. 3 and that."),
        "See [@a, p. 3 and [@b].",
    ],
)
def test_a_bracket_that_is_never_closed_is_told(text: str) -> None:
    ((message, hint),) = told(text)
    assert message.endswith("would be shown as it is typed")
    assert hint == "write ']' where the citation ends, or '\\[' for the bracket"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("See [@a] [p. 3 and that.", "write ']' where it ends, or '\\[' for the bracket"),
        ("Words [^1 and on", "write ']' where it ends, or '\\[' for the bracket"),
        ("Some [remarks of ours.", "write ']' where it ends, or '\\[' for the bracket"),
        ("So @a, p. 3].", "write '[' where the citation begins, or '\\]' for the bracket"),
        ("See ![[@a]].", "write '[@a]', or '\\[' for the bracket"),
    ],
)
def test_what_one_bracket_is_lacking_of_is_told(text: str, hint: str) -> None:
    assert [said for _, said in told(text)] == [hint]


def test_a_list_of_works_by_hand_is_told() -> None:
    ((message, _),) = told("- [knuth1984]: The TeXbook")
    assert message == "'[knuth1984]' would be shown as it is typed"


@pytest.mark.parametrize("typed", ["cite:", "cite/t:"])
def test_what_begins_a_citation_in_org_is_told(typed: str) -> None:
    ((message, _),) = told(f"See [{typed}@a; @b].")
    assert message == f"'{typed}' would be shown before the citation"


def test_a_key_without_its_sign_beside_others_is_told_with_it() -> None:
    ((message, hint),) = told("See [@a; doe2020].")
    assert message == "no '@key' in 'doe2020'"
    assert hint == "write '@doe2020', or '\\;' for a ';' that parts no works"


@pytest.mark.parametrize(
    "text",
    [
        "As RFC 2045 [RFC2045] and [ISO2022] say, [ICML2020], [NeurIPS2021], [Eurocrypt2023].",
        "[knuth1984](https://example.org), [it][knuth1984], [knuth1984]: words, \\[knuth1984]",
        "between [0, @a) and `@a`, a[b2000], `[knuth1984]`, [since 2020], [2020]",
        "[see [@a] there], [[@a] and [@b]], [cite as: @a], see [x @a]",
    ],
)
def test_other_brackets_are_not(text: str) -> None:
    assert told(f"{text}\n\n[knuth1984]: https://example.org\n") == []

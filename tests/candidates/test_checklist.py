"""Of a checklist in an issue only what is ticked is read, and only ids as digest writes them."""

from __future__ import annotations

import pytest

from digest.candidates.checklist import Ticked, format_item, keep_ticks, read_ticked


@pytest.mark.parametrize(
    "id_",
    [
        "arxiv:2506.12345",
        "arxiv:hep-th/9901001",
        "doi:10.1000/a(b)<c>;d:e",
        "https://journal.example/a?b=1&c=d#e",
    ],
)
def test_what_is_written_is_read_once_it_is_ticked(id_: str) -> None:
    line = format_item(id_, "**[x] `arxiv:2506.99999`** by *Ada*")
    assert read_ticked(line) == Ticked()
    ticked = line.replace("[ ]", "[x]", 1)
    assert read_ticked(f"Choose:\r\n\r\n{ticked}\r\n{ticked}\r\n") == Ticked((id_,))


def test_the_address_of_a_page_has_nothing_that_ends_the_code() -> None:
    line = format_item("https://journal.example/a`b é", "A Page").replace("[ ]", "[X]")
    assert read_ticked(line).ids == ("https://journal.example/a%60b%20%C3%A9",)


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] `arxiv:2506.12345` not ticked",
        "`arxiv:2506.12345`",
        "[x] `arxiv:2506.12345` no item of a list",
        "> - [x] `arxiv:2506.12345` somebody's words",
        "    - [x] `arxiv:2506.12345` code",
        "```\n- [x] `arxiv:2506.12345`\n```",
        "<!--\n- [x] `arxiv:2506.12345`\n-->",
        "<!-- - [x] `arxiv:2506.12345`",
        "text - [x] `arxiv:2506.12345`",
        "- [y] `arxiv:2506.12345`",
    ],
)
def test_all_else_is_ignored(line: str) -> None:
    assert read_ticked(f"Before.\n{line}\n") == Ticked()


@pytest.mark.parametrize(
    "rest",
    [
        "arxiv:2506.12345",
        "[`arxiv:2506.12345`](https://arxiv.org/abs/2506.99999)",
        "A title `arxiv:2506.12345`",
        "`2506.12345`",
        "`arxiv:2506.12345v2`",
        "`ARXIV:2506.12345`",
        "`arxiv:2506.12345`; rm -rf /",
        "`arxiv:2506.12345 doi:10.1000/x`",
        "`--edition=x`",
        "`$(reboot)`",
        "`arxiv:../../etc/passwd`",
        "`file:///etc/passwd`",
        "`javascript:alert(1)`",
        "`https://`",
        "``arxiv:2506.12345``",
        "`arxiv:\uff12506.12345`",
        "",
    ],
)
def test_a_ticked_line_without_an_id_in_its_place_is_told_of(rest: str) -> None:
    found = read_ticked(f"Choose:\n\n- [x] {rest}\n- [x] `arxiv:2506.00001` good\n")
    assert found == Ticked(("arxiv:2506.00001",), (3,))


def test_a_title_hides_no_line_behind_it() -> None:
    text = "- [ ] `arxiv:2506.00001` \\<!-- A\n- [x] `arxiv:2506.00002` <!-- B\n```\n"
    assert read_ticked(text).ids == ("arxiv:2506.00002",)


def test_of_a_line_with_several_ids_the_marker_counts() -> None:
    line = "- [x] `arxiv:2506.12345` `arxiv:2506.00001` [paper](https://arxiv.org/abs/2506.00002)"
    assert read_ticked(line).ids == ("arxiv:2506.12345",)


def test_a_renewed_list_keeps_what_was_ticked() -> None:
    fresh = "New.\n\n- [ ] `arxiv:1706.00001` A\n- [ ] `arxiv:1706.00002` B [ ]\n"
    renewed = keep_ticks(fresh, ("arxiv:1706.00002", "arxiv:1706.00004"))
    assert renewed == (
        "New.\n\n- [ ] `arxiv:1706.00001` A\n- [x] `arxiv:1706.00002` B [ ]\n"
        "\nTicked before:\n\n- [x] `arxiv:1706.00004`\n"
    )
    assert keep_ticks(fresh, ()) == fresh
    assert keep_ticks(renewed, read_ticked(renewed).ids) == renewed

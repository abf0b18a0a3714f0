"""content/dismissed.txt is read, checked and added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.content.dismissed import Dismissal, add_dismissals, parse_dismissed

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

TEXT = """\
# Ours.

arxiv:2506.12345 doi:10.1000/xyz 2025-06-17 Lovelace: On Engines: a Note
https://arxiv.org/abs/2506.00001v2
doi:10.1000/ABC 2025-06-18
https://journal.example/a?b=1 2025-06-19 Babbage: A Page
2506.00002 never again
"""


def test_ids_in_all_forms_are_read_with_what_stands_behind_them() -> None:
    found = parse_dismissed(TEXT)
    assert found.diagnostics == ()
    assert found.value == (
        Dismissal(
            ("arxiv:2506.12345", "doi:10.1000/xyz"), "2025-06-17", "Lovelace", "On Engines: a Note"
        ),
        Dismissal(("arxiv:2506.00001",)),
        Dismissal(("doi:10.1000/abc",), "2025-06-18"),
        Dismissal(("https://journal.example/a?b=1",), "2025-06-19", "Babbage", "A Page"),
        Dismissal(("arxiv:2506.00002",), title="never again"),
    )


def test_what_is_written_is_read_back() -> None:
    dismissals = parse_dismissed(TEXT).value
    assert {*parse_dismissed(add_dismissals("", dismissals)).value} == {*dismissals}
    odd = Dismissal(("arxiv:1",), "2025-06-17", "A: B", "Two\nlines  ")
    (line,) = (one for one in add_dismissals("", [odd]).splitlines() if not one.startswith("#"))
    assert line == "arxiv:1 2025-06-17 A B: Two lines"


def test_lines_are_sorted_and_what_was_there_stays() -> None:
    text = add_dismissals(
        "# Ours.\nzzz\narxiv:2 2025-01-01\n", [Dismissal(("arxiv:1",), "2025-02-02")]
    )
    assert text == "# Ours.\narxiv:1 2025-02-02\narxiv:2 2025-01-01\nzzz\n"


def test_a_line_without_an_id_is_told_with_its_place(newsletter: Newsletter) -> None:
    newsletter.write("content/dismissed.txt", "arxiv:2506.12345 2025-06-17\n  arxiv:25.1\nwords\n")
    assert newsletter.check() == [
        "dismissed.txt:2:3 error id-malformed",
        "dismissed.txt:3:1 error id-malformed",
    ]
    newsletter.write("content/dismissed.txt", "arxiv:2506.12345 2025-06-17\n")
    assert newsletter.check() == []


def test_a_conflict_that_git_left_is_told(newsletter: Newsletter) -> None:
    ours, theirs = "arxiv:2506.00001 2025-06-17\n", "arxiv:2506.00002 2025-06-17\n"
    text = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> theirs\n"
    newsletter.write("content/dismissed.txt", text)
    assert newsletter.check() == ["dismissed.txt:1:1 error markup-left"]

"""What is remembered of having asked the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.records.answers import Answer, note_answer, read_answers, write_answers

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_answer_about_a_work_counts(tmp_path: Path) -> None:
    assert read_answers(tmp_path) == {}
    note_answer(tmp_path, Answer("arxiv:2202.06991", 100, found=False))
    note_answer(tmp_path, Answer("doi:10.1000/x", 150, found=True))
    note_answer(tmp_path, Answer("arxiv:2202.06991", 200, found=True))
    answers = read_answers(tmp_path)
    assert answers["arxiv:2202.06991"] == Answer("arxiv:2202.06991", 200, found=True)
    write_answers(tmp_path, answers.values())
    assert read_answers(tmp_path) == answers
    assert (tmp_path / "build/.cache/answers.jsonl").read_bytes().count(b"\n") == 2


def test_a_line_that_was_cut_off_costs_nothing_else(tmp_path: Path) -> None:
    note_answer(tmp_path, Answer("doi:10.1000/x", 150, found=True))
    with (tmp_path / "build/.cache/answers.jsonl").open("ab") as log:
        log.write(b'{"key": "arxiv:2202.0\xff\n[]\n\n{"key": "arxi')
    assert list(read_answers(tmp_path)) == ["doi:10.1000/x"]

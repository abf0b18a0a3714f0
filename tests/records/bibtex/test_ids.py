"""The ids of works, wherever an entry has them."""

from __future__ import annotations

import pytest

from digest.citing.styles import format_reference
from tests.records.bibtex.texts import problems, work


@pytest.mark.parametrize(
    "fields",
    [
        "eprint = {2202.06991}, archiveprefix = {arXiv}",
        "eprint = {2202.06991v2}, eprinttype = {arxiv}",
        "eprint = {2202.06991}",
        "url = {https://arxiv.org/abs/2202.06991}",
        "doi = {10.48550/arXiv.2202.06991}",
        "journal = {arXiv preprint arXiv:2202.06991}",
        "note = {arXiv:2202.06991 [cs.CL]}",
        "journal = {CoRR}, volume = {abs/2202.06991}",
        "howpublished = {\\url{https://arxiv.org/abs/2202.06991}}",
    ],
)
def test_a_preprint_is_the_work_of_its_record(fields: str) -> None:
    made = work(f"@misc{{tay, title = {{DSI}}, {fields}}}")
    assert "arxiv:2202.06991" in made.aliases
    assert made.type == "article"
    assert made.container_title == ""


@pytest.mark.parametrize(
    "note", ["Extends arXiv:2202.06991", "see arXiv:2202.06991 for proofs", "Paper: 2202.06991"]
)
def test_a_note_about_a_paper_makes_no_work_that_paper(note: str) -> None:
    made = work(f"@article{{k, title={{T}}, journal={{JMLR}}, note={{{note}}}}}")
    assert (made.aliases, made.container_title, made.arxiv) == ((), "JMLR", None)


@pytest.mark.parametrize(
    "fields",
    [
        "journal={arXiv e-prints}, pages={arXiv--2407}",
        "journal={arXiv preprint arXiv:}, volume={1308}",
        "journal={CoRR}",
    ],
)
def test_arxiv_is_no_journal_and_the_lack_of_an_id_is_told(fields: str) -> None:
    text = f"@article{{k, title={{T}}, author={{Doe, Ann}}, year=2024,\n {fields}}}"
    assert problems(text) == [(2, 2, "the entry names arXiv, and no paper there")]
    assert format_reference(work(text), "apa", "en").text == "Doe, A. (2024). T. arXiv."
    assert problems(text.replace("2024,", "2024, eprint={2407.00001},")) == []

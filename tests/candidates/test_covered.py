"""What is covered, added or dismissed is known again, in whatever version it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from digest.candidates.candidate import Candidate
from digest.candidates.covered import Covered
from digest.candidates.dismiss import MalformedIdsError, dismiss
from digest.candidates.seen import Seen, write_seen
from digest.commands.fetch import read_content
from digest.content.dismissed import Dismissal, parse_dismissed
from digest.site.join import join

if TYPE_CHECKING:
    from pathlib import Path

    from tests.newsletter import Newsletter

DAY = "2025-06-17"


@pytest.fixture
def covered(newsletter: Newsletter) -> Covered:
    newsletter.paper(
        "arxiv:2202.06991", "On $n^2$ Engines", "Ada Lovelace", facts={"doi": "10.1000/Engines"}
    )
    newsletter.paper("doi:10.1101/2022.01.01.474688", "A Preprint on Cells", "Bo van den Berg")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-engines", arxiv="2202.06991")
    newsletter.edition("2022-04", draft=True)
    newsletter.entry("2022-04/01-cells", doi="10.1101/2022.01.01.474688", draft=True)
    newsletter.entry("2022-04/02-new", arxiv="2506.00009", draft=True)
    newsletter.entry(
        "2022-04/03-page",
        url="https://www.journal.example/a/",
        title="A Page",
        authors=["Cy Third"],
        date="2022-03-01",
    )
    dismissals = [
        Dismissal(("arxiv:2506.12345", "doi:10.1000/xyz"), DAY, "Lovelace", "A Note on Looms"),
        Dismissal(("https://blog.example/post",), DAY),
    ]
    return Covered(join(read_content(newsletter.root)), dismissals)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "arxiv:2202.06991"},
        {"id": "doi:10.1000/engines"},
        {"id": "doi:10.5555/other", "versions": ("arxiv:2202.06991",)},
        {"id": "doi:10.1101/2022.01.01.474688"},
        {"id": "arxiv:2506.00009"},
        {"id": "http://journal.example/a#top"},
        {"id": "doi:10.5555/1", "url": "https://journal.example/a"},
        {"id": "arxiv:2506.12345"},
        {"id": "doi:10.1000/xyz"},
        {"id": "https://blog.example/post/"},
        {"id": "doi:10.5555/2", "title": "On $n^2$ engines.", "authors": ("B. X", "A. Lovelace")},
        {"id": "doi:10.5555/2", "title": "On n² Engines", "authors": ("A. Lovelace",)},
        {"id": "https://journal.example/a?utm_source=rss&utm_medium=feed"},
        {"id": "doi:10.5555/3", "title": "A preprint on cells", "authors": ("Berg, Bo van den",)},
        {"id": "doi:10.5555/4", "title": "A NOTE ON LOOMS", "authors": ("Ada K. Lovelace",)},
    ],
)
def test_a_version_of_it_is_known(covered: Covered, fields: dict[str, Any]) -> None:
    assert covered.has(Candidate(**fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "arxiv:2202.06992"},
        {"id": "doi:10.1000/engine"},
        {"id": "https://journal.example/a?page=2"},
        {"id": "doi:10.5555/2", "title": "On $n^2$ Engines", "authors": ("Charles Babbage",)},
        {"id": "doi:10.5555/2", "title": "On $n^2$ Engines"},
        {"id": "doi:10.5555/2", "title": "", "authors": ("Ada Lovelace",)},
        {"id": "doi:10.5555/2", "title": "On $n^2$ Engines, II", "authors": ("Ada Lovelace",)},
    ],
)
def test_another_work_is_not(covered: Covered, fields: dict[str, Any]) -> None:
    assert not covered.has(Candidate(**fields))


# --- dismissing -------------------------------------------------------------------------------


@pytest.fixture
def root(newsletter: Newsletter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
    newsletter.edition("2022-03")
    seen = Candidate(
        "arxiv:2506.12345",
        "A Note on Looms",
        authors=("Ada Lovelace",),
        listed=DAY,
        versions=("doi:10.1000/xyz",),
    )
    write_seen(newsletter.root, Seen((seen,)), DAY)
    return newsletter.root


def lines(root: Path) -> list[str]:
    text = (root / "content/dismissed.txt").read_text()
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_ids_in_any_form_are_written_with_what_is_known(root: Path) -> None:
    done = dismiss(
        root,
        [
            "https://arxiv.org/pdf/2506.12345v3",
            "arXiv:2506.00001",
            "10.1000/ABC",
            "https://blog.example/post",
        ],
        DAY,
    )
    assert len(done.new) == 4
    assert lines(root) == [
        "arxiv:2506.00001 2025-06-17",
        "arxiv:2506.12345 doi:10.1000/xyz 2025-06-17 Lovelace: A Note on Looms",
        "doi:10.1000/abc 2025-06-17",
        "https://blog.example/post 2025-06-17",
    ]
    again = dismiss(root, ["10.1000/xyz", "2506.00001"], "2025-06-18")
    assert (again.new, again.known) == ((), ("10.1000/xyz", "2506.00001"))
    assert len(lines(root)) == 4


def test_a_paper_named_twice_is_there_once(root: Path) -> None:
    dismiss(root, ["2506.12345", "10.1000/xyz", "10.48550/arXiv.2506.12345"], DAY)
    assert len(lines(root)) == 1


def test_where_one_is_no_id_nothing_is_written(root: Path) -> None:
    with pytest.raises(MalformedIdsError, match=r"'25\.1'"):
        dismiss(root, ["2506.12345", "25.1", "words"], DAY)
    assert not (root / "content/dismissed.txt").exists()


def test_what_people_have_written_into_the_file_stays(root: Path) -> None:
    (root / "content/dismissed.txt").write_bytes(b"# Ours.\r\narxiv:2506.2 too long ago\r\n")
    dismiss(root, ["2506.00001"], DAY)
    assert (root / "content/dismissed.txt").read_text() == (
        "# Ours.\narxiv:2506.00001 2025-06-17\narxiv:2506.2 too long ago\n"
    )
    text = (root / "content/dismissed.txt").read_text()
    assert len(parse_dismissed(text).diagnostics) == 1

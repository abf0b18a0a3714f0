"""What is written, and what is left alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.basics.files import FileError
from digest.importing.parts import EntryPaper
from digest.importing.post import Picture
from digest.importing.writing.apply import take_step
from digest.importing.writing.ledger import LEDGER, Ledger
from tests.importing.handmade import Written, archive, entry, post, resolved
from tests.pictures import encode, plot

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.parts import Resolved
    from digest.importing.post import Archive

DSI = EntryPaper("arxiv:2202.06991")
PICTURE = encode(plot(4, 4))
MARCH = "content/editions/2022-03"


def come(text: str = "Hello.", entries: int = 1) -> tuple[Archive, Resolved]:
    found = [(entry(f"Paper {number}", f"{text} {number}"), DSI) for number in range(entries)]
    return archive(post("2022-03-02", text)), resolved(text, found)


def test_a_second_time_nothing_changes(tmp_path: Path) -> None:
    site = Written(tmp_path)
    assert site.write(*come()) == ["new"]
    before = site.tree()
    assert site.write(*come()) == ["same"]
    assert site.tree() == before


def test_what_changed_in_the_source_is_made_anew(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(*come(entries=2))
    unchanged = f"{MARCH}/01-paper-0.md"
    before = site.tree()
    archive_, parts = come("Hello again.", entries=1)
    parts = msgspec.structs.replace(parts, parts=come(entries=1)[1].parts)
    assert site.write(archive_, parts) == ["renewed"]
    assert site.tree()[unchanged] == before[unchanged]
    assert not (tmp_path / f"{MARCH}/02-paper-1.md").exists()


@pytest.mark.parametrize(
    ("change", "touched"),
    [
        (lambda folder: (folder / "index.md").write_text("Mine."), "index.md"),
        (lambda folder: (folder / "01-paper-0.md").unlink(), "01-paper-0.md"),
        (lambda folder: (folder / "index.md").rename(folder / "other.md"), "index.md"),
        (lambda folder: folder.rename(folder.with_name("march")), "index.md"),
        (
            lambda folder: (folder / "index.md").unlink() or (folder / "index.md").mkdir(),
            "index.md",
        ),
    ],
)
def test_what_somebody_touched_is_left_alone(tmp_path: Path, change, touched: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- a change of a folder
    site = Written(tmp_path)
    site.write(*come())
    change(tmp_path / MARCH)
    before = site.tree()
    (step,) = site.plan(*come("Hello again."))
    assert step.deed == "edited"
    assert f"{MARCH}/{touched}" in step.touched
    assert site.write(*come("Hello again.")) == ["edited"]
    assert site.tree() == before
    assert site.write(*come()) == ["same"]


def test_two_sources_come_into_one_newsletter(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(archive(post("2022-03-02")))
    other = archive(post("2022-03-02", address="https://other.example.net/x", title="Other"))
    assert site.write(other) == ["new"]
    assert (tmp_path / "content/editions/2022-03-02/index.md").is_file()
    assert site.write(archive(post("2022-03-02"))) == ["same"]
    assert site.write(other) == ["same"]


def test_pictures_stand_beside_the_text(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "img").mkdir(parents=True)
    (source / "img/My Pic.JPG").write_bytes(PICTURE)
    (source / "img/no.png").write_bytes(b"<html>")
    text = "![a](/img/My%20Pic.JPG) ![b](no.png)"
    pictures = (Picture("/img/My%20Pic.JPG", "img/My Pic.JPG"), Picture("no.png", "img/no.png"))
    site = Written(tmp_path / "site", source)
    site.root.mkdir()
    site.write(archive(post("2022-03-02", text, pictures=pictures)))
    assert site.text(f"{MARCH}/index.md").endswith("![a](figures/my-pic.png) ![b](no.png)\n")
    assert (site.root / MARCH / "figures/my-pic.png").read_bytes() == PICTURE
    assert [one.name for one in (site.root / MARCH / "figures").iterdir()] == ["my-pic.png"]


@pytest.mark.parametrize("done", range(6))
def test_an_import_that_was_cut_off_goes_on(tmp_path: Path, done: int) -> None:
    """Cut off after each write, of the ledger or of a file."""
    whole, cut = Written(tmp_path / "whole"), Written(tmp_path / "cut")
    for site in (whole, cut):
        site.root.mkdir()
    whole.write(*come(entries=3))
    (step,) = cut.plan(*come(entries=3))
    part = msgspec.structs.replace(step, write=step.write[:done])
    ledger = Ledger(cut.root, cut.root / "build/.cache")
    # as far as it came: the ledger says that it has begun, and some files are there
    ledger.note(msgspec.structs.replace(step.record, begun=True))
    begun = (cut.root / LEDGER).read_bytes()
    take_step(cut.root, part, cut.read, ledger, cut.root / "build/.cache")
    (cut.root / LEDGER).write_bytes(begun[: len(begun) - (done == 5) * 40])
    cut.write(*come(entries=3))
    assert {path: data for path, (data, _) in cut.tree().items() if "build" not in path} == {
        path: data for path, (data, _) in whole.tree().items() if "build" not in path
    }


def test_a_renewal_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(*come(entries=2))
    (step,) = site.plan(*come("Hello again.", entries=1))
    record = msgspec.structs.replace(
        step.record, begun=True, before=site.ledger.records[step.record.key].files
    )
    site.ledger.note(record)
    (tmp_path / step.write[0].path).write_text(step.write[0].text)
    assert site.write(*come("Hello again.", entries=1)) == ["renewed"]
    assert "Hello again." in site.text(f"{MARCH}/index.md")
    assert not (tmp_path / MARCH / "02-paper-1.md").exists()


def test_nothing_is_written_by_way_of_a_link(tmp_path: Path) -> None:
    site = Written(tmp_path / "site")
    (site.root / "content").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (site.root / "content/editions").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileError, match="is a link"):
        site.write(*come())
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "/etc/passwd", "content/../../x", "content/site.yaml", ".git/config"],
)
def test_a_ledger_that_names_other_files_is_not_followed(tmp_path: Path, path: str) -> None:
    site = Written(tmp_path)
    site.write(*come())
    line = site.text(LEDGER)
    (tmp_path / LEDGER).write_text(line.replace(f"{MARCH}/01-paper-0.md", path))
    assert site.ledger.records == {}


def test_lines_that_are_none_are_passed_over(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(*come())
    before = site.tree()
    text = site.text(LEDGER)
    (tmp_path / LEDGER).write_text(f"<<<<<<< ours\n{text}=======\n{text}>>>>>>> theirs\n{{")
    assert site.write(*come()) == ["same"]
    assert site.text(LEDGER) == text
    shutil.rmtree(tmp_path / "build", ignore_errors=True)
    assert site.tree().keys() == before.keys()


def test_files_that_a_text_leads_to_come_along(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "Slides.PDF").write_bytes(b"%PDF-1.4")
    text = "[slides](/Slides.PDF)"
    site = Written(tmp_path / "site", source)
    site.root.mkdir()
    pictures = (Picture("/Slides.PDF", "Slides.PDF"),)
    site.write(archive(post("2022-03-02", text, pictures=pictures)))
    assert site.text(f"{MARCH}/index.md").endswith("[slides](figures/slides.pdf)\n")
    assert (site.root / MARCH / "figures/slides.pdf").read_bytes() == b"%PDF-1.4"

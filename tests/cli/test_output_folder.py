"""The folder build/ as others leave it: damaged, with links in it, in use, or after a crash."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from digest.basics.files import FileError
from digest.basics.lock import hold
from tests.bench.written import write_newsletter
from tests.cli.program import REPOSITORY, Ran, command, environment, run
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

OWN = (
    ".manifest.json",
    ".owned.json",
    ".cache/last.json",
    ".cache/memo.sqlite",
)


@pytest.fixture
def built(newsletter: Newsletter) -> Newsletter:
    newsletter.edition("2022-03", "Hello.\n")
    newsletter.entry(
        "2022-03/01-draft", "Half.\n", draft=True, url="https://example.org/", title="T"
    )
    time.sleep(0.06)
    assert run(newsletter.root, "build").status == 0
    return newsletter


# --- damage ---


def damage(whole: bytes) -> list[bytes]:
    return [
        whole[:10] + b"\xee" + whole[11:],
        whole[: len(whole) // 2],
        whole[:-3] + b"\xff" + whole[-2:],
        b"[" * 100_000,
        b"",
    ]


@pytest.mark.parametrize("name", OWN)
def test_a_damaged_file_of_its_own_costs_time_alone(built: Newsletter, name: str) -> None:
    before = built.tree()
    file = built.out / name
    for damaged in damage(file.read_bytes()):
        file.write_bytes(damaged)
        assert built.build().changes == ()
        assert built.tree() == before


@pytest.mark.parametrize("command", [("build",), ("check",), ("export", "2022-03")])
def test_no_command_fails_where_all_its_own_files_are_damaged(
    built: Newsletter, command: tuple[str, ...]
) -> None:
    for name in OWN:
        file = built.out / name
        file.write_bytes(damage(file.read_bytes())[0])
    ran = run(built.root, *command)
    assert (ran.status, "Traceback" in ran.err) == (0, False)


def test_what_a_damaged_manifest_knew_is_still_deleted(built: Newsletter) -> None:
    assert run(built.root, "build", "--drafts").status == 0
    assert "editions/2022-03/draft/index.html" in built.tree()
    (built.out / ".manifest.json").write_bytes(b"\xee")
    assert run(built.root, "build").status == 0
    assert "editions/2022-03/draft/index.html" not in built.tree()


# --- links ---


@pytest.mark.parametrize("link", ["site", "site/archive", "site/editions/2022-03", ".cache"])
def test_a_link_in_the_folder_is_named_and_what_it_leads_to_left_alone(
    built: Newsletter, tmp_path_factory: pytest.TempPathFactory, link: str
) -> None:
    theirs = tmp_path_factory.mktemp("theirs")
    moved = built.out / link
    moved.rename(theirs / "kept")
    moved.symlink_to(theirs / "kept")
    before = files(theirs)
    # what the folder has is to be written, and one of its files deleted
    built.write("content/site.yaml", "title: Other\nurl: https://example.org/\n")
    (built.root / "content/editions/2022-03/01-draft.md").unlink()
    ran = run(built.root, "build", "--drafts")
    assert (ran.status, files(theirs)) == (3, before)
    assert ran.err == (
        f"Error: '{moved}' is a link, and digest neither writes nor deletes by way of one; "
        "take it away\n"
    )
    moved.unlink()
    assert run(built.root, "build").status == 0
    assert files(theirs) == before
    assert "Other" in built.page("")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("memo.sqlite", ""),
        ("last.json", ""),
        ("build.lock", ""),
        ("fetch.lock", ""),
        ("answers.jsonl", "answers.jsonl' is a link, and digest neither writes nor deletes by way"),
    ],
)
def test_a_link_in_place_of_a_file_of_its_own_is_not_written_to(
    built: Newsletter, tmp_path_factory: pytest.TempPathFactory, name: str, said: str
) -> None:
    theirs = tmp_path_factory.mktemp("theirs") / "file"
    theirs.write_bytes(b"theirs")
    (built.out / ".cache" / name).unlink(missing_ok=True)
    (built.out / ".cache" / name).symlink_to(theirs)
    built.edition("2022-03", "Other.\n")
    assert run(built.root, "build").status == 0
    built.edition("2022-03", "See [@arxiv:2202.00001].\n")
    assert said in run(built.root, "fetch").err
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.parametrize("link", [".preview", ".preview/8123"])
def test_a_preview_is_not_written_by_way_of_a_link(
    built: Newsletter, tmp_path: Path, link: str
) -> None:
    (tmp_path / "theirs").mkdir()
    (built.out / ".preview").mkdir()
    if link == ".preview":
        (built.out / link).rmdir()
    (built.out / link).symlink_to(tmp_path / "theirs")
    ran = run(built.root, "serve", "--port", "8123")
    assert ran.status == 3
    assert f"{link}' is a link, and digest" in ran.err
    assert files(tmp_path / "theirs") == {}


def test_the_folder_itself_may_be_a_link(newsletter: Newsletter, tmp_path: Path) -> None:
    newsletter.edition("2022-03", "Hello.\n")
    (tmp_path / "disk").mkdir()
    newsletter.out.symlink_to(tmp_path / "disk")
    assert run(newsletter.root, "build").status == 0
    assert "Hello." in (tmp_path / "disk/site/editions/2022-03/index.html").read_text()


# --- two at once ---


def test_a_build_waits_for_another_one_into_the_same_folder(built: Newsletter) -> None:
    built.edition("2022-03", "Other.\n")
    with hold(built.out / ".cache/build.lock", lambda: None):
        waits = start(built, "build")
        assert waits.stderr
        assert waits.stderr.readline() == "another build is writing here; waiting for it\n"
        # what changes meanwhile is seen
        built.edition("2022-03", "Another.\n")
    out, err = waits.communicate(timeout=60)
    assert (waits.returncode, "Traceback" in err) == (0, False), out
    assert "Another." in built.text("editions/2022-03/")


def test_builds_of_different_things_at_once_leave_nothing_of_each_other(built: Newsletter) -> None:
    clean = Newsletter.at(built.root, built.root / "clean")
    for turn in range(3):
        built.edition("2022-03", f"Turn {turn}.\n")
        running = [
            start(built, "build", *options) for options in (("--drafts",), (), ("--email=none",))
        ]
        for process in running:
            assert process.wait(60) == 0
            process.communicate()
        assert run(built.root, "build").status == 0
        assert run(built.root, "build", f"--out={clean.out}").status == 0
        assert (built.tree(), built.mails()) == (clean.tree(), clean.mails())


def test_where_nothing_is_written_only_what_saves_time_is_left(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "See [@nope].\n")
    assert run(newsletter.root, "build").status == 1
    # the next build, of what was mended, need not begin anew
    assert [path.name for path in newsletter.out.iterdir()] == [".cache"]
    assert {path.name for path in (newsletter.out / ".cache").iterdir()} == {"memo.sqlite"}


# --- what the dead left ---


def test_what_killed_builds_left_is_deleted_by_the_next_and_what_others_write_is_not(
    built: Newsletter,
) -> None:
    cache = built.out / ".cache"
    dead = subprocess.Popen(["true"])  # noqa: S607 -- any program
    dead.wait()
    (cache / f"stage-{dead.pid}/site/editions").mkdir(parents=True)
    (cache / f"stage-{dead.pid}/site/editions/x").write_text("x")
    (cache / f"writing-{dead.pid}").write_text("x")
    alive = {f"writing-{os.getpid()}", "writing-theirs", "answers.jsonl"}
    for name in alive:
        (cache / name).write_text("x")
    assert run(built.root, "build").status == 0
    assert {path.name for path in cache.iterdir()} == alive | {"last.json", "memo.sqlite"}


def run_on_full_disk(root: Path, blocks: int, *arguments: str) -> Ran:
    """Run `digest` where no file may be longer than so many blocks of 512 bytes."""
    limited = f'ulimit -f {blocks}; exec "$@"'
    ran = subprocess.run(
        ["/bin/sh", "-c", limited, "sh", *command(*arguments)],
        cwd=root,
        env=environment(root),
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_where_the_disk_is_full_nothing_is_published(built: Newsletter) -> None:
    before = built.tree()
    built.edition("2022-04", "Word. " * 20_000, date="2022-04-02")
    ran = run_on_full_disk(built.root, 100, "build", "--email=none")
    assert ran.status == 3
    assert "Error: cannot write '" in ran.err
    assert ": File too large" in ran.err
    assert built.tree() == before
    assert run(built.root, "build", "--email=none").status == 0
    assert "editions/2022-04/index.html" in built.tree()


@pytest.mark.parametrize(
    ("arguments", "blocks", "named"),
    [
        (("new", "2022-05"), 0, "content/editions/2022-05/index.md"),
        (("theme", "new", "my"), 0, "themes/my/theme.yaml"),
        (("theme", "new", "my"), 8, "content/site.yaml"),
    ],
)
def test_where_the_disk_is_full_no_half_file_is_left(
    newsletter: Newsletter, arguments: tuple[str, ...], blocks: int, named: str
) -> None:
    newsletter.settings("#" * 5000)
    site = newsletter.root / "content/site.yaml"
    before = site.read_bytes()
    ran = run_on_full_disk(newsletter.root, blocks, *arguments)
    assert ran.status == 3
    assert f"Error: cannot write '{newsletter.root / named}': File too large" in ran.err
    assert site.read_bytes() == before
    assert all(file.stat().st_size for file in newsletter.root.rglob("*.*") if file.is_file())


def test_a_file_in_place_of_the_folder_for_what_saves_time_is_named(newsletter: Newsletter) -> None:
    newsletter.write("build/.cache", "")
    ran = run(newsletter.root, "build")
    assert ran.status == 3
    assert f"'{newsletter.out}/.cache' is a file where a folder must be; move it away" in ran.err


# --- what changes meanwhile ---


@pytest.fixture
def large(tmp_path: Path) -> Newsletter:
    """Return a newsletter that takes a while, with a figure and a file of its theme."""
    write_newsletter(tmp_path / "large", 10)
    newsletter = Newsletter.at(tmp_path / "large", tmp_path / "large/build")
    newsletter.write("content/pages/zebra.md", "---\ntitle: Z\n---\n![A square](zebra.svg)\n")
    newsletter.write("content/pages/zebra.svg", SQUARE.format(1))
    newsletter.write("themes/paper/static/more.css", "a { color: red }\n")
    tag = REPOSITORY / "themes/paper/web/tag.html"
    newsletter.write("themes/paper/web/tag.html", tag.read_bytes() + b"\n")
    return newsletter


SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"></svg>'


FILES = ("content/pages/zebra.svg", "themes/paper/static/more.css", "themes/paper/web/tag.html")


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("replacement", [SQUARE.format(2), None])
def test_a_file_that_changes_while_it_is_published_is_never_published_wrongly(
    large: Newsletter, path: str, replacement: str | None
) -> None:
    file = large.root / path
    before, status = file.read_bytes(), file.stat()

    def change(done: int, total: int) -> None:
        if done < total and file.exists():
            file.unlink()
            if replacement:
                file.write_text(replacement)

    said = "cannot read '.*': No such file"
    if replacement:
        said = "changed while digest was at work; build again"
    with pytest.raises(FileError, match=said):
        large.build(told=Told(change), jobs=1)
    assert large.tree() == {}
    # as if nothing had been
    file.write_bytes(before)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    large.build()
    clean = Newsletter.at(large.root, large.root / "clean")
    clean.build()
    assert large.tree() == clean.tree()
    assert any(SQUARE.format(1).encode() == data for data in clean.tree().values())


class Told(list[tuple[int, int]]):
    """Where progress is told, and something done at it."""

    def __init__(self, then: object) -> None:
        super().__init__()
        self._then = then

    def append(self, told: tuple[int, int]) -> None:
        super().append(told)
        assert callable(self._then)
        self._then(*told)


def start(newsletter: Newsletter, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*arguments),
        cwd=newsletter.root,
        env=environment(newsletter.root),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }

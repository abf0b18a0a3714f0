"""Compiled templates are kept for the next process, and nothing else ever shows of it."""

from __future__ import annotations

import marshal
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from digest.basics.text import fingerprint
from digest.basics.usercache import keep
from digest.render.templates import Templates
from digest.render.templates.codecache import CodeCache
from digest.settings.theme import Theme
from tests.cli.program import run, user_cache
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where code is kept."""
    monkeypatch.setenv("DIGEST_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "templates"


def fill(file: Path, text: str, folder: str = "web/") -> str | None:
    """Fill a template as another process would: with what it finds on the disk alone."""
    file.write_text(text, "utf-8")
    theme = Theme(
        name="own",
        files={"web/page.html": str(file)},
        labels={str(file): "page.html"},
        hashes={str(file): fingerprint(file.read_bytes())},
    )
    return Templates(theme, folder, {}).render("web/page.html", {"name": "you"}, None).value


def test_the_code_that_was_kept_is_run(tmp_path: Path, cache: Path) -> None:
    file, text = tmp_path / "page.html", "Hello {{ name }}"
    assert fill(file, text) == "Hello you"
    assert fill(file, "Bye {{ name }}..") == "Bye you.."
    (bye,) = cache.iterdir()
    codes = CodeCache("web/ []")
    assert bye.name == codes.get_cache_key("web/page.html", str(file))
    _, _, code = bye.read_bytes().partition(b"\n")
    # what is kept under the text that says hello says bye
    keep("templates", bye.name, codes.get_source_checksum(text), code)
    assert fill(file, text) == "Bye you.."


def test_another_text_or_other_filters_have_another_code(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "page.html"
    assert fill(file, "Hello {{ name }}") == "Hello you"
    status = file.stat()
    file.write_text("Hullo {{ name }}", "utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert fill(file, "Hullo {{ name }}") == "Hullo you"
    assert fill(file, "Hullo {{ name }}", "mail/") == "Hullo you"
    assert len([*cache.iterdir()]) == 2


def test_no_other_file_is_run(tmp_path: Path, cache: Path) -> None:
    file, text = tmp_path / "page.html", "Hello {{ name }}"
    fill(file, text)
    (kept,) = cache.iterdir()
    code = compile("raise SystemExit('it was run')", str(file), "exec")
    seal, _, _ = kept.read_bytes().partition(b"\n")
    kept.write_bytes(seal + b"\n" + marshal.dumps(code))
    assert fill(file, text) == "Hello you"


def test_a_mistake_is_told_of_in_the_same_way(newsletter: Newsletter) -> None:
    write(newsletter)
    newsletter.write("themes/paper/web/entry.html", "<p>\n{{ nothing.there }}")
    first, second = (run(newsletter.root, "build") for _ in range(2))
    assert "themes/paper/web/entry.html:2:4: error[theme-error]" in first.out
    assert second.out == first.out


def test_a_build_with_damaged_code_makes_the_same_site(newsletter: Newsletter) -> None:
    write(newsletter)
    cache = user_cache(newsletter.root) / "templates"
    shutil.rmtree(cache)
    done = run(newsletter.root, "build", "--out", "first")
    assert done.status == 0, done.out
    kept = [*cache.iterdir()]
    assert kept
    for number, file in enumerate(kept):
        whole = file.read_bytes()
        file.write_bytes((b"", whole[:-9], whole.replace(b"<", b"X"), b"\0" * 99)[number % 4])
    run(newsletter.root, "build", "--out", "second")
    pages = Newsletter.at(newsletter.root, newsletter.root / "first").tree()
    assert "editions/2022-01/a/index.html" in pages
    assert Newsletter.at(newsletter.root, newsletter.root / "second").tree() == pages


def write(newsletter: Newsletter) -> None:
    newsletter.edition("2022-01")
    newsletter.paper("arxiv:2201.00001")
    newsletter.entry("2022-01/01-a", arxiv="2201.00001")

"""A build with nothing new to see stands on the last one, and any change is seen."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING, Any

import pytest

from digest.output.unchanged import read_last

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.build import BuildResult
    from tests.newsletter import Newsletter

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"></svg>'


@pytest.fixture
def built(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter that was built when its files had been as they are for a while."""
    newsletter.edition("2022-03", "Text.\n\n![A square](square.svg)\n")
    newsletter.write("content/editions/2022-03/square.svg", SQUARE)
    newsletter.edition("2022-04", "Later.\n", date="2022-04-07")
    newsletter.write("themes/paper/static/more.css", "a { color: red }\n")
    build(newsletter)
    assert read_last(newsletter.out)
    return newsletter


def build(newsletter: Newsletter, **options: Any) -> BuildResult:
    time.sleep(0.06)
    return newsletter.build(**options)


def looks_closer(newsletter: Newsletter, **options: Any) -> bool:
    """Tell whether a build does more than to see that nothing is new: it then notes itself."""
    before = _note(newsletter)
    build(newsletter, **options)
    return _note(newsletter) != before


def _note(newsletter: Newsletter) -> int:
    note = newsletter.out / ".cache/last.json"
    return note.stat().st_ino if note.exists() else 0


def test_nothing_new_is_not_looked_at(built: Newsletter) -> None:
    before = built.tree()
    assert not looks_closer(built)
    assert not looks_closer(built, jobs=2)
    assert built.tree() == before


CHANGES: dict[str, Callable[[Newsletter], object]] = {
    "a text": lambda one: one.edition("2022-03", "Text!\n\n![A square](square.svg)\n"),
    "a new file": lambda one: one.write("content/pages/about.md", "---\ntitle: A\n---\nB\n"),
    "a file less": lambda one: (one.root / "content/editions/2022-04/index.md").unlink(),
    "a file renamed": lambda one: (one.root / "content/editions/2022-04").rename(
        one.root / "content/editions/2022-05"
    ),
    "a settings file": lambda one: one.settings("byline: {max: 1}\n"),
    "a file of the theme": lambda one: one.write(
        "themes/paper/static/more.css", "a {color: tan}\n"
    ),
    "another time": lambda one: os.utime(one.root / "content/site.yaml", (1, 1)),
    "a page that is gone": lambda one: (one.out / "site/index.html").unlink(),
    "a page that was edited": lambda one: (one.out / "site/index.html").write_text("!"),
    "no manifest": lambda one: (one.out / ".manifest.json").unlink(),
    "no memory": lambda one: (one.out / ".cache/last.json").unlink(),
    "half a memory": lambda one: (one.out / ".cache/last.json").write_text('{"stamps": "'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_seen(built: Newsletter, change: str) -> None:
    CHANGES[change](built)
    assert looks_closer(built)


def test_a_theme_may_be_kept_elsewhere(
    built: Newsletter, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = tmp_path_factory.mktemp("themes") / "kept"
    (built.root / "themes/paper").rename(kept)
    (built.root / "themes/paper").symlink_to(kept)
    # the same files under the same names
    assert not looks_closer(built)
    (kept / "static/more.css").write_text("a { color: plum }\n")
    assert looks_closer(built)


@pytest.mark.parametrize(
    "options",
    [
        {"today": "2022-04-08"},
        {"drafts": True},
        {"future": True},
        {"base_url": "https://elsewhere.example/"},
        {"email": "all"},
        {"explain": True},
    ],
)
def test_what_else_is_asked_for_is_done(built: Newsletter, options: dict[str, Any]) -> None:
    assert looks_closer(built, **options)


def test_warnings_are_told_again(built: Newsletter) -> None:
    built.settings("check: {image-alt: warning}\n")
    built.edition("2022-03", "![](square.svg)\n")
    first = build(built)
    assert [one.rule for one in first.diagnostics] == ["image-alt"]
    assert not looks_closer(built)
    again = build(built)
    assert (again.diagnostics, again.outputs, again.mails) == (
        first.diagnostics,
        first.outputs,
        first.mails,
    )


def test_a_build_that_fails_is_not_stood_upon(built: Newsletter) -> None:
    built.edition("2022-03", "See @nobody.\n")
    for _ in range(2):
        assert [one.rule for one in build(built).diagnostics] == ["citation-undefined"]


def test_what_changed_a_moment_ago_may_change_again_unseen(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    file = newsletter.root / "content/editions/2022-03/index.md"
    # however slow this machine is, that is no while ago
    os.utime(file, (time.time() + 100, time.time() + 100))
    newsletter.build()
    assert read_last(newsletter.out) is None
    os.utime(file)
    assert looks_closer(newsletter)


def test_what_a_build_that_was_not_noted_wrote_is_not_taken_for_the_last_ones(
    built: Newsletter,
) -> None:
    theirs = (built.out / "site/404.html").read_text()
    shown = "<!doctype html>\n<p>Nothing here.</p>\n"
    built.write("themes/paper/web/404.html", shown)
    # at once: it may change again unseen, so the build does not note itself
    built.build()
    assert (built.out / "site/404.html").read_text() != theirs
    shutil.rmtree(built.root / "themes/paper/web")
    # each file is again the one that the noted build saw
    build(built)
    assert (built.out / "site/404.html").read_text() == theirs


@pytest.mark.parametrize("damage", [b'{"\xff": 1}', b"[" * 100_000, b"null", b""])
@pytest.mark.parametrize("name", [".manifest.json", ".owned.json", ".cache/last.json"])
def test_a_file_of_its_own_that_is_damaged_costs_time_alone(
    built: Newsletter, name: str, damage: bytes
) -> None:
    tree = built.tree()
    (built.out / name).write_bytes(damage)
    assert build(built).changes == ()
    assert built.tree() == tree

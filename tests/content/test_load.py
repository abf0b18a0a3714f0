"""A folder read again is what it is now, whatever a memo remembers."""

from __future__ import annotations

import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

LONG_AGO = 1_600_000_000


def age(newsletter: Newsletter) -> None:
    """Make all files look as if they were written long ago, at one moment."""
    for path in newsletter.root.rglob("*.md"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def add_page(newsletter: Newsletter, name: str, text: str) -> None:
    newsletter.write(f"content/pages/{name}.md", f"---\ntitle: {name}\n---\n{text}\n")


def test_files_that_change_places_are_seen_though_size_and_time_are_the_same(
    newsletter: Newsletter,
) -> None:
    add_page(newsletter, "a", "Alpha")
    add_page(newsletter, "b", "Gamma")
    age(newsletter)
    newsletter.build()
    pages = newsletter.root / "content/pages"
    (pages / "a.md").rename(pages / "c")
    (pages / "b.md").rename(pages / "a.md")
    (pages / "c").rename(pages / "b.md")
    newsletter.build()
    assert "Gamma" in newsletter.text("a/")
    assert "Alpha" in newsletter.text("b/")


def test_an_edit_that_keeps_size_and_time_is_seen(newsletter: Newsletter) -> None:
    add_page(newsletter, "a", "Alpha")
    age(newsletter)
    newsletter.build()
    add_page(newsletter, "a", "Gamma")
    age(newsletter)
    newsletter.build()
    assert "Gamma" in newsletter.text("a/")


def test_warnings_come_again_from_the_memo(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![](a.svg)\n")
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    first = newsletter.build().diagnostics
    assert [found.rule for found in first] == ["image-alt"]
    assert newsletter.build().diagnostics == first


@pytest.mark.parametrize("path", ["editions/stray.md", "editions/2022-03/more/stray.md"])
def test_a_file_in_no_edition_is_named(newsletter: Newsletter, path: str) -> None:
    newsletter.edition("2022-03")
    newsletter.write(f"content/{path}", "---\n---\n")
    assert newsletter.check() == [f"{path}:1:1 error entry-unplaced"]


def test_an_edition_without_index_is_named(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    assert newsletter.check() == ["editions/2022-03/index.md:1:1 error field-missing"]


def test_a_file_that_is_no_text_is_named_and_nothing_else(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "See [@a].\n")
    newsletter.write("content/editions/2022-03/01-a.md", b"---\narxiv: \xff\n---\n")
    assert "editions/2022-03/01-a.md:2:8 error encoding" in newsletter.check()


def test_entries_follow_the_numbers_before_their_names(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    for number, name in ((10, "ten"), (9, "nine"), (1, "one")):
        newsletter.paper(f"arxiv:2202.000{number:02}", name.title())
        newsletter.entry(f"2022-03/{number}-{name}", arxiv=f"2202.000{number:02}")
    newsletter.build()
    text = newsletter.text("editions/2022-03/")
    assert text.rindex("One") < text.rindex("Nine") < text.rindex("Ten")


@pytest.mark.parametrize("form", ["texts", "plain"])
def test_a_text_that_was_damaged_where_it_was_kept_is_parsed_again(
    newsletter: Newsletter, form: str
) -> None:
    add_page(newsletter, "a", "Alpha")
    newsletter.build()
    before = newsletter.tree()
    connection = sqlite3.connect(newsletter.out / ".cache/memo.sqlite")
    damaged = connection.execute("UPDATE kept SET value = 'x' WHERE name LIKE ?", (f"{form}:%",))
    assert damaged.rowcount > 0
    connection.commit()
    connection.close()
    shutil.rmtree(newsletter.out / "site")
    assert newsletter.build().diagnostics == ()
    assert newsletter.tree() == before

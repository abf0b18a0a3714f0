"""What is kept of units between builds: nothing of it may be out of date."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.site.index import MADE, Exporter, Index
from digest.site.planned import ASKED
from tests.newsletter import Newsletter
from tests.rights import open_folder, without_root
from tests.site.test_link import link, made

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX = "content/editions/2022-03/index.md"
CLASHES = "check: {address-clash: warning}\n"


@pytest.fixture
def newsletter() -> Iterator[Newsletter]:
    with open_folder() as folder:
        newsletter = Newsletter(folder)
        for number in (3, 4):
            newsletter.paper(f"arxiv:2202.0000{number}", f"Paper {number}")
            newsletter.edition(f"2022-0{number}", "It has [data](data.txt).\n")
            newsletter.entry(f"2022-0{number}/01-one", arxiv=f"2202.0000{number}", tags=["one"])
            newsletter.write(f"content/editions/2022-0{number}/data.txt", "1 2 3\n")
        yield newsletter


def assert_as_clean(newsletter: Newsletter) -> None:
    """Build where there were builds before, and in a new folder: both find and make the same."""
    # until a change of a file would show in its time stamp
    time.sleep(0.1)
    clean = Newsletter.at(newsletter.root, newsletter.root / "clean")
    shutil.rmtree(clean.out, ignore_errors=True)
    found, wanted = newsletter.build(), clean.build()
    # what was there before, a clean build cannot know
    told = [one for one in found.diagnostics if one.rule != "address-gone"]
    assert told == [*wanted.diagnostics]
    assert found.outputs == wanted.outputs
    if wanted.outputs:
        assert newsletter.tree() == clean.tree()


def make_large(newsletter: Newsletter) -> None:
    """Add so many editions that their pages are made where they are linked."""
    for number in range(20):
        newsletter.edition(f"2021-{number:02}", date="2021-01-02")


@pytest.mark.parametrize("path", [INDEX, "content/editions/2022-03/01-one.md"])
def test_a_link_that_leads_nowhere_comes_and_goes(newsletter: Newsletter, path: str) -> None:
    assert_as_clean(newsletter)
    file = newsletter.root / path
    text = file.read_bytes()
    file.unlink()
    assert_as_clean(newsletter)
    file.symlink_to("nowhere")
    assert_as_clean(newsletter)
    file.unlink()
    assert_as_clean(newsletter)
    file.write_bytes(text)
    assert_as_clean(newsletter)


@pytest.mark.parametrize(
    ("path", "is_large"),
    [
        (INDEX, False),
        ("content/editions/2022-03/01-one.md", False),
        ("content/editions/2022-03/data.txt", False),
        ("content/editions/2022-03/data.txt", True),
        ("content/papers/arxiv/2202.00003.json", False),
    ],
)
def test_what_could_not_be_read_is_tried_again(
    newsletter: Newsletter, path: str, *, is_large: bool
) -> None:
    if not is_large:
        newsletter.build()
    else:
        make_large(newsletter)
        newsletter.out.mkdir()
    for one in (newsletter.out, *newsletter.out.rglob("*")):
        one.chmod(0o777)
    (newsletter.root / path).chmod(0o600)
    time.sleep(0.1)
    with without_root():
        found = newsletter.build().diagnostics
    if not found:
        pytest.skip("whoever runs this may read it")
    assert [one.path for one in found] == [path]
    # no file has changed: it is read by somebody else
    assert newsletter.build().diagnostics == ()


def test_an_edition_becomes_a_file(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Said by nobody: [@arxiv:2202.00003] {.wrong}\n", nonsense="x")
    assert_as_clean(newsletter)
    folder = newsletter.root / "content/editions/2022-03"
    shutil.rmtree(folder)
    folder.write_text("no folder\n")
    assert_as_clean(newsletter)
    folder.unlink()
    newsletter.edition("2022-03")
    assert_as_clean(newsletter)


def test_a_file_is_looked_at_again_while_its_time_stamp_may_hide_a_change(
    newsletter: Newsletter,
) -> None:
    edition = "content/editions/2022-03"
    time.sleep(0.1)
    newsletter.write(f"{edition}/data.txt", "3 2 1\n")
    before = link(newsletter)
    wanted = made(before, edition)
    # as if it had been linked when the file said something else
    index = Index(before.parts)
    other = Exporter()
    for asked in index.exported(edition, MADE, ASKED):
        other.add(ASKED, asked, None)
    index.replace(edition, MADE, other.exports)
    before = msgspec.structs.replace(before, parts=index.close())
    time.sleep(0.1)
    assert made(link(newsletter, before), edition) == wanted


def test_such_a_file_is_published_anew_also_beside_a_broken_link(newsletter: Newsletter) -> None:
    newsletter.settings("check: {link-broken: warning}\n")
    newsletter.edition("2022-03", "It has [data](data.txt), and not [more](more.md).\n")
    file, later = newsletter.root / "content/editions/2022-03/data.txt", time.time() + 1000
    for text in ("1 2 4\n", "4 2 1\n", "2 4 1\n"):
        file.write_text(text)
        os.utime(file, (later, later))
        newsletter.build()
        assert newsletter.published()["site/editions/2022-03/data.txt"] == text.encode()


@pytest.mark.parametrize("name", ["01-one", "02-one"])
def test_of_two_entries_at_one_address_either_changes(newsletter: Newsletter, name: str) -> None:
    newsletter.settings(CLASHES)
    newsletter.entry("2022-03/02-one", "Another.\n", arxiv="2202.00004", tags=["one"])
    assert_as_clean(newsletter)
    newsletter.entry(f"2022-03/{name}", "New.\n", arxiv="2202.00003", tags=["one"])
    assert_as_clean(newsletter)


def test_two_items_with_one_id_are_printed_each_by_itself(newsletter: Newsletter) -> None:
    newsletter.settings(CLASHES)
    newsletter.entry("2022-03/01-one", "Old.\n", arxiv="2202.00003", tags=["one", "two"])
    newsletter.edition("2022-04", aliases=["/editions/2022-03/"])
    newsletter.build()
    assert "Old." in newsletter.page("tags/two/feed.xml")


@pytest.mark.parametrize("is_large", [False, True])
def test_of_two_pages_at_one_address_it_is_always_the_same_one(
    newsletter: Newsletter, *, is_large: bool
) -> None:
    newsletter.settings(CLASHES)
    newsletter.write("content/pages/editions/2022-03.md", "---\ntitle: A page\n---\nOf mine.\n")
    assert_as_clean(newsletter)
    if is_large:
        make_large(newsletter)
    newsletter.edition("2022-03", "Edited.\n")
    assert_as_clean(newsletter)

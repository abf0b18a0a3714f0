"""The linker: which units an edit links again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from digest.commands.siteplan import plan_site, read_newsletter
from digest.output.memo import open_memo
from digest.settings.buildoptions import BuildOptions
from digest.site.index import MADE, Index
from digest.site.planned import ASKED, OUTPUT
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from digest.site.rows import Rows


WRITERS = ("", "Abel", "Baker", "Cole", "Dorn")


@pytest.fixture
def newsletter(tmp_path: Path) -> Newsletter:
    made = Newsletter(tmp_path)
    for number in range(1, 5):
        made.edition(f"2022-0{number}", number=number)
        made.paper(f"arxiv:2202.0000{number}", f"Paper {number}", f"Ada {WRITERS[number]}")
        made.entry(
            f"2022-0{number}/01-one",
            "Some text.\n",
            arxiv=f"2202.0000{number}",
            name=f"One {number}",
            tags=["even" if number % 2 == 0 else "odd"],
        )
    made.write("content/pages/about.md", "---\ntitle: About\n---\nWords.\n")
    settle()
    return made


def settle() -> None:
    """Wait until a change of a file would show in its time stamp."""
    time.sleep(0.1)


def link(newsletter: Newsletter, before: Rows | None = None, today: str = "2022-06-01") -> Rows:
    with open_memo(None) as memo:
        read = read_newsletter(newsletter.root, memo, lambda _zone: BuildOptions(today))
        return plan_site(read, read.options, before).linked.rows


def relinked(before: Rows, after: Rows) -> set[str]:
    """Return the units that were linked again, less the folders before their names."""

    ids = {id_ for id_ in after.units if made(before, id_) != made(after, id_)}
    return {id_.removeprefix("content/") for id_ in ids}


def made(rows: Rows, id_: str) -> list[dict[str, bytes]]:
    """Return what a unit makes, and what it asked for."""
    index = Index(rows.parts)
    return [index.exported(id_, MADE, kind) for kind in (OUTPUT, ASKED)]


def edit(newsletter: Newsletter, path: str, change: Callable[[str], str]) -> None:
    file = newsletter.root / "content" / path
    file.write_text(change(file.read_text()))


def test_what_has_not_changed_is_not_linked_again(newsletter: Newsletter) -> None:
    before = link(newsletter)
    assert relinked(before, link(newsletter, before)) == set()


def test_a_text_is_of_its_edition_and_of_what_shows_it_whole(newsletter: Newsletter) -> None:
    before = link(newsletter)
    edit(newsletter, "editions/2022-02/01-one.md", lambda text: text + "\nMore.\n")
    assert relinked(before, link(newsletter, before)) == {
        "editions/2022-02",
        "feeds",
        "tag tags/even/",
    }


def test_a_name_is_of_the_lists_too(newsletter: Newsletter) -> None:
    before = link(newsletter)
    edit(newsletter, "editions/2022-02/01-one.md", lambda text: text.replace("One 2", "Two"))
    assert relinked(before, link(newsletter, before)) == {
        "editions/2022-02",
        "feeds",
        "tag tags/even/",
    }


def test_an_editions_title_is_of_those_beside_it(newsletter: Newsletter) -> None:
    before = link(newsletter)
    edit(
        newsletter,
        "editions/2022-02/index.md",
        lambda text: text.replace("Edition 2022-02", "Another title"),
    )
    assert relinked(before, link(newsletter, before)) == {
        "editions/2022-01",
        "editions/2022-02",
        "editions/2022-03",
        "feeds",
        "home",
        "archive",
        "tag tags/even/",
    }


def test_a_record_is_of_all_that_cite_it(newsletter: Newsletter) -> None:
    edit(newsletter, "editions/2022-04/01-one.md", lambda text: text + "\n[@arxiv:2202.00001]\n")
    settle()
    before = link(newsletter)
    newsletter.paper("arxiv:2202.00001", "Another title", f"Ada {WRITERS[1]}")
    found = relinked(before, link(newsletter, before))
    assert {"editions/2022-01", "editions/2022-04"} <= found
    assert not {"editions/2022-02", "editions/2022-03", "pages/about.md"} & found


def test_a_day_that_passes_is_of_what_it_publishes(newsletter: Newsletter) -> None:
    before = link(newsletter, today="2022-03-15")
    found = relinked(before, link(newsletter, before, today="2022-04-15"))
    assert {"editions/2022-04", "editions/2022-03", "home", "archive"} <= found
    assert not {"editions/2022-01", "pages/about.md"} & found


def test_what_is_linked_again_is_what_a_clean_link_gives(newsletter: Newsletter) -> None:
    before = link(newsletter)
    edit(newsletter, "editions/2022-02/01-one.md", lambda text: text.replace("even", "odd"))
    after, clean = link(newsletter, before), link(newsletter)
    assert {id_: made(after, id_) for id_ in after.units} == {
        id_: made(clean, id_) for id_ in clean.units
    }

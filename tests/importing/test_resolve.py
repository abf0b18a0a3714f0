"""All posts of an archive: their papers known, their numbers citations, their doubles told."""

from __future__ import annotations

import datetime

from digest.importing.papers.doubles import Covered
from digest.importing.parts import EntryPaper, FoundEntry, ListedReference, Parts, Stretch
from digest.importing.post import Place, Post
from digest.importing.resolve import Newsletter, find_wanted, resolve
from digest.records.names.reading import read_names
from digest.records.pagefacts import PageFacts
from tests.importing.works import DSI, RECORDS

LISTED = ListedReference("1", "Ada Poe and Bob Roe. A thing. 2021.", 5)


def post(day: int, *entries: FoundEntry, text: str = "") -> tuple[Post, Parts]:
    stretches = (Stretch(text, 1), Stretch("", 2, entries))
    there = Post(Place(f"{day:02}.md", 1), "A post", text, datetime.date(2022, 3, day))
    return there, Parts(stretches, (LISTED,) if text else ())


def test_entries_and_references_of_all_posts() -> None:
    entry = FoundEntry(DSI.title, "Text.", 2, paper="arXiv:2202.06991")
    found = resolve(
        [post(1, entry, text="A thing¹."), post(2, text="Again¹.")], Newsletter(RECORDS)
    )
    first, second = found.posts
    assert first.papers == (EntryPaper("arxiv:2202.06991"),)
    texts = [one.parts.stretches[0].text for one in found.posts]
    assert texts == ["A thing [@poe2021thing].", "Again [@poe2021thing]."]
    assert (first.has_references, first.parts.references, second.papers) == (True, (), ())
    assert found.bibliography.count("@misc") == 1


def test_of_two_posts_the_later_one_covers_a_paper_twice() -> None:
    entry = FoundEntry(DSI.title, "Text.", 2, paper="arXiv:2202.06991")
    found = resolve([post(20, entry), post(3, entry)], Newsletter())
    assert [[fault.message for fault in one.faults] for one in found.posts] == [
        [f"'{DSI.title}' is covered in '03.md:2', too"],
        [],
    ]


def test_what_the_newsletter_covers_is_told() -> None:
    there = Covered("content/editions/2022-03/01-dsi.md", 0, DSI.id)
    found = resolve([post(1, FoundEntry("DSI", "", 2, paper=DSI.id))], Newsletter(covered=(there,)))
    assert [fault.kind for fault in found.posts[0].faults] == ["covered-twice"]


def test_what_is_wanted_is_what_nothing_is_known_of() -> None:
    entries = (
        FoundEntry(DSI.title, "", 2, paper="arXiv:2202.06991"),
        FoundEntry("A new one", "", 3, paper="arXiv:2301.00001"),
        FoundEntry("Another", "", 4, "By Ada Poe", "https://openreview.net/forum?id=x"),
    )
    wanted = find_wanted([post(1, *entries, text="A thing¹.")], Newsletter(RECORDS))
    assert wanted.keys == ("arxiv:2301.00001",)
    assert [one.title for one in wanted.titles] == ["Another", "A thing"]
    assert wanted.urls == ("https://openreview.net/forum?id=x",)


def test_what_a_page_says_is_taken_where_the_post_does_not_say_it() -> None:
    url = "https://openreview.net/forum?id=x"
    said = PageFacts(None, "A Page", read_names(["Ada Poe"]), (2021, 3))
    found = resolve(
        [post(1, FoundEntry("Mine", "", 2, paper=url))], Newsletter(pages=((url, said),))
    )
    assert found.posts[0].papers == (EntryPaper("", url, "", "Mine", ("Ada Poe",), "2021-03"),)
    assert found.posts[0].faults == ()


def test_a_number_behind_a_title_says_which_reference_the_paper_is() -> None:
    entry = FoundEntry("DSI¹", "It retrieves.", 2, "By Yi Tay [1]")
    listed = ListedReference("1", f"{DSI.title}. https://arxiv.org/abs/2202.06991", 5)
    there, parts = post(1, entry)
    parts = Parts(parts.stretches, (listed,))
    (found,) = resolve([(there, parts)], Newsletter(RECORDS)).posts
    assert found.papers == (EntryPaper("arxiv:2202.06991", "", "DSI"),)
    assert (found.faults, found.references, found.parts.references) == ((), (), ())


def test_a_paper_that_another_post_names_with_its_id_is_known_by_its_title() -> None:
    with_id = FoundEntry("A study of small things", "", 2, "Ada Poe", "arXiv:2301.00001")
    without = FoundEntry("A Study of Small Things", "", 2, "A. Poe et al.")
    listed = ListedReference("1", "Ada Poe. A study of small things. 2023.", 5)
    there, parts = post(3, text="A thing¹.")
    last = (there, Parts(parts.stretches, (listed,)))
    found = resolve([post(1, with_id), post(2, without), last], Newsletter()).posts
    assert found[1].papers[0].key == "arxiv:2301.00001"
    assert [fault.kind for fault in found[1].faults] == ["paper-unknown", "covered-twice"]
    assert found[2].parts.stretches[0].text == "A thing [@arxiv:2301.00001]."

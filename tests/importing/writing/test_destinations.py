"""Where posts go."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from digest.importing.parts import EntryPaper
from digest.importing.post import Place
from digest.importing.writing.destinations import TakenNames
from tests.importing.handmade import Written, archive, entry, post, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from digest.importing.post import Archive


def ids(site: Written, come: Archive) -> list[str]:
    destinations = site.destinations(come, [resolved("Hi.") for _ in come.posts])
    return [destination.path.split("/")[2].removesuffix(".md") for destination in destinations]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["2022-03-02", "2022-02-01"], ["2022-03", "2022-02"]),
        (["2022-03-02", "2022-03-09", "2022-04-01"], ["2022-03-02", "2022-03-09", "2022-04-01"]),
        (["2022-03-02", "2022-03-02b"], ["2022-03-02", "2022-03-02-2"]),
        # one month with two does not make it a weekly one
        ([f"2022-0{month}-01" for month in range(1, 7)] + ["2022-06-15"],
         ["2022-01", "2022-02", "2022-03", "2022-04", "2022-05", "2022-06-01", "2022-06-15"]),
        (["hello world", "hello-world"], ["hello-world", "hello-world-2"]),
        (["…"], ["post"]),
    ],
)  # fmt: skip
def test_ids_are_made_of_dates(tmp_path: Path, names: list[str], found: list[str]) -> None:
    come = archive(*(post(name, address="", title=name) for name in names))
    assert ids(Written(tmp_path), come) == found


def test_a_translation_goes_behind_its_original(tmp_path: Path) -> None:
    one = post("2022-03-02", lang="de", address="https://old.example.net/de/1/")
    other = post("2022-03-02b", lang="en", address="https://old.example.net/en/1/")
    come = archive(one, other, post("2022-04-01", lang="en"))
    assert ids(Written(tmp_path), come) == ["2022-03-02", "2022-03", "2022-04"]
    assert ids(Written(tmp_path), msgspec.structs.replace(come, lang="de-AT")) == [
        "2022-03",
        "2022-03-02",
        "2022-04-01",
    ]


def test_a_heading_is_found_by_its_own_id(tmp_path: Path) -> None:
    (home,) = Written(tmp_path).destinations(
        archive(post("2022-03-02")), [resolved("## What we found {#res}\n\nHi.")]
    )
    assert home.anchors == dict.fromkeys(("res", "whatwefound"), f"{home.path}#res")


def test_what_is_there_keeps_its_place(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.taken = TakenNames(frozenset({"2022-03"}), frozenset({"about"}))
    come = archive(post("2022-03-02"), post("about", state="page"))
    assert ids(site, come) == ["2022-03-02", "about-2"]


def test_ids_stay_when_the_archive_grows(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(archive(post("2022-03-09")))
    come = archive(post("2022-03-02"), post("2022-03-09"), post("2022-03-16"))
    assert ids(site, come) == ["2022-03-02", "2022-03", "2022-03-16"]


def test_another_source_with_the_same_names_is_another(tmp_path: Path) -> None:
    site = Written(tmp_path)
    first = archive(post("2022-03-02", address="", title="One"), url="")
    other = post("2022-03-02", address="", title="Two")
    site.write(first)
    # a title that was mended
    assert ids(site, archive(other, url="")) == ["2022-03"]
    another = msgspec.structs.replace(other, date=datetime.date(2022, 3, 9))
    assert ids(site, archive(another, url="")) == ["2022-03-09"]


def test_a_post_is_known_again_when_the_archive_is_called_otherwise(tmp_path: Path) -> None:
    site = Written(tmp_path)
    site.write(archive(post("2022-03-02", address="/p/x"), post("2022-04-02", address="")))
    come = archive(
        post("2022-03-02", address="/p/x"),
        post("2022-04-02", address="", place=Place("other/2022-04-02.md")),
        url="https://new.example.net/",
    )
    assert ids(site, come) == ["2022-03", "2022-04"]
    come = archive(post("2022-03-02", address="https://third.example.net/p/x", title="Other"))
    assert ids(site, come) == ["2022-03-02"]


@pytest.mark.parametrize("address", ["https://old.example.net/p/", ""])
def test_a_post_that_was_renamed_is_known_again(tmp_path: Path, address: str) -> None:
    def come(*names: str) -> Archive:
        posts = (
            post(
                "2022-03-02",
                title=name[:1],
                address=address and address + name,
                place=Place(f"posts/{name}.md"),
            )
            for name in names
        )
        return archive(*posts)

    site = Written(tmp_path)
    site.write(come("a", "b"))
    assert ids(site, come("a-new", "b")) == ["2022-03-02", "2022-03-02-2"]
    # one that is there besides is another
    assert ids(site, come("a", "a-new", "b")) == ["2022-03-02", "2022-03-02-3", "2022-03-02-2"]
    assert site.write(come("a-new", "b")) == (["renewed", "same"] if address else ["same"] * 2)
    text = site.text("content/editions/2022-03-02/index.md")
    assert ("aliases: [/p/a-new, /p/a]" in text) == bool(address)
    before = site.tree()
    assert site.write(come("a-new", "b")) == ["same", "same"]
    assert site.tree() == before


def test_entries_are_called_as_others_are(tmp_path: Path) -> None:
    paper = EntryPaper("arxiv:2202.06991")
    found = [(entry(title), paper) for title in ("DSI: X", "*DSI*: X", "References", "…")]
    site = Written(tmp_path)
    site.taken = TakenNames(keys=frozenset({"dsi"}))
    (destination,) = site.destinations(archive(post("2022-03-02")), [resolved(found)])
    assert [path.rpartition("/")[2] for path in destination.entries] == [
        "01-dsi-2.md",
        "02-dsi-3.md",
        "03-references-2.md",
        "04-2202-06991.md",
    ]


def test_an_underlined_heading_is_found_and_none_in_code(tmp_path: Path) -> None:
    (home,) = Written(tmp_path).destinations(
        archive(post("2022-03-02")), [resolved("My part\n---\n\n```\n# a comment\n```")]
    )
    assert home.anchors == {"mypart": f"{home.path}#my-part"}

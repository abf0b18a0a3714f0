"""The files of editions and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digest.importing.parts import EntryPaper, ListedReference
from tests.importing.handmade import Written, archive, entry, files_of, post, resolved
from tests.newsletter import Newsletter

if TYPE_CHECKING:
    from pathlib import Path

DSI = EntryPaper("arxiv:2202.06991")


def test_an_edition_has_its_text_and_its_entries_in_their_places(tmp_path: Path) -> None:
    come = archive(post("2022-03-02", title="March: *3*", number="Issue 03", authors=("Ada B",)))
    parts = resolved(
        "# News\n\nOpening.",
        [(entry("DSI: A Title", "## Why\n\nSo.", note="Best paper"), DSI)],
        "Bye.",
        has_references=True,
        references=("doi:10.5555/a",),
    )
    (made,) = Written(tmp_path).make(come, parts)
    assert files_of(made) == {
        "editions/2022-03/01-dsi.md": (
            "---\narxiv: 2202.06991\nname: DSI\nnote: Best paper\n---\n## Why\n\nSo.\n"
        ),
        "editions/2022-03/index.md": (
            '---\ntitle: "March: *3*"\ndate: 2022-03-02\nnumber: 3\neditors: [Ada B]\n'
            "references: [doi:10.5555/a]\naliases: [/p/2022-03-02]\n---\n"
            "## News\n\nOpening.\n\n:::{papers}\n:::\n\nBye.\n\n:::{references}\n:::\n"
        ),
    }


def test_groups_of_entries_stay_apart(tmp_path: Path) -> None:
    one, two = (entry("One"), DSI), (entry("Two"), EntryPaper("doi:10.5555/a"))
    (made,) = Written(tmp_path).make(archive(post("2022-03-02")), resolved([one], "And.", [two]))
    text = files_of(made)["editions/2022-03/index.md"]
    assert ":::{papers}\n:only: [one]\n:::\n\nAnd.\n\n:::{papers}\n:only: [two]\n:::" in text


def test_facts_that_no_record_has_are_typed(tmp_path: Path) -> None:
    paper = EntryPaper(
        url="https://a.org/x", title="A Title: Yes", authors=("Ada B", "Bo, C"), date="2022"
    )
    found = entry("A Title: Yes", links=(("code", "https://b.org/c"), ("slides", "/s.pdf")))
    (made,) = Written(tmp_path).make(archive(post("2022-03-02")), resolved([(found, paper)]))
    assert files_of(made)["editions/2022-03/01-a-title.md"] == (
        '---\nurl: https://a.org/x\ntitle: "A Title: Yes"\nauthors: [Ada B, "Bo, C"]\ndate: 2022\n'
        "name: A Title\nlinks:\n  code: https://b.org/c\n---\nText.\n\n[slides](/s.pdf)\n"
    )


def test_references_that_are_no_works_are_printed_as_typed(tmp_path: Path) -> None:
    listed = (ListedReference("1", "Some *talk*.", 9), ListedReference("", "A film.", 10))
    (made,) = Written(tmp_path).make(archive(post("2022-03-02")), resolved("Hi.", listed=listed))
    assert files_of(made)["editions/2022-03/index.md"].endswith(
        "---\nHi.\n\n- 1. Some *talk*.\n- A film.\n"
    )


def test_a_page_is_a_page(tmp_path: Path) -> None:
    come = archive(post("about", state="page", address="https://old.example.net/about/"))
    (made,) = Written(tmp_path).make(come)
    assert files_of(made) == {"pages/about.md": "---\ntitle: Post about\n---\nHello.\n"}


def test_tags_of_a_whole_post_are_told(tmp_path: Path) -> None:
    (made,) = Written(tmp_path).make(archive(post("2022-03-02", tags=("vision", "speech"))))
    assert "tags" not in files_of(made)["editions/2022-03/index.md"]
    assert [one.what for one in made.left_out] == ["vision, speech"]


@pytest.mark.parametrize("state", ["draft", "scheduled"])
def test_drafts_stay_drafts(tmp_path: Path, state: str) -> None:
    (made,) = Written(tmp_path).make(archive(post("2022-03-02", state=state)))
    assert "\ndraft: true\n" in files_of(made)["editions/2022-03/index.md"]


def test_links_lead_from_each_file(tmp_path: Path) -> None:
    text = (
        "[feb](https://old.example.net/p/2022-02-02?utm=x#news) [own](#news) [out](https://x.org)"
    )
    come = archive(post("2022-02-02"), post("2022-03-02", text))
    march = resolved(text + "\n\n## News", [(entry(text=text), DSI)])
    _, made = Written(tmp_path).make(come, resolved("## News\n\nHi."), march)
    files = files_of(made)
    assert files["editions/2022-03/01-paper.md"].endswith(
        "[feb](../2022-02/index.md#news) [own](index.md#news) [out](https://x.org)\n"
    )
    assert "[own](#news)" in files["editions/2022-03/index.md"]


def test_links_to_a_place_that_is_not_there_are_told(tmp_path: Path) -> None:
    text = "[top](#top) [none](#no)"
    (made,) = Written(tmp_path).make(archive(post("2022-03-02", text)))
    assert "[top](index.md) [none](index.md)" in files_of(made)["editions/2022-03/index.md"]
    (fault,) = made.faults
    assert fault.message == "a link to '#no', which is no place in its post"
    assert fault.done == "it leads to the top"


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        *((one, "placeholder") for one in ("#", "URL", "TODO", "http://", "https://example.com")),
        ("https://arxiv.org/abs/2406.xxxxx", "placeholder"),
        *((one, "address-broken") for one in ("htp://x.org/a", "www.x.org", "https//x.org/a")),
        ("http://https://x.org/a", "address-broken"),
        ("https://localhost:4000/a", "address-broken"),
        *((one, "") for one in ("https://arxiv.org/", "mailto:a@x.org", "https://x.org/a{b}|c")),
        *((one, "") for one in ("https://münchen.example", "//x.org/a", "https://[2001:db8::1]/")),
    ],
)
def test_what_is_no_address_is_told_and_left(tmp_path: Path, target: str, kind: str) -> None:
    text = f"# A # thing, a link, a URL\n\nTODO: it is [here]({target}).\n"
    (made,) = Written(tmp_path).make(archive(post("2022-03-02", text)))
    assert [(one.kind, one.line) for one in made.faults] == ([(kind, 3)] if kind else [])
    assert f"[here]({target})" in files_of(made)["editions/2022-03/index.md"]


def test_what_is_made_has_no_problems(tmp_path: Path) -> None:
    site = Newsletter(tmp_path)
    site.paper("arxiv:2202.06991")
    text = "See [feb](/p/2022-02-02).\n\n# News\n\nNone.\n\n# Research\n\n[x]: https://x.org"
    come = archive(
        post("2022-02-02", description='A *deck* "with" @all: of\nit #1'),
        post("2022-03-02", text, title="🎉 Issue #3: “Yes”"),
    )
    parts = resolved(text, [(entry("DSI: Title", "## Why\n\nSee [feb](/p/2022-02-02)."), DSI)])
    Written(tmp_path).write(come, resolved("Hello."), parts)
    assert site.check() == []
    site.build()
    assert "A *deck* “with” @all: of it #1" in site.text("editions/2022-02/")
    assert (site.out / "site/p/2022-02-02/index.html").is_file()

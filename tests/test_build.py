"""A whole build: what is published, what waits, and what is left alone."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from digest.basics.files import FileError

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


def addresses(newsletter: Newsletter) -> set[str]:
    """Return the addresses of all pages below editions/ and tags/."""
    pages = (path.removesuffix("index.html") for path in newsletter.tree())
    return {page for page in pages if page.startswith(("editions/", "tags/")) and page[-1] == "/"}


def fill(newsletter: Newsletter, edition: str, count: int, **fields: Any) -> None:
    newsletter.edition(edition, **fields)
    for number in range(1, count + 1):
        newsletter.paper(f"arxiv:2202.{number:05}", f"Paper{number}")
        newsletter.entry(f"{edition}/{number:02}-e{number}", arxiv=f"2202.{number:05}")


def test_a_site_without_editions(newsletter: Newsletter) -> None:
    assert newsletter.build().diagnostics == ()
    assert "Nothing has been published yet" in newsletter.text("")
    assert addresses(newsletter) == {"tags/"}


@pytest.mark.parametrize("count", [0, 1, 60])
def test_an_edition_of_any_length(newsletter: Newsletter, count: int) -> None:
    fill(newsletter, "2022-03", count)
    newsletter.build()
    html = newsletter.page("editions/2022-03/")
    assert re.findall(r'<article[^>]* id="(e\d+)"', html) == [f"e{n}" for n in range(1, count + 1)]
    assert len(addresses(newsletter)) == count + 2


def test_a_draft_that_is_half_written_is_shown_all_the_same(newsletter: Newsletter) -> None:
    newsletter.settings("sections: {why: {title: Why, required: true}}\n")
    newsletter.paper("arxiv:2202.00001", title="A Paper To Be Read")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-x", "## Why\n", arxiv="2202.00001", draft=True)
    built = newsletter.build(drafts=True)
    assert [(one.rule, one.severity) for one in built.diagnostics] == [
        ("section-missing", "warning")
    ]
    assert "A Paper To Be Read" in newsletter.text("editions/2022-03/")


@pytest.mark.parametrize("fields", [{"draft": True}, {"date": "2022-06-02"}])
def test_drafts_and_future_editions_wait(newsletter: Newsletter, fields: dict[str, Any]) -> None:
    fill(newsletter, "2022-03", 1, **fields)
    newsletter.build(today="2022-06-01")
    assert addresses(newsletter) == {"tags/"}
    assert b"2022-03" not in b"".join(newsletter.tree().values())
    newsletter.build(today="2022-06-01", drafts=True, future=True)
    assert "editions/2022-03/e1/" in addresses(newsletter)
    newsletter.build(today="2022-06-02")
    assert ("editions/2022-03/" in addresses(newsletter)) == ("date" in fields)


def test_editions_of_one_day_have_an_order(newsletter: Newsletter) -> None:
    for name in ("b", "c", "a"):
        newsletter.edition(name, date="2022-03-02")
    newsletter.build()
    archive = newsletter.page("archive/")
    assert re.findall(r'href="../editions/(\w)/"', archive) == ["c", "b", "a"]


def test_what_is_deleted_is_published_no_more(newsletter: Newsletter) -> None:
    fill(newsletter, "2022-03", 2)
    newsletter.build()
    newsletter.delete("content/editions/2022-03/02-e2.md")
    newsletter.build()
    assert "editions/2022-03/e2/" not in addresses(newsletter)
    assert not (newsletter.out / "site/editions/2022-03/e2").exists()


def test_errors_leave_what_was_published(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Hello.\n")
    newsletter.build()
    before = newsletter.tree()
    newsletter.edition("2022-03", "Hello [@nope].\n")
    assert newsletter.build().outputs == 0
    assert newsletter.tree() == before


def test_an_edit_writes_what_shows_it_and_no_more(newsletter: Newsletter) -> None:
    fill(newsletter, "2022-02", 1)
    fill(newsletter, "2022-03", 2)
    newsletter.build()
    newsletter.entry("2022-03/01-e1", "Other.\n", arxiv="2202.00001")
    changes = {change.path for change in newsletter.build().changes}
    assert changes == {
        *(f"site/editions/2022-03/index.{form}" for form in ("html", "md")),
        *(f"site/editions/2022-03/e1/index.{form}" for form in ("html", "md")),
        "email/2022-03/message.eml",
        "email/2022-03/message.html",
        "email/2022-03/message.txt",
        *(f"site/{feed}" for feed in ("feed.xml", "rss.xml", "feed.json")),
    }
    assert newsletter.build().changes == ()


def test_a_file_is_published_where_something_shows_it(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[The data](data.csv)\n")
    newsletter.write("content/editions/2022-03/data.csv", "1,2\n")
    newsletter.write("content/editions/2022-03/notes.txt", "private\n")
    newsletter.build()
    assert newsletter.tree()["editions/2022-03/data.csv"] == b"1,2\n"
    assert "editions/2022-03/notes.txt" not in newsletter.tree()


def test_a_folder_of_content_with_a_strange_name_is_named(newsletter: Newsletter) -> None:
    newsletter.write(
        "content/editions/März 2022/index.md", "---\ntitle: x\ndate: 2022-03-02\n---\n"
    )
    assert newsletter.check() == ["editions/März 2022/index.md:1:1 error field-type"]


def test_names_of_other_scripts_are_addresses(newsletter: Newsletter) -> None:
    newsletter.edition("märz-2022", date="2022-03-02")
    newsletter.build()
    assert 'href="./editions/m%C3%A4rz-2022/"' in newsletter.page("")
    assert "editions/märz-2022/" in addresses(newsletter)


def test_nothing_is_lost_with_the_cache(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "![](a.svg)\n")
    newsletter.write(
        "content/editions/2022-03/a.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    )
    first, tree = newsletter.build(), newsletter.tree()
    shutil.rmtree(newsletter.out / ".cache")
    second = newsletter.build()
    assert (second.diagnostics, second.changes) == (first.diagnostics, ())
    assert newsletter.tree() == tree


def test_a_file_in_the_way_is_named(newsletter: Newsletter) -> None:
    newsletter.out.write_text("in the way")
    with pytest.raises(FileError, match="build"):
        newsletter.build()


def test_base_url_stands_in_place_of_the_sites(newsletter: Newsletter) -> None:
    newsletter.build(base_url="https://x.org/some/where/")
    assert 'href="/some/where/archive/"' in newsletter.page("404.html")
    assert '"https://x.org/some/where/archive/"' in newsletter.page("archive/")
    assert 'href="../archive/"' in newsletter.page("archive/")


def test_where_there_is_an_error_nothing_at_all_is_published(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "See [@nobody].\n")
    assert newsletter.build().diagnostics
    assert not newsletter.published()
    newsletter.edition("2022-03")
    newsletter.build()
    before = newsletter.published()
    newsletter.edition("2022-03", "See [@nobody].\n")
    newsletter.build()
    assert newsletter.published() == before

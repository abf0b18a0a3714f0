"""Every address is one file's; names that cannot be one are refused or made fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter

CLASH = "error address-clash"


def add_entry(newsletter: Newsletter, name: str = "01-a", **fields: Any) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03", "See [@arxiv:2202.00001].\n")
    newsletter.entry(f"2022-03/{name}", arxiv="2202.00001", **fields)


def test_two_entries_of_one_slug_clash(newsletter: Newsletter) -> None:
    add_entry(newsletter)
    newsletter.paper("arxiv:2202.00002")
    newsletter.entry("2022-03/02-A", arxiv="2202.00002")
    assert newsletter.check() == [f"editions/2022-03/02-A.md:1:1 {CLASH}"]


@pytest.mark.parametrize("name", ["archive", "tags", "404.html"])
def test_a_page_cannot_take_an_address_of_the_site(newsletter: Newsletter, name: str) -> None:
    newsletter.write(f"content/pages/{name}.md", "---\ntitle: Mine\n---\nText.\n")
    assert newsletter.check() == [f"pages/{name}.md:1:1 {CLASH}"]


@pytest.mark.parametrize("name", ["static", "editions", "authors", "index", "Über-uns"])
def test_a_page_may_have_any_free_address(newsletter: Newsletter, name: str) -> None:
    newsletter.write(f"content/pages/{name}.md", "---\ntitle: Mine\n---\nMy text.\n")
    newsletter.build()
    assert "My text." in newsletter.text(f"{name}/")


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("/", "the alias '/' is that of a page of digest's own"),
        ("/archive/", "the alias '/archive/' is that of a page of digest's own"),
        ("/editions/2022-03", "the alias '/editions/2022-03/' is that of '{}'"),
        ("/EDITIONS/2022-03/", "the alias '/EDITIONS/2022-03/' is that of '{}'"),
        ("/feed.xml", "the alias would make a folder of the file '/feed.xml'"),
        ("/editions/2022-03/card.png", "the alias would make a folder of the file '{}/card.png'"),
    ],
)
def test_an_alias_cannot_be_an_address_that_is_taken(
    newsletter: Newsletter, alias: str, message: str
) -> None:
    newsletter.edition("2022-03", aliases=["/old/", alias])
    (found,) = newsletter.diagnose()
    source = "content/editions/2022-03/index.md"
    folder = "/editions/2022-03" if "card" in message else source
    assert found.message == message.format(folder)
    assert (found.rule, found.line, found.column) == ("address-clash", 4, 20)
    assert found.hint == "take it off 'aliases:' here"


def test_two_aliases_that_are_one_are_told_each_in_its_place(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", aliases=["/old/", "/OLD/"])
    newsletter.edition("2022-04", aliases=["/new/", "/old"])
    told = [(one.path, one.column, one.message) for one in newsletter.diagnose()]
    first = "content/editions/2022-03/index.md"
    assert told == [
        (first, 20, f"the alias '/OLD/' is an alias in '{first}', too"),
        (
            "content/editions/2022-04/index.md",
            20,
            f"the alias '/old/' is an alias in '{first}', too",
        ),
    ]


@pytest.mark.parametrize(
    ("alias", "better"), [("/news/old/", "/old/"), ("/news/a/b.html", "/a/b.html")]
)
def test_an_alias_has_no_base_path(newsletter: Newsletter, alias: str, better: str) -> None:
    newsletter.edition("2022-03", aliases=[alias])
    (found,) = newsletter.diagnose()
    assert (found.line, found.column, found.rule) == (4, 11, "field-type")
    assert found.hint == f"write '{better}'"
    newsletter.edition("2022-03", aliases=[better])
    assert newsletter.check() == []


def test_an_alias_that_is_the_base_path_is_not_needed(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", aliases=["/news/"])
    (found,) = newsletter.diagnose()
    assert (found.rule, found.hint) == ("field-type", "take it away: the home page is there")


def test_two_editions_whose_folders_are_one_are_told_once(newsletter: Newsletter) -> None:
    newsletter.edition("spring", date="2022-03-02")
    newsletter.edition("Spring", date="2022-03-02")
    (found,) = newsletter.diagnose()
    assert (found.rule, found.hint) == ("address-clash", "rename one of the two folders")


@pytest.mark.parametrize("alias", ["old", "/a/../b", "//x", "/a b", "/a?b", "/" + "a" * 300])
def test_an_alias_must_be_a_path(newsletter: Newsletter, alias: str) -> None:
    newsletter.edition("2022-03", aliases=[alias])
    assert newsletter.check() == ["editions/2022-03/index.md:4:11 error field-type"]


def test_an_alias_leads_to_its_page(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", aliases=["/old/place", "/old.html"])
    newsletter.build()
    assert 'href="../../editions/2022-03/"' in newsletter.page("old/place/")
    assert 'href="./editions/2022-03/"' in newsletter.page("old.html")


def test_the_old_address_of_an_edition_leads_from_those_of_its_entries(
    newsletter: Newsletter,
) -> None:
    for number in (1, 2, 3):
        newsletter.paper(f"arxiv:2202.0000{number}")
    newsletter.edition("2022-03", aliases=["/editions/2022-02/", "/spring/"])
    newsletter.entry("2022-03/01-a", arxiv="2202.00001")
    newsletter.entry("2022-03/02-b", arxiv="2202.00002")
    # it stood in the old edition, which now has another of that name
    newsletter.edition("2022-04")
    newsletter.entry("2022-04/01-x", arxiv="2202.00003", aliases=["/editions/2022-02/b/"])
    assert newsletter.build().diagnostics == ()
    assert 'href="../../../editions/2022-03/a/"' in newsletter.page("editions/2022-02/a/")
    assert 'href="../../../editions/2022-04/x/"' in newsletter.page("editions/2022-02/b/")
    assert "spring/index.html" in newsletter.tree()
    assert "spring/a/index.html" not in newsletter.tree()


@pytest.mark.parametrize("slug", ["content", "contents", "references", "ref-1", "cite-1-1"])
def test_an_entry_cannot_have_the_id_of_a_part_of_the_page(
    newsletter: Newsletter, slug: str
) -> None:
    add_entry(newsletter, f"01-{slug}")
    assert newsletter.check() == [f"editions/2022-03/01-{slug}.md:1:1 {CLASH}"]


@pytest.mark.parametrize("name", ["01-a b", "a+b", "01-caf\u20dd"])
def test_a_name_that_no_address_can_have(newsletter: Newsletter, name: str) -> None:
    add_entry(newsletter, name)
    assert newsletter.check() == [f"editions/2022-03/{name}.md:1:1 error field-type"]


def test_tags_have_pages_of_their_own_whatever_their_signs(newsletter: Newsletter) -> None:
    long = "a" * 5000
    add_entry(newsletter, tags=["../../x", "C++", "C#", "C", "Information Retrieval", long])
    newsletter.paper("arxiv:2202.00002")
    newsletter.entry("2022-03/02-b", arxiv="2202.00002", tags=["information-retrieval"])
    newsletter.build()
    pages = [path for path in newsletter.tree() if path.endswith("/index.html")]
    tags = {path.split("/")[1] for path in pages if path.startswith("tags/")}
    assert {"x", "c-plus-plus", "c-sharp", "c", "information-retrieval"} < tags
    assert len(tags) == 7
    assert newsletter.text("tags/information-retrieval/").count("A Paper") == 2


@pytest.mark.parametrize("tag", ["???", "_", "…"])
def test_a_tag_needs_a_letter(newsletter: Newsletter, tag: str) -> None:
    add_entry(newsletter, tags=[tag])
    assert newsletter.check() == ["editions/2022-03/01-a.md:3:8 error field-type"]


def test_the_menu_has_tags_only_where_something_published_has(newsletter: Newsletter) -> None:
    newsletter.paper("arxiv:2202.00001")
    newsletter.edition("2022-03")
    newsletter.entry("2022-03/01-a", arxiv="2202.00001", tags=["x"], draft=True)
    newsletter.build()
    assert 'href="./tags/"' not in newsletter.page("")
    newsletter.build(drafts=True)
    assert 'href="./tags/"' in newsletter.page("")

"""An address that was published and is not made any more is told, with what keeps it alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.newsletter import Newsletter


@pytest.fixture
def march(newsletter: Newsletter) -> Newsletter:
    """Return a newsletter that was built, of two editions, three entries and a page."""
    for number in (1, 2, 3):
        newsletter.paper(f"arxiv:2202.0000{number}", f"Paper {number}")
    newsletter.edition("2022-03", "Text.\n", title="March")
    newsletter.entry("2022-03/01-dsi", arxiv="2202.00001", tags=["search"])
    newsletter.entry("2022-03/02-hip", arxiv="2202.00002")
    newsletter.edition("2022-04", "Text.\n", title="April", aliases=["/old/"])
    newsletter.entry("2022-04/01-vlp", arxiv="2202.00003")
    newsletter.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    assert newsletter.build().diagnostics == ()
    return newsletter


def move(newsletter: Newsletter, old: str, new: str) -> None:
    file = newsletter.root / "content" / new
    file.parent.mkdir(parents=True, exist_ok=True)
    (newsletter.root / "content" / old).rename(file)


def write_draft(newsletter: Newsletter) -> None:
    newsletter.entry("2022-03/02-hip", arxiv="2202.00002", draft=True)


def rename_edition_and_entry(newsletter: Newsletter) -> None:
    move(newsletter, "editions/2022-03/01-dsi.md", "editions/2022-03/01-index.md")
    move(newsletter, "editions/2022-03", "editions/2022-3")


def delete_entry(newsletter: Newsletter) -> None:
    newsletter.delete("content/editions/2022-03/02-hip.md")


def delete_edition(newsletter: Newsletter) -> None:
    for name in ("index", "01-vlp"):
        newsletter.delete(f"content/editions/2022-04/{name}.md")


E = "editions"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda n: move(n, f"{E}/2022-03/01-dsi.md", f"{E}/2022-03/01-index.md"),
            {f"{E}/2022-03/01-index.md": ("/editions/2022-03/dsi/", "moved")},
        ),
        (
            lambda n: move(n, f"{E}/2022-03/01-dsi.md", f"{E}/2022-04/02-dsi.md"),
            {f"{E}/2022-04/02-dsi.md": ("/editions/2022-03/dsi/", "moved")},
        ),
        (
            lambda n: n.entry("2022-03/01-dsi", arxiv="2202.00001", slug="s", tags=["search"]),
            {f"{E}/2022-03/01-dsi.md": ("/editions/2022-03/dsi/", "moved")},
        ),
        (
            # its alias leads from its entries' addresses, too
            lambda n: move(n, f"{E}/2022-03", f"{E}/2022-3"),
            {f"{E}/2022-3/index.md": ("/editions/2022-03/", "moved")},
        ),
        (
            rename_edition_and_entry,
            {
                f"{E}/2022-3/01-index.md": ("/editions/2022-03/dsi/", "moved"),
                f"{E}/2022-3/index.md": ("/editions/2022-03/", "moved"),
            },
        ),
        (
            lambda n: move(n, "pages/about.md", "pages/us.md"),
            {"pages/us.md": ("/about/", "moved")},
        ),
        (
            lambda n: n.edition("2022-04", "Text.\n", title="April"),
            {f"{E}/2022-04/index.md": ("/old/", "moved")},
        ),
        (write_draft, {f"{E}/2022-03/02-hip.md": ("/editions/2022-03/hip/", "draft")}),
        (delete_entry, {f"{E}/2022-03/index.md": ("/editions/2022-03/hip/", "here")}),
        (
            lambda n: n.edition("2022-04", "Text.\n", title="April", date="2022-12-01"),
            {
                f"{E}/2022-04/index.md": ("/editions/2022-04/", "later"),
                f"{E}/2022-04/01-vlp.md": ("/editions/2022-04/vlp/", "later"),
                "site.yaml": ("/old/", "nowhere"),
            },
        ),
        (
            delete_edition,
            {"site.yaml": ("/editions/2022-04/, /editions/2022-04/vlp/, /old/", "nowhere")},
        ),
        (
            lambda n: n.entry("2022-03/01-dsi", arxiv="2202.00001", tags=["retrieval"]),
            {"site.yaml": ("/tags/search/", "nowhere")},
        ),
        (lambda n: n.edition("2022-03", "Text.\n", title="May", number=5), {}),
        (lambda n: n.write("content/pages/about.md", "---\ntitle: Us\n---\nText.\n"), {}),
    ],
)
def test_what_vanishes_is_told_where_it_may_be_kept(
    march: Newsletter, change: Callable[[Newsletter], None], told: dict[str, tuple[str, str]]
) -> None:
    change(march)
    found = march.diagnose()
    assert {one.path.removeprefix("content/") for one in found} == told.keys()
    for one in found:
        addresses, why = told[one.path.removeprefix("content/")]
        quoted = ", ".join(f"'{address}'" for address in addresses.split(", "))
        was = "were published and are" if ", " in addresses else "was published and is"
        assert one.message.startswith(f"{quoted} {was} not made ")
        assert (one.rule, one.severity) == ("address-gone", "warning")
        alias = f"'aliases: [{addresses}]'"
        assert (alias in one.hint) is (why in {"moved", "here", "nowhere"})
    # told in the build in which it vanishes, and never again
    assert march.build().diagnostics == found
    assert march.build().diagnostics == march.diagnose() == ()


def test_the_alias_that_is_named_keeps_the_address_alive(march: Newsletter) -> None:
    march.delete("content/editions/2022-03/01-dsi.md")
    march.entry("2022-03/01-index", arxiv="2202.00001", tags=["search"])
    (found,) = march.diagnose()
    assert found.hint == "'aliases: [/editions/2022-03/dsi/]' keeps it alive"
    march.entry(
        "2022-03/01-index", arxiv="2202.00001", tags=["search"], aliases=["/editions/2022-03/dsi/"]
    )
    assert march.diagnose() == march.build().diagnostics == ()
    assert "2022-03/index/" in march.page("editions/2022-03/dsi/")
    march.delete("content/editions/2022-03/01-index.md")
    march.entry(
        "2022-03/01-dex", arxiv="2202.00001", tags=["search"], aliases=["/editions/2022-03/dsi/"]
    )
    (found,) = march.diagnose()
    assert found.hint == "'/editions/2022-03/index/' among the 'aliases:' keeps it alive"


def test_a_file_that_vanishes_is_told(march: Newsletter) -> None:
    march.write("static/files/a.pdf", b"PDF")
    march.write("static/CNAME", "news.example.org\n")
    assert march.build().diagnostics == ()
    march.write("static/CNAME", "other.example.org\n")
    assert march.build().diagnostics == ()
    march.delete("static/CNAME")
    (found,) = march.diagnose()
    assert (found.path, found.rule) == ("content/site.yaml", "address-gone")
    assert found.message == "'/CNAME' was published and is not made any more"
    hint = "'redirects: {/CNAME: …}' in site.yaml leads on who asks for it"
    assert found.hint == hint
    assert march.build().diagnostics == (found,)
    assert march.build().diagnostics == ()


def test_a_file_that_moves_is_known_by_its_bytes_and_may_lead_on(march: Newsletter) -> None:
    march.write("static/files/a.pdf", b"PDF")
    march.build()
    march.delete("static/files/a.pdf")
    march.write("static/papers/a.pdf", b"PDF")
    (found,) = march.diagnose()
    assert found.path == "static/papers/a.pdf"
    assert found.hint == "'redirects: {/files/a.pdf: …}' in site.yaml may lead on to it"
    march.settings("redirects: {/files/a.pdf: /papers/a.pdf}\n")
    assert march.diagnose() == march.build().diagnostics == ()


def test_a_redirect_and_a_document_beside_a_text_may_not_vanish_unseen(march: Newsletter) -> None:
    march.write("content/editions/2022-04/talk.pdf", b"PDF")
    march.edition("2022-04", "[Talk](talk.pdf)\n", title="April", aliases=["/old/"])
    march.settings('redirects: {/join/: "https://example.net/"}\n')
    assert march.build().diagnostics == ()
    march.settings("")
    (found,) = march.diagnose()
    assert found.message == "'/join/' was published and is not made any more"
    assert found.hint == "'redirects: {/join/: …}' in site.yaml leads on who asks for it"
    march.build()
    move(march, "editions/2022-04/talk.pdf", "editions/2022-04/slides.pdf")
    march.edition("2022-04", "[Talk](slides.pdf)\n", title="April", aliases=["/old/"])
    (found,) = march.build().diagnostics
    assert found.path == "content/editions/2022-04/slides.pdf"
    assert (
        found.hint == "'redirects: {/editions/2022-04/talk.pdf: …}' in site.yaml may lead on to it"
    )
    # that of an edition which waits is told of its page alone
    march.edition("2022-04", "[Talk](slides.pdf)\n", title="April", draft=True)
    assert not any("slides.pdf" in one.message for one in march.diagnose())


def test_what_only_a_preview_showed_may_go(march: Newsletter) -> None:
    march.paper("arxiv:2202.00004", "Paper 4")
    march.entry("2022-03/03-new", arxiv="2202.00004", draft=True)
    march.edition("2022-12", "Text.\n")
    march.build(drafts=True, future=True)
    march.entry("2022-03/03-other", arxiv="2202.00004", draft=True)
    march.delete("content/editions/2022-03/03-new.md")
    assert march.build().diagnostics == ()
    # what a build with a later day publishes is public, though it was written before
    march.build(future=True)
    march.build(today="2022-12-24")
    march.delete("content/editions/2022-12/index.md")
    (found,) = march.build(today="2022-12-24").diagnostics
    assert "'/editions/2022-12/'" in found.message


def test_a_site_may_want_to_know_nothing_of_it(march: Newsletter) -> None:
    march.settings("check: {address-gone: off}\n")
    march.delete("content/pages/about.md")
    assert march.diagnose() == march.build().diagnostics == ()

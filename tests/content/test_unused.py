"""What lies in a newsletter as if it were read is named; what is kept beside texts is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.newsletter import Newsletter


STATIC = "move it to 'static/' beside 'content/': what is there is published as it is"


def told(newsletter: Newsletter) -> list[tuple[str, str]]:
    return [(one.path, one.hint) for one in newsletter.diagnose() if one.rule == "file-unused"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/editions/2022-03/02-y.markdown", "rename it to '02-y.md'"),
        ("content/editions/2022-03/03-z.MD", "rename it to '03-z.md'"),
        ("content/editions/2022-03/04-w.mdx", "rename it to '04-w.md'"),
        ("content/editions/2022-03/05-v.md.txt", "rename it to '05-v.md'"),
        ("content/editions/2022-03/05-v.md ", "rename it to '05-v.md'"),
        ("content/editions/2022-03/05-v.md\n", "rename it to '05-v.md'"),
        ("content/editions/2022-03/06-u.qmd", "rename it to '06-u.md'"),
        ("content/editions/2022-03/07-t.rst", "write it in a file that ends in '.md'"),
        ("content/editions/2022-04/INDEX.markdown", "rename it to 'index.md'"),
        ("content/editions/2022-04/INDEX.md", "rename it to 'index.md'"),
        ("content/editions/2022-04/_index.md", "rename it to 'index.md'"),
        ("content/pages/more/_index.md", "rename it to 'index.md'"),
        ("content/pages/about.markdown", "rename it to 'about.md'"),
        ("content/pages/team/Ada.Mkd", "rename it to 'Ada.md'"),
        ("content/pages/robots.txt", STATIC),
        ("content/editions/2022-03/CNAME", STATIC),
        ("content/page/about.md", "did you mean 'pages'?"),
        ("content/Editions/2022-03/index.md", "did you mean 'editions'?"),
        ("content/site.yml", "did you mean 'site.yaml'?"),
        ("content/_config.yml", "did you mean 'site.yaml'?"),
        ("content/sent.yml", "did you mean 'sent.yaml'?"),
        ("content/dismissed.md", "did you mean 'dismissed.txt'?"),
        ("content/people.yaml", "'people' is a setting: write it into site.yaml"),
        ("content/themes/own/theme.yaml", "move it to 'themes/' beside 'content/'"),
        ("content/papers/arxiv/2202.06991.JSON", "rename it to '2202.06991.json'"),
        ("content/papers/arxiv/2202.06991.json.txt", "rename it to '2202.06991.json'"),
        ("content/papers/notes.md", "move it out of content/papers"),
        ("references.bib", "move it to content/, or take it away"),
        ("site.yaml", "move it to content/, or take it away"),
        (
            "content/editions/2022-03/index.markdown",
            "there is 'index.md', too: put the two together, and take this one away",
        ),
        ("content/library.bib", "rename it to 'references.bib'"),
        ("content/references.bibtex", "rename it to 'references.bib'"),
        ("content/about.md", "move it to content/pages/, or to the folder of its edition"),
        ("content/static/logo.png", STATIC),
        ("content/CNAME", STATIC),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(
    path: str, hint: str, newsletter: Newsletter
) -> None:
    newsletter.edition("2022-03")
    newsletter.write(path, "---\ntitle: T\n---\nText.\n")
    assert told(newsletter) == [(path, hint)]


@pytest.mark.parametrize("path", ["content/.well-known/a.txt", "CNAME", ".well-known/a.txt"])
def test_what_hosts_ask_for_is_sent_to_where_it_is_published(
    path: str, newsletter: Newsletter
) -> None:
    newsletter.write(path, "x")
    top = path.removesuffix("/a.txt")
    assert told(newsletter) == [(top, STATIC)]
    (newsletter.root / top).rename(newsletter.root / "moved")
    (newsletter.root / "static").mkdir()
    (newsletter.root / "moved").rename(newsletter.root / "static" / top.rpartition("/")[2])
    assert newsletter.build().diagnostics == ()
    assert newsletter.page(path.removeprefix("content/")) == "x"


def test_of_a_folder_that_is_not_read_one_file_is_named(newsletter: Newsletter) -> None:
    for name in ("a.md", "b.md", "c/d.md"):
        newsletter.write(f"content/posts/{name}", "x")
    assert [path for path, _ in told(newsletter)] == ["content/posts/a.md"]


def test_a_file_that_a_text_links_to_is_used(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "[The notes](notes.markdown)\n")
    newsletter.write("content/editions/2022-03/notes.markdown", "x")
    assert newsletter.check() == []


@pytest.mark.parametrize(
    "path",
    [
        *("README.md", "LICENSE", "notes.txt", "Makefile", "scripts/draw.py", "data/runs.csv"),
        *("editions/README.md", "editions/2022-03/figures/README.md"),
        *(f"editions/2022-03/figures/{name}" for name in ("a.png", "a.py", "a.csv", "a.drawio")),
        *(
            f"editions/2022-03/{name}"
            for name in ("notes.bib", "paper.pdf", "Thumbs.db", ".gitkeep")
        ),
        *("editions/2022-03/01-dsi.md.bak", "editions/2022-03/#01-dsi.md#", "pages/a.md.orig"),
        *(
            "papers/README.md",
            "papers/notes.txt",
            "papers/a.pdf",
            ".DS_Store",
            "scripts/__pycache__/draw.pyc",
        ),
        "pages/old.html",
    ],
)
def test_what_is_kept_beside_texts_is_left_in_peace(path: str, newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    newsletter.write(f"content/{path}", "x")
    assert newsletter.check() == []


def test_a_folder_comes_and_goes_without_a_change_of_the_content(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03")
    assert newsletter.build().diagnostics == ()
    newsletter.write("CNAME", "example.org")
    assert [one.path for one in newsletter.build().diagnostics] == ["CNAME"]


def test_a_record_is_not_to_be_named_as_another(newsletter: Newsletter) -> None:
    newsletter.edition("2022-03", "Words.\n")
    newsletter.paper("arxiv:2202.06991")
    newsletter.write("content/papers/arxiv/2202.06991.JSON", "{}")
    hint = "there is '2202.06991.json', too: put the two together, and take this one away"
    assert told(newsletter) == [("content/papers/arxiv/2202.06991.JSON", hint)]

"""Folders of Pelican and of Quarto."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.importing.folders import PICTURE, by_title, read_written

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """import os
os.remove('content/a.md')
SITENAME = 'This Week'
SITEURL = 'https://example.org'
DEFAULT_LANG = u'en'
ARTICLE_URL = 'blog/{date:%Y}/{date:%m}/{date:%d}/{slug}/'
SECRET = open('/etc/passwd').read()
"""


def test_a_pelican_site(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "pelicanconf.py": SETTINGS,
            "content/a.md": (
                "Title: This Week 123\nNumber: 123\nDate: 2016-03-21\nCategory: This Week\n"
                "Tags: a, b\nSummary: Many\n    words\n\n"
                "Hello @ada, see [last]({filename}/b.md#top) and ![x]({static}/images/x.png).\n\n"
                "#News\n\n!!! note\n    Mind\n"
            ),
            "content/b.md": "Title: Week 122\nDate: 2016-03-14 10:00\nSlug: w122\n\nx\n",
            "content/c.md": "Title: Held\nDate: 2016-03-15\nStatus: draft\n\nx\n",
            "content/d.rst": "Title\n=====\n",
            "content/pages/about.md": "Title: About\n\nWe\n",
            "content/images/x.png": PICTURE,
        },
        "pelican",
    )
    assert (archive.title, archive.url, archive.lang) == (
        *("This Week", "https://example.org", "en"),
    )
    assert (tmp_path / "content/a.md").exists()
    posts = by_title(archive)
    week = posts["This Week 123"]
    assert week.address == "https://example.org/blog/2016/03/21/this-week-123/"
    assert week.text == (
        "Hello \\@ada, see [last](https://example.org/blog/2016/03/14/w122/#top) and "
        "![x](/images/x.png).\n\n# News\n\n> [!NOTE]\n> Mind\n"
    )
    assert (week.number, week.tags, week.description) == (
        "123",
        ("a", "b", "This Week"),
        "Many words",
    )
    assert [(one.address, one.file) for one in week.pictures] == [
        ("/images/x.png", "content/images/x.png")
    ]
    assert (posts["Held"].state, posts["About"].state) == ("draft", "page")
    assert posts["About"].address == "https://example.org/pages/about.html"
    assert [one.what for one in archive.left_out] == ["content/d.rst"]


def test_pelican_posts_alone(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            f"2016-01-{day:02}-w.md": f"Title: W {day}\nDate: 2016-01-{day:02}\n\nx\n"
            for day in (4, 11)
        },
        "pelican",
    )
    assert [post.address for post in archive.posts] == ["/w-4.html", "/w-11.html"]


def test_a_quarto_site(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "_quarto.yml": (
                "project: {type: website}\nwebsite:\n  title: Trends\n"
                "  site-url: https://example.org/t\n"
            ),
            "refs.bib": "@book{gu, title={A}}",
            "index.qmd": "---\ntitle: Home\nlisting: {contents: posts}\n---\n",
            "posts/_metadata.yml": "freeze: true\n",
            "posts/march/index.qmd": (
                "---\ntitle: March\ndate: 3/14/2022\nauthor:\n  - name: Ada\n"
                "categories: [a, b]\nbibliography: ../../refs.bib\n---\n"
                "As @gu says [@gu, p. 3].\n\n::: {.callout-tip}\n## Mind\nit\n:::\n\n"
                "{{< video https://www.youtube.com/embed/abc >}}\n\n"
                "![A plot](plot.png){#fig-a width=50%}\n\n{{< pagebreak >}}\n"
            ),
            "posts/march/plot.png": PICTURE,
            "_site/posts/march/index.md": "# Made\n",
        },
        "quarto",
    )
    assert archive.bibliographies == ("refs.bib",)
    posts = by_title(archive)
    march = posts["March"]
    assert march.address == "https://example.org/t/posts/march/"
    assert march.text == (
        "As @gu says [@gu, p. 3].\n\n> **Mind**  \n>\n> it\n\n\n"
        "https://www.youtube.com/embed/abc\n\n![A plot](plot.png){width=50%}\n\n\n"
    )
    assert (march.authors, march.tags, str(march.date)) == (("Ada",), ("a", "b"), "2022-03-14")
    assert [one.file for one in march.pictures] == ["posts/march/plot.png"]
    assert posts["Home"].state == "page"
    assert len(posts) == 2

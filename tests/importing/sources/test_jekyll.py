"""Folders of Jekyll."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing.folders import PICTURE, by_title, read_written

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """title: Trends
description: Papers of a month
url: https://example.org
baseurl: /news
lang: en
permalink: /:categories/:year/:month/:day/:title/
contact: {list: https://example.org/list}
defaults:
  - scope: {path: _posts/fr, type: posts}
    values: {lang: fr}
"""


def test_a_site(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "_config.yml": CONFIG,
            "README.md": "# How to build\n",
            "about.md": "---\ntitle: About\n---\nWe.\n",
            "_posts/2022-03-02-march-2022.md": (
                "---\ntitle: 'Issue #12: March'\nsubtitle: A deck\nauthor: Ada\ntags: [a b, c]\n"
                "redirect_from: [/old/march/, march.html]\ncategories: news\n---\n"
                "# Issue #12: March\n\nSee [last]({% post_url 2022-02-02-february %}) and "
                "[list]({{ site.contact.list }}).\n\n"
                "![Plot]({{ '/img/plot.png' | relative_url }})\n"
            ),
            "_posts/fr/2022-02-02-february.md": "---\ntitle: Février\n---\nMot.\n",
            "_posts/2099-01-01-future.md": "---\ntitle: Future\n---\nNot yet.\n",
            "_drafts/later.md": "---\ntitle: Later\n---\nNot yet.\n",
            "_posts/2022-01-01-none.md": "---\ntitle: Hidden\npublished: false\n---\nx\n",
            "_posts/2022-01-02-other.rst": "Other\n=====\n",
            "_layouts/post.html": "---\n---\n{{ content }}",
            "img/plot.png": PICTURE,
        },
        "jekyll",
    )
    assert (archive.title, archive.tagline) == ("Trends", "Papers of a month")
    assert (archive.url, archive.lang) == ("https://example.org/news", "en")
    posts = by_title(archive)
    assert {title: post.state for title, post in posts.items()} == {
        "Issue #12: March": "published",
        "Février": "published",
        "Future": "scheduled",
        "Later": "draft",
        "Hidden": "draft",
        "About": "page",
    }
    march = posts["Issue #12: March"]
    assert march.address == "https://example.org/news/news/2022/03/02/march-2022/"
    assert march.aliases == (
        "https://example.org/news/old/march/",
        "https://example.org/news/news/2022/03/02/march.html",
    )
    assert (str(march.date), march.number, march.description) == ("2022-03-02", "12", "A deck")
    assert (march.authors, march.tags) == (("Ada",), ("a b", "c", "news"))
    # the lines are those of the file
    assert march.place.line == 9
    assert march.text.split("\n")[2] == (
        "See [last](https://example.org/news/2022/02/02/february/) and "
        "[list](https://example.org/list)."
    )
    assert [(one.address, one.file) for one in march.pictures] == [
        ("/news/img/plot.png", "img/plot.png")
    ]
    assert (posts["Février"].lang, posts["Later"].date) == ("fr", None)
    assert posts["About"].address == "https://example.org/news/about/"
    reasons = {one.what: one.reason for one in archive.left_out}
    assert "reStructuredText is not understood" in reasons["_posts/2022-01-02-other.rst"]
    assert "no page" in reasons["README.md"]


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", "/news/2022/03/02/march.html"),
        ("pretty", "/news/2022/03/02/march/"),
        ("ordinal", "/news/2022/061/march.html"),
        ("none", "/news/march.html"),
        ("/:short_year/:i_month/:slug", "/22/3/march"),
        ("/blog/:unknown/", ""),
    ],
)
def test_styles_of_addresses(tmp_path: Path, permalink: str, address: str) -> None:
    archive = read_written(
        tmp_path,
        {
            "_config.yml": f"permalink: {permalink}\n",
            "news/_posts/2022-03-02-march.md": "---\ntitle: March\n---\nx\n",
        },
        "jekyll",
    )
    assert archive.posts[0].address == address


@pytest.mark.parametrize(
    ("texts", "states"),
    [
        ({"_topics/a.md": "A", "_posts/2022-03-02-b.md": "B"}, {"A": "page", "B": "published"}),
        (
            {"_issues/a.md": "A", "_posts/2022-03-02-b.md": "B"},
            {"A": "published", "B": "published"},
        ),
        ({"_topics/a.md": "A"}, {"A": "published"}),
        ({"_other/a.md": "A", "_topics/b.md": "B"}, {"B": "published"}),
    ],
)
def test_collections(tmp_path: Path, texts: dict[str, str], states: dict[str, str]) -> None:
    config = "collections: {topics: {output: true}, issues: {permalink: /i/:path/}}\n"
    written = {name: f"---\ntitle: {title}\n---\nx\n" for name, title in texts.items()}
    archive = read_written(tmp_path, {"_config.yml": config, **written}, "jekyll")
    assert {post.title: post.state for post in archive.posts} == states
    by = by_title(archive)
    if "_issues/a.md" in texts:
        assert by["A"].address == "/i/a/"


def test_posts_alone(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "2026-08-14-newsletter.md": (
                "---\ntitle: 'News #418'\npermalink: /en/newsletters/2026/08/14/\n---\nx\n"
            ),
            "2021-9-1-old.markdown": "---\ntitle: Old\n---\nx\n",
            "README.md": "About this folder\n",
        },
        "jekyll",
    )
    posts = by_title(archive)
    assert posts["News #418"].address == "/en/newsletters/2026/08/14/"
    assert posts["News #418"].number == "418"
    assert str(posts["Old"].date) == "2021-09-01"
    assert [one.what for one in archive.left_out] == ["README.md"]


INCLUDES = {
    "_includes/references.md": "[topic htlc]: /en/topics/htlc/\n[unused]: /x/\n",
    "_includes/linkers/issues.md": (
        "{% for issue in issues %}\n[core #{{issue}}]: https://example.org/core/{{issue}}\n"
        "{% endfor %}\n"
    ),
    "_includes/ad.md": "Come on {{ include.day }}!\n",
    "_includes/line.md": "See you *soon*.\n",
}


def test_templates_are_not_run(tmp_path: Path) -> None:
    body = (
        "Says [HTLCs][topic htlc] and [Core #12][] `{{`.{% assign at='1:02' %}\n\n"
        "{% highlight python %}\na = '@b'\n{% endhighlight %}\n\n"
        "{% if page.x %}\nkept words\n{% endif %}\n\n"
        "{% raw %}{{ shown }}{% endraw %} {% comment %}not{% endcomment %}\n\n"
        '{% include figure.html src="/a.png" alt="A plot" caption="It \\"rises\\"" %}\n\n'
        "{% include youtube.html id='abc-1' %}\n\n{% include line.md %}\n\n"
        '{% include ad.md day="Monday" %}\n{% include references.md %}\n'
        '{% include linkers/issues.md issues="12" %}\n\n{{ page.title }} {{ site.unknown }}\n'
    )
    archive = read_written(
        tmp_path,
        {"_posts/2022-03-02-march.md": f"---\ntitle: March\n---\n{body}", **INCLUDES},
        "jekyll",
    )
    post = archive.posts[0]
    assert post.text == (
        "Says [HTLCs][topic htlc] and [Core #12][] `{{`.\n\n```python\na = '@b'\n```\n\n"
        "\nkept words\n\n\n{{ shown }} \n\n"
        '![A plot](/a.png "It \\"rises\\"")\n\nhttps://www.youtube.com/watch?v=abc-1\n\n'
        "See you *soon*.\n\n\n\n\n\nMarch\n\n"
        "[topic htlc]: /en/topics/htlc/\n[Core #12]: https://example.org/core/12\n"
    )
    assert [(one.what, one.place.line) for one in post.left_out] == [
        ("{% assign at='1:02' %}", 4),
        ("{% if page.x %}", 10),
        ("{% comment %}not{% endcomment %}", 14),
        ('{% include ad.md day="Monday" %}', 22),
        ("{{ site.unknown }}", 26),
    ]


def test_links_whose_addresses_were_not_given(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "2022-03-02-march.md": (
                "---\ntitle: March\n---\n"
                "[HTLCs][topic htlc], [Core #1][], `a[i][j]`, [x][y]\n\n"
                "{% include references.md %}\n\n[y]: https://example.org\n"
            )
        },
        "jekyll",
    )
    post = archive.posts[0]
    assert post.text.startswith("HTLCs, Core #1, `a[i][j]`, [x][y]\n")
    assert [one.what for one in post.left_out] == [
        "[topic htlc]",
        "[Core #1]",
        "{% include references.md %}",
    ]


def test_addresses_that_a_template_makes(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "2022-03-02-march.md": (
                "---\ntitle: March\n---\n{% assign bse = 'https://b.org/' %}\n"
                "[a]({{bse}}12), [b *c*]({{ site.files }}/x.pdf), ![d]({{ x }}e.png)\n"
            )
        },
        "jekyll",
    )
    assert archive.posts[0].text == "\n[a](https://b.org/12), b *c*, d\n"
    assert len(archive.posts[0].left_out) == 3


def test_citations_of_jekyll_scholar(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "_config.yml": "title: T\n",
            "_bibliography/references.bib": "@book{a, title={A}}",
            "_posts/2022-03-02-m.md": "---\ntitle: M\n---\nSo {% cite a b -l 3 --locator 7 %}.\n",
        },
        "jekyll",
    )
    assert archive.posts[0].text == "So [@a, 3; @b, 7].\n"
    assert archive.bibliographies == ("_bibliography/references.bib",)


def test_texts_of_other_files_stand_in_the_post_in_their_places(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "_config.yml": "title: T\ndefaults: [{values: {image: /logo.png}}]\n",
            "_includes/part.md": "## Part\n\nTo [all].\n\n{% include more.md %}\n\n[all]: /all/\n",
            "_includes/more.md": "More,\n*much* [more][b].\n",
            "_includes/refs.md": "{% comment %}sorted{% endcomment %}\n[b]: /b/\n",
            "_includes/round.md": "Round\n{% include round.md %}\n",
            "_posts/2022-03-02-m.md": (
                "---\ntitle: M\n---\nBefore\n\n{% include part.md %}\n\n{% widget %}\n\nBehind\n\n"
                "{% include refs.md %}\n"
            ),
            "_posts/2022-04-02-a.md": "---\ntitle: A\n---\n{% include round.md %}\n",
        },
        "jekyll",
    )
    posts = by_title(archive)
    lines = posts["M"].text.split("\n")
    words = ["Before", "## Part", "To [all].", "More,", "*much* [more][b].", "[all]: /all/"]
    assert [line for line in lines if line] == [*words, "Behind", "[b]: /b/"]
    # what comes from elsewhere is told where its tag stands
    assert [posts["M"].at(lines.index(word) + 1).line for word in words] == [4, 6, 6, 6, 6, 6]
    assert posts["M"].at(lines.index("Behind") + 1).line == 10
    assert [(one.what, one.place.line) for one in posts["M"].left_out] == [("{% widget %}", 8)]
    assert posts["A"].text.count("Round") == 3
    assert len(posts["A"].left_out) == 1

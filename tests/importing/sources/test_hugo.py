"""Folders of Hugo and of Zola."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importing.folders import PICTURE, by_title, read_written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_hugo_site(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "config.toml": (
                "title = 'Trends'\nbaseURL = 'https://example.org/'\nlanguageCode = 'en-GB'\n"
                "[params]\ndescription = 'Papers'\n[permalinks]\nissues = '/:year/:month/:slug/'\n"
            ),
            "node_modules/x/README.md": "# Not ours\n",
            "themes/t/README.md": "# Not ours\n",
            "content/_index.md": "---\ntitle: Home\n---\nHi\n",
            "content/about.md": '{\n"title": "About"\n}\nWe.\n',
            "content/issues/march/index.md": (
                "+++\ntitle = 'March'\ndate = 2022-03-02T10:00:00Z\nlastmod = 2022-03-05\n"
                "slug = 'third'\naliases = ['/old/']\ntags = ['a b', 'c']\nissue = 3\n+++\n"
                '{{< figure src="plot.png" alt="A plot" caption="It rises" >}}\n\n'
                '![Other](/img/o.png) [feb]({{< ref "february.md" >}}) $5 @ada\n'
            ),
            "content/issues/march/plot.png": PICTURE,
            "static/img/o.png": PICTURE,
            "content/issues/february.md": "---\ntitle: February\ndate: 2022-02-02\n---\nx\n",
            "content/issues/gone.md": (
                "---\ntitle: Gone\ndate: 2021-01-01\nexpiryDate: 2021-02-01\n---\nx\n"
            ),
            "content/issues/soon.md": "---\ntitle: Soon\ndraft: true\n---\nx\n",
            "content/issues/later.md": "---\ntitle: Later\ndate: 2099-01-01\n---\nx\n",
            "content/issues/mars.fr.md": "---\ntitle: Mars\ndate: 2022-03-02\n---\nx\n",
        },
        "hugo",
    )
    assert (archive.title, archive.tagline) == ("Trends", "Papers")
    assert (archive.url, archive.lang) == ("https://example.org", "en-GB")
    posts = by_title(archive)
    assert {title: (post.state, post.address) for title, post in posts.items()} == {
        "Home": ("page", "https://example.org/"),
        "About": ("page", "https://example.org/about/"),
        "March": ("published", "https://example.org/2022/03/third/"),
        "February": ("published", "https://example.org/2022/02/february/"),
        "Gone": ("draft", "https://example.org/2021/01/gone/"),
        "Soon": ("draft", "https://example.org/issues/soon/"),
        "Later": ("scheduled", "https://example.org/2099/01/later/"),
        "Mars": ("published", "https://example.org/fr/2022/03/mars/"),
    }
    march = posts["March"]
    assert march.text == (
        '![A plot](plot.png "It rises")\n\n'
        "![Other](/img/o.png) [feb](https://example.org/2022/02/february/) $5 \\@ada\n"
    )
    assert {one.address: one.file for one in march.pictures} == {
        "plot.png": "content/issues/march/plot.png",
        "/img/o.png": "static/img/o.png",
    }
    assert (str(march.date), str(march.updated), march.number) == ("2022-03-02", "2022-03-05", "3")
    assert (march.tags, march.aliases) == (("a b", "c"), ("https://example.org/old/",))
    assert (posts["Mars"].lang, march.lang) == ("fr", "")


@pytest.mark.parametrize(
    ("typed", "meant", "left"),
    [
        ('{{< youtube "abc" >}}', "https://www.youtube.com/watch?v=abc", 0),
        ("{{< tweet user=ada id=12 >}}", "https://twitter.com/ada/status/12", 0),
        ("{{< gist ada abc >}}", "https://gist.github.com/ada/abc", 0),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```", 0),
        ("{{% notice warning %}}\n@a\n{{% /notice %}}", "> [!WARNING]\n> \\@a\n", 0),
        (
            '{{< details "More" >}}\nx\n{{< /details >}}',
            "<details><summary>More</summary>\nx\n</details>",
            0,
        ),
        ("{{< quote author=Ada >}}\nx\n{{< /quote >}}", "\n> x — Ada\n", 0),
        ("{{< columns >}}\n**a**\n{{< /columns >}}", "\n**a**\n", 1),
        ("{{</* ref x */>}}", "{{< ref x >}}", 0),
        ("{{< param title >}}", "March", 0),
        (
            "{{< katex >}}a_1{{< /katex >}} {{% rawhtml %}}<b>x</b>{{% /rawhtml %}}",
            "$a_1$ **x**",
            0,
        ),
        ('| {{< badge "new" >}} | $O(n)$ |', "|  | $O(n)$ |", 1),
        ("a {{< signup list=1 >}} b", "a  b", 1),
        ("{{% unknown %}}", "", 1),
    ],
)
def test_shortcodes(tmp_path: Path, typed: str, meant: str, left: int) -> None:
    archive = read_written(
        tmp_path,
        {
            "hugo.yaml": "title: T\n",
            "content/posts/march.md": f"---\ntitle: March\ndate: 2022-03-02\n---\n{typed}\n",
        },
        "hugo",
    )
    post = archive.posts[0]
    assert post.text.rstrip("\n") == meant.rstrip("\n")
    assert len(post.left_out) == left
    assert all(one.what in typed and one.place.line == 5 for one in post.left_out)


def test_a_zola_site(tmp_path: Path) -> None:
    archive = read_written(
        tmp_path,
        {
            "config.toml": "base_url = 'https://example.org'\ntitle = 'Trends'\n",
            "content/blog/_index.md": "+++\ntitle = 'Blog'\n+++\n",
            "content/blog/2022-03-02-march.md": (
                "+++\ntitle = 'March'\n[taxonomies]\ntags = ['a']\n+++\n"
                '[feb](@/blog/feb/index.md#top) {{ youtube(id="abc") }}\n\n'
                '{% quote(author="Ada") %}\nso\n{% end %}\n\n{{ other(x=1) }}\n'
            ),
            "content/blog/feb/index.md": (
                "+++\ntitle = 'February'\ndate = 2022-02-02\npath = 'second'\n+++\n![a](a.png)\n"
            ),
            "content/blog/feb/a.png": PICTURE,
        },
        "zola",
    )
    posts = by_title(archive)
    assert posts["March"].address == "https://example.org/blog/march/"
    assert posts["March"].text == (
        "[feb](https://example.org/second/#top) https://www.youtube.com/watch?v=abc\n\n"
        "\n> so — Ada\n\n\n\n"
    )
    assert [one.what for one in posts["March"].left_out] == ["{{ other(x=1) }}"]
    assert (posts["March"].tags, str(posts["March"].date)) == (("a",), "2022-03-02")
    assert [one.file for one in posts["February"].pictures] == ["content/blog/feb/a.png"]
    assert posts["Blog"].state == "page"

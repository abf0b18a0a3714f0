"""Where the old addresses of posts lead now."""

from __future__ import annotations

import msgspec
import pytest

from digest.importing.post import Place
from digest.importing.writing.destinations import Destination
from digest.importing.writing.oldaddresses import Led, OldAddresses
from tests.importing.handmade import archive, post

FEB = Destination("feb", "content/editions/2022-02/index.md", (), {
    "news": "content/editions/2022-02/index.md#news",
    "dsi": "content/editions/2022-02/01-dsi.md",
})  # fmt: skip
MARCH = Destination("march", "content/editions/2022-03/index.md")
COME = archive(
    msgspec.structs.replace(
        post("feb", address="https://www.old.example.net/2022/02/feb.html"),
        place=Place("_posts/2022-02-02-feb.md"),
        aliases=("/?p=12", "/old/feb"),
    ),
    msgspec.structs.replace(
        post("march", address="https://old.example.net/2022/03/march.html"),
        place=Place("_posts/2022-03-02-march.md"),
    ),
)
KNOWN = OldAddresses(COME, (FEB, MARCH))


@pytest.mark.parametrize(
    "typed",
    [
        "https://old.example.net/2022/02/feb.html",
        "http://www.old.example.net/2022/02/feb.html?utm_source=x",
        "//old.example.net/2022/02/feb",
        "/2022/02/feb.html",
        "/2022/02/feb/",
        "/2022/02/feb/index.html",
        "/?p=12",
        "/old/feb",
        "../02/feb.html",
        "2022-02-02-feb.md",
        "../_posts/2022-02-02-feb.md",
        "_posts/2022-02-02-feb.md",
        "{% post_url 2022-02-02-feb %}",
        "{{ site.baseurl }}{% post_url 2022-02-02-feb %}",
        "{{ site.url }}/2022/02/feb.html",
        "{{ '/2022/02/feb.html' | relative_url }}",
        '{{< ref "2022-02-02-feb.md" >}}',
        '{{% relref "2022-02-02-feb" %}}',
        "{filename}2022-02-02-feb.md",
        "{filename}/_posts/2022-02-02-feb.md",
        "|filename|2022-02-02-feb.md",
        "@/_posts/2022-02-02-feb.md",
    ],
)
def test_a_post_is_found_by_all_its_names(typed: str) -> None:
    assert KNOWN.find(typed, COME.posts[1], MARCH) == Led(FEB.path)


@pytest.mark.parametrize(
    ("anchor", "target"),
    [
        ("news", FEB.path + "#news"),
        ("News", FEB.path + "#news"),
        ("dsi", "content/editions/2022-02/01-dsi.md"),
        ("no-such", FEB.path),
    ],
)
def test_anchors_lead_to_what_their_headings_became(anchor: str, target: str) -> None:
    assert KNOWN.find(f"/2022/02/feb.html#{anchor}", COME.posts[1], MARCH) == Led(target)
    post_url = f"{{% post_url 2022-02-02-feb %}}#{anchor}"
    assert KNOWN.find(post_url, COME.posts[1], MARCH) == Led(target)


@pytest.mark.parametrize(
    "typed",
    [
        "/2021/01/gone.html",
        "https://old.example.net/2021/01/gone.html",
        "{% post_url 2021-01-01-gone %}",
        "2021-01-01-gone.md",
    ],
)
def test_what_was_meant_as_a_post_and_is_none_is_lost(typed: str) -> None:
    assert KNOWN.find(typed, COME.posts[1], MARCH) == Led(is_lost=True)


@pytest.mark.parametrize(
    "typed",
    [
        *("https://x.org/2022/02/feb.html", "mailto:a@b.org", "", "#", "http://[bad"),
        *("/tags/x/", "/feed.xml", "/files/a.pdf", "/", "https://old.example.net/about"),
        *("https://old.example.net/2022/02/a.png", "{{ page.foo }}"),
    ],
)
def test_what_is_no_post_is_left_alone(typed: str) -> None:
    assert KNOWN.find(typed, COME.posts[1], MARCH) is None

"""Old addresses that lead on."""

from __future__ import annotations

import pytest

from digest.importing.writing.aliases import make_aliases
from digest.importing.writing.destinations import Destination
from tests.importing.handmade import post

HOME = Destination("x", "content/editions/2022-03/index.md")


@pytest.mark.parametrize(
    ("address", "base", "alias"),
    [
        ("https://a.org/p/x", "/", "/p/x"),
        ("https://a.org/blog/2022/x.html", "/blog/", "/2022/x.html"),
        ("https://b.org/2022/x", "/blog/", "/2022/x"),
        ("/2022/%E4%B8%AD/", "/", "/2022/中/"),
        ("https://a.org/archive/x/", "/", "/archive/x/"),
        # the same place
        ("https://a.org/editions/2022-03/", "/", ""),
        # none that can lead on
        ("https://a.org/?p=12", "/", ""),
        ("https://a.org/", "/", ""),
        ("https://a.org/a%20b", "/", ""),
        ("https://a.org/archive/", "/", ""),
        ("https://a.org/tags/x/", "/", ""),
        ("https://[bad/x", "/", ""),
    ],
)
def test_an_address_is_an_alias_where_it_can_be(address: str, base: str, alias: str) -> None:
    (found,) = make_aliases([post("x", address=address)], [HOME], base)
    assert found.paths == ((alias,) if alias else ())


def test_one_address_leads_to_one_post() -> None:
    other = Destination("y", "content/editions/2022-04/index.md")
    posts = [post("x", address="/a/", aliases=("/b", "/b/")), post("y", address="/b/")]
    first, second = make_aliases(posts, [HOME, other], "/")
    assert first.paths == ("/a/", "/b", "/b/")
    assert second.paths == ()
    assert [one.reason for one in second.left_out] == ["an old address that another post has, too"]

"""Where links lead, found and changed in their places."""

from __future__ import annotations

import time

import pytest

from digest.importing.linktargets import replace_targets


def shout(address: str) -> str:
    return address.upper()


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("[a](x) ![b](y.png)", "[a](X) ![b](Y.PNG)"),
        ('[a](x "a title") [b]( y )', '[a](X "a title") [b]( Y )'),
        ("[![pic](p.png)](page)", "[![pic](P.PNG)](PAGE)"),
        ("[a](<x y>)", "[a](<X Y>)"),
        ("[a](x_(y))", "[a](<X_(Y)>)"),
        ("[a][b]\n\n[b]: x 'title'\n", "[a][b]\n\n[b]: X 'title'\n"),
        ("> [b]: x", "> [b]: X"),
        ("<https://a.org/x>", "[https://a.org/x](HTTPS://A.ORG/X)"),
        ("[a]({% post_url x %})", "[a](<{% POST_URL X %}>)"),
        ("[a]({{ site.url }}/x)", "[a](<{{ SITE.URL }}/X>)"),
        ("[a]({filename}x.md)", "[a]({FILENAME}X.MD)"),
        # no link
        ("`[a](x)` ``[a](`x)``", "`[a](x)` ``[a](`x)``"),
        ("```\n[a](x)\n```\n[a](x)", "```\n[a](x)\n```\n[a](X)"),
        ("~~~ md\n[a](x)\n~~~", "~~~ md\n[a](x)\n~~~"),
        ("[^1]: x", "[^1]: x"),
        (r"[a\](x) and (x)", r"[a\](x) and (x)"),
        ("[a] (x)", "[a] (x)"),
    ],
)
def test_addresses_are_changed_where_links_have_them(text: str, changed: str) -> None:
    assert replace_targets(text, shout) == changed


@pytest.mark.parametrize("text", ["](" * 20_000, "[a](" + "{{ x }}" * 4000, "[a](" + "(" * 20_000])
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    replace_targets(text, shout)
    assert time.process_time() - began < 2

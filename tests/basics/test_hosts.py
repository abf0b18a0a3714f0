"""Names of hosts are those that browsers ask for."""

from __future__ import annotations

import pytest

from digest.basics.hosts import ascii_host
from digest.sending.smtp import parse_recipient
from digest.settings.webaddresses import host_source


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("Mail.example.org:8080", "Mail.example.org:8080"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("BÜCHER.example", "xn--bcher-kva.example"),
        # by the older rules another's: strasse.de
        ("straße.de", "xn--strae-oqa.de"),
        ("例子。广告", "xn--fsqu00a.xn--4rr70v"),
        ("i♥.example", "xn--i-n3p.example"),
        ("no\ufffe.example", ""),
    ],
)
def test_a_host_is_asked_for_in_ascii(host: str, asked: str) -> None:
    assert ascii_host(host) == asked


def test_wherever_one_is_named() -> None:
    assert parse_recipient("ada@straße.de") == "ada@xn--strae-oqa.de"
    assert host_source("https://straße.de:8443/join") == "https://xn--strae-oqa.de:8443"

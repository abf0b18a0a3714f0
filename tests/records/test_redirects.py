"""Where redirects may lead."""

from __future__ import annotations

import itertools

import pytest
import requests

from digest.records.reach import reach_of
from digest.records.redirects import InwardError, NowhereError, follow, next_address

THIS_MACHINE = ("http://127.0.0.1/", "http://[::1]/", "http://LOCALHOST/a", "http://a.localhost/")
# names, as far as a browser can tell, for which nobody need be asked
NAMED = ("http://2130706433/", "http://0x7f.1/a")
NETWORK = (
    "http://169.254.169.254/latest/meta-data/",
    "https://10.0.0.1:8080/a",
    "http://[fd00::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://167772161/",
)
ALL = ("https://1.1.1.1/", "https://[2606:4700::1111]/", "http://nobody.invalid/")


def lead(*addresses: str) -> list[str]:
    """Follow redirects from one address to the next, and return those that were asked for."""
    asked: list[str] = []

    def visit(here: str, is_first: bool) -> str | None:  # noqa: FBT001 -- as `follow` wants it
        assert is_first == (not asked)
        asked.append(here)
        return addresses[len(asked)] if len(asked) < len(addresses) else None

    follow(addresses[0], visit)
    return asked


@pytest.mark.parametrize(
    ("reach", "urls"), [("machine", THIS_MACHINE + NAMED), ("network", NETWORK), ("all", ALL)]
)
def test_who_reaches_a_host(reach: str, urls: tuple[str, ...]) -> None:
    assert [reach_of(url) for url in urls] == [reach] * len(urls)


def test_only_a_proxy_knows_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    monkeypatch.setenv("no_proxy", "")
    assert reach_of(NAMED[0]) == "all"
    assert reach_of(THIS_MACHINE[0]) == "machine"


def test_a_redirect_leads_no_further_in_than_its_page_is() -> None:
    for here, there in itertools.permutations((*ALL, *THIS_MACHINE, *NAMED, *NETWORK), 2):
        if reach_of(there) in {"all", reach_of(here)}:
            assert lead(here, there) == [here, there]
        else:
            with pytest.raises(InwardError, match="which only this network reaches"):
                lead(here, there)


def test_redirects_end() -> None:
    with pytest.raises(NowhereError, match="without end"):
        lead(*["https://1.1.1.1/"] * 99)


@pytest.mark.parametrize(
    "location", ["", "mailto:a@example.org", "http:///a", "http://[", "javascript:x"]
)
def test_a_redirect_to_what_is_no_page_is_told(location: str) -> None:
    answer = requests.Response()
    answer.url = "https://example.org/a"
    answer.headers["Location"] = location
    with pytest.raises(NowhereError, match="which is no address of a page"):
        next_address(answer)
